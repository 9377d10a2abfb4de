"""The list of requirements is whole, and what is checked is asked by cmi5."""

import json
import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
from tests.witness.places import npm_package

from lessonkit.inspect.lrs.breach import sentences

pytestmark = pytest.mark.npm

LIST = Path(__file__).parents[2] / "scripts" / "requirements.toml"


@pytest.fixture(scope="module")
def known() -> set[str]:
    """Ids of all requirements, without what was derived from them."""
    file = npm_package("@cmi5/requirements") / "requirements.json"
    whole = json.loads(file.read_text("utf-8"))
    assert len(whole) == 305
    return {re.sub(r" \(d\d?\)$", "", one) for one in whole}


def test_every_requirement_is_held_by_somebody_and_only_once(known: set[str]) -> None:
    said: dict[str, Any] = tomllib.loads(LIST.read_text("utf-8"))
    checked = {rule for rule in sentences("en") if rule[0].isdigit()}
    held = [*checked, *said["same"], *(one for listed in said["lists"].values() for one in listed)]
    assert sorted(held) == sorted(known)
    assert {one for listed in said["same"].values() for one in listed} <= checked
