"""What is seen of a film before it is played."""

from pathlib import Path

from lessonkit.media.pictures import make_picture
from lessonkit.media.step import Step, Work
from lessonkit.read.assets import AssetProblem


def tools() -> str:
    """Pillow, of the core."""
    from PIL import __version__

    return f"pillow {__version__}"


def run(work: Work, path: Path) -> AssetProblem | None:
    """Params: `width`, `type`, `quality`; input `frame` is a PNG."""
    params = work.params
    kind, quality = str(params["type"]), int(params["quality"])
    made = make_picture(work.inputs["frame"], int(params["width"]), kind, quality, work.name)
    if isinstance(made, AssetProblem):
        return made
    path.write_bytes(made)
    return None


STEP = Step(1, tools, run)
