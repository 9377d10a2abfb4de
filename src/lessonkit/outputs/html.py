"""`html`: the lesson as a web page with its files, as a folder and as a zip of it.

A platform may take the zip and put an API around the page; then the profile says which one, and
the page looks for it as a page of that version of SCORM does.
"""

from lessonkit.base.files import Bundle
from lessonkit.model.profile import Profile
from lessonkit.model.settings import BuildSettings
from lessonkit.outputs.base import Job, Output, Shape
from lessonkit.outputs.site import SHOWN, files, needs, remarks


def render(job: Job) -> Bundle:
    """The files of the folder."""
    speaks = job.profile.html_speaks
    return Bundle(files(job, "html" if speaks == "nothing" else speaks))


def state_limit(settings: BuildSettings, profile: Profile) -> int | None:
    """Without an API the browser keeps the state."""
    return profile.state(profile.html_speaks, settings.scorm2004_edition)


_FORMS: tuple[tuple[Shape, str], ...] = (("folder", "html"), ("zip", ".html.zip"))
OUTPUT = Output(
    "html",
    _FORMS,
    SHOWN,
    needs,
    render,
    state_limit=state_limit,
    mark=b'id="lk-data"',
    rounds=True,
    remarks=remarks,
)
