"""Packages of another tool, made by hand, and hostile ones."""

import io
import socket
import struct
import zipfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

SCORM12 = (
    'xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2"'
    ' xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2"'
)
SCORM2004 = (
    'xmlns="http://www.imsglobal.org/xsd/imscp_v1p1"'
    ' xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_v1p3"'
    ' xmlns:imsss="http://www.imsglobal.org/xsd/imsss"'
)
FINDER = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Part</title>
<script>
// As many tools do it: up the parents, then the opener and its parents.
function up(win) {
  for (var n = 0; n < 9 && win; n++) {
    try { if (win.API) return win.API; } catch (e) { return null; }
    if (win.parent === win) return null;
    win = win.parent;
  }
  return null;
}
var api = window.opener ? up(window.opener) : up(window.parent);
var part = new URLSearchParams(location.search).get("part");
window.onload = function () {
  document.getElementById("said").textContent = part + (api ? " found" : " alone");
  if (!api) return;
  api.LMSInitialize("");
  api.LMSSetValue("cmi.core.lesson_status", "passedd");
  api.LMSSetValue("cmi.core.lesson_status", "completed");
  api.LMSSetValue("cmi.core.score.raw", part === "1" ? 80 : "30");
  api.LMSSetValue("cmi.comments", "<img src=x onerror=alert(1)>");
  api.LMSCommit("");
};
</script></head><body><p id="said"></p></body></html>"""


def manifest(items: str, resources: str, space: str = SCORM12, version: str = "1.2") -> str:
    """A manifest with these items and resources."""
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><manifest identifier="m" {space}><metadata>'
        f"<schema>ADL SCORM</schema><schemaversion>{version}</schemaversion></metadata>"
        f'<organizations default="o"><organization identifier="o"><title>Hai phần</title>{items}'
        f"</organization></organizations><resources>{resources}</resources></manifest>"
    )


def item(name: str, resource: str, more: str = "", attributes: str = "") -> str:
    """An item that leads to a resource."""
    return (
        f'<item identifier="{name}" identifierref="{resource}" {attributes}>'
        f"<title>Phần {name}</title>{more}</item>"
    )


def resource(name: str, href: str, more: str = "") -> str:
    """A resource that is launched."""
    return (
        f'<resource identifier="{name}" type="webcontent" adlcp:scormtype="sco" href="{href}"'
        f"{more}/>"
    )


TWO_SCOS = {
    "imsmanifest.xml": manifest(
        item("a", "r") + item("b", "r", attributes='parameters="?part=2"'),
        resource("r", "noi%20dung/choi.html"),
    ).replace('identifierref="r" >', 'identifierref="r" parameters="part=1">'),
    "noi dung/choi.html": FINDER,
}
"""Two parts that begin in one file of a subfolder, told apart by the query."""


def packed(files: Mapping[str, str | bytes]) -> bytes:
    """A zip of these files."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            info = zipfile.ZipInfo(name)
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, data)
    return out.getvalue()


def zipped(path: Path, files: Mapping[str, str | bytes]) -> Path:
    """The same at a path."""
    path.write_bytes(packed(files))
    return path


def linked(name: str = "index.html") -> bytes:
    """A zip whose entry is a link to a file of the machine."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        info = zipfile.ZipInfo(name)
        info.create_system = 3
        info.external_attr = 0o120777 << 16
        archive.writestr(info, "/etc/hostname")
    return out.getvalue()


def locked() -> bytes:
    """A zip that says its entry is encrypted."""
    data = bytearray(packed({"index.html": "x"}))
    data[data.index(b"PK\x01\x02") + 8] |= 1
    return bytes(data)


def boasting() -> bytes:
    """A zip whose end claims a list far longer than anybody needs."""
    data = bytearray(packed({"index.html": "x"}))
    end = data.rindex(b"PK\x05\x06")
    data[end + 8 : end + 16] = struct.pack("<HHL", 65_000, 65_000, 60_000_000)
    return bytes(data)


def bomb() -> bytes:
    """A zip of one file that is a thousand times as large as it is packed."""
    return packed({"index.html": b"\0" * 21_000_000})


@contextmanager
def taken_port() -> Iterator[int]:
    """A port of loopback on which somebody listens already."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        yield int(taken.getsockname()[1])
