"""`audio`: what is heard, when, by whom; read back by ffmpeg and by a reader of WebVTT."""

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PIL import Image
from tests.projects import lesson

import lessonkit
from lessonkit.base.errors import SettingsError
from lessonkit.media import ffmpeg, loudness
from lessonkit.plan.script import Cue
from lessonkit.render.listening import captions, transcript

FRONT = """\
---
id: {id}
title: Mã OTP
lang: vi
minutes: 1
---
"""
BODY = """
## Giữ mã {#giu}

Đừng đọc mã OTP cho ai. Mã chỉ để bạn tự nhập.

## Nhớ lại {#nho}

Ba số cuối là mã.
"""
ITUNES = "{http://www.itunes.com/dtds/podcast-1.0.dtd}"
PODCAST = "{https://podcastindex.org/namespace/1.0}"
_TIME = r"(\d+):(\d\d):(\d\d\.\d{3})"
CUE = re.compile(rf"^(\S+)\n{_TIME} --> {_TIME}\n(.+(?:\n.+)*)", re.MULTILINE)


def built(folder: Path, body: str = BODY, settings: str = "", name: str = "thu") -> dict[str, Path]:
    """The files of the lesson by what stands behind its id."""
    module = folder / "modules" / name
    module.mkdir(parents=True, exist_ok=True)
    (folder / "lessonkit.toml").write_text(settings, "utf-8")
    (module / "module.md").write_text(FRONT.format(id=name) + body, "utf-8")
    (outcome,) = lessonkit.build([module], out=folder / "build", outputs=["audio"])
    assert not outcome.failed, outcome
    return {
        path.name.removeprefix(f"{name}."): path for path in (folder / "build" / name).iterdir()
    }


def seconds(path: Path) -> float:
    """How long it plays."""
    found = re.search(r"Duration: (\d+):(\d\d):(\d\d\.\d+)", ffmpeg.said("-i", path))
    assert found is not None
    return _seconds(found.groups())


def _seconds(parts: tuple[str, ...]) -> float:
    return int(parts[0]) * 3600 + int(parts[1]) * 60 + float(parts[2])


def cues(path: Path) -> list[tuple[str, float, float, str]]:
    """Id, start, end and words of each cue."""
    text = path.read_text("utf-8")
    assert text.startswith("WEBVTT\n")
    return [
        (one[1], _seconds(one.groups()[1:4]), _seconds(one.groups()[4:7]), one[8])
        for one in CUE.finditer(text)
    ]


@pytest.fixture(scope="module")
def heard(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The lesson, read by a voice."""
    return built(tmp_path_factory.mktemp("heard"))


def test_a_lesson_is_heard(heard: dict[str, Path]) -> None:
    made = heard
    assert sorted(made) == ["chapters.json", "mp3", "opus", "txt", "vtt"]
    told = ffmpeg.said("-i", made["mp3"])
    assert "title           : Mã OTP" in told
    assert told.count("Chapter #") == 4
    assert "Giọng đọc máy" in told
    for name in ("mp3", "opus"):
        assert abs(loudness.measured(made[name]) + 16) < 1
    found = cues(made["vtt"])
    assert [one[0] for one in found if one[0].startswith("giu")] == ["giu.1", "giu.2", "giu.3"]
    assert all(start < end for _, start, end, _ in found)
    assert [one[1] for one in found] == sorted(one[1] for one in found)
    assert 0 < seconds(made["opus"]) - found[-1][2] < 2
    assert abs(seconds(made["mp3"]) - seconds(made["opus"])) < 0.1
    text = made["txt"].read_text("utf-8")
    assert "Đừng đọc mã OTP cho ai. Mã chỉ để bạn tự nhập." in text
    assert "bản nháp" in text


def test_the_same_lesson_gives_the_same_bytes_and_one_sentence_is_said_anew(
    heard: dict[str, Path], tmp_path: Path
) -> None:
    for name, path in built(tmp_path / "a").items():
        assert path.read_bytes() == heard[name].read_bytes(), name
    store = tmp_path / "a" / "build" / ".store"
    before = {path for path in store.rglob("*") if path.is_file()}
    built(tmp_path / "a", BODY.replace("Ba số cuối", "Sáu số cuối"))
    new = {path for path in store.rglob("*") if path.is_file()} - before
    # A sentence, its chapter, the whole and its two forms, each with its sum.
    assert len(new) == 2 * 5


def test_a_voice_that_is_not_there_is_named_with_a_near_one(tmp_path: Path) -> None:
    for name, near in (("espaek", "espeak"), ("espeak:vi-vn-x-sout", "espeak:vi-vn-x-south")):
        with pytest.raises(SettingsError, match=f"{near}”"):
            built(tmp_path, settings=f'[audio.voices]\nvi = "{name}"\n')


def test_a_recording_stands_for_the_words_of_its_section(tmp_path: Path) -> None:
    media = tmp_path / "modules" / "thu" / "media"
    media.mkdir(parents=True)
    hum = (
        "sine=220:d=1.5[a];sine=220:d=0.5,volume=0[b];sine=220:d=1.5[c];[a][b][c]concat=n=3:v=0:a=1"
    )
    ffmpeg.run("-v", "error", "-f", "lavfi", "-i", hum, media / "giong.wav")
    words = "Đừng đọc mã cho ai. Mã chỉ để bạn nhập."
    block = f":::{{narration}} media/giong.wav\n:start: 0.5\n{words}\n:::\n"
    ask = "\n:::{practice} Làm thử\n:id: lam\n\nNhập mã một lần.\n:::\n"
    made = built(tmp_path, BODY.replace("Đừng đọc", f"{block}{ask}\nĐừng đọc"))
    found = {name: (start, end) for name, start, end, _ in cues(made["vtt"])}
    begin = found["giu.1"][0]
    assert abs(found["giu.3"][1] - begin - 3.0) < 0.01, "title and words are in the recording"
    assert found["giu.4"][0] > begin + 4, "the task is read behind it"
    assert "ước chừng" in made["vtt"].read_text("utf-8"), "a hum says nothing of what is written"
    settings = '[build]\ninclude = ["audio"]\n[epub]\nnarration = true\n'
    (tmp_path / "lessonkit.toml").write_text(settings, "utf-8")
    for kinds in (["html"], ["epub"], ["audio", "html", "epub"]):
        (outcome,) = lessonkit.build([media.parent], out=tmp_path / "build", outputs=kinds)
        told = [one for one in outcome.diagnostics if one.code == "LK741"]
        assert [one.span.start.line for one in told] == [10], "whatever holds it says so, once"
    cut = tmp_path / "cut.wav"
    ffmpeg.run("-v", "error", "-ss", f"{begin}", "-t", "3", "-i", made["opus"], cut)
    assert abs(loudness.measured(cut) + 16) < 1.5


def test_a_recording_that_is_broken_is_told_at_its_place(tmp_path: Path) -> None:
    media = tmp_path / "modules" / "thu" / "media"
    media.mkdir(parents=True)
    (media / "giong.mp3").write_bytes(b"ID3\3\0\0\0\0\0\0" + bytes(4000))
    (tmp_path / "lessonkit.toml").write_text("", "utf-8")
    text = FRONT.format(id="thu") + "\n## Một\n\n:::{narration} media/giong.mp3\nLời.\n:::\n"
    (media.parent / "module.md").write_text(text, "utf-8")
    (outcome,) = lessonkit.build([media.parent], out=tmp_path / "build", outputs=["audio"])
    found = [one for one in outcome.diagnostics if one.code == "LK735"]
    assert [one.span.start.line for one in found] == [10]
    assert outcome.failed


def test_captions_fit_two_lines_and_lose_no_word() -> None:
    words = "Bạn đừng bao giờ đọc mã OTP cho người lạ, kể cả khi họ xưng là công an. " * 3
    text = captions([("a.1", 0.0, 12.0, words), ("a.2", 12.0, 13.0, "x" * 60 + " -->")], ["Nháp"])
    found = [one[8] for one in CUE.finditer(text)]
    assert all(len(one.split("\n")) <= 2 for one in found)
    assert all(len(line) <= 42 for one in found[:-1] for line in one.split("\n"))
    assert " ".join(" ".join(found[:-1]).split()) == words.strip()
    assert "--&gt;" in text.splitlines()[-1]


def test_a_programme_is_a_podcast(tmp_path: Path) -> None:
    modules = tmp_path / "modules"
    for name in ("a", "b"):
        (modules / name).mkdir(parents=True)
        (modules / name / "module.md").write_text(lesson(name), "utf-8")
    program = "title: Nghe & học\nsummary: Hai bài.\naudience: nguoi-dan\nmodules: [b, a]\n"
    (modules / "ct.program.yaml").write_text(program, "utf-8")
    (tmp_path / "lessonkit.toml").write_text('[build]\nsite = "https://bai.vn/hoc/"\n', "utf-8")
    outcomes = lessonkit.build([tmp_path], out=tmp_path / "build", outputs=["audio", "cover"])
    assert not any(one.failed for one in outcomes), outcomes
    folder = tmp_path / "build" / "ct"
    (channel,) = ElementTree.parse(folder / "podcast.xml").getroot()
    assert channel.findtext("title") == "Nghe & học"
    assert channel.findtext("link") == "https://bai.vn/hoc/ct/index.html"
    assert "podcast.xml" in (folder / "README.txt").read_text("utf-8")
    items = channel.findall("item")
    assert [one.findtext("title") for one in items] == ["Bài b", "Bài a"]
    assert len({one.findtext("guid") for one in items}) == 2
    for name, item in zip("ba", items, strict=True):
        sound = item.find("enclosure")
        assert sound is not None
        assert sound.get("url") == f"https://bai.vn/hoc/ct/modules/{name}/{name}.mp3"
        path = folder / "modules" / name / f"{name}.mp3"
        assert sound.get("length") == str(path.stat().st_size)
        said = item.findtext(f"{ITUNES}duration", "")
        assert abs(int(said) - seconds(path)) < 1
        beside = {one.get("type") for one in item if one.tag.startswith(PODCAST)} - {"image/png"}
        assert beside == {"text/vtt", "text/plain", "application/json+chapters"}
        assert "bản nháp" in item.findtext("description", "")
    stems = ["ct", "modules/b/b", "modules/a/a"]
    for stem, told in zip(stems, [channel, *items], strict=True):
        art = [told.find(f"{ITUNES}image"), *told.findall(f"{PODCAST}image")]
        shown = [one.get("href", "") for one in art if one is not None]
        names = [f"{stem}.{name}.png" for name in ("square", "square", "cover")]
        assert shown == [f"https://bai.vn/hoc/ct/{one}" for one in names]
        assert all((folder / one).is_file() for one in names)
    assert channel.findtext("image/url") == "https://bai.vn/hoc/ct/ct.square.png"
    with Image.open(folder / "ct.square.png") as square:
        assert (square.size, square.mode) == ((3000, 3000), "RGB")
    lessonkit.build([tmp_path], out=tmp_path / "build", outputs=["audio"], profile="kolibri")
    (channel,) = ElementTree.parse(tmp_path / "build/ct--kolibri/podcast.xml").getroot()
    heard = [one.get("url", "") for one in channel.iter("enclosure")]
    assert [one.rpartition("/")[2] for one in heard] == ["b--kolibri.mp3", "a--kolibri.mp3"]


def test_in_the_words_each_option_stands_on_a_line() -> None:
    told = (("Hỏi.", 0, 0.3), ("Một câu.", 0, 0.6), ("A: Có", 0, 0.6), ("B: Không", 0, 4.0))
    cues = [
        Cue(f"a.{n}", place, text, text, "vi", 1.0, pause)
        for n, (text, place, pause) in enumerate((*told, ("Đáp án: B", 0, 0.6), ("Hết.", 1, 1.2)))
    ]
    text = transcript("Tên", [("Phần", cues)])
    assert text.endswith("Phần\n\nHỏi. Một câu.\nA: Có\nB: Không\n\nĐáp án: B\n\nHết.\n")
