"""The store: kept, damaged, closed to writing, used by several, and tidied."""

import os
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from lessonkit.base.atomic import WriteError
from lessonkit.base.files import Stored
from lessonkit.build.store import NEW, SUM, Store, key
from lessonkit.build.upkeep import ABANDONED, IN_USE, tidy

NAME = key("step", 1)


def _made(data: bytes, store: Store, name: str = NAME) -> Stored:
    found = store.put(name, lambda path: path.write_bytes(data) and None)
    assert isinstance(found, Stored)
    return found


def test_gives_back_what_was_made(tmp_path: Path) -> None:
    made = _made(b"film", Store(tmp_path))
    assert Store(tmp_path).get(NAME) == made
    assert made.path.read_bytes() == b"film"
    assert Store(tmp_path).get(key("step", 2)) is None


def test_hands_on_why_nothing_was_made(tmp_path: Path) -> None:
    assert Store(tmp_path).put(NAME, lambda _: "no sound") == "no sound"
    assert Store(tmp_path).get(NAME) is None


@pytest.mark.parametrize("damage", [b"fi", b"", b"FILM", None])
def test_what_was_damaged_counts_as_not_there_and_is_made_again(
    tmp_path: Path, damage: bytes | None
) -> None:
    store = Store(tmp_path)
    path = _made(b"film", store).path
    if damage is None:
        path.unlink()
    else:
        path.write_bytes(damage)
    assert store.get(NAME) is None
    assert _made(b"film", store) == store.get(NAME)


@pytest.mark.parametrize("said", [b"", b"\xff\xfe", b"0" * 64, None])
def test_a_sum_that_is_wrong_or_gone_counts_as_not_there(
    tmp_path: Path, said: bytes | None
) -> None:
    store = Store(tmp_path)
    proof = _made(b"film", store).path.with_suffix(SUM)
    if said is None:
        proof.unlink()
    else:
        proof.write_bytes(said)
    assert store.get(NAME) is None
    assert _made(b"film", store) == store.get(NAME)


def test_nothing_is_left_of_what_broke_while_it_was_made(tmp_path: Path) -> None:
    def broken(path: Path) -> None:
        path.write_bytes(b"half")
        raise RuntimeError

    with pytest.raises(RuntimeError):
        Store(tmp_path).put(NAME, broken)
    assert Store(tmp_path).get(NAME) is None
    assert not [path for path in tmp_path.rglob("*") if path.is_file()]


@pytest.mark.parametrize("stands", ["file", "link"])
def test_the_spare_place_is_used_where_the_folder_takes_nothing(
    tmp_path: Path, stands: str
) -> None:
    closed = tmp_path / "build"
    if stands == "file":
        closed.write_bytes(b"")
    else:
        closed.symlink_to(closed)
    store = Store(closed / ".store", tmp_path / "out")
    assert _made(b"film", store).path.is_relative_to(tmp_path / "out")
    assert store.get(NAME)
    with pytest.raises(WriteError):
        Store(closed / ".store").put(NAME, lambda _: None)


def test_a_full_disk_is_told_as_such(tmp_path: Path) -> None:
    def full(_: Path) -> None:
        raise OSError(28, "No space left on device")

    with pytest.raises(WriteError) as told:
        Store(tmp_path).put(NAME, full)
    assert told.value.reason == "disk-full"


def test_a_source_that_has_gone_is_no_fault_of_the_disk(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        Store(tmp_path).put(NAME, lambda _: (tmp_path / "none").read_bytes())


def test_many_at_once_make_and_read_the_same(tmp_path: Path) -> None:
    def one(number: int) -> int:
        store, found = Store(tmp_path), 0
        for turn in range(30):
            name = key(turn % 5)
            data = bytes([turn % 5]) * 20_000
            made = _made(data, store, name) if (number + turn) % 2 else store.get(name)
            if made is not None:
                found += made.path.read_bytes() == data and store.get(name) == made
                assert made.path.read_bytes() == data
        return found

    with ThreadPoolExecutor(8) as pool:
        assert sum(pool.map(one, range(8))) >= 120


def _aged(made: Stored, seconds: float) -> None:
    then = time.time() - seconds
    for path in (made.path, made.path.with_suffix(SUM)):
        os.utime(path, (then, then))


def test_what_was_not_used_for_longest_goes_first(tmp_path: Path) -> None:
    store = Store(tmp_path)
    made = [_made(bytes(600_000), store, key(number)) for number in range(4)]
    for number, one in enumerate(made):
        _aged(one, IN_USE * (10 - number))
    assert store.get(key(0)), "using it makes it young"
    assert tidy(tmp_path, 2) > 600_000
    assert [number for number in range(4) if store.get(key(number))] == [0, 2, 3]
    assert tidy(tmp_path, 2) == 0


def test_what_is_in_use_stays_however_much_it_is(tmp_path: Path) -> None:
    store = Store(tmp_path)
    _made(bytes(10), store)
    old = _made(bytes(20), store, key("long build"))
    _aged(old, IN_USE * 3)
    assert tidy(tmp_path, 0, since=time.time() - IN_USE * 4) == 0
    assert tidy(tmp_path, 0) > 20
    assert store.get(NAME)
    assert store.get(key("long build")) is None


def test_what_a_killed_process_left_is_cleared(tmp_path: Path) -> None:
    shelf = _made(b"film", Store(tmp_path)).path.parent
    for place in (shelf, shelf.parent):
        (place / f"{NEW}dead").mkdir()
        (place / f"{NEW}dead" / "made").write_bytes(b"half")
        then = time.time() - 2 * ABANDONED
        os.utime(place / f"{NEW}dead", (then, then))
        (place / f"{NEW}alive").mkdir()
    tidy(tmp_path, 100)
    left = {path.name for path in tmp_path.rglob(f"{NEW}*")}
    assert left == {f"{NEW}alive"}


def test_a_store_of_another_version_is_kept_apart_and_tidied(tmp_path: Path) -> None:
    store = Store(tmp_path)
    made = _made(b"film", store)
    other = tmp_path / "99" / made.path.parent.name
    other.mkdir(parents=True)
    (other / made.path.name).write_bytes(b"another way")
    then = time.time() - 2 * IN_USE
    os.utime(other / made.path.name, (then, then))
    assert store.get(NAME) == made
    assert tidy(tmp_path, 0) == len(b"another way")
    assert tidy(tmp_path / "none", 0) == 0
