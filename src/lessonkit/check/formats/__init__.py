"""Forms of a report: one file each, and the table of them."""

FORMATS = ("text", "json", "sarif", "github")
"""Each is a function `write` in the file of its name."""
