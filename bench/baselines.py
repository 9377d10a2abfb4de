"""The bare work that every figure is held against, each as a whole process.

python -m bench.baselines parse FOLDER
python -m bench.baselines webp FOLDER OUT [--fallback]
"""

import argparse
from pathlib import Path

WIDTHS = (480, 960)
QUALITY = 78
"""Both as `lessonkit.model.settings.BuildSettings` has them where a project says nothing."""


def parse(folder: Path) -> None:
    """Read every module and parse it as CommonMark with tables: no plug-in, no output."""
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark").enable("table")
    for path in sorted(folder.glob("modules/*/module.md")):
        parser.parse(path.read_text(encoding="utf-8"))


def webp(folder: Path, out: Path, fallback: bool) -> None:
    """Make the WebP files of every picture; with `fallback` also the narrow JPEG of a build."""
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
                narrow = narrow or scaled
            if fallback and narrow:
                narrow.save(
                    target / path.name, "JPEG", quality=QUALITY, optimize=True, progressive=True
                )


def main() -> None:
    """One baseline, as the arguments say."""
    parser = argparse.ArgumentParser(description="The bare work beside which lessonkit is put.")
    parser.add_argument("work", choices=("parse", "webp"))
    parser.add_argument("folder", type=Path)
    parser.add_argument("out", type=Path, nargs="?")
    parser.add_argument("--fallback", action="store_true")
    given = parser.parse_args()
    if given.work == "parse":
        parse(given.folder)
    else:
        webp(given.folder, given.out, given.fallback)


if __name__ == "__main__":
    main()
