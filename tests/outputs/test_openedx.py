"""Open edX's own block opens our packages; it runs in a process of its own.

python -m tests.witness.xblock prepare
"""

from pathlib import Path

import pytest
from tests.projects import KITCHEN_SINK
from tests.witness import places, xblock

import lessonkit

VERSIONS = {"scorm12": "SCORM_12", "scorm2004": "SCORM_2004"}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Both packages of the kitchen sink; skipped where the block is not installed."""
    try:
        xblock.python()
    except places.MissingToolError as error:
        pytest.skip(str(error))
    out = tmp_path_factory.mktemp("out")
    lessonkit.build([KITCHEN_SINK], out=out, outputs=list(VERSIONS))
    return out / "kitchen-sink"


@pytest.mark.parametrize("output", VERSIONS)
def test_it_finds_the_page_and_the_title(built: Path, output: str) -> None:
    found = xblock.read(built / f"kitchen-sink.{output}.zip")

    assert (found.launch, found.launch_exists) == ("index.html", True)
    assert (found.version, found.warnings) == (VERSIONS[output], [])
    assert found.titles == ["Mọi thứ trong một bài: Đường, ễ, Ậ"] * 2
