"""The recordings of a lesson are heavy all together, and a group has a slow network.

Vì sao:
    Mạng của nhóm này chậm hoặc đắt (dự án ghi low_bandwidth = true). Tệp âm thanh và phim đi theo
    bài nguyên như vậy, không được nén thêm; hình thì có, nên không tính. Con số do dự án chọn
    ([check.limits] slow_bytes).

Why:
    The network of this group is slow or dear (the project says low_bandwidth = true). Recordings
    and clips travel as they are; pictures are made lighter, so they are not counted. The number is
    the project's choice (slow_bytes in [check.limits]).

Wrong:
    :::{video} media/phim-nang-21mb.mp4
    :captions: media/phim.vtt

    Một người nhận cuộc gọi lạ, cúp máy, rồi gọi số in trên thẻ.
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

Beside: LK721

Source:
    No standard; the project's own choice.
"""

from collections.abc import Iterator

from lessonkit.base.diag import Arg, Finding, Severity
from lessonkit.check.groups import asking
from lessonkit.check.reach import placed
from lessonkit.check.rule import Rule
from lessonkit.model import blocks as b
from lessonkit.model.index import Index
from lessonkit.model.module import Module


def find(module: Module, index: Index) -> Iterator[Finding]:
    """At the heaviest one, of what a group meets; groups that meet the same are named together."""
    groups = asking("low_bandwidth", module, index)
    if not groups:
        return
    met: dict[str, dict[str, b.Audio | b.Video]] = {name: {} for name in groups}
    for block, reach in placed(module.blocks):
        if isinstance(block, b.Audio | b.Video) and block.src in module.assets:
            for name in reach.of(groups):
                met[name].setdefault(block.src, block)
    alike: dict[tuple[str, ...], list[str]] = {}
    for name, found in met.items():
        alike.setdefault(tuple(found), []).append(name)
    for sources, names in alike.items():
        total = sum(module.assets[one].size for one in sources)
        if total > index.limits.slow_bytes:
            worst = max(sources, key=lambda one: module.assets[one].size)
            yield Finding(met[names[0]][worst].span, _args(total, names, index))


def _args(total: int, names: list[str], index: Index) -> dict[str, Arg]:
    limit = index.limits.slow_bytes
    return {"size": total / 1e6, "limit": limit / 1e6, "groups": ", ".join(sorted(names))}


RULE = Rule(
    "LK461",
    "recordings-heavy-for-group",
    Severity.WARNING,
    "0.1",
    find,
    keys=frozenset({"audience"}),
)
