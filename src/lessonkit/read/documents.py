"""Papers that a lesson hands out: what an office archive holds, and whether one was cut short."""

from io import SEEK_END, BufferedReader

from lessonkit.read.formats import BY_SUFFIX, MACROS, ZIP

_FOLDERS = {"word": ".docx", "xl": ".xlsx", "ppt": ".pptx"}
"""Where an Office Open XML document keeps its body (ECMA-376, part 1, 11 to 13)."""
_TAIL = 2048
"""Bytes in which a PDF has its end mark: readers look in the last 1024 (ISO 32000-1, annex H)."""


def archive_type(file: BufferedReader) -> str | None:
    """The media type of what a zip is for, by its list of contents; None: it was cut short.

    Nothing is unpacked but the name of the type that an OpenDocument begins with.
    """
    from zipfile import BadZipFile, ZipFile

    try:
        with ZipFile(file) as archive:
            names = archive.namelist()
            if any(name.endswith("vbaProject.bin") for name in names):
                return MACROS
            if "[Content_Types].xml" in names:
                tops = {name.partition("/")[0] for name in names}
                return next((BY_SUFFIX[end] for top, end in _FOLDERS.items() if top in tops), ZIP)
            if names[:1] == ["mimetype"]:
                with archive.open("mimetype") as said:
                    return said.read(100).decode("ascii", "replace").strip()
            return ZIP
    except (BadZipFile, OSError, ValueError, NotImplementedError, RuntimeError, EOFError):
        return None


def is_cut(file: BufferedReader, media_type: str) -> bool:
    """Whether a PDF lacks its end, as after a broken copy."""
    if media_type != "application/pdf":
        return False
    size = file.seek(0, SEEK_END)
    file.seek(max(0, size - _TAIL))
    return b"%%EOF" not in file.read()
