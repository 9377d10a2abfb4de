"""`audio`, `video` and `figure`."""

import re

from lessonkit.model import blocks as b
from lessonkit.read.assets import AssetProblem, read_asset
from lessonkit.read.formats import promised
from lessonkit.read.inlines import plain_prose
from lessonkit.read.nested import Opened
from lessonkit.read.source import decode, read_bytes
from lessonkit.text.inline import Picture, Prose, Text
from lessonkit.text.inline import walk as walk_inlines

AUDIO_OPTIONS = ("title", "captions", "transcript", "start", "end")
VIDEO_OPTIONS = (*AUDIO_OPTIONS, "poster")
NARRATION_OPTIONS = ("add", "start", "end")


def audio(opened: Opened) -> b.Block:
    """`audio`: the argument is the file, the body the transcript."""
    start, end = part(opened)
    opened.ctx.want(opened.head.argument, "audio", opened.head.span)
    return b.Audio(
        opened.head.argument,
        _title(opened),
        _file(opened, "captions"),
        _transcript(opened),
        start,
        end,
        opened.head.span,
    )


def video(opened: Opened) -> b.Block:
    """`video`: the argument is the file, the body the transcript."""
    start, end = part(opened)
    opened.ctx.want(opened.head.argument, "video", opened.head.span)
    return b.Video(
        opened.head.argument,
        _title(opened),
        _file(opened, "captions"),
        _transcript(opened),
        _file(opened, "poster", "picture"),
        start,
        end,
        opened.head.span,
    )


def figure(opened: Opened) -> b.Block | None:
    """`figure`: several pictures, one caption."""
    pictures: list[Picture] = []
    captions: list[Prose] = []
    for block in opened.nested.blocks(opened.ctx, opened.body):
        match block:
            case b.Figure():
                pictures += block.pictures
                if block.caption is not None:
                    captions.append(block.caption)
            case b.Paragraph() if _only_pictures(block):
                pictures += [one for one in block.prose.inlines if isinstance(one, Picture)]
            case _:
                opened.ctx.report("LK139", block.span, block="figure", shape="![…](…)")
    if not pictures:
        opened.ctx.hollow(opened.head.span, opened.head.name)
        return None
    title = opened.title
    if title is None and len(pictures) == 1 and captions:
        title = captions.pop()
    for lost in captions:
        words = f'"{lost.plain()[:40]}"'
        opened.ctx.report("LK157", lost.span, key=words, near="width, decorative")
    return b.Figure(tuple(pictures), title, opened.head.span)


def _only_pictures(block: b.Paragraph) -> bool:
    return all(
        isinstance(one, Picture) or (isinstance(one, Text) and not one.text.strip())
        for one in walk_inlines(block.prose.inlines)
    )


def _title(opened: Opened) -> Prose | None:
    value = opened.options.values.get("title")
    return plain_prose(value.text, value.span) if value is not None and value.text else None


def _file(opened: Opened, key: str, kind: str = "captions") -> str:
    value = opened.options.values.get(key)
    if value is None or not value.text:
        return ""
    opened.ctx.want(value.text, kind, value.span)
    return value.text


def _transcript(opened: Opened) -> tuple[b.Block, ...]:
    """The words of the file that the option names, then those of the body."""
    inside = opened.nested.blocks(opened.ctx, opened.body)
    value = opened.options.values.get("transcript")
    if value is None or not value.text:
        return inside
    asset = read_asset(opened.ctx.folder, value.text, "text")
    if isinstance(asset, AssetProblem):
        opened.ctx.report(asset.code, value.span, **asset.args)
        return inside
    source, faults = decode(read_bytes(asset.path), value.text)
    opened.ctx.faults += faults
    if source is None:
        return inside
    parts = (" ".join(part.split()) for part in re.split(r"\n\s*\n", source.text))
    written = (b.Paragraph(plain_prose(part, value.span), (), value.span) for part in parts if part)
    return (*written, *inside)


def is_recording(name: str) -> bool:
    """Whether that is the name of a file, and so not a sentence."""
    return promised(name) is not None or bool(re.fullmatch(r"\S+[./]\S+", name))


def part(opened: Opened) -> tuple[float | None, float | None]:
    """The part of a recording or clip that is meant, in seconds."""
    start, end = opened.options.seconds("start"), opened.options.seconds("end")
    if start is not None and end is not None and end <= start:
        opened.ctx.report("LK168", opened.options.values["end"].span, start=start, end=end)
    return start, end
