"""The platform on a port of loopback: real requests, real delays, real cut connections."""

import socket
import sys
import threading
import time
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Self
from urllib.parse import unquote, urlsplit

from lessonkit.inspect.lrs.exchange import Reply, Request
from lessonkit.inspect.lrs.platform import Platform

HOST = "127.0.0.1"
MOST = 16_000_000
"""Bytes of a request."""
_PATIENCE = 30
"""Seconds that a request may take to arrive."""
_TOO_LARGE = 413


class PlatformServer:
    """A platform and its server; a context manager. An origin of its own, open to all others."""

    def __init__(self, port: int = 0) -> None:
        """Raises: OSError: the port is taken. 0 is a free port."""
        self._http = _Http((HOST, port), _Handler)
        self.platform = Platform(f"http://{HOST}:{self._http.server_address[1]}/")
        self._http.platform = self.platform
        self._thread = threading.Thread(target=self._http.serve_forever, args=(0.05,), daemon=True)

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def start(self) -> None:
        """Answer from now on."""
        self._thread.start()

    def close(self) -> None:
        """Answer no more."""
        if self._thread.is_alive():
            self._http.shutdown()
            self._thread.join()
        self._http.server_close()


class _Http(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False
    allow_reuse_address = sys.platform != "win32"
    platform: Platform

    def handle_error(self, request: object, client_address: object) -> None:
        """A browser that hangs up is no event."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server_version = "lessonkit"
    sys_version = ""
    timeout = _PATIENCE
    server: _Http

    def _any(self) -> None:
        length = self.headers.get("Content-Length", "0")
        if not (length.isascii() and length.isdigit()) or int(length) > MOST:
            self.close_connection = True
            self._send(Reply(_TOO_LARGE))
            return
        parts = urlsplit(self.path)
        request = Request(
            self.command,
            unquote(parts.path.lstrip("/")),
            parts.query,
            {name.lower(): value for name, value in self.headers.items()},
            self.rfile.read(int(length)),
        )
        reply = self.server.platform.answer(request)
        if reply.delay:
            time.sleep(reply.delay)
        if reply.hang_up:
            self.close_connection = True
            with suppress(OSError):
                self.connection.shutdown(socket.SHUT_RDWR)
        else:
            self._send(reply)

    def __getattr__(self, name: str) -> Any:
        """Methods are all taken alike: the platform says which it knows."""
        if name.startswith("do_"):
            return self._any
        raise AttributeError(name)

    def _send(self, reply: Reply) -> None:
        with suppress(OSError):
            self.send_response(reply.status)
            for name, value in reply.headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(reply.body)))
            self.end_headers()
            self.wfile.write(reply.body)

    def log_message(self, *_args: object) -> None:
        """Everything is in the platform's own log."""
