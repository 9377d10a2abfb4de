"""What only a build can know, in the same words as all that is found."""

from collections.abc import Iterable, Iterator
from urllib.parse import unquote

from lessonkit.base.atomic import WriteError
from lessonkit.base.diag import Diagnostic, Span, line_span
from lessonkit.base.files import Bundle
from lessonkit.base.messages import catalogue
from lessonkit.build.outcome import Built
from lessonkit.build.reported import reported
from lessonkit.build.state import answer_shares, heaviest, longest_state, progress_shares
from lessonkit.build.weight import text_weight
from lessonkit.check.survey import asset_span
from lessonkit.model.blocks import Heading
from lessonkit.model.index import Index
from lessonkit.model.walk import inlines, walk
from lessonkit.outputs.base import Job, Output
from lessonkit.outputs.media import loaded
from lessonkit.plan.draws import least_points
from lessonkit.plan.page import Page, page
from lessonkit.render.data import lesson_data
from lessonkit.text.inline import Link
from lessonkit.text.weight import weight

LIGHT = 30_000
"""Bytes, compressed, of a lesson without its media: the project's budget for a slow network."""
LIGHT_OF_STORE = 35_000
"""The same of a lesson that keeps its own records with a store."""
_CALLED = {"MarkupBlock": "html"}
"""Blocks that authors know by another name than ours."""


def not_shown(
    page: Page, outputs: tuple[Output, ...], index: Index, lang: str
) -> Iterator[Diagnostic]:
    """LK501: blocks that some of the outputs cannot show, each once, with the outputs named."""
    for block in page.every:
        kind = type(block).__name__
        lacking = [output.name for output in outputs if kind not in output.can]
        if lacking:
            said = {"block": _CALLED.get(kind, kind.lower()), "outputs": ", ".join(lacking)}
            yield from reported("LK501", block.span, index, lang, **said)


def too_long(
    job: Job, outputs: tuple[Output, ...], index: Index, lang: str
) -> Iterator[Diagnostic]:
    """LK511, LK518: a learner's state may outgrow what the platforms of an output keep.

    Over the limit without the answers, a build fails; with them, the longest are not kept.
    """
    data, span = lesson_data(job.page, "html"), job.checked.module.place("")
    length, answers = longest_state(data), answer_shares(job.page.questions, data)
    whole = length + sum(one.length for one in answers)
    for output in outputs:
        limit = output.state_limit(job.settings, job.profile)
        if limit is None or whole <= limit:
            continue
        parts = progress_shares(data) if length > limit else answers
        code, most = ("LK511", length) if length > limit else ("LK518", whole)
        found = (code, span, index, lang)
        named = heaviest(parts)
        yield from reported(*found, length=most, limit=limit, output=output.name, heaviest=named)


def nothing_to_pass(job: Job, index: Index, lang: str) -> Iterator[Diagnostic]:
    """LK514: mastery is asked, but this variant of the lesson has no question that counts."""
    tracking = job.page.meta.tracking
    wanted = tracking.mastery is not None or tracking.complete == "passed"
    if wanted and tracking.complete != "viewed" and not least_points(job.page.every):
        module = job.checked.module
        span = module.places.get("tracking", line_span(module.source))
        yield from reported("LK514", span, index, lang)


def lost_in_variant(
    job: Job, audience: str | None, index: Index, lang: str
) -> Iterator[Diagnostic]:
    """LK515, LK516: links whose target, or all that there is, stands in `only` of other groups."""
    module = job.checked.module
    if audience is None:
        return
    if not job.page.blocks and not job.page.sections and module.blocks:
        yield from reported("LK516", module.place(""), index, lang, audience=audience)
    here = _anchors(job.page)
    links = [
        (unquote(one.href[1:]), one.span)
        for one in inlines(job.page.blocks)
        if isinstance(one, Link) and one.href.startswith("#")
    ]
    # What no learner has is told of the source, by LK160 and LK226.
    lost = [pair for pair in links if pair[0] not in here]
    everywhere = _anchors(page(module)) if lost else frozenset()
    for name, span in lost:
        if name in everywhere:
            yield from reported("LK515", span, index, lang, id=name, audience=audience)


def _anchors(shown: Page) -> frozenset[str]:
    """Ids that a link may lead to."""
    headings = (one.id for one in walk(shown.blocks) if isinstance(one, Heading))
    return frozenset((*headings, *(section.id for section in shown.sections)))


def too_heavy(
    job: Job, bundles: Iterable[tuple[Output, Bundle]], index: Index, lang: str
) -> Iterator[Diagnostic]:
    """LK510: page, style and script, compressed as a server sends them, are over the budget."""
    weights = ((text_weight(bundle), _light(output)) for output, bundle in bundles)
    over = [(whole, limit) for whole, limit in weights if whole > limit]
    for whole, limit in sorted(over, key=lambda one: one[1] - one[0])[:1]:
        args = {"weight": round(whole / 1000, 1), "limit": limit // 1000}
        yield from reported("LK510", job.checked.module.place(""), index, lang, **args)


def _light(output: Output) -> int:
    """What speaks to a store of records brings more of the player."""
    return LIGHT_OF_STORE if output.name in ("cmi5", "xapi") else LIGHT


def pictures_heavy(job: Job, index: Index, lang: str) -> Iterator[Diagnostic]:
    """LK727: what a phone loads of the pictures, all together, is over the limit of a group."""
    weights = loaded(job)
    whole = sum(weights.values())
    limit = index.bound("picture_kilobytes", job.checked.module.meta.audience)
    if whole > limit * 1000:
        ordered = sorted(weights, key=lambda name: (-weights[name], name))[:3]
        named = ", ".join(f"{name} ({round(weights[name] / 1000)} kB)" for name in ordered)
        span, size = asset_span(job.checked.module, ordered[0]), round(whole / 1000)
        yield from reported("LK727", span, index, lang, weight=size, limit=limit, heaviest=named)


def too_large(job: Job, built: Iterable[Built], index: Index, lang: str) -> Iterator[Diagnostic]:
    """LK520: a file is heavier than the platform of the build lets one upload."""
    most = job.profile.package_bytes
    for one in built:
        if most is not None and one.shape != "folder" and one.size > most:
            sizes = {"size": weight(one.size, lang), "limit": weight(most, lang)}
            args = {"output": one.output, "profile": job.profile.name, **sizes}
            yield from reported("LK520", job.checked.module.place(""), index, lang, **args)


def not_written(error: WriteError, span: Span, index: Index, lang: str) -> Iterator[Diagnostic]:
    """LK591: an artefact could not be written."""
    said = catalogue(lang).get("write") or {}
    reason = said.get(error.reason, str(error))
    yield from reported("LK591", span, index, lang, path=str(error.path), reason=reason)
