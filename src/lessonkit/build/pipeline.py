"""A build end to end: from paths to a stream of outcomes."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from lessonkit.base.errors import UsageError
from lessonkit.base.near import nearest
from lessonkit.build.executors import WORTH, cores, outcomes
from lessonkit.build.index import project_index
from lessonkit.build.order import Order, epoch
from lessonkit.build.outcome import Outcome
from lessonkit.build.workshop import Workshop
from lessonkit.read.project import Project, find_modules


@dataclass(frozen=True, slots=True)
class Build:
    """What will be built; nothing has happened yet."""

    order: Order
    paths: tuple[Path, ...]
    jobs: int

    def run(self) -> Iterator[Outcome]:
        """Build it, module by module, in the order of the paths.

        Raises: LessonkitError: nothing at all can be built with this order.
        """
        return outcomes(self.order, self.paths, self.jobs)


def plan(
    project: Project,
    paths: tuple[Path, ...] = (),
    *,
    outputs: tuple[str, ...] = (),
    out: Path | None = None,
    audience: str | None = None,
    lang: str = "vi",
    jobs: int | None = None,
) -> Build:
    """Find everything that a build needs, and refuse what makes no sense before the first module.

    Without `jobs` there are as many processes as cores, where there are modules enough for them.

    Raises:
        UsageError: an unknown output or audience, or a path that holds no module.
        SettingsError: a setting names something that is not there.
    """
    sources = find_modules(project, paths)
    index = project_index(project, sources)
    if audience is not None and audience not in index.audiences:
        raise UsageError(_unknown("audience", audience, tuple(index.audiences)))
    order = Order(
        root=project.root,
        index=index,
        outputs=tuple(dict.fromkeys(outputs or project.settings.build.outputs)),
        out=project.root / "build" if out is None else out,
        audience=audience,
        lang=lang,
        epoch=epoch(),
    )
    Workshop(order)
    if jobs is None:
        jobs = cores() if len(sources) >= WORTH else 1
    return Build(order, sources, jobs)


def _unknown(kind: str, name: str, known: tuple[str, ...]) -> str:
    near = nearest(name, known)
    return f"{kind}: “{name}”? " + (f"→ “{near}”?" if near else ", ".join(known))
