"""LaTeX to MathML, by latex2mathml, loaded when a lesson has a formula."""

import re

MAX_TEX = 2_000
_SAFE = re.compile(r"<(?:/?(?:math|m[a-z]+)\b[^<>]*)>")


def mathml(tex: str, display: bool) -> str:
    """MathML, or an empty string where the formula cannot be read."""
    if len(tex) > MAX_TEX or tex.count("{") > 200:
        return ""
    from latex2mathml.converter import convert

    try:
        made: str = convert(tex, display="block" if display else "inline")
    except Exception:  # the library raises whatever its parser stumbles on
        return ""
    return made if "<" not in _SAFE.sub("", made) else ""
