"""Runs in a virtual environment of its own: what Open edX's SCORM block makes of a package.

    python xblock_reader.py package.zip < written.json

Standard input is a JSON list of [element, value], the writes of a lesson in their order. The
package is unpacked and read by the block's own code; its answer is printed as JSON. Nothing of
the project imports this file, and it imports nothing of the project.
"""

import importlib
import json
import sys
import tempfile
from pathlib import Path
from types import SimpleNamespace
from typing import Any

SETTINGS = {
    "INSTALLED_APPS": [],
    "USE_TZ": True,
    "CACHES": {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}},
}


class Runtime:
    """As much of the platform as the block asks for."""

    def __init__(self) -> None:
        self.grades: list[float] = []

    def service(self, _block: Any, _name: str) -> None:
        """No service is offered, so the block uses its defaults."""

    def handler_url(self, _block: Any, name: str) -> str:
        """The address under which the block serves its files."""
        return f"/{name}"

    def publish(self, _block: Any, event: str, data: dict[str, Any]) -> None:
        """Grades are kept, other events are not asked for."""
        if event == "grade":
            self.grades.append(data["value"])


def make_block(storage: str, runtime: Runtime) -> Any:
    """A graded block of the real class, with an empty state."""
    settings = importlib.import_module("django.conf").settings
    settings.configure(MEDIA_ROOT=storage, **SETTINGS)
    importlib.import_module("django").setup()
    fields = importlib.import_module("xblock.field_data").DictFieldData({"has_score": True})
    ids = SimpleNamespace(usage_id="lesson", def_id="lesson", user_id="learner", block_type="scorm")
    block = importlib.import_module("openedxscorm.scormxblock").ScormXBlock(runtime, fields, ids)
    block.location = SimpleNamespace(
        block_id="lesson", org="org", course="course", block_type="scorm"
    )
    return block


def read(package: Path, written: list[tuple[str, str]]) -> dict[str, Any]:
    """Upload a package as the studio does, then write to it as a lesson does."""
    runtime = Runtime()
    with tempfile.TemporaryDirectory() as storage:
        block = make_block(storage, runtime)
        with package.open("rb") as file:
            block.update_package_meta(file)
            block.extract_package(file)
            block.update_package_fields()
        launch = block.index_page_path
        found = block.storage.exists(f"{block.extract_folder_path}/{launch}")
        for element, value in written:
            block.set_value({"name": element, "value": value})
        return {
            "launch": launch,
            "launch_exists": found,
            "version": block.scorm_version,
            "menu": block.navigation_menu,
            "warnings": list(block.package_warnings or []),
            "completion": block.lesson_status,
            "success": block.success_status,
            "score": block.lesson_score,
            "grade": runtime.grades[-1] if runtime.grades else None,
        }


if __name__ == "__main__":
    json.dump(read(Path(sys.argv[1]), json.load(sys.stdin)), sys.stdout)
