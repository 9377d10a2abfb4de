"""The checker of packages passes good ones and sees every kind of fault."""

import io
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from tests.witness.manifest import check_package
from tests.witness.schemas import sets

CASES = Path(__file__).parents[1] / "cases" / "witness"
TABLE = yaml.safe_load((CASES / "packages.yml").read_text(encoding="utf-8"))

pytestmark = pytest.mark.npm


def packed(edition: str, case: dict[str, Any]) -> bytes:
    """A good package of an edition with the changes of a case."""
    folder = CASES / TABLE["good"][edition]
    files = {one.name: one.read_bytes() for one in sorted(folder.iterdir())}
    manifest = files["imsmanifest.xml"].decode().replace("2004 4th Edition", edition)
    for old, new in case.get("change", {}).items():
        assert old in manifest, old
        manifest = manifest.replace(old, new)
    files["imsmanifest.xml"] = manifest.encode()
    files |= dict.fromkeys(case.get("add", ()), b"x")
    for name in case.get("remove", ()):
        del files[name]
    renamed = {case.get("rename", {}).get(name, name): data for name, data in files.items()}
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, data in renamed.items():
            archive.writestr(name, b"" if name.endswith("/") else data)
    return buffer.getvalue()


def rules(faults: list[str]) -> list[str]:
    """The names of the rules, each once, in alphabetical order."""
    return sorted({one.partition(":")[0] for one in faults})


def _cases() -> list[Any]:
    found = []
    for case in TABLE["cases"]:
        editions = list(TABLE["good"]) if case["edition"] == "all" else [case["edition"]]
        found += [pytest.param(case, one, id=f"{one}: {case['name']}") for one in editions]
    return found


@pytest.mark.parametrize("edition", TABLE["good"])
def test_a_good_package_has_no_fault(edition: str) -> None:
    assert check_package(packed(edition, {}), edition) == []


@pytest.mark.parametrize("edition", TABLE["good"])
def test_a_package_of_another_edition_is_refused(edition: str) -> None:
    for other in set(TABLE["good"]) - {edition}:
        assert check_package(packed(edition, {}), other)


@pytest.mark.parametrize(("case", "edition"), _cases())
def test_a_change_for_the_worse_is_seen(case: dict[str, Any], edition: str) -> None:
    found = check_package(packed(edition, case), edition)
    assert rules(found) == sorted(case["faults"]), found


def _archive(change: Callable[[zipfile.ZipInfo], None]) -> bytes:
    """A good package of SCORM 1.2 with one more entry, changed."""
    buffer = io.BytesIO(packed("1.2", {}))
    with zipfile.ZipFile(buffer, "a") as archive:
        entry = zipfile.ZipInfo("a.xsd")
        change(entry)
        archive.writestr(entry, b"content of the entry")
    return buffer.getvalue()


def test_an_entry_that_some_readers_cannot_unpack() -> None:
    found = check_package(_archive(lambda one: setattr(one, "compress_type", 12)), "1.2")
    assert rules(found) == ["compression"]


def test_a_link() -> None:
    found = check_package(
        _archive(lambda one: setattr(one, "external_attr", 0o120777 << 16)), "1.2"
    )
    assert rules(found) == ["entry"]


def test_a_broken_archive() -> None:
    data = _archive(lambda _: None).replace(b"content of the entry", b"content of an entry.")
    assert rules(check_package(data, "1.2")) == ["broken"]
    assert rules(check_package(b"no archive", "1.2")) == ["zip"]


@pytest.mark.parametrize("edition", TABLE["good"])
def test_the_sets_from_npm_are_always_asked(edition: str) -> None:
    assert sets(edition)[0].name == "npm"
