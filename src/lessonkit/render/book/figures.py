"""Pictures under a caption, recordings and clips."""

from html import escape

from lessonkit.model import blocks as b
from lessonkit.render.book.ink import Ink, Inner
from lessonkit.render.book.runs import picture_xhtml, prose_xhtml
from lessonkit.text.inline import Prose


def figure_xhtml(block: b.Figure, ink: Ink) -> str:
    """One picture, or several under each other: a page of a book is narrow."""
    pictures = "".join(f"<div>{picture_xhtml(one, ink)}</div>" for one in block.pictures)
    return f"<figure>{pictures}{_caption(block.caption, ink)}</figure>"


def recording_xhtml(block: b.Audio | b.Video, ink: Ink, inner: Inner) -> str:
    """With its words, which stand alone where no reading system could play it."""
    title = _caption(block.title, ink)
    words = inner(block.transcript, ink)
    if words:
        head = ink.say("book.transcript")
        words = f'<div class="lk-details"><p class="lk-label">{head}</p>{words}</div>'
    src = ink.media.files.get(block.src)
    if src is None:
        return f"<figure>{title}<p>{ink.say('book.not-here')}</p></figure>{words}"
    played = _video(block, src, ink) if isinstance(block, b.Video) else _audio(src)
    return f"<figure>{title}{played}</figure>{words}"


def _audio(src: str) -> str:
    return f'<audio src="{escape(src)}" controls="controls" preload="none"></audio>'


def _video(block: b.Video, src: str, ink: Ink) -> str:
    captions, poster = ink.media.files.get(block.captions), ""
    if block.poster:
        poster = f' poster="{escape(ink.media.url(block.poster))}"'
    track = ""
    if captions is not None:
        said = ink.say("recording.captions")
        track = (
            f'<track kind="captions" src="{escape(captions)}" srclang="{escape(ink.lang)}"'
            f' label="{said}" default="default"/>'
        )
    return f'<video src="{escape(src)}" controls="controls" preload="none"{poster}>{track}</video>'


def _caption(title: Prose | None, ink: Ink) -> str:
    return f"<figcaption>{prose_xhtml(title, ink)}</figcaption>" if title else ""
