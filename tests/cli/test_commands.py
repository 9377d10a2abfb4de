"""Each command by itself, and what holds for all of them."""

import re
import subprocess
import sys
import tomllib
from importlib.metadata import version
from pathlib import Path

import pytest
from tests.projects import command, lessons

import lessonkit
from lessonkit.base import messages
from lessonkit.cli.parser import COMMANDS
from lessonkit.cli.words import Words

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


@pytest.mark.parametrize("name", COMMANDS)
@pytest.mark.parametrize("lang", messages.LANGS)
def test_help_of_every_command_loads_nothing_heavy(name: str, lang: str) -> None:
    code = (
        "import sys; from lessonkit.cli.main import run;"
        f"run(['--lang', '{lang}', '{name}', '--help']);"
        "print(sorted(set(sys.modules) & {'pydantic', 'yaml', 'jinja2', 'PIL', 'markdown_it'}))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=True
    )
    assert done.stdout.splitlines()[-1] == "[]"
    assert done.stderr == ""


def test_catalogues_have_the_same_sentences_with_the_same_arguments() -> None:
    vi, en = (_sentences(lang) for lang in messages.LANGS)
    vi = {key: args for key, args in vi.items() if not key.startswith("click.")}
    assert vi == en


def test_every_sentence_is_used_and_every_one_used_is_there() -> None:
    known = {key for key in _sentences("vi") if not key.startswith("click.")}
    text = "".join(path.read_text("utf-8") for path in sorted((SOURCES / "cli").glob("*.py")))
    used = {
        key for key in re.findall(r'"([a-z]+\.[a-z][a-z-]*)"', text) if _table(key) in _tables()
    }
    used |= {f"{name}.short" for name in COMMANDS}
    used |= {f"build.{name}s" for name in ("error", "warning", "info")}
    used |= {"build.bad-audience", "build.bad-output"}
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


def test_a_new_project_and_module_check_clean_and_build(tmp_path: Path) -> None:
    assert command("new", "project", "bai-hoc", cwd=tmp_path).returncode == 0
    root = tmp_path / "bai-hoc"
    assert (root / ".gitignore").read_text() == "/build/\n"
    for lang, name in (("vi", "mat-khau"), ("en", "passwords")):
        made = command("new", "module", name, "--lang", lang, "--audience", "nguoi-dan", cwd=root)
        assert made.returncode == 0, made.stderr
    done = command("check", "--strict", cwd=root)
    assert done.returncode == 0, done.stdout
    assert command("build", "--output", "single", cwd=root).returncode == 0


def test_new_overwrites_nothing(tmp_path: Path) -> None:
    lessons(tmp_path, "a")
    before = (tmp_path / "modules/a/module.md").read_bytes()
    assert command("new", "module", "a", cwd=tmp_path).returncode == 2
    assert command("new", "project", cwd=tmp_path).returncode == 2
    assert (tmp_path / "modules/a/module.md").read_bytes() == before


@pytest.mark.parametrize(
    "title", ['A: "b" #c', "null", "- x", "Bài 1: mở đầu", "{x}", "12", "a\\b"]
)
def test_a_title_is_kept_as_it_was_given(tmp_path: Path, title: str) -> None:
    command("new", "project", ".", "--title", title, cwd=tmp_path)
    done = command("new", "module", "a", "--title", title, cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    module = lessonkit.read(tmp_path / "modules/a/module.md").module
    assert module is not None
    assert module.meta.title == title
    assert tomllib.loads((tmp_path / "lessonkit.toml").read_text())["title"] == title


@pytest.mark.parametrize(
    "arguments",
    [("Mật khẩu",), ("../x",), ("a", "--audience", "ai-do"), ("a", "--lang", "tiếng"), ()],
)
def test_what_cannot_be_made_is_refused_in_a_sentence(
    tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    done = command("new", "module", *arguments, cwd=tmp_path)
    assert done.returncode == 2
    assert "Lỗi:" in done.stderr
    assert not list(tmp_path.iterdir())


def test_explain_prints_the_page(tmp_path: Path) -> None:
    done = command("explain", "lesson-heavy", cwd=tmp_path)
    assert done.stdout.startswith("LK510 lesson-heavy\n")


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_is_printed(tmp_path: Path, shell: str) -> None:
    done = command("completion", shell, cwd=tmp_path)
    assert "_LESSONKIT_COMPLETE" in done.stdout


def test_completion_completes_commands(tmp_path: Path) -> None:
    env = {"_LESSONKIT_COMPLETE": "bash_complete", "COMP_WORDS": "lessonkit b", "COMP_CWORD": "1"}
    assert command(cwd=tmp_path, env=env).stdout == "plain,build\n"
