"""`lessonkit new project|module|program`: a start that checks clean and overwrites nothing."""

import re
import sys
import unicodedata
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from lessonkit.base.errors import UsageError
from lessonkit.cli.console import Console
from lessonkit.cli.kinds import Kinds

if TYPE_CHECKING:
    from lessonkit.read.project import Project

_SCAFFOLD = Path(__file__).with_name("scaffold")
_KEPT = frozenset({"build"})
"""Folders in which modules are not looked for."""
_MINUTES = 2
"""Of the scaffold as it stands."""


def command(console: Console) -> click.Group:
    """The group of the commands."""
    words = console.words
    return Kinds(
        "new",
        words=words,
        meant=lambda name: _readable(name) or words("new.example-id"),
        commands=[_project(console), _module(console), _program(console)],
        help=words("new.help"),
        subcommand_metavar=words("new.metavar"),
        options_metavar=words("main.options"),
    )


def _project(console: Console) -> click.Command:
    words = console.words
    return click.Command(
        "project",
        callback=partial(new_project, console),
        help=words("new.project-short"),
        options_metavar=words("main.options"),
        params=[
            click.Argument(["folder"], metavar="[DIR]", required=False),
            click.Option(["--title"], help=words("new.title")),
            click.Option(["--lang"], help=words("new.lang")),
        ],
    )


def _module(console: Console) -> click.Command:
    words = console.words
    return click.Command(
        "module",
        callback=partial(new_module, console),
        help=words("new.module-short"),
        options_metavar=words("main.options"),
        params=[
            click.Argument(["name"], metavar="ID"),
            click.Option(["--title"], help=words("new.title")),
            click.Option(["--lang"], help=words("new.lang")),
            click.Option(["--audience"], multiple=True, help=words("new.audience")),
            click.Option(["--minutes"], type=click.IntRange(1, 240), help=words("new.minutes")),
        ],
    )


def _program(console: Console) -> click.Command:
    words = console.words
    return click.Command(
        "program",
        callback=partial(new_program, console),
        help=words("new.program-short"),
        options_metavar=words("main.options"),
        params=[
            click.Argument(["name"], metavar="ID"),
            click.Option(["--title"], help=words("new.title")),
            click.Option(["--lang"], help=words("new.lang")),
            click.Option(["--audience"], help=words("new.program-audience")),
            click.Option(["--module", "modules"], multiple=True, help=words("new.program-module")),
        ],
    )


def new_project(console: Console, folder: str | None, title: str | None, lang: str | None) -> int:
    """Make a folder that is a project."""
    words = console.words
    root = Path(folder or ".")
    if root.is_file():
        raise UsageError(words("new.not-folder", path=str(root)))
    if (root / "lessonkit.toml").exists():
        raise UsageError(words("new.not-empty-project", path=str(root)))
    lang = _language(lang or console.lang, console)
    title = title or root.resolve().name
    text = _filled(f"project.{console.lang}.toml", title=_quoted(title), lang=lang)
    _folder(root / "modules")
    _write(root / "lessonkit.toml", text, console)
    if not (root / ".gitignore").exists():
        _write(root / ".gitignore", "/build/\n", console)
    here = root.resolve() == Path.cwd()
    console.say(words("new.next-project-here" if here else "new.next-project", path=str(root)))
    return 0


def new_module(
    console: Console,
    name: str,
    title: str | None,
    lang: str | None,
    audience: tuple[str, ...],
    minutes: int | None,
) -> int:
    """Make `modules/ID/module.md` in the project around the current folder."""
    from lessonkit.read.project import find_project

    words = console.words
    _refuse_bad_id(name, console)
    project = find_project(Path())
    folder = project.root / "modules" / name
    if folder.exists():
        raise UsageError(words("new.exists", path=str(folder)))
    lang = _language(lang or project.settings.lang, console)
    groups = _groups(audience, project, console)
    title = title or _asked(words("new.ask-title"), name.replace("-", " ").capitalize())
    minutes = minutes or int(_asked(words("new.ask-minutes"), str(_MINUTES)))
    text = _filled(
        f"module.{'vi' if lang.split('-')[0] == 'vi' else 'en'}.md",
        id=name,
        title=_yaml(title),
        lang=lang,
        minutes=str(minutes),
        audience=f"audience: [{', '.join(groups)}]\n" if groups else "",
    )
    _folder(folder / "media")
    _write(folder / "module.md", text, console)
    console.say(words("new.next-module", path=_short(folder / "module.md")))
    return 0


def new_program(
    console: Console,
    name: str,
    title: str | None,
    lang: str | None,
    audience: str | None,
    modules: tuple[str, ...],
) -> int:
    """Make `modules/ID.program.yaml` in the project around the current folder."""
    from lessonkit.cli.new_program import drafted
    from lessonkit.read.project import find_project

    words = console.words
    _refuse_bad_id(name, console)
    project = find_project(Path())
    path = project.root / "modules" / f"{name}.program.yaml"
    if path.exists() or path.is_symlink():
        raise UsageError(words("new.exists", path=str(path)))
    lang = _language(lang or project.settings.lang, console)
    made = drafted(console, project, name, lang, (audience, modules))
    title = title or _asked(words("new.ask-program"), name.replace("-", " ").capitalize())
    form = f"program.{'vi' if lang.split('-')[0] == 'vi' else 'en'}.yaml"
    _folder(path.parent)
    _write(path, _filled(form, id=name, title=_yaml(title), lang=lang, **made), console)
    console.say(words("new.next-program", path=_short(path)))
    return 0


def _refuse_bad_id(name: str, console: Console) -> None:
    from lessonkit.base.files import UnsafePath, safe_path
    from lessonkit.model.meta import ID_PATTERN

    words = console.words
    if not re.fullmatch(ID_PATTERN, name) or len(name) > 60:
        near = _readable(name) or words("new.example-id")
        raise UsageError(words("new.bad-id", id=name, near=near))
    try:
        safe_path(name)
        kept = name in _KEPT
    except UnsafePath:
        kept = True
    if kept:
        raise UsageError(words("new.kept-id", id=name, near=f"{words('new.example-id')}-{name}"))


def _readable(name: str) -> str:
    """An id out of the letters of that name; empty where they would be lost."""
    from lessonkit.base.slug import slug

    plain = [char for char in name if char.isalnum()]
    latin = all(unicodedata.name(char, "").startswith(("LATIN", "DIGIT")) for char in plain)
    return slug(name) if plain and latin else ""


def _language(lang: str, console: Console) -> str:
    from lessonkit.model.meta import LANG_PATTERN

    if not re.fullmatch(LANG_PATTERN, lang):
        raise UsageError(console.words("new.bad-lang", lang=lang))
    return lang


def _groups(asked: tuple[str, ...], project: "Project", console: Console) -> tuple[str, ...]:
    """The audience groups, each known to a framework or to the project."""
    from lessonkit.build.index import project_audiences
    from lessonkit.cli.project import unknown

    known = project_audiences(project)
    if not asked and _answered():
        question = console.words("new.ask-audience", known=", ".join(known))
        asked = tuple(part for part in re.split(r"[\s,]+", _asked(question, "")) if part)
    for name in asked:
        if name not in known:
            raise UsageError(unknown(console.words, "build.bad-audience", name, known))
    return asked


def _answered() -> bool:
    """Whether somebody is there to be asked."""
    return sys.stdin is not None and sys.stdin.isatty()


def _asked(question: str, default: str) -> str:
    """The answer of the person; the default where nobody is there to be asked."""
    if not _answered():
        return default
    answer: str = click.prompt(question, default=default, show_default=bool(default))
    return answer.strip()


def _filled(name: str, **values: str) -> str:
    """A file of the scaffold with its `{name}`s replaced; other braces are for the author."""
    text = (_SCAFFOLD / name).read_text("utf-8")
    return re.sub(r"\{(\w+)\}", lambda match: values.get(match[1], match[0]), text)


def _quoted(text: str) -> str:
    """Inside the quotation marks of a TOML or YAML string."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return "".join(char if char.isprintable() else " " for char in escaped)


def _yaml(text: str) -> str:
    """A title as YAML: in quotation marks unless it is plainly words."""
    plain = re.fullmatch(r"[^\W\d_][\w ,.()/–-]*[\w)]|[^\W\d_]", text)
    tricky = text.lower() in ("null", "true", "false", "yes", "no", "on", "off")
    return text if plain and not tricky else f'"{_quoted(text)}"'


def _folder(path: Path) -> None:
    from lessonkit.base.atomic import WriteError

    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise WriteError.of(path, error) from error


def _write(path: Path, text: str, console: Console) -> None:
    """A new file; one that is there is never touched."""
    from lessonkit.base.atomic import WriteError

    try:
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except FileExistsError as error:
        raise UsageError(console.words("new.exists", path=str(path))) from error
    except OSError as error:
        raise WriteError.of(path, error) from error
    console.say(console.words("new.made", path=_short(path)))


def _short(path: Path) -> str:
    from lessonkit.cli.project import short

    return short(path)
