"""The servers of `play`: who is answered, and with what."""

import http.client
import json
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from tests.inspect.packages import TWO_SCOS, zipped

from lessonkit.base import messages
from lessonkit.inspect.fault import PackageFault
from lessonkit.inspect.kept import Kept
from lessonkit.inspect.package import open_package
from lessonkit.inspect.play import Words, playing
from lessonkit.inspect.web import byte_range

PAGE = tomllib.loads((Path(messages.__file__).parent / "messages/play.vi.toml").read_text("utf-8"))
WORDS = Words("vi", dict.fromkeys(PAGE["page"], "<x>"), {}, {})
STORE = {"values": {"cmi.location": "s1"}, "exit": "suspend", "total": 5, "launches": 1}


class Client:
    """One that says what it wants, whatever the address is."""

    def __init__(self, address: str) -> None:
        self.host, self.path = urlsplit(address).netloc, urlsplit(address).path

    def ask(
        self, path: str, method: str = "GET", body: str = "", headers: Mapping[str, str] = {}
    ) -> tuple[int, Mapping[str, str], bytes]:
        """Status, headers and body of the answer."""
        link = http.client.HTTPConnection(self.host, timeout=10)
        link.request(method, path, body or None, dict(headers))
        answer = link.getresponse()
        data = answer.read()
        link.close()
        return answer.status, dict(answer.getheaders()), data

    def post(self, body: str, origin: str) -> int:
        """The status of an answer to what is to be kept."""
        return self.ask(f"{self.path}kept", "POST", body, {"Origin": origin})[0]


@pytest.fixture
def tool(tmp_path: Path) -> Iterator[Client]:
    package = open_package(zipped(tmp_path / "goi.zip", {**TWO_SCOS, "so.txt": "0123456789"}))
    with playing(package, WORDS, keep=tmp_path / "giu.json") as address:
        yield Client(address)
    package.contents.close()


@pytest.fixture
def stage(tool: Client) -> Client:
    course = json.loads(tool.ask(f"{tool.path}course.json")[2])
    return Client(course["stage"].removesuffix("stage.html"))


def test_two_origins_on_loopback(tool: Client, stage: Client) -> None:
    assert tool.host != stage.host
    assert {one.host.split(":")[0] for one in (tool, stage)} == {"127.0.0.1"}
    assert len(tool.path) > 20
    assert tool.path != stage.path


def test_nothing_is_told_without_the_token(tool: Client, stage: Client) -> None:
    for one in (tool, stage):
        other = (stage if one is tool else tool).path
        for path in ("/", "/course.json", "/x/course.json", other, f"{one.path[:-2]}/stage.html"):
            assert one.ask(path)[0] == 404


def test_another_host_name_is_refused(tool: Client, stage: Client) -> None:
    for one in (tool, stage):
        path = one.path if one is tool else f"{one.path}stage.html"
        assert one.ask(path)[0] == 200
        assert one.ask(path, headers={"Host": "example.org"})[0] == 404


@pytest.mark.parametrize(
    "name",
    ["../x", "..%2f..%2fx", "%2e%2e/x", "/etc/passwd", "content/../stage.html", "content/x",
     "content/%00", "content//noi dung", "palette.py", "page.html", "kept"],
)  # fmt: skip
def test_no_path_leads_out(name: str, stage: Client) -> None:
    assert stage.ask(stage.path + name.replace(" ", "%20"))[0] == 404


def test_content_has_its_type_and_ranges(stage: Client) -> None:
    status, headers, data = stage.ask(f"{stage.path}content/noi%20dung/choi.html?part=1")
    assert (status, headers["Content-Type"]) == (200, "text/html")
    assert data.decode() == TWO_SCOS["noi dung/choi.html"]
    assert headers["X-Content-Type-Options"] == "nosniff"
    status, headers, data = stage.ask(f"{stage.path}content/so.txt", headers={"Range": "bytes=3-5"})
    assert (status, headers["Content-Range"], data) == (206, "bytes 3-5/10", b"345")
    status, headers, data = stage.ask(f"{stage.path}content/so.txt", "HEAD")
    assert (status, headers["Content-Length"], data) == (200, "10", b"")


def test_names_are_escaped_in_the_page(tool: Client) -> None:
    page = tool.ask(tool.path)[2].decode()
    assert "&lt;x&gt;" in page
    assert "<x>" not in page


def test_the_tools_page_has_a_strict_policy(tool: Client, stage: Client) -> None:
    policy = tool.ask(tool.path)[1]["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert f"frame-src http://{stage.host};" in policy
    assert "unsafe" not in policy
    framed = stage.ask(f"{stage.path}stage.html")[1]["Content-Security-Policy"]
    assert framed == f"frame-ancestors http://{tool.host} http://{stage.host}"


def test_only_the_tools_page_may_keep(tool: Client, stage: Client, tmp_path: Path) -> None:
    body, own = json.dumps({"sco": "a", "store": STORE}), f"http://{tool.host}"
    assert tool.post(body, f"http://{stage.host}") == 403
    assert stage.post(body, f"http://{stage.host}") in (403, 413)
    assert not (tmp_path / "giu.json").exists()
    assert tool.post(body, own) == 204
    assert json.loads(tool.ask(f"{tool.path}course.json")[2])["stores"] == {"a": STORE}
    assert Kept(tmp_path / "giu.json").stores == {"a": STORE}
    assert tool.post('{"sco": "a", "store": null}', own) == 204
    assert Kept(tmp_path / "giu.json").stores == {}


@pytest.mark.parametrize("body", ["", "[]", "{", '{"sco": 1, "store": null}', "[" * 10_000,
                                  '{"sco": "a", "store": {"values": {"a": 1}}}'])  # fmt: skip
def test_what_is_no_store_is_refused(body: str, tool: Client) -> None:
    assert tool.post(body or " ", f"http://{tool.host}") == 403


def test_more_than_anybody_needs_is_refused(tool: Client) -> None:
    headers = {"Origin": f"http://{tool.host}", "Content-Length": "99999999"}
    assert tool.ask(f"{tool.path}kept", "POST", "{}", headers)[0] == 413


@pytest.mark.parametrize(
    "text", ["", "{}", "[]", "x", '{"lessonkit-play": 1, "stores": {"a": {}}}', "[" * 100_000]
)
def test_a_file_of_another_kind_is_left_alone(text: str, tmp_path: Path) -> None:
    file = tmp_path / "giu.json"
    file.write_text(text)
    with pytest.raises(PackageFault, match="bad-keep"):
        Kept(file)
    assert file.read_text() == text


def test_a_file_without_a_folder_is_told_at_once(tmp_path: Path) -> None:
    with pytest.raises(PackageFault, match="keep-nowhere"):
        Kept(tmp_path / "khong" / "giu.json")


@pytest.mark.parametrize(
    ("header", "found"),
    [("bytes=0-", (0, 9)), ("bytes=2-99", (2, 9)), ("bytes=-3", (7, 9)), ("bytes=10-", None),
     ("bytes=5-2", None), ("bytes=-", None), ("bytes=0-1,3-4", None), ("", None)],
)  # fmt: skip
def test_ranges(header: str, found: tuple[int, int] | None) -> None:
    assert byte_range(header, 10) == found
