"""Each command by itself, and what holds for all of them."""

import ast
import inspect
import re
import subprocess
import sys
import tomllib
from importlib.metadata import version
from pathlib import Path
from typing import get_args

import click
import pytest
from tests.projects import command, lessons, many

import lessonkit
from lessonkit.base import messages
from lessonkit.build.compare import Progress
from lessonkit.build.edition import Fault
from lessonkit.cli.parser import COMMANDS
from lessonkit.cli.words import Words
from lessonkit.model.audience import Device
from lessonkit.model.audiences import DEMANDS, LIMITS, By

SOURCES = Path(lessonkit.__file__).parent


def test_the_version_is_told_without_loading_anything() -> None:
    code = (
        "import sys; sys.argv = ['lessonkit', '--version']; import lessonkit.__main__ as m;"
        "m.main(); print(sorted(set(sys.modules) & {'click', 'pydantic', 'tomllib', 'pathlib'}))"
    )
    done = subprocess.run(
        [sys.executable, "-I", "-c", code], capture_output=True, encoding="utf-8", check=True
    )
    assert done.stdout.splitlines()[0] == f"lessonkit {version('lessonkit')}"
    assert done.stdout.splitlines()[-1] == "[]"


@pytest.mark.parametrize("lang", messages.LANGS)
def test_help_of_every_command_loads_nothing_heavy(lang: str, tmp_path: Path) -> None:
    helps = [["--help"], *([name, "--help"] for name in COMMANDS)]
    done = many(tmp_path, *(["--lang", lang, *arguments] for arguments in helps))
    assert [(one["code"], one["err"]) for one in done] == [(0, "")] * len(helps)
    assert done[-1]["loaded"] == []


def test_catalogues_have_the_same_sentences_with_the_same_arguments() -> None:
    vi, en = (_sentences(lang) for lang in messages.LANGS)
    vi = {key: args for key, args in vi.items() if not key.startswith("click.")}
    assert vi == en


THINGS = ("module", "section", "question", "bank", "list", "objective")
WHATS = (
    "id", "version", "title", "lang", "complete", "mastery", "attempts", "order", "text", "type",
    "points", "objective", "ask", "options", "key", "items", "iri", "cost", "bank", "draw",
)  # fmt: skip
DIFFERENT = (*THINGS, *(f"what-{name}" for name in WHATS))
"""What two editions may differ in."""


def test_every_sentence_is_used_and_every_one_used_is_there() -> None:
    known = {key for key in _sentences("vi") if not key.startswith("click.")}
    text = "".join(path.read_text("utf-8") for path in sorted((SOURCES / "cli").glob("*.py")))
    used = {
        key for key in re.findall(r'"([a-z]+\.[a-z][a-z-]*)"', text) if _table(key) in _tables()
    }
    used |= {f"{name}.short" for name in COMMANDS}
    used |= {f"build.{name}s" for name in ("error", "warning", "info")}
    used |= {"build.bad-audience", "build.bad-output"}
    used |= {f"diff.{name}" for name in (*get_args(Fault), *Progress.__slots__, *DIFFERENT)}
    used |= {f"audiences.{name}" for name in (*LIMITS, *DEMANDS, *get_args(Device))}
    used |= {f"audiences.{name}-value" for name in LIMITS}
    used |= {f"audiences.by-{name}" for name in get_args(By)}
    used |= {key for key in known if key.endswith("-near") and key[:-5] in used}
    assert known == used


def _table(key: str) -> str:
    return key.partition(".")[0]


def _tables() -> set[str]:
    return {_table(key) for key in _sentences("vi")}


def _sentences(lang: str) -> dict[str, set[str]]:
    path = SOURCES / "base" / "messages" / f"cli.{lang}.toml"
    data = tomllib.loads(path.read_text("utf-8"))
    return {
        f"{table}.{name}": set(re.findall(r"{(\w+)", sentence))
        for table, sentences in data.items()
        for name, sentence in sentences.items()
    }


def test_clicks_own_sentences_keep_their_arguments() -> None:
    for english, ours in Words("vi").table("click").items():
        assert set(re.findall(r"{(\w+)", ours)) <= set(re.findall(r"{(\w+)", english)), english


def test_whatever_click_refuses_is_said_in_our_language() -> None:
    """Each version of click words it anew."""
    code = ast.walk(ast.parse(inspect.getsource(click.exceptions)))
    calls = [one for one in code if isinstance(one, ast.Call)]
    asked = [one for one in calls if getattr(one.func, "id", "") in ("_", "ngettext")]
    said = {arg.value for one in asked for arg in one.args if isinstance(arg, ast.Constant)}
    assert said - Words("vi").table("click").keys() == set()


def test_a_new_project_and_module_check_clean_and_build(tmp_path: Path) -> None:
    (made,) = many(tmp_path, ["new", "project", "bai-hoc"])
    assert made["code"] == 0
    root = tmp_path / "bai-hoc"
    assert (root / ".gitignore").read_text() == "/build/\n"
    options = ["--audience", "nguoi-dan", "--lang"]
    for one in many(
        root,
        ["new", "module", "mat-khau", *options, "vi"],
        ["new", "module", "passwords", *options, "en"],
        ["check", "--strict"],
        ["build", "--output", "single"],
    ):
        assert one["code"] == 0, one


def test_new_overwrites_nothing(tmp_path: Path) -> None:
    lessons(tmp_path, "a")
    before = (tmp_path / "modules/a/module.md").read_bytes()
    done = many(tmp_path, ["new", "module", "a"], ["new", "project"])
    assert [one["code"] for one in done] == [2, 2]
    assert (tmp_path / "modules/a/module.md").read_bytes() == before


TITLES = ('A: "b" #c', "null", "- x", "Bài 1: mở đầu", "{x}", "12", "a\\b")


def test_a_title_is_kept_as_it_was_given(tmp_path: Path) -> None:
    arguments = [["new", "module", f"b{n}", "--title", title] for n, title in enumerate(TITLES)]
    for one in many(tmp_path, ["new", "project", "--title", TITLES[0]], *arguments):
        assert one["code"] == 0, one["err"]
    assert tomllib.loads((tmp_path / "lessonkit.toml").read_text())["title"] == TITLES[0]
    for number, title in enumerate(TITLES):
        module = lessonkit.read(tmp_path / f"modules/b{number}/module.md").module
        assert module is not None
        assert module.meta.title == title


REFUSED = (
    (("Mật khẩu",), "ví dụ “mat-khau”."),
    (("",), "ví dụ “bai-moi”."),
    (("😀",), "ví dụ “bai-moi”."),
    (("課程",), "ví dụ “bai-moi”."),
    (("con",), "“con” là tên dành riêng"),
    (("build",), "“build” là tên dành riêng"),
    (("../x",), "ví dụ “x”."),
    (("a", "--audience", "ai-do"), "Không có nhóm người học “ai-do”."),
    (("a", "--lang", "tiếng"), "“tiếng” không phải là mã ngôn ngữ"),
    ((), "Thiếu đối số"),
)


def test_what_cannot_be_made_is_refused_in_a_sentence(tmp_path: Path) -> None:
    done = many(tmp_path, *(["new", "module", *arguments] for arguments, _ in REFUSED))
    for one, (_, said) in zip(done, REFUSED, strict=True):
        assert one["code"] == 2
        assert "Lỗi: " in one["err"]
        assert said in one["err"]
    assert not list(tmp_path.iterdir())


def test_a_project_is_not_made_where_a_file_stands(tmp_path: Path) -> None:
    (tmp_path / "tep").write_text("x")
    one, other = many(tmp_path, ["new", "project", "tep"], ["new", "project", "tep/a"])
    said = "Lỗi: “tep” là một tệp, nên không tạo dự án ở đó được. Hãy chọn tên khác.\n"
    assert (one["code"], one["err"]) == (2, said)
    assert other["code"] == 1
    assert "ở đó đang có một tệp" in other["err"]
    assert (tmp_path / "tep").read_text() == "x"


def test_explain_prints_the_page_and_completion_the_script(tmp_path: Path) -> None:
    shells = ("bash", "zsh", "fish")
    page, *scripts = many(
        tmp_path, ["explain", "lesson-heavy"], *(["completion", shell] for shell in shells)
    )
    assert page["out"].startswith("LK510 lesson-heavy\n")
    assert all("_LESSONKIT_COMPLETE" in script["out"] for script in scripts)


def test_completion_completes_commands(tmp_path: Path) -> None:
    env = {"_LESSONKIT_COMPLETE": "bash_complete", "COMP_WORDS": "lessonkit b", "COMP_CWORD": "1"}
    assert command(cwd=tmp_path, env=env).stdout == "plain,build\n"
