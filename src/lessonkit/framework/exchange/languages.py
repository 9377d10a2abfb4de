"""In which language a text is, by what the file says, else by its letters."""

import re
from collections import Counter
from collections.abc import Iterable

from lessonkit.framework.model import Framework, Names

_VIETNAMESE = re.compile("[ăđơưĂĐƠƯ\u1ea0-\u1ef9]")
_TAG = re.compile(r"([A-Za-z]{2,3})([-_].*)?")


def base(tag: str) -> str:
    """`en` of `en-US`; empty where it is no tag of a language."""
    match = _TAG.fullmatch(tag.strip())
    return match[1].lower() if match else ""


def guessed(texts: Iterable[str]) -> str:
    """`vi` where the letters that only Vietnamese has are there, else `en`."""
    return "vi" if any(map(_VIETNAMESE.search, texts)) else "en"


def main(framework: Framework) -> str:
    """The one language of a file that holds only one: its own, else that of most names."""
    own = base(framework.lang)
    if own:
        return own
    counts = Counter(lang for one in framework.skills.values() for lang in one.names)
    counts.update(list(framework.titles))
    # Of two that are as frequent the one that is there first.
    return max(counts, key=counts.__getitem__, default="vi")


def chosen(names: Names, lang: str) -> str:
    """That language where the names have it, else the first that they have."""
    return lang if lang in names else next(iter(names), lang)
