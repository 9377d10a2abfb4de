"""A web server for one site on loopback: unguessable paths, its own host name only, streamed.

A page elsewhere cannot guess the token in the path; a name that somebody's DNS points at this
machine is refused by the header `Host`. Source of ranges: RFC 9110, 14.
"""

import io
import re
import sys
import threading
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from hmac import compare_digest
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from secrets import token_urlsafe
from typing import BinaryIO, Protocol
from urllib.parse import unquote, urlsplit

from lessonkit.inspect.contents import BROKEN

HOST = "127.0.0.1"
_CHUNK = 65_536
_PATIENCE = 30
"""Seconds that a request may take to arrive."""


@dataclass(frozen=True, slots=True)
class Answer:
    """A file to send."""

    kind: str
    size: int
    open: Callable[[], BinaryIO]
    headers: Mapping[str, str] = field(default_factory=dict)


class Site(Protocol):
    """What a server shows below its token."""

    @property
    def headers(self) -> Mapping[str, str]:
        """Sent with every answer."""

    @property
    def most(self) -> int:
        """Bytes of what may be posted; 0: nothing may."""

    def get(self, path: str) -> Answer | None:
        """The file at that path, decoded."""

    def post(self, path: str, data: bytes, origin: str) -> bool:
        """Whether the message was taken."""


def text_answer(kind: str, data: bytes) -> Answer:
    """An answer of bytes at hand."""
    return Answer(kind, len(data), lambda: io.BytesIO(data))


class Server:
    """A site on a port of loopback, answered by threads; a context manager."""

    def __init__(self, port: int = 0) -> None:
        """Raises: OSError: the port is taken. 0 is a free port."""
        self.token = token_urlsafe(18)
        self.http = _Http((HOST, port), _Handler)
        self.http.token = self.token
        self._thread = threading.Thread(target=self.http.serve_forever, args=(0.1,), daemon=True)

    @property
    def origin(self) -> str:
        """Scheme, host and port."""
        return f"http://{HOST}:{self.http.server_address[1]}"

    @property
    def address(self) -> str:
        """Of the site, with its token."""
        return f"{self.origin}/{self.token}/"

    def start(self, site: Site) -> None:
        """Answer from now on."""
        self.http.site = site
        self.http.origin = self.origin
        self._thread.start()

    def close(self) -> None:
        """Answer no more."""
        if self._thread.is_alive():
            self.http.shutdown()
            self._thread.join()
        self.http.server_close()


class _Http(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False
    allow_reuse_address = sys.platform != "win32"
    """Elsewhere a port is free again at once; there a second server could take it over."""
    site: Site
    token: str
    origin: str

    def handle_error(self, request: object, client_address: object) -> None:
        """A browser that hangs up is no event."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server_version = "lessonkit"
    sys_version = ""
    timeout = _PATIENCE
    server: _Http

    def do_GET(self) -> None:
        path = self._path()
        answer = self.server.site.get(path) if path is not None else None
        if answer is None:
            self._refuse(HTTPStatus.NOT_FOUND)
        else:
            self._send(answer)

    def do_HEAD(self) -> None:
        self.do_GET()

    def do_POST(self) -> None:
        path, length = self._path(), self.headers.get("Content-Length", "")
        if path is None or not length.isascii() or not length.isdigit():
            self._refuse(HTTPStatus.NOT_FOUND)
        elif int(length) > self.server.site.most:
            self._refuse(HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
        else:
            data = self.rfile.read(int(length))
            taken = self.server.site.post(path, data, self.headers.get("Origin", ""))
            self._refuse(HTTPStatus.NO_CONTENT if taken else HTTPStatus.FORBIDDEN)

    def _path(self) -> str | None:
        """Below the token; nothing for whoever does not know it."""
        if f"http://{self.headers.get('Host', '')}" != self.server.origin:
            return None
        token, slash, path = urlsplit(self.path).path.lstrip("/").partition("/")
        known = compare_digest(token.encode("utf-8", "replace"), self.server.token.encode())
        return unquote(path) if known and slash else None

    def _refuse(self, status: HTTPStatus) -> None:
        self.close_connection = True
        self.send_response(status)
        self._common()
        self.send_header("Content-Length", "0")
        self.send_header("Connection", "close")
        self.end_headers()

    def _common(self) -> None:
        for name, value in self.server.site.headers.items():
            self.send_header(name, value)
        self.send_header("Cache-Control", "no-store")
        self.send_header("X-Content-Type-Options", "nosniff")

    def _send(self, answer: Answer) -> None:
        part = byte_range(self.headers.get("Range", ""), answer.size)
        first, last = part or (0, answer.size - 1)
        self.send_response(HTTPStatus.PARTIAL_CONTENT if part else HTTPStatus.OK)
        self._common()
        for name, value in answer.headers.items():
            self.send_header(name, value)
        if part:
            self.send_header("Content-Range", f"bytes {first}-{last}/{answer.size}")
        self.send_header("Content-Type", answer.kind)
        self.send_header("Content-Length", str(last - first + 1))
        self.send_header("Accept-Ranges", "bytes")
        self.end_headers()
        if self.command != "HEAD":
            self._stream(answer, first, last - first + 1)

    def _stream(self, answer: Answer, first: int, left: int) -> None:
        """A file that breaks off ends the connection, so that nobody takes it for whole."""
        self.close_connection = True
        with suppress(*BROKEN), answer.open() as file:
            if first:
                file.seek(first)
            while left and (data := file.read(min(_CHUNK, left))):
                self.wfile.write(data)
                left -= len(data)
            self.close_connection = bool(left)

    def log_message(self, *_args: object) -> None:
        """Nothing is written to the terminal."""


def byte_range(header: str, size: int) -> tuple[int, int] | None:
    """First and last byte of a single range; nothing for none, several, or one out of reach."""
    match = re.fullmatch(r"bytes=(\d{0,18})-(\d{0,18})", header)
    if not match or not size or header == "bytes=-":
        return None
    if not match[1]:
        return max(0, size - int(match[2])), size - 1
    last = min(int(match[2] or size - 1), size - 1)
    return (int(match[1]), last) if int(match[1]) <= last else None
