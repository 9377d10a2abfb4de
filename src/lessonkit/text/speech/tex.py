"""LaTeX on one line, with signs that can be shown and said: `\\frac{a}{b}` as `a/b`."""

import re

_SIGNS = {
    "times": "×", "cdot": "×", "div": "÷", "le": "≤", "leq": "≤", "ge": "≥", "geq": "≥",
    "ne": "≠", "neq": "≠", "approx": "≈", "pm": "±", "to": "→", "rightarrow": "→",
    "Rightarrow": "→", "infty": "∞", "pi": "π", "degree": "°", "circ": "°", "ldots": "…",
    "dots": "…", "cdots": "…", "lt": "<", "gt": ">", "alpha": "α", "beta": "β", "Delta": "Δ",
}  # fmt: skip
_TEXT = re.compile(r"\\(?:text|mathrm|mathbf|mathit|operatorname)\s*\{([^{}]*)\}")
_FRACTION = re.compile(r"\\[dt]?frac\s*\{([^{}]*)\}\s*\{([^{}]*)\}")
_ROOT = re.compile(r"\\sqrt\s*\{([^{}]*)\}")
_POWER = re.compile(r"\^\s*(?:\{\s*(-?\d+|\\circ)\s*\}|(\d|\\circ))")
_POWERS = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")
_SPACES = re.compile(r"\\[,;:! ]|\\q?quad|~|(?<!\\)&")
_AROUND = re.compile(
    r"\\(?:begin|end)\s*\{[^{}]*\}(?:\s*\{[lcr|\s]*\})?"
    r"|\\(?:left|right|[bB]igg?|displaystyle|limits)(?![A-Za-z])\.?"
)
"""What says how a thing is set, and is none itself."""
_LINE = re.compile(r"\\\\(?:\[[^\]]*\])?")
_TIGHT = re.compile(r" ([°;)])|(\() ")
_DEEP = 6
"""How many fractions may stand within each other."""


def linear(tex: str) -> str:
    """What cannot be put on one line loses its command and keeps its content."""
    text = _SPACES.sub(" ", _LINE.sub("; ", _AROUND.sub(" ", tex)))
    for _ in range(_DEEP):
        before = text
        text = _TEXT.sub(r"\1", text)
        text = _POWER.sub(_power, text)
        text = _FRACTION.sub(lambda one: f"{_apart(one[1])}/{_apart(one[2])}", text)
        text = _ROOT.sub(lambda one: f"√{_apart(one[1])}", text)
        if text == before:
            break
    text = re.sub(r"\\([A-Za-z]+)", lambda one: f" {_SIGNS.get(one[1], '')} ", text)
    text = re.sub(r"\\(.)", r"\1", text).replace("{", "").replace("}", "")
    return _TIGHT.sub(r"\1\2", " ".join(text.split())).rstrip("; ")


def _power(match: re.Match[str]) -> str:
    exponent = match[1] or match[2]
    return "°" if exponent == "\\circ" else exponent.translate(_POWERS)


def _apart(text: str) -> str:
    """In brackets, unless it is one thing."""
    bare = text.strip()
    return bare if re.fullmatch(r"[\w.,°²³]+|\(.*\)", bare) else f"({bare})"
