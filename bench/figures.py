"""The figures: what is run against what, how often, and the goal of each."""

import gzip
import shutil
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench import lessons
from bench.measure import Run, best, run, weight

PYTHON = sys.executable
TOOL = Path(PYTHON).with_name("lessonkit")
STORE = Path("build", ".store")
"""Of a project: what builds keep from one to the next."""
TWO = ("--output", "html", "--output", "scorm12")

Command = Sequence[str | Path]


@dataclass(frozen=True, slots=True)
class Figure:
    """One line of the report."""

    name: str
    count: int
    """Modules."""
    value: float
    goal: float
    """At most; at least where `at_least`."""
    ours: Run
    base: Run | None
    command: str
    against: str
    made: int = 0
    """Bytes written by ours."""
    unit: str = "×"
    at_least: bool = False

    @property
    def met(self) -> bool:
        """Whether the goal is reached."""
        return self.value >= self.goal if self.at_least else self.value <= self.goal


@dataclass(frozen=True, slots=True)
class Bench:
    """Where the projects lie and how often each program runs."""

    work: Path
    rounds: Callable[[int], int]

    def project(self, count: int, pictures: bool = False) -> Path:
        """A project of that many modules, written where it is not there yet."""
        folder = self.work / f"{'pictures' if pictures else 'text'}-{count}"
        if not (folder / "done").exists():
            lessons.write_apart(folder, count, pictures)
            (folder / "done").touch()
        return folder

    def turns(
        self, count: int, commands: Sequence[Command], forget: Path | None = None
    ) -> tuple[tuple[Run, ...], int]:
        """All of them, in turns, so that a busy minute of the machine falls on each.

        `forget` is a folder in which builds keep what they made; it is removed before each command
        but one that follows itself. The second value is what the last one wrote, in bytes.
        """
        runs: list[list[Run]] = [[] for _ in commands]
        for _ in range(self.rounds(count)):
            for place, command in enumerate(commands):
                if forget is not None and command is not commands[place - 1]:
                    shutil.rmtree(forget, ignore_errors=True)
                shutil.rmtree(self.out, ignore_errors=True)
                runs[place].append(run(command))
        made = weight(self.out) if self.out.exists() else 0
        return tuple(best(one) for one in runs), made

    @property
    def out(self) -> Path:
        """What a build makes; emptied before each run."""
        return self.work / "out"

    def ratio(self, name: str, count: int, goal: float, ours: Command, base: Command) -> Figure:
        """Processor time of ours over that of the baseline."""
        (bare, mine), made = self.turns(count, (base, ours))
        return self.figure(name, count, goal, (mine, ours), (bare, base), made)

    def figure(
        self,
        name: str,
        count: int,
        goal: float,
        ours: tuple[Run, Command],
        base: tuple[Run, Command],
        made: int,
    ) -> Figure:
        """The ratio of two runs that were made."""
        (mine, said), (bare, against) = ours, base
        return Figure(
            name, count, mine.cpu / bare.cpu, goal, mine, bare,
            self.shown(said), self.shown(against), made,
        )  # fmt: skip

    def shown(self, command: Command) -> str:
        """The command as a person would type it in the repository."""
        words = " ".join(str(part) for part in command)
        return (
            words.replace(str(TOOL), "lessonkit")
            .replace(str(self.work), "$WORK")
            .replace(PYTHON, "python")
            .replace(f"{Path(__file__).parents[1]}/", "")
        )


def build(bench: Bench, project: Path, *options: str) -> Command:
    """The build of a project into the folder that is emptied."""
    return (TOOL, "build", project, "--out", bench.out, *options)


def texts(bench: Bench, count: int) -> Iterator[Figure]:
    """Checking and building text, against parsing it."""
    project = bench.project(count)
    parse = (PYTHON, "-m", "bench.baselines", "parse", project)
    check = (TOOL, "check", project)
    yield bench.ratio("check / parse", count, 2, check, parse)
    made = build(bench, project, *TWO, "--jobs", "1")
    yield bench.ratio("build of text, HTML and SCORM 1.2 / parse", count, 5, made, parse)


def pictures(bench: Bench, count: int) -> Iterator[Figure]:
    """Building with pictures, against making the same pictures alone; and building again."""
    project = bench.project(count, pictures=True)
    ours = build(bench, project, *TWO, "--jobs", "1")
    loop = (PYTHON, "-m", "bench.baselines", "webp", project, bench.out, "--fallback", "--avif")
    (bare, first, again), made = bench.turns(count, (loop, ours, ours), project / STORE)
    name = "build with pictures / Pillow loop, the same files"
    yield bench.figure(name, count, 1.15, (first, ours), (bare, loop), made)
    name = "build with pictures, again / the first time"
    yield bench.figure(name, count, 0.25, (again, ours), (first, ours), made)


def site(bench: Bench, count: int, mkdocs: Path) -> Iterator[Figure]:
    """All four outputs of every module, against one site by mkdocs."""
    project = bench.project(count)
    docs = bench.work / f"mkdocs-{count}"
    for path in project.glob("modules/*/module.md"):
        (docs / "docs").mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, docs / "docs" / f"{path.parent.name}.md")
    (docs / "docs" / "index.md").write_text("# Bài đo\n", encoding="utf-8")
    (docs / "mkdocs.yml").write_text("site_name: Bài đo\n", encoding="utf-8")
    base = (mkdocs, "build", "-q", "-f", docs / "mkdocs.yml", "-d", bench.out)
    made = build(bench, project, "--jobs", "1")
    yield bench.ratio("build of text, all four outputs / mkdocs build", count, 1, made, base)
    made = build(bench, project, "--output", "html", "--jobs", "1")
    yield bench.ratio("build of text, HTML alone / mkdocs build", count, 1, made, base)


def memory(few: Figure, many: Figure) -> Iterator[Figure]:
    """Peak memory of many modules, against few."""
    share = many.ours.peak / few.ours.peak
    name = f"peak memory, {many.count} modules / {few.count}"
    yield Figure(name, many.count, share, 1.15, many.ours, few.ours, many.command, few.command)
    yield Figure(
        f"peak memory, {many.count} modules", many.count, many.ours.peak, 100, many.ours, None,
        many.command, "", unit=" MiB",
    )  # fmt: skip


def gate(bench: Bench, count: int) -> Figure:
    """Checking with the skills gate, against checking without it."""
    project = bench.project(count)
    check = (TOOL, "check", project)
    ungated = (PYTHON, "-m", "bench.baselines", "ungated", project)
    return bench.ratio("check / check without the skills gate", count, 1.25, check, ungated)


def coverage(bench: Bench, counts: Sequence[int]) -> Iterator[Figure]:
    """Reporting what is covered, against checking the same modules, of which it does all."""
    found = []
    for count in counts:
        project = bench.project(count)
        report = (TOOL, "coverage", project, "--out", bench.out / "coverage.md")
        check = (TOOL, "check", project)
        found.append(bench.ratio("coverage / check", count, 1.25, report, check))
        yield found[-1]
    few, many = found[0], found[-1]
    if few is not many:
        name = f"peak memory of coverage, {many.count} modules / {few.count}"
        share = many.ours.peak / few.ours.peak
        yield Figure(
            name, many.count, share, 1.25, many.ours, few.ours, many.command, few.command
        )  # fmt: skip


def side_by_side(bench: Bench, count: int) -> Iterator[Figure]:
    """Two jobs against one, by the clock on the wall."""
    project = bench.project(count, pictures=True)
    two = build(bench, project, *TWO, "--jobs", "2")
    one = build(bench, project, *TWO, "--jobs", "1")
    (bare, mine), _ = bench.turns(count, (one, two), project / STORE)
    yield Figure(
        "wall time of one job / two jobs", count, bare.wall / mine.wall, 1.7, mine, bare,
        bench.shown(two), bench.shown(one), at_least=True,
    )  # fmt: skip


def start(bench: Bench) -> Iterator[Figure]:
    """Telling the version, against an interpreter that does nothing."""
    yield bench.ratio(
        "lessonkit --version / python -c pass", 0, 6, (TOOL, "--version"), (PYTHON, "-c", "pass")
    )


def pages(bench: Bench, modules: Path) -> Iterator[Figure]:
    """What a lesson weighs on its way to a phone, without its media."""
    command = (TOOL, "build", modules, "--out", bench.out, "--output", "html")
    shutil.rmtree(bench.out, ignore_errors=True)
    cost = run(command)
    for folder in sorted(bench.out.glob("*/html")):
        texts_of = [p for p in folder.rglob("*") if p.suffix in (".html", ".css", ".js")]
        packed = sum(len(gzip.compress(p.read_bytes(), mtime=0)) for p in texts_of)
        yield Figure(
            f"page of {folder.parent.name}, gzipped", 1, packed / 1000, 30, cost, None,
            bench.shown(command), "", weight(folder), " kB",
        )  # fmt: skip
