"""Who holds whom in a framework: domains, what lies in them, and what they lie in themselves.

A file that is read holds no circle; a framework that is made by hand may, and none is walked twice.
"""

from collections.abc import Iterator

from lessonkit.framework.model import Framework, Skill


def lineage(framework: Framework, code: str) -> Iterator[str]:
    """The skill and what it lies in, the nearest first, up to its domain."""
    seen: set[str] = set()
    while code in framework.skills and code not in seen:
        seen.add(code)
        yield code
        code = framework.skills[code].parent


def below(framework: Framework, code: str) -> tuple[Skill, ...]:
    """What it holds itself, in the order of the framework."""
    return tuple(one for one in framework.skills.values() if one.parent == code)


def within(framework: Framework, code: str) -> tuple[str, ...]:
    """The skill itself and all below it, however deep, wave by wave."""
    children: dict[str, list[str]] = {}
    for one in framework.skills.values():
        children.setdefault(one.parent, []).append(one.code)
    found = {code: None}
    waiting = [code]
    for above in waiting:
        fresh = [one for one in children.get(above, ()) if one not in found]
        found |= dict.fromkeys(fresh)
        waiting += fresh
    return tuple(found)


def held(framework: Framework, code: str) -> tuple[str, ...]:
    """The skills that a domain stands for: those below it, however deep, that hold no others."""
    holding = {skill.parent for skill in framework.skills.values()}
    if code not in holding:
        return ()
    meant = set(within(framework, code)) - holding
    return tuple(one for one in framework.skills if one in meant)
