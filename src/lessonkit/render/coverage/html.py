"""The report as one page: everything inside, nothing fetched, readable and printable as it is."""

from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from lessonkit.model.theme import Tokens
from lessonkit.plan.report import Report
from lessonkit.render.coverage.view import view
from lessonkit.render.coverage.words import Words
from lessonkit.render.shell import Piece, policy
from lessonkit.render.theme import load_theme

if TYPE_CHECKING:
    from jinja2 import Environment

_SHAPE = ("font", "font-code", "radius")


def text(report: Report, lang: str) -> str:
    """The page, in the colours of the theme that lessons have where none is chosen."""
    from rcssmin import cssmin  # type: ignore[import-untyped] # ships no types
    from rjsmin import jsmin  # type: ignore[import-untyped] # ships no types

    say = Words(lang)
    theme = load_theme("default")
    page = view(report, say)
    widths = sorted({len(one.levels) for one in page.maps})
    columns = "".join(f".n{width}{{--n:{width}}}" for width in widths)
    style = cssmin(_colours(theme.tokens, theme.shape) + _file("page.css") + columns)
    script = jsmin(_file("page.js"))
    csp = policy((Piece(text=style),), (Piece(text=script),))
    made: str = _template().render(page=page, say=say, style=style, script=script, csp=csp)
    return made


def _colours(tokens: Tokens, shape: Mapping[str, str]) -> str:
    light, dark = (_block({**one, **steps(one)}) for one in (tokens.light, tokens.dark))
    own = _block({name: shape[name] for name in _SHAPE})
    return (
        f":root{{color-scheme:light dark;{own}{light}}}"
        f"@media screen and (prefers-color-scheme:dark){{:root{{{dark}}}}}"
    )


def _block(tokens: Mapping[str, str]) -> str:
    return "".join(
        f"--{name}:{value};" if name in _OWN else f"--lk-{name}:{value};"
        for name, value in tokens.items()
    )


_STEPS = (("h1", 0.2, "text"), ("h2", 0.38, "text"), ("h3", 0.76, "on-accent"),
          ("h4", 1.0, "on-accent"))  # fmt: skip
"""Of the heat: how much of the accent, and what is written on it."""
_OWN = frozenset(name for step, _, _ in _STEPS for name in (step, f"on-{step}"))


def steps(tokens: Mapping[str, str]) -> dict[str, str]:
    """The colours of the heat: the accent over the surface, thin to full."""
    found = {}
    for name, share, front in _STEPS:
        found[name] = mixed(tokens["accent"], tokens["surface"], share)
        found[f"on-{name}"] = tokens[front]
    return found


def mixed(front: str, back: str, share: float) -> str:
    """A colour over another one, both `#rrggbb`."""
    pairs = zip(bytes.fromhex(front[1:]), bytes.fromhex(back[1:]), strict=True)
    return "#" + bytes(round(a * share + b * (1 - share)) for a, b in pairs).hex()


@lru_cache(maxsize=1)
def _template() -> Any:
    return _environment().get_template("page.html")


def _environment() -> "Environment":
    from jinja2 import Environment, FunctionLoader, StrictUndefined

    return Environment(
        loader=FunctionLoader(_file), autoescape=True, undefined=StrictUndefined,
        trim_blocks=True, lstrip_blocks=True, auto_reload=False,
    )  # fmt: skip


def _file(name: str) -> str:
    return (files("lessonkit.render.coverage") / name).read_text("utf-8")
