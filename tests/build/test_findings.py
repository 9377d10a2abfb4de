"""What only a build can know."""

from dataclasses import replace
from pathlib import Path
from random import Random

from PIL import Image
from tests.projects import lesson, lessons, picture, project

import lessonkit
from lessonkit.build.findings import not_shown
from lessonkit.build.index import project_index
from lessonkit.outputs import OUTPUTS
from lessonkit.plan.page import page
from lessonkit.read.project import find_project

TIGHT = "[audiences.nguoi-dan]\npicture_kilobytes = 5\n"


def test_a_block_that_outputs_cannot_show_is_named_once_with_all_of_them(tmp_path: Path) -> None:
    root = lessons(tmp_path, "a")
    module = lessonkit.read(root / "modules/a/module.md").module
    assert module is not None
    html = OUTPUTS.get("html")
    poor = [replace(html, name=name, can=html.can - {"Ask"}) for name in ("one", "two")]
    index = project_index(find_project(root))
    (found,) = not_shown(page(module), (html, *poor), index, "vi")
    assert (found.code, found.span.start.line) == ("LK501", 25)
    assert found.args == {"block": "ask", "outputs": "one, two"}


def test_html_that_an_author_typed_is_missed_where_no_browser_shows_it(tmp_path: Path) -> None:
    more = '\n<div class="khung">Một khung.</div>\n'
    root = project(tmp_path, {"a/module.md": lesson("a", more)}, "raw_html = true\n")
    (outcome,) = lessonkit.build([root], outputs=["html", "epub", "slides", "checklist"])
    (found,) = (one for one in outcome.diagnostics if one.code == "LK501")
    assert found.args == {"block": "html", "outputs": "slides, checklist"}


def test_a_heavy_page_is_said_in_kilobytes(tmp_path: Path) -> None:
    noise = " ".join(f"{n * 7919 % 1_000_003:x}" for n in range(12_000))
    root = project(tmp_path, {"a/module.md": lesson("a", f"\n```\n{noise}\n```\n")})
    for outputs, limit in ((["html", "scorm12"], 30), (["cmi5"], 35)):
        (outcome,) = lessonkit.build([root], outputs=outputs)
        (found,) = (one for one in outcome.diagnostics if one.code == "LK510")
        assert (found.severity, found.args["limit"]) == ("info", limit)


def test_a_picture_that_cannot_be_decoded_fails_its_module_at_its_place(tmp_path: Path) -> None:
    root = project(tmp_path, {"a/module.md": lesson("a", "\n![Hình](media/x.png)\n")})
    path = picture(root / "modules/a/media/x.png")
    path.write_bytes(path.read_bytes()[:400])
    (outcome,) = lessonkit.build([root], outputs=["single"])
    (found,) = (one for one in outcome.diagnostics if one.severity == "error")
    assert (found.code, found.span.start.line) == ("LK711", 43)
    assert outcome.failed


def test_pictures_too_heavy_for_a_phone_are_named_heaviest_first(tmp_path: Path) -> None:
    more = "\n![Một](media/mot.png)\n\n![Hai](media/hai.png)\n"
    root = project(tmp_path, {"a/module.md": lesson("a", more)}, TIGHT)
    for name, seed in (("mot", 1), ("hai", 2)):
        noise = Random(seed).randbytes(30 * 20 * 3 * seed)
        path = picture(root / f"modules/a/media/{name}.png")
        Image.frombytes("RGB", (30, 20 * seed), noise).resize((480, 320)).save(path)
    (outcome,) = lessonkit.build([root], outputs=["html"])
    (found,) = (one for one in outcome.diagnostics if one.code == "LK727")
    assert (found.severity, found.span.start.line, found.args["limit"]) == ("warning", 45, 5)
    assert str(found.args["heaviest"]).startswith("media/hai.png (")
    (root / "lessonkit.toml").write_text(TIGHT.replace("5", "500"), "utf-8")
    (outcome,) = lessonkit.build([root], outputs=["html"])
    assert not any(one.code == "LK727" for one in outcome.diagnostics)


def test_a_project_may_turn_a_finding_of_the_build_off(tmp_path: Path) -> None:
    noise = " ".join(f"{n * 7919 % 1_000_003:x}" for n in range(12_000))
    files = {"a/module.md": lesson("a", f"\n```\n{noise}\n```\n")}
    root = project(tmp_path, files, '[check.severity]\nlesson-heavy = "off"\n')
    (outcome,) = lessonkit.build([root], outputs=["html"])
    assert not any(one.code == "LK510" for one in outcome.diagnostics)


def test_a_sign_without_glyph_is_told_where_it_stands(tmp_path: Path) -> None:
    more = "\nMột dòng.\n\nChữ 漢 lạ.\n\n![Vẽ chữ](media/a.svg)\n"
    root = project(tmp_path, {"a/module.md": lesson("a", more)})
    drawing = root / "modules/a/media/a.svg"
    drawing.parent.mkdir()
    box = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><text>{}</text></svg>'
    drawing.write_text(box.format("Đ"), "utf-8")
    lines = (root / "modules/a/module.md").read_text("utf-8").splitlines()

    def told() -> list[int]:
        (outcome,) = lessonkit.build([root], outputs=["slides-pdf", "cover"])
        return [one.span.start.line for one in outcome.diagnostics if one.code == "LK528"]

    assert told() == [lines.index("Chữ 漢 lạ.") + 1]
    (root / "modules/a/module.md").write_text("\n".join(lines).replace("漢", "H"), "utf-8")
    drawing.write_text(box.format("漢"), "utf-8")
    assert told() == [lines.index("![Vẽ chữ](media/a.svg)") + 1]
