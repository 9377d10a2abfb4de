"""The servers of `play` for cmi5 and xAPI: who may talk to the platform, and what it keeps."""

import http.client
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from tests.inspect.packages import TWO_SCOS, zipped
from tests.inspect.test_sites import WORDS, Client
from tests.inspect.xapi_packages import COURSE, XAPI

from lessonkit.inspect.fault import PackageFault
from lessonkit.inspect.kept import Kept
from lessonkit.inspect.package import open_package
from lessonkit.inspect.play import playing

LAUNCH: dict[str, Any] = {"part": 0, "mode": "normal", "moveOn": "", "mastery": None}


class Desk(Client):
    """The tool's page without a browser."""

    def act(self, name: str, said: Any, origin: str = "") -> tuple[int, dict[str, Any]]:
        """Status and answer of an act."""
        headers = {"Origin": origin or f"http://{self.host}"}
        status, _, data = self.ask(f"{self.path}{name}", "POST", json.dumps(said), headers)
        return status, json.loads(data or "{}")

    def launch(self, **more: Any) -> dict[str, str]:
        """What a lesson finds in its address."""
        status, told = self.act("launch", LAUNCH | more)
        assert status == 200
        found = parse_qs(urlsplit(told["address"]).query)
        return {"address": told["address"], **{key: value[0] for key, value in found.items()}}

    def news(self) -> dict[str, Any]:
        """All that has happened."""
        found: dict[str, Any] = json.loads(self.ask(f"{self.path}news/0")[2])
        return found


def call(
    address: str, method: str = "GET", headers: Mapping[str, str] = {}, body: str = ""
) -> tuple[int, Mapping[str, str], bytes]:
    """A request as a lesson makes it, or somebody else."""
    parts = urlsplit(address)
    return Client(address).ask(f"{parts.path}?{parts.query}", method, body, headers)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    package = open_package(zipped(tmp_path / "goi.zip", COURSE))
    with playing(package, WORDS, keep=tmp_path / "giu.json") as address:
        yield Desk(address)
    package.contents.close()


def stage_of(desk: Desk) -> str:
    return str(json.loads(desk.ask(f"{desk.path}course.json")[2])["origin"])


def test_three_origins_and_three_secrets(desk: Desk) -> None:
    launched = desk.launch()
    addresses = [f"http://{desk.host}{desk.path}", launched["address"], launched["endpoint"]]
    assert {urlsplit(one).hostname for one in addresses} == {"127.0.0.1"}
    assert len({urlsplit(one).netloc for one in addresses}) == 3
    secrets = {urlsplit(one).path.split("/")[1] for one in addresses}
    assert len(secrets) == 3
    assert min(map(len, secrets)) >= 20


def test_the_platform_answers_nobody_else(desk: Desk) -> None:
    launched = desk.launch()
    about, stage = f"{launched['endpoint']}about", stage_of(desk)
    assert call(about, headers={"Origin": stage})[0] == 200
    for headers in (
        {"Origin": "https://example.org"}, {"Origin": "null"}, {"Origin": f"http://{desk.host}"},
        {"Host": "example.org"}, {"Host": "localhost"},
    ):  # fmt: skip
        status, told, data = call(about, headers=headers)
        assert (status in (403, 404), data) == (True, b"")
        assert "Access-Control-Allow-Origin" not in told
    secret = urlsplit(about).path.split("/")[1]
    assert call(about.replace(secret, "x" * len(secret)), headers={"Origin": stage})[0] == 404
    assert call(about.replace(f"{secret}/", ""))[0] == 404


def test_a_preflight_of_another_page_is_refused(desk: Desk) -> None:
    address = f"{desk.launch()['endpoint']}statements"
    asked = {"Access-Control-Request-Method": "POST"}
    status, told, _ = call(address, "OPTIONS", {"Origin": "https://example.org", **asked})
    assert (status, "Access-Control-Allow-Origin" in told) == (403, False)
    stage = stage_of(desk)
    status, told, _ = call(address, "OPTIONS", {"Origin": stage, **asked})
    assert (status, told["Access-Control-Allow-Origin"]) == (204, stage)


def test_only_the_tools_page_may_act(desk: Desk) -> None:
    for origin in (stage_of(desk), "https://example.org", "null"):
        assert desk.act("launch", LAUNCH, origin)[0] == 403
    assert desk.act("launch", LAUNCH)[0] == 200


@pytest.mark.parametrize(
    ("name", "said"),
    [("launch", {}), ("launch", LAUNCH | {"part": 2}), ("launch", LAUNCH | {"part": -1}),
     ("launch", LAUNCH | {"part": "0"}), ("launch", []),
     ("left", {"part": 9}), ("no-act", LAUNCH), ("kept", {"sco": 1})],
)  # fmt: skip
def test_what_makes_no_sense_is_refused(name: str, said: Any, desk: Desk) -> None:
    assert desk.act(name, said)[0] == 403


def test_a_package_of_scorm_has_no_such_platform(tmp_path: Path) -> None:
    package = open_package(zipped(tmp_path / "goi.zip", TWO_SCOS))
    with playing(package, WORDS) as address:
        desk = Desk(address)
        assert desk.act("launch", LAUNCH)[0] == 403
        assert desk.ask(f"{desk.path}news/0")[0] == 404
    package.contents.close()


@pytest.mark.parametrize("path", ["news/", "news/x", "news/-1", "news/99999999999", "returned.js"])
def test_news_are_asked_for_by_number(path: str, desk: Desk) -> None:
    assert desk.ask(desk.path + path)[0] == 404


def launch_data(desk: Desk, **more: Any) -> dict[str, Any]:
    """What the lesson is told at the start."""
    launched = desk.launch(**more)
    token = json.loads(call(launched["fetch"], "POST")[2])["auth-token"]
    address = (
        f"{launched['endpoint']}activities/state?stateId=LMS.LaunchData&agent="
        f"{json.dumps(json.loads(launched['actor']), separators=(',', ':'))}".replace(" ", "%20")
        + f"&activityId={launched['activityId']}&registration={launched['registration']}"
    )
    headers = {"Authorization": f"Basic {token}", "X-Experience-API-Version": "1.0.3"}
    status, _, data = call(address.replace('"', "%22"), headers=headers)
    assert status == 200
    found: dict[str, Any] = json.loads(data)
    return found | {"registration": launched["registration"]}


def test_what_is_chosen_before_a_launch_is_told(desk: Desk) -> None:
    told = launch_data(desk)
    assert (told["launchMode"], told["moveOn"], told["masteryScore"]) == (
        "Normal", "CompletedAndPassed", 0.8,
    )  # fmt: skip
    assert told["returnURL"] == f"{desk_stage(desk)}returned.html"
    chosen = launch_data(desk, mode="review", moveOn="Passed", mastery=0.5)
    assert (chosen["launchMode"], chosen["moveOn"], chosen["masteryScore"]) == (
        "Review", "Passed", 0.5,
    )  # fmt: skip
    odd = launch_data(desk, mode="x", moveOn="x", mastery=7)
    assert (odd["launchMode"], odd["moveOn"], odd["masteryScore"]) == (
        "Normal", "CompletedAndPassed", 0.8,
    )  # fmt: skip


def desk_stage(desk: Desk) -> str:
    whole = json.loads(desk.ask(f"{desk.path}course.json")[2])
    return str(whole["stage"]).removesuffix("stage.html")


def test_parts_share_an_enrolment_until_it_begins_anew(desk: Desk) -> None:
    first, second = launch_data(desk), launch_data(desk, part=1)
    assert first["registration"] == second["registration"]
    assert (second["launchParameters"], "masteryScore" in second) == ("rude", False)
    assert launch_data(desk, afresh=True)["registration"] != first["registration"]


def test_news_tell_every_request_and_what_it_did_wrong(desk: Desk) -> None:
    launch_data(desk)
    desk.act("left", {"part": 0, "returned": False})
    news = desk.news()
    assert [(one["method"], one["what"]) for one in news["lines"][:2]] == [
        ("POST", "fetch"), ("GET", "activities/state · LMS.LaunchData"),
    ]  # fmt: skip
    assert [it["clause"] for it in news["lines"][2]["faults"]] == ["cmi5 7.1.1.0-1"]
    assert news["next"] == 3
    assert news["verdict"]["moveOn"] == "CompletedAndPassed"
    assert ["LMS.LaunchData.launchMode", "Normal"] in news["given"]


def test_switches_make_trouble_and_take_it_away(desk: Desk) -> None:
    about = f"{desk.launch()['endpoint']}about"
    for said, status in (({"throws": True}, 503), ({}, 200)):
        assert desk.act("switches", said)[0] == 200
        assert call(about)[0] == status
    desk.act("switches", {"offline": True})
    with pytest.raises((http.client.RemoteDisconnected, ConnectionResetError)):
        call(about)


def test_an_enrolment_is_kept_and_taken_up_again(tmp_path: Path) -> None:
    package, keep = open_package(zipped(tmp_path / "goi.zip", COURSE)), tmp_path / "giu.json"
    with playing(package, WORDS, keep=keep) as address:
        first = launch_data(Desk(address))
    with playing(package, WORDS, keep=keep) as address:
        assert launch_data(Desk(address))["registration"] == first["registration"]
    package.contents.close()
    (store,) = Kept(keep).stores.values()
    verbs = [one["verb"]["display"]["en"] for one in store["statements"]]
    assert verbs == ["launched", "launched"]


@pytest.mark.parametrize(
    "store",
    [{"registration": "r", "statements": [1], "documents": []},
     {"registration": "r", "statements": [{}], "documents": []},
     {"registration": "r", "statements": [], "documents": [[]]},
     {"registration": "r", "statements": [], "documents": [["a"] * 8]},
     {"registration": "r", "statements": [], "documents": [["a"] * 6 + ["?", 1]]},
     {"registration": "r", "statements": [], "documents": [["a"] * 6 + ["a", 1]]}],
)  # fmt: skip
def test_a_broken_enrolment_is_no_file_of_ours(store: Any, tmp_path: Path) -> None:
    file = tmp_path / "giu.json"
    file.write_text(json.dumps({"lessonkit-play": 1, "stores": {"enrolment": store}}))
    with pytest.raises(PackageFault, match="bad-keep"):
        Kept(file)


def test_plain_xapi_is_launched_with_the_activity_of_the_package(tmp_path: Path) -> None:
    package = open_package(zipped(tmp_path / "goi.zip", XAPI))
    with playing(package, WORDS) as address:
        launched = Desk(address).launch(part=1)
    package.contents.close()
    assert launched["activity_id"] == "https://vd.example/xapi/hai"
    assert (launched["b"], launched["auth"][:6]) == ("2", "Basic ")
