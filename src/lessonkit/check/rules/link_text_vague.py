"""The words of a link do not say where it leads.

Vì sao:
    Máy đọc màn hình có thể đọc riêng danh sách liên kết. Mười chữ “tại đây” thì không biết liên
    kết nào dẫn đi đâu.

Why:
    A screen reader can list links on their own. Ten times “here” tells nobody where each leads.

Wrong:
    Xem thủ tục [tại đây](https://dichvucong.gov.vn/thu-tuc).

Right:
    Xem [thủ tục đăng ký thường trú](https://dichvucong.gov.vn/thu-tuc).

Source:
    WCAG 2.2, 2.4.4 Link Purpose (In Context) (A), failure F84
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
    """At the link."""
    vague = phrases(module.meta.lang).vague_links
    for link in survey(module).of(Link):
        text = "".join(plain(one) for one in link.inner).strip()
        if bare(text).strip() in vague:
            yield Finding(link.span, {"text": text})


RULE = Rule("LK308", "link-text-vague", Severity.WARNING, "0.1", find)
