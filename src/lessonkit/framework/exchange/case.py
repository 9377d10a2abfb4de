"""CASE 1.0 and 1.1: a CFPackage as JSON.

Source: 1EdTech, Competencies and Academic Standards Exchange, the payload of getCFPackage.
"""

from lessonkit.framework.exchange.base import Around, Exchange, Read, Written
from lessonkit.framework.model import Framework


def read(text: str, around: Around) -> Read:
    """A framework from a package of either version, or of OpenSALT, which adds to both."""
    from lessonkit.framework.exchange.case_reader import read_package

    return read_package(text, around)


def write(framework: Framework, around: Around) -> Written:
    """As 1.1."""
    from lessonkit.framework.exchange.case_writer import write_package

    return write_package(framework, around, "1.1")


def write_1_0(framework: Framework, around: Around) -> Written:
    """As 1.0."""
    from lessonkit.framework.exchange.case_writer import write_package

    return write_package(framework, around, "1.0")


def recognises(text: str) -> bool:
    """A JSON object that names one of the parts."""
    start = text.lstrip()[:1]
    parts = ('"CFDocument"', '"CFPackage"', '"CFItems"', '"CFDocuments"')
    return start == "{" and any(part in text for part in parts)


EXCHANGE = Exchange("case", ".json", read, write, recognises)
EXCHANGE_1_0 = Exchange("case1.0", ".json", read, write_1_0, recognises)
