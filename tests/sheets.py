"""A module as a job for what is set in type, and the step that sets it, in a folder of a test."""

from pathlib import Path

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
