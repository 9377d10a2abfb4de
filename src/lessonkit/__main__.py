"""`python -m lessonkit`, and the command `lessonkit`."""

import sys


def main() -> int:
    """Run the command line; the version is told without loading anything for it."""
    if sys.argv[1:] == ["--version"]:
        from lessonkit import __version__

        sys.stdout.write(f"lessonkit {__version__}\n")
        return 0
    from lessonkit.cli.main import run

    return run()


if __name__ == "__main__":
    sys.exit(main())
