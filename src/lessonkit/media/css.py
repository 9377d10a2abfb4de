"""The part of CSS that a drawing may carry: what paints, nothing that fetches, runs or moves."""

import re
from collections.abc import Iterator

from lessonkit.media.svg_names import CSS_ONLY, PROPERTIES

_COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)", re.DOTALL)
_FUNCTION = re.compile(r"(?<![\w-])([\w-]*)\(")
_INSIDE = re.compile(r"""url\(\s*(["']?)#[^"'()\s\\]+\1\s*\)""", re.IGNORECASE)
_SELECTOR = re.compile(r"""[\w\s.#:>+~*,\-\[\]="'^$|()]+""")
_MEDIA = re.compile(r"[\w\s.:,()<>=-]+")
_FUNCTIONS = frozenset(
    (
        *("", "rgb", "rgba", "hsl", "hsla", "hwb", "lab", "lch", "oklab", "oklch", "color"),
        *("color-mix", "light-dark", "calc", "min", "max", "clamp", "var", "matrix", "matrix3d"),
        *("translate", "translatex", "translatey", "scale", "scalex", "scaley", "rotate"),
        *("skew", "skewx", "skewy", "blur", "brightness", "contrast", "drop-shadow"),
        *("grayscale", "hue-rotate", "invert", "opacity", "saturate", "sepia"),
        *("circle", "ellipse", "inset", "path", "polygon", "rect"),
        *("linear-gradient", "radial-gradient"),
    )
)


def safe_value(value: str) -> bool:
    """Whether a value refers to nothing but parts of the same drawing.

    An escape could hide a name from us, so a value that holds one is refused whole.
    """
    if "\\" in value or "@" in value or ":" in _INSIDE.sub("", value):
        return False
    rest = _INSIDE.sub("", value)
    return all(name.lower() in _FUNCTIONS for name in _FUNCTION.findall(rest))


def clean_declarations(text: str) -> str:
    """`name: value` pairs of properties that paint, with values that fetch nothing."""
    kept = []
    for part in _declarations(_COMMENT.sub("", text)):
        name, colon, value = (piece.strip() for piece in part.partition(":"))
        known = name.lower() in PROPERTIES or name.lower() in CSS_ONLY
        custom = re.fullmatch(r"--[\w-]+", name) is not None
        if colon and (known or custom) and value and safe_value(value) and "{" not in value:
            kept.append(f"{name}: {value}")
    return "; ".join(kept)


def clean_sheet(text: str) -> str:
    """A style sheet with its plain rules and `@media`; every other `@` rule is left out."""
    return "\n".join(_rules(_COMMENT.sub("", text), nested=False))


def _rules(text: str, *, nested: bool) -> Iterator[str]:
    at = 0
    while (found := re.compile(r"[;{]").search(text, at)) is not None:
        head = text[at : found.start()].strip()
        if found[0] == ";":
            at = found.end()
            continue
        body, at = _block(text, found.end())
        if head[:6].lower() == "@media" and not nested and _MEDIA.fullmatch(head[6:]):
            inner = " ".join(_rules(body, nested=True))
            if inner:
                yield f"{head} {{ {inner} }}"
        elif _SELECTOR.fullmatch(head):
            declarations = clean_declarations(body)
            if declarations:
                yield f"{head} {{ {declarations} }}"


def _block(text: str, start: int) -> tuple[str, int]:
    """What stands before the closing brace, and the place behind it; an open one ends the text."""
    depth = 1
    for found in re.compile(r"[{}]").finditer(text, start):
        depth += 1 if found[0] == "{" else -1
        if not depth:
            return text[start : found.start()], found.end()
    return text[start:], len(text)


def _declarations(text: str) -> Iterator[str]:
    """Split at semicolons that are not in quotes or brackets."""
    start, depth, quote = 0, 0, ""
    for at, char in enumerate(text):
        if quote:
            quote = "" if char == quote else quote
        elif char in "\"'":
            quote = char
        elif char in "()":
            depth = max(0, depth + (1 if char == "(" else -1))
        elif char == ";" and not depth:
            yield text[start:at]
            start = at + 1
    yield text[start:]
