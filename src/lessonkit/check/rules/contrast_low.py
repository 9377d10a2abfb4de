"""Two colours of the theme that meet are too alike.

Vì sao:
    Chữ nhạt trên nền nhạt thì người mắt kém, hoặc người đứng giữa nắng, không đọc được.

Why:
    Pale letters on a pale ground cannot be read by weak eyes or in bright sun.

Wrong:
    [light]
    text = "#777777"
    back = "#ffffff"

Right:
    [light]
    text = "#222222"
    back = "#ffffff"

Source:
    WCAG 2.2, 1.4.3 Contrast (Minimum) (AA) and 1.4.11 Non-text Contrast (AA)
"""

from collections.abc import Iterator

from lessonkit.base.diag import Finding, Severity, line_span
from lessonkit.check.contrast import contrast
from lessonkit.check.rule import Rule
from lessonkit.model.index import Index
from lessonkit.model.module import Module
from lessonkit.model.theme import Tokens


def find(_module: Module, index: Index) -> Iterator[Finding]:
    """At the token in the theme's file, the same for every module."""
    if not _last or _last[0][0] is not index.tokens:
        _last[:] = [(index.tokens, tuple(_too_alike(index.tokens)))]
    yield from _last[0][1]


_last: list[tuple[Tokens, tuple[Finding, ...]]] = []
"""What was found in the theme that was looked at last: it is the same for every module."""


def _too_alike(tokens: Tokens) -> Iterator[Finding]:
    for scheme, colours in (("light", tokens.light), ("dark", tokens.dark)):
        for pair in tokens.pairs:
            front, back = colours.get(pair.front, ""), colours.get(pair.back, "")
            ratio = contrast(front, back)
            if ratio is not None and ratio < pair.ratio:
                line = tokens.lines.get(f"{scheme}.{pair.front}", 1)
                yield Finding(
                    line_span(tokens.source, line),
                    {
                        "front": pair.front,
                        "front_colour": front,
                        "back": pair.back,
                        "back_colour": back,
                        "scheme": scheme,
                        "ratio": int(ratio * 100) / 100,
                        "least": pair.ratio,
                    },
                )


RULE = Rule("LK317", "contrast-low", Severity.WARNING, "0.1", find, shared=True)
