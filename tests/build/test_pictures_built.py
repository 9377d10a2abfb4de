"""Pictures of a lesson in its artefacts, and what a second build does not do again."""

import re
from pathlib import Path

import pytest
from PIL import Image
from tests.media.test_avif import screen
from tests.projects import lesson, project, tree

import lessonkit
from lessonkit.media import pictures

MORE = "\n## Hình {#hinh}\n\n![Màn hình](media/man-hinh.png)\n\n![Ô](media/o.png)\n"


def pictured(root: Path, settings: str = "") -> Path:
    project(root, {"a/module.md": lesson("a", MORE)}, settings)
    media = root / "modules/a/media"
    media.mkdir()
    screen((600, 360)).save(media / "man-hinh.png")
    Image.new("RGB", (8, 8), "red").save(media / "o.png")
    return root


def built(root: Path) -> dict[str, bytes]:
    (outcome,) = lessonkit.build([root / "modules/a"], outputs=["html"])
    assert not outcome.failed, outcome.diagnostics
    return tree(root / "build" / "a" / "html")


def test_avif_stands_before_webp_where_it_is_lighter_at_every_width(tmp_path: Path) -> None:
    made = built(pictured(tmp_path))
    page = made["index.html"].decode()
    sources = re.findall(r'<source type="image/(\w+)" srcset="([^"]+)"', page)
    assert [kind for kind, _ in sources] == ["avif", "webp", "webp"]
    named = {url.split()[0] for _, urls in sources for url in urls.split(", ")}
    assert named | {"media/man-hinh.png", "media/o.png"} == {
        name for name in made if name.startswith("media/")
    }
    for width in (480, 600):
        avif, webp = (len(made[f"media/man-hinh.{width}.{kind}"]) for kind in ("avif", "webp"))
        assert avif <= 0.95 * webp


def test_a_project_may_do_without_avif(tmp_path: Path) -> None:
    made = built(pictured(tmp_path, "[build]\navif = false\n"))
    assert not [name for name in made if name.endswith(".avif")]
    assert b"avif" not in made["index.html"]


def test_a_second_build_decodes_nothing_and_writes_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = built(pictured(tmp_path))

    def never(*_: object) -> None:
        raise AssertionError

    monkeypatch.setattr(pictures, "variants", never)
    assert built(tmp_path) == first


def test_a_store_that_takes_nothing_costs_nothing_but_time(tmp_path: Path) -> None:
    first = built(pictured(tmp_path / "open"))
    root = pictured(tmp_path / "closed")
    (root / "build").mkdir()
    (root / "build" / ".store").write_text("a file stands where the store would be")
    assert built(root) == first
