"""Our YAML, as `frameworks/<id>.yaml` of a project holds it."""

import re
from typing import Any

from lessonkit.framework.exchange import plain
from lessonkit.framework.exchange.base import Around, Exchange, Read, Unreadable, Written
from lessonkit.framework.model import Framework

_HEAD = re.compile(r"^framework\s*:", re.MULTILINE)
_WIDE = 4096
"""Signs of a line: a text stays whole, so that a change of a word is a change of a line."""


def read(text: str, around: Around) -> Read:  # noqa: ARG001
    """Raises: Unreadable: always. `read.frameworks` reads our YAML, with a line for each fault."""
    raise Unreadable("own-yaml")


def write(framework: Framework, around: Around) -> Written:  # noqa: ARG001
    """All of it; `read.frameworks.framework_from` gives the same framework back."""
    import yaml

    dumper = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
    data = _typed(plain.whole(framework))
    text = yaml.dump(data, Dumper=dumper, allow_unicode=True, sort_keys=False, width=_WIDE)
    return Written(text)


def recognises(text: str) -> bool:
    """A key `framework` at the start of a line."""
    return _HEAD.search(text) is not None and not text.lstrip().startswith(("{", "<"))


def _typed(value: Any) -> Any:
    """Lists and mappings of their plain kinds; keys are texts, as the reader has them."""
    if isinstance(value, (list, tuple)):
        return [_typed(one) for one in value]
    if isinstance(value, dict):
        return {str(key): _typed(one) for key, one in value.items()}
    return value


EXCHANGE = Exchange("yaml", ".yaml", read, write, recognises)
