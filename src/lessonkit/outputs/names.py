"""Permanent names of a lesson and its parts, for records that outlive every package."""

from urllib.parse import urljoin
from uuid import UUID, uuid5

from lessonkit.model.profiles import GENERIC
from lessonkit.outputs.base import Job
from lessonkit.render.shell import Preview

COVER = (1200, 630)
"""Pixels of a cover, wide and high: what links are shown with."""
_NAMESPACE = UUID("bfa4f6c1-6c1e-4b0d-9c55-2f7f0d4d8a7e")
"""Of lessons without an address; never changes, for records hang on what is made of it."""


def lesson_iri(job: Job) -> str:
    """An absolute IRI that stays the same in every build; translations and variants have others.

    Below `[build] iri` where a project says it, else a URN made of the id alone. A part of the
    lesson is called `<iri>#<id>`.
    """
    tag = f".{job.tag}" if job.tag else ""
    return permanent_iri(job.settings.iri, f"{job.page.meta.id}{tag}")


def lesson_address(job: Job) -> str:
    """Where the lesson is read as a web page, once the folder of artefacts lies on `[build] site`;
    nothing where a project does not say it."""
    site = job.settings.site
    if site is None:
        return ""
    folder = f"{job.tag}.html" if job.tag else "html"
    return f"{site.removesuffix('/')}/{job.page.meta.id}/{folder}/"


def preview(job: Job) -> Preview | None:
    """What is shown of a link to that page: its cover, where one is made of it."""
    address = lesson_address(job)
    if not address or "cover" not in job.kinds or job.profile.name != GENERIC:
        return None
    stem = f"{job.page.meta.id}.{job.tag}" if job.tag else job.page.meta.id
    return Preview(address, urljoin(address, f"../{stem}.cover.png"), *COVER)


def permanent_iri(base: str | None, name: str) -> str:
    """Of a module or a programme; no two of one project share an id."""
    return f"{base}{name}" if base else f"urn:uuid:{uuid5(_NAMESPACE, name)}"
