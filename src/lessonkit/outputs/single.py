"""`single`: one `.html` file that holds everything, for messengers and memory sticks."""

from lessonkit.base.files import Bundle, text_file
from lessonkit.outputs import media
from lessonkit.outputs.base import Derivative, Job, Output
from lessonkit.outputs.site import SHOWN, whole


def needs(job: Job) -> tuple[Derivative, ...]:
    """Of each file the one form that travels in it."""
    left = media.left_outside(job)
    found = media.forms(job).items()
    return tuple(media.carried(one).made for name, one in found if name not in left)


def render(job: Job) -> Bundle:
    """The one file."""
    return Bundle((text_file("index.html", whole(job)),))


OUTPUT = Output(
    "single",
    (("file", ".html"),),
    SHOWN,
    needs,
    render,
    leaves=media.left_outside,
)
