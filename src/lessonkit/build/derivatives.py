"""Each derivative of a module made once, for all its outputs and variants."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from hashlib import sha256
from pathlib import Path

from lessonkit.base.atomic import WriteError
from lessonkit.base.files import Stored
from lessonkit.build.store import Store, key
from lessonkit.media import pictures
from lessonkit.media.captions import webvtt
from lessonkit.media.pictures import Wanted
from lessonkit.media.step import Work
from lessonkit.media.steps import step
from lessonkit.model.module import Asset
from lessonkit.outputs.base import Derivative
from lessonkit.read.assets import AssetProblem

IN_MEMORY = frozenset(("picture", "svg", "captions", "copy"))
"""Kinds that no step makes."""


@dataclass(frozen=True, slots=True)
class Made:
    """What could be made, and why the rest could not."""

    data: Mapping[Derivative, bytes | Stored]
    problems: Mapping[str, AssetProblem]
    """By the name of the derivative."""
    lost: Mapping[str, tuple[str, ...]]
    """By the name of the asset: elements of a drawing that could not be kept."""


@dataclass
class Bench:
    """Makes derivatives of one module, round after round, and knows what it has made."""

    assets: Mapping[str, Asset]
    """Those of all variants, by digest."""
    megapixels: int
    store: Store
    data: dict[Derivative, bytes | Stored] = field(default_factory=dict)
    problems: dict[str, AssetProblem] = field(default_factory=dict)
    lost: dict[str, tuple[str, ...]] = field(default_factory=dict)
    _failed: dict[Derivative, AssetProblem] = field(default_factory=dict)

    @property
    def made(self) -> Made:
        """So far."""
        return Made(self.data, self.problems, self.lost)

    def make(self, wanted: Iterable[Derivative]) -> bool:
        """Make what has not been tried yet, pictures of one source from one decoding.

        Returns whether anything new was made.
        Raises: OSError: a source has gone since it was read. WriteError: the store is full.
        ToolMissing: an extra is not installed.
        """
        new = [one for one in dict.fromkeys(wanted) if not self._tried(one)]
        for group in _by_source(one for one in new if one.kind in IN_MEMORY):
            made = self._group(group)
            if isinstance(made, AssetProblem):
                self._fail(group, made)
            else:
                self.data.update(made)
        for one in new:
            if one.kind not in IN_MEMORY:
                self._step(one)
        return any(one in self.data for one in new)

    def _tried(self, one: Derivative) -> bool:
        return one in self.data or one in self._failed

    def _fail(self, group: Iterable[Derivative], why: AssetProblem) -> None:
        for one in group:
            self._failed[one] = why
            self.problems.setdefault(one.name, why)

    def _step(self, one: Derivative) -> None:
        """From the store, or made now, with all that must be made before."""
        self.make(needed for _, needed in one.inputs)
        for _, needed in one.inputs:
            if needed in self._failed:
                self._failed[one] = self._failed[needed]
                return
        inputs = {name: self._stored(needed) for name, needed in one.inputs}
        found = step(one.kind)
        name = key(
            *(one.kind, found.version, found.tools(), one.params, one.texts, one.source),
            [(name, stored.digest) for name, stored in inputs.items()],
        )
        kept = self.store.get(name)
        if kept is None:
            source = self.assets[one.source].path if one.source else None
            paths = {name: stored.path for name, stored in inputs.items()}
            work = Work(one.name, dict(one.params), dict(one.texts), source, paths)
            made = self.store.put(name, lambda path: found.run(work, path))
            if isinstance(made, AssetProblem):
                self._fail((one, *(by for name, by in one.inputs if name == made.of)), made)
                return
            kept = made
        self.data[one] = kept

    def _stored(self, one: Derivative) -> Stored:
        """As a file, which is all that a step can use."""
        made = self.data[one]
        if isinstance(made, Stored):
            return made
        return self._put(key("content", sha256(made).hexdigest()), made)

    def _put(self, name: str, data: bytes) -> Stored:
        """Raises: WriteError."""
        kept: Stored = self.store.get(name) or self.store.put(name, partial(_write, data))
        return kept

    def _group(
        self, group: tuple[Derivative, ...]
    ) -> Mapping[Derivative, bytes | Stored] | AssetProblem:
        """All that is made of one source in one way."""
        first, asset = group[0], self.assets[group[0].source]
        if first.kind == "picture":
            return self._pictures(group, asset)
        data: bytes | AssetProblem = asset.path.read_bytes()
        if first.kind == "svg" and isinstance(data, bytes):
            from lessonkit.media.svg import Cleaned, clean

            cleaned = clean(data, first.name)
            if isinstance(cleaned, Cleaned) and cleaned.lost:
                self.lost.update(dict.fromkeys((one.name for one in group), cleaned.lost))
            data = cleaned.data if isinstance(cleaned, Cleaned) else cleaned
        if first.kind == "captions" and isinstance(data, bytes):
            data = webvtt(data)
        return data if isinstance(data, AssetProblem) else dict.fromkeys(group, data)

    def _pictures(
        self, group: tuple[Derivative, ...], asset: Asset
    ) -> Mapping[Derivative, bytes | Stored] | AssetProblem:
        """Those that the store has not are made from one decoding, and stay in memory where the
        store has no room for them."""
        tools = pictures.tools()
        names = {
            one: key("picture", pictures.VERSION, tools, one.params, one.source) for one in group
        }
        kept = {one: stored for one in group if (stored := self.store.get(names[one]))}
        wanted = {one: _wanted(one) for one in group if one not in kept}
        if not wanted:
            return kept
        sizes = tuple(wanted.values())
        made = pictures.variants(asset.path, sizes, group[0].name, self.megapixels)
        if isinstance(made, AssetProblem):
            return made
        return {**kept, **{one: self._held(names[one], made[wish]) for one, wish in wanted.items()}}

    def _held(self, name: str, data: bytes) -> bytes | Stored:
        try:
            return self._put(name, data)
        except WriteError:
            return data


def _by_source(wanted: Iterable[Derivative]) -> Iterator[tuple[Derivative, ...]]:
    groups: dict[tuple[str, str], dict[Derivative, None]] = {}
    for one in wanted:
        groups.setdefault((one.kind, one.source), {})[one] = None
    return (tuple(group) for group in groups.values())


def _wanted(one: Derivative) -> Wanted:
    params = dict(one.params)
    return Wanted(int(params["width"]), str(params["type"]), int(params["quality"]))


def _write(data: bytes, path: Path) -> None:
    path.write_bytes(data)
