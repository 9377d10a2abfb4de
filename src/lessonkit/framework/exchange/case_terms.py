"""The words in a package of CASE that are ours."""

OURS = "lessonkit"
"""Our part of `extensions` (1.1) holds what CASE has no field for; 1.0 has it in the notes."""
PACKAGE = "CFPackage"
"""Key of what is kept of the extensions of the package as a whole."""
LEVEL = "Level"
STATEMENT = "Level statement"
"""The CFItemType of our levels, and of what a framework says of a skill at one."""
