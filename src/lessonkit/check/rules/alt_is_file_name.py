"""The alternative text of a picture is the name of a file.

Vì sao:
    “hinh-1.png” không nói cho ai biết trong hình có gì.

Why:
    “picture-1.png” tells nobody what is in the picture.

Wrong:
    ![hinh.png](media/hinh.png)

Right:
    ![Màn hình hiện một cuộc gọi từ số lạ](media/hinh.png)

Source:
    WCAG 2.2, 1.1.1 Non-text Content (A), failure F30
"""

import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from lessonkit.base.diag import Finding, Severity
from lessonkit.check.rule import Rule
from lessonkit.check.survey import survey
from lessonkit.model.index import Index
from lessonkit.model.module import Module
from lessonkit.text.inline import Picture

_NAME = (
    r"(?i)\S+\.(?:png|jpe?g|gif|webp|svg|bmp|tiff?|avif|heic)"
    r"|(?:img|image|dsc|screenshot|hinh|anh)[-_ ]?\d+"
)


def find(module: Module, _index: Index) -> Iterator[Finding]:
    """At the picture."""
    for picture in survey(module).of(Picture):
        alt = picture.alt.strip()
        if alt and (re.fullmatch(_NAME, alt) or alt == PurePosixPath(picture.src).stem):
            yield Finding(picture.span, {"alt": alt})


RULE = Rule("LK302", "alt-is-file-name", Severity.WARNING, "0.1", find)
