"""Pictures under a caption, recordings and clips."""

from html import escape

from lessonkit.model import blocks as b
from lessonkit.render.book.pen import Inner, Pen
from lessonkit.render.book.runs import picture_xhtml, prose_xhtml
from lessonkit.text.inline import Prose


def figure_xhtml(block: b.Figure, pen: Pen) -> str:
    """One picture, or several under each other: a page of a book is narrow."""
    pictures = "".join(f"<div>{picture_xhtml(one, pen)}</div>" for one in block.pictures)
    return f"<figure>{pictures}{_caption(block.caption, pen)}</figure>"


def recording_xhtml(block: b.Audio | b.Video, pen: Pen, inner: Inner) -> str:
    """With its words, which stand alone where no reading system could play it."""
    title = _caption(block.title, pen)
    words = inner(block.transcript, pen)
    if words:
        head = pen.say("book.transcript")
        words = f'<div class="lk-details"><p class="lk-label">{head}</p>{words}</div>'
    src = pen.media.files.get(block.src)
    if src is None:
        return f"<figure>{title}<p>{pen.say('book.not-here')}</p></figure>{words}"
    played = _video(block, src, pen) if isinstance(block, b.Video) else _audio(src)
    return f"<figure>{title}{played}</figure>{words}"


def _audio(src: str) -> str:
    return f'<audio src="{escape(src)}" controls="controls" preload="none"></audio>'


def _video(block: b.Video, src: str, pen: Pen) -> str:
    captions, poster = pen.media.files.get(block.captions), ""
    if block.poster:
        poster = f' poster="{escape(pen.media.url(block.poster))}"'
    track = ""
    if captions is not None:
        said = pen.say("recording.captions")
        track = (
            f'<track kind="captions" src="{escape(captions)}" srclang="{escape(pen.lang)}"'
            f' label="{said}" default="default"/>'
        )
    return f'<video src="{escape(src)}" controls="controls" preload="none"{poster}>{track}</video>'


def _caption(title: Prose | None, pen: Pen) -> str:
    return f"<figcaption>{prose_xhtml(title, pen)}</figcaption>" if title else ""
