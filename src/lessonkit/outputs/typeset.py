"""What a page to be set is made of: a template of the theme, a document, and its pictures."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Any

from lessonkit.base.slug import unique_names
from lessonkit.media.pictures import TALLEST
from lessonkit.media.typeset import FONTS, MAIN, PLACES
from lessonkit.model.module import Asset
from lessonkit.outputs.base import Derivative, Job, full
from lessonkit.outputs.media import fallback_type
from lessonkit.render.print.pen import Pen
from lessonkit.render.theme import DEFAULT, Theme

WIDE = 1600
"""Pixels of the widest picture: 190 a centimetre on the width of a hand-out, and more than a slide
shows."""
_SVG = "image/svg+xml"
_ENDINGS = {"image/jpeg": ".jpg", "image/png": ".png", "image/gif": ".gif", _SVG: ".svg"}
_IMPORT = re.compile(r'#(?:import|include)\s+"([^"@]+\.typ)"')


def pen(job: Job) -> Pen:
    """For the documents of a lesson: its words, and a file name for each of its pictures."""
    assets = job.checked.module.assets
    shown = {name: one for name, one in assets.items() if fallback_type(one) in _ENDINGS}
    endings = {name: _ENDINGS[fallback_type(one)] for name, one in shown.items()}
    return Pen(
        job.theme.words(job.page.meta.lang),
        job.audiences,
        unique_names(tuple(shown), endings),
        full(job).questions,
    )


def typeset(
    job: Job,
    template: str,
    document: Mapping[str, Any],
    own: Pen,
    *,
    name: str = "",
    **params: int | float | str,
) -> Derivative:
    """The step that sets `print/<template>`; it reads `doc.json` and `theme.json`.

    `own` is the pen that the document was written with; params are those of `media.typeset`, the
    date excepted. `name` is the section that problems are told of.
    """
    pictures = {f"pictures/{own.files[one]}": picture(job, one) for one in own.used}
    made = page_set(job.theme, job.epoch, template, document, inputs=pictures, params=params)
    return replace(made, name=name)


def page_set(
    theme: Theme,
    epoch: int,
    template: str,
    document: Mapping[str, Any],
    *,
    params: Mapping[str, int | float | str],
    texts: Mapping[str, str] = MappingProxyType({}),
    inputs: Mapping[str, Derivative] = MappingProxyType({}),
) -> Derivative:
    """The same step of what need not be a lesson; the document refers to `texts` and `inputs`."""
    every = {
        "doc.json": _json(document),
        "theme.json": _json(dict(theme.tokens.light)),
        **texts,
        **(found := sources(theme, template)),
        **_own(theme, template, found),
    }
    return Derivative(
        "typeset",
        "",
        "",
        params=(*sorted(params.items()), ("date", epoch)),
        texts=tuple(sorted(every.items())),
        inputs=tuple(sorted({**inputs, **_fonts(theme)}.items())),
    )


def sources(theme: Theme, template: str) -> dict[str, str]:
    """The template as `main.typ`, and all that it imports."""
    found = {MAIN: theme.print[template]}
    waiting = list(_imported(found[MAIN]))
    while waiting:
        name = waiting.pop()
        if name not in found and name in theme.print:
            found[name] = theme.print[name]
            waiting += _imported(found[name])
    return found


def _own(theme: Theme, template: str, found: Mapping[str, str]) -> dict[str, str]:
    """Where an author is told of a fault: files of a project's own theme."""
    names = {one: template if one == MAIN else one for one in found}
    shipped = f"themes/{DEFAULT}/"
    places = {one: theme.places.get(f"print/{name}", shipped) for one, name in names.items()}
    own = {one: place for one, place in places.items() if not place.startswith(shipped)}
    return {PLACES: _json(own)} if own and theme.name != DEFAULT else {}


def picture(job: Job, name: str) -> Derivative:
    """The picture as an engine for print reads it: JPEG, PNG, or a cleaned drawing."""
    asset = job.checked.module.assets[name]
    kind = fallback_type(asset)
    if kind == _SVG:
        return Derivative("svg", name, asset.digest)
    quality = job.settings.picture_quality
    params = (("width", _width(asset)), ("type", kind), ("quality", quality))
    return Derivative("picture", name, asset.digest, params)


def _width(asset: Asset) -> int:
    width, height = asset.pixels or (WIDE, WIDE)
    return max(1, min(WIDE, width, width * TALLEST // height))


def _fonts(theme: Theme) -> dict[str, Derivative]:
    """Those of the theme's own, by where the engine finds them."""
    return {
        f"{FONTS}/{one.digest[:16]}{one.path.suffix.lower()}": Derivative(
            "copy", one.path.name, one.digest
        )
        for one in theme.fonts
    }


def _imported(source: str) -> Iterator[str]:
    return iter(_IMPORT.findall(source))


def _json(value: Mapping[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
