"""All figures in one run, written to `bench/RESULTS.md`.

python -m bench.run [--counts 10,100,1000] [--mkdocs] [--work FOLDER] [--no-write]
"""

import argparse
import os
import platform
import subprocess
import sys
import tempfile
import venv
from collections.abc import Iterator
from pathlib import Path

from bench import figures
from bench.figures import Bench, Figure
from bench.report import page

HERE = Path(__file__).parent


def measured(bench: Bench, given: argparse.Namespace) -> Iterator[Figure]:
    """Every figure, the quick ones first."""
    counts = [int(count) for count in given.counts.split(",")]
    yield from figures.start(bench)
    yield from figures.pages(bench, HERE.parent / "modules")
    builds = []
    for count in counts:
        for figure in figures.texts(bench, count):
            builds.append(figure)
            yield figure
    if len(counts) > 1:
        yield from figures.memory(builds[1], builds[-1])
    for count in counts:
        yield figures.gate(bench, count)
    yield from figures.coverage(bench, counts)
    if given.mkdocs:
        yield from figures.site(bench, given.site, mkdocs(bench.work))
    for count in counts:
        if count <= given.pictures:
            yield from figures.pictures(bench, count)
    if given.pictures:
        yield from figures.side_by_side(bench, min(given.pictures, 100))


def mkdocs(work: Path) -> Path:
    """The command of a mkdocs in an environment of its own."""
    place = work / "mkdocs-venv"
    command = place / "bin" / "mkdocs"
    if not command.exists():
        venv.create(place, with_pip=True)
        wanted = ["-q", "-r", str(HERE / "mkdocs.txt")]
        install: list[str | Path] = [place / "bin" / "python", "-m", "pip", "install", *wanted]
        subprocess.run(install, check=True, capture_output=True)
    return command


def rounds(count: int) -> int:
    """Runs of each program: many of the short ones, one of the long."""
    return 5 if count <= 10 else 2 if count <= 100 else 1


def main() -> None:
    """Measure, tell as it goes, and write the page."""
    parser = argparse.ArgumentParser(description="Measure lessonkit.")
    parser.add_argument("--counts", default="10,100,1000", help="modules, by commas")
    parser.add_argument("--pictures", type=int, default=1000, help="most with pictures; 0: none")
    parser.add_argument("--site", type=int, default=100, help="modules of the mkdocs figure")
    parser.add_argument("--mkdocs", action="store_true", help="install mkdocs and compare")
    parser.add_argument("--work", type=Path, help="folder kept for the next run")
    parser.add_argument("--no-write", action="store_true", help="leave RESULTS.md as it is")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as spare:
        bench = Bench((given.work or Path(spare)).resolve(), rounds)
        bench.work.mkdir(parents=True, exist_ok=True)
        found = []
        for figure in measured(bench, given):
            found.append(figure)
            sys.stdout.write(
                f"{figure.name:62} {figure.count:5} {figure.value:8.2f}{figure.unit}\n"
            )
            sys.stdout.flush()
    if not given.no_write:
        options = " ".join(sys.argv[1:]).replace(f"--work {given.work}", "").strip()
        (HERE / "RESULTS.md").write_text(page(found, machine(), options), encoding="utf-8")


def machine() -> str:
    """What ran it, without saying whose it is."""
    return f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}"


if __name__ == "__main__":
    main()
