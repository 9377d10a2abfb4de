"""`python -m lessonkit`, and the command `lessonkit`."""

# `signal` imports enum; Ctrl-C in those milliseconds would give a traceback.
import _signal as signal  # type: ignore[import-not-found]  # has no stubs
import os
import sys


def main() -> int:
    """Run the command line; the version is told without loading anything for it."""
    # Until there is somebody to say it in a sentence, Ctrl-C ends us as it ends any program.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    try:
        if sys.stdout is None or sys.stderr is None:
            return _unheard()
        if sys.argv[1:] == ["--version"]:
            from lessonkit import __version__

            try:
                sys.stdout.write(f"lessonkit {__version__}\n")
                sys.stdout.flush()
            except OSError:
                return _run()
            return 0
        return _run()
    except KeyboardInterrupt:
        return 130


def _run() -> int:
    from lessonkit.base.memory import spare_collections

    spare_collections()
    from lessonkit.cli.main import run

    signal.signal(signal.SIGINT, signal.default_int_handler)
    return run()


def _unheard() -> int:
    """Started with closed output: the work is done, nothing is said."""
    from pathlib import Path

    with Path(os.devnull).open("w", encoding="utf-8") as nowhere:
        sys.stdout = sys.stdout or nowhere
        sys.stderr = sys.stderr or nowhere
        return _run()


if __name__ == "__main__":
    sys.exit(main())
