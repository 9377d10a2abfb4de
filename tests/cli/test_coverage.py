"""`lessonkit coverage`: its formats, its exit codes, what was before, and names that mean harm."""

import csv
import io
import json
import re
import shutil
import subprocess
from html import unescape
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from tests.projects import BROKEN, command, lesson, lessons, many, project

from lessonkit.render.coverage.csv import COLUMNS, harmless
from lessonkit.render.coverage.md import plain

PROFILE = """
[audiences.nguoi-dan]
skills = ["tt02-2025:1.1@1", "tt02-2025:4.2@2"]
source = "Nhóm thử"
"""
PROGRAM = """
id: thu-nghiem
title: Chương trình thử
summary: Thử.
audience: nguoi-dan
modules: [mot]
covers: [tt02-2025:1.1@1, tt02-2025:2.1@1]
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project with two lessons, one of them with an error, a profile and a programme."""
    files = {"mot/module.md": lesson("mot"), "hong/module.md": BROKEN,
             "thu-nghiem.program.yaml": PROGRAM}  # fmt: skip
    return project(tmp_path / "p", files, PROFILE)


def test_every_format_is_printed_and_tells_the_same(root: Path) -> None:
    forms = ("md", "html", "json", "csv")
    done = dict(zip(forms, many(root, *(["coverage", "--format", form] for form in forms)),
                    strict=True))  # fmt: skip
    assert {one["code"] for one in done.values()} == {0}
    assert all("modules/hong/module.md" in one["err"] for one in done.values())
    data = json.loads(done["json"]["out"])
    assert data["totals"] == {
        "modules": 1, "minutes": 1, "items": 1, "programs": 1, "needs": 4, "proved": 2,
    }  # fmt: skip
    assert data["not_counted"] == [{"file": "modules/hong/module.md", "errors": 1}]
    assert [(one["kind"], one["code"], one["why"]) for one in data["needs"]] == [
        ("profile", "1.1", None),
        ("profile", "4.2", "absent"),
        ("promise", "1.1", None),
        ("promise", "2.1", "absent"),
    ]
    assert done["csv"]["out"].startswith("\ufeff")
    rows = list(csv.DictReader(io.StringIO(done["csv"]["out"].removeprefix("\ufeff"))))
    assert tuple(rows[0]) == COLUMNS
    assert len(rows) == len(data["cells"])
    for text in (
        "Chưa bài nào gắn với kỹ năng này",
        "hồ sơ do dự án đặt",
        "modules/hong/module.md",
    ):
        assert text in done["html"]["out"]
        assert text in done["md"]["out"].replace("\\", "")


class Page(HTMLParser):
    """Elements, ids and targets of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.text = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note it."""
        self.tags.append(tag)
        given = dict(attrs)
        self.ids += [given["id"] or ""] if "id" in given else []
        self.links += [str(given[name]) for name in ("href", "src", "action") if name in given]

    def handle_data(self, data: str) -> None:
        """Note it."""
        self.text += data


def test_the_page_holds_all_it_needs_and_its_links_lead_somewhere(root: Path) -> None:
    (done,) = many(root, ["--lang", "en", "coverage", "--out", "build/do-phu.html"])
    assert (done["code"], done["out"]) == (0, "")
    text = (root / "build/do-phu.html").read_text("utf-8")
    page = Page(text)
    assert len(page.ids) == len(set(page.ids))
    assert {link for link in page.links if link[1:] not in page.ids} == set()
    assert all(link.startswith("#") for link in page.links)
    assert "url(" not in text
    assert re.search(r"script-src 'sha256-[^']+'; style-src 'sha256-[^']+'", unescape(text))
    assert 'lang="en"' in text


def test_thresholds_decide_the_exit_code_and_say_why(root: Path) -> None:
    low, high, own, nothing = many(
        root,
        ["coverage", "--fail-under", "50"],
        ["coverage", "--fail-under", "50.5"],
        ["coverage", "--audience", "cbccvc", "--fail-under", "100"],
        ["coverage", "--fail-under", "101"],
    )
    assert [one["code"] for one in (low, high, own, nothing)] == [0, 1, 0, 2]
    assert "mới 50 % yêu cầu cho nhóm nguoi-dan" in high["err"]
    assert "Chưa có gì để so với ngưỡng" in own["err"]
    (root / "lessonkit.toml").write_text(
        PROFILE + "[coverage]\nfail-under = 10\npromise-items = 2\n", "utf-8"
    )
    (done,) = many(root, ["coverage"])
    assert done["code"] == 1
    assert "thu-nghiem cam kết tt02-2025:1.1@1, mới có 1 câu hỏi" in done["err"]


NOT_THERE = (
    (["--audience", "nguoi-dam"], "nguoi-dan"),
    (["--framework", "tt02-2026"], "tt02-2025"),
    (["--since", "-x"], "-x"),
    (["--since", "khong-co.json"], "khong-co.json"),
    (["--since", "lessonkit.toml"], "lessonkit.toml"),
    (["khong-co"], "khong-co"),
)


def test_what_is_asked_for_and_is_not_there_is_named(root: Path) -> None:
    git(root, "init", "-q")
    done = many(root, *(["coverage", *arguments] for arguments, _ in NOT_THERE))
    assert [one["code"] for one in done] == [2] * len(NOT_THERE)
    for one, (_, said) in zip(done, NOT_THERE, strict=True):
        assert said in one["err"]


def test_a_report_that_was_kept_is_compared_with(root: Path) -> None:
    many(root, ["coverage", "--out", "truoc.json"])
    project(root, {"hong/module.md": lesson("hong")}, PROFILE)
    same, other, scope = many(
        root,
        ["coverage", "--since", "truoc.json", "--format", "json"],
        ["coverage", "--since", "truoc.json"],
        ["coverage", "--since", "truoc.json", "--audience", "nguoi-dan"],
    )
    since = json.loads(same["out"])["since"]
    assert since["not_counted"] == 1
    assert {one["kind"] for one in since["changes"]} == {"changed"}
    assert "Thay đổi so với truoc.json" in other["out"]
    assert scope["code"] == 2


DAMAGED: tuple[Any, ...] = (
    "", "[]", "{}", "{", "[" * 100_000, '{"format": "lessonkit-coverage", "version": 2}',
    '{"format": "lessonkit-coverage", "version": 1, "audience": null, "framework": null}',
    '{"format": "lessonkit-coverage", "version": 1, "audience": null, "framework": null,'
    ' "cells": [{"framework": 1}], "needs": [], "not_counted": []}',
)  # fmt: skip


def test_a_damaged_report_is_said_to_be_one(root: Path) -> None:
    for number, text in enumerate(DAMAGED):
        (root / f"{number}.json").write_text(text, "utf-8")
    done = many(root, *(["coverage", "--since", f"{n}.json"] for n in range(len(DAMAGED))))
    assert [(one["code"], one["out"]) for one in done] == [(2, "")] * len(DAMAGED)
    assert not [one["err"] for one in done if ".json" not in one["err"]]


def git(folder: Path, *arguments: str) -> None:
    """In a repository of its own, of nobody."""
    head = ["git", "-C", str(folder), "-c", "user.name=Thử", "-c", "user.email=thu@example.org"]
    env = {"GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_NOSYSTEM": "1", "PATH": "/usr/bin:/bin"}
    subprocess.run([*head, *arguments], check=True, capture_output=True, env=env)


@pytest.mark.skipif(not shutil.which("git"), reason="needs git")
def test_a_revision_is_read_and_nothing_of_the_repository_is_executed(tmp_path: Path) -> None:
    root = lessons(tmp_path / "kho" / "du-an", "mot", "hai")
    git(tmp_path / "kho", "init", "-q")
    git(root, "add", ".")
    git(root, "commit", "-q", "-m", "Một")
    trap = tmp_path / "trap.sh"
    trap.write_text(f"#!/bin/sh\ntouch {tmp_path}/sprung\ncat\n", "utf-8")
    trap.chmod(0o755)
    for key in ("filter.bay.smudge", "filter.bay.clean", "core.fsmonitor", "core.pager",
                "core.sshCommand", "diff.external", "core.editor", "pager.ls-tree"):  # fmt: skip
        git(root, "config", key, str(trap))
    (root / ".gitattributes").write_text("* filter=bay export-ignore\n", "utf-8")
    shutil.rmtree(root / "modules/mot")
    (done,) = many(root, ["coverage", "--since", "HEAD", "--format", "json"])
    assert done["code"] == 0, done["err"]
    changes = json.loads(done["out"])["since"]["changes"]
    assert [one["kind"] for one in changes] == ["changed"] * 4
    assert changes[0]["before"]["modules"] == ["hai", "mot"]
    assert changes[0]["after"]["modules"] == ["hai"]
    assert not (tmp_path / "sprung").exists()


def test_without_git_a_sentence_and_its_own_exit_code(root: Path) -> None:
    no_git = command("coverage", "--since", "main", cwd=root, env={"PATH": "", "LANG": "en"})
    assert (no_git.returncode, no_git.stdout) == (3, "")
    assert "git is not installed" in no_git.stderr
    if shutil.which("git"):
        ceiling = {"GIT_CEILING_DIRECTORIES": str(root.parent), "LANG": "en"}
        outside = command("coverage", "--since", "main", cwd=root, env=ceiling)
        assert outside.returncode == 3
        assert "no git repository" in outside.stderr


HARM = "=1+1|<img src=x onerror=alert(1)> @admin [x](javascript:1) `"
FRAMEWORK = f"""
framework: {{id: hiem, title_vi: {json.dumps(HARM)}, doubts: [{json.dumps(HARM)}],
  sources: [{json.dumps(HARM)}], standing: part}}
domains:
  - code: '1'
    name_vi: {json.dumps(HARM)}
    competences: [{{code: '=1', name_vi: {json.dumps(HARM)}}}]
"""


def test_names_that_mean_harm_are_only_words(tmp_path: Path) -> None:
    text = lesson("mot").replace("tt02-2025:1.1\n    level: 1", "hiem:=1")
    text = text.replace("title: Bài mot", f"title: {json.dumps(HARM)}")
    root = project(tmp_path, {"mot/module.md": text}, f"title = {json.dumps(HARM)}")
    (root / "frameworks").mkdir()
    (root / "frameworks/hiem.yaml").write_text(FRAMEWORK, "utf-8")
    forms = ("html", "csv", "md")
    html, table, note = many(root, *(["coverage", "--format", form] for form in forms))
    assert [one["code"] for one in (html, table, note)] == [0, 0, 0], html["err"]
    page = Page(html["out"])
    assert "img" not in page.tags
    assert page.tags.count("script") == 1
    assert page.text.count(HARM) >= 5
    cells = [cell for row in csv.reader(io.StringIO(table["out"])) for cell in row]
    assert f"'{HARM}" in cells
    assert not [cell for cell in cells if cell[:1] in "=+-@" and cell]
    assert not re.search(r"(?<!\\)[<`\[]", note["out"])
    assert "@admin" not in note["out"]


def test_words_are_made_harmless() -> None:
    assert [harmless(one) for one in ("=a", "+1", "-1", "@x", "\tx", "a=b", "")] == [
        "'=a", "'+1", "'-1", "'@x", "'\tx", "a=b", "",
    ]  # fmt: skip
    assert plain(" a|b\n# c \x1b[0m ") == r"a\|b \# c  \[0m"
