"""What a badge says: an Open Badges 3.0 Achievement, and nothing that nobody showed."""

import json
from pathlib import Path
from typing import Any

import pytest
from tests.projects import KITCHEN_SINK, lesson, project

import lessonkit

REQUIRED = {
    "Achievement": {"id", "type", "criteria", "description", "name"},
    "Alignment": {"type", "targetName", "targetUrl"},
    "ResultDescription": {"id", "type", "name", "resultType"},
}
"""Open Badges 3.0, B.1: properties of multiplicity 1 or 1..*."""
KNOWN = {
    "Achievement": {"@context", "achievementType", "alignment", "inLanguage", "tag", "version"}
    | {"resultDescription"},
    "Alignment": {"targetCode", "targetDescription", "targetFramework", "targetType"},
    "ResultDescription": {"requiredValue", "valueMin", "valueMax"},
}
"""What else these may hold of what is written."""
CASE = """framework:
  id: nuoc-khac
  title_vi: Khung của nơi khác
  uri: https://case.example.org/uri/1b2c
domains:
- code: A
  name_vi: Miền
  competences:
  - code: A.1
    name_vi: Giữ mã
    identifier: 7e9fba4b-6f4c-4c6d-9ad0-3b6a8b4be101
    uri: https://case.example.org/uri/7e9fba4b-6f4c-4c6d-9ad0-3b6a8b4be101
"""


def faults(found: dict[str, Any]) -> list[str]:
    """What the standard would not have, by the kind of each object."""
    (kind,) = found["type"]
    wrong = [f"{kind} lacks {key}" for key in sorted(REQUIRED[kind] - found.keys())]
    wrong += [f"{kind}: {key}?" for key in sorted(found.keys() - REQUIRED[kind] - KNOWN[kind])]
    wrong += [f"{kind}: {key} is empty" for key, value in found.items() if value in ("", [], {})]
    inner = [*found.get("alignment", []), *found.get("resultDescription", [])]
    return wrong + [fault for one in inner for fault in faults(one)]


def badge(root: Path, name: str = "a") -> dict[str, Any]:
    (outcome,) = lessonkit.build([root], outputs=["badge"])
    assert not outcome.failed, outcome.diagnostics
    text = (root / f"build/{name}/{name}.badge.json").read_text("utf-8")
    found: dict[str, Any] = json.loads(text)
    return found


def test_the_lesson_with_everything(tmp_path: Path) -> None:
    lessonkit.build([KITCHEN_SINK], out=tmp_path, outputs=["badge"])
    found = json.loads((tmp_path / "kitchen-sink/kitchen-sink.badge.json").read_text("utf-8"))
    assert faults(found) == []
    assert faults({**found, "name": ""}) == ["Achievement: name is empty"]
    assert faults({"type": ["Alignment"], "targetName": "x"}) == ["Alignment lacks targetUrl"]
    assert found["resultDescription"][0]["requiredValue"] == "50"


def test_only_what_is_assessed_is_aligned(tmp_path: Path) -> None:
    text = lesson("a").replace(
        "objectives:\n",
        "objectives:\n  - id: chi-ke\n    text: Kể được\n    skill: tt02-2025:4.2\n    level: 1\n",
    )
    found = badge(project(tmp_path, {"a/module.md": text}))
    assert [one["targetCode"] for one in found.get("alignment", [])] == ["1.1"]
    assert "Kể được" not in found["criteria"]["narrative"]


@pytest.mark.parametrize("base", ["", "https://example.org/bai/"])
def test_its_name_is_the_lesson_s(tmp_path: Path, base: str) -> None:
    settings = f'[build]\niri = "{base}"\n' if base else ""
    found = badge(project(tmp_path, {"a/module.md": lesson("a")}, settings))
    assert found["id"].startswith(f"{base}a#" if base else "urn:uuid:")
    assert faults(found) == []


def test_a_skill_of_a_case_framework_is_a_link_to_it(tmp_path: Path) -> None:
    text = lesson("a").replace("tt02-2025:1.1", "nuoc-khac:A.1").replace("    level: 1\n", "")
    root = project(tmp_path, {"a/module.md": text})
    (root / "frameworks").mkdir()
    (root / "frameworks" / "nuoc-khac.yaml").write_text(CASE, "utf-8")
    (aligned,) = badge(root)["alignment"]
    assert aligned["targetType"] == "CFItem"
    assert (
        aligned["targetUrl"] == "https://case.example.org/uri/7e9fba4b-6f4c-4c6d-9ad0-3b6a8b4be101"
    )


def test_what_is_only_read_asks_for_no_score(tmp_path: Path) -> None:
    text = (
        lesson("a")
        .replace("tracking:\n", "tracking:\n  complete: viewed\n")
        .replace("  complete: answered\n", "")
    )
    found = badge(project(tmp_path, {"a/module.md": text}))
    assert "resultDescription" not in found
    assert "%" not in found["criteria"]["narrative"]


def test_words_are_no_markup(tmp_path: Path) -> None:
    text = lesson("a").replace("text: ", "text: Làm <b>[x](y) ", 1)
    narrative = badge(project(tmp_path, {"a/module.md": text}))["criteria"]["narrative"]
    assert "\\<b\\>\\[x\\]\\(y\\)" in narrative


def test_a_programme_is_awarded_for_what_its_lessons_prove(tmp_path: Path) -> None:
    program = (
        "id: hai-bai\ntitle: Hai bài\naudience: nguoi-dan\nmodules: [a, b]\n"
        'covers: ["tt02-2025:1.1@1"]\n'
    )
    files = {f"{name}/module.md": lesson(name) for name in ("a", "b")}
    root = project(tmp_path, {**files, "hai-bai.program.yaml": program})
    outcomes = lessonkit.build([root], outputs=["html"])
    assert not any(one.failed for one in outcomes), outcomes
    found = json.loads((root / "build/hai-bai/badge.json").read_text("utf-8"))
    assert faults(found) == []
    assert found["achievementType"] == "CertificateOfCompletion"
    assert [one["targetCode"] for one in found["alignment"]] == ["1.1"]
    assert found["criteria"]["narrative"].endswith("\n\n- Bài a\n- Bài b")
