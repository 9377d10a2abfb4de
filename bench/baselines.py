"""The bare work that every figure is held against, each as a whole process.

python -m bench.baselines parse FOLDER
python -m bench.baselines webp FOLDER OUT [--fallback] [--avif]
python -m bench.baselines ungated FOLDER
"""

import argparse
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lessonkit.model.settings import Level

WIDTHS = (480, 960)
QUALITY = 78
"""Both as `lessonkit.model.settings.BuildSettings` has them where a project says nothing."""


AVIF_QUALITY, AVIF_SPEED = 62, 7
"""As `lessonkit.media.codecs` has them for photographs."""


def parse(folder: Path) -> None:
    """Read every module and parse it as CommonMark with tables: no plug-in, no output."""
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark").enable("table")
    for path in sorted(folder.glob("modules/*/module.md")):
        parser.parse(path.read_text(encoding="utf-8"))


def webp(folder: Path, out: Path, fallback: bool, avif: bool) -> None:
    """Make the WebP files of every picture; with `fallback` also the narrow JPEG of a build, with
    `avif` also its AVIF files."""
    from PIL import Image

    for path in sorted(folder.glob("modules/*/media/*.jpg")):
        target = out / path.parent.parent.name
        target.mkdir(parents=True, exist_ok=True)
        with Image.open(path, formats=("JPEG",)) as image:
            narrow = None
            for width in WIDTHS:
                size = (width, round(image.height * width / image.width))
                scaled = image.resize(size, Image.Resampling.LANCZOS)
                scaled.save(target / f"{path.stem}-{width}.webp", "WEBP", quality=QUALITY)
                if avif:
                    scaled.save(
                        target / f"{path.stem}-{width}.avif", "AVIF", quality=AVIF_QUALITY,
                        speed=AVIF_SPEED, max_threads=1,
                    )  # fmt: skip
                narrow = narrow or scaled
            if fallback and narrow:
                narrow.save(
                    target / path.name, "JPEG", quality=QUALITY, optimize=True, progressive=True
                )


def ungated(folder: Path) -> None:
    """Check module by module, told as `lessonkit check` tells it, without the skills gate."""
    from lessonkit.build.index import project_index
    from lessonkit.check.engine import check_module
    from lessonkit.check.excerpt import Excerpts
    from lessonkit.check.report import report
    from lessonkit.check.rules import TABLE
    from lessonkit.read.module import read_module
    from lessonkit.read.project import find_modules, find_project

    project = find_project(folder)
    off: dict[str, Level] = {code: "off" for code, _, _ in TABLE if "LK411" <= code < "LK460"}
    checks = project.settings.check.model_copy(update={"severity": off})
    settings = project.settings.model_copy(update={"check": checks})
    index = replace(project_index(project), settings=settings)
    found = (
        one
        for path in find_modules(project)
        for one in check_module(read_module(path, project.root, settings), index, "vi")
    )
    for piece in report("text", found, Excerpts(project.root), "vi"):
        sys.stdout.write(piece)


def main() -> None:
    """One baseline, as the arguments say."""
    parser = argparse.ArgumentParser(description="The bare work beside which lessonkit is put.")
    parser.add_argument("work", choices=("parse", "webp", "ungated"))
    parser.add_argument("folder", type=Path)
    parser.add_argument("out", type=Path, nargs="?")
    parser.add_argument("--fallback", action="store_true")
    parser.add_argument("--avif", action="store_true")
    given = parser.parse_args()
    if given.work == "parse":
        parse(given.folder)
    elif given.work == "ungated":
        ungated(given.folder)
    else:
        webp(given.folder, given.out, given.fallback, given.avif)


if __name__ == "__main__":
    main()
