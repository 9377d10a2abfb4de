"""A module as `lessonkit.lock` remembers it."""

import re
from collections.abc import Iterator
from hashlib import sha256
from typing import TypeVar

from lessonkit.model import blocks as b
from lessonkit.model.module import Module
from lessonkit.model.published import (
    Published,
    PublishedQuestion,
    PublishedRecording,
    PublishedTranslation,
)
from lessonkit.model.walk import prose, walk
from lessonkit.plan.kept import digest, item_words, words
from lessonkit.plan.page import HIDDEN, OPENING, page
from lessonkit.questions.base import Question

_COMMENT = re.compile(r"\s*<!--.*?-->\s*|\s*#\s*lessonkit:.*")
Made = TypeVar("Made", PublishedRecording, PublishedTranslation)
_VERSION = re.compile(r"version\s*:.*")


def published(module: Module) -> Published:
    """All that learners meet, whatever their group; a translation has the same."""
    shown = page(module)
    tasks = (block.id for block in shown.every if isinstance(block, b.Practice))
    lists = {one.id: tuple(map(digest, item_words(one))) for one in shown.checklists}
    return Published(
        version=module.meta.version,
        content=_content(module),
        objectives=tuple(one.id for one in module.meta.objectives),
        sections={one.id: digest(words(one.title)) for one in shown.sections},
        questions={one.id: _question(one) for one in shown.questions},
        lists=lists | dict.fromkeys(tasks, ()),
        recordings=dict(_recordings(module)),
    )


def carried(now: Published, before: Published | None) -> Published:
    """With what recordings and translations were made of: what is the same was not made anew."""
    if before is None:
        return now
    recordings = {
        name: _older(one, before.recordings.get(name), "file")
        for name, one in now.recordings.items()
    }
    translations = {
        lang: {
            name: _older(one, before.translations.get(lang, {}).get(name), "words")
            for name, one in sections.items()
        }
        for lang, sections in now.translations.items()
    }
    return now.model_copy(update={"recordings": recordings, "translations": translations})


def _older(now: Made, before: Made | None, key: str) -> Made:
    same = before is not None and getattr(before, key) == getattr(now, key)
    return before if before is not None and same else now


def translated(translation: Module) -> dict[str, PublishedTranslation]:
    """By section, what a translation and what it translates say now."""
    source = said(translation.original or translation)
    own = said(translation)
    return {
        name: PublishedTranslation(source=source[name], words=words)
        for name, words in own.items()
        if name in source
    }


def said(module: Module) -> dict[str, str]:
    """The digest of all that each section says, to whomever."""
    return {
        name: digest("\n".join((title, *map(words, prose(blocks)))))
        for name, title, blocks in _parts(module)
        if blocks
    }


def _parts(module: Module) -> Iterator[tuple[str, str, tuple[b.Block, ...]]]:
    """Id, title and blocks of each section and of what stands before them, hidden blocks too."""
    whole = page(module, keep=HIDDEN)
    yield OPENING, "", whole.intro
    yield from ((one.id, words(one.title), one.blocks) for one in whole.sections)


def _question(question: Question) -> PublishedQuestion:
    targets = tuple(digest(words(one)) for one in question.targets())
    return PublishedQuestion(
        type=question.type_name, ask=digest(words(question.ask)), targets=targets
    )


def _recordings(module: Module) -> Iterator[tuple[str, PublishedRecording]]:
    """Of each section that has one."""
    for name, _, blocks in _parts(module):
        told = [one for one in walk(blocks) if isinstance(one, b.Narration) and one.src]
        for one in told[:1]:
            asset = module.assets.get(one.src)
            part = f"{asset.digest if asset else ''} {one.start} {one.end}"
            said = " ".join(words(run) for run in prose(one.blocks or blocks))
            yield name, PublishedRecording(file=digest(part), words=digest(said))


def _content(module: Module) -> str:
    """White space at line ends, comments and the version do not count."""
    front, rule, body = module.text.removeprefix("---").partition("\n---")
    lines = [one.rstrip() for one in front.split("\n") if not _VERSION.fullmatch(one)]
    lines += [one.rstrip() for one in (rule + body).split("\n")]
    told = [line for line in lines if line and not _COMMENT.fullmatch(line)]
    files = (f"{name} {asset.digest}" for name, asset in sorted(module.assets.items()))
    return sha256("\n".join((*told, *files)).encode("utf-8", "replace")).hexdigest()[:8]
