"""The media type of a file of a package, by its name; the machine's own tables are not asked."""

from pathlib import PurePosixPath

_TYPES = {
    "html": "text/html", "htm": "text/html", "xhtml": "application/xhtml+xml",
    "js": "text/javascript", "mjs": "text/javascript", "css": "text/css", "txt": "text/plain",
    "json": "application/json", "map": "application/json", "xml": "application/xml",
    "xsd": "application/xml", "dtd": "application/xml-dtd", "swf": "application/x-shockwave-flash",
    "svg": "image/svg+xml", "png": "image/png", "jpg": "image/jpeg", "jpeg": "image/jpeg",
    "gif": "image/gif", "webp": "image/webp", "avif": "image/avif", "ico": "image/x-icon",
    "bmp": "image/bmp", "vtt": "text/vtt", "srt": "text/plain", "mp3": "audio/mpeg",
    "m4a": "audio/mp4", "aac": "audio/aac", "opus": "audio/ogg", "ogg": "audio/ogg",
    "oga": "audio/ogg", "wav": "audio/wav", "mp4": "video/mp4", "m4v": "video/mp4",
    "webm": "video/webm", "ogv": "video/ogg", "mov": "video/quicktime", "pdf": "application/pdf",
    "woff": "font/woff", "woff2": "font/woff2", "ttf": "font/ttf", "otf": "font/otf",
    "eot": "application/vnd.ms-fontobject", "wasm": "application/wasm", "csv": "text/csv",
    "zip": "application/zip", "webmanifest": "application/manifest+json",
}  # fmt: skip
_UTF8 = frozenset(("text/javascript", "text/css", "text/vtt", "text/plain", "text/csv"))
"""Types that say nothing of their letters inside; a page says it itself."""


def media_type(name: str) -> str:
    """`application/octet-stream` where the name tells nothing."""
    found = _TYPES.get(PurePosixPath(name).suffix.lower().lstrip("."), "application/octet-stream")
    return f"{found}; charset=utf-8" if found in _UTF8 else found
