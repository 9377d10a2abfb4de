"""The house: size and names of modules, what is committed, what is declared."""

import ast
import json
import re
import shutil
import subprocess
import sys
import tomllib
from collections import Counter
from functools import cache
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

import lessonkit
from lessonkit.base import codes, messages
from lessonkit.check.rules import RULES

ROOT = Path(__file__).resolve().parents[1]
FOLDERS = ("src", "tests", "bench", "scripts")
NAMELESS = {"utils", "util", "helpers", "helper", "common", "misc", "shared", "tools"}
MACHINE = re.compile(
    r"(?<![\w.])/(?:home|root|Users|work)/\w|"
    + "|".join(("registry" + r"\.npmjs", "py" + r"pi\.org", "python" + r"hosted\.org"))
)
"""Paths of somebody's machine, and addresses of registries."""
INNER = ("markupsafe", "pydantic_core")
"""Parts of jinja2 and pydantic, whose versions they alone decide."""
TEXT = (".py", ".md", ".toml", ".txt", ".js", ".ts", ".json", ".html", ".css", ".yml", ".yaml", "")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]


@cache
def committed() -> tuple[Path, ...]:
    """Every file that is, or would be, under version control; without git, all but what is made."""
    if shutil.which("git") and (ROOT / ".git").exists():
        command = ["git", "ls-files", "-co", "--exclude-standard", "-z"]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, check=True, encoding="utf-8")
        paths = [ROOT / name for name in done.stdout.split("\0") if name]
    else:
        # What .gitignore names; `build` at the top only, for there is a package of that name.
        made = {".venv", ".git", ".hypothesis", "actual", "node_modules", "__pycache__"}
        caches = {".mypy_cache", ".ruff_cache", ".pytest_cache", ".import_linter_cache"}
        below = [(path, path.relative_to(ROOT).parts) for path in ROOT.rglob("*")]
        paths = [
            path
            for path, parts in below
            if parts[0] not in ("build", "dist") and not (made | caches) & set(parts)
        ]
    return tuple(path for path in paths if path.is_file())


SOURCES = [path for folder in FOLDERS for path in sorted((ROOT / folder).rglob("*.py"))
           if "node_modules" not in path.parts]  # fmt: skip


def shown(path: Path) -> str:
    """Relative to the repository."""
    return path.relative_to(ROOT).as_posix()


def flaws(name: str, text: str, most: int = 300) -> list[str]:
    """What is wrong with the shape of a Python module; over `most` lines it must say why."""
    doc = ast.get_docstring(ast.parse(text)) or ""
    count = text.count("\n")
    found = []
    if not doc:
        found.append("no docstring")
    if count > 400 or (count > most and "lines" not in doc):
        found.append(f"{count} lines")
    if name.removesuffix(".py") in NAMELESS:
        found.append("a name that says nothing")
    return found


@pytest.mark.parametrize("path", SOURCES, ids=shown)
def test_modules_are_short_named_and_documented(path: Path) -> None:
    # A file of tests is a list, and may be as long as a list is.
    most = 400 if path.is_relative_to(ROOT / "tests") else 300
    assert flaws(path.name, path.read_text("utf-8"), most) == []


def test_a_flawed_module_would_be_found() -> None:
    assert flaws("utils.py", "x = 1\n" * 301) == [
        "no docstring",
        "301 lines",
        "a name that says nothing",
    ]
    assert flaws("long.py", '"""Over 300 lines: a table."""\n' + "x = 1\n" * 350) == []


def strangers(text: str) -> list[str]:
    """Machine paths and registry addresses in a text."""
    return MACHINE.findall(text)


def test_nothing_committed_names_a_machine_or_a_registry() -> None:
    found = {}
    for path in committed():
        if path.suffix in TEXT and path != Path(__file__):
            try:
                hits = strangers(path.read_text("utf-8"))
            except UnicodeDecodeError:
                continue  # bad on purpose, among the cases
            if hits:
                found[shown(path)] = hits
    assert found == {}


def test_a_machine_path_would_be_found() -> None:
    assert strangers('"/home/' + 'an/lessons"') == ["/home/a"]


def test_locked_versions_have_no_addresses() -> None:
    lines = (ROOT / "constraints.txt").read_text("utf-8").splitlines()
    pins = [line for line in lines if line and not line.startswith("#")]
    assert [line for line in pins if not re.fullmatch(r"[\w.-]+==[\w.+!]+", line)] == []
    lock = json.loads((ROOT / "tests/package-lock.json").read_text("utf-8"))
    assert [key for key, entry in lock["packages"].items() if "resolved" in entry] == []


def _bare(requirement: str) -> str:
    return re.split(r"[\s<>=!~;\[]", requirement, maxsplit=1)[0].lower().replace("_", "-")


def test_what_is_required_is_locked() -> None:
    lines = (ROOT / "constraints.txt").read_text("utf-8").splitlines()
    locked = {_bare(line) for line in lines if line and not line.startswith("#")}
    wanted = {
        _bare(one) for one in PROJECT["dependencies"] + PROJECT["optional-dependencies"]["dev"]
    }
    assert wanted <= locked


def imported(folder: Path) -> set[str]:
    """Top-level names that the code of a folder imports, by whatever statement."""
    found: set[str] = set()
    for path in folder.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            match node:
                case ast.Import(names=names):
                    found |= {name.name.partition(".")[0] for name in names}
                case ast.ImportFrom(module=str() as module, level=0):
                    found.add(module.partition(".")[0])
    return found


def circles(imports: dict[str, set[str]]) -> list[str]:
    """Modules that import themselves by way of others, whatever the statement and wherever."""
    left = dict(imports)
    while leaves := [name for name, needed in left.items() if not needed & left.keys()]:
        for name in leaves:
            del left[name]
    # What is left lies in a circle or leads to one.
    while heads := [name for name in left if not any(name in needed for needed in left.values())]:
        for name in heads:
            del left[name]
    return sorted(left)


def own_imports(path: Path, known: set[str]) -> set[str]:
    """The modules of `known` that a module imports."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        match node:
            case ast.Import(names=names):
                found |= {one.name for one in names}
            case ast.ImportFrom(module=str() as module, names=names):
                below = {f"{module}.{one.name}" for one in names}
                found |= below & known or {module}
    return found & known


def test_no_module_imports_itself_by_way_of_others() -> None:
    folder = ROOT / "src"
    names = {
        ".".join(path.relative_to(folder).with_suffix("").parts).removesuffix(".__init__"): path
        for path in folder.rglob("*.py")
    }
    # The package around all is there before any of them: `__version__` can be had from everywhere.
    del names["lessonkit"]
    imports = {name: own_imports(path, set(names)) - {name} for name, path in names.items()}
    assert circles(imports) == []


def test_a_circle_would_be_found() -> None:
    assert circles({"a": {"b"}, "b": {"c"}, "c": {"b", "d"}, "d": set(), "e": {"a"}}) == ["b", "c"]


def test_dependencies_are_what_is_imported() -> None:
    known = packages_distributions()
    third = imported(ROOT / "src") - set(sys.stdlib_module_names) - {"lessonkit", *INNER}
    needed = {known[name][0].lower().replace("_", "-") for name in third}
    extras = {**PROJECT["optional-dependencies"], "dev": ()}
    core = {_bare(one) for one in (*PROJECT["dependencies"], *extras["skos"])}
    # Fonts are files and programs are run: not all that an extra brings is imported.
    assert core <= needed <= core | {_bare(one) for extra in extras.values() for one in extra}


def test_public_names_are_those_of_the_manual() -> None:
    page = (ROOT / "docs/reference/python.md").read_text("utf-8")
    assert re.findall(r"^## `(\w+)`$", page, re.M) == lessonkit.__all__


def test_versions_agree() -> None:
    assert PROJECT["version"] == lessonkit.__version__
    assert f"## {lessonkit.__version__}" in (ROOT / "CHANGELOG.md").read_text("utf-8")


def test_codes_and_their_names_are_unique() -> None:
    entries = [*codes.all_codes(), *RULES]
    for values in ([one.code for one in entries], [one.name for one in entries]):
        assert [value for value, count in Counter(values).items() if count > 1] == []


@pytest.mark.parametrize("lang", messages.LANGS)
def test_every_code_is_in_the_manual(lang: str) -> None:
    name = "codes.md" if lang == "vi" else "codes.en.md"
    page = (ROOT / "docs/reference" / name).read_text("utf-8")
    headings = re.findall(r"^### (LK\d{3}) ([\w-]+)$", page, re.M)
    assert headings == sorted((one.code, one.name) for one in (*codes.all_codes(), *RULES))


@pytest.mark.parametrize("name", ["setup", "build", "test", "lock", "steps.sh"])
def test_scripts_are_plain_shell(name: str) -> None:
    path = ROOT / "scripts" / name
    subprocess.run(["sh", "-n", str(path)], check=True)
    text = path.read_text("utf-8")
    assert not re.search(r"\[\[|\bfunction \w|<<<|\blocal \w|\bsource ", text)


def test_continuous_integration_runs_what_the_readme_says() -> None:
    said = (ROOT / ".ci/run").read_text("utf-8").splitlines()[-1]
    assert said == "sh scripts/test"
    assert "\nsh scripts/test" in (ROOT / "README.md").read_text("utf-8")
