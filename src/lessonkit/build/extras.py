"""Whether all that the outputs of a build need is installed."""

from collections.abc import Iterable, Sequence
from importlib.util import find_spec

from lessonkit.base.errors import ToolMissing
from lessonkit.model.settings import Settings
from lessonkit.outputs.base import Output

_AUDIO = ("imageio_ffmpeg", "espeakng_loader")
_PDF = ("typst", "segno", "fontpkg_be_vietnam_pro", "fontpkg_inter")
MODULES: dict[str, tuple[str, ...]] = {
    "audio": _AUDIO,
    "pdf": _PDF,
    "slides": ("pptx",),
    "video": (*_AUDIO, *_PDF, "moviepy"),
}
"""What each extra of the distribution brings, as it is imported."""


class ExtraMissing(ToolMissing):
    """Outputs were asked for whose extras are not installed; the caller says it in any language."""

    def __init__(
        self, outputs: tuple[str, ...], extras: tuple[str, ...], carried: tuple[str, ...] = ()
    ) -> None:
        self.outputs = outputs
        self.extras = extras
        self.carried = carried
        """Those that nobody asked for by name: pages were to carry them."""
        super().__init__(f'{", ".join(outputs)}: pip install "lessonkit[{",".join(extras)}]"')


def refuse_missing(
    outputs: Sequence[Output], project: Settings, carried: Iterable[Output] = ()
) -> None:
    """Raises: ExtraMissing: before any work is begun, and for all of them at once."""
    lacking: dict[str, tuple[str, ...]] = {}
    for output in (*outputs, *carried):
        extras = tuple(
            extra for extra in (*output.extras, *output.wished(project)) if not _there(extra)
        )
        if extras:
            lacking[output.name] = extras
    if lacking:
        every = dict.fromkeys(extra for extras in lacking.values() for extra in extras)
        asked = {output.name for output in outputs}
        unasked = tuple(name for name in lacking if name not in asked)
        raise ExtraMissing(tuple(lacking), tuple(every), unasked)


def _there(extra: str) -> bool:
    return all(find_spec(module) is not None for module in MODULES.get(extra, ()))
