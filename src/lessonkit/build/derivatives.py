"""Each derivative of a module made once, for all its outputs and variants."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from lessonkit.media.captions import webvtt
from lessonkit.media.pictures import Wanted, variants
from lessonkit.model.module import Asset
from lessonkit.outputs.base import Derivative
from lessonkit.read.assets import AssetProblem


@dataclass(frozen=True, slots=True)
class Made:
    """What could be made, and why the rest could not."""

    data: Mapping[Derivative, bytes]
    problems: Mapping[str, AssetProblem]
    """By the name of the asset."""
    lost: Mapping[str, tuple[str, ...]]
    """By the name of the asset: elements of a drawing that could not be kept."""


def make(wanted: Iterable[Derivative], assets: Mapping[str, Asset], megapixels: int) -> Made:
    """Make all of them; pictures of one source from one decoding.

    `assets` are those of all variants, by digest. Raises: OSError: a source has gone since it was
    read.
    """
    data: dict[Derivative, bytes] = {}
    problems: dict[str, AssetProblem] = {}
    lost: dict[str, tuple[str, ...]] = {}
    for group in _by_source(wanted):
        made = _group(group, assets[group[0].source], megapixels, lost)
        if isinstance(made, AssetProblem):
            problems.update(dict.fromkeys((one.name for one in group), made))
        else:
            data.update(made)
    return Made(data, problems, lost)


def _by_source(wanted: Iterable[Derivative]) -> Iterator[tuple[Derivative, ...]]:
    groups: dict[tuple[str, str], dict[Derivative, None]] = {}
    for one in wanted:
        groups.setdefault((one.kind, one.source), {})[one] = None
    return (tuple(group) for group in groups.values())


def _group(
    group: tuple[Derivative, ...],
    asset: Asset,
    megapixels: int,
    lost: dict[str, tuple[str, ...]],
) -> dict[Derivative, bytes] | AssetProblem:
    """All that is made of one source in one way."""
    first = group[0]
    if first.kind == "picture":
        wanted = {one: _wanted(one) for one in group}
        pictures = variants(asset.path, tuple(wanted.values()), first.name, megapixels)
        if isinstance(pictures, AssetProblem):
            return pictures
        return {one: pictures[wish] for one, wish in wanted.items()}
    data: bytes | AssetProblem = asset.path.read_bytes()
    if first.kind == "svg" and isinstance(data, bytes):
        from lessonkit.media.svg import Cleaned, clean

        cleaned = clean(data, first.name)
        if isinstance(cleaned, Cleaned) and cleaned.lost:
            lost.update(dict.fromkeys((one.name for one in group), cleaned.lost))
        data = cleaned.data if isinstance(cleaned, Cleaned) else cleaned
    if first.kind == "captions" and isinstance(data, bytes):
        data = webvtt(data)
    return data if isinstance(data, AssetProblem) else dict.fromkeys(group, data)


def _wanted(one: Derivative) -> Wanted:
    params = dict(one.params)
    return Wanted(int(params["width"]), str(params["type"]), int(params["quality"]))
