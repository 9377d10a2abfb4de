"""A loopback web server for built packages, the test LMS and scorm-again.

Routes: ``/<mount>/…`` a mounted zip, ``/lms/…`` the pages of the LMS, ``/npm/…`` the files of
``tests/node_modules``. ``origin`` and ``foreign`` are two origins of the same server, so that a
lesson can be served across an origin.
"""

import io
import re
import threading
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path, PurePosixPath
from typing import Self
from urllib.parse import unquote, urlencode, urlsplit

from tests.witness.places import NODE_MODULES, WITNESS

KOLIBRI = ("kolibri.html", "kolibri.js", "kolibri_sandbox.html", "kolibri_shim.js")
PAGES = ("lms.html", "lms.js", "frame.html", *KOLIBRI)
TYPES = {
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".json": "application/json",
    ".svg": "image/svg+xml",
    ".vtt": "text/vtt; charset=utf-8",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".gif": "image/gif",
    ".webp": "image/webp",
    ".avif": "image/avif",
    ".mp3": "audio/mpeg",
    ".m4a": "audio/mp4",
    ".opus": "audio/ogg",
    ".wav": "audio/wav",
    ".mp4": "video/mp4",
    ".webm": "video/webm",
    ".pdf": "application/pdf",
    ".woff2": "font/woff2",
    ".ttf": "font/ttf",
    ".xml": "application/xml",
}


@dataclass(frozen=True, slots=True)
class Request:
    """One request that the server answered."""

    path: str
    status: int


_MET: set[int] = set()
"""Ports of this process: what a browser has kept of an origin is not for another test."""


def _unmet(handler: type[BaseHTTPRequestHandler]) -> ThreadingHTTPServer:
    while True:
        http = ThreadingHTTPServer(("127.0.0.1", 0), handler)
        port = http.server_address[1]
        if port not in _MET:
            _MET.add(port)
            return http
        http.server_close()


class LessonServer:
    """Serves mounted packages on an ephemeral port of 127.0.0.1; a context manager."""

    def __init__(self, tools: str = "") -> None:
        """``tools``: the origin from which the LMS takes scorm-again; its own where none is given.

        One origin for all tests: a browser compiles those 600 kB once, not for each of them.
        """
        self.requests: list[Request] = []
        self._tools = tools
        self._mounts: dict[str, Mapping[str, bytes]] = {}
        self._http = _unmet(_handler(self))
        self._http.daemon_threads = True
        self._thread = threading.Thread(target=self._http.serve_forever, args=(0.05,))

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._http.shutdown()
        self._http.server_close()
        self._thread.join()

    @property
    def origin(self) -> str:
        """The origin of the LMS."""
        return f"http://127.0.0.1:{self._http.server_address[1]}"

    @property
    def foreign(self) -> str:
        """Another origin of the same server: same port, other host name."""
        return f"http://localhost:{self._http.server_address[1]}"

    def mount(self, package: bytes | Path | Mapping[str, bytes], name: str = "lesson") -> str:
        """Serve a zip (bytes or path), a folder or named bytes at ``/name/``; gives its path."""
        self._mounts[name] = files_of(package)
        return f"/{name}/"

    def lms(self, version: str = "1.2", launch: str = "/lesson/index.html", **switches: str) -> str:
        """Address of the LMS page that launches ``launch``; switches as told in ``lms.js``."""
        query = {"version": version, "src": launch, **switches}
        return f"{self.origin}/lms/lms.html?{urlencode(query)}"

    def framed(self, address: str) -> str:
        """Address of a page of the foreign origin that holds ``address`` in a frame."""
        return f"{self.foreign}/lms/frame.html?{urlencode({'src': address})}"

    def kolibri(self, launch: str = "/lesson/index.html", user: str = "learner-1") -> str:
        """Address of the pretend Kolibri; lesson and sandbox are of another origin."""
        sandbox = f"{self.foreign}/lms/kolibri_sandbox.html"
        query = {"src": f"{self.foreign}{launch}", "sandbox": sandbox, "user": user}
        return f"{self.origin}/lms/kolibri.html?{urlencode(query)}"

    def missed(self) -> list[str]:
        """Paths that were asked for and not found."""
        return [one.path for one in self.requests if one.status == HTTPStatus.NOT_FOUND]

    def find(self, path: str) -> bytes | None:
        """The content of a path, or nothing."""
        name, _, rest = path.lstrip("/").partition("/")
        if name in self._mounts:
            return self._mounts[name].get(rest or "index.html")
        if name == "lms" and rest in PAGES:
            return (WITNESS / rest).read_bytes().replace(b'"/npm/', f'"{self._tools}/npm/'.encode())
        if name == "npm" and ".." not in PurePosixPath(rest).parts:
            file = NODE_MODULES / rest
            return file.read_bytes() if file.is_file() else None
        return None


def files_of(package: bytes | Path | Mapping[str, bytes]) -> Mapping[str, bytes]:
    """Names and contents of a zip, a folder or a mapping."""
    if isinstance(package, Mapping):
        return package
    if isinstance(package, Path) and package.is_dir():
        found = (file for file in package.rglob("*") if file.is_file())
        return {file.relative_to(package).as_posix(): file.read_bytes() for file in found}
    source = io.BytesIO(package) if isinstance(package, bytes) else package
    with zipfile.ZipFile(source) as archive:
        return {one.filename: archive.read(one) for one in archive.infolist() if not one.is_dir()}


def _handler(server: LessonServer) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        disable_nagle_algorithm = True
        wbufsize = -1

        def do_GET(self) -> None:
            path = unquote(urlsplit(self.path).path)
            data = server.find(path)
            status = HTTPStatus.NOT_FOUND if data is None else HTTPStatus.OK
            self._answer(path, data or b"", status)

        def do_HEAD(self) -> None:
            self.do_GET()

        def _answer(self, path: str, data: bytes, status: HTTPStatus) -> None:
            part = byte_range(self.headers.get("Range", ""), len(data))
            if part and status == HTTPStatus.OK:
                status = HTTPStatus.PARTIAL_CONTENT
            server.requests.append(Request(path, status))
            self.send_response(status)
            if part and status == HTTPStatus.PARTIAL_CONTENT:
                self.send_header("Content-Range", f"bytes {part[0]}-{part[1]}/{len(data)}")
                data = data[part[0] : part[1] + 1]
            self._send(path, data)

        def _send(self, path: str, data: bytes) -> None:
            self.send_header("Content-Type", content_type(path))
            self.send_header("Content-Length", str(len(data)))
            self.send_header("Accept-Ranges", "bytes")
            self.send_header("Cache-Control", caching(path))
            self.end_headers()
            if self.command != "HEAD":
                self.wfile.write(data)

        def log_request(self, code: int | str = "-", size: int | str = "-") -> None:
            """Requests are kept in ``server.requests`` instead."""

    return Handler


def content_type(path: str) -> str:
    """The media type of a path, by its suffix."""
    suffix = PurePosixPath(path).suffix.lower()
    return TYPES.get(suffix, "application/octet-stream")


def caching(path: str) -> str:
    """How long an answer may be kept: what npm installed is the same all day."""
    return "max-age=86400" if path.startswith("/npm/") else "no-store"


def byte_range(header: str, size: int) -> tuple[int, int] | None:
    """First and last byte of a single range, or nothing (RFC 9110, 14.1.2)."""
    match = re.fullmatch(r"bytes=(\d*)-(\d*)", header)
    if not match or not size or match[0] == "bytes=-":
        return None
    if not match[1]:
        return max(0, size - int(match[2])), size - 1
    last = min(int(match[2] or size - 1), size - 1)
    return (int(match[1]), last) if int(match[1]) <= last else None
