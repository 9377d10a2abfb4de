"""A module as `lessonkit.lock` remembers it."""

import re
from hashlib import sha256

from lessonkit.model import blocks as b
from lessonkit.model.module import Module
from lessonkit.model.published import Published, PublishedQuestion
from lessonkit.plan.kept import digest, item_words, words
from lessonkit.plan.page import page
from lessonkit.questions.base import Question

_COMMENT = re.compile(r"\s*<!--.*?-->\s*|\s*#\s*lessonkit:.*")
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
    )


def _question(question: Question) -> PublishedQuestion:
    targets = tuple(digest(words(one)) for one in question.targets())
    return PublishedQuestion(
        type=question.type_name, ask=digest(words(question.ask)), targets=targets
    )


def _content(module: Module) -> str:
    """White space at line ends, comments and the version do not count."""
    front, rule, body = module.text.removeprefix("---").partition("\n---")
    lines = [one.rstrip() for one in front.split("\n") if not _VERSION.fullmatch(one)]
    lines += [one.rstrip() for one in (rule + body).split("\n")]
    told = [line for line in lines if line and not _COMMENT.fullmatch(line)]
    files = (f"{name} {asset.digest}" for name, asset in sorted(module.assets.items()))
    return sha256("\n".join((*told, *files)).encode("utf-8", "replace")).hexdigest()[:8]
