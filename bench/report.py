"""The figures as a page."""

from collections.abc import Sequence

from bench.figures import Figure

INTRO = """# What lessonkit costs

Written by `python -m bench.run`; every figure is a measurement of the run named below.
Each ratio puts the processor time (user and system) of one whole process over that of another.
The two run in turns on the same machine, and the least of the rounds is taken.
Ratios hold on a busy machine; seconds do not, and are given for orientation.
`$WORK` holds the projects that `python -m bench.lessons` writes,
of about 700 tiếng and five questions each.
Where pictures are named, each module has two of 1600×1000 pixels.
"""


def page(figures: Sequence[Figure], machine: str, options: str) -> str:
    """The whole of RESULTS.md."""
    missed = [one for one in figures if not one.met]
    lines = [
        INTRO,
        f"Run: `python -m bench.run {options}`".rstrip(" `") + "`.",
        f"Machine: {machine}.",
    ]
    lines.append(_verdict(missed))
    lines += ["## Figures", "", *_table(figures), "", "## Commands", "", *_commands(figures), ""]
    return "\n".join(lines)


def _verdict(missed: Sequence[Figure]) -> str:
    if not missed:
        return "\nEvery goal is met.\n"
    names = "".join(
        f"\n- {one.name}, {_count(one)}: {_value(one)}, goal {_goal(one)}" for one in missed
    )
    return f"\nGoals missed:\n{names}\n"


def _table(figures: Sequence[Figure]) -> list[str]:
    head = "| figure | modules | value | goal | | ours | baseline | peak | bytes out |"
    rule = "|---|--:|--:|--:|---|--:|--:|--:|--:|"
    return [head, rule, *(_row(one) for one in figures)]


def _row(one: Figure) -> str:
    base = f"{one.base.cpu:.2f} s" if one.base else ""
    made = f"{one.made:,}".replace(",", "\u202f") if one.made else ""
    met = "met" if one.met else "**missed**"
    return (
        f"| {one.name} | {one.count or ''} | {_value(one)} | {_goal(one)} | {met} "
        f"| {one.ours.cpu:.2f} s | {base} | {one.ours.peak:.0f} MiB | {made} |"
    )


def _commands(figures: Sequence[Figure]) -> list[str]:
    said = {one.name: one for one in figures}
    return [
        f"- {one.name}: `{one.command}`" + (f" against `{one.against}`" if one.against else "")
        for one in said.values()
    ]


def _value(one: Figure) -> str:
    return f"{one.value:.2f}{one.unit}" if one.unit == "×" else f"{one.value:.1f}{one.unit}"


def _goal(one: Figure) -> str:
    return f"{'≥' if one.at_least else '≤'} {one.goal:g}{one.unit}"


def _count(one: Figure) -> str:
    return f"{one.count} modules" if one.count > 1 else "one run"
