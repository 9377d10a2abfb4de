"""The same diagnostics in four forms."""

import json
import unicodedata
from pathlib import Path

import pytest

from lessonkit.base.diag import Diagnostic, Edit, Pos, Severity, Span, line_span
from lessonkit.base.errors import UsageError
from lessonkit.check.excerpt import Excerpts, expanded, width, window
from lessonkit.check.report import report

LINES = ("Đọc bài này.", "\tXem 漢字 [tại đây](x).", "x" * 300)


def sample(line: int, column: int, length: int, **more: object) -> Diagnostic:
    """A diagnostic in `module.md`."""
    fields: dict[str, object] = {
        "code": "LK308",
        "name": "link-text-vague",
        "severity": Severity.WARNING,
        "span": line_span("bài/module.md", line, column, length),
        "message": "chữ “tại đây”, 100%",
        "hint": "sửa lại",
    }
    return Diagnostic(**(fields | more))  # type: ignore[arg-type]  # put together by name


@pytest.fixture
def excerpts(tmp_path: Path) -> Excerpts:
    folder = tmp_path / "bài"
    folder.mkdir()
    text = unicodedata.normalize("NFD", "\r\n".join(LINES))
    (folder / "module.md").write_bytes(b"\xef\xbb\xbf" + text.encode())
    return Excerpts(tmp_path)


def written(form: str, *found: Diagnostic, excerpts: Excerpts, **how: bool) -> str:
    return "".join(report(form, found, excerpts, "vi", **how))


def test_text_has_a_caret_under_the_place_as_it_is_seen(excerpts: Excerpts) -> None:
    found = written("text", sample(2, 9, 9), excerpts=excerpts)

    assert found == (
        "bài/module.md:2:9: cảnh báo LK308 link-text-vague: chữ “tại đây”, 100%\n"
        "    2 |     Xem 漢字 [tại đây](x).\n"
        "      |              ^^^^^^^^^\n"
        "      gợi ý: sửa lại\n"
        "\n"
        "0 lỗi, 1 cảnh báo, 0 thông tin trong 1 tệp\n"
    )


def test_text_is_coloured_only_when_asked(excerpts: Excerpts) -> None:
    assert "\x1b[" not in written("text", sample(1, 1, 3), excerpts=excerpts)
    assert "\x1b[33;1mcảnh báo\x1b[0m" in written(
        "text", sample(1, 1, 3), excerpts=excerpts, colour=True
    )


def test_text_says_that_nothing_was_found(excerpts: Excerpts) -> None:
    assert written("text", excerpts=excerpts) == "Không thấy lỗi nào.\n"


def test_a_source_that_is_gone_has_no_excerpt(excerpts: Excerpts) -> None:
    gone = sample(1, 1, 0, span=line_span("khac.md"))

    assert " | " not in written("text", gone, excerpts=excerpts)


def test_a_long_line_is_shown_around_the_place(excerpts: Excerpts) -> None:
    shown, before, columns = window(LINES[2], 150, 160, 100)

    assert len(shown) <= 102
    assert shown.startswith("…")
    assert shown.endswith("…")
    assert (before + columns, columns) == (before + 10, 10)


@pytest.mark.parametrize(
    ("text", "columns"), [("abc", 3), ("ế", 1), ("e\u0302\u0301", 1), ("漢字", 4), ("\u200b", 0)]
)
def test_width_is_counted_as_a_terminal_does(text: str, columns: int) -> None:
    assert width(text) == columns


def test_tabs_go_to_the_next_stop_and_controls_do_nothing() -> None:
    assert expanded("a\tb\x1b[31m") == "a   b\N{REPLACEMENT CHARACTER}[31m"


def test_json_holds_everything(excerpts: Excerpts) -> None:
    place = Span("bài/module.md", Pos(1, 1), Pos(1, 1))
    mended = sample(1, 1, 3, args={"text": "tại đây"}, fix=(Edit(place, "x"),))
    found = json.loads(written("json", mended, sample(2, 9, 9), excerpts=excerpts))

    assert found["format"] == 1
    assert found["summary"] == {"error": 0, "warning": 2, "info": 0}
    first = found["diagnostics"][0]
    assert first["file"] == "bài/module.md"
    assert first["end"] == {"line": 1, "column": 4}
    assert first["fix"][0]["text"] == "x"
    assert json.loads(written("json", excerpts=excerpts))["diagnostics"] == []


def test_sarif_names_the_rules_that_were_broken(excerpts: Excerpts) -> None:
    place = Span("bài/module.md", Pos(1, 1), Pos(1, 1))
    found = json.loads(
        written("sarif", sample(1, 1, 3, fix=(Edit(place, "x"),)), excerpts=excerpts)
    )
    run = found["runs"][0]

    assert found["version"] == "2.1.0"
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == ["LK308"]
    result = run["results"][0]
    assert result["level"] == "warning"
    where = result["locations"][0]["physicalLocation"]
    assert where["artifactLocation"]["uri"] == "b%C3%A0i/module.md"
    assert where["region"]["endColumn"] == 4
    assert result["fixes"][0]["artifactChanges"][0]["replacements"][0]["insertedContent"]
    assert json.loads(written("sarif", excerpts=excerpts))["runs"][0]["results"] == []


def test_github_annotates_a_line(excerpts: Excerpts) -> None:
    found = written("github", sample(2, 9, 9, severity=Severity.INFO), excerpts=excerpts)

    assert found == (
        "::notice file=bài/module.md,line=2,endLine=2,col=9,endColumn=17,"
        "title=LK308 link-text-vague::chữ “tại đây”, 100%25%0Asửa lại\n"
    )


def test_a_finding_outside_the_lessons_is_said_once(excerpts: Excerpts) -> None:
    theme = sample(1, 1, 0, code="LK317", span=line_span("theme.toml", 3))
    found = json.loads(written("json", theme, theme, excerpts=excerpts))

    assert len(found["diagnostics"]) == 1


def test_a_form_that_is_none_is_refused(excerpts: Excerpts) -> None:
    with pytest.raises(UsageError, match="sarif"):
        written("xml", excerpts=excerpts)
