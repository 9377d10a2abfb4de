"""What holds for every test: no network beyond this machine, the same examples in each run."""

import socket
from collections.abc import Iterator
from typing import Any

import hypothesis
import pytest

LOOPBACK = ("127.", "::1", "localhost", "0.0.0.0")

# The examples depend on the test alone: a failure seen by one person is seen by all.
hypothesis.settings.register_profile("same", derandomize=True, deadline=None, database=None)
hypothesis.settings.load_profile("same")


class NetworkError(AssertionError):
    """A test reached for another machine."""


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--update-golden` accepts what was made as what is expected."""
    parser.addoption(
        "--update-golden",
        action="store_true",
        help="write the golden files anew from what the code makes now",
    )


@pytest.fixture(scope="session")
def update_golden(request: pytest.FixtureRequest) -> bool:
    """Whether golden files are to be written anew."""
    return bool(request.config.getoption("--update-golden"))


def _refuse(address: object) -> None:
    """Raise for an address of another machine; paths of Unix sockets pass."""
    if isinstance(address, tuple) and not str(address[0]).startswith(LOOPBACK):
        raise NetworkError(f"a test wants to connect to {address[0]}")


@pytest.fixture(scope="session", autouse=True)
def no_network() -> Iterator[None]:
    """Refuse every connection that leaves this machine."""
    real_connect, real_connect_ex = socket.socket.connect, socket.socket.connect_ex

    def connect(self: socket.socket, address: Any) -> None:
        _refuse(address)
        real_connect(self, address)

    def connect_ex(self: socket.socket, address: Any) -> int:
        _refuse(address)
        return real_connect_ex(self, address)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket.socket, "connect", connect)
        patch.setattr(socket.socket, "connect_ex", connect_ex)
        yield
