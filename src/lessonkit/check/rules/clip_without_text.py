"""A clip has no text beside it, and a group of the lesson has a slow network.

Vì sao:
    Phim là thứ nặng nhất trong bài. Nhóm này có mạng chậm hoặc đắt (dự án ghi low_bandwidth =
    true): ai không tải được phim thì phải có chữ để đọc thay. Chữ viết ngay trong khối video.

Why:
    A clip is the heaviest thing of a lesson. The network of this group is slow or dear (the project
    says low_bandwidth = true): who cannot load it needs a text to read instead. It is written
    inside the video block.

Wrong:
    :::{video} media/phim.mp4
    :captions: media/phim.vtt
    :::

    === lessonkit.toml
    [audiences.nguoi-dan]
    low_bandwidth = true

Right:
    :::{video} media/phim.mp4
    :captions: media/phim.vtt

    Một người nhận cuộc gọi lạ, cúp máy, rồi gọi số in trên thẻ.
    :::

    === lessonkit.toml
    [audiences.nguoi-dan]
    low_bandwidth = true

Beside: LK313

Source:
    The project's own demand ([audiences.<id>] low_bandwidth).
"""

from collections.abc import Iterator

from lessonkit.base.diag import Finding, Severity
from lessonkit.check.groups import asking
from lessonkit.check.reach import placed
from lessonkit.check.rule import Rule
from lessonkit.model import blocks as b
from lessonkit.model.index import Index
from lessonkit.model.module import Module


def find(module: Module, index: Index) -> Iterator[Finding]:
    """At the block."""
    groups = asking("low_bandwidth", module, index)
    if not groups:
        return
    for block, reach in placed(module.blocks):
        if isinstance(block, b.Video) and not block.transcript:
            lacking = reach.of(groups)
            if lacking:
                args = {"src": block.src, "groups": ", ".join(sorted(lacking))}
                yield Finding(block.span, args)


RULE = Rule(
    "LK462", "clip-without-text", Severity.WARNING, "0.1", find, keys=frozenset({"audience"})
)
