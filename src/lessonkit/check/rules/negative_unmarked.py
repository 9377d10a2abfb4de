"""A question asks for what is not so, and the word that says it is not stressed.

Vì sao:
    Đọc lướt rất dễ bỏ sót chữ “không”, rồi trả lời ngược. Người học mất điểm vì mắt, không phải
    vì không biết.

Why:
    A “not” is easily missed, and the answer then turned round: points lost to the eye, not to
    ignorance.

Wrong:
    :::{choice} Việc nào sau đây không an toàn?
    :id: khong-an-toan
    :objective: muc-tieu

    - [ ] Tự tìm số chính thức
      > Việc này an toàn.
    - [x] Đọc mã OTP cho người gọi
      > Đúng. Mã này chỉ để bạn tự nhập.
    - [ ] Hỏi một người thân
      > Việc này an toàn.
    :::

Right:
    :::{choice} Việc nào sau đây **không** an toàn?
    :id: khong-an-toan
    :objective: muc-tieu

    - [ ] Tự tìm số chính thức
      > Việc này an toàn.
    - [x] Đọc mã OTP cho người gọi
      > Đúng. Mã này chỉ để bạn tự nhập.
    - [ ] Hỏi một người thân
      > Việc này an toàn.
    :::

Source:
    Haladyna, Downing & Rodriguez 2002, Applied Measurement in Education 15(3), 309-334: negative
    words are avoided, or stressed where they must be.
"""

from collections.abc import Iterator

from lessonkit.base.diag import Finding, Severity
from lessonkit.check.items import choices
from lessonkit.check.phrases import Phrases, first_of, phrases
from lessonkit.check.rule import Rule
from lessonkit.model.index import Index
from lessonkit.model.module import Module
from lessonkit.text.inline import Emphasis, Inline, Link, Phrase, Strike, Strong, plain
from lessonkit.text.tieng import words


def find(module: Module, _index: Index) -> Iterator[Finding]:
    """At what is asked, when a choice is asked for; capitals stress as well as bold does."""
    said = phrases(module.meta.lang)
    gate = (*said.exceptions, *said.negatives)
    for item in choices(module):
        if not any(one in item.asked_bare for one in gate):
            continue
        ask = item.question.ask
        quiet = [one for one in words(_unstressed(ask.inlines)) if not _loud(one)]
        word = _negative(quiet, said)
        if word:
            yield Finding(item.asked.span, {"word": word})


def _negative(spoken: list[str], said: Phrases) -> str:
    """The word that turns it round: an exception, or a negative right behind the selector."""
    lower = [word.lower() for word in spoken]
    found = first_of(said.exceptions, f" {' '.join(lower)} ")
    if found:
        return found
    for place, word in enumerate(lower):
        if word in said.selectors:
            rest = place + 1
            while rest < len(lower) and lower[rest] in said.fillers:
                rest += 1
            behind = f"{' '.join(lower[rest:])} "
            return next((one for one in said.negatives if behind.startswith(f"{one} ")), "")
    return ""


def _unstressed(inlines: tuple[Inline, ...]) -> str:
    parts = []
    for inline in inlines:
        match inline:
            case Strong() | Emphasis():
                parts.append(" … ")
            case Link() | Phrase() | Strike():
                parts.append(_unstressed(inline.inner))
            case _:
                parts.append(plain(inline))
    return "".join(parts)


def _loud(word: str) -> bool:
    return len(word) > 1 and word.isupper()


RULE = Rule("LK625", "negative-unmarked", Severity.WARNING, "0.1", find)
