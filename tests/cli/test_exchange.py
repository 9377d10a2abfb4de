"""`lessonkit frameworks import` and `export` on the command line."""

from pathlib import Path
from typing import Any

import pytest
from tests.projects import many

FORMS = ("case", "case1.0", "opensalt", "moodle", "openedx", "openedx-json", "skos", "yaml")
CSV = "id,value,parent_id\nS,=An toàn,\nS.1,Mật khẩu,S\nS.2,Mật khẩu,nowhere\n"


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("project")
    (root / "lessonkit.toml").touch()
    (root / "ky-nang.csv").write_text(CSV, "utf-8-sig")
    (root / "broken.json").write_text('{"CFDocument": {"title": "T"}, "CFItems": [3]}', "utf-8")
    (root / "letter.txt").write_text("Kính gửi", "utf-8")
    (root / "faulty.yaml").write_text("framework: {id: a}\n", "utf-8")
    return root


@pytest.fixture(scope="module")
def done(root: Path) -> dict[str, dict[str, Any]]:
    """What each call did, one behind the other in one project."""
    calls = (
        *(f"export tt02-2025 --format {form} --out {form}.out" for form in FORMS),
        *(f"import {form}.out --as again-{form} --out {form}.yaml" for form in FORMS),
        "import ky-nang.csv",
        "import ky-nang.csv --lang en",
        "import ky-nang.csv --as ky-nang-2 --out elsewhere.yaml",
        "export ky-nang --format openedx",
        "import case.out --lang en",
        "import case.out --as tt02-2025",
        "import broken.json",
        "import letter.txt",
        "import faulty.yaml",
        "import nothing.json",
        "import .",
        "import ky-nang.csv --as Kỹ:năng",
        "import ky-nang.csv --format moodle --as x",
        "export nobody --format case",
        "export tt02-2025 --format pdf",
        "export tt02-2025",
        "import ky-nang.csv --as con",
        "import ky-nang.csv --as NUL",
    )
    arguments = (["--lang", "vi", "frameworks", *call.split(" ")] for call in calls)
    return dict(zip(calls, many(root, *arguments), strict=True))


def test_exit_codes(done: dict[str, dict[str, Any]]) -> None:
    codes = {call: one["code"] for call, one in done.items() if one["code"]}
    assert set(codes.values()) == {2}
    assert [call for call in done if call.startswith("export tt02-2025 --format ")][:8] == list(
        done
    )[:8]
    assert [call for call in codes if call in list(done)[:19]] == ["import ky-nang.csv --lang en"]


def test_every_form_comes_back_with_all_skills(root: Path, done: dict[str, dict[str, Any]]) -> None:
    from lessonkit.framework.load import builtin
    from lessonkit.read.frameworks import framework_from

    for form in FORMS:
        again = framework_from((root / f"{form}.yaml").read_bytes(), form)
        assert again.id == f"again-{form}"
        assert list(again.skills) == list(builtin()["tt02-2025"].skills)


def test_what_was_done_is_said_on_one_stream_and_what_was_lost_on_the_other(
    done: dict[str, dict[str, Any]],
) -> None:
    told = done["import ky-nang.csv"]
    assert told["out"] == "Đã ghi frameworks/ky-nang.yaml: “ky-nang” (ky-nang), 2 kỹ năng, 0 bậc.\n"
    assert "Không giữ được như trong tệp:\n  nothing" not in told["err"]
    assert "1 kỹ năng nằm dưới một mục không có trong tệp" in told["err"]
    told = done["export ky-nang --format openedx"]
    assert told["out"].splitlines() == [
        "id,value,parent_id", "S,=An toàn,", "S.1,Mật khẩu,S", "S.2,Mật khẩu (S.2),",
    ]  # fmt: skip
    assert "1 ô bắt đầu bằng = + - hoặc @" in told["err"]
    assert "1 tên bị trùng" in told["err"]


def test_nothing_is_overwritten_and_faults_are_sentences(done: dict[str, dict[str, Any]]) -> None:
    ends = {
        "import ky-nang.csv --lang en": "frameworks/ky-nang.yaml is there already",
        "import broken.json": "CFItems[0] phải là một đối tượng {…}",
        "import letter.txt": "tệp không thuộc dạng nào lessonkit biết",
        "import faulty.yaml": "title_vi",
        "import nothing.json": "nothing.json",
        "import .": "không phải là tệp",
        "import ky-nang.csv --as Kỹ:năng": "ky-nang",
        "import ky-nang.csv --format moodle --as x": "mười bốn cột",
        "export nobody --format case": "nobody",
        "export tt02-2025 --format pdf": "pdf",
        "export tt02-2025": "--format",
        "import ky-nang.csv --as con": "framework-con",
        "import ky-nang.csv --as NUL": "framework-nul",
    }
    for call, part in ends.items():
        assert part in done[call]["err"], call
        assert "Traceback" not in done[call]["err"]


def test_a_framework_that_takes_the_place_of_a_built_in_one_is_told(
    done: dict[str, dict[str, Any]],
) -> None:
    assert "tt02-2025" in done["import case.out --lang en"]["out"]
    assert "comes with lessonkit" in done["import case.out --lang en"]["err"]
    assert "đã có" in done["import case.out --as tt02-2025"]["err"]


def test_the_same_framework_is_the_same_file(root: Path, done: dict[str, dict[str, Any]]) -> None:
    first = {form: (root / f"{form}.out").read_bytes() for form in FORMS}
    calls = [["frameworks", "export", "tt02-2025", "--format", form] for form in FORMS[1:3]]
    # The project has imported it since: what came back says the same.
    for form, one in zip(FORMS[1:3], many(root, *calls), strict=True):
        assert one["out"].encode() == first[form]
