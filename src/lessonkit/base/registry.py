"""Name → entry: built-ins first, then one entry-point group, loaded only when asked for by name."""

from collections.abc import Iterator, Mapping
from importlib import import_module
from typing import TYPE_CHECKING, Generic, TypeVar

from lessonkit.base.errors import PluginFault, UsageError
from lessonkit.base.near import nearest

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint


T = TypeVar("T")


class Registry(Generic[T]):
    """Entries given as `module:attribute`, imported at first use."""

    def __init__(self, group: str, builtin: Mapping[str, str]) -> None:
        self.group = group
        self.builtin = builtin
        self._loaded: dict[str, T] = {}
        self._found: dict[str, EntryPoint] | None = None

    def names(self) -> tuple[str, ...]:
        """Every name that `get` knows, built-ins first; loads nothing."""
        return (*self.builtin, *(name for name in self._plugins() if name not in self.builtin))

    def __iter__(self) -> Iterator[T]:
        """The built-in entries, in their order."""
        return (self.get(name) for name in self.builtin)

    def get(self, name: str) -> T:
        """The entry of that name.

        Raises:
            UsageError: no built-in or installed plug-in has that name; a near one is named.
            PluginFault: the plug-in of that name cannot be imported.
        """
        if name not in self._loaded:
            self._loaded[name] = self._load(name)
        return self._loaded[name]

    def _load(self, name: str) -> T:
        target = self.builtin.get(name)
        if target is not None:
            module, _, attribute = target.partition(":")
            entry: T = getattr(import_module(module), attribute)
            return entry
        plugin = self._plugins().get(name)
        if plugin is None:
            raise UsageError(_unknown(name, self.names()))
        try:
            loaded: T = plugin.load()
        except Exception as error:
            raise PluginFault(f"plug-in “{name}” ({plugin.value}): {error}") from error
        return loaded

    def _plugins(self) -> "dict[str, EntryPoint]":
        """Looked for once: every installed distribution is opened for it."""
        if self._found is None:
            from importlib.metadata import entry_points

            self._found = {point.name: point for point in entry_points(group=self.group)}
        return self._found


def _unknown(name: str, names: tuple[str, ...]) -> str:
    near = nearest(name, names)
    return f"“{name}”? {', '.join(names)}" if near is None else f"“{name}” → “{near}”?"
