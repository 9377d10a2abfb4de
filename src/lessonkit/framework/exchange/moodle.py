"""Competency frameworks of Moodle: the CSV of `tool_lpimportcsv`, fourteen columns in one order.

Source: moodle/moodle, admin/tool/lpimportcsv, framework_importer.php and framework_exporter.php.
What Moodle has no column for stands in the descriptions, where people read it too.
"""

import re

from lessonkit.framework.exchange.base import Around, Exchange, Read, Written
from lessonkit.framework.exchange.moodle_columns import BY_LETTERS, HEAD
from lessonkit.framework.exchange.rows import heads
from lessonkit.framework.model import Framework


def recognises(text: str) -> bool:
    """Its names of columns; else, for those are translated, as many of them and a framework."""
    found = heads(text)
    names = {BY_LETTERS.get(one) for one in found}
    if {"id", "name"} <= names and names & {"parent", "framework", "taxonomy"}:
        return True
    return len(found) == len(HEAD) and re.search(r"\[\{.{0,3}scaleid", text[:50_000]) is not None


def read(text: str, around: Around) -> Read:
    """A framework from the CSV; columns by name, or by place where the names are translated.

    Raises: Unreadable: no table, or neither the names nor the number of the columns is right.
    """
    from lessonkit.framework.exchange.moodle_reader import read_table

    return read_table(text, around)


def write(framework: Framework) -> str:
    """The CSV alone."""
    return exchanged(framework, Around()).text


def exchanged(framework: Framework, around: Around) -> Written:  # noqa: ARG001
    """The CSV: the framework, then a row a skill, parents first."""
    from lessonkit.framework.exchange.moodle_writer import Writing

    return Writing(framework).written()


EXCHANGE = Exchange("moodle", ".csv", read, exchanged, recognises)
