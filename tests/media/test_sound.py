"""Steps that make sound: what is said, cut, made equally loud and encoded; and what goes wrong."""

import sys
import wave
from pathlib import Path

import pytest

from lessonkit.media import ffmpeg, loudness, pcm
from lessonkit.media.chapter import CHAPTER
from lessonkit.media.recording import SILENCES
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
    process = Process((sys.executable, "-c", ECHO), limit=1.5)
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
    codes = {
        name: getattr(recorded(source, tmp_path / "out.wav", start=start), "code", None)
        for name, source, start in (
            *(("broken", broken, 0), ("mute", mute, 0), ("quiet", quiet, 0)),
            *(("short", encoded, 9), ("cut", cut, 0), ("mended", mended, 0)),
        )
    }
    assert codes == {
        "broken": "LK735",
        "mute": "LK736",
        "quiet": "LK736",
        "short": "LK739",
        "cut": "LK735",
        "mended": None,
    }


def test_breaths_are_found_in_a_room_that_hums(tmp_path: Path) -> None:
    source = tone(tmp_path / "a.wav", (1, 0.5), (0.4, 0.01), (1.2, 0.5), (0.3, 0.01), (0.8, 0.5))
    assert recorded(source, tmp_path / "out.wav") is None
    found = pcm.silences(pcm.read(tmp_path / "out.wav"), 0.18)
    assert [round(start, 1) for start, _ in found[:2]] == [1.0, 2.6]
    work = Work("a", {}, {}, None, {"sound": tmp_path / "out.wav"})
    assert SILENCES.run(work, tmp_path / "breaths") is None


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
