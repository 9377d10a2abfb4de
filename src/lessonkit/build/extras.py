"""Whether all that the outputs of a build need is installed."""

from collections.abc import Iterable
from importlib.util import find_spec

from lessonkit.base.errors import ToolMissing
from lessonkit.outputs.base import Output

MODULES: dict[str, tuple[str, ...]] = {
    "audio": ("imageio_ffmpeg", "espeakng_loader"),
    "pdf": ("typst", "segno", "ziamath", "fontpkg_be_vietnam_pro", "fontpkg_inter"),
    "slides": ("pptx",),
    "video": ("imageio_ffmpeg", "espeakng_loader", "typst", "fontpkg_be_vietnam_pro", "moviepy"),
}
"""What each extra of the distribution brings, as it is imported."""


class ExtraMissing(ToolMissing):
    """Outputs were asked for whose extras are not installed; the caller says it in any language."""

    def __init__(self, outputs: tuple[str, ...], extras: tuple[str, ...]) -> None:
        self.outputs = outputs
        self.extras = extras
        super().__init__(f"{', '.join(outputs)}: pip install 'lessonkit[{','.join(extras)}]'")


def refuse_missing(outputs: Iterable[Output]) -> None:
    """Raises: ExtraMissing: before any work is begun, and for all of them at once."""
    lacking: dict[str, tuple[str, ...]] = {}
    for output in outputs:
        extras = tuple(extra for extra in output.extras if not _there(extra))
        if extras:
            lacking[output.name] = extras
    if lacking:
        every = dict.fromkeys(extra for extras in lacking.values() for extra in extras)
        raise ExtraMissing(tuple(lacking), tuple(every))


def _there(extra: str) -> bool:
    return all(find_spec(module) is not None for module in MODULES.get(extra, ()))
