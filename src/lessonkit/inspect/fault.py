"""What is wrong with a package, as a key of the catalogue; the command line says it."""

from collections.abc import Mapping

from lessonkit.base.errors import LessonkitError


class PackageFault(LessonkitError):
    """A package that cannot be used; `key` and `said` find its sentence in any language."""

    exit_code = 1

    def __init__(self, key: str, **args: str | int) -> None:
        super().__init__(f"{key} {args}" if args else key)
        self.key = key
        self.said: Mapping[str, str | int] = args


class NoPackage(PackageFault):
    """What was named is no package at all: called in a way that makes no sense."""

    exit_code = 2
