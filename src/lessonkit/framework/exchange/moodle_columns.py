"""The fourteen columns of Moodle's table, and what stands in some of them."""

from lessonkit.framework.exchange.rows import letters

HEAD = (
    "Parent ID number", "ID number", "Short name", "Description", "Description format",
    "Scale values", "Scale configuration", "Rule type (optional)", "Rule outcome (optional)",
    "Rule config (optional)", "Cross-referenced competency ID numbers", "Exported ID (optional)",
    "Is framework", "Taxonomy",
)  # fmt: skip
COLUMNS = (
    "parent", "id", "name", "description", "format", "scale", "scale_configuration", "rule_type",
    "rule_outcome", "rule_config", "related", "exported_id", "framework", "taxonomy",
)  # fmt: skip
_ALIASES = {
    "crossreferencedcompetencyidnumbersoptional": "related",
    "exportid": "exported_id",
    "exportedid": "exported_id",
    "ruletype": "rule_type",
    "ruleoutcome": "rule_outcome",
    "ruleconfig": "rule_config",
    "taxonomies": "taxonomy",
}
BY_LETTERS = {**{letters(name): key for name, key in zip(HEAD, COLUMNS, strict=True)}, **_ALIASES}
KEPT = ("scale", "scale_configuration", "rule_type", "rule_outcome", "rule_config", "exported_id")
NOTHING = {"rule_outcome": "0", "rule_config": "null"}
"""What Moodle writes where there is nothing."""
FEW = 2
"""Values of a scale that says no more than whether."""
LEVEL = ("name", "stage", "statement")
