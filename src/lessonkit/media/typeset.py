"""Pages and pictures of pages, set by typst from a template and a document in JSON.

What an author wrote is data that the template walks, never code; the root is a folder of its own,
and no font of the machine is seen.
"""

import json
import re
from collections.abc import Mapping
from functools import cache
from importlib.metadata import version
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path
from shutil import copyfile, copytree
from types import MappingProxyType
from typing import TYPE_CHECKING

from lessonkit.base.errors import SettingsError, ToolMissing
from lessonkit.base.files import safe_path
from lessonkit.media import fonts
from lessonkit.media.lettering import lettered, strange
from lessonkit.media.step import Step, Work
from lessonkit.read.assets import AssetProblem

if TYPE_CHECKING:
    from typst import Compiler, Fonts, TypstError

MAIN = "main.typ"
FONTS = "fonts"
"""The folder of a theme's own fonts, for scripts that those of the packages lack."""
PLACES = "places.json"
"""Of a project's own templates, by the names that they are laid out by, the files as shown."""
_GLYPH = re.compile(r'the text `"(.+?)"` could not be displayed')
_FAULT = re.compile(r"┌─ .*?([^/\\]+\.typ):(\d+)")
_NAMED = 5
"""Signs that a message names beside the first."""
_PACKAGE = re.compile(r'"\s*@[\w-]+/')
"""Packages would be fetched from the web."""


def tools() -> str:
    """Raises: ToolMissing."""
    if find_spec("typst") is None:
        raise ToolMissing('typst: pip install "lessonkit[pdf]"')
    return f"typst {version('typst')}, {fonts.versions()}"


def run(work: Work, path: Path) -> AssetProblem | None:
    """Set `main.typ`; LK528: signs that no font has.

    Params: `format` (`pdf` or `png`), `standard` (such as `ua-1`), `date` (seconds since 1970),
    of a PNG `ppi`, `page` from 1, and `alpha`: 0 for none. Texts are the template and all it
    reads; inputs are pictures by the names it reads them by, and fonts in `fonts/`.
    Raises: ToolMissing. SettingsError: the template asks for a package, or is a project's own and
    faulty. UnsafePath.
    """
    from typst import TypstError

    root = path.parent / "root"
    lay_out(work, root)
    compiler = compiler_of(root)
    try:
        _prove_drawings(work, root)
        made = _set(compiler, work)
    except TypstError as error:
        missing = tuple(dict.fromkeys(_GLYPH.findall(error.diagnostic)))
        if not missing:
            raise _of_template(error, work) from error
        return _unknown(missing, _drawing_with(missing[0], work, root))
    path.write_bytes(made)
    return None


def lay_out(work: Work, root: Path) -> None:
    """Template, document and pictures in one folder, out of which nothing is read."""
    for name, text in work.texts.items():
        if name.endswith(".typ") and _PACKAGE.search(text):
            raise SettingsError(f"print/{name}: @package")
        file = root / safe_path(name)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    for name, source in work.inputs.items():
        file = root / safe_path(name)
        file.parent.mkdir(parents=True, exist_ok=True)
        if file.suffix == ".svg":
            file.write_bytes(lettered(source.read_bytes()))
        else:
            copyfile(source, file)


def compiler_of(root: Path, given: Mapping[str, str] = MappingProxyType({})) -> "Compiler":
    """For what was laid out there; `given` is what the template knows as `sys.inputs`."""
    from typst import Compiler

    # A folder that is not there: neither packages of the user's nor those fetched before.
    nowhere = str(root / ".packages")
    return Compiler(
        str(root / MAIN), root=str(root), font_paths=_fonts_with(root / FONTS),
        package_path=nowhere, package_cache_path=nowhere, sys_inputs=dict(given),
    )  # fmt: skip


def _fonts_with(own: Path) -> "Fonts":
    return _fonts(own) if own.is_dir() else _shared()


@cache
def _shared() -> "Fonts":
    return _fonts()


def _fonts(*own: Path) -> "Fonts":
    """Those of the packages, the engine's own for code and formulas, and a theme's."""
    from typst import Fonts

    paths = [str(folder) for folder in (*fonts.folders(), *own)]
    return Fonts(include_system_fonts=False, font_paths=paths)


def _set(compiler: "Compiler", work: Work) -> bytes:
    """Raises: typst.TypstError."""
    standard, date = str(work.params.get("standard", "")), int(work.params.get("date", 0))
    if work.params["format"] == "pdf" and standard:
        return _bytes(compiler.compile(format="pdf", timestamp=date, pdf_standards=[standard]))  # type: ignore[list-item]
    _prove(compiler)
    if work.params["format"] == "pdf":
        return _bytes(compiler.compile(format="pdf", timestamp=date))
    pages = compiler.compile(format="png", ppi=float(work.params.get("ppi", 72)))
    page = _bytes(pages, int(work.params.get("page", 1)))
    return page if work.params.get("alpha", 1) else _opaque(page)


def _opaque(png: bytes) -> bytes:
    """The same picture without an alpha channel, which directories of podcasts refuse."""
    from PIL import Image

    kept = BytesIO()
    with Image.open(BytesIO(png)) as image:
        image.convert("RGB").save(kept, "PNG")
    return kept.getvalue()


def _prove(compiler: "Compiler") -> None:
    """Only a standard makes the engine say that a glyph is missing; else it draws a box.

    Raises: typst.TypstError: one is missing; other demands of the standard are nobody's.
    """
    from typst import TypstError

    try:
        compiler.compile(format="pdf", timestamp=0, pdf_standards="a-2b")
    except TypstError as error:
        if _GLYPH.search(error.message) or not error.message.startswith("PDF/A"):
            raise


def _prove_drawings(work: Work, root: Path) -> None:
    """Signs of drawings, which the engine is silent of, as running text.

    Raises: typst.TypstError: no font has one of them.
    """
    drawings = (path for name, path in work.inputs.items() if name.endswith(".svg"))
    signs = "".join(strange(path.read_bytes()) for path in drawings)
    if signs:
        proof = root / ".proof"
        proof.mkdir()
        (proof / MAIN).write_text("#sys.inputs.signs", "utf-8")
        if (root / FONTS).is_dir():
            copytree(root / FONTS, proof / FONTS)
        _prove(compiler_of(proof, {"signs": signs}))


def _bytes(made: bytes | list[bytes] | None, page: int = 1) -> bytes:
    """One file; of several pages that one."""
    pages = made if isinstance(made, list) else [made or b""]
    return pages[page - 1]


def _drawing_with(sign: str, work: Work, root: Path) -> str:
    """By its name; empty: it is in the text alone, or in both."""
    if sign in "".join(work.texts.values()):
        return ""
    drawings = (name for name in work.inputs if name.endswith(".svg"))
    return next((name for name in drawings if sign in strange((root / name).read_bytes())), "")


def _of_template(error: "TypstError", work: Work) -> Exception:
    """A sentence for who wrote the template; a fault of ours stays what it is."""
    places: dict[str, str] = json.loads(work.texts.get(PLACES, "{}"))
    if not places:
        return error
    at = _FAULT.search(error.diagnostic)
    if at is None or at[1] not in places:
        return SettingsError(f"{next(iter(places.values()))}: {error.message}")
    return SettingsError(f"{places[at[1]]}:{at[2]}: {error.message}")


def _unknown(missing: tuple[str, ...], of: str) -> AssetProblem:
    first, *others = ((one, f"U+{ord(one[0]):04X}") for one in missing)
    more = "".join(f", “{sign}” ({point})" for sign, point in others[:_NAMED])
    more += ", …" if len(others) > _NAMED else ""
    return AssetProblem("LK528", {"sign": first[0], "point": first[1], "more": more}, of)


STEP = Step(4, tools, run)
