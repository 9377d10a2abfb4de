"""Two links have the same words and lead to different places.

Vì sao:
    Nghe riêng danh sách liên kết thì không phân biệt được hai liên kết cùng chữ.

Why:
    In a list of links the two cannot be told apart.

Wrong:
    Xem [hướng dẫn](https://a.example/1), rồi đọc [hướng dẫn](https://b.example/2).

Right:
    Xem [hướng dẫn khóa SIM](https://a.example/1), rồi đọc [hướng dẫn đổi mật khẩu](https://b.example/2).

Source:
    WCAG 2.2, 2.4.9 Link Purpose (Link Only) (AAA); the level that lessons aim at is AA, so this
    is information.
"""

from collections.abc import Iterator

from lessonkit.base.diag import Finding, Severity
from lessonkit.check.phrases import bare, phrases
from lessonkit.check.rule import Rule
from lessonkit.check.survey import survey
from lessonkit.model.index import Index
from lessonkit.model.module import Module
from lessonkit.text.inline import Link, plain


def find(module: Module, _index: Index) -> Iterator[Finding]:
    """At the second one; words that are vague anyway are `link-text-vague`."""
    first: dict[str, Link] = {}
    vague = phrases(module.meta.lang).vague_links
    for link in survey(module).of(Link):
        text = "".join(plain(one) for one in link.inner).strip()
        key = bare(text).strip()
        if not key or key in vague:
            continue
        other = first.setdefault(key, link)
        if other.href != link.href:
            yield Finding(link.span, {"text": text, "line": other.span.start.line})


RULE = Rule("LK310", "link-text-ambiguous", Severity.INFO, "0.1", find)
