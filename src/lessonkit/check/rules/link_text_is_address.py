"""The words of a link are a long address.

Vì sao:
    Máy đọc màn hình đọc địa chỉ từng chữ một: “h t t p s hai chấm…”. Tên trang ngắn như
    dichvucong.gov.vn thì được.

Why:
    A screen reader spells it out: “h t t p s colon…”. A short name such as dichvucong.gov.vn is
    fine.

Wrong:
    Xem <https://dichvucong.gov.vn/p/home/dvc-trang-chu.html?ma=12>.

Right:
    Xem [Cổng Dịch vụ công Quốc gia](https://dichvucong.gov.vn/p/home/dvc-trang-chu.html?ma=12).

Source:
    WCAG 2.2, 2.4.4 Link Purpose (In Context) (A); which address is long is the project's choice.
"""

import re
from collections.abc import Iterator

from lessonkit.base.diag import Finding, Severity
from lessonkit.check.rule import Rule
from lessonkit.check.survey import survey
from lessonkit.model.index import Index
from lessonkit.model.module import Module
from lessonkit.text.inline import Link, plain

_ADDRESS = r"(?i)(?:https?://|www\.)\S+|[\w.-]+\.\w{2,}/\S+"
_HOST = r"(?:https?://)?[\w.-]+/?"


def find(module: Module, _index: Index) -> Iterator[Finding]:
    """At the link; a host name alone can be read aloud."""
    for link in survey(module).of(Link):
        text = "".join(plain(one) for one in link.inner).strip()
        if "." in text and re.fullmatch(_ADDRESS, text) and not re.fullmatch(_HOST, text):
            shown = text if len(text) <= 60 else text[:59] + "…"
            yield Finding(link.span, {"text": shown})


RULE = Rule("LK309", "link-text-is-address", Severity.WARNING, "0.1", find)
