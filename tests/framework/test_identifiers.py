"""UUIDs of frameworks: the same for ever, and never the same for two things."""

from dataclasses import replace
from unicodedata import normalize
from uuid import NAMESPACE_URL, UUID, uuid5

from lessonkit.framework.identifiers import (
    NAMESPACE,
    derived,
    of_framework,
    of_level,
    of_skill,
)
from lessonkit.framework.load import builtin
from lessonkit.framework.model import Framework, Skill


def test_others_keep_these() -> None:
    framework = builtin()["tt02-2025"]
    assert uuid5(NAMESPACE_URL, "urn:lessonkit:framework") == NAMESPACE
    assert of_framework(framework) == "2a53d1a8-e226-5604-820b-f346aa178cc8"
    assert of_skill(framework, "4.2") == "e6f9bf4d-c4be-5c6e-bacc-b00ba93be7d8"
    assert of_level(framework, 3) == "7551fadc-4bbe-513a-b7ad-ab1929a96419"


def test_no_two_are_the_same() -> None:
    found = [
        found
        for one in builtin().values()
        for found in (
            of_framework(one),
            *(of_skill(one, code) for code in one.skills),
            *(of_level(one, level) for level in (*one.levels, -1)),
        )
    ]
    assert len(set(found)) == len(found)
    assert all(UUID(one).version == 5 for one in found)


def test_what_others_call_it_wins() -> None:
    skill = Skill("a", {"vi": "A"}, identifier="00000000-0000-4000-8000-000000000001")
    framework = Framework("thu", {"vi": "Thử"}, {"a": skill})
    assert of_skill(framework, "a") == skill.identifier
    assert of_skill(framework, "b") == derived("skill", "thu", "b")
    assert of_framework(replace(framework, identifier=skill.identifier)) == skill.identifier


def test_one_text_in_two_forms_is_one() -> None:
    code = "kỹ-năng"
    assert derived("skill", "thu", normalize("NFD", code)) == derived("skill", "thu", code)
