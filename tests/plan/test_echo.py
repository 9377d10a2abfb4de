"""What a voice has said already is not to be read a second time."""

from pathlib import Path

import pytest
from tests.projects import lesson, project

import lessonkit
from lessonkit.model import blocks as b
from lessonkit.model.walk import walk
from lessonkit.plan.echo import Spoken, unheard

SAID = """Câu chuyện này đi theo lựa chọn của bạn. Cứ thử, ở đây không mất gì.
Dài là từ mười sáu ký tự. Bạn bấm vào liên kết."""
PAGE = """
:::{narration}
%s
:::

%s
"""


def of(tmp_path: Path, more: str) -> tuple[b.Block, ...]:
    root = project(tmp_path, {"a/module.md": lesson("a", f"\n## Kể {{#ke}}\n{more}")})
    module = lessonkit.read(root / "modules/a/module.md").module
    assert module is not None
    found = (one for one in module.blocks if isinstance(one, b.Section) and one.id == "ke")
    return next(found).blocks


def left(tmp_path: Path, page: str) -> list[b.Block]:
    told, *shown = of(tmp_path, PAGE % (SAID, page))
    return list(unheard(shown, Spoken([told], "vi")))


@pytest.mark.parametrize(
    ("page", "kept"),
    [
        ("Câu chuyện dưới đây đi theo lựa chọn của bạn.", ""),
        ("**Dài:** từ 16 ký tự.", ""),
        ("**Dài:** từ 12 ký tự.", "Dài: từ 12 ký tự."),
        ("Bạn đừng bấm vào liên kết.", "Bạn đừng bấm vào liên kết."),
        ("Cứ thử, ở đây không mất gì. Bấm *nút xanh* nhé.", "Bấm nút xanh nhé."),
        ("Cứ thử, ở đây mất gì.", "Cứ thử, ở đây mất gì."),
    ],
)
def test_sentences_that_are_said_are_left_out(tmp_path: Path, page: str, kept: str) -> None:
    found = [one for one in walk(tuple(left(tmp_path, page))) if isinstance(one, b.Paragraph)]
    assert " ".join(one.prose.plain() for one in found) == kept


def test_lists_and_boxes_are_whole_or_gone_and_steps_stay(tmp_path: Path) -> None:
    page = """
- Dài từ 16 ký tự.
- Cứ thử, ở đây không mất gì.

:::{tip}
Dài từ 16 ký tự.
:::

:::{tip}
Dài từ 16 ký tự.

Hỏi người bạn tin.
:::

:::{steps}
1. Bạn bấm vào liên kết.
:::
"""
    found = left(tmp_path, page)
    assert [type(one) for one in found] == [b.Callout, b.Steps]
    assert isinstance(found[0], b.Callout)
    assert len(found[0].blocks) == 2
