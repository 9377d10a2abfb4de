"""Files of others, as data: what becomes of them, what is said of them, and what is refused."""

import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from lessonkit.base.entries import Entries
from lessonkit.base.errors import ToolMissing
from lessonkit.framework.exchange import FORMATS
from lessonkit.framework.exchange.base import Around, Read, Unreadable
from lessonkit.framework.exchange.decoding import decoded
from lessonkit.framework.load import builtin
from lessonkit.framework.model import Framework
from lessonkit.read.frameworks import framework_from

ROOT = Path(__file__).resolve().parents[2]
CASES = [
    case
    for path in sorted((ROOT / "tests/cases/frameworks/exchange").glob("*.yml"))
    for case in yaml.safe_load(path.read_text("utf-8"))
]
GOOD = [case for case in CASES if "refused" not in case]
FORMS = ("case", "openedx-json", "skos", "moodle", "opensalt", "openedx", "yaml")


def _name(case: dict[str, Any]) -> str:
    return str(case["name"])


def _read(case: dict[str, Any]) -> Read:
    text = decoded(case["file"].encode("utf-8"))
    return FORMATS.get(case["format"]).read(text, Around(builtin(), stem="table"))


def _skills(framework: Framework) -> Iterator[str]:
    for code, one in framework.skills.items():
        name = next(iter(one.names.values()))
        yield f"{one.parent} > {code} {name}" if one.parent else f"{code} {name}"


def _matches(framework: Framework) -> Iterator[str]:
    for one in framework.matches:
        there = f"{one.framework}:{one.code}" if one.code else one.uri or one.identifier
        yield f"{one.origin} {one.relation} {there}"


@pytest.mark.parametrize("case", GOOD, ids=_name)
def test_a_file_of_others_becomes_a_framework(case: dict[str, Any]) -> None:
    read = _read(case)
    framework = read.framework
    assert list(_skills(framework)) == [str(one) for one in case["skills"]]
    levels = [f"{n} {next(iter(one.names.values()))}" for n, one in framework.levels.items()]
    assert levels == case.get("levels", [])
    assert sorted(_matches(framework)) == sorted(case.get("matches", []))
    assert {loss.code: loss.count for loss in read.losses} == case.get("losses", {})
    assert framework.id == case.get("id", framework.id)
    addresses = [framework.uri, *(one.uri for one in framework.skills.values())]
    assert [one for one in addresses if one] == case.get("addresses", list(filter(None, addresses)))


@pytest.mark.parametrize("case", GOOD, ids=_name)
def test_what_was_imported_loads_and_goes_out_again_as_it_came(case: dict[str, Any]) -> None:
    framework = _read(case).framework
    text = FORMATS.get("yaml").write(framework, Around()).text
    loaded = framework_from(text.encode(), "x.yaml")
    assert _plain(loaded) == _plain(framework)
    form = FORMATS.get(case["format"])
    around = Around(builtin(), id=framework.id, stem="table")
    again = form.read(form.write(loaded, around).text, around).framework
    assert list(_skills(again)) == list(_skills(framework))
    assert sorted(_matches(again)) == sorted(_matches(framework))
    if "again" in case:
        assert case["again"].items() <= json.loads(form.write(loaded, around).text).items()


@pytest.mark.parametrize("case", [one for one in CASES if "refused" in one], ids=_name)
def test_what_is_no_framework_is_refused_with_the_place(case: dict[str, Any]) -> None:
    with pytest.raises(Unreadable) as caught:
        _read(case)
    ((key, where),) = case["refused"].items()
    assert caught.value.key == key
    assert str(caught.value.args_said.get("where", "")) == where


@pytest.mark.parametrize("case", GOOD, ids=_name)
def test_the_form_of_a_file_is_seen_by_its_content(case: dict[str, Any]) -> None:
    text = decoded(case["file"].encode("utf-8"))
    found = next((form for form in FORMS if FORMATS.get(form).recognises(text)), None)
    assert found == case["format"]


@pytest.mark.parametrize(
    ("data", "key"),
    [
        (b"", "empty"),
        (b" \n\t", "empty"),
        (b"id,value\na,\xff\n", "encoding"),
        (b"a\n\0b", "binary"),
    ],
)
def test_bytes_that_are_no_text_are_refused(data: bytes, key: str) -> None:
    with pytest.raises(Unreadable) as caught:
        decoded(data)
    assert caught.value.key == key


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_texts_in_the_encodings_of_spreadsheets_are_read(encoding: str) -> None:
    assert decoded("id,value\nă,Đọc\n".encode(encoding)) == "id,value\nă,Đọc\n"


def test_brackets_without_end_are_no_traceback() -> None:
    for text in ("[" * 100_000, '{"CFDocument":' * 50_000, '{"CFDocument": ' + "9" * 5000):
        with pytest.raises(Unreadable):
            FORMATS.get("case").read(text, Around())
    deep = '{"CFDocument": {"title": "T", "language": "en", "x": ' + "[" * 200 + "]" * 200 + "}}"
    assert [one.code for one in FORMATS.get("case").read(deep, Around()).losses] == ["too-deep"]


def test_a_tree_of_a_thousand_steps_is_read() -> None:
    rows = ["id,value,parent_id", *(f"t{n},T {n},{f't{n - 1}' if n else ''}" for n in range(1000))]
    framework = FORMATS.get("openedx").read("\n".join(rows), Around(stem="deep")).framework
    assert framework.skills["t19"].parent == "t18"
    assert framework.skills["t999"].parent == "t18"  # no framework is so deep, no reader either


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_every_sentence_is_there(lang: str) -> None:
    entries = Entries(ROOT / f"src/lessonkit/base/messages/exchange.{lang}.toml")
    folder = ROOT / "src/lessonkit/framework/exchange"
    source = "\n".join(path.read_text("utf-8") for path in sorted(folder.glob("*.py")))
    source += (ROOT / "src/lessonkit/cli/framework_import.py").read_text("utf-8")
    losses = set(re.findall(r'losses\.add\(\s*"([^"]+)"', source))
    losses |= {f"skill-{one}" for one in re.findall(r'^    "(\w+)": lambda', source, re.M)}
    assert losses == set(entries.get("loss") or {})
    refused = set(re.findall(r'Unreadable\(\s*"([^"]+)"', source))
    assert refused | {"prefix", "no-rdflib"} == set(entries.get("refused") or {})


def _plain(framework: Framework) -> Any:
    from lessonkit.framework.exchange.plain import whole

    return json.loads(json.dumps(whole(framework)))


def test_what_others_know_by_uuid_goes_out_under_it() -> None:
    (case,) = (one for one in GOOD if one["name"].startswith("associations that others know"))
    text = FORMATS.get("case").write(_read(case).framework, Around()).text
    (link,) = json.loads(text)["CFAssociations"]
    given = json.loads(case["file"])["CFAssociations"][0]
    assert {key: link[key] for key in ("identifier", "uri", "notes")} == {
        key: given[key] for key in ("identifier", "uri", "notes")
    }


def test_a_missing_reader_of_rdf_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "rdflib", None)
    with pytest.raises(ToolMissing):
        FORMATS.get("skos").read("<urn:a> <urn:b> <urn:c> .", Around())
