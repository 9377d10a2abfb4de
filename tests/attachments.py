"""Papers that a lesson may hand out, as small as each kind can be."""

import zipfile
from io import BytesIO

ODF = "application/vnd.oasis.opendocument"


def pdf(padding: int = 0) -> bytes:
    """One without pages, as heavy as is wanted."""
    return b"%PDF-1.7\n" + b"%" * padding + b"\ntrailer<</Size 0>>\nstartxref\n9\n%%EOF\n"


def archive(*files: tuple[str, str]) -> bytes:
    """A zip of these."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as zipped:
        for name, text in files:
            zipped.writestr(zipfile.ZipInfo(name), text)
    return out.getvalue()


def office(part: str, *more: str) -> bytes:
    """An Office Open XML document whose body is `word/document.xml` or the like."""
    names = ("[Content_Types].xml", "_rels/.rels", part, *more)
    return archive(*((name, "<x/>") for name in names))


def open_document(kind: str) -> bytes:
    """An OpenDocument: `text`, `spreadsheet` or `presentation`."""
    return archive(("mimetype", f"{ODF}.{kind}"), ("content.xml", "<x/>"))


PAPERS = {
    ".pdf": pdf(),
    ".docx": office("word/document.xml"),
    ".xlsx": office("xl/workbook.xml"),
    ".pptx": office("ppt/presentation.xml"),
    ".odt": open_document("text"),
    ".ods": open_document("spreadsheet"),
    ".odp": open_document("presentation"),
    ".csv": "Tên,Số\nAn,1\n".encode(),
    ".txt": "Gọi lại số in trên thẻ.\n".encode(),
}
MACROS = office("word/document.xml", "word/vbaProject.bin")
OLD_WORD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
