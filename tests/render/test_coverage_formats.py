"""The report on coverage in its formats for programs and for people, whole and unchanged."""

from tests.golden import Golden
from tests.plan.test_coverage import reported

from lessonkit.render.coverage import text

CASE = {
    "modules": {
        "mot": {"minutes": 9, "audience": ["dan"], "claims": ["a:1.1@1 1 2", "a:1.2@2 1 1"]},
        "hai": {"minutes": 4, "audience": ["dan", "can-bo"], "claims": ["a:1.1@1 1 2", "c:k 1 0"]},
    },
    "profiles": {"dan": ["a:1.1@1", "a:2.1@1"]},
}


def test_data_table_and_note_are_what_was_looked_at(update_golden: bool) -> None:
    found = reported(CASE)
    files = {
        f"report.{lang}.{form}": text(form, found, lang).encode()
        for form, lang in (("json", "vi"), ("csv", "en"), ("md", "vi"), ("md", "en"))
    }
    assert all(files.values())
    # Fails where a file is not what was looked at.
    Golden(update_golden).compare("coverage", files)
