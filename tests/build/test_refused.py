"""What a build refuses, because it would harm an author or tell a platform what is not so."""

from pathlib import Path

import pytest
from tests.projects import lesson, project

import lessonkit
from lessonkit.base.errors import SettingsError, UsageError

PASSED = (
    "---\nid: a\ntitle: A\naudience: [cbccvc]\ntracking:\n  complete: passed\n  mastery: 0.8\n---\n"
)
QUESTION = "\n:::{truefalse} Nước sôi ở 100 độ.\n:id: nuoc\n:answer: true\n:::\n"


def codes(root: Path) -> set[str]:
    (outcome,) = lessonkit.build([root])
    assert outcome.failed
    return {one.code for variant in outcome.variants for one in variant.diagnostics}


def test_an_out_that_holds_the_sources(tmp_path: Path) -> None:
    root = project(tmp_path, {"a/module.md": lesson("a")})
    kept = root / "modules/a/html"
    kept.mkdir()
    (kept / "luan-van.txt").write_text("của tôi", "utf-8")

    with pytest.raises(UsageError):
        lessonkit.build([root], out=root / "modules")

    assert (kept / "luan-van.txt").read_text("utf-8") == "của tôi"


def test_a_mastery_that_only_the_teacher_could_reach(tmp_path: Path) -> None:
    text = f"{PASSED}\n## Một\n\nNội dung.\n\n:::{{teacher}}\n{QUESTION}:::\n"
    assert "LK223" in codes(project(tmp_path, {"a/module.md": text}))


def test_settings_may_be_written_with_hyphens(tmp_path: Path) -> None:
    settings = '[build]\ncontrol-documents = "xsd"\n[check.severity]\nimage-without-alt = "off"\n'
    root = project(tmp_path, {"a/module.md": lesson("a")}, settings)
    (root / "xsd").mkdir()
    (root / "xsd/adlcp_rootv1p2.xsd").write_text("<x/>", "utf-8")

    (outcome,) = lessonkit.build([root], outputs=["scorm12"])

    assert not outcome.failed


def test_a_theme_that_links_out_of_the_project(tmp_path: Path) -> None:
    root = project(tmp_path, {"a/module.md": lesson("a")}, '[build]\ntheme = "x"\n')
    templates = root / "themes/x/templates"
    templates.mkdir(parents=True)
    (tmp_path / "secret.html").write_text("bí mật", "utf-8")
    (templates / "closing.html").symlink_to(tmp_path / "secret.html")

    with pytest.raises(SettingsError):
        lessonkit.build([root])


def test_a_theme_that_includes_itself(tmp_path: Path) -> None:
    root = project(tmp_path, {"a/module.md": lesson("a")}, '[build]\ntheme = "x"\n')
    templates = root / "themes/x/templates"
    templates.mkdir(parents=True)
    (templates / "closing.html").write_text("{% include 'closing.html' %}", "utf-8")

    with pytest.raises(SettingsError):
        lessonkit.build([root])
