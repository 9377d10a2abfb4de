"""From arguments to an exit code; a person reads sentences, never a traceback."""

import os
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress

from lessonkit.base.errors import LessonkitError, SettingsError
from lessonkit.cli.console import Console, of_process
from lessonkit.cli.outlet import OutputLost
from lessonkit.cli.words import Words, preferred

INTERRUPTED = 130
"""As shells say it: 128 and the number of SIGINT."""


def run(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; `arguments` are those of the process where not given."""
    given = sys.argv[1:] if arguments is None else list(arguments)
    console = of_process(Words(preferred(given, os.environ)))
    return guarded(console, lambda: _run(console, given))


def _run(console: Console, arguments: list[str]) -> int:
    import click

    from lessonkit.cli.parser import Commands, speak

    speak(console.words)
    try:
        code = Commands(console).main(
            arguments or ["--help"], prog_name="lessonkit", standalone_mode=False
        )
    except click.Abort as stop:
        raise KeyboardInterrupt from stop
    except SystemExit as stop:
        # click leaves by itself when nobody reads a help page any more.
        raise BrokenPipeError from stop
    except OSError as error:
        # All that is ours names the file; what does not is the page that click prints.
        if error.filename is not None:
            raise
        console.out.deafen()
        raise OutputLost.of(error) from error
    except click.ClickException as error:
        try:
            error.show(file=console.err.stream)
        except OSError:
            console.err.deafen()
        return error.exit_code
    return code if isinstance(code, int) else 0


def guarded(console: Console, work: Callable[[], int]) -> int:
    """The exit code of `work`, or the one that what it raised stands for, said in a sentence."""
    try:
        code = work()
        console.out.flush()
        return code
    except BrokenPipeError:
        console.out.deafen()
        return 0
    except KeyboardInterrupt:
        console.complain(console.words("error.interrupted"))
        return INTERRUPTED
    except LessonkitError as error:
        with suppress(OutputLost):
            console.complain(_sentence(console.words, error))
            console.err.flush()
        return error.exit_code
    except Exception as error:
        if console.debug:
            raise
        console.complain(console.words("error.internal", kind=type(error).__name__))
        return 1


def _sentence(words: Words, error: LessonkitError) -> str:
    """What an error says; where it tells its reason, in the language of the person."""
    from lessonkit.base.atomic import WriteError
    from lessonkit.base.messages import catalogue, sentences

    reasons = catalogue(words.lang).get("write") or {}
    if isinstance(error, WriteError):
        said = getattr(error.__cause__, "strerror", None) or str(error)
        reason = reasons.get(error.reason, said)
        return words("error.not-written", path=str(error.path), reason=reason)
    if isinstance(error, OutputLost):
        return words("error.output", reason=reasons.get(error.reason, str(error)))
    if isinstance(error, SettingsError) and error.said:
        return sentences(error.said, words.lang)
    return str(error)
