"""Frameworks of a project: all that a file says is read, and each fault has its line."""

import contextlib
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from lessonkit.base.errors import SettingsError
from lessonkit.base.messages import sentences
from lessonkit.framework import typed
from lessonkit.framework.load import builtin
from lessonkit.framework.model import Framework, Level, Match
from lessonkit.read.frameworks import framework_from, of_project
from lessonkit.read.plain_yaml import plain_yaml
from lessonkit.read.yamlpos import Size, read_yaml

ROOT = Path(__file__).parents[2]
CASES = ROOT / "tests" / "cases" / "frameworks"
HEAD = "framework:\n  id: thu\n  title_vi: Khung thử\n"
FAULTS = list(yaml.safe_load((CASES / "faults.yml").read_text("utf-8")))
PIECES = (
    "framework:", "  id: thu", "  title_vi: Khung thử", "  sources: [a]", "  sources:", "levels:",
    "- level: 1", "  name_vi: Một", "- level: một", "domains:", "- code: '1'", "- code: 1.10",
    "  name_vi: Miền", "  competences:", "  - code: '1.1'", "    name_vi: Kỹ năng", "domains: x",
    "audience_groups:", "- id: nhom", "- id: Nhóm", "- 5", "? [a]", ": b", "1: 2", "x: 2024-99-99",
    "&a [1]", "*a", "!!python/object:os.system", "  - [", "levels: 5", "- {level: true}",
    "crosswalks:", "- framework: x", "  relation: isRelatedTo", "  same: ['1']", "  same: x",
    "  pairs: {'1': '2'}", "  pairs: [1]", "  levels: {1: 2, b: c}", "  kept: {a: {b: [c]}}",
    "  doubts: [a, {vi: b}, 5]", "  children: [{code: a, name_vi: A}]", "  name: x", "  name_vi:",
)  # fmt: skip


def read(text: str) -> Framework:
    return framework_from(text.encode(), "frameworks/thu.yaml")


def test_all_that_a_file_says() -> None:
    found = framework_from((CASES / "whole.yaml").read_bytes(), "whole.yaml")
    assert found.titles == {"vi": "Khung thử", "en": "A trial"}
    assert (found.issued, found.version, found.lang) == ("2026-01-02", "1.0", "vi")
    assert (found.publisher, found.license) == ("Một nơi", "CC0-1.0")
    assert found.doubts == ({"und": "Chưa soát"}, {"vi": "Đang thử", "en": "On trial"})
    assert found.kept == {"case": {"subject": ("a", "b"), "x": {"name_vi": "giữ nguyên"}}}
    assert found.levels[2] == Level(
        2, {"vi": "Nâng cao"}, {"vi": "Nâng cao"}, {"vi": "Làm được"}, "B"
    )
    assert [(one.code, one.parent, one.kind) for one in found.skills.values()] == [
        ("1", "", "domain"), ("1.1", "1", "competence"),
        ("A", "", ""), ("A.1", "A", "Strand"), ("A.1.a", "A.1", ""), ("A.1.a.i", "A.1.a", ""),
    ]  # fmt: skip
    skill = found.skills["1.1"]
    assert skill.statements == {"vi": "Biết làm", "en": "Can do"}
    assert skill.at == {1: {"vi": "Làm theo"}, 2: {"vi": "Tự làm"}}
    assert (skill.keywords, skill.own_keywords) == (("a",), ("b", "c"))
    assert (skill.uri, skill.identifier, skill.notation) == ("https://example.org/1.1", "u", "")
    assert found.matches == (
        Match("1.1", "exactMatchOf", "tt02-2025", "1.1"),
        Match("1", "isRelatedTo", "tt02-2025", "2"),
        Match("1", "isRelatedTo", "tt02-2025", "3"),
        Match("A", "isRelatedTo", "tt02-2025", "4"),
        Match("A", "isPeerOf", "", "", "https://example.org/a", "", "Ở nơi khác"),
    )
    assert found.level_matches == {"tt02-2025": {1: 3, 2: 5}}
    assert found.match_sources == {"tt02-2025": ("Người soạn",)}
    group = found.audiences["nhom"]
    assert group.who == {"vi": "Những ai"}
    assert (group.framework, group.within, group.minutes) == ("thu", "nguoi-dan", 5)
    assert group.level == {"thu": 2}
    assert group.skills == ("thu:1.1@2",)
    assert group.large_text
    assert not group.narration


@pytest.mark.parametrize("case", FAULTS, ids=lambda case: repr(case["text"]))
def test_each_fault_has_a_sentence_with_its_line(case: dict[str, Any]) -> None:
    text = case["text"].replace("{head}", HEAD)
    if not case["said"]:
        framework_from((text if "framework" in text else HEAD).encode(), "thu.yaml")
        return
    with pytest.raises(SettingsError) as caught:
        framework_from(text.encode(), "thu.yaml")
    said = [
        (str(args["at"] if "at" in args else args["line"]).rpartition(":")[2], key)
        for key, args in caught.value.said
    ]
    keys = [f"{line} {key.removeprefix('settings.').removesuffix('-near')}" for line, key in said]
    assert sorted(keys) == sorted(case["said"])
    for lang in ("vi", "en"):
        spoken = sentences(caught.value.said, lang).split("\n")
        for (line, _), sentence in zip(said, spoken, strict=True):
            assert sentence.startswith(("thu.yaml: ", f"thu.yaml:{line}: "))
            assert "{" not in sentence.replace("{id: a}", "") or "YAML" in sentence


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_the_manual_tells_every_key_and_its_example_is_right(lang: str) -> None:
    page = (ROOT / "scripts" / f"frameworks.{lang}.md").read_text("utf-8")
    example = page.partition("```yaml\n")[2].partition("```")[0]
    assert set(framework_from(example.encode(), "page").skills) == {"AT", "AT.1"}
    spoken = {"title", "name", "stage", "statement", "who", "completeness"}
    models = (typed.Head, typed.LevelEntry, typed.SkillEntry, typed.Group, typed.CrosswalkEntry,
              typed.Elsewhere, typed.FrameworkFile)  # fmt: skip
    for key in {name for model in models for name in model.model_fields}:
        assert f"`{key}{'_…' if key in spoken else ''}`" in page, key
    assert all(f"`{relation}`" in page for relation in typed.RELATIONS)


def test_a_project_adds_its_own_and_its_own_wins(tmp_path: Path) -> None:
    folder = tmp_path / "frameworks"
    folder.mkdir()
    own = HEAD + "domains:\n- code: '1.10'\n  name_vi: Miền\n  topics:\n  - {code: a, name_en: A}\n"
    (folder / "thu.yaml").write_text(own, "utf-8")
    (folder / "mot.yml").write_text(HEAD.replace("thu", "tt02-2025"), "utf-8")
    found = of_project(tmp_path)
    assert tuple(found["thu"].skills) == ("1.10", "a")
    assert found["thu"].skills["a"].parent == "1.10"
    assert found["tt02-2025"].titles == {"vi": "Khung thử"}
    assert set(builtin()) <= set(found)


def test_two_files_with_one_id(tmp_path: Path) -> None:
    folder = tmp_path / "frameworks"
    folder.mkdir()
    for name in ("a", "b"):
        (folder / f"{name}.yaml").write_text(HEAD, "utf-8")
    with pytest.raises(SettingsError, match=r"frameworks/b\.yaml: .*thu.*frameworks/a\.yaml"):
        of_project(tmp_path)


def test_what_is_no_file_of_text(tmp_path: Path) -> None:
    (tmp_path / "frameworks" / "thu.yaml").mkdir(parents=True)
    with pytest.raises(SettingsError, match=r"frameworks/thu\.yaml is no"):
        of_project(tmp_path)
    (tmp_path / "frameworks" / "thu.yaml").rmdir()
    (tmp_path / "frameworks" / "thu.yaml").write_bytes(b"a: b\n\xff\xfe")
    with pytest.raises(SettingsError, match=r"frameworks/thu\.yaml:2: .*UTF-8"):
        of_project(tmp_path)


def test_letters_with_marks_apart_are_joined() -> None:
    apart = "e\u0302\u0301"
    assert read(HEAD + f"skills:\n- {{code: {apart}, name_vi: {apart}}}").skills["ế"].names == {
        "vi": "ế"
    }


def test_many_faults_are_told_in_part() -> None:
    text = HEAD + "domains:\n" + "- {code: 1, name_vi: A}\n" * 300
    with pytest.raises(SettingsError) as caught:
        read(text)
    assert len(caught.value.said) == 20


def test_a_tree_deeper_than_any_framework_is_refused() -> None:
    text = HEAD + "skills: " + "[{code: a, name_vi: A, children: " * 200 + "[]" + "}]" * 200
    with pytest.raises(SettingsError, match="60"):
        read(text)


SCALARS = (
    "a", "1", "01", "-1", "0x1F", "1.5", "1e3", ".inf", "true", "No", "~", "null", "", "'1'",
    '"\\n"', '"\\0"', "!t a", "&a b", "*a", "[a, 2, true]", "{b: c, d: [1]}", "{b: 1, b: 2}",
    "\u2028", "a\u0085b", "|\n  x\n  y", ">\n  x\n  y", "2024-01-01", "12:30", "'it''s'", "# c",
    "[[[[[[1]]]]]]", "---", "...",
)  # fmt: skip


@settings(max_examples=200)
@given(st.lists(st.sampled_from(SCALARS) | st.text(max_size=4), max_size=6))
def test_plain_yaml_is_read_as_with_places_or_not_at_all(values: list[str]) -> None:
    text = "".join(f"k{at}: {value}\n" for at, value in enumerate(values))
    found = plain_yaml(text, Size(5, 100))
    doc, faults = read_yaml(text, "", 1, Size(5, 100))
    if found is not None:
        assert doc is not None
        assert (doc.value, faults) == (found, [])


@settings(max_examples=200)
@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=5), max_size=14))
def test_any_text_is_a_framework_or_refused(pieces: list[str]) -> None:
    for head in ("", HEAD):
        with contextlib.suppress(SettingsError):
            assert read(head + "\n".join(pieces)).titles
