"""From a checked module to the job that outputs are given."""

from collections.abc import Mapping
from pathlib import Path

from lessonkit.base.messages import settings_error
from lessonkit.build.order import Order
from lessonkit.build.sources import Source
from lessonkit.framework.model import Framework, Skill, name_in
from lessonkit.model.audiences import holds, wider
from lessonkit.model.index import Index
from lessonkit.model.meta import Meta
from lessonkit.model.module import Checked, Module
from lessonkit.outputs.base import Job
from lessonkit.plan.page import Page, page
from lessonkit.render.theme import Theme

Documents = tuple[tuple[str, bytes], ...]


def job(source: Source, checked: Checked, order: Order, theme: Theme, documents: Documents) -> Job:
    """The job of one file for the order's audience."""
    meta = checked.module.meta
    audiences = order.index.audiences
    return Job(
        checked=checked,
        page=_page(checked.module, order),
        theme=theme,
        skills=_skills(meta, order.index),
        audiences={name: name_in(one.names, meta.lang) for name, one in audiences.items()},
        settings=order.index.settings.build,
        epoch=order.epoch,
        tag=tag_of(source, order),
        profile=order.profile,
        control_documents=documents,
        project=order.index.settings,
        wider=() if order.audience is None else wider(audiences, order.audience),
        groups=audiences,
        kinds=frozenset((*order.outputs, *order.index.settings.build.outputs)),
        lexicon=(checked.module.original or checked.module).lexicon.over(order.index.lexicon),
    )


def _page(module: Module, order: Order) -> Page:
    """For the group of the order; with all groups in it, large where each of them needs it."""
    groups, audience = order.index.audiences, order.audience
    readers = module.meta.audience if audience is None else (audience,)
    large = bool(readers) and len(order.index.asked("large_text", readers)) == len(readers)
    around = () if audience is None else wider(groups, audience)
    return page(module, audience, around, large=large)


def is_for(module: Module, order: Order) -> bool:
    """Whether the module is for the group of the order; one that names a group nobody knows may be.

    What is for a wider group is for those who belong to it.
    """
    named, known = module.meta.audience, order.index.audiences
    if order.audience is None or "audience" in module.lost or not set(named) <= known.keys():
        return True
    return holds(known, named, order.audience)


def tag_of(source: Source, order: Order) -> str:
    """What tells the artefacts of a variant apart: `en`, `nguoi-dan`, `en.nguoi-dan`."""
    return ".".join(part for part in (source.tag, order.audience) if part)


def _skills(meta: Meta, index: Index) -> Mapping[str, tuple[Framework, Skill]]:
    named = (objective.skill for objective in meta.objectives if objective.skill)
    found = ((name, index.skill(name)) for name in named)
    return {name: pair for name, pair in found if pair is not None}


def control_documents(root: Path, index: Index) -> Documents:
    """The files of the folder that `[build] control_documents` names, sorted by name.

    Raises: SettingsError: there is no such folder inside the project.
    """
    said = index.settings.build.control_documents
    if said is None:
        return ()
    folder = root / said
    if not folder.is_dir() or not folder.resolve().is_relative_to(root.resolve()):
        raise settings_error(("no-folder", {"key": "build.control_documents", "value": said}))
    paths = sorted(path for path in folder.rglob("*") if path.is_file() and _meant(path))
    return tuple((path.relative_to(folder).as_posix(), path.read_bytes()) for path in paths)


def _meant(path: Path) -> bool:
    """Whether it is a schema file; whatever else lies there (a licence, a note) stays behind."""
    return path.suffix in (".xsd", ".dtd") and not path.name.startswith(".")
