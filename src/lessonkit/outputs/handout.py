"""`handout`: what a learner takes home, on two pages, without answers.

Where not all of it has room, what matters less stays away and the build says what.
"""

from dataclasses import replace
from typing import Any

from lessonkit.base.files import Bundle
from lessonkit.outputs import sheets
from lessonkit.outputs.base import Derivative, Job, Output
from lessonkit.outputs.site import UNTAGGED
from lessonkit.plan.sheet import Piece
from lessonkit.plan.sheet import handout as planned
from lessonkit.read.assets import AssetProblem
from lessonkit.render.print.pen import Pen
from lessonkit.render.print.sheets import HEADS, able, handout

PAGES = 2
_BLANKS = ("handout.name", "handout.date")


def _written(job: Job) -> tuple[dict[str, Any], tuple[Piece, ...], Pen]:
    own, pieces = sheets.sheet_pen(job), planned(job.page)
    body = handout(pieces, own) if pieces else able(job.page, own)
    doc = sheets.document(job, "handout.label", body, tall=2.8, blanks=_BLANKS)
    return doc, pieces, own


def _fit(job: Job) -> tuple[Derivative | None, Derivative]:
    """What finds out how much goes on the pages, where there is a choice; and the whole sheet."""
    doc, pieces, own = _written(job)
    whole = sheets.sheet(job, doc, own)
    if len(pieces) < 2:
        return None, whole
    params = (("most", PAGES), ("parts", len(pieces)))
    fit = replace(whole, kind="fit", params=params)
    if job.lacks(fit):
        return fit, whole
    kept = int(job.file(fit).path.read_text("ascii"))
    return fit, sheets.sheet(job, {**doc, "keep": kept}, own)


def needs(job: Job) -> tuple[Derivative, ...]:
    """First how much goes on the pages, then the sheet."""
    fit, made = _fit(job)
    if fit is None:
        return (made,)
    return (fit,) if job.lacks(fit) else (fit, made)


def render(job: Job) -> Bundle:
    """`handout.pdf`."""
    _, made = _fit(job)
    return sheets.bundle(job, made, "handout.pdf")


def remarks(job: Job) -> tuple[AssetProblem, ...]:
    """LK540: what did not go on the pages."""
    fit, _ = _fit(job)
    if fit is None or job.lacks(fit):
        return ()
    pieces, words = planned(job.page), job.theme.words(job.page.meta.lang)
    left = pieces[int(job.file(fit).path.read_text("ascii")) :]
    if not left:
        return ()
    kinds = dict.fromkeys(one.kind for one in left)
    counts = ((words(HEADS[kind]), sum(one.kind == kind for one in left)) for kind in kinds)
    named = ", ".join(f"{name} ({count})" for name, count in counts)
    return (AssetProblem("LK540", {"pages": PAGES, "left": named}),)


OUTPUT = Output(
    "handout",
    (("files", ""),),
    UNTAGGED,
    needs,
    render,
    names=("handout.pdf",),
    rounds=True,
    extras=("pdf",),
    remarks=remarks,
)
