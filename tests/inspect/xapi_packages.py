"""Packages of cmi5 and xAPI of another tool, made by hand."""

from pathlib import Path

SPACE = "https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd"


def words(title: str, more: str = "Mô tả") -> str:
    """Title and description."""
    return (
        f'<title><langstring lang="vi">{title}</langstring></title>'
        f'<description><langstring lang="vi">{more}</langstring></description>'
    )


def au(name: str, url: str = "bai.html", attributes: str = "", more: str = "") -> str:
    """A unit."""
    return (
        f'<au id="https://vd.example/{name}" {attributes}>{words(f"Bài {name}")}'
        f"<url>{url}</url>{more}</au>"
    )


def structure(inner: str, space: str = SPACE, head: str = "https://vd.example/khoa") -> str:
    """A course structure around units and blocks."""
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><courseStructure xmlns="{space}">'
        f'<course id="{head}">{words("Khóa thử")}</course>{inner}</courseStructure>'
    )


CASES = Path(__file__).parents[1] / "cases" / "packages"

COURSE = {
    "cmi5.xml": structure(
        au("mot", "bai.html?x=1", 'moveOn="CompletedAndPassed" masteryScore="0.8"')
        + f'<block id="https://vd.example/chuong">{words("Chương hai")}'
        + au("hai", "bai.html", 'moveOn="Completed" launchMethod="AnyWindow"',
             "<launchParameters>rude</launchParameters>")
        + "</block>"
    ),
    "bai.html": (CASES / "unit.html").read_text("utf-8"),
}  # fmt: skip
"""Two units in one file, the second in a block; it does not say goodbye."""

XAPI = {
    "tincan.xml": (CASES / "tincan.xml").read_text("utf-8"),
    "xapi.html": (CASES / "activity.html").read_text("utf-8"),
}
"""Two activities that can be launched and one that cannot; they say a score that is none."""
