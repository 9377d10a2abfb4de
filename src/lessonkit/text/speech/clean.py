"""What is no part of what is said: pictures in letters, marks that nobody sees, other quotes."""

import re
import unicodedata

from lessonkit.text.signs import PICTURES

_EMOJI = re.compile(f"(?!(?<=\\d)★)[{PICTURES}\U0001fb00-\U0001fbff\u25a0-\u25ff]")
"""`5★` is five stars."""
_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]")
_PRIVATE = re.compile("[\ue000-\uf8ff\U000f0000-\U0010fffd\x00-\x08\x0b-\x1f\x7f\ufffd]")
_SAME = str.maketrans(
    {
        "\u00a0": " ",
        "\u202f": " ",
        "\u2009": " ",
        "\u2007": " ",
        "\u2010": "-",
        "\u2011": "-",
        "\u2012": "-",
        "\u2212": "-",
        "“": '"',
        "”": '"',
        "„": '"',
        "«": '"',
        "»": '"',
        "‘": "'",
        "’": "'",
        "′": "'",
        "″": '"',
        "…": "...",
        "º": "°",
        "˚": "°",
        "µ": "μ",
        "⁄": "/",
    }
)
_SMILEY = re.compile(r"(?<!\S)(?:[:;=]['-]?[()DPp|]+|:v|\^[_.]?\^|T_T|[>-][_.][<-])(?=[\s.,!?]|$)")
_ARROWS = re.compile("[\u2794\u2799-\u279e\u27a1]\ufe0f?")
_JOINED = re.compile("(?<!\\w)([eE]|[Ww]i|COVID|Covid)\u2013(?=\\w)")
"""With the dash that some programs make of a hyphen: `e–learning`."""
_THIN = re.compile("(?<=\\d)[\u00a0\u202f\u2009](?=\\d{3}(?!\\d))")


def cleaned(text: str, group: str) -> str:
    """Composed, without emoji and unseen marks; thin spaces within a number become `group`."""
    text = unicodedata.normalize("NFC", text)
    text = _THIN.sub(group, _UNSEEN.sub("", _PRIVATE.sub("", text)))
    text = _WIDE.sub(lambda one: unicodedata.normalize("NFKC", one[0]), text)
    text = _JOINED.sub(r"\1-", _DOTS.sub("...", text))
    text = _SMILEY.sub(" ", text)
    return _EMOJI.sub(" ", _ARROWS.sub("→", text)).translate(_SAME)


_DOTS = re.compile(r"\.{4,}")
_WIDE = re.compile("[\u2080-\u2089\uff01-\uff5e\u2160-\u217f\u2460-\u2473\u3000\ufb00-\ufb06]")
"""Figures below the line, wide forms, numbers in circles, joined letters."""
