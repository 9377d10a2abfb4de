"""`video`: a lesson as a film, read back by ffmpeg; what has not changed is not encoded again."""

import re
import shutil
from itertools import pairwise
from pathlib import Path

import pytest
from PIL import Image

import lessonkit
from lessonkit.media import ffmpeg

FRONT = """\
---
id: thu
title: Mã OTP
lang: vi
minutes: 1
---
"""
BODY = """
## Giữ mã {#giu}

Đừng đọc mã OTP cho ai.

:::{video} media/phim.mp4
:title: Cuộc gọi
:captions: media/phim.vtt
:start: 0.5
:end: 1.1

Một người gọi hỏi mã.
:::

Đó là lừa đảo.

## Nhớ lại {#nho}

Ba số cuối là mã.

:::{teacher}
Đừng đọc câu này.
:::
"""
WORDS = """\
WEBVTT

00:00.600 --> 00:01.000
Cháu đọc mã cho chú.
"""


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A lesson with a clip, built once."""
    folder = tmp_path_factory.mktemp("video")
    media = folder / "modules" / "thu" / "media"
    media.mkdir(parents=True)
    (media / "phim.vtt").write_text(WORDS, "utf-8")
    clip = ("-f", "lavfi", "-i", "color=c=red:s=90x160:r=30:d=2")
    sound = ("-f", "lavfi", "-i", "sine=frequency=440:duration=2")
    ffmpeg.run(*clip, *sound, "-c:v", "libx264", "-pix_fmt", "yuv420p", media / "phim.mp4")
    build(folder, BODY)
    return folder


FADE = "[video]\nfade = 0.2\n"


def build(folder: Path, body: str, settings: str = FADE) -> tuple[set[str], set[str]]:
    """Codes of what is said, and names of what is made; the files are in `build/thu`."""
    (folder / "lessonkit.toml").write_text(settings, "utf-8")
    module = folder / "modules" / "thu"
    (module / "module.md").write_text(FRONT + body, "utf-8")
    (outcome,) = lessonkit.build([module], out=folder / "build", outputs=["video"])
    (variant,) = outcome.variants
    made = {one.path.rpartition("thu.")[2] for one in variant.built}
    return {one.code for one in variant.diagnostics}, made


def films(folder: Path) -> dict[str, Path]:
    """By what stands behind the id."""
    return {path.name.removeprefix("thu."): path for path in (folder / "build/thu").iterdir()}


def kept(folder: Path) -> set[Path]:
    """All MP4 in the store: parts of tracks, tracks and films."""
    files = (path for path in (folder / "build/.store").rglob("*") if path.is_file())
    return {path for path in files if path.read_bytes()[4:8] == b"ftyp"}


def seconds(text: str) -> float:
    hours, minutes, rest = text.split(":")
    return int(hours) * 3600 + int(minutes) * 60 + float(rest)


def length(film: Path) -> float:
    found = re.search(r"Duration: ([\d:.]+)", ffmpeg.said("-i", film))
    assert found
    return seconds(found[1])


def picture(film: Path, second: float) -> Image.Image:
    """What is seen then, as 1280 × 720."""
    raw = ffmpeg.output(
        *("-v", "error", "-ss", f"{second:.2f}", "-i", film, "-frames:v", "1", "-s", "1280x720"),
        *("-f", "rawvideo", "-pix_fmt", "rgb24", "-"),
    )
    return Image.frombytes("RGB", (1280, 720), raw)


def cues(folder: Path) -> dict[str, tuple[float, float, str]]:
    """Start, end and words, by id."""
    text = films(folder)["video.vtt"].read_text("utf-8")
    found = re.findall(r"^(\S+)\n([\d:.]+) --> ([\d:.]+)\n(.+)$", text, re.MULTILINE)
    return {name: (seconds(start), seconds(end), words) for name, start, end, words in found}


def test_the_film_of_a_lesson(root: Path) -> None:
    build(root, BODY)
    made = films(root)
    assert sorted(made) == ["low.mp4", "mp4", "poster.webp", "video.vtt"]
    said = ffmpeg.said("-i", made["mp4"])
    assert "title           : Mã OTP" in said
    assert "1280x720" in said
    assert re.findall(r"^ {8}title +: (.*)$", said, re.M) == [
        "Mã OTP", "Giữ mã", "Nhớ lại", "Kết thúc",
    ]  # fmt: skip
    assert "Giọng đọc máy" in said
    low = ffmpeg.said("-i", made["low.mp4"])
    assert "640x360" in low
    assert abs(length(made["low.mp4"]) - length(made["mp4"])) < 0.05
    assert made["low.mp4"].stat().st_size < length(made["low.mp4"]) / 60 * 1_000_000
    with Image.open(made["poster.webp"]) as poster:
        assert poster.size == (1280, 720)


def test_captions_fit_the_film_and_the_clip(root: Path) -> None:
    build(root, BODY)
    found, end = cues(root), length(films(root)["mp4"])
    spans = list(found.values())
    assert all(start < stop <= end for start, stop, _ in spans)
    assert all(one[1] <= other[0] + 1e-6 for one, other in pairwise(spans))
    assert not any("Đừng đọc câu này" in words for _, _, words in spans)
    assert not any("Một người gọi hỏi mã" in words for _, _, words in spans), "the clip says it"
    assert any("Cuộc gọi" in words for _, _, words in spans)
    (clip,) = [one for one in spans if one[2] == "Cháu đọc mã cho chú."]
    film = films(root)["mp4"]
    seen = picture(film, (clip[0] + clip[1]) / 2)
    assert seen.getpixel((640, 360)) == pytest.approx((254, 0, 0), abs=14)
    assert seen.getpixel((100, 360)) == pytest.approx((253, 252, 249), abs=14)
    low = picture(films(root)["low.mp4"], (clip[0] + clip[1]) / 2)
    assert low.getpixel((640, 360)) == pytest.approx((254, 0, 0), abs=14)


def test_one_sentence_changed_encodes_one_slide_again(root: Path) -> None:
    before = kept(root)
    build(root, BODY.replace("Ba số cuối", "Ba số đầu"))
    new = kept(root) - before
    # Of both forms the slide, the sound and the film; all else stays, the clip too.
    assert len(new) == 6
    build(root, BODY)
    assert kept(root) == before | new


def test_what_is_kept_serves_in_any_folder(root: Path, tmp_path: Path) -> None:
    """That each step gives the same bytes again is shown in `media/test_film.py`."""
    build(root, BODY)
    other = tmp_path / "ở đây"
    shutil.copytree(root, other)
    shutil.rmtree(other / "build/thu")
    build(other, BODY)
    assert {path.relative_to(other) for path in kept(other)} == {
        path.relative_to(root) for path in kept(root)
    }
    mine, others = films(root), films(other)
    assert {name: path.read_bytes() for name, path in mine.items()} == {
        name: path.read_bytes() for name, path in others.items()
    }


def test_words_of_clips_stand_in_the_picture_and_all_others_in_the_track(root: Path) -> None:
    build(root, BODY)
    film, found = films(root)["mp4"], cues(root)
    track = ffmpeg.output("-v", "error", "-i", film, "-map", "0:s", "-f", "webvtt", "-").decode()
    inside = set(re.findall(r"^\d.*-->.*\n(.+)$", track, re.MULTILINE))
    clip = {name for name in found if ".clip-" in name}
    assert inside == {words for name, (_, _, words) in found.items() if name not in clip}
    (start, end, _), first = found[min(clip)], found["giu.2"]
    assert bar(picture(film, (start + end) / 2))
    assert not bar(picture(film, end + 0.3)), "the slide behind it"
    assert not bar(picture(film, round(first[0] * 5) / 5))


def bar(image: Image.Image) -> bool:
    """Whether there are letters on a bar in the foot of the picture."""
    foot = image.crop((520, 600, 760, 694)).getcolors(50_000) or []
    dark = sum(count for count, colour in foot if isinstance(colour, tuple) and max(colour) < 125)
    light = sum(count for count, colour in foot if isinstance(colour, tuple) and min(colour) > 225)
    return dark > 3000 and light > 300


def test_all_words_can_stand_in_the_picture(root: Path) -> None:
    """For messengers; here without the light film."""
    _, made = build(root, BODY, FADE + 'low = false\ncaptions = "drawn"\n')
    assert made == {"mp4", "poster.webp", "video.vtt"}
    film = films(root)["mp4"]
    assert "Subtitle:" not in ffmpeg.said("-i", film), "nobody sees them twice"
    shown = [one for name, one in cues(root).items() if name.startswith(("giu", "nho"))]
    assert len(shown) > 4
    assert all(bar(picture(film, round(start * 5) / 5)) for start, _, _ in shown)


def test_a_clip_that_is_over_before_it_begins_is_told(root: Path) -> None:
    codes, made = build(root, BODY.replace(":start: 0.5\n:end: 1.1", ":start: 7"))
    assert "LK746" in codes
    assert not made
