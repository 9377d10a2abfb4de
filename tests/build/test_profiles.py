"""Profiles of platforms: facts with sources, inherited, overridden, and felt by what is built."""

import json
import re
import zipfile
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest
from tests.projects import lesson, project

import lessonkit
from lessonkit.base.errors import SettingsError, UsageError
from lessonkit.base.messages import sentences
from lessonkit.build.outcome import Outcome
from lessonkit.model.platforms import platforms
from lessonkit.model.profile import Facts, OwnProfile, Profile
from lessonkit.model.profiles import generic, missing, profile, stated
from lessonkit.model.settings import BuildSettings
from lessonkit.outputs import OUTPUTS
from lessonkit.read.settings import read_settings
from lessonkit.render.data import platform_facts

NAMES = ("generic", "moodle", "openedx", "kolibri", "scormcloud", "canvas")
PLAYER = Path(lessonkit.__file__).parent / "player"


def built(root: Path, **asked: Any) -> Outcome:
    """The one module of a project."""
    (outcome,) = lessonkit.build([root], **asked)
    return outcome


def names(outcome: Outcome) -> list[str]:
    """Of its artefacts, below the folder of the module."""
    return sorted(one.path.partition("/")[2] for var in outcome.variants for one in var.built)


def told(path: Path) -> dict[str, Any]:
    """What the page in a zip tells its player."""
    with zipfile.ZipFile(path) as archive:
        page = archive.read("index.html").decode()
    found = re.search(r'id="lk-data">([^<]*)<', page)
    assert found is not None
    data: dict[str, Any] = json.loads(found[1])
    return data


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project with one lesson."""
    return project(tmp_path / "p", {"bai/module.md": lesson("bai")})


def test_the_table_has_the_six_platforms_and_a_source_for_each_fact() -> None:
    assert tuple(platforms()) == NAMES
    for one in platforms().values():
        assert stated(one.name) is not None
        for fact in one.facts:
            assert fact.key in (*Facts.model_fields, "")
            assert len(fact.source) > 15, (one.name, fact.key)
            assert all(fact.why[lang].endswith((".", "!")) for lang in ("vi", "en")), fact
        assert set(one.titles) == {"vi", "en"}


def test_every_profile_names_outputs_that_there_are() -> None:
    for name in NAMES:
        assert set(profile(name, {}).outputs) <= set(OUTPUTS.names())


def test_generic_is_what_holds_without_a_profile() -> None:
    usual = generic()
    assert usual.outputs == BuildSettings().outputs
    assert {one.name for one in fields(Profile)} == {"name", *Facts.model_fields}
    assert (usual.state("scorm12", 4), usual.state("scorm2004", 3)) == (4096, 4000)
    assert (usual.state("scorm2004", 4), usual.state("nothing", 4)) == (64_000, None)


def test_the_player_knows_the_same_usual_numbers() -> None:
    text = "".join((PLAYER / f"{name}.js").read_text() for name in ("platform", "connect"))
    known = dict(re.findall(r"const (MOST|REFUSALS|WAIT) = (\d+);", text))
    usual = generic()
    numbers = (usual.interactions, usual.refusals, usual.wait)
    assert tuple(int(known[name]) for name in ("MOST", "REFUSALS", "WAIT")) == numbers
    assert "limit: () => 4096" in (PLAYER / "scorm12.js").read_text()
    assert "(edition === 3 ? 4000 : 64000)" in (PLAYER / "scorm2004.js").read_text()


def test_only_what_differs_is_told_and_only_to_those_who_can_use_it() -> None:
    assert platform_facts(generic(), "scorm12") == {}
    assert platform_facts(profile("moodle", {}), "scorm12") == {}
    assert platform_facts(profile("kolibri", {}), "html") == {}
    assert platform_facts(profile("kolibri", {}), "scorm12") == {
        "records": 0, "objectives": False, "score": "progress",
    }  # fmt: skip
    own = {"x": OwnProfile(passed="completed", wait=9, scorm12_state=5000, scorm2004_state=6000)}
    words = {"passed": "completed"}
    assert platform_facts(profile("x", own), "scorm12") == {"room": 5000, "wait": 9, **words}
    assert platform_facts(profile("x", own), "scorm2004") == {"room": 6000, "wait": 9}
    assert platform_facts(profile("x", own), "cmi5") == {}


def test_a_profile_of_the_project_says_only_what_differs() -> None:
    own = {
        "truong": OwnProfile(base="moodle", interactions=10),
        "lop": OwnProfile(base="truong", wait=20),
        "moodle": OwnProfile(base="moodle", failed="completed"),
    }
    lop = profile("lop", own)
    assert (lop.name, lop.wait, lop.interactions, lop.failed) == ("lop", 20, 10, "completed")
    assert (lop.outputs, lop.scorm2004_state) == (("scorm12",), 64_000)
    assert list(missing("moodle", own)) == []


FAULTY = {
    '[build]\nprofile = "moodel"\n': "toml:2: there is no profile “moodel”. Did you mean “moodle”?",
    '[build]\nprofile = "qqq"\n': "generic, moodle, openedx, kolibri, scormcloud, canvas.",
    '[profiles.a]\nwait = 5\nbase = "kolibre"\n': "toml:3: there is no profile “kolibre”.",
    '[profiles.a]\nbase = "b"\n[profiles.b]\nbase = "a"\n': "toml:2: the profiles a → b → a build",
    "[profiles.a]\nintractions = 3\n": "“profiles.a.intractions”. Did you mean “interactions”?",
    '[profiles.a]\nscore = "progres"\n': "cannot be “progres”. Did you mean “progress”?",
    "[profiles.a]\nscorm12_state = 12\n": "toml:2: “profiles.a.scorm12_state” is 12, but must",
    '[profiles."Trường"]\nwait = 1\n': "use only a–z, digits and hyphens",
}
"""Settings and what is said of them."""


@pytest.mark.parametrize("text", FAULTY)
def test_faults_have_their_place(text: str, tmp_path: Path) -> None:
    (tmp_path / "lessonkit.toml").write_text(text, "utf-8")
    with pytest.raises(SettingsError) as caught:
        read_settings(tmp_path / "lessonkit.toml")
    assert FAULTY[text] in str(caught.value)
    assert "{" not in sentences(caught.value.said, "vi")


def test_names_with_hyphens_and_of_settings_tables_are_names(tmp_path: Path) -> None:
    text = "[profiles.truong-em]\nscorm12-state = 9000\n[profiles.severity]\nscorm12-state = 8000\n"
    (tmp_path / "lessonkit.toml").write_text(text, "utf-8")
    own = read_settings(tmp_path / "lessonkit.toml").profiles
    assert [own[name].scorm12_state for name in ("truong-em", "severity")] == [9000, 8000]


def test_an_unknown_profile_is_refused_with_a_near_one(root: Path) -> None:
    with pytest.raises(UsageError, match="kolibri"):
        lessonkit.build([root], profile="kolibry")


def test_artefacts_of_profiles_lie_side_by_side(root: Path) -> None:
    plain = built(root, outputs=["html", "single", "scorm12"])
    before = {path: path.read_bytes() for path in (root / "build").rglob("*") if path.is_file()}
    moodle, kolibri = built(root, profile="moodle"), built(root, profile="kolibri")
    assert names(plain) == ["bai.html", "bai.html.zip", "bai.scorm12.zip", "html"]
    assert names(moodle) == ["bai--moodle.scorm12.zip"]
    assert names(kolibri) == ["bai--kolibri.html.zip", "html--kolibri"]
    assert {path: path.read_bytes() for path in before} == before
    again = built(root, profile="kolibri", outputs=["html", "single"])
    assert names(again) == ["bai--kolibri.html", "bai--kolibri.html.zip", "html--kolibri"]


def test_the_same_order_gives_the_same_bytes(root: Path) -> None:
    path = root / "build/bai/bai--kolibri.html.zip"
    built(root, profile="kolibri")
    first = path.read_bytes()
    built(root, profile="kolibri", outputs=["html", "scorm12"])
    assert path.read_bytes() == first


def test_to_a_platform_it_is_the_same_lesson(root: Path) -> None:
    """A learner's progress hangs on the identifiers of the manifest and on the lesson's id."""
    built(root, outputs=["scorm12"])
    built(root, outputs=["scorm12"], profile="openedx")
    found = [root / f"build/bai/bai{mark}.scorm12.zip" for mark in ("", "--openedx")]
    manifests = [zipfile.ZipFile(path).read("imsmanifest.xml") for path in found]
    assert manifests[0] == manifests[1]
    pages = [told(path) for path in found]
    assert pages[1].pop("platform") == {"room": 64_000, "records": 0}
    assert pages[0] == pages[1]


def test_a_profile_that_tells_nothing_new_gives_the_same_bytes(root: Path) -> None:
    built(root, outputs=["scorm12"])
    built(root, profile="moodle")
    found = [root / f"build/bai/bai{mark}.scorm12.zip" for mark in ("", "--moodle")]
    assert found[0].read_bytes() == found[1].read_bytes()


def test_the_page_for_kolibri_looks_for_its_api(root: Path) -> None:
    built(root, profile="kolibri")
    data = told(root / "build/bai/bai--kolibri.html.zip")
    assert data["target"] == "scorm12"
    built(root)
    assert told(root / "build/bai/bai.html.zip")["target"] == "html"


@pytest.mark.parametrize(
    ("settings", "asked", "outputs"),
    [
        ("", {}, {"html", "single", "scorm12", "scorm2004"}),
        ('profile = "canvas"', {}, {"scorm12", "scorm2004"}),
        ('profile = "canvas"\noutputs = ["html"]', {}, {"html"}),
        ('outputs = ["html"]', {"profile": "moodle"}, {"scorm12"}),
        ('outputs = ["html"]', {"profile": "moodle", "outputs": ["single"]}, {"single"}),
        ('profile = "canvas"', {"profile": "generic"}, {"html", "single", "scorm12", "scorm2004"}),
    ],
)
def test_which_outputs_are_built(
    settings: str, asked: dict[str, Any], outputs: set[str], root: Path
) -> None:
    (root / "lessonkit.toml").write_text(f"[build]\n{settings}\n", "utf-8")
    outcome = built(root, **asked)
    assert {one.output for one in outcome.variants[0].built} == outputs


def test_a_profile_may_ask_for_an_edition(root: Path) -> None:
    own = '[build]\nprofile = "cu"\n[profiles.cu]\noutputs = ["scorm2004"]\nscorm2004_edition = 3\n'
    (root / "lessonkit.toml").write_text(own, "utf-8")
    built(root)
    path = root / "build/bai/bai--cu.scorm2004.zip"
    assert b"2004 3rd Edition" in zipfile.ZipFile(path).read("imsmanifest.xml")
    assert told(path)["edition"] == 3


def ticks(count: int) -> str:
    """A checklist of so many lines: three characters of the state each."""
    lines = "\n".join(f"- [ ] Việc số {number} cần làm" for number in range(count))
    return f"\n:::{{checklist}}\n:id: viec\n\n{lines}\n:::\n"


def test_the_worst_case_is_held_to_the_platforms_room(tmp_path: Path) -> None:
    root = project(tmp_path / "p", {"bai/module.md": lesson("bai", ticks(1500))})
    plain = [one for one in built(root, outputs=["scorm12"]).diagnostics if one.code == "LK511"]
    assert [one.args["limit"] for one in plain] == [4096]
    assert not built(root, outputs=["scorm12"], profile="openedx").failed
    kolibri = built(root, profile="kolibri")
    assert [one.args["output"] for one in kolibri.diagnostics if one.code == "LK511"] == ["html"]


def test_a_package_too_large_to_be_uploaded_is_reported(root: Path) -> None:
    own = '[profiles.nho]\npackage_bytes = 20_000\noutputs = ["html", "single"]\n'
    (root / "lessonkit.toml").write_text(own, "utf-8")
    outcome = built(root, profile="nho")
    found = [one for one in outcome.diagnostics if one.code == "LK520"]
    assert {one.args["output"] for one in found} <= {"html", "single"}
    assert found
    assert all(one.args["profile"] == "nho" for one in found)
    assert not outcome.failed
    assert not [one for one in built(root).diagnostics if one.code == "LK520"]
