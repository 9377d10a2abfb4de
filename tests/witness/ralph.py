"""A second reader of statements: the models of ``ralph-malph``, a statement store of others."""

from collections.abc import Iterable, Iterator
from typing import Any

from pydantic import ValidationError
from ralph.models.xapi.base.statements import (  # type: ignore[import-untyped] # ships no types
    BaseXapiStatement,
)


def statement_faults(statements: Iterable[Any]) -> Iterator[str]:
    """What it refuses, with the place; it lets pass a clock where a duration should be."""
    for n, one in enumerate(statements):
        try:
            BaseXapiStatement.model_validate(one)
        except ValidationError as error:
            for found in error.errors(include_url=False):
                where = ".".join(map(str, found["loc"]))
                yield f"statement {n}: {where}: {found['msg']}"
