"""The page `docs/reference/profiles`: every fact of every platform, with reason and source."""

from collections.abc import Iterator
from typing import Any

from lessonkit.cli.profiles import toml
from lessonkit.model.platforms import Fact, Platform, platforms
from lessonkit.model.profile import Facts
from lessonkit.model.profiles import profile

WORDS = {
    "vi": {
        "intro": """# Hồ sơ nền tảng

Mỗi nền tảng nhận một kiểu gói, giữ được chừng này và hiểu theo cách riêng. Hồ sơ ghi những điều
ấy thành dữ liệu, mỗi điều kèm lý do và nguồn. Điều chưa biết thì để trống và theo `generic`.

```sh
lessonkit build --profile moodle
lessonkit profiles moodle
```

Ghi `profile = "moodle"` trong `[build]` của `lessonkit.toml` để khỏi gõ lại. Bản dựng cho một nền
tảng mang tên của nó (`bai--moodle.scorm12.zip`) nên không đè lên bản khác; với nền tảng nó vẫn là
bài cũ, và kết quả học dở không mất khi đổi hồ sơ.

Nền tảng của bạn có hồ sơ riêng thì ghi trong `lessonkit.toml`; chỉ ghi điều khác với `base`:

```toml
[build]
profile = "truong-em"

[profiles.truong-em]
base = "moodle"
scorm12_state = 64000        # trang này đã tắt chế độ chuẩn của SCORM
package_bytes = 50_000_000
```""",
        "all": "## Mọi giá trị", "keys": "## Các khóa", "key": "khóa", "means": "nghĩa",
        "note": "Nên biết", "source": "Nguồn",
    },
    "en": {
        "intro": """# Profiles of platforms

Each platform takes its kind of package, keeps so much and reads what it is told in its own way.
A profile holds that as data, each fact with its reason and source. What is not known is left out
and is as in `generic`.

```sh
lessonkit build --profile moodle
lessonkit --lang en profiles moodle
```

Say `profile = "moodle"` in `[build]` of `lessonkit.toml` to type it no more. What is built for a
platform carries its name (`lesson--moodle.scorm12.zip`) and takes no other artefact's place; to
the platform it is the same lesson, so that a change of profile loses nobody's progress.

A platform of your own gets its profile in `lessonkit.toml`, which says only what differs from its
`base`:

```toml
[build]
profile = "our-school"

[profiles.our-school]
base = "moodle"
scorm12_state = 64000        # this site has turned the standard mode of SCORM off
package_bytes = 50_000_000
```""",
        "all": "## All values", "keys": "## Keys", "key": "key", "means": "meaning",
        "note": "To know", "source": "Source",
    },
}  # fmt: skip


def profiles_page(lang: str, meanings: dict[str, str]) -> str:
    """The page; `meanings` are those of the keys of a profile."""
    words = WORDS[lang]
    parts = [words["intro"], words["keys"], *_keys(words, meanings), words["all"], _all(words)]
    for one in platforms().values():
        parts += _platform(one, lang)
    return "\n\n".join(parts) + "\n"


def _keys(words: dict[str, str], meanings: dict[str, str]) -> Iterator[str]:
    rows = [f"| `{key}` | {said} |" for key, said in meanings.items()]
    yield "\n".join([f"| {words['key']} | {words['means']} |", "|---|---|", *rows])


def _all(words: dict[str, str]) -> str:
    known = [profile(name, {}) for name in platforms()]
    head = " | ".join(f"`{one.name}`" for one in known)
    rows = [f"| {words['key']} | {head} |", "|---" * (len(known) + 1) + "|"]
    for key in Facts.model_fields:
        values = " | ".join(_value(key, getattr(one, key)) for one in known)
        rows.append(f"| `{key}` | {values} |")
    return "\n".join(rows)


def _value(key: str, value: Any) -> str:
    if value is None:
        return "4000, 64000" if key == "scorm2004_state" else "–"
    if isinstance(value, tuple):
        return ", ".join(map(str, value))
    return toml(value).strip('"')


def _platform(platform: Platform, lang: str) -> Iterator[str]:
    yield f"## `{platform.name}`: {platform.titles[lang]}"
    yield "\n".join(_fact(fact, lang) for fact in platform.facts)


def _fact(fact: Fact, lang: str) -> str:
    words = WORDS[lang]
    said = f"`{fact.key} = {toml(fact.value)}`" if fact.key else f"**{words['note']}**"
    return f"- {said}: {fact.why[lang]} *{words['source']}: {fact.source}*"
