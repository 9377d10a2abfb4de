"""What is raised: the tool's own faults, never those of a lesson. Each knows its exit code."""

from collections.abc import Mapping

Said = tuple[tuple[str, Mapping[str, str | int | float]], ...]
"""Keys of sentences, and what stands in them."""


class LessonkitError(Exception):
    """Something outside the lessons is wrong; the text is one sentence for the author."""

    exit_code = 2


class UsageError(LessonkitError):
    """Called in a way that makes no sense: an unknown output, a path that is not there."""


class SettingsError(LessonkitError):
    """`lessonkit.toml`, a theme or a framework cannot be used; names file and key."""

    def __init__(self, text: str, said: "Said" = ()) -> None:
        """`said`: the same as sentences of the catalogues, in any language; see `messages`."""
        super().__init__(text)
        self.said = said


class OutputError(LessonkitError):
    """What was built could not be written; what stood before is untouched."""

    exit_code = 1


class ToolMissing(LessonkitError):
    """A program or an extra that is needed is not installed; names the command that installs it."""

    exit_code = 3


class PluginFault(LessonkitError):
    """A plug-in broke; names it."""
