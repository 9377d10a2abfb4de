"""`lessonkit lock`, and what `check` and `build` make of the file."""

from contextlib import suppress
from pathlib import Path
from random import Random

import pytest
from tests.projects import lesson, many, project

from lessonkit.base.errors import SettingsError
from lessonkit.model.published import Published, PublishedQuestion, PublishedRecording
from lessonkit.read.lock import MOST, lock_text, read_lock

CHANGED = lesson("a").replace("license:", "version: '2.0'\nlicense:")
OTHER = "- [ ] Hỏi lại\n  > Chưa đúng.\n"
TAKEN_OUT = CHANGED.replace(OTHER, "").replace("Bỏ qua", "Hỏi lại")
LOCK = "lessonkit.lock"


def locked(tmp_path: Path, *names: str) -> Path:
    """A project whose lessons are recorded."""
    root = project(tmp_path, {f"{name}/module.md": lesson(name) for name in names})
    (done,) = many(root, ["lock"])
    assert done["code"] == 0, done
    return root


def test_what_is_recorded_is_read_again_and_writing_it_again_changes_no_byte(
    tmp_path: Path,
) -> None:
    root = locked(tmp_path, "b", "a")
    first = (root / LOCK).read_bytes()
    found = read_lock(root / LOCK)
    assert list(found.modules) == ["a", "b"]
    assert found.modules["a"].questions["cau-mot"].type == "choice"
    assert first.decode().splitlines()[found.lines["b"] - 1] == "[modules.b]"
    assert lock_text(found.modules).encode() == first
    again, checked = many(root, ["lock"], ["check"])
    assert (again["code"], checked["code"]) == (0, 0)
    assert (root / LOCK).read_bytes() == first


def test_a_harmful_change_stops_check_build_and_lock_until_it_is_accepted(tmp_path: Path) -> None:
    root = locked(tmp_path, "a", "b")
    first = (root / LOCK).read_bytes()
    (root / "modules/a/module.md").write_text(TAKEN_OUT, "utf-8")
    runs = many(root, ["check", "--format", "github"], ["build", "--output", "html"], ["lock"])
    assert [one["code"] for one in runs] == [1, 1, 1]
    assert "LK242" in runs[0]["out"]
    assert "lock --accept" in runs[2]["err"]
    assert (root / LOCK).read_bytes() == first
    accepted, checked = many(root, ["lock", "--accept", "modules/a"], ["check"])
    assert (accepted["code"], checked["code"]) == (0, 0), checked
    found = read_lock(root / LOCK).modules
    assert (found["a"].version, found["b"].version) == ("2.0", "1.0")


def test_a_lesson_with_another_error_is_not_recorded(tmp_path: Path) -> None:
    broken = lesson("a").replace("- [x]", "- [ ]")
    root = project(tmp_path, {"a/module.md": broken, "b/module.md": lesson("b")})
    (done,) = many(root, ["lock", "--accept"])
    assert done["code"] == 1
    assert "LK602" in done["out"]
    assert not (root / LOCK).exists()


def test_lessons_not_named_stay_as_they_were(tmp_path: Path) -> None:
    root = locked(tmp_path, "a", "b")
    for name in ("a", "b"):
        path = root / f"modules/{name}/module.md"
        path.write_text(path.read_text("utf-8").replace("Bỏ qua", "Bỏ đi"), "utf-8")
    was = read_lock(root / LOCK).modules
    (done,) = many(root, ["lock", "modules/b"])
    assert done["code"] == 0
    now = read_lock(root / LOCK).modules
    assert now["a"] == was["a"]
    assert now["b"] != was["b"]


def test_a_lesson_that_is_gone_is_told_once_and_dropped_when_accepted(tmp_path: Path) -> None:
    root = locked(tmp_path, "a", "b")
    (root / "modules/c").mkdir()
    (root / "modules/c/module.md").write_text(lesson("c"), "utf-8")
    (root / "modules/b/module.md").unlink()
    told, _, kept = many(root, ["check", "--format", "github"], ["lock"], ["check"])
    assert told["out"].count("LK248") == 1
    assert f"file={LOCK}" in told["out"]
    assert kept["code"] == 0
    assert "b" in read_lock(root / LOCK).modules
    many(root, ["lock", "--accept"])
    assert set(read_lock(root / LOCK).modules) == {"a", "c"}


CONFLICT = """\
format = 1
<<<<<<< HEAD
[modules.a]
=======
[modules.b]
>>>>>>> other
"""
GOOD = lock_text(
    {
        "a": Published(
            version="1.0", content="0" * 8, objectives=("lam",), sections={"mot": "1" * 8},
            questions={"q": PublishedQuestion(type="choice", ask="2" * 8, targets=("3" * 8,))},
            lists={"viec": ("4" * 8,)},
        )
    }
)  # fmt: skip
FAULTS = {
    "a merge that git left unfinished": (CONFLICT, 2, "git"),
    "a newer format": (GOOD.replace("format = 1", "format = 2"), 3, "lessonkit"),
    "no format": (GOOD.replace("format = 1\n", ""), 1, "format"),
    "not TOML": (GOOD.replace("[modules.a]", "[modules.a"), 5, "git"),
    "cut in the middle": (GOOD[: GOOD.index("targets")], 14, "git"),
    "a key that is none of ours": (GOOD.replace("content =", "contents ="), 7, "contents"),
    "an id that is none": (GOOD.replace("[modules.a", "[modules.A_"), 5, "A"),
    "a digest that is none": (GOOD.replace('ask = "2222', 'ask = "<b>'), 14, "ask"),
    "a value of another kind": (GOOD.replace('version = "1.0"', "version = 1"), 6, "version"),
    "a module twice": (f"{GOOD}\n[modules.a]\n", 19, "lessonkit"),
    "a question twice": (GOOD + "viec = []\n", 18, "lessonkit"),
    "brackets without end": ("format = " + "[" * 9000, 1, "git"),
}


@pytest.mark.parametrize("name", FAULTS)
def test_what_is_wrong_with_the_file_is_said_with_its_line(name: str, tmp_path: Path) -> None:
    text, line, word = FAULTS[name]
    path = tmp_path / LOCK
    path.write_text(text, "utf-8")
    with pytest.raises(SettingsError) as caught:
        read_lock(path)
    said = str(caught.value)
    assert said.startswith(f"{LOCK}:{line}: "), said
    assert word in said


def test_a_file_that_is_no_text_or_too_large_is_said(tmp_path: Path) -> None:
    path = tmp_path / LOCK
    path.write_bytes(b"format = 1\n\xff\xfe")
    with pytest.raises(SettingsError, match=f"^{LOCK}:2: "):
        read_lock(path)
    path.write_bytes(b"#" * (MOST + 1))
    with pytest.raises(SettingsError, match="16"):
        read_lock(path)
    path.unlink()
    path.mkdir()
    with pytest.raises(SettingsError, match=LOCK):
        read_lock(path)


def test_commands_stop_at_such_a_file_and_leave_it_alone(tmp_path: Path) -> None:
    root = locked(tmp_path, "a")
    (root / LOCK).write_text(CONFLICT, "utf-8")
    for done in many(root, ["check"], ["build"], ["lock"], ["lock", "--accept"]):
        assert done["code"] == 2
        assert f"{LOCK}:2" in done["err"]
    assert (root / LOCK).read_text("utf-8") == CONFLICT


def test_windows_line_ends_and_a_mark_at_the_beginning_are_read(tmp_path: Path) -> None:
    path = tmp_path / LOCK
    path.write_bytes(b"\xef\xbb\xbf" + GOOD.replace("\n", "\r\n").encode())
    assert lock_text(read_lock(path).modules) == GOOD


def test_no_garbled_file_brings_down_the_reader(tmp_path: Path) -> None:
    dice, path = Random(240), tmp_path / LOCK
    for _ in range(400):
        data = bytearray(GOOD.encode())
        for _ in range(dice.randrange(1, 5)):
            at = dice.randrange(len(data))
            data[at : at + dice.randrange(4)] = dice.choice(
                [b"", b'"', b"[", b"\\", b"\x00", b"=", b"\xff", b"]]", b"\n", b"9", b"'''"]
            )
        path.write_bytes(bytes(data))
        with suppress(SettingsError):
            lock_text(read_lock(path).modules)


def test_strange_ids_and_versions_are_written_so_that_they_can_be_read(tmp_path: Path) -> None:
    strange = '1.0 "β" \\ \x07\n= [x]'
    one = Published(
        version=strange, content="0" * 8, objectives=(), sections={}, questions={},
        lists={'lk-đ "x"': ()},
        recordings={"lk-đ": PublishedRecording(file="1" * 8, words="2" * 8)},
    )  # fmt: skip
    path = tmp_path / LOCK
    path.write_text(lock_text({"7": one, "a-b": one}), "utf-8")
    assert read_lock(path).modules == {"7": one, "a-b": one}


def test_a_recording_says_what_it_said_until_it_is_accepted(tmp_path: Path) -> None:
    media = tmp_path / "modules" / "a" / "media"
    media.mkdir(parents=True)
    (media / "giong.mp3").write_bytes(b"ID3\3\0\0\0\0\0\0\xff\xfb\x90\0" + bytes(413))
    block = ":::{narration} media/giong.mp3\n:::\n\nĐọc"
    first = lesson("a").replace("Đọc", block, 1)
    root = project(tmp_path, {"a/module.md": first})
    (done,) = many(root, ["lock"])
    assert done["code"] == 0, done
    changed = first.replace("một câu ngắn", "hai câu ngắn").replace("lang:", "version: '2'\nlang:")
    (root / "modules/a/module.md").write_text(changed, "utf-8")
    runs = many(root, ["lock"], ["check"], ["lock", "--accept"], ["check"])
    assert ["LK738" in one["out"] for one in runs] == [False, True, False, False]


ENGLISH = """\
---
title: Lesson a
summary: A lesson to try.
objectives:
  - id: lam
    text: Do the task
authors: [Somebody]
---

## Part one {#mot}

Read one short sentence.

:::{choice} What do you do first?
:id: cau-mot
:objective: lam

- [x] Read with care
  > Right.
- [ ] Pass over
  > Not yet.
- [ ] Ask again
  > Not yet.
:::

:::{practice} Try it
:id: lam-thu

Do it once.
:::
"""


def test_a_translation_that_was_left_behind_is_told_until_it_follows(tmp_path: Path) -> None:
    files = {"a/module.md": lesson("a"), "a/module.en.md": ENGLISH}
    root = project(tmp_path, files)
    source, other = (root / "modules" / name for name in files)
    (fresh,) = many(root, ["lock"])
    assert (fresh["code"], "translations.en" in (root / LOCK).read_text("utf-8")) == (0, True)
    changed = CHANGED.replace("Đọc một câu ngắn.", "Đọc hai câu ngắn.")
    source.write_text(changed, "utf-8")
    check = ["check", "--format", "github"]
    told, _, again = many(root, check, ["lock"], check)
    for one in (told, again):
        (line,) = (line for line in one["out"].splitlines() if "LK249" in line)
        assert "module.en.md" in line, "locking the source does not translate it"
    other.write_text(ENGLISH.replace("one short sentence", "two short sentences"), "utf-8")
    followed, _ = many(root, check, ["lock"])
    assert "LK249" not in followed["out"]
    source.write_text(changed.replace("hai câu ngắn", "hai câu rất ngắn"), "utf-8")
    _, left, _, accepted = many(root, ["lock"], check, ["lock", "--accept"], check)
    assert ("LK249" in left["out"], "LK249" in accepted["out"]) == (True, False)
