"""Frameworks: the built-in ones hold together, and a file of a project is read or refused."""

import contextlib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lessonkit.base.errors import SettingsError
from lessonkit.framework.load import builtin, of_project, read_framework
from lessonkit.framework.model import Framework, name_in

HEAD = "framework:\n  id: thu\n  title_vi: Khung thử\n"
PIECES = (
    "framework:", "  id: thu", "  title_vi: Khung thử", "  sources: [a]", "  sources:", "levels:",
    "- level: 1", "  name_vi: Một", "- level: một", "domains:", "- code: '1'", "- code: 1.10",
    "  name_vi: Miền", "  competences:", "  - code: '1.1'", "    name_vi: Kỹ năng", "domains: x",
    "audience_groups:", "- id: nhom", "- id: Nhóm", "- 5", "? [a]", ": b", "1: 2", "x: 2024-99-99",
    "&a [1]", "*a", "!!python/object:os.system", "  - [", "levels: 5", "- {level: true}",
)  # fmt: skip


@pytest.mark.parametrize("framework", builtin().values(), ids=lambda one: one.id)
def test_a_built_in_framework_holds_together(framework: Framework) -> None:
    assert framework.titles
    assert framework.sources or framework.doubts
    for code, skill in framework.skills.items():
        assert code == skill.code
        assert skill.names
        assert not skill.parent or not framework.skills[skill.parent].parent
    for level in framework.levels.values():
        assert level.names
    for group in framework.audiences.values():
        assert group.names["vi"]


def test_skills_are_found_by_their_codes() -> None:
    frameworks = builtin()
    assert "4.2" in frameworks["tt02-2025"].skills
    assert frameworks["tt02-2025"].iri("4.2") == "urn:lessonkit:framework:tt02-2025:4.2"
    assert "nguoi-dan" in frameworks["bdhvs-757"].audiences


def test_a_project_adds_its_own_and_its_own_wins(tmp_path: Path) -> None:
    folder = tmp_path / "frameworks"
    folder.mkdir()
    own = HEAD + "domains:\n- code: '1.10'\n  name_vi: Miền\n  topics:\n  - {code: a, name_en: A}\n"
    (folder / "thu.yaml").write_text(own, "utf-8")
    (folder / "mot.yaml").write_text(HEAD.replace("thu", "tt02-2025"), "utf-8")
    found = of_project(tmp_path)
    assert tuple(found["thu"].skills) == ("1.10", "a")
    assert found["thu"].skills["a"].parent == "1.10"
    assert found["tt02-2025"].titles == {"vi": "Khung thử"}
    assert set(builtin()) <= set(found)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a: b: c", "thu.yaml:1: YAML"),
        ("- a", "framework"),
        ("framework:\n", "framework"),
        ("framework: {id: Khung}\n", "framework.id: “Khung”"),
        ("framework: {id: thu}\n", "title_vi?"),
        (HEAD + "domains: 1\n", "domains: “1”"),
        (HEAD + "domains:\n- a\n", "domains: “a”"),
        (HEAD + "domains:\n- {code: 1.10, name_vi: A}\n", "code: “1.1”"),
        (HEAD + "domains:\n- {code: 'a b', name_vi: A}\n", "code: “a b”"),
        (HEAD + "domains:\n- {code: 'a:b', name_vi: A}\n", "code: “a:b”"),
        (HEAD + "domains:\n- {name_vi: A}\n", "code: “”"),
        (HEAD + "domains:\n- {code: a}\n", "name_vi?"),
        (HEAD + "domains:\n- {code: a, name_vi: A}\n- {code: a, name_vi: B}\n", "code “a” ×2"),
        (HEAD + "levels:\n- {level: một}\n", "level: “một”"),
        (HEAD + "levels:\n- {level: true}\n", "level: “True”"),
        (HEAD + "audience_groups:\n- {id: Nhóm, name_vi: A}\n", "id: “Nhóm”"),
        (HEAD + "x: 2024-99-99\n", "YAML"),
        (HEAD + "? [a]\n: b\n", "YAML"),
        ("[" * 5000, "YAML"),
        ("a: !!python/object:os.system {}", "YAML"),
    ],
)
def test_what_cannot_be_used_names_file_and_key(text: str, said: str) -> None:
    with pytest.raises(SettingsError) as caught:
        read_framework(text, "thu.yaml")
    assert str(caught.value).startswith("thu.yaml:")
    assert said in str(caught.value)


def test_aliases_do_not_swell_a_message() -> None:
    lines = ["a0: &a0 [x, x]"] + [f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]" for n in range(1, 40)]
    with pytest.raises(SettingsError) as caught:
        read_framework("\n".join([*lines, "framework: *a39"]), "thu.yaml")
    assert len(str(caught.value)) < 500


def test_a_file_that_is_no_text(tmp_path: Path) -> None:
    (tmp_path / "frameworks").mkdir()
    (tmp_path / "frameworks" / "thu.yaml").write_bytes(b"\xff\xfe")
    with pytest.raises(SettingsError, match=r"thu\.yaml"):
        of_project(tmp_path)


@settings(max_examples=200)
@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=5), max_size=14))
def test_any_text_is_a_framework_or_refused(pieces: list[str]) -> None:
    for head in ("", HEAD):
        with contextlib.suppress(SettingsError):
            assert read_framework(head + "\n".join(pieces), "thu.yaml").titles


def test_names_fall_back() -> None:
    assert name_in({"vi": "Một", "en": "One"}, "en-GB") == "One"
    assert name_in({"vi": "Một"}, "fr") == "Một"
    assert name_in({"de": "Eins"}, "fr") == "Eins"
    assert name_in({}, "fr") == ""
