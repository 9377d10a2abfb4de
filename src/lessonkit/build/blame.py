"""Where an author is told of what could not be made."""

from collections.abc import Iterator, Mapping

from lessonkit.base.diag import Span, line_span
from lessonkit.check.survey import asset_span, survey
from lessonkit.model.module import Module
from lessonkit.model.walk import sections
from lessonkit.read.assets import AssetProblem


def placed(
    module: Module, problems: Mapping[str, AssetProblem]
) -> Iterator[tuple[AssetProblem, Span]]:
    """Each problem at its places, once at each: several things may fail for one reason.

    `problems` are by the names of what failed. A sign that no font has is told where it stands.
    """
    told = set()
    for name, problem in problems.items():
        place = _place(module, name, problem)
        if place is None and _is_of_a_file(problem, problems, module):
            continue
        span = place or module.place("")
        said = (problem.code, str(sorted(problem.args.items())), span)
        if said not in told:
            told.add(said)
            yield problem, span


def _place(module: Module, name: str, problem: AssetProblem) -> Span | None:
    """None: nobody can say more than that it is this lesson."""
    if name in module.assets:
        return asset_span(module, name)
    if "sign" in problem.args:
        return _sign(module, str(problem.args["sign"]))
    headed = (one.span for one in sections(module.blocks) if one.id == name)
    return next(headed, None)


def _sign(module: Module, sign: str) -> Span | None:
    """Where it stands first in the text; words of the front matter are told by their key."""
    seen = survey(module)
    for run in seen.runs:
        if (at := run.text.find(sign)) >= 0:
            return seen.place(run, at, len(sign))
    for key in ("title", "summary"):
        if sign in getattr(module.meta, key):
            return module.place(key)
    for number, line in enumerate(seen.lines, 1):
        if (at := line.find(sign)) >= 0:
            return line_span(module.source, number, at + 1, len(sign))
    return None


def _is_of_a_file(
    problem: AssetProblem, problems: Mapping[str, AssetProblem], module: Module
) -> bool:
    """Whether it is told at a drawing already."""
    same = (name for name, other in problems.items() if other == problem)
    return any(name in module.assets for name in same)
