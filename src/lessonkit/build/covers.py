"""The pictures of a programme made, as those of its lessons are."""

from collections.abc import Iterator

from lessonkit.base.diag import Diagnostic
from lessonkit.build.derivatives import Bench
from lessonkit.build.order import Order
from lessonkit.build.reported import reported
from lessonkit.build.store import FOLDER, Store
from lessonkit.model.program import Program
from lessonkit.outputs.program import ProgramJob
from lessonkit.outputs.program_cover import covered, needs


def drawn(
    program: Program, made: ProgramJob, order: Order
) -> tuple[ProgramJob, tuple[Diagnostic, ...]]:
    """The job with its pictures, and why some could not be made.

    Raises: WriteError: there is no room for them. ToolMissing.
    """
    store = Store(order.root / "build" / FOLDER, order.out / FOLDER)
    assets = {one.digest: one for one in made.theme.fonts}
    bench = Bench(assets, order.index.limits.picture_megapixels, store)
    bench.make(needs(made, order.epoch))
    return covered(made, order.epoch, bench.data), tuple(_told(program, bench, order))


def _told(program: Program, bench: Bench, order: Order) -> Iterator[Diagnostic]:
    """Of its title: there is nothing else that it draws and no lesson does."""
    for one in bench.problems.values():
        span = program.place("title")
        yield from reported(one.code, span, order.index, order.lang, **one.args)
