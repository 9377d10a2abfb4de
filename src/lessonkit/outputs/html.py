"""`html`: the lesson as a web page with its files, as a folder and as a zip of it."""

from lessonkit.base.files import Bundle
from lessonkit.outputs.base import Job, Output
from lessonkit.outputs.site import SHOWN, files, needs


def render(job: Job) -> Bundle:
    """The files of the folder."""
    return Bundle(files(job, "html"))


OUTPUT = Output("html", (("folder", "html"), ("zip", ".html.zip")), SHOWN, needs, render)
