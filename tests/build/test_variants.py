"""What is checked of the page that one audience group gets."""

import json
import re
from pathlib import Path

import pytest
from tests.projects import lesson, project

import lessonkit

GROUPS = "audience: [nguoi-dan, cbccvc]"
ONLY = "\n:::{{only}}\n:audience: {group}\n\n{text}\n:::\n"


def only(group: str, text: str) -> str:
    """A block for one group."""
    return ONLY.format(group=group, text=text)


def built(root: Path, text: str, audience: str | None = None) -> dict[str, int]:
    """Codes of all errors to the lines they stand at; nothing is built where there is one."""
    text = text.replace("audience: [nguoi-dan]", GROUPS)
    made = project(root, {"a/module.md": text})
    (outcome,) = lessonkit.build([made], outputs=["html"], audience=audience, out=root / "out")
    found = {
        one.code: one.span.start.line for one in outcome.diagnostics if one.severity == "error"
    }
    assert outcome.failed is bool(found)
    return found


LINKED = lesson("a", "\nXem [nơi báo](#bao).\n" + only("cbccvc", "### Nơi báo {#bao}\n\nỞ đây."))


@pytest.mark.parametrize(
    ("audience", "expected"), [(None, {}), ("cbccvc", {}), ("nguoi-dan", {"LK515": 43})]
)
def test_a_link_whose_target_is_for_others_fails_that_variant_only(
    audience: str | None, expected: dict[str, int], tmp_path: Path
) -> None:
    assert built(tmp_path, LINKED, audience) == expected


def test_a_link_from_a_note_of_the_page_counts(tmp_path: Path) -> None:
    text = LINKED.replace("Xem [nơi báo](#bao).", "Xem.[^1]\n\n[^1]: Xem [nơi báo](#bao).")
    assert built(tmp_path, text, "nguoi-dan") == {"LK515": 45}


def test_a_note_of_what_others_read_does_not_count(tmp_path: Path) -> None:
    text = LINKED.replace("Xem [nơi báo](#bao).", "Xem.").replace(
        "Ở đây.", "Ở đây.[^1]\n\n[^1]: Xem [nơi báo](#bao)."
    )
    assert built(tmp_path, text, "nguoi-dan") == {}


def test_a_variant_of_nothing_is_not_built(tmp_path: Path) -> None:
    head, _, body = lesson("a").replace("  mastery: 0.8\n", "").partition("\n## ")
    text = f"{head}\n{only('nguoi-dan', f'## {body}')}"

    assert built(tmp_path / "x", text, "nguoi-dan") == {}
    assert built(tmp_path / "y", text, "cbccvc") == {"LK516": 2}


def test_a_variant_must_have_something_to_pass(tmp_path: Path) -> None:
    head, opener, asked = lesson("a").partition(":::{choice}")
    text = head + only("nguoi-dan", f"{opener}{asked}")

    assert built(tmp_path / "x", text, "nguoi-dan") == {}
    assert built(tmp_path / "y", text, "cbccvc") == {"LK514": 17}
    taught = text.replace(":::{only}\n:audience: nguoi-dan\n", ":::{teacher}\n")
    assert built(tmp_path / "z", taught) == {"LK223": 18}


def test_a_bank_of_one_group_is_asked_of_that_group_alone(tmp_path: Path) -> None:
    asked = ":::{{truefalse}} Câu {n}?\n:id: cau-{n}\n:objective: lam\n:answer: true\n:::\n"
    held = "".join(asked.format(n=n) for n in range(3))
    text = lesson("a", only("cbccvc", f":::{{bank}}\n:id: kho\n:draw: 2\n\n{held}:::\n"))

    for audience, banks in (("cbccvc", [{"id": "kho", "draw": 2}]), ("nguoi-dan", None)):
        assert built(tmp_path / audience, text, audience) == {}
        (page,) = (tmp_path / audience / "out").rglob("index.html")
        (data,) = re.findall(r'id="lk-data">([^<]*)<', page.read_text("utf-8"))
        assert json.loads(data).get("banks") == banks
        script = (page.parent / "lesson.js").read_text("utf-8")
        assert ("lessonkit.bank=" in script.replace(" ", "")) is (banks is not None)


def test_an_unlucky_draw_must_have_something_to_pass(tmp_path: Path) -> None:
    asked = ":::{{truefalse}} Câu {n}?\n:id: cau-{n}\n:points: {n}\n:answer: true\n:::\n"
    held = "".join(asked.format(n=n) for n in range(2))
    head, opener, rest = lesson("a").partition(":::{choice}")
    text = (
        f"{head}{only('nguoi-dan', opener + rest)}\n:::{{bank}}\n:id: kho\n:draw: 1\n\n{held}:::\n"
    )

    assert built(tmp_path / "x", text, "nguoi-dan") == {}
    assert built(tmp_path / "y", text, "cbccvc") == {"LK514": 17}


def test_a_finding_of_the_build_is_ignored_where_it_is_said(tmp_path: Path) -> None:
    """Checking cannot know whether it will be found, and so does not call the ignore unused."""
    noise = " ".join(f"{n * 7919 % 1_000_003:x}" for n in range(12_000))
    heavy = lesson("a", f"\n```\n{noise}\n```\n")
    quiet = heavy.replace("title:", "# lessonkit: ignore LK510 - bảng số dài\ntitle:")
    for text, expected in ((heavy, ["LK510"]), (quiet, [])):
        root = project(tmp_path, {"a/module.md": text})
        (outcome,) = lessonkit.build([root], outputs=["html"])
        codes = [one.code for one in (*outcome.diagnostics, *lessonkit.check([root]))]
        assert [code for code in codes if code in ("LK510", "LK902")] == expected


INSIDE = """
Mã OTP

:   Dãy số để xác nhận.

    :::{only}
    :audience: cbccvc

    RIENG-MOT
    :::

    :::{teacher}
    GIANG-VIEN
    :::

::::{cards}
:id: the

Mặt trước

:   Mặt sau.

    :::{only}
    :audience: cbccvc

    RIENG-HAI
    :::
::::
"""


@pytest.mark.parametrize(
    ("audience", "seen"), [("nguoi-dan", False), ("cbccvc", True), (None, True)]
)
def test_what_is_for_others_stays_out_of_meanings_and_cards(
    audience: str | None, seen: bool, tmp_path: Path
) -> None:
    assert built(tmp_path, lesson("a", INSIDE), audience) == {}
    pages = [path.read_text("utf-8") for path in (tmp_path / "out").rglob("index.html")]
    assert len(pages) == 1
    assert ("RIENG-MOT" in pages[0], "RIENG-HAI" in pages[0]) == (seen, seen)
    assert "GIANG-VIEN" not in pages[0]


WITHIN = """
[audiences.nguoi-cao-tuoi]
name = "Người cao tuổi"
within = "nguoi-dan"
"""
WIDE, NARROW = only("nguoi-dan", "RIENG-RONG"), only("nguoi-cao-tuoi", "RIENG-HEP")


@pytest.mark.parametrize(
    ("audience", "seen"),
    [
        ("nguoi-dan", {"RIENG-RONG"}),
        ("nguoi-cao-tuoi", {"RIENG-RONG", "RIENG-HEP"}),
        (None, {"RIENG-RONG", "RIENG-HEP"}),
    ],
)
def test_who_is_part_of_a_wider_group_has_what_is_for_both(
    audience: str | None, seen: set[str], tmp_path: Path
) -> None:
    made = project(tmp_path, {"a/module.md": lesson("a", WIDE + NARROW)}, WITHIN)
    (outcome,) = lessonkit.build([made], outputs=["html"], audience=audience)
    assert not [one for one in outcome.diagnostics if one.code == "LK408"]
    (page,) = (tmp_path / "build").rglob("index.html")
    assert set(re.findall("RIENG-[A-Z]*", page.read_text("utf-8"))) == seen


def test_a_link_from_the_part_of_a_group_reaches_what_is_for_the_whole(tmp_path: Path) -> None:
    """Not the other way: of the whole group, some are outside the part."""
    wide, narrow = (only(name, f"### Nơi {name} {{#{name}}}") for name in ("nguoi-dan", "hep"))
    to_wide, to_narrow = only("hep", "[Xem](#nguoi-dan)."), only("nguoi-dan", "[Xem](#hep).")
    settings = WITHIN.replace("nguoi-cao-tuoi", "hep")
    for link, expected in ((to_wide, []), (to_narrow, ["LK227"])):
        made = project(tmp_path, {"a/module.md": lesson("a", wide + narrow + link)}, settings)
        assert [one.code for one in lessonkit.check([made])] == expected


@pytest.mark.parametrize(
    ("audience", "passed_over"),
    [
        ("nguoi-dan", {"nha-nuoc", "hep"}),
        ("nguoi-cao-tuoi", {"nha-nuoc"}),
        ("cbccvc", {"rong", "hep"}),
        (None, set[str]()),
    ],
)
def test_lessons_for_other_groups_are_passed_over(
    audience: str | None, passed_over: set[str], tmp_path: Path
) -> None:
    """A lesson that names no group is for all of them; one that names an unknown group fails."""
    named = {
        "rong": "nguoi-dan",
        "hep": "nguoi-cao-tuoi",
        "nha-nuoc": "cbccvc",
        "nham": "nguoi-dam",
    }
    files = {
        f"{name}/module.md": lesson(name).replace("[nguoi-dan]", f"[{group}]")
        for name, group in named.items()
    }
    files["chung/module.md"] = lesson("chung").replace("audience: [nguoi-dan]\n", "")
    made = project(tmp_path, files, WITHIN)
    outcomes = lessonkit.build([made], outputs=["html"], audience=audience)
    assert {one.module for one in outcomes if one.passed_over} == passed_over
    assert [one.module for one in outcomes if one.failed] == ["nham"]
    assert not any(one.diagnostics for one in outcomes if one.passed_over)
    built = {path.parents[1].name for path in (tmp_path / "build").rglob("index.html")}
    assert built == {*named, "chung"} - passed_over - {"nham"}


LARGE = f"{WITHIN}large_text = true\n[audiences.cbccvc]\nlarge_text = true\n"


@pytest.mark.parametrize(
    ("groups", "audience", "large"),
    [
        ("nguoi-cao-tuoi", None, True),
        ("nguoi-cao-tuoi, cbccvc", None, True),
        ("nguoi-cao-tuoi, nguoi-dan", None, False),
        ("nguoi-dan", "nguoi-cao-tuoi", True),
        ("nguoi-dan, cbccvc", "nguoi-dan", False),
        ("", None, False),
    ],
)
def test_type_is_larger_where_all_who_learn_need_it(
    groups: str, audience: str | None, large: bool, tmp_path: Path
) -> None:
    text = lesson("a").replace("[nguoi-dan]", f"[{groups}]")
    made = project(tmp_path, {"a/module.md": text}, LARGE)
    lessonkit.build([made], outputs=["html"], audience=audience)
    (style,) = (tmp_path / "build").rglob("style.css")
    assert (":root{font-size:var(--lk-large)}" in style.read_text("utf-8")) is large
