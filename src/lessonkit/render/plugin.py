"""Files that a question type from a plug-in ships beside its Python module."""

from importlib.resources import files

from lessonkit.base.errors import PluginFault
from lessonkit.questions import QUESTIONS


def beside_plugin(kind: str, name: str) -> str:
    """The text of that file. Raises: PluginFault: it is not there; names plug-in and file."""
    package = QUESTIONS.get(kind).__module__.rpartition(".")[0]
    try:
        return (files(package) / name).read_text(encoding="utf-8")
    except (OSError, ValueError, ModuleNotFoundError) as error:
        raise PluginFault(f"{package}/{name}: {error}") from error
