"""Pages for the tests of rendering: the lesson that holds everything, planned, written out."""

import shutil
from functools import lru_cache
from pathlib import Path

from PIL import Image

from lessonkit.model.settings import Settings
from lessonkit.plan.page import Page
from lessonkit.plan.page import page as plan
from lessonkit.read.module import read_module, read_text
from lessonkit.render.data import lesson_data
from lessonkit.render.html import blocks_html
from lessonkit.render.lesson import lesson_html
from lessonkit.render.media import Attachment, Media, Shown
from lessonkit.render.parts import page_parts, question_types
from lessonkit.render.pen import Pen
from lessonkit.render.scripts import lesson_style, player_script
from lessonkit.render.shell import Piece, Shell, Target
from lessonkit.render.theme import Theme, load_theme

EVERYTHING = Path(__file__).parents[1] / "cases" / "render" / "everything"
MODULES = Path(__file__).parents[2] / "modules"
HEAD = "---\nid: bai\ntitle: Bài\nlang: {lang}\n---\n\n## Mục {{#muc}}\n\n{source}"
MEDIA = Media(
    {
        "media/hinh.svg": Shown("media/hinh.svg", (), 400, 200),
        "media/anh.png": Shown(
            "media/anh.png", (("media/anh.160.webp", 160), ("media/anh.320.webp", 320)), 320, 200
        ),
    },
    {name: name for name in ("media/goi.wav", "media/phim.mp4", "media/phim.vtt")},
    {"media/tai-lieu.pdf": Attachment("media/tai-lieu.pdf", "PDF", 120_000)},
)
AUDIENCES = {"cbccvc": "Cán bộ, công chức", "nguoi-dan": "Người dân"}


@lru_cache(maxsize=4)
def everything(lang: str = "vi") -> Page:
    """The lesson with every kind of block, in one of the languages the theme speaks."""
    text = (EVERYTHING / "module.md").read_text("utf-8").replace("lang: vi", f"lang: {lang}")
    reading = read_text(text, "module.md", EVERYTHING, Settings())
    assert reading.faults == ()
    assert reading.module is not None
    return plan(reading.module)


def real(name: str) -> tuple[Page, Media]:
    """A lesson of this repository, its pictures as they lie."""
    reading = read_module(MODULES / name / "module.md", MODULES.parent, Settings())
    assert reading.module is not None
    shown = {
        name: Shown(name, (), *(asset.pixels or (None, None)))
        for name, asset in reading.module.assets.items()
    }
    return plan(reading.module), Media(shown)


def fragment(source: str, lang: str = "vi") -> str:
    """HTML of what stands in one section."""
    reading = read_text(
        HEAD.format(lang=lang, source=source), "module.md", EVERYTHING, Settings(raw_html=True)
    )
    assert reading.module is not None
    section = plan(reading.module).sections[0]
    return blocks_html(section.blocks, Pen(load_theme("default"), lang, MEDIA, AUDIENCES))


def pieces(page: Page, target: Target = "html", theme: Theme | None = None) -> tuple[str, str]:
    """Style and script of a page."""
    parts = page_parts(page)
    known = theme or load_theme("default")
    style = lesson_style(known, parts, known.words(page.meta.lang).direction)
    return style, player_script(question_types(page), parts, target)


def document(
    page: Page, shell: Shell, media: Media = MEDIA, theme: Theme | None = None, ld: str = ""
) -> str:
    """The HTML of a page."""
    return lesson_html(
        page,
        theme or load_theme("default"),
        shell,
        data=lesson_data(page, shell.target),
        media=media,
        ld=ld,
        audiences=AUDIENCES,
    )


def write_site(
    page: Page,
    folder: Path,
    target: Target = "html",
    media: Media = MEDIA,
    theme: Theme | None = None,
) -> Path:
    """Page, style, script and media in a folder; the path of its `index.html`."""
    style, script = pieces(page, target, theme)
    shell = Shell(target, (Piece(url="style.css"),), (Piece(url="lesson.js"),))
    shutil.copytree(EVERYTHING / "media", folder / "media", dirs_exist_ok=True)
    for name, width in MEDIA.pictures["media/anh.png"].webp:
        Image.new("RGB", (width, width * 5 // 8), (30, 120, 110)).save(folder / name)
    (folder / "style.css").write_text(style, "utf-8")
    (folder / "lesson.js").write_text(script, "utf-8")
    index = folder / "index.html"
    index.write_text(document(page, shell, media, theme), "utf-8")
    return index


def write_file(page: Page, path: Path) -> Path:
    """The page with style and script inside; the path itself."""
    style, script = pieces(page)
    shell = Shell("html", (Piece(text=style),), (Piece(text=script),))
    path.write_text(document(page, shell), "utf-8")
    return path
