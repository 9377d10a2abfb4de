"""Rules: one file each, named by the fault, and the table of them."""

from typing import TYPE_CHECKING

from lessonkit.base.registry import Registry

if TYPE_CHECKING:
    from lessonkit.check.rule import Rule

NAMES: dict[str, str] = {
}

RULES: "Registry[Rule]" = Registry(
    "lessonkit.rules",
    {name: f"lessonkit.check.rules.{name.replace('-', '_')}:RULE" for name in NAMES.values()},
)
