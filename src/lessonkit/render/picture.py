"""Pictures: AVIF and WebP with a fallback, room kept before they load."""

from html import escape

from lessonkit.render.media import Shown
from lessonkit.render.pen import Pen
from lessonkit.text.inline import Picture

_COLUMN_REM = 40
"""Width of the text column, as the style sheet has it."""


def picture_html(picture: Picture, pen: Pen, *, inline: bool = False) -> str:
    """The picture. Raises: KeyError: the output did not bring it."""
    shown = pen.media.pictures[picture.src]
    image = _image(picture, shown, inline)
    if not shown.webp:
        return image
    sizes = _sizes(picture.width, shown)
    sources = _source("avif", shown.avif, sizes) + _source("webp", shown.webp, sizes)
    return f"<picture>{sources}{image}</picture>"


def _source(kind: str, made: tuple[tuple[str, int], ...], sizes: str) -> str:
    if not made:
        return ""
    srcset = ", ".join(f"{url} {width}w" for url, width in made)
    return f'<source type="image/{kind}" srcset="{escape(srcset)}" sizes="{sizes}">'


def _image(picture: Picture, shown: Shown, inline: bool) -> str:
    classes = [*picture.classes]
    if picture.width:
        classes.append(f"lk-w{picture.width}")
    if inline:
        classes.append("lk-inline")
    alt = "" if picture.decorative else escape(picture.alt)
    size = f' width="{shown.width}" height="{shown.height}"' if shown.width and shown.height else ""
    mark = f' class="{escape(" ".join(classes))}"' if classes else ""
    return (
        f'<img src="{escape(shown.fallback_url)}" alt="{alt}"{size}{mark}'
        ' loading="lazy" decoding="async">'
    )


def _sizes(width: str, shown: Shown) -> str:
    """How wide it will be, so that a phone loads the small one; at most the picture's own width."""
    share = int(width or 100)
    most = round(_COLUMN_REM * 16 * share / 100)
    if shown.width:
        most = min(most, shown.width)
    return f"(min-width: 44rem) {most}px, {share}vw"
