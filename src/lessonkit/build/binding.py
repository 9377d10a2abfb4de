"""What was built of modules bound into the folder and the zip of a programme.

Apart from `build.programs`, so that a project without programmes loads nothing of this.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path, PurePosixPath

from lessonkit import __version__
from lessonkit.base.atomic import WriteError, replace_folder
from lessonkit.base.files import File
from lessonkit.build.order import Order
from lessonkit.build.outcome import Built, Outcome
from lessonkit.build.writing import replaced, standing
from lessonkit.check.gate import Catalogue
from lessonkit.model.program import Program
from lessonkit.outputs.catalogue import catalogue
from lessonkit.outputs.names import permanent_iri
from lessonkit.outputs.ocf import MIMETYPE
from lessonkit.outputs.program import HELD, LESSONS, SUMS, Artefact, ProgramJob, files
from lessonkit.pack import pack, pack_folder
from lessonkit.pack.hashed import Hashed, below, checksums, copied, hashed, written
from lessonkit.pack.owned import refuse_foreign
from lessonkit.plan.program import Lesson, ProgramPlan, Stage
from lessonkit.plan.promises import promises
from lessonkit.render.program import MARK
from lessonkit.render.theme import load_theme

OUTPUT = "program"
SUFFIX = ".program.zip"
EPUB = "epub"
AUDIO = "audio"
"""The output whose artefacts are bound into one more."""


def job(
    name: str,
    editions: tuple[Program, ...],
    built: Mapping[str, Outcome],
    known: Catalogue,
    order: Order,
) -> ProgramJob:
    """Of a programme and its translations, all of whose modules are `built`; `name`: its folder."""
    index, program = order.index, editions[0]
    site = index.settings.build.site
    names = tuple(dict.fromkeys(program.meta.modules))
    proved = promises(program, known.modules, index.frameworks, index.audiences)
    stages = tuple(Stage(known.modules[name], tuple(_lessons(built[name]))) for name in names)
    titles = {name: one.title for name, one in known.modules.items()}
    titles |= {one.meta.id: one.meta.title for one in known.programs}
    return ProgramJob(
        plans=tuple(
            ProgramPlan(one.meta, "" if one is program else one.meta.lang, stages, proved)
            for one in editions
        ),
        artefacts=tuple(one for name in names for one in _artefacts(built[name])),
        theme=load_theme(index.settings.build.theme, order.root),
        frameworks=index.frameworks,
        audiences=index.audiences,
        titles=titles,
        iri=permanent_iri(index.settings.build.iri, program.meta.id),
        generator=__version__,
        audience=order.audience,
        site=f"{site.removesuffix('/')}/{name}" if site else "",
    )


def _lessons(outcome: Outcome) -> Iterator[Lesson]:
    yield from (one.lesson for one in outcome.variants if one.lesson is not None)


def _artefacts(outcome: Outcome) -> Iterator[Artefact]:
    """What learners may have."""
    for variant in outcome.variants:
        for one in variant.built:
            if one.reader == "learner":
                path = f"{LESSONS}/{one.path}"
                yield Artefact(outcome.module, variant.tag, one.output, one.shape, path)


def bound(name: str, made: ProgramJob, order: Order) -> tuple[Built, ...]:
    """The folder of that name, and the zip in it.

    Raises: WriteError: they could not be written; what stood before is untouched.
    """
    target, zipped = order.out / name, f"{name}{SUFFIX}"
    try:
        refuse_foreign(target, (*HELD, f"*{SUFFIX}"), MARK)
    except OSError as error:
        raise WriteError.of(target, error) from error
    sizes: list[int] = []

    def fill(folder: Path) -> None:
        bound, told = _books(made, order, folder)
        found = [*_copied(made.artefacts, order.out, folder), *bound, *_beside(told, folder)]
        found += _feeds(made, order, folder)
        listed = {one.path: (one.size, one.sha256) for one in found}
        found.append(written(catalogue(made, listed), folder))
        found.append(written(File(PurePosixPath(SUMS), checksums(found)), folder))
        sizes[:] = [sum(one.size for one in found)]
        sizes.append(pack_folder(folder, folder / zipped, order.epoch))

    before = standing(target)
    replace_folder(target, fill)
    changed = replaced(target, before)
    return (
        Built(OUTPUT, "folder", name, sizes[0], changed=changed),
        Built(OUTPUT, "zip", f"{name}/{zipped}", sizes[1], changed=changed),
    )


def _copied(artefacts: Iterable[Artefact], out: Path, folder: Path) -> Iterator[Hashed]:
    """Every file that was built of the modules. Raises: OSError."""
    for one in artefacts:
        source = _built_at(one.path, out)
        if one.shape == "folder":
            for name in below(source):
                yield copied(source / name, folder, f"{one.path}/{name}")
        else:
            yield copied(source, folder, one.path)


def _books(made: ProgramJob, order: Order, folder: Path) -> tuple[tuple[Hashed, ...], ProgramJob]:
    """The books of all lessons, and the job that tells of them. Raises: OSError, WriteError."""
    if not any(one.output == EPUB for one in made.artefacts):
        return (), made
    from lessonkit.outputs.anthology import Shelf, books

    named = partial(permanent_iri, order.index.settings.build.iri)
    shelf = Shelf(lambda path: _built_at(path, order.out), named, order.epoch)
    found, told = [], {}
    for one in books(made, shelf):
        pack(one.bundle, folder / one.name, "zip", epoch=order.epoch, first=(MIMETYPE,))
        found.append(hashed(folder, one.name))
        told[one.plan.tag] = (one.name, found[-1].size)
    return tuple(found), replace(made, books=told)


def _feeds(made: ProgramJob, order: Order, folder: Path) -> Iterator[Hashed]:
    """Its podcasts, where its lessons can be heard. Raises: OSError."""
    if any(one.output == AUDIO for one in made.artefacts):
        from lessonkit.outputs.podcast import Station, feeds

        named = partial(permanent_iri, order.index.settings.build.iri)
        station = Station(lambda path: (folder / path).read_bytes(), named, order.epoch)
        for file in feeds(made, station):
            yield written(file, folder)


def _built_at(path: str, out: Path) -> Path:
    """Where an artefact lies that has this path in the bundle."""
    return out / path.removeprefix(f"{LESSONS}/")


def _beside(made: ProgramJob, folder: Path) -> Iterator[Hashed]:
    yield from (written(file, folder) for file in files(made))
