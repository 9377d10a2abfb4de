"""Which formats a lesson may use, told by their first bytes and by the ending of their name."""

import re
from codecs import BOM_UTF8, getincrementaldecoder
from collections.abc import Mapping

_OOXML = "application/vnd.openxmlformats-officedocument"
_ODF = "application/vnd.oasis.opendocument"
ZIP = "application/zip"
MACROS = "application/vnd.ms-office.macro"
"""An office document that holds a program; no ending of ours promises one."""

BY_SUFFIX: Mapping[str, str] = {
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".webp": "image/webp",
    ".gif": "image/gif",
    ".avif": "image/avif",
    ".svg": "image/svg+xml",
    ".mp3": "audio/mpeg",
    ".m4a": "audio/mp4",
    ".ogg": "audio/ogg",
    ".oga": "audio/ogg",
    ".opus": "audio/ogg",
    ".wav": "audio/wav",
    ".mp4": "video/mp4",
    ".m4v": "video/mp4",
    ".webm": "video/webm",
    ".vtt": "text/vtt",
    ".srt": "application/x-subrip",
    ".txt": "text/plain",
    ".md": "text/plain",
    ".csv": "text/csv",
    ".pdf": "application/pdf",
    ".docx": f"{_OOXML}.wordprocessingml.document",
    ".xlsx": f"{_OOXML}.spreadsheetml.sheet",
    ".pptx": f"{_OOXML}.presentationml.presentation",
    ".odt": f"{_ODF}.text",
    ".ods": f"{_ODF}.spreadsheet",
    ".odp": f"{_ODF}.presentation",
}
"""The media type that a name promises; names without a known ending promise nothing."""

ATTACHMENTS = (
    *(".pdf", ".docx", ".xlsx", ".pptx", ".odt", ".ods", ".odp"),
    *(".csv", ".txt", ".mp3", ".m4a", ".mp4"),
)
"""Endings of the files that a lesson may link to: papers and recordings, nothing that a browser or
a system would run, and no archives, whose content nobody could vouch for."""

BY_KIND: Mapping[str, tuple[str, ...]] = {
    "picture": (
        "image/png",
        "image/jpeg",
        "image/webp",
        "image/gif",
        "image/avif",
        "image/svg+xml",
    ),
    "audio": ("audio/mpeg", "audio/mp4", "audio/ogg", "audio/wav"),
    "video": ("video/mp4", "video/webm"),
    "captions": ("text/vtt", "application/x-subrip"),
    "text": ("text/plain", "text/vtt", "application/x-subrip"),
    "file": tuple(dict.fromkeys(BY_SUFFIX[one] for one in ATTACHMENTS)),
}
"""What a place in a lesson can use."""

HEAD = 4096
"""Bytes from the start of a file that `sniff` wants."""

_NAMES = {
    "image/svg+xml": "SVG",
    "audio/mpeg": "MP3",
    "audio/mp4": "M4A",
    "text/vtt": "WebVTT",
    "application/x-subrip": "SRT",
    "text/plain": "TXT",
    ZIP: "ZIP",
    "application/x-ole-storage": "DOC/XLS/PPT",
    MACROS: "DOCM/XLSM/PPTM",
    **{BY_SUFFIX[one]: one[1:].upper() for one in ATTACHMENTS[1:7]},
    "video/webm": "WebM",
    "image/webp": "WebP",
}
_TIMING = re.compile(r"\s*[0-9]+\s*\n[0-9]+:[0-9]{2}:[0-9]{2}[,.][0-9]{3} --> ")
_SVG = re.compile(rb"<([A-Za-z][\w.-]*:)?svg[\s>/]")
_PREFIXES = (
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF87a", "image/gif"),
    (b"GIF89a", "image/gif"),
    (b"OggS", "audio/ogg"),
    (b"ID3", "audio/mpeg"),
    (b"%PDF-", "application/pdf"),
    (b"PK\x03\x04", ZIP),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "application/x-ole-storage"),
)
_BRANDS = {
    b"avif": "image/avif",
    b"avis": "image/avif",
    b"M4A ": "audio/mp4",
    b"M4B ": "audio/mp4",
}
_HEIF = frozenset((b"heic", b"heix", b"hevc", b"heim", b"heis", b"mif1", b"msf1"))


def promised(name: str) -> str | None:
    """The media type that the ending of a name promises; None: no ending that we know."""
    return BY_SUFFIX.get(f".{name.rpartition('.')[2].lower()}") if "." in name else None


def shown(media_type: str) -> str:
    """The media type as an author knows it: `PNG`, `MP4`."""
    return _NAMES.get(media_type) or media_type.rpartition("/")[2].upper()


def same(found: str, said: str) -> bool:
    """Whether content of one type may carry the name of the other.

    A container of sound or film is told by its name, and so is a table of text; a caption or
    transcript is plain text too.
    """
    pairs = {("video/mp4", "audio/mp4"), ("audio/mp4", "video/mp4")}
    text = said in ("text/plain", "text/csv") and found in BY_KIND["text"]
    return found == said or (found, said) in pairs or text


def sniff(head: bytes) -> str | None:
    """The media type of content by its first `HEAD` bytes; None: nothing that we know."""
    for prefix, media_type in _PREFIXES:
        if head.startswith(prefix):
            return media_type
    if head[:4] == b"RIFF":
        return {b"WEBP": "image/webp", b"WAVE": "audio/wav"}.get(head[8:12])
    if head[4:8] == b"ftyp":
        return _by_brand(head)
    if head[:4] == b"\x1a\x45\xdf\xa3":
        return "video/webm" if b"webm" in head[:64] else None
    if len(head) > 1 and head[0] == 0xFF and head[1] & 0xE6 == 0xE2:
        return "audio/mpeg"
    return "image/svg+xml" if _looks_svg(head) else _text_type(head)


def _by_brand(head: bytes) -> str:
    """Of an ISO media file: the brand it is made for, or one of those it says it agrees with."""
    size = min(int.from_bytes(head[:4], "big"), 256)
    brands = [head[8:12], *(head[at : at + 4] for at in range(16, size, 4))]
    for brand in brands:
        if brand in _BRANDS:
            return _BRANDS[brand]
    return "image/heic" if brands[0] in _HEIF else "video/mp4"


def _looks_svg(head: bytes) -> bool:
    start = head.removeprefix(BOM_UTF8)
    if start[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return "<svg" in start.decode("utf-16", "ignore")
    return start.lstrip().startswith(b"<") and _SVG.search(start) is not None


def _text_type(head: bytes) -> str | None:
    if b"\x00" in head:
        return None
    try:
        text = getincrementaldecoder("utf-8")().decode(head.removeprefix(BOM_UTF8))
    except UnicodeDecodeError:
        return None
    if text.startswith("WEBVTT"):
        return "text/vtt"
    return "application/x-subrip" if _TIMING.match(text.replace("\r\n", "\n")) else "text/plain"
