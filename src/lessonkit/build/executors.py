"""Modules one after another, or side by side in processes of their own; results come in order."""

import os
import signal
import sys
import threading
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_all_start_methods, get_context
from multiprocessing.context import BaseContext
from pathlib import Path

from lessonkit.base.memory import spare_collections
from lessonkit.build.order import Order
from lessonkit.build.outcome import Outcome, Variant
from lessonkit.build.reported import internal_fault
from lessonkit.build.sources import shown
from lessonkit.build.workshop import Workshop

WORTH = 8
"""Modules below which starting processes costs more than it wins."""
_CHUNK = 8
"""Modules that are handed over together; few, so that an interruption is soon heeded."""


def cores() -> int:
    """How many processes the machine can run side by side, as far as this one may use it."""
    affinity = getattr(os, "sched_getaffinity", None)
    return len(affinity(0)) if affinity else os.cpu_count() or 1


def outcomes(order: Order, paths: Sequence[Path], jobs: int) -> Iterator[Outcome]:
    """What became of each module, in the order of the paths.

    Raises: LessonkitError: the order cannot be carried out for any module.
    """
    if jobs == 1 or len(paths) < 2:
        workshop = Workshop(order)
        for path in paths:
            yield workshop.build(path)
    else:
        yield from _side_by_side(order, tuple(paths), min(jobs, len(paths)))


def _side_by_side(order: Order, paths: tuple[Path, ...], jobs: int) -> Iterator[Outcome]:
    """A process that dies takes its modules with it: they are tried again, each in its own."""
    size = max(1, min(_CHUNK, len(paths) // (jobs * 2)))
    while paths:
        done = 0
        try:
            for outcome in _pooled(order, paths, size, jobs):
                done += 1
                yield outcome
            return
        except BrokenProcessPool:
            # Any of the chunks at work may be the culprit.
            suspects = paths[done : done + size * (jobs + 1)]
        for path in suspects:
            yield _alone(order, path)
        paths = paths[done + len(suspects) :]


def _pooled(order: Order, paths: tuple[Path, ...], size: int, jobs: int) -> Iterator[Outcome]:
    """Raises: BrokenProcessPool: a process was killed; what was not yet yielded is lost."""
    chunks = [paths[at : at + size] for at in range(0, len(paths), size)]
    pool = ProcessPoolExecutor(jobs, _context(order), _start, (order,))
    futures: list[Future[list[Outcome]]] = []
    try:
        futures = [pool.submit(_work, chunk) for chunk in chunks]
        for place, future in enumerate(futures):
            yield from future.result()
            futures[place] = Future()
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _alone(order: Order, path: Path) -> Outcome:
    try:
        return next(_pooled(order, (path,), 1, 1))
    except BrokenProcessPool as error:
        name, file = path.parent.name, shown(path, order.root)
        said = internal_fault(error, name, file, order.index, order.lang)
        return Outcome(name, (Variant("", file, (), said, failed=True),))


def _context(order: Order) -> BaseContext:
    """Copies of this process where it has no other threads, which a copy would lose; else fresh.

    A copy has all that is needed in memory, a fresh one loads it for half a second.
    """
    if sys.platform == "linux" and threading.active_count() == 1:
        _workshops[:] = [Workshop(order)]
        return get_context("fork")
    if "forkserver" not in get_all_start_methods():
        return get_context("spawn")
    context = get_context("forkserver")
    context.set_forkserver_preload(["lessonkit.build.workshop"])
    return context


_workshops: list[Workshop] = []
"""The last one that was made for a pool: of this process, or of the one it is a copy of."""


def _start(order: Order) -> None:
    """An interruption is for the process that was called; it lets these finish what they write."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    spare_collections()
    if not _workshops or _workshops[0].order is not order:
        _workshops[:] = [Workshop(order)]


def _work(paths: tuple[Path, ...]) -> list[Outcome]:
    return [_workshops[0].build(path) for path in paths]
