"""The cover and the card: sizes, the way to the lesson, odd titles, and nothing cut."""

import io
import re
from pathlib import Path

import pytest
from PIL import Image, ImageChops
from pydantic import ValidationError
from tests.projects import lesson, project, several, tree

from lessonkit.model.settings import BuildSettings
from lessonkit.outputs.drawing import _words
from lessonkit.render.print.qr import QUIET, code
from lessonkit.render.theme import load_theme

SITE = '[build]\nsite = "https://bai.example.vn/hoc/"\n'
LONG = "Hướng dẫn chi tiết cách phân loại, che giấu và chia sẻ an toàn dữ liệu của người dân " * 2
TITLES = {
    "dai": LONG[:200].strip(),
    "ngan": "AI",
    "mot-tu": "https://dichvucong.gov.vn/" + "a" * 150,
    "bieu-tuong": "Gọi 113 👍 ngay 🚨",
    "nfd": "Giữ kín mật khẩu",
}


BUILD = ["build", "--output", "cover", "--out", "out"]


def built(*roots: Path) -> list[dict[str, bytes]]:
    """The files of each project, all made in one process."""
    for run in several([(root, BUILD) for root in roots]):
        assert run["code"] == 0, run["err"]
    return [tree(root / "out") for root in roots]


def titled(name: str, title: str) -> str:
    return lesson(name).replace(f"title: Bài {name}", f'title: "{title}"')


def clear(data: bytes) -> bool:
    """Whether nothing is drawn where every card keeps its margin, left and right of the text."""
    with Image.open(io.BytesIO(data)) as image:
        picture = image.convert("RGB")
    for left in (4, picture.width - 40):
        strip = picture.crop((left, 20, left + 36, 380))
        plain = Image.new("RGB", strip.size, strip.getpixel((0, 0)))
        if ImageChops.difference(strip, plain).getbbox():
            return False
    return True


def test_titles_of_every_kind_stay_within_their_margins(tmp_path: Path) -> None:
    files = {f"{name}/module.md": titled(name, title) for name, title in TITLES.items()}
    (made,) = built(project(tmp_path, files))
    sizes = {"cover": (1200, 630), "card": (1080, 1350), "square": (3000, 3000)}
    for name in TITLES:
        for kind, size in sizes.items():
            data = made[f"{name}/{name}.{kind}.png"]
            with Image.open(io.BytesIO(data)) as image:
                assert (image.size, image.mode) == (size, "RGB")
            assert clear(data), (name, kind)


def test_a_sign_that_no_font_has_is_told(tmp_path: Path) -> None:
    root = project(tmp_path, {"a/module.md": titled("a", "漢 chữ lạ")})
    (run,) = several([(root, BUILD)])
    assert run["code"] == 1
    assert "LK528" in run["err"] + run["out"]


def test_only_with_a_site_the_card_leads_anywhere(tmp_path: Path) -> None:
    file = {"a/module.md": lesson("a")}
    places = {"bare": "", "led": SITE, "again": SITE}
    bare, led, again = built(*(project(tmp_path / one, file, it) for one, it in places.items()))
    assert led == again
    assert bare["a/a.cover.png"] == led["a/a.cover.png"]
    assert bare["a/a.card.png"] != led["a/a.card.png"]


@pytest.mark.parametrize("site", ["bai.vn", "https://bai.vn/?x=1", "ftp://bai.vn", "https:///x"])
def test_a_site_is_an_address(site: str) -> None:
    assert BuildSettings(site="https://bai.vn/hoc").site
    with pytest.raises(ValidationError):
        BuildSettings(site=site)


def dark(svg: str) -> tuple[int, set[tuple[int, int]]]:
    """The side of the code with its quiet zone, and its dark modules."""
    side = re.search(r'viewBox="0 0 (\d+) \1"', svg)
    assert side
    runs = re.findall(r"M(\d+) (\d+)h(\d+)v1h-\3z", svg)
    cells = {(int(x) + n, int(y)) for x, y, wide in runs for n in range(int(wide))}
    return int(side[1]), cells


def test_a_code_has_its_quiet_zone_and_three_eyes() -> None:
    side, cells = dark(code("https://bai.example.vn/hoc/a/html/").svg)
    assert all(QUIET <= x < side - QUIET and QUIET <= y < side - QUIET for x, y in cells)
    eye = {(x, y) for x in range(7) for y in range(7) if {x, y} & {0, 6} or {x, y} <= {2, 3, 4}}
    last = side - 2 * QUIET - 7
    for left, top in ((0, 0), (last, 0), (0, last)):
        at = {(x - QUIET - left, y - QUIET - top) for x, y in cells}
        assert {(x, y) for x, y in at if 0 <= x < 7 and 0 <= y < 7} == eye
    with pytest.raises(AssertionError):
        dark("<svg/>")


def test_modules_of_a_code_are_seen_where_the_card_is_small() -> None:
    address = f"https://daotao.example.gov.vn/{'nang-luc-so/' * 5}mat-khau/html/"
    assert len(address) > 100
    on_screen, on_paper = code(address, "l").side, code(address).side
    assert 320 // on_screen >= 6
    assert on_screen < on_paper


@pytest.mark.parametrize(
    ("lang", "title", "well"),
    [
        ("vi", "Nhận biết cuộc gọi và tin nhắn", ["và"]),
        ("vi", "Kiểm tra trước khi tin", ["trước"]),
        ("vi", "Thử sức: cuộc gọi lúc 7 giờ", ["cuộc gọi", "lúc"]),
        ("vi", "Công dân số và “nhà nước”, nhà mạng", ["và", "nhà mạng"]),
        ("en", "Recognising scams in your mailbox", ["in"]),
        ("vi", "", []),
    ],
)
def test_lines_may_begin_where_a_part_of_the_sentence_does(
    lang: str, title: str, well: list[str]
) -> None:
    words = _words(title, load_theme("default").words(lang))
    assert [word.replace("\u00a0", " ") for word, cost in words[1:] if not cost] == well
    assert " ".join(word for word, _ in words).replace("\u00a0", " ") == title


def test_the_pictures_of_a_programme_show_its_lessons(tmp_path: Path) -> None:
    program = "title: {}\nsummary: Hai bài.\naudience: nguoi-dan\nmodules: [b, a]\n"
    files = {f"{name}/module.md": lesson(name) for name in "ab"}
    files |= {"ct.program.yaml": program.format("Nghe"), "la.program.yaml": program.format("漢")}
    root = project(tmp_path, files, SITE)
    (run,) = several([(root, BUILD)])
    made = tree(root / "out")
    told = run["err"] + run["out"]
    assert run["code"] == 1
    assert "LK528" in told
    assert "la.program.yaml" in told
    shown = {name for name in made if name.endswith(".png") and "/modules/" not in name}
    assert {name for name in shown if name.startswith(("ct/", "la/"))} == {
        f"ct/ct.{name}.png" for name in ("cover", "card", "square")
    }
    assert b'"path": "ct.square.png"' in made["ct/catalogue.json"]
    assert "ct.cover.png" not in made["la/README.txt"].decode()
    assert "la/index.html" in made
    assert b"og:image" not in made["la/index.html"]
    assert told_of(made["ct/index.html"]) == {
        "og:type": "website",
        "og:title": "Nghe",
        "og:description": "Hai bài.",
        "og:url": "https://bai.example.vn/hoc/ct/",
        "og:image": "https://bai.example.vn/hoc/ct/ct.cover.png",
        "og:image:width": "1200",
        "og:image:height": "630",
        "twitter:card": "summary_large_image",
    }


def told_of(page: bytes) -> dict[str, str]:
    """What messengers are told of a page."""
    pattern = r'<meta (?:property|name)="((?:og|twitter):[^"]+)" content="([^"]*)">'
    return dict(re.findall(pattern, page.decode()))


NAMED = SITE + 'outputs = ["html", "single", "scorm12", "cover"]\n'


def test_links_to_published_pages_show_their_cover(tmp_path: Path) -> None:
    files = {"a/module.md": titled("a", "Hỏi & “đáp”")}
    only = ["build", "--output", "html", "--out", "out"]
    settings = {"bare": "", "site": SITE, "named": NAMED}
    roots = {name: project(tmp_path / name, files, more) for name, more in settings.items()}
    for run in several([(root, only) for root in roots.values()]):
        assert run["code"] == 0, run["err"]
    pages = {name: tree(root / "out")["a/html/index.html"] for name, root in roots.items()}
    assert pages["bare"] == pages["site"]
    shown = told_of(pages["named"])
    assert shown["og:title"] == "Hỏi &amp; “đáp”"
    assert shown["og:url"] == "https://bai.example.vn/hoc/a/html/"
    assert shown["og:image"] == "https://bai.example.vn/hoc/a/a.cover.png"
    assert told_of(pages["bare"]) == {}
