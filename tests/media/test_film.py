"""Parts of a film, joined: what `ffmpeg -i` reads of it, and what its pictures show."""

import json
import re
import wave
from functools import cache
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

import pytest
from PIL import Image, ImageDraw

from lessonkit.media import ffmpeg
from lessonkit.media.step import Work
from lessonkit.media.steps import step
from lessonkit.read.assets import AssetProblem

BIG = {"width": 320, "height": 180, "crf": 20, "kbps": 0}
PAPER = "#fdfcf9"
COLOURS = ("#0b4360", "#953510", "#0f5c36")


class Room:
    """A folder in which steps are run."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.count = 0

    def make(
        self, kind: str, params: Any = None, texts: Any = None, source: Path | None = None,
        **inputs: Path,
    ) -> Path | AssetProblem:  # fmt: skip
        """What the step wrote, or why it did not; `clip_1` is the input `clip-1`."""
        self.count += 1
        folder = self.folder / str(self.count)
        folder.mkdir()
        named = {name.replace("_", "-"): path for name, path in inputs.items()}
        work = Work("media/phim.mp4", params or {}, texts or {}, source, named)
        why = step(kind).run(work, folder / "made")
        return folder / "made" if why is None else why

    def made(self, kind: str, params: Any = None, texts: Any = None, source: Path | None = None,
             **inputs: Path) -> Path:  # fmt: skip
        """What the step wrote."""
        found = self.make(kind, params, texts, source, **inputs)
        assert isinstance(found, Path), found
        return found


@pytest.fixture
def room(tmp_path: Path) -> Room:
    return Room(tmp_path)


def slide(folder: Path, number: int) -> Path:
    """A picture of one colour with a number of bars."""
    image = Image.new("RGB", (1280, 720), COLOURS[number])
    draw = ImageDraw.Draw(image)
    for at in range(number + 1):
        draw.rectangle((100 + at * 200, 200, 200 + at * 200, 500), fill="white")
    path = folder / f"slide-{number}.png"
    image.save(path)
    return path


def recording(path: Path, seconds: float, rate: int = 8000) -> Path:
    with wave.open(str(path), "wb") as sound:
        sound.setparams((1, 2, rate, 0, "NONE", ""))
        samples = (int(8000 * ((at // 20) % 2 * 2 - 1)) for at in range(round(seconds * rate)))
        sound.writeframes(b"".join(one.to_bytes(2, "little", signed=True) for one in samples))
    return path


@cache
def shot(kind: str) -> Path:
    """A film as a phone may give it, made once."""
    folder = Path(mkdtemp(prefix="phim-"))
    path = folder / ("phim.webm" if kind == "webm" else "phim.mp4")
    size = {"odd": "161x91", "portrait": "90x160"}.get(kind, "160x90")
    picture = ("-f", "lavfi", "-i", f"color=c=red:s={size}:r=30:d=2")
    sound = ("-f", "lavfi", "-i", "sine=frequency=440:duration=2") if kind == "sound" else ()
    codec = ("-c:v", "libvpx") if kind == "webm" else ("-c:v", "libx264", "-preset", "ultrafast")
    form = ("-pix_fmt", "yuv444p" if kind == "odd" else "yuv420p")
    uneven = ("-vf", "select='lt(n,10)+not(mod(n,7))'", "-fps_mode", "vfr")
    ffmpeg.run(*picture, *sound, *(uneven if kind == "uneven" else ()), *codec, *form, path)
    if kind in ("rotated", "cut"):
        other = folder / "khac.mp4"
        turn = ("-display_rotation", "90") if kind == "rotated" else ()
        ffmpeg.run(*turn, "-i", path, "-c", "copy", "-movflags", "+faststart", other)
        path = other
    if kind == "cut":
        path.write_bytes(path.read_bytes()[:-1500])
    return path


def told(film: Path) -> dict[str, Any]:
    """What ffmpeg reads of it."""
    said = ffmpeg.said("-i", film)
    length = re.search(r"Duration: 00:00:(\d+\.\d+)", said)
    assert length, said
    titles = re.findall(r"start (\d+\.\d+), end \d+\.\d+\s+Metadata:\s+title\s+: (.*)", said)
    return {
        "seconds": float(length[1]),
        "tracks": re.findall(r"Stream #0:\d\S*?\((\w+)\): (Video|Audio|Subtitle): (\w+)", said),
        "size": re.findall(r" (\d+x\d+) \[SAR 1:1 DAR 16:9\]", said),
        "chapters": [(float(start), title.strip()) for start, title in titles],
        "title": re.findall(r"^ {4}title\s+: (.*)", said, re.MULTILINE),
    }


def picture(film: Path, second: float) -> Image.Image:
    """What is seen then."""
    size = told(film)["size"][0].split("x")
    raw = ffmpeg.output(
        *("-v", "error", "-ss", str(second), "-i", film, "-frames:v", "1"),
        *("-f", "rawvideo", "-pix_fmt", "rgb24", "-"),
    )
    return Image.frombytes("RGB", (int(size[0]), int(size[1])), raw)


def near(image: Image.Image, at: tuple[int, int], colour: str) -> bool:
    """Whether a point has that colour, but for what encoding does to it."""
    wanted = Image.new("RGB", (1, 1), colour).getpixel((0, 0))
    seen = image.getpixel(at)
    assert isinstance(wanted, tuple)
    assert isinstance(seen, tuple)
    return all(abs(one - other) < 14 for one, other in zip(wanted, seen, strict=True))


def clip(room: Room, kind: str, start: float = 0, end: float = 0) -> tuple[int, Path, Path]:
    """Frames, pictures and sound of a part of a film."""
    source = shot(kind)
    told = room.made("film-clip-facts", {"start": start, "end": end}, source=source)
    facts = json.loads(told.read_text("utf-8"))
    form = {"width": 320, "height": 180, "colour": PAPER}
    part = {"start": start, "frames": facts["frames"]}
    pictures = room.made("film-clip", {**part, **form}, source=source)
    heard = {**part, "rate": 8000, "fade": 0.4, "sound": int(facts["sound"])}
    return facts["frames"], pictures, room.made("film-clip-sound", heard, source=source)


def film(room: Room) -> Path:
    """Slide, clip and slide, with words and chapters."""
    first, last = slide(room.folder, 0), slide(room.folder, 1)
    parts = [room.made("film-segment", {**BIG, "frames": frames}, frame=frame)
             for frames, frame in ((10, first), (15, last))]  # fmt: skip
    frames, pictures, sound = clip(room, "sound", 0.5, 1.7)
    motion = room.made("film-motion", {**BIG, "fade": 2}, {"frames": f"[{frames}]"},
                       clip_1=pictures, before=first, after=last)  # fmt: skip
    voice = recording(room.folder / "voice.wav", 1.9)
    heard = [["voice", 0, 1.9, 10], ["clip", 0, 1.2, frames], ["", 0, 0, 5], ["voice", 0, 2, 10]]
    track = room.made("film-track", {"rate": 8000, "kbps": 24},
                      {"parts": json.dumps(heard)}, voice=voice, clip=sound)  # fmt: skip
    facts = {
        "parts": [["part-1", 10], ["part-2", frames], ["part-3", 15]], "lang": "vi",
        "captions": "Phụ đề", "chapters": [[0, "Mở đầu"], [3.2, "Một; hai = ba"]],
        "tags": [["title", "Nhận biết lừa đảo"], ["comment", "Giọng nháp"]],
    }  # fmt: skip
    words = "WEBVTT\n\na.1\n00:00:00.100 --> 00:00:01.800\nXin chào các bạn\n"
    texts = {"film": json.dumps(facts), "captions": words}
    return room.made("film", {}, texts, part_1=parts[0], part_2=motion, part_3=parts[1],
                     sound=track)  # fmt: skip


def test_a_film_of_slides_and_a_clip(room: Room, tmp_path: Path) -> None:
    made = film(room)
    found = told(made)
    assert found["seconds"] == pytest.approx(6.2, abs=0.03)
    assert found["size"] == ["320x180"]
    assert found["title"] == ["Nhận biết lừa đảo"]
    assert found["tracks"] == [
        ("und", "Video", "h264"), ("vie", "Audio", "aac"), ("vie", "Subtitle", "mov_text"),
    ]  # fmt: skip
    assert found["chapters"] == [(0.0, "Mở đầu"), (3.2, "Một; hai = ba")]
    words = ffmpeg.output("-v", "error", "-i", made, "-map", "0:s", "-f", "webvtt", "-").decode()
    assert "00:00.100 --> 00:01.800\nXin chào các bạn" in words
    assert made.read_bytes().index(b"moov") < made.read_bytes().index(b"mdat")
    assert near(picture(made, 0.0), (5, 5), COLOURS[0])
    assert near(picture(made, 1.9), (5, 5), COLOURS[0])
    assert near(picture(made, 2.6), (160, 90), "#fe0000")
    assert near(picture(made, 3.25), (5, 5), COLOURS[1])
    assert near(picture(made, 5.9), (35, 90), "white")
    half = picture(made, 2.16).getpixel((5, 5))
    assert isinstance(half, tuple)
    assert 60 < half[0] < 200, "in the middle of a fade both are seen"
    other = Room(tmp_path / "other")
    other.folder.mkdir()
    assert film(other).read_bytes() == made.read_bytes()


@pytest.mark.parametrize("kind", ["odd", "portrait", "rotated", "uneven", "webm"])
def test_any_clip_becomes_upright_and_stands_on_paper(room: Room, kind: str) -> None:
    frames, pictures, sound = clip(room, kind, 0.4)
    assert frames in (7, 8)
    found = told(pictures)
    assert found["size"] == ["320x180"]
    assert found["seconds"] == pytest.approx(frames / 5, abs=0.01)
    seen = picture(pictures, 1.0)
    assert near(seen, (160, 90), "#fe0000")
    narrow = kind in ("portrait", "rotated")
    assert near(seen, (40, 90), PAPER if narrow else "#fe0000")
    with wave.open(str(sound), "rb") as heard:
        assert heard.getnframes() == frames * 8000 // 5
        assert not any(heard.readframes(heard.getnframes())), "no sound is silence"


@pytest.mark.parametrize("light", ["arib-std-b67:0xbfbfbf", "smpte2084:0x949494"])
def test_hdr_is_as_bright_as_all_else(room: Room, light: str) -> None:
    """Paper white, which is three quarters of the signal in HLG and 58 % in PQ: ITU-R BT.2408."""
    transfer, grey = light.split(":")
    source = room.folder / "hdr.mp4"
    tagged = f"setparams=range=tv:color_primaries=bt2020:color_trc={transfer}:colorspace=bt2020nc"
    picture_of = ("-f", "lavfi", "-i", f"color=c={grey}:s=160x90:r=25:d=1", "-vf", tagged)
    ffmpeg.run(*picture_of, "-c:v", "libx264", "-pix_fmt", "yuv420p10le", source)
    part = {"start": 0, "frames": 5, "width": 320, "height": 180, "colour": PAPER}
    assert near(picture(room.made("film-clip", part, source=source), 0.5), (160, 90), "#f0f0f0")


@pytest.mark.parametrize(
    ("kind", "part", "code"),
    [("cut", (0, 0), "LK745"), ("sound", (5, 0), "LK746"), ("sound", (1.95, 1.99), "LK746")],
)
def test_a_clip_that_cannot_be_used_is_told(
    room: Room, kind: str, part: tuple[float, float], code: str
) -> None:
    params = {"start": part[0], "end": part[1]}
    found = room.make("film-clip-facts", params, source=shot(kind))
    assert isinstance(found, AssetProblem)
    assert (found.code, found.args["name"]) == (code, "media/phim.mp4")


def test_what_is_no_film_is_told(room: Room) -> None:
    sound, noise = recording(room.folder / "a.mp4", 1), room.folder / "b.mp4"
    noise.write_bytes(b"\0\0\0\x18ftypisom" + bytes(200))
    cover = room.folder / "c.mp4"
    pictured = ("-i", slide(room.folder, 0), "-map", "0", "-map", "1", "-c:v", "copy")
    ffmpeg.run("-i", sound, *pictured, "-disposition:v", "attached_pic", cover)
    for source, code in ((sound, "LK747"), (noise, "LK745"), (cover, "LK747")):
        found = room.make("film-clip-facts", {"start": 0, "end": 0}, source=source)
        assert isinstance(found, AssetProblem)
        assert found.code == code


def test_a_clip_is_as_loud_as_the_voice(room: Room) -> None:
    _, _, sound = clip(room, "sound")
    said = ffmpeg.run("-v", "info", "-i", sound, "-af", "ebur128", "-f", "null", "-")
    loudness = re.findall(r"I:\s+(-?\d+\.\d) LUFS", said)[-1]
    assert float(loudness) == pytest.approx(-16, abs=1.5)


def test_clips_side_by_side_share_a_fade(room: Room) -> None:
    first, second = clip(room, "sound", 0, 1), clip(room, "portrait", 0, 1)
    texts = {"frames": json.dumps([first[0], second[0]])}
    motion = room.made("film-motion", {**BIG, "fade": 2}, texts, clip_1=first[1], clip_2=second[1])
    assert told(motion)["seconds"] == pytest.approx(1.6, abs=0.01)
    assert near(picture(motion, 0.3), (40, 90), "#fe0000")
    assert near(picture(motion, 1.3), (40, 90), PAPER)
    params = {"fade": 2, "rate": 8000}
    names: dict[str, Any] = {"1": first[2], "2": second[2]}
    with wave.open(str(room.made("film-clip-sounds", params, texts, **names)), "rb") as heard:
        assert heard.getnframes() == pytest.approx(1.6 * 8000, abs=2)
    small = {**BIG, "width": 160, "height": 90}
    less = told(room.made("film-smaller", small, part=motion))
    assert (less["size"], less["seconds"]) == (["160x90"], pytest.approx(1.6, abs=0.01))


def strips(folder: Path, wide: int, tall: int) -> Path:
    """As a sheet of captions: nothing, a white bar, and one that is half seen through."""
    image = Image.new("RGBA", (wide, 3 * tall))
    draw = ImageDraw.Draw(image)
    for number, strength in ((1, 255), (2, 128)):
        corner = (wide // 4, number * tall + 2)
        draw.rectangle(
            (*corner, wide * 3 // 4, number * tall + tall - 2), (255, 255, 255, strength)
        )
    path = folder / f"strips-{wide}.png"
    image.save(path)
    return path


def test_captions_are_drawn_at_their_time(room: Room) -> None:
    """Into a still and into a clip; each time is one of frames, the second one behind the last."""
    texts = {"captions": "[[2, 6], [6, 9]]", "frames": "[10]"}
    still = room.made("film-segment", {**BIG, "frames": 12}, texts, frame=slide(room.folder, 0),
                      captions=strips(room.folder, 1280, 152))  # fmt: skip
    _, moving, _ = clip(room, "sound")
    motion = room.made("film-motion", {**BIG, "fade": 0}, texts, clip_1=moving,
                       captions=strips(room.folder, 320, 38))  # fmt: skip
    for film, plain, half in ((still, COLOURS[0], "#85a1af"), (motion, "#fe0000", "#fe8080")):
        seen = {second: picture(film, second) for second in (0.2, 0.45, 0.95, 1.2, 1.9)}
        foot = {second: image.getpixel((160, 160)) for second, image in seen.items()}
        for second, colour in zip(seen, (plain, "white", "white", half, plain), strict=True):
            assert near(seen[second], (160, 160), colour), (film, second, foot)
        assert near(seen[0.45], (40, 160), plain)
        assert near(seen[0.45], (160, 130), plain)
    assert told(still)["seconds"] == pytest.approx(2.4, abs=0.01)


def test_a_poster_is_a_picture(room: Room) -> None:
    params = {"width": 320, "type": "image/webp", "quality": 80}
    made = room.made("film-poster", params, frame=slide(room.folder, 2))
    with Image.open(made) as image:
        assert (image.format, image.size) == ("WEBP", (320, 180))


def test_a_bound_is_kept_to_in_one_way(room: Room, tmp_path: Path) -> None:
    source = tmp_path / "busy.png"
    Image.effect_noise((640, 360), 90).convert("RGB").save(source)
    params = {"width": 640, "height": 360, "crf": 26, "kbps": 76, "frames": 60}
    made = {room.made("film-segment", params, frame=source).read_bytes() for _ in range(5)}
    assert len(made) == 1


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a full disk is wanted")
def test_a_full_disk_is_no_fault_of_the_film() -> None:
    source = ("-f", "lavfi", "-i", "anullsrc=d=20")
    with pytest.raises(OSError, match="No space"):
        ffmpeg.run("-v", "error", *source, "-f", "s16le", "/dev/full")
    with (
        pytest.raises(OSError, match="No space"),
        ffmpeg.fed("-v", "error", "-f", "s16le", "-i", "-", "-f", "s16le", "/dev/full") as write,
    ):
        write(b"\0" * 400_000)
