"""Fragments of lessons made whole: a small clean module around them, and the files they name."""

import json
import re
import struct
import tomllib
import zlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from tests.attachments import pdf

from lessonkit.base.diag import Diagnostic, line_span
from lessonkit.check.across import check_catalogue, part
from lessonkit.check.engine import check_module
from lessonkit.check.gate import Gathered
from lessonkit.framework.load import builtin
from lessonkit.model.audiences import audiences
from lessonkit.model.index import Index
from lessonkit.model.limits import Limits
from lessonkit.model.program import Program
from lessonkit.model.settings import CheckSettings, Level, Settings
from lessonkit.model.theme import Pair, Tokens
from lessonkit.plan.published import published as as_published
from lessonkit.read.module import read_text
from lessonkit.read.program import program_text

FRONT = {
    "id": "bai-thu",
    "title": "Bài thử",
    "summary": "Một bài để thử.",
    "lang": "vi",
    "minutes": "1",
    "audience": "[nguoi-dan]",
    "objectives": """
  - id: muc-tieu
    text: Nêu được ba dấu hiệu lừa đảo
    skill: tt02-2025:4.2
    level: 2""",
    "authors": "[Nhóm thử]",
    "license": "CC-BY-4.0",
}
BODY = """
## Phần thử

Người lạ giục bạn chuyển tiền. Hãy cúp máy.

{fragment}

:::{{truefalse}} Người lạ giục bạn chuyển tiền thì đáng tin.
:id: giuc-chuyen-tien
:objective: muc-tieu
:answer: false

> true: Giục gấp là dấu hiệu lừa đảo.
> false: Đúng vậy.
:::
"""
QUESTION = """
:::{{choice}} Câu hỏi thử số {number} hỏi gì?
:id: cau-{number}
:objective: muc-tieu
:feedback-right: Đúng vậy.
:feedback-wrong: Bạn đọc lại nhé.

{options}
:::
"""
UNTRIED = "objective-not-practised"
"""Most fragments are too small to hold something to try."""
MODULES = {"bai-thu": (), "mat-khau-manh": (), "vong-tron": ("bai-thu",)}


PROGRAM = {
    "title": "Chương trình thử",
    "audience": "nguoi-dan",
    "modules": "[bai-thu]",
    "covers": "[tt02-2025:4.2@2]",
}
"""What a programme has where a fragment does not say it."""


def whole(fragment: str) -> str:
    """The fragment as a module: a whole one, some keys of a front matter, sections, or blocks.

    A line `=== bai-hai` opens another module of that id, `=== x.program.yaml` a programme,
    `=== lessonkit.toml` settings of the project.
    """
    first, *others = _split(expanded(fragment))
    made = (f"\n=== {name}\n{_other(name, text)}" for name, text in others)
    return _module(first[1], FRONT) + "".join(made)


def _split(text: str) -> list[tuple[str, str]]:
    """Names of files, the first without one, and what stands in them."""
    parts = re.split(r"^=== (\S+)\n", text, flags=re.MULTILINE)
    names, texts = ["", *parts[1::2]], parts[::2]
    return [(name, text.strip("\n")) for name, text in zip(names, texts, strict=True)]


def _other(name: str, text: str) -> str:
    if name.endswith(".toml"):
        return f"{text}\n"
    if name.endswith(".yaml"):
        keys = {key: f" {value}" for key, value in PROGRAM.items()} | dict(_keys(text))
        return "".join(f"{key}:{value}\n" for key, value in keys.items())
    objectives = FRONT["objectives"].replace("ba dấu hiệu", f"ba việc của {name}")
    return _module(text, FRONT | {"id": name, "objectives": objectives})


def _module(fragment: str, front: Mapping[str, str]) -> str:
    if fragment.startswith("---"):
        return fragment
    if re.match(r"[a-z]+:", fragment):
        return _front({**front, **dict(_keys(fragment))}) + BODY.format(fragment="")
    if fragment.startswith("## "):
        return _front(front) + "\n" + fragment
    return _front(front) + BODY.format(fragment=fragment)


def _keys(fragment: str) -> Iterator[tuple[str, str]]:
    """Keys that begin a line, and all that follows each."""
    for piece in re.split(r"^(?=[a-z]+:)", fragment, flags=re.MULTILINE):
        key, colon, value = piece.partition(":")
        if colon:
            yield key, value.rstrip()


def _front(front: Mapping[str, str]) -> str:
    lines = (
        f"{key}:{value if value[:1] in ('', chr(10)) else ' ' + value.strip()}"
        for key, value in front.items()
    )
    return "---\n" + "\n".join(lines) + "\n---\n"


def expanded(fragment: str) -> str:
    """`[… 310 tiếng]` becomes so many words, in short sentences; likewise eight questions."""
    fragment = re.sub(r"\[… (\d+) tiếng\]", lambda match: _text(int(match[1])), fragment)
    return re.sub(r"\[… 8 câu hỏi[^\]]*\]", lambda match: _questions("luôn" in match[0]), fragment)


def _questions(same: bool) -> str:
    return "\n".join(_question(number, 1 if same else number % 3) for number in range(8))


def _text(tieng: int) -> str:
    sentence = "Bạn hãy cúp máy rồi gọi lại số này nhé."
    return " ".join([sentence] * (tieng // 10) + ["nhé"] * (tieng % 10))


def _question(number: int, right: int) -> str:
    options = "\n".join(
        f"- [{'x' if place == right else ' '}] Câu trả lời {word}"
        for place, word in enumerate(("thứ nhất", "thứ nhì", "thứ ba"))
    )
    return QUESTION.format(number=number, options=options)


def check(
    text: str,
    folder: Path,
    *,
    lang: str = "en",
    settings: Settings | None = None,
    tokens: Tokens | None = None,
    published: str = "",
) -> tuple[Diagnostic, ...]:
    """All diagnostics of a module and of what stands beside it (see `whole`), and across them.

    The files that they name are made first. `published` is the module as `lessonkit.lock`
    remembers it.
    """
    settings = _quiet(settings or Settings(check=CheckSettings(limits=Limits(question_seconds=1))))
    make_media(text, folder)
    files = _split(text) if "\n=== " in text else [("", text)]
    programs = tuple(
        program_text(one.encode(), name, folder, settings)
        for name, one in files
        if name.endswith(".yaml")
    )
    readings = [
        read_text(one, f"{name}/module.md" if name else "module.md", folder, settings)
        for name, one in files
        if "." not in name
    ]
    known = index(_with(settings, dict(files).get("lessonkit.toml", "")), tokens)
    read = [one.module.meta for one in readings if one.module is not None]
    known = replace(known, modules={**known.modules, **{one.id: one.requires for one in read}})
    known = _knowing(known, tuple(one.program for one in programs if one.program is not None))
    if published and readings[0].module is not None:
        known = locked(known, published, folder, readings[0].module.meta.id)
    found = [(check_module(one, known, lang), part(one, known)) for one in readings]
    gathered = Gathered(tuple(kept for _, kept in found), programs)
    own = (one for said, _ in found for one in said)
    return (*own, *check_catalogue(gathered, known, lang))


def _quiet(settings: Settings) -> Settings:
    """Without what every small fragment has, where the settings do not ask for it."""
    severity: dict[str, Level] = {UNTRIED: "off", **settings.check.severity}
    checks = settings.check.model_copy(update={"severity": severity})
    return settings.model_copy(update={"check": checks})


def _with(settings: Settings, text: str) -> Settings:
    """With what a `lessonkit.toml` says beyond."""
    said = tomllib.loads(text)
    return Settings.model_validate_json(json.dumps({**settings.model_dump(mode="json"), **said}))


def _knowing(known: Index, programs: tuple[Program, ...]) -> Index:
    """The index of a project with these programmes."""
    files: dict[str, tuple[str, ...]] = {}
    for one in programs:
        files[one.meta.id] = (*files.get(one.meta.id, ()), one.source)
    by_id = {one.meta.id: one for one in reversed(programs)}
    return replace(known, programs=by_id, program_files=files)


def locked(known: Index, text: str, folder: Path, name: str) -> Index:
    """The index of a project that has that module's older version in its lock."""
    module = read_text(text, "module.md", folder, known.settings).module
    assert module is not None
    was, modules = module.meta.id, dict(known.modules)
    requires = modules.pop(was, ())
    place = {was: line_span("lessonkit.lock", 5)}
    modules = {name: requires, **modules}
    return replace(
        known, modules=modules, published={was: as_published(module)}, published_at=place
    )


def index(settings: Settings, tokens: Tokens | None = None) -> Index:
    """All built-in frameworks, and three modules."""
    frameworks = builtin()
    groups = audiences(frameworks, settings)
    return Index(frameworks, MODULES, settings, tokens or Tokens("theme.toml"), groups)


def theme(fragment: str) -> Tokens:
    """The colours of a fragment of `theme.toml`, as one pair that must be readable."""
    light = tomllib.loads(fragment)["light"]
    front, back = light
    return Tokens("theme.toml", light, {}, (Pair(front, back, 4.5),), {f"light.{front}": 2})


def check_fragment(
    fragment: str, folder: Path, asked: str = "", published: str = ""
) -> tuple[Diagnostic, ...]:
    """Diagnostics of a page's *Wrong* or *Right*; `asked` is a measure that the project wants.

    `published` is the fragment as it was published.
    """
    if asked:
        severity: dict[str, Level] = {asked: "info"}
        checks = CheckSettings(limits=Limits(question_seconds=1), severity=severity)
        return check(whole(fragment), folder, settings=Settings(check=checks))
    if fragment.startswith("[light]"):
        return check(whole(""), folder, tokens=theme(fragment))
    return check(whole(fragment), folder, published=whole(published) if published else "")


def make_media(text: str, folder: Path) -> None:
    """The files below `media/` that a text names, where it is known what they are."""
    for name in sorted(set(re.findall(r"media/([\w.-]+\.\w+)", text))):
        maker = MEDIA.get(name)
        if maker is not None:
            path = folder / "media" / name
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(maker())


def png(width: int = 8, height: int = 8, padding: int = 0, grey: int = 200) -> bytes:
    """A grey picture; zeros behind its end make it as heavy as is wanted."""
    rows = (b"\x00" + bytes([grey]) * width) * height

    def chunk(kind: bytes, data: bytes) -> bytes:
        check = zlib.crc32(kind + data)
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", check)

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    body = chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + body + bytes(padding)


def gif() -> bytes:
    """Two frames."""
    screen = b"GIF89a" + struct.pack("<HHBBB", 8, 8, 0, 0, 0)
    frame = b"\x2c" + struct.pack("<HHHHB", 0, 0, 8, 8, 0) + b"\x02\x02\x4c\x01\x00"
    return screen + frame + frame + b"\x3b"


def mp4(padding: int = 0) -> bytes:
    """The first box of a clip."""
    return struct.pack(">I", 24) + b"ftypisom\x00\x00\x02\x00isommp42" + bytes(padding)


def vtt(*lines: str, times: str = "00:00.000 --> 00:02.500") -> Callable[[], bytes]:
    """Captions with one cue, or what makes them."""
    return "\n".join(("WEBVTT", "", times, *(lines or ("Bạn hãy cúp máy.",)), "")).encode


SLOW = "00:00.000 --> 00:05.000"
MEDIA: dict[str, Callable[[], bytes]] = {
    "hinh.png": png,
    "hinh-dong.gif": gif,
    "hinh-giong-het.png": png,
    "bo-quen.png": lambda: png(grey=100),
    "anh-nang-4mb.png": lambda: png(padding=4_000_000),
    "anh-5000x100.png": lambda: png(5000, 100),
    "ghi-am.mp3": lambda: b"ID3\x03\x00\x00\x00\x00\x00\x00" + b"\xff\xfb\x90\x00" + bytes(413),
    "phim.mp4": mp4,
    "to-roi.pdf": pdf,
    "to-roi-nang-11mb.pdf": lambda: pdf(11_000_000),
    "phim-nang-21mb.mp4": lambda: mp4(21_000_000),
    "phim.vtt": vtt(),
    "phim-gio-sai.vtt": vtt(times="00:02.500 --> 00:01.000"),
    "phim-mui-ten.vtt": vtt(times="00:00.000 -> 00:02.500"),
    "phim-trong.vtt": lambda: b"WEBVTT\n",
    "phim-dong-dai.vtt": vtt("Bạn hãy bình tĩnh cúp máy rồi tự tìm số chính", times=SLOW),
    "phim-ba-dong.vtt": vtt("Bạn hãy", "cúp máy", "rồi gọi lại."),
    "phim-lau.vtt": vtt(times="00:00.000 --> 01:00:09.500"),
    "phim-nhanh.vtt": vtt("Bạn hãy bình tĩnh cúp máy ngay.", times="00:00.000 --> 00:01.000"),
}
