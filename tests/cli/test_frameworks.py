"""`lessonkit frameworks` on the command line."""

import json
from typing import Any

import pytest
from tests.projects import many

from lessonkit.framework.load import builtin

OWN = """\
framework:
  id: xa-ta
  title_vi: Khung của xã
  standing: part
levels:
- {level: 1, name_vi: Biết}
skills:
- code: a
  name_vi: "Đọc\n"
  children:
  - code: a.b
    name_vi: Đọc kỹ
    statement_vi: Đọc hết rồi mới bấm
    keywords_own: [chậm lại]
    levels: [{level: 1, statement_vi: Có người nhắc}]
audience_groups:
- {id: ba-con, name_vi: Bà con, who_vi: Ai ở xã}
crosswalks:
- framework: tt02-2025
  relation: exactMatchOf
  pairs: {a.b: '1.2'}
  levels: {1: 2}
- {framework: xa-ta, relation: isPartOf, pairs: {a.b: a}}
- {framework: tt18-2026, relation: isRelatedTo, pairs: {a.b: '9.9'}}
- {relation: isPeerOf, elsewhere: [{origin: a.b, uri: 'https://example.org/b', label: Nơi kia}]}
"""
RUNS = (
    "list", "list --format json", "show xa-ta", "show xa-ta --lang en", "show xa-ta:a.b",
    "show xa-ta:a.b --format json", "show xa-ta --format json", "show tt02-2025:1.2",
    "search doc", "search chậm", "search chạm", "search zzz", "search doc --format json",
    "search doc --framework tt02-2025", "search a", "search so", "search so --all",
    "show xa-t", "show xa-ta:b", "show xa-ta:", "serach", "search  ", "show",
    "search doc --framework xa-t", "show bdhvs-757",
)  # fmt: skip


@pytest.fixture(scope="module")
def done(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, Any]]:
    root = tmp_path_factory.mktemp("project")
    used = [name for name in (*builtin(), "xa-ta") if name != "moet-ai-2422"]
    (root / "lessonkit.toml").write_text(f"frameworks = {json.dumps(used)}\n", "utf-8")
    (root / "frameworks").mkdir()
    (root / "frameworks" / "xa.yaml").write_text(OWN, "utf-8")
    below = root / "modules"
    below.mkdir()
    arguments = [["frameworks", *run.split(" ")] for run in RUNS]
    found = many(below, *(["--lang", "vi", *one] for one in arguments))
    return dict(zip(RUNS, found, strict=True))


def test_exit_codes(done: dict[str, dict[str, Any]]) -> None:
    codes = {run: one["code"] for run, one in done.items() if one["code"]}
    assert codes == {
        "search chạm": 1, "search zzz": 1,
        "show xa-t": 2, "show xa-ta:b": 2, "show xa-ta:": 2, "serach": 2, "search  ": 2, "show": 2,
        "search doc --framework xa-t": 2,
    }  # fmt: skip


def test_the_list(done: dict[str, dict[str, Any]]) -> None:
    lines = done["list"]["out"].splitlines()
    assert [line.split()[:4] for line in lines if line.startswith(("tt02", "xa", "bdhvs"))] == [
        ["bdhvs-757", "0", "0", "4"],
        ["tt02-2025", "24", "8", "0"],
        ["xa-ta", "1", "1", "1"],
    ]
    assert "Khung của xã [của dự án]" in done["list"]["out"]
    assert "nguồn thứ cấp" in done["list"]["out"]
    assert done["list"]["out"].count("[dự án không dùng]") == 1
    facts = {one["id"]: one for one in json.loads(done["list --format json"]["out"])}
    assert facts["xa-ta"]["project"] is True
    assert facts["tt02-2025"]["standing"] == "whole"
    assert [one["id"] for one in facts.values() if not one["used"]] == ["moet-ai-2422"]


def test_a_framework_is_shown_with_its_doubts(done: dict[str, dict[str, Any]]) -> None:
    said = done["show bdhvs-757"]["out"]
    for part in ("Tình trạng: một phần", "Chưa tìm thấy bảng kỹ năng", "Chưa chắc", "suy luận",
                 "người khuyết tật", "Nguồn"):  # fmt: skip
        assert part in said
    own = done["show xa-ta"]["out"]
    for part in ("    a.b  Đọc kỹ", "1  Biết", "ba-con  Bà con. Ai ở xã", "1 → 2", "[của dự án]"):
        assert part in own
    assert "Audience groups" in done["show xa-ta --lang en"]["out"]
    assert json.loads(done["show xa-ta --format json"]["out"])["skills"][1]["code"] == "a.b"


def test_a_skill_is_shown_with_what_it_is_elsewhere(done: dict[str, dict[str, Any]]) -> None:
    said = done["show xa-ta:a.b"]["out"]
    for part in ("Thuộc: a Đọc", "Mô tả: Đọc hết", "Ở bậc 1: Có người nhắc", "chậm lại",
                 "không thuộc khung", "urn:lessonkit:framework:xa-ta:a.b"):  # fmt: skip
        assert part in said
    assert "tt02-2025:1.2  Đánh giá dữ liệu" in said
    assert "[exactMatchOf, theo xa-ta]" in said
    assert "digcomp-2.2:1.2" in said
    assert "tt18-2026:9.9  (khung ấy không có mã này) [isRelatedTo, theo xa-ta]" in said
    assert "Liên hệ trong khung\n  xa-ta:a  Đọc  [isPartOf, theo xa-ta]" in said
    assert "Nơi kia [isPeerOf]" in said
    assert "[exactMatchOf, theo xa-ta, tt02-2025]" in said
    assert "xa-ta:a.b  Đọc kỹ [exactMatchOf, theo xa-ta]" in done["show tt02-2025:1.2"]["out"]
    facts = json.loads(done["show xa-ta:a.b --format json"]["out"])
    there = {one["framework"]: one for one in facts["by_crosswalk"]}
    assert there["digcomp-2.2"]["levels"] == {"1": 2}


def test_a_search(done: dict[str, dict[str, Any]]) -> None:
    assert done["search doc"]["out"].startswith("xa-ta:a  Đọc\n")
    assert "Từ khóa đặt thêm, không thuộc khung: chậm lại" in done["search chậm"]["out"]
    assert "Gần nhất là:" in done["search chạm"]["out"]
    assert "chậm lại" in done["search chạm"]["out"]
    assert done["search zzz"]["out"] == "Không thấy kỹ năng hay nhóm nào có “zzz”.\n"
    assert json.loads(done["search doc --format json"]["out"])["hits"][0]["code"] == "a"
    assert "thêm --all" in done["search so"]["out"]
    assert len(done["search so --all"]["out"]) > len(done["search so"]["out"])


def test_what_is_wrong_is_a_sentence(done: dict[str, dict[str, Any]]) -> None:
    for run, part in {
        "show xa-t": "“xa-ta”", "show xa-ta:b": "Các mã có: a, a.b.", "show xa-ta:": "“”",
        "serach": "“search”", "search  ": "ít nhất một từ",
        "search doc --framework xa-t": "“xa-ta”",
    }.items():  # fmt: skip
        assert part in done[run]["err"], run
        assert done[run]["out"] == ""
