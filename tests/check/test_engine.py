"""Severities, order, and rules that break."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.check.lessons import check, index, whole

from lessonkit.base import codes
from lessonkit.base.diag import Finding, Severity
from lessonkit.base.errors import PluginFault, SettingsError
from lessonkit.base.messages import Words
from lessonkit.check import engine
from lessonkit.check.engine import check_module, checked
from lessonkit.check.rule import Rule
from lessonkit.check.rules import NAMES, RULES
from lessonkit.model.index import Index
from lessonkit.model.module import Module
from lessonkit.model.settings import CheckSettings, Level, Settings
from lessonkit.read.module import read_text

PICTURE = "![](media/hinh.png)"


def settings(**severity: Level) -> Settings:
    """With these severities by code."""
    return Settings(check=CheckSettings(severity={"LK206": "off", **severity}))


@pytest.mark.parametrize("level", ["error", "warning", "info"])
def test_a_project_sets_severities(level: Level, tmp_path: Path) -> None:
    (found,) = check(whole(PICTURE), tmp_path, settings=settings(LK301=level))

    assert found.severity is Severity(level)


def test_a_rule_that_is_off_is_silent(tmp_path: Path) -> None:
    assert check(whole(PICTURE), tmp_path, settings=settings(LK301="off")) == ()


def switched_off(code: str) -> Settings:
    """With one code off, and the estimate, which a short text cannot meet."""
    return Settings(check=CheckSettings(severity={"LK206": "off", code: "off"}))


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("lang: vi", "langg: vi", "LK111"),
        (":answer: false", "", "LK606"),
        ("Hãy cúp máy.", "![Hình](media/khong-co.png)", "LK701"),
    ],
)
def test_errors_of_reading_stay_errors(old: str, new: str, code: str, tmp_path: Path) -> None:
    """What could not be read is not there: to pass over it would lose content in silence."""
    text = whole("").replace(old, new)
    quiet = text.replace("license", f"# lessonkit: ignore {code} - tôi thích\nlicense")
    (found,) = check(quiet, tmp_path, settings=switched_off(code))

    assert (found.code, found.severity) == (code, Severity.ERROR)


def test_a_severity_for_what_is_not_there_is_a_fault_of_the_settings(tmp_path: Path) -> None:
    unknown = Settings(check=CheckSettings(severity={"image-without-alts": "off"}))
    with pytest.raises(SettingsError, match="image-without-alt”"):
        check(whole(PICTURE), tmp_path, settings=unknown)


def test_diagnostics_are_sorted_by_place(tmp_path: Path) -> None:
    found = check(whole(f"TODO.\n\n{PICTURE}\n\nTODO."), tmp_path)

    assert [one.code for one in found] == ["LK222", "LK301", "LK222"]
    assert list(found) == sorted(found, key=lambda one: one.span)


def test_rules_that_reason_from_absence_are_silent_where_reading_lost_something(
    tmp_path: Path,
) -> None:
    """A question that could not be read must not make its objective look forgotten."""
    broken = whole("").replace(":answer: false\n", "")
    found = check(broken, tmp_path)

    assert [one.code for one in found] == ["LK606"]


def test_only_a_module_without_errors_can_be_built(tmp_path: Path) -> None:
    reading = read_text(whole("TODO."), "module.md", tmp_path, Settings())
    found = check_module(reading, index(settings()), "vi")

    assert reading.module is not None
    built = checked(reading.module, found)
    assert built is not None
    assert built.notes == found
    assert checked(reading.module, check(whole(PICTURE), tmp_path)) is None


def test_both_languages_speak(tmp_path: Path) -> None:
    (en,) = check(whole(PICTURE), tmp_path, lang="en")
    (vi,) = check(whole(PICTURE), tmp_path, lang="vi-VN")

    assert en.message == "the picture “media/hinh.png” has no alternative text"
    assert vi.message == "hình “media/hinh.png” chưa có chữ thay hình"


def _breaks(_module: Module, _index: Index) -> Iterator[Finding]:
    raise ZeroDivisionError("oh")


def _finds(module: Module, _index: Index) -> Iterator[Finding]:
    yield Finding(module.place(""), {"what": "x"})


def plug(rule: Rule[Module], monkeypatch: pytest.MonkeyPatch) -> Settings:
    """Settings that name a rule which is there as a plug-in's would be."""
    real = RULES.names()
    monkeypatch.setattr(RULES, "names", lambda: (*real, rule.name))
    monkeypatch.setitem(RULES._loaded, rule.name, rule)
    return Settings(check=CheckSettings(severity={rule.name: "warning", "LK206": "off"}))


def test_a_plug_in_that_breaks_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rule = Rule("XX001", "rule-that-breaks", Severity.INFO, "1", _breaks)
    using = plug(rule, monkeypatch)

    with pytest.raises(PluginFault, match="rule-that-breaks"):
        check(whole("Đọc bài."), tmp_path, settings=using)


def test_a_plug_in_brings_its_own_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    words = {"vi": Words("thấy {what}"), "en": Words("saw {what}")}
    rule = Rule("XX002", "thing-seen", Severity.INFO, "1", _finds, words=words)
    using = plug(rule, monkeypatch)
    (found,) = check(whole("Đọc bài."), tmp_path, settings=using, lang="vi")

    assert (found.code, found.message, found.severity) == ("XX002", "thấy x", Severity.WARNING)


def test_a_plug_in_that_is_not_named_is_not_loaded(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plug(Rule("XX003", "rule-unnamed", Severity.INFO, "1", _breaks), monkeypatch)

    assert check(whole("Đọc bài."), tmp_path) == ()


@pytest.fixture(autouse=True)
def _fresh() -> Iterator[None]:
    """The checker that is kept from the last index must not be kept from test to test."""
    engine._last.clear()
    yield
    engine._last.clear()


def test_the_skill_that_is_proposed_suits_the_language_of_the_project(tmp_path: Path) -> None:
    text = whole("Đọc bài.").replace("    skill: tt02-2025:4.2\n    level: 2\n", "")
    for lang, framework in (("vi", "tt02-2025"), ("en", "digcomp-2.2")):
        found = check(text, tmp_path, settings=Settings(lang=lang, check=settings().check))
        (hint,) = (one.hint for one in found if one.code == "LK405")
        assert f"skill: {framework}:1.1" in hint


@pytest.mark.parametrize(
    ("code", "severity"),
    [("LK205", "warning"), ("LK216", "warning"), ("LK215", "warning"), ("LK601", "error"),
     ("LK620", "error"), ("LK623", "warning"), ("LK624", "info"), ("LK625", "warning"),
     ("LK626", "warning"), ("LK627", "info"), ("LK628", "info"), ("LK629", "info"),
     ("LK630", "warning"), ("LK631", "info"), ("LK632", "info"), ("LK637", "info"),
     ("LK638", "warning"), ("LK331", "warning"), ("LK332", "warning"), ("LK333", "warning")],
)  # fmt: skip
def test_severities_are_those_of_the_evidence(code: str, severity: str) -> None:
    """Source: the table of quiz items, and what is said of size, verbs and captions."""
    one = RULES.get(NAMES[code]) if code in NAMES else codes.code(code)
    assert one.severity == severity
