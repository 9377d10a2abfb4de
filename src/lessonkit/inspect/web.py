"""A web server for one site on loopback: unguessable paths, its own host name only, streamed.

A page elsewhere cannot guess the token in the path; a name that somebody's DNS points at this
machine is refused by the header `Host`. Source of ranges: RFC 9110, 14.
"""

import io
import re
import socket
import sys
import threading
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from hmac import compare_digest
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from secrets import token_urlsafe
from types import MappingProxyType
from typing import BinaryIO, Protocol
from urllib.parse import unquote, urlsplit

from lessonkit.inspect.contents import BROKEN

HOST = "127.0.0.1"
_CHUNK = 65_536
_PATIENCE = 30
"""Seconds that a request may take to arrive."""


@dataclass(frozen=True, slots=True)
class Request:
    """What arrived for a site, below its token."""

    method: str
    path: str
    """Decoded, without a leading slash."""
    query: str = ""
    headers: Mapping[str, str] = field(default_factory=dict)
    """Names in lower case."""
    data: bytes = b""


@dataclass(frozen=True, slots=True)
class Answer:
    """What is sent back."""

    kind: str
    """Its media type; "" for an answer that holds nothing."""
    size: int
    open: Callable[[], BinaryIO]
    headers: Mapping[str, str] = field(default_factory=dict)
    status: int = HTTPStatus.OK
    hang_up: bool = False
    """The connection is cut instead."""
    delay: float = 0.0
    """Seconds before it."""


class Site(Protocol):
    """What a server shows below its token."""

    @property
    def headers(self) -> Mapping[str, str]:
        """Sent with every answer."""

    @property
    def most(self) -> int:
        """Bytes of what may be sent to it."""

    def answer(self, request: Request) -> Answer | None:
        """What to send; nothing where nothing is there. May be called by several threads."""


def text_answer(kind: str, data: bytes, status: int = HTTPStatus.OK) -> Answer:
    """An answer of bytes at hand."""
    return Answer(kind, len(data), lambda: io.BytesIO(data), status=status)


def bare_answer(status: int) -> Answer:
    """An answer without a body."""
    return text_answer("", b"", status)


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

    def _any(self) -> None:
        path, length = self._path(), self.headers.get("Content-Length", "0")
        if path is None or not length.isascii() or not length.isdigit():
            self._refuse(HTTPStatus.NOT_FOUND)
        elif int(length) > self.server.site.most:
            self._refuse(HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
        else:
            self._reply(self.server.site.answer(self._request(path, int(length))))

    do_GET = do_HEAD = do_POST = do_PUT = do_DELETE = do_OPTIONS = _any  # noqa: N815

    def _request(self, path: str, length: int) -> Request:
        headers = {name.lower(): value for name, value in self.headers.items()}
        data = self.rfile.read(length) if length else b""
        return Request(self.command, path, urlsplit(self.path).query, headers, data)

    def _reply(self, answer: Answer | None) -> None:
        if answer is None:
            self._refuse(HTTPStatus.NOT_FOUND)
            return
        if answer.delay:
            time.sleep(answer.delay)
        if answer.hang_up:
            self.close_connection = True
            with suppress(OSError):
                self.connection.shutdown(socket.SHUT_RDWR)
        else:
            self._send(answer)

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

    def _common(self, more: Mapping[str, str] = MappingProxyType({})) -> None:
        usual = {"Cache-Control": "no-store", "X-Content-Type-Options": "nosniff"}
        for name, value in (usual | {**self.server.site.headers, **more}).items():
            self.send_header(name, value)

    def _send(self, answer: Answer) -> None:
        whole = answer.status == HTTPStatus.OK
        part = byte_range(self.headers.get("Range", ""), answer.size) if whole else None
        first, last = part or (0, answer.size - 1)
        self.send_response(HTTPStatus.PARTIAL_CONTENT if part else answer.status)
        self._common(answer.headers)
        if part:
            self.send_header("Content-Range", f"bytes {first}-{last}/{answer.size}")
        if answer.kind:
            self.send_header("Content-Type", answer.kind)
        if answer.status != HTTPStatus.NO_CONTENT:
            self.send_header("Content-Length", str(last - first + 1))
        if whole:
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
