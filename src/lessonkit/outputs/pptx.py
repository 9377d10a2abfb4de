"""`pptx`: the lesson as slides to be edited, with what to say in the notes; for the facilitator."""

from collections.abc import Iterator
from pathlib import PurePosixPath

from lessonkit.base.files import Bundle, File
from lessonkit.model.module import Asset
from lessonkit.outputs import media
from lessonkit.outputs.base import Derivative, Job, Output, full
from lessonkit.outputs.frames import deck_of
from lessonkit.outputs.names import lesson_iri
from lessonkit.outputs.site import UNTAGGED
from lessonkit.plan.page import CLOSING, OPENING
from lessonkit.render.pptx.compose import Names, screens
from lessonkit.render.pptx.draw import Image
from lessonkit.render.pptx.paragraphs import Pen

NAME = "slides.pptx"
_SVG = "image/svg+xml"
_WIDEST, _HIGHEST = 1600, 1200
"""Pixels of a picture on a slide: as many as a projector shows."""
_USUAL = (720, 480)
"""Of a drawing that does not say its size."""
_POINTS = 480
_TEMPLATE = """#set page(width: {width}pt, height: {height}pt, margin: 0pt, fill: none)
#image("picture.svg", width: 100%, height: 100%)
"""


def needs(job: Job) -> tuple[Derivative, ...]:
    """Each picture as a presentation can hold it; drawings twice, for old programs as PNG."""
    return tuple(one for asset in _pictures(job).items() for one in _forms(job, *asset))


def render(job: Job) -> Bundle:
    """The one file."""
    from lessonkit.render.pptx.presentation import Show, presentation

    page, words = full(job), job.theme.words(job.page.meta.lang)
    sections = {
        OPENING: words("pptx.opening"),
        **{one.id: one.title.plain() for one in page.sections},
        CLOSING: words("pptx.closing"),
    }
    notes = {one.label: one for one in page.footnotes}
    names = Names(Pen(words, dict(job.audiences)), sections, notes)
    images = {name: _image(job, name, asset) for name, asset in _pictures(job).items()}
    sizes = {name: one.pixels for name, one in images.items()}
    shown = screens(deck_of(job), names, sizes)
    show = Show(page.meta, shown, sections, images, lesson_iri(job), job.epoch)
    return Bundle((File(PurePosixPath(NAME), presentation(show, job.theme)),))


def _pictures(job: Job) -> dict[str, Asset]:
    """Those that the lesson shows, by name."""
    assets = job.checked.module.assets
    shown = (name for name, uses in media.used(full(job)).items() if "shown" in uses)
    found = {name: assets[name] for name in shown if name in assets}
    return {name: one for name, one in found.items() if one.type.startswith("image/")}


def _forms(job: Job, name: str, asset: Asset) -> Iterator[Derivative]:
    if asset.type == _SVG:
        yield _drawing(name, asset)
        yield _painted(name, asset)
    else:
        yield _photo(job, name, asset)


def _drawing(name: str, asset: Asset) -> Derivative:
    return Derivative("svg", name, asset.digest)


def _painted(name: str, asset: Asset) -> Derivative:
    """The drawing as pixels, set by the one engine that sets all."""
    wide, tall = asset.pixels or _USUAL
    size = {"width": _POINTS, "height": round(_POINTS * tall / wide, 2)}
    params = (("format", "png"), ("page", 1), ("ppi", _across(wide, tall) * 72 / _POINTS))
    texts = (("main.typ", _TEMPLATE.format(**size)),)
    inputs = (("picture.svg", _drawing(name, asset)),)
    return Derivative("typeset", name, asset.digest, params, texts, inputs)


def _photo(job: Job, name: str, asset: Asset) -> Derivative:
    wide, tall = asset.pixels or _USUAL
    width = min(wide, _across(wide, tall))
    kind = media.fallback_type(asset)
    quality = job.settings.picture_quality
    params = (("width", width), ("type", kind), ("quality", quality))
    return Derivative("picture", name, asset.digest, params)


def _across(wide: int, tall: int) -> int:
    """Pixels of its width on a slide."""
    return max(1, min(_WIDEST, _HIGHEST * wide // tall))


def _image(job: Job, name: str, asset: Asset) -> Image:
    pixels = asset.pixels or _USUAL
    if asset.type == _SVG:
        return Image(
            media.data(_painted(name, asset), job), pixels, media.data(_drawing(name, asset), job)
        )
    return Image(media.data(_photo(job, name, asset), job), pixels)


OUTPUT = Output(
    "pptx",
    (("file", ".pptx"),),
    UNTAGGED,
    needs,
    render,
    extras=("slides", "pdf"),
    reader="teacher",
)
