"""Which files of a module a page needs, in which forms, and how they are called in an artefact."""

from base64 import b64encode
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import PurePosixPath
from typing import Literal

from lessonkit.base.deflate import deflated
from lessonkit.base.files import File
from lessonkit.base.lately import lately
from lessonkit.base.slug import unique_names
from lessonkit.media.pictures import TALLEST
from lessonkit.model import blocks as b
from lessonkit.model.module import Asset
from lessonkit.model.walk import inlines
from lessonkit.outputs.base import Derivative, Job
from lessonkit.plan.page import Page
from lessonkit.read.formats import shown
from lessonkit.render.media import Attachment, Media, Shown
from lessonkit.text.inline import Link, Picture

FOLDER = "media"
_SVG = "image/svg+xml"
_ENDINGS = {"image/jpeg": ".jpg", "image/png": ".png", "image/gif": ".gif", _SVG: ".svg"}
_SUBRIP = "application/x-subrip"
INSIDE = 4_000_000
"""Bytes of an attachment that a page carries inside itself; project's choice, for beyond it phones
begin to refuse what a page of one file offers for saving."""
_YOUNG = ("image/webp", "image/avif")
"""Formats that not every browser shows."""


Use = Literal["shown", "captions", "link"]


@dataclass(frozen=True, slots=True)
class Form:
    """One file of an artefact: what makes it and how it is called."""

    made: Derivative
    path: str


@dataclass(frozen=True, slots=True)
class Forms:
    """All files of one asset: narrow to wide, the fallback of a picture last."""

    asset: Asset
    webp: tuple[Form, ...]
    main: Form
    uses: frozenset[Use] = frozenset()
    """What the page does with it."""
    avif: tuple[Form, ...] = ()
    """As `webp`; kept only where each of them is lighter than its WebP."""

    @property
    def picture(self) -> bool:
        """Shown by an `img`, not played or linked to."""
        return self.asset.type.startswith("image/")

    @property
    def captions(self) -> bool:
        """Nothing but captions: they travel inside the page, no browser loads them from a file."""
        return self.uses == {"captions"}

    @property
    def played(self) -> bool:
        """Asked for by the page itself, in other ways than as a picture."""
        return not self.picture and self.uses != {"link"}


def used(page: Page) -> dict[str, frozenset[Use]]:
    """Names that the page shows, plays or links to, in order."""
    found: dict[str, frozenset[Use]] = {}
    for name, use in _uses(page):
        found[name] = found.get(name, frozenset()) | {use}
    return found


def _uses(page: Page) -> Iterator[tuple[str, Use]]:
    for block in page.every:
        match block:
            case b.Audio():
                yield from ((block.src, "shown"), (block.captions, "captions"))
            case b.Video():
                yield from ((block.src, "shown"), (block.captions, "captions"))
                yield block.poster, "shown"
            case _:
                pass
    for inline in inlines((*page.blocks, *_titles(page))):
        match inline:
            case Picture():
                yield inline.src, "shown"
            case Link():
                yield inline.href, "link"
            case _:
                pass


def _titles(page: Page) -> tuple[b.Block, ...]:
    return tuple(b.Paragraph(one.title, (), one.title.span) for one in page.sections)


@lately(lambda job: (job.page,))
def forms(job: Job) -> dict[str, Forms]:
    """By name of the asset; a page's links that are no assets are not among them."""
    assets = job.checked.module.assets
    names = tuple(name for name in used(job.page) if name in assets)
    endings = {name: _ending(assets[name]) for name in names if _ending(assets[name])}
    paths = unique_names(names, endings)
    return {
        name: replace(_forms(name, assets[name], paths[name], job), uses=uses)
        for name, uses in used(job.page).items()
        if name in assets
    }


def _ending(asset: Asset) -> str:
    """Empty where the author's own stays."""
    return ".vtt" if asset.type == _SUBRIP else _ENDINGS.get(fallback_type(asset), "")


def fallback_type(asset: Asset) -> str:
    """The type that every browser shows: young formats become JPEG, the rest stay what they are."""
    return "image/jpeg" if asset.type in _YOUNG else asset.type


def _forms(name: str, asset: Asset, path: str, job: Job) -> Forms:
    if asset.type == _SVG:
        return Forms(asset, (), Form(Derivative("svg", name, asset.digest), path))
    if asset.type == _SUBRIP:
        made = Derivative("captions", name, asset.digest, (("type", "text/vtt"),))
        return Forms(asset, (), Form(made, path))
    if fallback_type(asset) not in _ENDINGS or asset.pixels is None:
        return Forms(asset, (), Form(Derivative("copy", name, asset.digest), path))
    native = _widest(*asset.pixels)
    widths = sorted({min(width, native) for width in job.settings.picture_widths})
    stem = path.rpartition(".")[0]
    webp, avif = (
        tuple(
            Form(_picture(name, asset, width, f"image/{kind}", job), f"{stem}.{width}.{kind}")
            for width in widths
        )
        for kind in ("webp", "avif")
    )
    # The narrow one: few browsers still need it, and a wide PNG weighs more than all the rest.
    main = Form(_picture(name, asset, widths[0], fallback_type(asset), job), path)
    return Forms(asset, webp, main, avif=avif if job.settings.avif else ())


def _widest(width: int, height: int) -> int:
    """At which it is no higher than a picture may be; a ribbon of one pixel is pressed together."""
    return max(1, min(width, width * TALLEST // height))


def _picture(name: str, asset: Asset, width: int, kind: str, job: Job) -> Derivative:
    quality = job.settings.picture_quality
    params = (("width", width), ("type", kind), ("quality", quality))
    return Derivative("picture", name, asset.digest, params)


@lately(lambda job: (job,))
def beside(job: Job) -> tuple[Media, tuple[File, ...]]:
    """For a page in a folder: URLs into `media/`, and the files they lead to."""
    found = forms(job)
    pictures = {
        name: Shown(
            _url(one.main),
            _widths(one.webp),
            *_size(one),
            _widths(_lighter(one, job)),
        )
        for name, one in found.items()
        if one.picture
    }
    others = {
        name: _data_url(one.main.made, one, job) if one.captions else _url(one.main)
        for name, one in found.items()
        if one.played
    }
    attachments = {name: _attachment(one, _url(one.main)) for name, one in _linked(found)}
    lying = (one for one in found.values() if not one.captions)
    made = (form for one in lying for form in (*_lighter(one, job), *one.webp, one.main))
    files = tuple(File(PurePosixPath(FOLDER, form.path), data(form.made, job)) for form in made)
    return Media(pictures, others, attachments), files


def _lighter(one: Forms, job: Job) -> tuple[Form, ...]:
    """Its AVIF forms, unless one of them is not worth its place: browsers choose among widths."""
    return one.avif if all(data(form.made, job) for form in one.avif) else ()


def _widths(made: tuple[Form, ...]) -> tuple[tuple[str, int], ...]:
    return tuple((_url(form), _width(form.made)) for form in made)


def loaded(job: Job) -> dict[str, int]:
    """Bytes that a phone loads of each picture: the narrowest form of the lightest type; of a
    drawing as a server sends it. Empty where the outputs show no pictures."""
    shown = {name: one for name, one in forms(job).items() if one.picture}
    made = {
        name: data((_lighter(one, job) or one.webp or (one.main,))[0].made, job)
        for name, one in shown.items()
    }
    return {
        name: len(deflated(found) if shown[name].asset.type == _SVG else found)
        for name, found in made.items()
    }


def inside(job: Job) -> Media:
    """For a page that is one file: everything as `data:` URLs, of each picture the widest WebP.

    Heavy attachments stay outside.
    """
    found = {name: one for name, one in forms(job).items() if name not in left_outside(job)}
    urls = {name: _data_url(carried(one).made, one, job) for name, one in found.items()}
    pictures = {
        name: Shown(urls[name], (), *_size(one)) for name, one in found.items() if one.picture
    }
    files = {name: urls[name] for name, one in found.items() if one.played}
    linked = _linked(forms(job))
    attachments = {name: _attachment(one, urls.get(name, "")) for name, one in linked}
    return Media(pictures, files, attachments)


def left_outside(job: Job) -> tuple[str, ...]:
    """Names of files that a page of one file only links to, and that are too heavy for it."""
    return tuple(
        name for name, one in forms(job).items() if one.uses == {"link"} and one.asset.size > INSIDE
    )


def _linked(found: Mapping[str, Forms]) -> Iterator[tuple[str, Forms]]:
    return ((name, one) for name, one in found.items() if "link" in one.uses)


def _attachment(one: Forms, url: str) -> Attachment:
    return Attachment(url, shown(one.asset.type), one.asset.size)


def carried(one: Forms) -> Form:
    """The form that travels inside a page: the widest WebP, for every byte counts there."""
    return (one.webp or (one.main,))[-1]


def data(made: Derivative, job: Job) -> bytes:
    """What became of it; nothing while an output is only asked what it needs."""
    if job.made is None:
        return b""
    found = job.made.get(made, b"")
    return found if isinstance(found, bytes) else found.path.read_bytes()


def _url(form: Form) -> str:
    return f"{FOLDER}/{form.path}"


def _data_url(made: Derivative, one: Forms, job: Job) -> str:
    kind = dict(made.params).get("type", one.asset.type)
    return f"data:{kind};base64,{b64encode(data(made, job)).decode('ascii')}"


def _width(made: Derivative) -> int:
    return int(dict(made.params)["width"])


def _size(one: Forms) -> tuple[int | None, int | None]:
    """Pixels of the widest form; of an SVG its own, where it has any."""
    if one.asset.pixels is None:
        return None, None
    width, height = one.asset.pixels
    if not one.webp:
        return width, height
    wide = _width(one.webp[-1].made)
    return wide, max(1, round(height * wide / width))
