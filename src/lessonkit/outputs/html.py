"""`html`: the lesson as a web page with its files, as a folder and as a zip of it."""

from lessonkit.base.files import Bundle
from lessonkit.outputs.base import Job, Output, Shape
from lessonkit.outputs.site import SHOWN, files, needs


def render(job: Job) -> Bundle:
    """The files of the folder."""
    return Bundle(files(job, "html"))


_FORMS: tuple[tuple[Shape, str], ...] = (("folder", "html"), ("zip", ".html.zip"))
OUTPUT = Output("html", _FORMS, SHOWN, needs, render, mark=b'id="lk-data"')
