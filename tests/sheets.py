"""A module as a job for what is set in type, and the step that sets it, in a folder of a test."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pypdf.generic import DictionaryObject

from lessonkit.build.derivatives import Bench
from lessonkit.build.store import Store
from lessonkit.model.module import Checked
from lessonkit.outputs.base import Derivative, Job
from lessonkit.plan.page import page
from lessonkit.read.module import read_module
from lessonkit.read.project import find_project
from lessonkit.render.theme import load_theme

EPOCH = 86_400


def job_of(file: Path) -> Job:
    """For all groups."""
    project = find_project(file.parent)
    module = read_module(file, project.root, project.settings).module
    assert module is not None
    theme = load_theme("default")
    settings = project.settings
    return Job(
        Checked(module, ()), page(module), theme, {}, {}, settings.build, EPOCH, project=settings
    )


def made(job: Job, one: Derivative, store: Path) -> bytes:
    """What became of it."""
    assets = {asset.digest: asset for asset in job.checked.module.assets.values()}
    bench = Bench(assets, 40, Store(store))
    bench.make([one])
    assert bench.problems == {}
    found = bench.data[one]
    return found if isinstance(found, bytes) else found.path.read_bytes()


def tags(node: Any) -> Iterator[tuple[str, DictionaryObject]]:
    """Every structure element, in the order in which it is read out."""
    found = node.get_object()
    if isinstance(found, list):
        for one in found:
            yield from tags(one)
    elif isinstance(found, DictionaryObject):
        if "/S" in found:
            yield str(found["/S"]), found
        if "/K" in found:
            yield from tags(found["/K"])
