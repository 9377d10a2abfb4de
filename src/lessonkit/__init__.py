"""A compiler for lessons: Markdown in, SCORM packages and web pages out.

`read` gives one module as a value, `check` says what is wrong with modules, `build` makes
artefacts. Content faults are returned as diagnostics; `lessonkit.base.errors.LessonkitError` is
raised where the call itself makes no sense.
"""

import sys

TYPE_CHECKING = False
"""As in `typing`, whose import is a quarter of the time until the version is told."""

if TYPE_CHECKING:
    from collections.abc import Iterable
    from os import PathLike
    from pathlib import Path

    from lessonkit.base.diag import Diagnostic
    from lessonkit.build.outcome import Outcome
    from lessonkit.read.module import Reading
    from lessonkit.read.project import Project

__all__ = ["__version__", "build", "check", "read"]

__version__ = "0.1.0"


def read(path: "str | PathLike[str]") -> "Reading":
    """One `module.md` as a value, with every fault that reading finds; rules are not applied.

    Raises:
        OSError: the file cannot be opened.
        SettingsError: the `lessonkit.toml` around it cannot be used.
    """
    from pathlib import Path

    from lessonkit.read.module import read_module
    from lessonkit.read.project import find_project

    project = find_project(Path(path))
    return read_module(Path(path), project.root, project.settings)


def check(
    paths: "Iterable[str | PathLike[str]]" = (), *, lang: str = "vi"
) -> "tuple[Diagnostic, ...]":
    """Everything found in the modules at these paths, translations included, module by module,
    and then what is found across them.

    Without paths the project around the current folder is checked; `lang` is that of the messages.

    A path may be a programme, which brings its modules with it.
    Raises: LessonkitError: a path holds neither module nor programme, or a setting cannot be used.
    """
    from lessonkit.build.gathering import gathering
    from lessonkit.build.index import project_index
    from lessonkit.build.sources import read_sources
    from lessonkit.read.project import find_modules

    given, project = _project(paths)
    modules = find_modules(project, given)
    index = project_index(project, modules)
    gathered = gathering(project, index, lang, modules, given)
    found: list[Diagnostic] = []
    for module in modules:
        original, *others = read_sources(module, project.root, index, lang)
        gathered.add(original.part)
        found += (one for source in (original, *others) for one in source.diagnostics)
    return (*found, *gathered.found())


def build(
    paths: "Iterable[str | PathLike[str]]" = (),
    *,
    out: "str | PathLike[str] | None" = None,
    outputs: "Iterable[str]" = (),
    audience: str | None = None,
    profile: str | None = None,
    lang: str = "vi",
    jobs: int = 1,
) -> "tuple[Outcome, ...]":
    """Build the modules at these paths; what became of each, in order, then of each programme.

    What is found across modules, such as an outcome that two of them claim, is an `Outcome` of kind
    `catalogue` between the two.

    `outputs` are named as on the command line: `html`, `scorm12`, `pptx`, `audio` …
    Without paths the project around the current folder is built, without `outputs` those that
    `lessonkit.toml` names or that the profile of the platform is served by, without `out` into
    `build` in the project.

    What was made is listed by each `Variant` of an outcome as `built`: path, kind, size, whether
    it differs from what stood there, and whom it is for; what is for a `teacher` is not to be
    given to learners. A module with an error is not built, keeps what was built of it before, and
    says so by `Outcome.failed`. With more than one job the caller's main module must be importable
    (`if __name__ == "__main__":`).

    Raises: LessonkitError: a path holds neither module nor programme, an output, an audience,
    a profile or a setting is unknown, or what an output needs is not installed.
    """
    from pathlib import Path

    from lessonkit.build.pipeline import Asked, plan

    given, project = _project(paths)
    folder = None if out is None else Path(out)
    asked = Asked(tuple(outputs), audience, profile)
    order = plan(project, given, asked, out=folder, lang=lang, jobs=jobs)
    return tuple(order.run())


def _project(paths: "Iterable[str | PathLike[str]]") -> "tuple[tuple[Path, ...], Project]":
    """The paths, and the project around the first of them or around the current folder."""
    from pathlib import Path

    from lessonkit.read.project import find_project

    given = tuple(Path(path) for path in paths)
    project = find_project(given[0] if given else Path())
    whole = len(given) == 1 and given[0].resolve() == project.root
    return () if whole else given, project


class _Package(type(sys)):  # type: ignore[misc]  # ModuleType, without importing `types`
    """Holds on to the functions of the API when folders of the same names are imported."""

    def __setattr__(self, name: str, value: object) -> None:
        if not (name in __all__ and isinstance(value, type(sys))):
            super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Package
