"""Artefacts on disk: the same bytes everywhere, whole, in the place of what may be replaced."""

import errno
import json
import os
import resource
import stat
import subprocess
import sys
import time
import zipfile
from pathlib import Path, PurePosixPath
from typing import Literal

import pytest

from lessonkit.base.atomic import WriteError, replace_file, replace_folder, replacing
from lessonkit.base.files import Bundle, File
from lessonkit.base.leftovers import beside, held, recover
from lessonkit.pack import pack

Shape = Literal["folder", "zip", "file"]
SHAPES: tuple[Shape, ...] = ("folder", "zip", "file")
FILES = {
    "index.html": "<p>Xin chào</p>".encode() * 100,
    "imsmanifest.xml": b"<manifest/>",
    "media/Đọc.png": bytes(range(256)) * 9,
    "media/a.WEBP": b"\0" * 3000,
    "empty.txt": b"",
}


def bundle(files: dict[str, bytes] | None = None) -> Bundle:
    chosen = FILES if files is None else files
    return Bundle(File(PurePosixPath(name), data) for name, data in chosen.items())


def one(data: bytes = b"xin") -> Bundle:
    return bundle({"index.html": data})


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_zip(tmp_path: Path) -> None:
    target = tmp_path / "out" / "a.zip"
    size = pack(bundle(), target, "zip", epoch=1_700_000_001, first=("imsmanifest.xml",))
    assert size == target.stat().st_size
    with zipfile.ZipFile(target) as archive:
        assert archive.testzip() is None
        entries = archive.infolist()
        names = ["imsmanifest.xml", "empty.txt", "index.html", "media/a.WEBP", "media/Đọc.png"]
        assert [entry.filename for entry in entries] == names
        for entry in entries:
            assert archive.read(entry) == FILES[entry.filename]
            assert entry.date_time == (2023, 11, 14, 22, 13, 20)
            assert entry.create_system == 3
            assert entry.external_attr == (stat.S_IFREG | 0o644) << 16
            assert bool(entry.flag_bits & 0x800) is (not entry.filename.isascii())
            assert (entry.extra, entry.comment, entry.flag_bits & 0x8) == (b"", b"", 0)
            dense = entry.filename.lower().endswith(("png", "webp", "empty.txt"))
            expected = zipfile.ZIP_STORED if dense else zipfile.ZIP_DEFLATED
            assert entry.compress_type == expected


@pytest.mark.parametrize(
    ("epoch", "year"), [(0, 1980), (-5, 1980), (315_532_800, 1980), (10**11, 2107)]
)
def test_times_that_a_zip_cannot_say(tmp_path: Path, epoch: int, year: int) -> None:
    pack(one(), tmp_path / "a.zip", "zip", epoch=epoch)
    with zipfile.ZipFile(tmp_path / "a.zip") as archive:
        assert archive.infolist()[0].date_time[0] == year


def test_folder_holds_what_is_new_and_nothing_else(tmp_path: Path) -> None:
    target = tmp_path / "html"
    pack(bundle({"old/deep/a.html": b"1", "b.html": b"1"}), target, "folder")
    assert pack(bundle(), target, "folder") == sum(map(len, FILES.values()))
    found = {
        path.relative_to(target).as_posix(): path.read_bytes()
        for path in target.rglob("*")
        if path.is_file()
    }
    assert found == FILES
    assert list(tmp_path.iterdir()) == [target]


def test_a_file_that_stays_the_same_in_a_folder_that_changes_keeps_its_time(
    tmp_path: Path,
) -> None:
    def filled(page: bytes) -> Bundle:
        names = {"index.html": page, "media/a.png": b"same"}
        return Bundle(tuple(File(PurePosixPath(name), data) for name, data in names.items()))

    folder = tmp_path / "a"
    pack(filled(b"old"), folder, "folder")
    for path in ("index.html", "media/a.png"):
        os.utime(folder / path, (0, 1_000))
    pack(filled(b"new"), folder, "folder")
    assert (folder / "media" / "a.png").stat().st_mtime == 1_000
    assert (folder / "index.html").stat().st_mtime > 1_000
    assert (folder / "index.html").read_bytes() == b"new"


def test_file(tmp_path: Path) -> None:
    assert pack(one(), tmp_path / "a.html", "file") == 3
    assert (tmp_path / "a.html").read_bytes() == b"xin"
    with pytest.raises(ValueError, match="unpack"):
        pack(bundle(), tmp_path / "a.html", "file")
    with pytest.raises(ValueError, match=r"tincan\.xml"):
        pack(one(), tmp_path / "a.zip", "zip", first=("tincan.xml",))
    assert [path.name for path in tmp_path.iterdir()] == ["a.html"]


BUILD = """
import hashlib, json, sys
from pathlib import Path, PurePosixPath
from lessonkit.base.files import Bundle, File
from lessonkit.base.slug import unique_names
from lessonkit.media.svg import clean
from lessonkit.pack import pack
names = {"media/Đọc.svg", "media/Đục.svg", "media/doc.svg", "media/日本.svg"}
files = [File(PurePosixPath("Đọc", name), repr(names and sorted(names)).encode() * 50)
         for name in unique_names(names).values()]
files.append(File(PurePosixPath("a.svg"), clean(
    b'<svg xmlns="http://www.w3.org/2000/svg"><g style="a:b;fill:red" id="x"/></svg>').data))
out = Path(sys.argv[1])
pack(Bundle(files), out / "a.zip", "zip", epoch=1700000000)
pack(Bundle(files), out / "html", "folder")
paths = sorted(path for path in out.rglob("*"))
print(json.dumps([[path.relative_to(out).as_posix(), oct(path.stat().st_mode),
    hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else ""] for path in paths]))
"""


KEPT = ("PATH", "PYTHONPATH", "SYSTEMROOT")


def built(out: Path, umask: int, environment: dict[str, str]) -> object:
    out.parent.mkdir(parents=True)
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", BUILD, str(out)],
        env={name: os.environ[name] for name in KEPT if name in os.environ} | environment,
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
        umask=umask,
    )
    return json.loads(done.stdout)


@pytest.mark.skipif(os.name == "nt", reason="umask of Unix")
def test_the_same_bytes_and_modes_on_every_machine(tmp_path: Path) -> None:
    first = built(
        tmp_path / "one" / "out", 0o022, {"TZ": "UTC", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "1"}
    )
    others = (
        built(tmp_path / "two" / "ra", 0o077, {"TZ": "Asia/Ho_Chi_Minh", "PYTHONHASHSEED": "2"}),
        built(tmp_path / "đẹp" / "o", 0o000, {"TZ": "America/St_Johns", "LC_ALL": "C"}),
        built(tmp_path / "x" / "y", 0o277, {"TZ": "Pacific/Kiritimati", "LC_ALL": "tr_TR.UTF-8"}),
    )
    assert first
    assert all(other == first for other in others)


@pytest.mark.skipif(os.name == "nt", reason="links of Unix")
@pytest.mark.parametrize("shape", SHAPES)
def test_a_link_is_not_replaced(tmp_path: Path, shape: Shape) -> None:
    elsewhere = tmp_path / "elsewhere"
    if shape == "folder":
        elsewhere.mkdir()
    else:
        elsewhere.write_text("old")
    (tmp_path / "a").symlink_to(elsewhere)
    with pytest.raises(WriteError, match="link") as caught:
        pack(one(), tmp_path / "a", shape)
    assert caught.value.reason == "is-link"
    assert (tmp_path / "a").is_symlink()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a", "elsewhere"]


@pytest.mark.parametrize("shape", SHAPES)
def test_another_kind_of_thing_is_not_replaced(tmp_path: Path, shape: Shape) -> None:
    if shape == "folder":
        (tmp_path / "a").write_text("mine")
    else:
        (tmp_path / "a" / "mine").mkdir(parents=True)
    with pytest.raises(WriteError) as caught:
        pack(one(), tmp_path / "a", shape)
    assert caught.value.reason == ("is-file" if shape == "folder" else "is-folder")
    assert [path.name for path in tmp_path.iterdir()] == ["a"]


@pytest.mark.parametrize("shape", SHAPES)
def test_a_file_on_the_way(tmp_path: Path, shape: Shape) -> None:
    (tmp_path / "out").write_text("mine")
    with pytest.raises(WriteError) as caught:
        pack(one(), tmp_path / "out" / "in" / "a", shape)
    assert caught.value.reason == "is-file"
    assert (tmp_path / "out").read_text() == "mine"


@pytest.mark.parametrize("shape", SHAPES)
def test_a_name_too_long(tmp_path: Path, shape: Shape) -> None:
    with pytest.raises(WriteError) as caught:
        pack(one(), tmp_path / ("a" * 300), shape)
    assert caught.value.reason == "name-too-long"
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may write everywhere")
@pytest.mark.parametrize("shape", SHAPES)
def test_no_permission(tmp_path: Path, shape: Shape) -> None:
    tmp_path.chmod(0o555)
    with pytest.raises(WriteError) as caught:
        pack(one(), tmp_path / "a", shape)
    tmp_path.chmod(0o755)
    assert caught.value.reason == "no-permission"


FILL = """
import sys
from pathlib import Path
from lessonkit.base.files import Bundle, File
from lessonkit.base.atomic import WriteError
from lessonkit.pack import pack
try:
    pack(Bundle([File(Path("a.png"), b"x" * 1_000_000)]), Path(sys.argv[1]), sys.argv[2])
except WriteError as error:
    print(error.reason)
"""


@pytest.mark.skipif(os.name == "nt", reason="limits of Unix")
@pytest.mark.parametrize("shape", SHAPES)
def test_no_room_in_the_middle_of_a_file(tmp_path: Path, shape: Shape) -> None:
    """A limit on the size of files stops the same call that a full disk does, half-way."""
    target = tmp_path / "a"
    pack(one(b"old"), target, shape)
    done = subprocess.run(
        [sys.executable, "-c", FILL, str(target), shape],
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (65_536, 65_536)),
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    assert done.stdout.strip() == "disk-full"
    assert list(tmp_path.iterdir()) == [target]
    expected = {"folder": target / "index.html", "file": target}.get(shape)
    assert expected is None or expected.read_bytes() == b"old"
    assert shape != "zip" or zipfile.ZipFile(target).read("index.html") == b"old"


def test_permissions_may_be_kept(tmp_path: Path) -> None:
    target = tmp_path / "a.md"
    target.write_text("old")
    target.chmod(0o640)
    replace_file(target, b"new", mode=None)
    assert (target.read_bytes(), mode(target)) == (b"new", 0o640)
    replace_file(target, b"newer")
    assert mode(target) == 0o644
    replace_file(tmp_path / "b.md", b"new", mode=None)
    assert mode(tmp_path / "b.md") == 0o644


def test_what_the_caller_raises_comes_through(tmp_path: Path) -> None:
    def fail() -> None:
        with replacing(tmp_path / "a") as file:
            file.write(b"half")
            raise KeyError("a fault of the caller")

    def fail_in_folder(folder: Path) -> None:
        (folder / "half").write_text("x")
        raise KeyError("a fault of the caller")

    for act in (fail, lambda: replace_folder(tmp_path / "a", fail_in_folder)):
        with pytest.raises(KeyError):
            act()
        assert list(tmp_path.iterdir()) == []


def left(folder: Path, name: str, *, is_folder: bool, age: float = 3600) -> Path:
    path = folder / name
    if is_folder:
        path.mkdir()
        (path / "a").write_text(name)
    else:
        path.write_text(name)
    then = time.time() - age
    os.utime(path, (then, then))
    return path


@pytest.mark.parametrize("is_folder", [True, False])
def test_recover(tmp_path: Path, *, is_folder: bool) -> None:
    def make(name: str) -> Path:
        return left(tmp_path, name, is_folder=is_folder)

    for name in (".a.lk-old-1", ".a.lk-new-1", ".b.lk-old-1", ".b.lk-new-99999999999", "b"):
        make(name)
    mine = make(".c.lk-news-1"), make("d.lk-new-1"), make(".lk-new-1"), make(".e.lk-new-x")
    recover(tmp_path)
    kept = {"a", "b", *(path.name for path in mine)}
    assert {path.name for path in tmp_path.iterdir()} == kept
    inside = tmp_path / "a" / "a" if is_folder else tmp_path / "a"
    assert inside.read_text() == ".a.lk-old-1"
    recover(tmp_path / "nowhere")


WAIT = """
import sys
from pathlib import Path
from lessonkit.base.atomic import replacing
with replacing(Path(sys.argv[1])) as file:
    file.write(b"slow")
    print("ready", flush=True)
    sys.stdin.read()
"""


@pytest.mark.skipif(os.name == "nt", reason="locks of Unix")
def test_what_another_process_is_writing_stays(tmp_path: Path) -> None:
    target = tmp_path / "a"
    command = [sys.executable, "-c", WAIT, str(target)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"ready\n"
        (waiting,) = tmp_path.iterdir()
        os.utime(waiting, (0, 0))
        recover(tmp_path)
        assert waiting.exists()
        replace_file(target, b"fast")
        process.communicate()
    assert target.read_bytes() == b"slow", "the last one to finish wins, whole"
    assert list(tmp_path.iterdir()) == [target]


def test_a_left_over_of_the_same_number_is_no_hindrance(tmp_path: Path) -> None:
    """In a container every run may have the same process number."""
    for kind in ("new", "old"):
        path = beside(tmp_path / "html", "new" if kind == "new" else "old")
        path.mkdir()
        (path / "half.html").write_text("half")
    pack(one(), tmp_path / "html", "folder")
    assert [path.name for path in tmp_path.iterdir()] == ["html"]
    assert [path.name for path in (tmp_path / "html").iterdir()] == ["index.html"]


def test_held_twice_is_no_fault(tmp_path: Path) -> None:
    with held(tmp_path), held(tmp_path), held(tmp_path / "nothing"):
        pass


def test_what_cannot_be_cleared_is_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stuck = left(tmp_path, ".a.lk-new-1", is_folder=False)

    def refuse(path: Path, *, missing_ok: bool = False) -> None:
        raise PermissionError(13, "in use", str(path))

    monkeypatch.setattr(Path, "unlink", refuse)
    recover(tmp_path)
    assert stuck.exists()


@pytest.mark.parametrize(
    ("number", "reason"),
    [
        (errno.ENOSPC, "disk-full"),
        (errno.EDQUOT, "disk-full"),
        (errno.EROFS, "read-only"),
        (errno.EACCES, "no-permission"),
        (errno.EIO, "other"),
        (None, "other"),
    ],
)
def test_every_refusal_of_the_system_has_words(number: int | None, reason: str) -> None:
    error = OSError("odd") if number is None else OSError(number, os.strerror(number))
    fault = WriteError.of(Path("a.zip"), error)
    assert fault.reason == reason
    assert str(fault).startswith("a.zip: ")
    assert ("(" in str(fault)) is (reason == "other")
    assert fault.exit_code == 1
