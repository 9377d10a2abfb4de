"""Pictures under a caption, recordings and clips."""

from lessonkit.model import blocks as b
from lessonkit.render.inline import prose_ready
from lessonkit.render.pen import Inner, Pen
from lessonkit.render.picture import picture_html


def figure_html(block: b.Figure, pen: Pen) -> str:
    """One picture, or several side by side where there is room."""
    pictures = "".join(picture_html(picture, pen) for picture in block.pictures)
    if len(block.pictures) > 1:
        pictures = f'<div class="lk-several">{pictures}</div>'
    caption = f"<figcaption>{prose_ready(block.caption, pen)}</figcaption>" if block.caption else ""
    return f"<figure>{pictures}{caption}</figure>"


def recording_html(block: b.Audio | b.Video, pen: Pen, inner: Inner) -> str:
    """Nothing plays or loads before it is asked to; the words of it are always beside."""
    video = isinstance(block, b.Video)
    return pen.fill(
        "video.html" if video else "audio.html",
        src=pen.media.url(block.src) + _fragment(block.start, block.end),
        title=prose_ready(block.title, pen),
        captions=pen.media.url(block.captions) if block.captions else "",
        poster=pen.media.url(block.poster) if isinstance(block, b.Video) and block.poster else "",
        transcript=pen.ready(inner(block.transcript, pen)),
    )


def _fragment(start: float | None, end: float | None) -> str:
    """Source: Media Fragments URI 1.0, 4.2.1."""
    if start is None and end is None:
        return ""
    until = "" if end is None else f",{end:g}"
    return f"#t={start or 0:g}{until}"
