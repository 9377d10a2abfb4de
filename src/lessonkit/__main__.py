"""`python -m lessonkit`, and the command `lessonkit`."""

import os
import sys


def main() -> int:
    """Run the command line; the version is told without loading anything for it."""
    if sys.argv[1:] == ["--version"]:
        from lessonkit import __version__

        sys.stdout.write(f"lessonkit {__version__}\n")
        return 0
    if sys.stdout is None or sys.stderr is None:
        return _unheard()
    try:
        from lessonkit.base.memory import spare_collections

        spare_collections()
        from lessonkit.cli.main import run

        return run()
    except KeyboardInterrupt:
        return 130


def _unheard() -> int:
    """Started with closed output: the work is done, nothing is said."""
    from pathlib import Path

    with Path(os.devnull).open("w", encoding="utf-8") as nowhere:
        sys.stdout = sys.stdout or nowhere
        sys.stderr = sys.stderr or nowhere
        from lessonkit.cli.main import run

        return run()


if __name__ == "__main__":
    sys.exit(main())
