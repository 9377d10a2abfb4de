"""Comments that silence one finding: where they hold, and what is wrong with them."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.check.lessons import check, whole

from lessonkit.base.ignore import Ignore, find_ignores
from lessonkit.model.settings import CheckSettings, Settings

PICTURE = "![](media/hinh.png)"
LINES = (
    "<!-- lessonkit: ignore LK301 - x -->",
    "# lessonkit: ignore LK205 - y",
    "<!-- lessonkit:",
    "  <!-- lessonkit: ignore -->",
    "```",
    "> ~~~",
    "---",
    "a",
    "",
)


def ignores(*lines: str, meta: int = 0) -> tuple[Ignore, ...]:
    """Those of a text of these lines."""
    return find_ignores("\n".join(lines), "module.md", meta)


@pytest.mark.parametrize("dash", ["-", "--", "–", "—", "−", ":"])
def test_any_dash_opens_the_reason(dash: str) -> None:
    (found,) = ignores(f"<!-- lessonkit: ignore LK301 {dash} hình cũ -->", PICTURE)

    assert (found.code, found.reason) == ("LK301", "hình cũ")
    assert (found.target_line, found.last_line) == (2, 2)


def test_a_name_has_hyphens_and_is_not_cut_at_them() -> None:
    (found,) = ignores("<!-- lessonkit: ignore image-without-alt - hình cũ -->", PICTURE)

    assert (found.code, found.reason) == ("image-without-alt", "hình cũ")


def test_several_codes_may_share_a_reason() -> None:
    found = ignores("<!-- lessonkit: ignore LK301, LK303 - hình cũ -->", PICTURE)

    assert [one.code for one in found] == ["LK301", "LK303"]


def test_it_holds_to_the_end_of_the_paragraph_below() -> None:
    (found,) = ignores("<!-- lessonkit: ignore LK318 - luật -->", "", "một", "hai", "", "ba")

    assert (found.target_line, found.last_line) == (3, 4)


def test_comments_below_each_other_hold_for_the_same_place() -> None:
    found = ignores(
        "<!-- lessonkit: ignore LK301 - a -->", "<!-- lessonkit: ignore LK303 - b -->", PICTURE
    )

    assert [one.target_line for one in found] == [3, 3]


def test_a_code_fence_holds_text() -> None:
    assert not ignores("```html", "<!-- lessonkit: ignore LK301 - a -->", "```")
    assert ignores("```", "```", "<!-- lessonkit: ignore LK301 - a -->", "x")


def test_a_comment_within_a_line_is_none() -> None:
    assert not ignores("Viết `<!-- lessonkit: ignore LK301 - a -->` lên dòng trước.")


def test_front_matter_has_comments_of_its_own() -> None:
    found = ignores(
        "---", "# lessonkit: ignore LK205 - bài dài", "minutes: 30", "---",
        "# lessonkit: ignore LK205 - tiêu đề", meta=4,
    )  # fmt: skip

    assert [(one.target_line, one.meta) for one in found] == [(3, True)]


@given(
    st.lists(
        st.sampled_from(LINES),
        max_size=12,
    ),
    st.integers(0, 12),
)
def test_places_lie_within_the_file(lines: list[str], meta: int) -> None:
    for one in ignores(*lines, meta=meta):
        line = lines[one.span.start.line - 1]
        assert line[one.span.start.column - 1 : one.span.end.column - 1] == line.strip()
        assert one.span.start.line < one.target_line <= one.last_line + 1


def codes(text: str, folder: Path, settings: Settings | None = None) -> list[str]:
    """Of all diagnostics."""
    return [one.code for one in check(text, folder, settings=settings)]


def test_an_ignore_hides_its_finding_and_nothing_else(tmp_path: Path) -> None:
    quiet = f"<!-- lessonkit: ignore LK301 - hình cũ -->\n{PICTURE}"

    assert codes(whole(quiet), tmp_path) == []
    assert codes(whole(f"{quiet}\n\n{PICTURE}"), tmp_path) == ["LK301"]
    named = quiet.replace("LK301", "image-without-alt")
    assert codes(whole(named), tmp_path) == []


@pytest.mark.parametrize(
    ("comment", "expected"),
    [
        ("ignore LK301", ["LK901", "LK301"]),
        ("ignore LK301 -", ["LK901", "LK301"]),
        ("ignore LK302 - tên tệp", ["LK902", "LK301"]),
        ("ignore LK3011 - gõ nhầm", ["LK903", "LK301"]),
        ("skip LK301 - lệnh lạ", ["LK904", "LK301"]),
    ],
)
def test_faults_of_ignores(comment: str, expected: list[str], tmp_path: Path) -> None:
    text = whole(f"<!-- lessonkit: {comment} -->\n{PICTURE}")

    assert codes(text, tmp_path) == expected


def test_an_ignore_of_a_rule_that_is_off_is_not_called_unused(tmp_path: Path) -> None:
    settings = Settings(check=CheckSettings(severity={"image-without-alt": "off", "LK206": "off"}))
    text = whole(f"<!-- lessonkit: ignore LK301 - hình cũ -->\n{PICTURE}")

    assert codes(text, tmp_path, settings) == []


def test_what_is_said_of_the_whole_front_matter_is_ignored_within_it(tmp_path: Path) -> None:
    text = whole("Đọc bài.").replace("license: CC-BY-4.0\n", "")
    quiet = text.replace("lang: vi", "# lessonkit: ignore LK213 - bản nháp\nlang: vi")

    assert codes(text, tmp_path) == ["LK213"]
    assert codes(quiet, tmp_path) == []


def test_errors_of_reading_cannot_be_ignored(tmp_path: Path) -> None:
    text = whole("Đọc bài.").replace("lang: vi", "# lessonkit: ignore LK111 - tôi thích\nlangg: vi")

    assert codes(text, tmp_path) == ["LK111"]
