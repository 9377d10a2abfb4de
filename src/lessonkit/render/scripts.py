"""Scripts and styles that travel with a lesson: only what it uses, small, made once a process."""

from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files

from lessonkit.questions import QUESTIONS
from lessonkit.render.lowered import lowered
from lessonkit.render.parts import OF_TYPE
from lessonkit.render.plugin import beside_plugin
from lessonkit.render.shell import Target
from lessonkit.render.theme import Theme

_CORE = ("namespace", "state", "tracking", "merge", "store")
_PLATFORM = ("values", "tell", "interactions", "connect", "platform")
_STORE = ("launch", "client", "queue", "document", "statements", "answered", "platform", "reach")
_XAPI = ("values", "tell", *(f"xapi/{name}" for name in _STORE))
_VERSIONS: dict[Target, tuple[str, ...]] = {
    "html": (),
    "scorm12": (*_PLATFORM, "scorm12"),
    "scorm2004": (*_PLATFORM, "scorm2004"),
    "cmi5": (*_XAPI, "xapi/cmi5"),
    "xapi": (*_XAPI, "xapi/tincan"),
}
_SESSION = ("keeper", "host", "session")
_PAGE = ("dom", "frame", "page")
_BESIDE: dict[Target, tuple[str, ...]] = {
    "html": ("parts/home",),
    "cmi5": ("xapi/page",),
    "xapi": ("xapi/page",),
}
"""What only the pages of these targets do."""
_PARTS = {
    "bank": ("parts/bank",),
    "hint": ("parts/hint",),
    "question": ("ask", "result"),
    "mixed": ("parts/mixed",),
    "tabs": ("parts/tabs",),
    "cards": ("parts/cards",),
    "checklist": ("parts/checklist",),
    "practice": ("parts/practice",),
    "recording": ("parts/recording",),
    "place": ("parts/place",),
    "listen": ("parts/listen",),
}
_NEEDS = {"cloze": ("text",), "hotspot": ("choice",)}
"""Question types that score with another one's script."""
_PROGRAM = ("namespace", "state", "host", "store", "dom", "program")
"""Scripts of the page of a programme: it reads what lessons keep as their own player does."""
_DECK = ("deck", "fit", "presenter", "keys", "start")
"""Scripts of slides; they share nothing with a lesson's player."""
_STYLES = ("base", "page")
_LAST = ("print",)
_ELSEWHERE = frozenset(("program", "book", "sheet", "slides"))
"""Sheets that no lesson's page has."""
_STYLE_PARTS = {
    "practice": ("checklist", "practice"),
    "cards": ("terms", "cards"),
    "question-match": ("question-rows",),
    "question-sort": ("question-rows",),
    "question-order": ("question-rows",),
}
"""Parts that need more than the style sheet of their name."""
_KNOWN = frozenset(
    ("callout", "checklist", "question", "steps", "tabs", "cards", "terms", "table", "code")
) | {"practice", "recording", "large", "listen"}
"""Sheets of parts."""


@lru_cache(maxsize=64)
def player_script(types: frozenset[str], parts: frozenset[str], target: Target) -> str:
    """The player for these question types, parts of a page (`page_parts`) and platform, minified.

    Same arguments, same text. Raises: PluginFault: a question type has no script.
    """
    names = (*_CORE, *_VERSIONS[target], *_SESSION, *_PAGE, *_BESIDE.get(target, ()))
    texts = [_player_file(name) for name in names]
    needed = types.union(*(_NEEDS.get(name, ()) for name in types))
    texts += [_question_script(name) for name in QUESTIONS.names() if name in needed]
    texts += [_player_file(name) for part, own in _PARTS.items() if part in parts for name in own]
    return _joined(texts)


@lru_cache(maxsize=1)
def program_script() -> str:
    """The script of the page of a programme, minified."""
    return _joined([_player_file(name) for name in _PROGRAM])


def _joined(texts: list[str]) -> str:
    return "\n".join(map(_minified, texts)).replace("</script", "<\\/script")


@lru_cache(maxsize=128)
def _minified(text: str) -> str:
    from rjsmin import jsmin  # type: ignore[import-untyped] # ships no types

    return str(jsmin(text)).strip()


@lru_cache(maxsize=128)
def _player_file(name: str) -> str:
    return (files("lessonkit") / "player" / f"{name}.js").read_text(encoding="utf-8")


def _question_script(name: str) -> str:
    """Built in, or beside the Python module of a plug-in as `<type>.js`."""
    if name in QUESTIONS.builtin:
        return _player_file(f"questions/{name}")
    return beside_plugin(name, f"{name}.js")


def lesson_style(theme: Theme, parts: frozenset[str], direction: str = "ltr") -> str:
    """The style sheet of a theme for these parts: tokens first, then its files, minified.

    `direction`: as the page is written, `ltr` or `rtl`; for all sheets here.
    """
    key = (theme.digest, parts, direction)
    if key not in _styles:
        if len(_styles) >= _KEPT:
            _styles.clear()
        _styles[key] = _style(theme, parts, direction)
    return _styles[key]


def program_style(theme: Theme, large: bool = False, direction: str = "ltr") -> str:
    """The style sheet of the page of a programme, minified; `large`: with larger type."""
    names = (*_STYLES, "program", *(("large",) if large else ()), *_own(theme), *_LAST)
    found = [_tokens(theme), *(theme.styles[name] for name in names)]
    return _small(found, direction)


def sheet_style(theme: Theme) -> str:
    """The style sheet of a facilitator's sheet as a page, minified."""
    return _small([_tokens(theme), theme.styles["sheet"]])


def deck_style(theme: Theme, direction: str = "ltr") -> str:
    """The style sheet of slides, minified; who shows them chooses light or dark."""
    return _small([_chosen(theme), theme.styles["slides"]], direction)


def _chosen(theme: Theme) -> str:
    """Tokens as the system wants them, or as `data-shade` of the page says."""
    light = _declarations({**theme.shape, **theme.tokens.light})
    dark = _declarations(theme.tokens.dark)
    night = f"@media screen and (prefers-color-scheme:dark){{:root:not([data-shade]){{{dark}}}}}"
    asked = f"@media screen{{:root[data-shade=dark]{{{dark}}}}}"
    return f":root{{color-scheme:light dark;{light}}}{night}{asked}"


@lru_cache(maxsize=1)
def deck_script() -> str:
    """The script of slides, minified."""
    folder = files("lessonkit") / "render" / "deck"
    return _joined([(folder / f"{name}.js").read_text(encoding="utf-8") for name in _DECK])


_styles: dict[tuple[str, frozenset[str], str], str] = {}
_KEPT = 64


def _style(theme: Theme, parts: frozenset[str], direction: str) -> str:
    sheets = (theme.styles[name] for name in _sheets(theme, parts))
    return _small([_tokens(theme), *sheets], direction)


def _small(styles: list[str], direction: str = "ltr") -> str:
    from rcssmin import cssmin  # type: ignore[import-untyped] # ships no types

    small = str(cssmin("\n".join(styles))).replace("</style", "<\\/style")
    return lowered(small, direction)


def _sheets(theme: Theme, parts: frozenset[str]) -> tuple[str, ...]:
    """In one order: what every page has, parts in use, sheets that a project adds, paper last."""
    used = [name for part in sorted(parts) for name in _STYLE_PARTS.get(part, (part,))]
    known = _KNOWN.union(name for name in theme.styles if name.startswith(OF_TYPE))
    used = [name for name in used if name in known]
    return (*_STYLES, *dict.fromkeys(used), *_own(theme), *_LAST)


def _own(theme: Theme) -> tuple[str, ...]:
    """What a project adds beyond the sheets of the default theme."""
    types = {name for name in theme.styles if name.startswith(OF_TYPE)}
    return tuple(sorted(theme.styles.keys() - _KNOWN - types - _ELSEWHERE - {*_STYLES, *_LAST}))


def _tokens(theme: Theme) -> str:
    light = _declarations({**theme.shape, **theme.tokens.light})
    dark = _declarations(theme.tokens.dark)
    night = f"@media screen and (prefers-color-scheme:dark){{:root{{{dark}}}}}"
    paper = "@media print{:root{color-scheme:light}}"
    return f":root{{color-scheme:light dark;{light}}}{night}{paper}"


def _declarations(tokens: Mapping[str, str]) -> str:
    return ";".join(f"--lk-{name}:{value}" for name, value in tokens.items())
