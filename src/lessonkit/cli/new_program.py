"""`lessonkit new program`: a programme of the modules there are, promising what they prove."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from lessonkit.base.errors import UsageError
from lessonkit.cli.console import Console

if TYPE_CHECKING:
    from lessonkit.model.index import Index
    from lessonkit.plan.alignment import Alignment
    from lessonkit.read.project import Project

INDENT = "\n  - "


def drafted(
    console: Console,
    project: "Project",
    name: str,
    lang: str,
    asked: tuple[str | None, tuple[str, ...]],
) -> dict[str, str]:
    """What stands in the new file: its group, its modules in order, its promises.

    `asked` are the group and the modules, where they are given.
    Raises: UsageError: one of them is not known, there is no module, or the id is taken.
    """
    from lessonkit.build.index import project_index

    index = project_index(project)
    _refuse_taken(console, index, name)
    known = _alignments(project, index)
    if not known:
        raise UsageError(console.words("new.no-module"))
    chosen = [_known(console, "new.bad-module", one, known) for one in asked[1]]
    audience = _audience(console, index, asked[0], (known[one] for one in chosen or known))
    chosen = chosen or [one.id for one in known.values() if _fits(one, audience, lang, index)]
    if not chosen:
        raise UsageError(console.words("new.no-module-for", audience=audience, lang=lang))
    members = [known[one] for one in _ordered(chosen, index.modules)]
    covers = tuple(_proved(members, audience, index))
    promised = f"covers:{INDENT}{INDENT.join(covers)}\n" if covers else ""
    return {
        "audience": audience,
        "modules": INDENT + INDENT.join(one.id for one in members),
        "covers": promised or "# covers:\n#   - tt02-2025:4.2@2\n",
    }


def _refuse_taken(console: Console, index: "Index", name: str) -> None:
    if name in index.modules:
        raise UsageError(console.words("new.taken-module", id=name))
    if name in index.programs:
        raise UsageError(console.words("new.exists", path=index.programs[name].source))


def _alignments(project: "Project", index: "Index") -> "dict[str, Alignment]":
    """Of all modules that can be read, by id, in the order of their files."""
    from lessonkit.plan.alignment import alignment
    from lessonkit.read.module import read_module
    from lessonkit.read.project import find_modules

    found: dict[str, Alignment] = {}
    try:
        sources = find_modules(project)
    except UsageError:
        return {}
    for path in sources:
        try:
            module = read_module(path, project.root, project.settings).module
        except OSError:
            continue
        if module is not None and "id" not in module.lost:
            found.setdefault(module.meta.id, alignment(module, index.audiences))
    return found


def _known(console: Console, key: str, name: str, known: Iterable[str]) -> str:
    from lessonkit.cli.project import unknown

    names = tuple(known)
    if name not in names:
        raise UsageError(unknown(console.words, key, name, names))
    return name


def _audience(
    console: Console, index: "Index", asked: str | None, modules: "Iterable[Alignment]"
) -> str:
    """The one that is asked for, else the one that most modules are for."""
    if asked is not None:
        return _known(console, "build.bad-audience", asked, index.audiences)
    counted = Counter(name for one in modules for name in one.audience if name in index.audiences)
    if counted:
        return counted.most_common(1)[0][0]
    return next(iter(index.audiences), "nguoi-dan")


def _fits(module: "Alignment", audience: str, lang: str, index: "Index") -> bool:
    from lessonkit.model.audiences import holds

    same = module.lang.partition("-")[0] == lang.partition("-")[0]
    return same and holds(index.audiences, module.audience, audience)


def _ordered(chosen: list[str], requires: Mapping[str, tuple[str, ...]]) -> Iterator[str]:
    """Each behind those that it requires; otherwise as they are given, each once."""
    done: dict[str, None] = {}
    waiting: list[str] = list(reversed(dict.fromkeys(chosen)))
    open_: set[str] = set()
    while waiting:
        name = waiting[-1]
        first = [one for one in requires.get(name, ()) if one in chosen and one not in done]
        if name in done or name in open_ or not first:
            done.setdefault(waiting.pop())
            continue
        open_.add(name)
        waiting += reversed(first)
    yield from done


def _proved(members: "list[Alignment]", audience: str, index: "Index") -> Iterator[str]:
    """The highest level of each skill that they teach and assess for that group."""
    best: dict[tuple[str, str], int] = {}
    for claim in (claim for one in members for claim in one.claims):
        name, _, code = claim.skill.partition(":")
        framework = index.frameworks.get(name)
        if framework is None or code not in framework.skills or not claim.proved_for(audience):
            continue
        level = claim.level or 0
        if level in framework.levels or not (level or framework.levels):
            best[name, code] = max(level, best.get((name, code), 0))
    order = {name: list(one.skills) for name, one in index.frameworks.items()}
    for name, code in sorted(
        best, key=lambda key: (list(order).index(key[0]), order[key[0]].index(key[1]))
    ):
        level = best[name, code]
        yield f"{name}:{code}@{level}" if level else f"{name}:{code}"
