"""`check --fix`: every file of a module, each by itself."""

from pathlib import Path

from tests.projects import lesson, many, project

LOOSE = lesson("a").replace(":id: cau-mot\n", "")
"""Without the id of its question, which has one cure."""
ENGLISH = """\
---
title: Lesson a
summary: To try.
objectives:
  - id: lam
    text: Carry out one thing
---

## Part one {#mot}

Re\u0301sume\u0301: read a short sentence.

:::{choice} What do you do first?
:id: cau-mot
:objective: lam

- [x] Read with care
  > Right.
- [ ] Pass it over
  > Not yet.
- [ ] Ask again
  > Not yet.
:::
"""


def test_translations_are_mended_too_and_once(tmp_path: Path) -> None:
    root = project(tmp_path, {"a/module.md": lesson("a"), "a/module.en.md": ENGLISH})
    first, second = many(root, ["check", "--fix"], ["check", "--fix"])

    assert first["err"] == "Đã sửa 1 chỗ trong 1 tệp.\n"
    assert "Résumé: read" in (root / "modules/a/module.en.md").read_text("utf-8")
    assert second["err"] == "Không có chỗ nào tự sửa được.\n"


def test_a_link_is_one_finding_and_the_others_are_mended(tmp_path: Path) -> None:
    files = {name: LOOSE.replace("id: a", f"id: {name[0]}") for name in ("b/m.md", "c/module.md")}
    root = project(tmp_path, {"a/module.md": LOOSE, **files})
    (root / "modules/b/module.md").symlink_to("m.md")
    (done,) = many(root, ["check", "--fix"])

    assert done["err"] == "Đã sửa 2 chỗ trong 2 tệp.\n"
    assert done["code"] == 1
    assert done["out"].count("LK591") == 1
    assert "modules/b/module.md:1:1: lỗi LK591" in done["out"]
    assert (root / "modules/b/m.md").read_text("utf-8") == files["b/m.md"]


def test_a_file_that_may_not_be_read_is_left_alone(tmp_path: Path) -> None:
    root = project(tmp_path, {"a/module.md": LOOSE})
    (root / "modules/b").mkdir()
    (root / "modules/b/module.md").symlink_to("/dev/zero")
    (done,) = many(root, ["check", "--fix"])

    assert done["err"] == "Đã sửa 1 chỗ trong 1 tệp.\n"
    assert "Traceback" not in done["out"]


def test_only_the_mended_line_of_a_mixed_file_changes(tmp_path: Path) -> None:
    root = project(tmp_path, {"a/module.md": ""})
    path = root / "modules/a/module.md"
    before = LOOSE.replace("\n", "\r\n", 5).encode()
    path.write_bytes(before)
    many(root, ["check", "--fix"])
    after = path.read_bytes()

    assert after != before
    gone = set(before.split(b"\n")) - set(after.split(b"\n"))
    assert gone == set()
