"""`lessonkit diff`: editions of every kind beside each other, and what cannot be one."""

import json
import time
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from tests.projects import lesson, many, project

import lessonkit

MORE = """
:::{truefalse} Cúp máy là an toàn.
:id: cup-may
:objective: lam
:points: 2
:answer: true

> true: Đúng.
> false: Sai.
:::

:::{checklist}
:id: viec

- [ ] Lưu số
- [ ] Cúp máy
:::

:::{bank}
:id: on-tap
:draw: 1

:::{truefalse} Số lạ là số thật.
:id: so-la
:objective: lam
:answer: false

> true: Chưa chắc.
> false: Đúng.
:::

:::{truefalse} Tên hiện ra là tên thật.
:id: ten-la
:objective: lam
:hint: Ai đặt tên ấy?
:hint-cost: 25%
:answer: false

> true: Chưa chắc.
> false: Đúng.
:::
:::

## Phần hai {#hai}

Hết.
"""
OLD = lesson("a", MORE)
KINDS = ("source", "html", "zip", "single", "scorm12", "scorm2004")


def built(root: Path, text: str) -> dict[str, Path]:
    """Every kind of the same edition."""
    project(root, {"a/module.md": text})
    outputs = ["html", "single", "scorm12", "scorm2004"]
    (outcome,) = lessonkit.build([root], outputs=outputs)
    assert not outcome.failed, outcome.diagnostics
    out = root / "build" / "a"
    return {
        "source": root / "modules/a", "html": out / "html", "zip": out / "a.html.zip",
        "single": out / "a.html", "scorm12": out / "a.scorm12.zip",
        "scorm2004": out / "a.scorm2004.zip",
    }  # fmt: skip


def diffs(folder: Path, *pairs: tuple[Path, Path]) -> list[tuple[int, dict[str, Any]]]:
    """For each pair the exit code and what is told."""
    runs = (["diff", str(old), str(new), "--format", "json"] for old, new in pairs)
    return [(one["code"], json.loads(one["out"] or "{}")) for one in many(folder, *runs)]


def changed(told: Mapping[str, Any]) -> list[str]:
    """`kind id what` of each change."""
    return [f"{one['kind']} {one['id']} {one['what']}" for one in told["changes"]]


@pytest.fixture(scope="module")
def old(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The older edition in every kind."""
    return built(tmp_path_factory.mktemp("old"), OLD)


def test_one_edition_is_the_same_in_every_kind(old: dict[str, Path], tmp_path: Path) -> None:
    pairs = [(old[one], old[other]) for one in ("source", "scorm12") for other in KINDS]
    for code, told in diffs(tmp_path, *pairs):
        assert (code, told["changes"], told["harm"]) == (0, [], False)
        assert told["progress"]["kept"] == ["cau-mot", "cup-may", "so-la", "ten-la"]


EDITS: dict[str, tuple[str, str, list[str], dict[str, list[str]]]] = {
    "points": (":points: 2", ":points: 3", ["question cup-may points"], {}),
    "a question is asked in other words": (
        "Bạn nên làm gì trước?", "Trước hết làm gì?", ["question cau-mot ask", "section mot text"],
        {},
    ),
    "another key": (
        ":answer: true", ":answer: false", ["question cup-may key"], {},
    ),
    "another option": (
        "Bỏ qua", "Bỏ đi", ["question cau-mot options", "section mot text"],
        {"scores": ["cau-mot"]},
    ),
    "a question has another id": (
        ":id: cup-may", ":id: an-toan",
        ["question an-toan added", "question cup-may removed"],
        {"lost": ["cup-may"]},
    ),
    "a checklist has another id": (
        ":id: viec", ":id: ba-viec", ["list ba-viec added", "list viec removed"],
        {"ticks": ["viec"]},
    ),
    "an item has other words": (
        "Lưu số", "Ghi số", ["list viec items", "section mot text"], {},
    ),
    "a section has another id": (
        "{#hai}", "{#ba}", ["section ba added", "section hai removed"], {"places": ["hai"]},
    ),
    "a section has another title": (
        "## Phần hai", "## Phần cuối", ["section hai title"], {},
    ),
    "mastery": ("mastery: 0.8", "mastery: 0.5", ["module a mastery"], {}),
    "another id of all": (
        "id: a\n", "id: b\n", ["module b id"],
        {
            "lost": ["cau-mot", "cup-may", "so-la", "ten-la"], "ticks": ["viec", "lam-thu"],
            "places": ["mot", "hai"], "draws": ["on-tap"],
        },
    ),
    "a bank asks more": (":draw: 1", ":draw: 2", ["bank on-tap draw"], {}),
    "a bank has another id": (
        ":id: on-tap", ":id: on-lai",
        [
            "bank on-lai added", "bank on-tap removed", "question so-la bank",
            "question ten-la bank",
        ],
        {"draws": ["on-tap"]},
    ),
    "a hint costs more": ("25%", "50%", ["question ten-la cost"], {}),
}  # fmt: skip


def test_what_an_edit_does_to_learners(old: dict[str, Path], tmp_path: Path) -> None:
    pairs = []
    for number, (was, now, _, _) in enumerate(EDITS.values()):
        assert OLD.count(was) == 1
        root = project(tmp_path / str(number), {"a/module.md": OLD.replace(was, now)})
        pairs += [(old[kind], root / "modules/a") for kind in ("source", "scorm2004")]
    found = iter(diffs(tmp_path, *pairs))
    for name, (_, _, changes, lost) in EDITS.items():
        harm = bool(lost.keys() - {"places", "draws"})
        for texts in (True, False):
            code, told = next(found)
            expected = [one for one in changes if texts or not one.endswith(" text")]
            assert sorted(changed(told)) == sorted(expected), name
            assert (code, told["harm"]) == (int(harm), harm), name
            left = {key: ids for key, ids in told["progress"].items() if key != "kept" and ids}
            assert left == lost, name


def test_a_person_reads_it_in_both_languages(old: dict[str, Path], tmp_path: Path) -> None:
    text = OLD.replace(":id: cup-may", ":id: an-toan").replace("id: a\n", "id: a\nversion: '2'\n")
    new = project(tmp_path, {"a/module.md": text}) / "modules/a/module.md"
    run = ["diff", str(old["scorm12"]), str(new)]
    vi, en = many(tmp_path, run, [*run, "--lang", "en"])
    assert "a: 1.0 → 2" in vi["out"]
    assert "mất 1 câu: cup-may" in vi["out"]
    assert "+ câu hỏi “an-toan”: Cúp máy là an toàn." in vi["out"]
    assert "lost, 1 question: cup-may" in en["out"]
    assert (vi["code"], en["code"], vi["err"]) == (1, 1, "")


DATA = '<script type="application/json" id="lk-data">{}</script>'
GOOD = {
    "format": 1, "id": "a", "version": "1", "lang": "vi", "title": "A",
    "tracking": {"complete": "answered"}, "sections": [], "objectives": [], "questions": [],
    "checklists": [],
}  # fmt: skip
BAD: dict[str, tuple[str, str]] = {
    "no page of ours": ("<p>Bài của công cụ khác</p>", "neither"),
    "data that are no JSON": (DATA.format("{"), "neither"),
    "data of other kinds": (DATA.format(json.dumps(GOOD | {"sections": 7})), "neither"),
    "data nested without end": (DATA.format("[" * 100_000), "neither"),
    "a newer format": (DATA.format(json.dumps(GOOD | {"format": 2})), "newer"),
}


def test_what_is_no_edition_is_said(old: dict[str, Path], tmp_path: Path) -> None:
    runs = []
    for number, (text, _) in enumerate(BAD.values()):
        page, packed = tmp_path / f"{number}.html", tmp_path / f"{number}.zip"
        page.write_text(text, "utf-8")
        with zipfile.ZipFile(packed, "w") as archive:
            archive.writestr("index.html", text)
        runs += [["diff", str(old["html"]), str(one), "--lang", "en"] for one in (page, packed)]
    for number, done in enumerate(many(tmp_path, *runs)):
        name, (_, word) = list(BAD.items())[number // 2]
        assert (done["code"], done["out"]) == (2, ""), name
        assert word in done["err"], name


def test_a_damaged_zip_a_missing_path_and_a_faulty_source(
    old: dict[str, Path], tmp_path: Path
) -> None:
    whole = old["scorm12"].read_bytes()
    cut, torn, empty = (tmp_path / name for name in ("cut.zip", "torn.zip", "empty"))
    cut.write_bytes(whole[: len(whole) // 2])
    torn.write_bytes(whole[:60] + b"\x00" * 3000 + whole[3060:])
    empty.mkdir()
    faulty = project(tmp_path / "p", {"a/module.md": OLD.replace("- [x]", "- [ ]")})
    paths = [cut, torn, empty, tmp_path / "none.zip", faulty / "modules/a", faulty]
    for done in many(tmp_path, *(["diff", str(old["html"]), str(path)] for path in paths)):
        assert (done["code"], done["out"]) == (2, ""), done
        assert done["err"]


def test_a_zip_that_unpacks_to_more_than_a_page_is_refused(tmp_path: Path) -> None:
    bomb = tmp_path / "bomb.zip"
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("index.html", " " * 70_000_000)
    (done,) = many(tmp_path, ["diff", str(bomb), str(bomb), "--lang", "en"])
    assert (done["code"], "too large" in done["err"]) == (2, True)


NOISE = ("<", "<script", '<section data-lk-step="', "<form ", "<span>", "<form><span class")


def test_a_hostile_page_takes_no_time(tmp_path: Path) -> None:
    pages = [tmp_path / f"{number}.html" for number in range(len(NOISE))]
    for page, noise in zip(pages, NOISE, strict=True):
        page.write_text(noise * 200_000 + DATA.format(json.dumps(GOOD)), "utf-8")
    start = time.monotonic()
    found = diffs(tmp_path, *((page, page) for page in pages))
    assert [(code, told["changes"]) for code, told in found] == [(0, [])] * len(NOISE)
    assert time.monotonic() - start < 120


def test_nothing_of_a_package_steers_the_terminal(tmp_path: Path) -> None:
    page = tmp_path / "bai.html"
    page.write_text(DATA.format(json.dumps(GOOD)), "utf-8")
    other = tmp_path / "khac.html"
    evil = GOOD | {"title": "\x1b[2J\x07\u202eA", "sections": ["\x1b]0;x\x07"]}
    other.write_text(DATA.format(json.dumps(evil)), "utf-8")
    text, told = many(
        tmp_path, ["diff", str(page), str(other)],
        ["diff", str(page), str(other), "--format", "json"],
    )  # fmt: skip
    assert not set("\x1b\x07\u202e") & set(text["out"] + told["out"])
