"""Steps that make sound: what is said, cut, made equally loud and encoded; and what goes wrong."""

import json
import sys
import wave
from array import array
from pathlib import Path

import pytest

from lessonkit.media import ffmpeg, loudness, pcm
from lessonkit.media.alignment import STEP as ALIGNMENT
from lessonkit.media.chapter import CHAPTER
from lessonkit.media.recording import STEP as RECORDING
from lessonkit.media.speech import STEP as SPEECH
from lessonkit.media.step import Work
from lessonkit.media.voices import espeak, piper
from lessonkit.media.voices.base import Line, VoiceFault, VoiceUnknown
from lessonkit.media.voices.process import Process
from lessonkit.read.assets import AssetProblem

ECHO = """
import json, sys, time
for line in sys.stdin.buffer:
    said = json.loads(line)["text"]
    if said == "die":
        sys.exit(1)
    if said == "hang":
        time.sleep(60)
    if said == "odd":
        print("not what was asked for", flush=True)
        continue
    data = said.encode()
    sys.stdout.buffer.write(json.dumps({"bytes": len(data)}).encode() + b"\\n" + data)
    sys.stdout.buffer.flush()
"""


def tone(path: Path, *parts: tuple[float, float]) -> Path:
    """A WAV of a hum: seconds and volume of each part."""
    inputs = [f"sine=frequency=220:duration={seconds},volume={loud}" for seconds, loud in parts]
    graph = ";".join(f"{one}[p{n}]" for n, one in enumerate(inputs))
    joined = "".join(f"[p{n}]" for n, _ in enumerate(inputs))
    graph += f";{joined}concat=n={len(inputs)}:v=0:a=1"
    ffmpeg.run("-v", "error", "-f", "lavfi", "-i", graph, path)
    return path


def recorded(source: Path, path: Path, **params: float) -> AssetProblem | None:
    asked = {"start": 0.0, "end": 0.0, "loudness": -16.0, "pause": 0.5, **params}
    return RECORDING.run(Work(source.name, asked, {}, source, {}), path)


def test_a_sentence_sounds_the_same_whatever_was_said_before(tmp_path: Path) -> None:
    said = []
    for number, text in enumerate(("Chào bạn.", "Hôm nay ta học gì?", "Chào bạn.")):
        path = tmp_path / f"{number}.wav"
        espeak.say(Line(text, "vi", "vi+f3", 1), path)
        said.append(path.read_bytes())
    assert said[0] == said[2] != said[1]


def test_a_voice_that_is_not_there_is_told_with_those_that_are() -> None:
    with pytest.raises(VoiceUnknown) as found:
        espeak.signature("vi-vn-x-sout", "vi", "")
    assert "vi-vn-x-south" in found.value.known
    with pytest.raises(VoiceUnknown) as found:
        espeak.signature("vi+f33", "vi", "")
    assert "vi+f3" in found.value.known


@pytest.mark.parametrize("lang", ["vi", "vi-VN", "en", "en-GB", "xx", "km"])
def test_every_language_is_read_by_some_voice(lang: str) -> None:
    assert espeak.signature("", lang, "")


def test_data_that_lie_very_deep_are_found(tmp_path: Path) -> None:
    import espeakng_loader

    deep = tmp_path.joinpath(*["sau-" + "x" * 50] * 4)
    deep.mkdir(parents=True)
    folder = deep / "espeak-ng-data"
    folder.symlink_to(espeakng_loader.get_data_path())
    assert len(str(folder)) > 200
    worker = "lessonkit.media.voices.espeak_worker"
    library = espeakng_loader.get_library_path()
    process = Process((sys.executable, "-P", "-m", worker, library, str(folder)))
    try:
        head, sound = process.ask({"text": "Chào bạn.", "voice": "vi", "rate": 145})
    finally:
        process.close()
    assert len(sound) == head["bytes"] > 10_000


def test_a_worker_that_dies_hangs_or_babbles_costs_one_sentence() -> None:
    process = Process((sys.executable, "-c", ECHO), limit=3)
    try:
        for text in ("die", "hang", "odd"):
            with pytest.raises(VoiceFault):
                process.ask({"text": text})
            assert process.ask({"text": "tốt"})[1].decode() == "tốt"
    finally:
        process.close()


def test_what_a_voice_cannot_say_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    dead = Process((sys.executable, "-c", "raise SystemExit(3)"))
    monkeypatch.setattr(espeak, "_process", lambda: dead)
    params: dict[str, int | float | str] = {"voice": "espeak", "which": "", "root": "", "speed": 1}
    work = Work("mot", params, {"say": "Chào bạn.", "lang": "vi"}, None, {})
    problem = SPEECH.run(work, tmp_path / "out.wav")
    assert problem is not None
    assert (problem.code, problem.args["sentence"]) == ("LK737", "Chào bạn.")
    assert problem.args["reason"] == "exit 3"


@pytest.mark.parametrize("volume", [0.9, 0.06])
def test_a_recording_is_made_as_loud_as_all(volume: float, tmp_path: Path) -> None:
    source = tone(tmp_path / "a.wav", (3, volume))
    assert recorded(source, tmp_path / "out.wav", start=0.5, end=2.5) is None
    assert pcm.length((tmp_path / "out.wav").stat().st_size) == pcm.samples(2.5)
    with wave.open(str(tmp_path / "out.wav")) as sound:
        assert (sound.getframerate(), sound.getnchannels()) == (pcm.RATE, 1)
    assert abs(loudness.measured(tmp_path / "out.wav") + 16) < 0.6


def test_recordings_that_cannot_be_used(tmp_path: Path) -> None:
    whole = tone(tmp_path / "whole.wav", (2, 0.5))
    encoded = tmp_path / "a.m4a"
    ffmpeg.run("-v", "error", "-i", whole, "-c:a", "aac", encoded)
    broken = tmp_path / "broken.m4a"
    data = encoded.read_bytes()
    broken.write_bytes(data[:400] + bytes(len(data) - 500))
    cut, mended = tmp_path / "cut.wav", tmp_path / "mended.mp3"
    cut.write_bytes(whole.read_bytes()[:40_000])
    ffmpeg.run("-v", "error", "-i", whole, mended)
    mended.write_bytes(mended.read_bytes() + bytes(2000))
    mute = tmp_path / "mute.mp4"
    ffmpeg.run("-v", "error", "-f", "lavfi", "-i", "color=size=16x16:duration=1", mute)
    quiet = tone(tmp_path / "quiet.wav", (1, 0))
    faint = tone(tmp_path / "faint.wav", (2, 0.035))
    codes = {
        name: getattr(recorded(source, tmp_path / "out.wav", start=start), "code", None)
        for name, source, start in (
            *(("broken", broken, 0), ("mute", mute, 0), ("quiet", quiet, 0), ("faint", faint, 0)),
            *(("short", encoded, 9), ("cut", cut, 0), ("mended", mended, 0)),
        )
    }
    assert codes == {
        "broken": "LK735",
        "mute": "LK736",
        "quiet": "LK736",
        "faint": "LK742",
        "short": "LK739",
        "cut": "LK735",
        "mended": None,
    }


WORDS = (
    "Giữ kín mã xác nhận.",
    "Đừng đọc mã cho ai qua điện thoại.",
    "Mã chỉ để bạn tự nhập vào trang của ngân hàng.",
    "Ai hỏi mã đều là kẻ gian.",
    "Hãy cúp máy rồi gọi lại tổng đài.",
    "Bài học hôm nay đến đây là hết.",
    "Chúc bạn luôn an toàn.",
    "Hẹn gặp lại bạn vào tuần sau.",
)


@pytest.fixture(scope="module")
def voices(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Path]]:
    """The same sentences by the voice that reads, and by somebody else who is quicker."""
    folder = tmp_path_factory.mktemp("voices")
    said: dict[str, list[Path]] = {"vi": [], "vi-vn-x-south+f4": []}
    for voice, paths in said.items():
        for number, text in enumerate(WORDS):
            path = folder / f"{voice}-{number}.wav"
            espeak.say(Line(text, "vi", voice, 1.2 if "+" in voice else 1), path)
            pcm.write(path, (pcm.trimmed(pcm.read(path)),))
            paths.append(path)
    return said


def spoken(said: list[Path], path: Path, order: tuple[int, ...]) -> list[float]:
    """A recording with pauses that are no even ones, some of them within sentences, in a room
    that hums; returns where each sentence begins."""
    parts, starts, done = [pcm.silence(8000)], [], 8000
    for turn, number in enumerate(order):
        sound = pcm.read(said[number])
        half = len(sound) // 4 * 2
        held = pcm.silence(9000 if turn % 3 == 1 else 0)
        rest = pcm.silence((6000, 14_000, 3000)[turn % 3])
        starts.append(done / pcm.RATE)
        parts += [sound[:half], held, sound[half:], rest]
        done += (len(sound) + len(held) + len(rest)) // 2
    hum = (round(120 * ((n * 7919 % 211) / 105 - 1)) for n in range(done))
    quiet = array(
        "h", ((a + b) // 2 for a, b in zip(array("h", b"".join(parts)), hum, strict=True))
    )
    pcm.write(path, (quiet.tobytes(), pcm.silence(pcm.samples(0.5))))
    return starts


def laid(lines: list[Path], sound: Path, path: Path) -> list[tuple[float, float, bool]]:
    inputs = {"sound": sound} | {str(number): one for number, one in enumerate(lines)}
    texts = {"expected": json.dumps([2.0] * len(lines))}
    assert ALIGNMENT.run(Work("mot", {"pause": 0.5}, texts, None, inputs), path) is None
    return [(begin, end, sure) for begin, end, sure in json.loads(path.read_text("ascii"))]


def test_each_sentence_of_a_recording_is_found(
    voices: dict[str, list[Path]], tmp_path: Path
) -> None:
    read, said = voices.values()
    starts = spoken(said, tmp_path / "a.wav", tuple(range(8)))
    found = laid(read, tmp_path / "a.wav", tmp_path / "out")
    assert all(sure for _, _, sure in found)
    away = [abs(begin - true) for (begin, _, _), true in zip(found, starts, strict=True)]
    assert max(away) < 0.13, away
    first = (tmp_path / "out").read_bytes()
    laid(read, tmp_path / "a.wav", tmp_path / "out")
    assert (tmp_path / "out").read_bytes() == first


@pytest.mark.parametrize("order", [(0, 1, 2, 3, 4, 4, 5, 6, 7), (0, 1, 2, 3, 5, 6, 7)])
def test_a_sentence_that_is_said_twice_or_left_out_is_noticed(
    order: tuple[int, ...], voices: dict[str, list[Path]], tmp_path: Path
) -> None:
    read, said = voices.values()
    spoken(said, tmp_path / "a.wav", order)
    found = laid(read, tmp_path / "a.wav", tmp_path / "out")
    assert not found[4][2]
    assert [one[0] for one in found] == sorted(one[0] for one in found)


def test_of_another_text_nothing_is_sure(voices: dict[str, list[Path]], tmp_path: Path) -> None:
    read, said = voices.values()
    spoken(said, tmp_path / "a.wav", (7, 6, 5, 4))
    found = laid(read[:4], tmp_path / "a.wav", tmp_path / "out")
    assert not any(sure for _, _, sure in found)
    spoken(said[:1], tmp_path / "b.wav", (0,))
    assert len(laid(read[:3], tmp_path / "b.wav", tmp_path / "out")) == 3


def test_a_chapter_is_as_long_as_its_sentences_and_pauses(tmp_path: Path) -> None:
    first, second = tmp_path / "1.wav", tmp_path / "2.wav"
    espeak.say(Line("Chào bạn.", "vi", "", 1), first)
    espeak.say(Line("Ta bắt đầu nhé.", "vi", "", 1), second)
    inputs = {"a": first, "b": second}
    work = Work("mot", {"loudness": -16.0, "gain": 0.0}, {"pauses": "[0.3, 1.2]"}, None, inputs)
    assert CHAPTER.run(work, tmp_path / "out.wav") is None
    sizes = (pcm.length(one.stat().st_size) for one in (first, second))
    wanted = sum(sizes) + pcm.samples(0.3) + pcm.samples(1.2)
    assert pcm.length((tmp_path / "out.wav").stat().st_size) == wanted
    assert abs(loudness.measured(tmp_path / "out.wav") + 16) < 0.6


SAYS = """
import sys, wave
out = sys.argv[sys.argv.index("--output-file") + 1]
said = sys.stdin.read()
if "hỏng" in said:
    sys.exit("no such phoneme")
with wave.open(out, "wb") as sound:
    sound.setparams((1, 2, 16000, 0, "NONE", ""))
    sound.writeframes(b"\\x00\\x20\\x00\\xe0" * 8000)
"""


def test_a_model_of_ones_own_is_a_voice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    model = tmp_path / "voices" / "vi.onnx"
    model.parent.mkdir()
    model.write_bytes(b"model")
    model.with_name("vi.onnx.json").write_text("{}", "utf-8")
    monkeypatch.setattr(piper, "COMMAND", (sys.executable, "-c", SAYS))
    monkeypatch.setattr(piper, "_version", lambda: "1")
    with pytest.raises(VoiceUnknown) as found:
        piper.signature("voices/vl.onnx", "vi", str(tmp_path))
    assert found.value.known == ("voices/vi.onnx",)
    before = piper.signature("voices/vi.onnx", "vi", str(tmp_path))
    params: dict[str, int | float | str] = {
        "voice": "piper",
        "which": "voices/vi.onnx",
        "root": str(tmp_path),
        "speed": 1.0,
    }
    work = Work("mot", params, {"say": "Chào bạn.", "lang": "vi"}, None, {})
    assert SPEECH.run(work, tmp_path / "out.wav") is None
    count = pcm.length((tmp_path / "out.wav").stat().st_size)
    assert abs(count - pcm.RATE) < 30, "a second, at the rate of all"
    broken = Work("mot", params, {"say": "Câu hỏng.", "lang": "vi"}, None, {})
    problem = SPEECH.run(broken, tmp_path / "no.wav")
    assert problem is not None
    assert problem.args["reason"] == "no such phoneme"
    model.write_bytes(b"another")
    assert piper.signature("voices/vi.onnx", "vi", str(tmp_path)) != before
