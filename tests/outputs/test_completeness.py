"""Every module in every output: nothing that a learner should meet is lost."""

import re
import unicodedata
import zipfile
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest
from tests.projects import KITCHEN_SINK

import lessonkit
from lessonkit.model.walk import prose
from lessonkit.plan.page import page
from lessonkit.text.inline import Code, Text, walk

MODULES = Path(__file__).parents[2] / "modules"
PAGES = ("html", "single", "scorm12", "scorm2004", "cmi5", "xapi")
"""Those that a learner opens."""
SOURCES = sorted(path.parent for path in MODULES.glob("*/module.md"))


class _Words(HTMLParser):
    """The text of a document, and the addresses it needs."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self.addresses: list[str] = []
        self._silent = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._silent = tag in ("script", "style")
        for name, value in attrs:
            if name in ("src", "poster") and value:
                self.addresses.append(value)
            if name == "srcset" and value:
                self.addresses += [part.split()[0] for part in value.split(", ")]
            if name == "alt" and value:
                self.words.append(value)

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.words.append(data)


def _plain(text: str) -> str:
    return re.sub(r"\s+", "", unicodedata.normalize("NFC", text))


def _documents(built: Path, name: str) -> Iterator[tuple[str, str, set[str]]]:
    """For each output its name, its page, and the files beside the page."""
    for output in PAGES:
        path = built / f"{name}.{output}.zip"
        if output == "single":
            yield output, (built / f"{name}.html").read_text("utf-8"), set()
        else:
            with zipfile.ZipFile(path) as archive:
                text = archive.read("index.html").decode("utf-8")
                yield output, text, set(archive.namelist())


@pytest.mark.parametrize("folder", [*SOURCES, KITCHEN_SINK], ids=lambda folder: folder.name)
def test_every_word_and_every_file_is_there(folder: Path, tmp_path: Path) -> None:
    (outcome,) = lessonkit.build([folder], out=tmp_path, outputs=PAGES)
    assert not outcome.failed, outcome.diagnostics
    module = lessonkit.read(folder / "module.md").module
    assert module is not None
    shown = page(module)
    runs = (one for run in prose(shown.blocks) for one in walk(run.inlines))
    wanted = [one.text for one in runs if isinstance(one, Text | Code)]
    wanted += [section.title.plain() for section in shown.sections]
    wanted += [objective.text for objective in module.meta.objectives]
    for output, text, names in _documents(tmp_path / outcome.module, outcome.module):
        found = _Words()
        found.feed(text)
        words = _plain("".join(found.words))
        missing = [part for part in wanted if _plain(part) not in words]
        assert (output, missing) == (output, [])
        for address in found.addresses:
            inside = address.startswith("data:")
            assert inside or (output != "single" and address.split("#")[0] in names), address
