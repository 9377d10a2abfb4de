"""`lessonkit play` on the command line."""

import re
import signal
import subprocess
import sys
import tomllib
import urllib.request
from pathlib import Path

import pytest
from tests.inspect import packages
from tests.inspect.packages import TWO_SCOS, zipped
from tests.projects import bare, command

import lessonkit
from lessonkit.base import messages

SOURCES = Path(lessonkit.__file__).parent


def catalogue(lang: str) -> dict[str, dict[str, str]]:
    path = SOURCES / "base" / "messages" / f"play.{lang}.toml"
    return tomllib.loads(path.read_text("utf-8"))


def test_catalogues_have_the_same_sentences_with_the_same_arguments() -> None:
    shape = [
        {(table, name, *sorted(re.findall(r"{([\w-]+)", text)))
         for table, sentences in catalogue(lang).items() for name, text in sentences.items()}
        for lang in messages.LANGS
    ]  # fmt: skip
    assert shape[0] == shape[1]


def test_every_sentence_of_a_package_is_used() -> None:
    text = "".join(path.read_text("utf-8") for path in (SOURCES / "inspect").glob("*.py"))
    keys = set(catalogue("vi")["package"]) - {"manifest-elsewhere", "manifest-spelling"}
    assert {key for key in keys if f'"{key}"' not in text} == set()


def test_every_word_of_the_page_is_used() -> None:
    words = catalogue("vi")
    folder = SOURCES / "inspect" / "page"
    page = (folder / "page.html").read_text("utf-8")
    assert set(re.findall(r"\$(\w+)", page)) == {*words["page"], "lang", "title"}
    text = "".join(path.read_text("utf-8") for path in sorted(folder.glob("*.js")))
    made = ("mode-", "pretended-", "served-", "session-", "success-")
    unused = {key for key in words["script"] if f'"{key}"' not in text}
    assert {key for key in unused if not key.startswith(made)} <= {"fault", "note"}


def test_it_serves_until_it_is_stopped(tmp_path: Path) -> None:
    path = zipped(tmp_path / "goi.zip", TWO_SCOS)
    with subprocess.Popen(
        [sys.executable, "-m", "lessonkit", "play", str(path), "--no-browser", "--lang", "en"],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8", env=bare(),
    ) as process:  # fmt: skip
        assert process.stdout is not None
        said = [process.stdout.readline() for _ in range(3)]
        address = said[1].strip()
        assert re.fullmatch(r"http://127\.0\.0\.1:\d+/[\w-]{20,}/", address)
        with urllib.request.urlopen(address, timeout=60) as answer:
            assert "Hai phần" in answer.read().decode()
        process.send_signal(signal.SIGINT)
        rest, wrong = process.communicate(timeout=60)
    assert (process.returncode, wrong) == (0, "")
    assert said[0] == "Playing “Hai phần” (SCORM 1.2). Open\n"
    assert rest == "Stopped.\n"


@pytest.mark.parametrize(
    ("name", "data", "code", "words"),
    [
        ("bai.html", b"<!doctype html>", 2, "là một trang web"),
        ("bai.zip", b"khong phai zip", 2, "không phải là tệp .zip"),
        ("bai.zip", packages.linked(), 1, "liên kết đến một tệp khác"),
        ("bai.zip", packages.packed({"imsmanifest.xml": "<a>"}), 1, "imsmanifest.xml"),
    ],
)
def test_bad_packages_are_told_in_a_sentence(
    name: str, data: bytes, code: int, words: str, tmp_path: Path
) -> None:
    (tmp_path / name).write_bytes(data)
    done = command("play", name, "--no-browser", "--lang", "vi", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (code, "")
    assert words in done.stderr
    assert done.stderr.count("\n") == 1


def test_a_taken_port_and_a_foreign_file_are_told(tmp_path: Path) -> None:
    zipped(tmp_path / "goi.zip", TWO_SCOS)
    (tmp_path / "ghi-chep.json").write_text("{}")
    done = command("play", "goi.zip", "--keep", "ghi-chep.json", "--lang", "en", cwd=tmp_path)
    assert (done.returncode, "will not be overwritten" in done.stderr) == (2, True)
    with packages.taken_port() as port:
        done = command("play", "goi.zip", "--port", str(port), "--lang", "en", cwd=tmp_path)
    assert (done.returncode, f"Port {port} cannot be opened" in done.stderr) == (2, True)
