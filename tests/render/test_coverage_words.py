"""The words of the report on coverage: in both languages the same, each used; its numbers."""

import re
import tomllib
from pathlib import Path

import lessonkit
from lessonkit.render.coverage.words import Words

SOURCES = Path(lessonkit.__file__).parent
FOLDER = SOURCES / "render" / "coverage"
MADE = re.compile(r"f?\"([a-z]+)\.([a-z-]*)(\{[^}]*\})?\"|f?'([a-z]+)\.([a-z-]*)(\{[^}]*\})?'")


def _sentences(lang: str) -> dict[str, set[str]]:
    text = (SOURCES / "base" / "messages" / f"coverage.{lang}.toml").read_text("utf-8")
    return {
        f"{table}.{name}": set(re.findall(r"{(\w+)", sentence))
        for table, sentences in tomllib.loads(text).items()
        for name, sentence in sentences.items()
    }


def test_both_languages_say_the_same_with_the_same_arguments() -> None:
    assert _sentences("vi") == _sentences("en")


def test_every_sentence_is_used() -> None:
    texts = (path.read_text("utf-8") for path in sorted(FOLDER.glob("*.*")))
    found = [match.groups() for text in texts for match in MADE.finditer(text)]
    made = [(one[0] or one[3], one[1] or one[4] or "", one[2] or one[5]) for one in found]
    exact = {f"{table}.{name}" for table, name, rest in made if not rest}
    open_ended = tuple(f"{table}.{name}" for table, name, rest in made if rest)
    unused = {
        key for key in _sentences("vi") if key not in exact and not key.startswith(open_ended)
    }
    assert unused == set()


def test_numbers_are_written_as_people_write_them() -> None:
    for lang, expected in (("vi", ["1.234,5", "1.000", "0", "2,7"]),
                           ("en", ["1,234.5", "1,000", "0", "2.7"])):  # fmt: skip
        say = Words(lang)
        assert [say.number(one) for one in (1234.5, 1000, 0, 8 / 3)] == expected
