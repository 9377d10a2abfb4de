"""A library of three hundred tiny lessons and three programmes, all aligned, without any fault.

Series `a-1-1` … `a-6-3` are for the public, `b-…` for officials, `c-…` for everybody, one lesson
for each level from 1 to 4, each asking for the one before; `d-…` are aligned to DigComp.
"""

from collections.abc import Iterator

CODES = (
    *("1.1", "1.2", "1.3", "2.1", "2.2", "2.3", "2.4", "2.5", "2.6", "3.1", "3.2", "3.3", "3.4"),
    *("4.1", "4.2", "4.3", "4.4", "5.1", "5.2", "5.3", "5.4", "6.1", "6.2", "6.3"),
)
SERIES = {"a": "[nguoi-dan]", "b": "[cbccvc]", "c": "[nguoi-dan, cbccvc, hoc-sinh-sinh-vien]"}
WORDS = ("một", "hai", "ba", "bốn")
PROFILE = ", ".join(f'"tt02-2025:{domain}@4"' for domain in range(1, 7))
SETTINGS = f"""title = "Thư viện thử"

[check.limits]
question_seconds = 1
objectives = 2

[audiences.nguoi-dan]
skills = [{PROFILE}]
source = "thử"

[audiences.cbccvc]
level = {{tt02-2025 = 4}}

[audiences.nguoi-cao-tuoi]
name = "Người cao tuổi"
within = "nguoi-dan"
"""
HEAD = """---
id: {name}
title: Bài {name}
summary: Một bài nhỏ để thử.
lang: vi
minutes: 1
audience: {audience}
objectives:
  - id: muc-tieu
    text: Kể được việc {word} của loạt {series}
    skill: {framework}:{code}
    level: {level}
{requires}authors: [Nhóm thử]
license: CC-BY-4.0
---
"""
BODY = """
## Việc nên làm {{#viec objective=muc-tieu}}

Người lạ giục bạn chuyển tiền. Hãy cúp máy.

:::{{practice}}
:where: Ở nhà

Kể lại một cuộc gọi lạ cho người thân.
:::

## Câu hỏi {{#hoi}}

:::{{truefalse}} Người lạ giục bạn chuyển tiền thì đáng tin.
:id: giuc-chuyen-tien
:objective: muc-tieu
:answer: false

> true: Giục gấp là dấu hiệu lừa đảo.
> false: Đúng vậy.
:::
"""
ENGLISH = """---
lang: en
title: Lesson {name}
summary: A small lesson to try.
objectives:
  - id: muc-tieu
    text: Name the {word} of series {series}
---

## What to do {{#viec objective=muc-tieu}}

A stranger urges you to send money. Hang up.

:::{{practice}}
:where: At home

Tell somebody close to you of a strange call.
:::

## Question {{#hoi}}

:::{{truefalse}} A stranger who urges you to send money can be trusted.
:id: giuc-chuyen-tien
:objective: muc-tieu
:answer: false

> true: To be rushed is a sign of fraud.
> false: That is so.
:::
"""
PROGRAM = """id: {name}
title: Chương trình {name}
summary: Một chương trình để thử.
lang: vi
audience: {audience}
modules:
{modules}
covers:
{covers}
hours: 0.5
certificate: Bạn đã học xong.
authors: [Nhóm thử]
license: CC-BY-4.0
"""


def library() -> dict[str, str]:
    """Every file by its path in the project."""
    return {"lessonkit.toml": SETTINGS, **dict(_lessons()), **dict(_programs())}


def _lessons() -> Iterator[tuple[str, str]]:
    for letter, audience in SERIES.items():
        for code in CODES:
            for level in range(1, 5):
                yield from _lesson(letter, audience, "tt02-2025", code, level)
    for code in CODES[:12]:
        yield from _lesson("d", "[nguoi-dan]", "digcomp-2.2", code, 4)


def _lesson(
    letter: str, audience: str, framework: str, code: str, level: int
) -> Iterator[tuple[str, str]]:
    series = f"{letter}-{code.replace('.', '-')}"
    name, before = f"{series}-{level}", f"{series}-{level - 1}"
    requires = f"requires: [{before}]\n" if level > 1 and letter != "d" else ""
    words = {"name": name, "series": series, "word": WORDS[level - 1], "audience": audience}
    aligned = {"framework": framework, "code": code, "level": level, "requires": requires}
    yield f"modules/{name}/module.md", HEAD.format(**words, **aligned) + BODY.format()
    if level == 2:
        yield f"modules/{name}/module.en.md", ENGLISH.format(**words)


def _programs() -> Iterator[tuple[str, str]]:
    for name, audience, letter, domain in (
        ("can-ban", "nguoi-dan", "a", "1"),
        ("cao-tuoi", "nguoi-cao-tuoi", "a", "4"),
        ("can-bo", "cbccvc", "b", "2"),
    ):
        codes = [code for code in CODES if code.startswith(domain)]
        names = [f"{letter}-{code.replace('.', '-')}-{n}" for code in codes for n in range(1, 5)]
        modules = "\n".join(f"  - {one}" for one in names)
        covers = "\n".join(f"  - tt02-2025:{code}@4" for code in codes)
        text = PROGRAM.format(name=name, audience=audience, modules=modules, covers=covers)
        yield f"modules/{name}.program.yaml", text
