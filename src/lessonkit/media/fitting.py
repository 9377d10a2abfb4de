"""How much of a sheet goes on so many pages, found by setting it."""

import json
from collections.abc import Callable
from pathlib import Path

from lessonkit.media.step import Step, Work
from lessonkit.media.typeset import compiler_of, lay_out, tools
from lessonkit.read.assets import AssetProblem

PAGES = "<lk-pages>"
"""Where the template says how many pages it has come to; it reads `sys.inputs.keep`."""


def run(work: Work, path: Path) -> AssetProblem | None:
    """Write how many of the parts can be kept, in digits; one is kept at the least.

    Params: `most` pages, `parts` there are, in the order in which they are kept. Texts and inputs
    as those of `typeset`.
    Raises: ToolMissing. SettingsError: the template asks for a package.
    """
    root = path.parent / "root"
    lay_out(work, root)
    parts, most = int(work.params["parts"]), int(work.params["most"])
    path.write_text(str(largest(parts, lambda kept: _pages(root, kept) <= most)), "ascii")
    return None


def largest(parts: int, fits: Callable[[int], bool]) -> int:
    """The greatest number from 1 to `parts` that fits, or 1, where more never takes less room."""
    if fits(parts):
        return parts
    low, high = 1, parts
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if fits(middle) else (low, middle)
    return low


def _pages(root: Path, kept: int) -> int:
    found = compiler_of(root, {"keep": str(kept)}).query(PAGES, field="value", one=True)
    return int(json.loads(found))


STEP = Step(1, tools, run)
