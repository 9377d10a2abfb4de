"""The templates of a theme, compiled once a process, in a sandbox: a theme is data."""

from functools import lru_cache
from typing import TYPE_CHECKING, Any

from lessonkit.base.errors import SettingsError
from lessonkit.questions import QUESTIONS
from lessonkit.render.plugin import beside_plugin
from lessonkit.render.theme import Theme

if TYPE_CHECKING:
    from jinja2.sandbox import SandboxedEnvironment

_environments: "dict[str, SandboxedEnvironment]" = {}
_KEPT = 4
"""Themes whose compiled templates are kept; a process builds with one, tests with a few."""


def fill(theme: Theme, template: str, values: dict[str, Any]) -> str:
    """The template of that name with these values, which are plain data and ready HTML.

    Raises: SettingsError: the template is missing, cannot be read, or names what is not there.
    """
    from jinja2 import TemplateError

    try:
        return environment(theme).get_template(template).render(values)
    except TemplateError as error:
        place = theme.places.get(getattr(error, "name", None) or template, template)
        line = getattr(error, "lineno", None)
        where = f"{place}:{line}" if line else place
        raise SettingsError(f"{where}: {error.message or type(error).__name__}") from error
    except (MemoryError, OverflowError, RecursionError) as error:
        place = theme.places.get(template, template)
        raise SettingsError(f"{place}: {type(error).__name__}") from error


def environment(theme: Theme) -> "SandboxedEnvironment":
    """Compiled templates are shared by themes with equal files."""
    found = _environments.get(theme.digest)
    if found is None:
        if len(_environments) >= _KEPT:
            _environments.clear()
        found = _environments[theme.digest] = _made(theme)
    return found


def _made(theme: Theme) -> "SandboxedEnvironment":
    from jinja2 import FunctionLoader, StrictUndefined
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    made = ImmutableSandboxedEnvironment(
        loader=FunctionLoader(lambda name: theme.templates.get(name) or _shipped(name)),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    made.globals.clear()
    made.globals["icon"] = icon
    return made


def _shipped(name: str) -> str | None:
    """The template of a question type that is a plug-in: `<type>.html` beside its module."""
    kind = name.removeprefix("questions/").removesuffix(".html")
    if not name.startswith("questions/") or kind in QUESTIONS.builtin:
        return None
    return beside_plugin(kind, f"{kind}.html")


@lru_cache(maxsize=64)
def icon(name: str) -> Any:
    """The sign of that name from `icons.html`, not spoken."""
    from markupsafe import Markup

    return Markup('<svg class="lk-i" aria-hidden="true"><use href="#lk-i-{}"/></svg>').format(name)
