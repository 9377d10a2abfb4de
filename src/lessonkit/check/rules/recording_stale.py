"""The words of a section have changed since its recording was made.

Vì sao:
    Người nghe được nghe lời cũ, còn người đọc thấy lời mới; phụ đề thì không khớp với tiếng.

Why:
    Listeners hear the old words and readers see the new ones; captions fit neither.

Wrong:
    :::{narration} media/ghi-am.mp3
    Bạn hãy cúp máy, rồi gọi số 156.
    :::

    Gọi số 156 khi nghi ngờ.

Right:
    :::{narration} media/ghi-am.mp3
    Bạn hãy cúp máy, rồi hỏi người nhà.
    :::

    Gọi số 156 khi nghi ngờ.

Beside: LK246

Source:
    Project's rule: what is heard and what is read are the same lesson.
"""

from collections.abc import Iterator

from lessonkit.base.diag import Finding, Severity
from lessonkit.check.published import versions
from lessonkit.check.rule import Rule
from lessonkit.check.survey import asset_span, survey
from lessonkit.model import blocks as b
from lessonkit.model.index import Index
from lessonkit.model.module import Module
from lessonkit.model.walk import walk


def find(module: Module, index: Index) -> Iterator[Finding]:
    """At the recording, where the file is still the one of then."""
    was, now = versions(module, index)
    for name, recording in now.recordings.items():
        before = was.recordings.get(name)
        if before and before.file == recording.file and before.words != recording.words:
            yield _finding(module, name)


def _finding(module: Module, section: str) -> Finding:
    for one in survey(module).of(b.Section):
        told = (x for x in walk(one.blocks) if isinstance(x, b.Narration) and x.src)
        if one.id == section and (heard := next(told, None)):
            return Finding(heard.span, {"name": heard.src})
    first = next((one.src for one in survey(module).of(b.Narration) if one.src), "")
    return Finding(asset_span(module, first), {"name": first})


RULE = Rule("LK738", "recording-stale", Severity.WARNING, "0.1", find, shared=True)
