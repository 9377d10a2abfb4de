"""A text as a voice reads it, in the language it is in."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache

from lessonkit.text.speech.clean import cleaned
from lessonkit.text.speech.draft import MARK, Draft
from lessonkit.text.speech.lexicon import Lexicon, say_words

NONE = Lexicon()
_OVER = re.compile(r"(?<=[^\W\d_)])/|/(?=[^\W\d_(])")
_FRACTION = {"vi": "trên", "en": "over"}
"""What stands between the parts of a fraction of letters."""
_LONGEST = 800
"""Signs that are read as one: some rules take time with the square of it."""
_ENDS = re.compile(r"(?:\.{3}|[.!?,;:])? ")
_BLANKS = re.compile(r"\s{2,}")
Rules = Sequence[Callable[[Draft], None]]


def spoken(text: str, lang: str = "vi", lexicon: Lexicon = NONE) -> str:
    """The words of a text: what the author's lexicon says first, then the rules of the language.

    Of a language without rules, the text without emoji.
    """
    return joined(((text, ""),), lang, lexicon)


def joined(parts: Sequence[tuple[str, str]], lang: str, lexicon: Lexicon = NONE) -> str:
    """The same for a text in parts: `(text, reading)`; one with a reading is said as that says."""
    rules, group, tidy = _language(lang.partition("-")[0].lower())
    draft = Draft("", lexicon.numbers)
    for text, reading in parts:
        named = reading and draft.text.rstrip().endswith((reading, f"({reading}"))
        if not named:  # the author named the sign already: `dấu gạch chéo /`
            draft.text += draft.mark(reading) if reading else _BLANKS.sub(" ", cleaned(text, group))
    own = lexicon.of(lang)
    said = (tidy(_read(draft, part, own, rules)) for part in _parts(draft.text))
    return " ".join(one for one in said if one)


def _read(draft: Draft, part: str, own: Mapping[str, str], rules: Rules) -> str:
    draft.text = part
    with draft.apart():
        say_words(draft, own)
        for rule in rules:
            rule(draft)
        return draft.said()


def _parts(text: str) -> Iterator[str]:
    """The text, in parts where it is too long for rules that look far to the left and right."""
    while len(text) > _LONGEST:
        end = max(_ENDS.finditer(text, _LONGEST // 2, _LONGEST), key=_rank, default=None)
        at = end.end() if end else _LONGEST
        yield text[:at]
        text = text[at:]
    yield text


def _rank(end: re.Match[str]) -> tuple[int, int]:
    """Rather behind a sentence than at a comma, rather there than at a blank; rather later."""
    return (0 if end[0] == " " else 1 if end[0][0] in ",;:" else 2, end.start())


def code(text: str, lang: str, lexicon: Lexicon = NONE) -> str:
    """What is typed, such as `an-toan_2`: its signs are said too."""
    base = lang.partition("-")[0].lower()
    if base == "vi":
        from lessonkit.text.speech.vi import addresses as vi

        return lexicon.of(lang).get(text) or vi.typed(cleaned(text, "."))
    if base == "en":
        from lessonkit.text.speech.en import addresses as en

        return lexicon.of(lang).get(text) or en.typed(cleaned(text, ","))
    return cleaned(text, " ")


def formula(tex: str, lang: str, lexicon: Lexicon = NONE) -> str:
    """A formula in LaTeX."""
    from lessonkit.text.speech.tex import linear

    text = linear(tex).replace("_", " ")
    word = _FRACTION.get(lang.partition("-")[0])
    return spoken(_OVER.sub(f" {word} ", text) if word else text, lang, lexicon)


@lru_cache(maxsize=8)
def _language(base: str) -> tuple[Rules, str, Callable[[str], str]]:
    """Rules, the sign between thousands, and what tidies the end."""
    if base == "vi":
        from lessonkit.text.speech.vi import rules as vi

        return vi.RULES, ".", vi.tidy
    if base == "en":
        from lessonkit.text.speech.en import rules as en

        return en.RULES, ",", en.tidy
    return (), " ", _bare


def _bare(text: str) -> str:
    return re.sub(MARK, "", text)
