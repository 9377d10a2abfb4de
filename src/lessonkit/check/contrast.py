"""How far two colours stand apart. Source: WCAG 2.2, relative luminance and contrast ratio."""

import re

_HEX = r"#([0-9a-fA-F]{6}|[0-9a-fA-F]{3})"


def contrast(one: str, other: str) -> float | None:
    """1.0 to 21.0 for two colours `#rrggbb` or `#rgb`; None where one is neither."""
    first, second = luminance(one), luminance(other)
    if first is None or second is None:
        return None
    lighter, darker = max(first, second), min(first, second)
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: str) -> float | None:
    """0.0 for black to 1.0 for white."""
    match = re.fullmatch(_HEX, colour.strip())
    if match is None:
        return None
    digits = match.group(1)
    if len(digits) == 3:
        digits = "".join(digit * 2 for digit in digits)
    red, green, blue = (_linear(int(digits[at : at + 2], 16) / 255) for at in (0, 2, 4))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(share: float) -> float:
    return share / 12.92 if share <= 0.04045 else float(((share + 0.055) / 1.055) ** 2.4)
