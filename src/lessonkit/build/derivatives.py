"""Each derivative of a module made once, for all its outputs and variants."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from lessonkit.base.diag import Fault, fault, line_span
from lessonkit.media.pictures import Wanted, variants
from lessonkit.media.svg import clean_svg
from lessonkit.model.module import Asset
from lessonkit.outputs.base import Derivative
from lessonkit.read.assets import AssetProblem


@dataclass(frozen=True, slots=True)
class Made:
    """What could be made, and why the rest could not."""

    data: Mapping[Derivative, bytes]
    problems: tuple[AssetProblem, ...]


def make(wanted: Iterable[Derivative], assets: Mapping[str, Asset], megapixels: int) -> Made:
    """Make all of them; pictures of one source from one decoding.

    `assets` are those of all variants, by digest. Raises: OSError: a source has gone since it was read.
    """
    data: dict[Derivative, bytes] = {}
    problems: list[AssetProblem] = []
    for group in _by_source(wanted):
        made = _group(group, assets[group[0].source], megapixels)
        if isinstance(made, AssetProblem):
            problems.append(made)
        else:
            data.update(made)
    return Made(data, tuple(problems))


def _by_source(wanted: Iterable[Derivative]) -> Iterator[tuple[Derivative, ...]]:
    groups: dict[tuple[str, str], dict[Derivative, None]] = {}
    for one in wanted:
        groups.setdefault((one.kind, one.source), {})[one] = None
    return (tuple(group) for group in groups.values())
