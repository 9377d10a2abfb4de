"""What catalogues are told: LOM in both bindings, JSON-LD."""

import json
import xml.etree.ElementTree as ET
from collections.abc import Callable
from dataclasses import replace

import pytest

from lessonkit.base.diag import line_span
from lessonkit.framework.load import builtin
from lessonkit.framework.model import Framework, Level, Skill
from lessonkit.model.blocks import Paragraph
from lessonkit.model.meta import Meta, Objective
from lessonkit.plan.page import Page
from lessonkit.render.json_ld import json_ld
from lessonkit.render.metadata import Skills, lom_12, lom_2004
from lessonkit.text.inline import Prose, Text

SKILL = "tt02-2025:4.2"
META = Meta(
    id="bai",
    title="Bài & <học>",
    summary="x" * 1000,
    minutes=7,
    objectives=(Objective(id="lam", text="Làm được", skill=SKILL, level=2),),
    requires=("truoc",),
    authors=("Trần, Thị; Ba",),
    license="CC-BY-4.0",
    keywords=("một", "hai"),
)


def _page(meta: Meta = META) -> Page:
    span = line_span("module.md")
    return Page(meta, (Paragraph(Prose((Text("Chữ", span),), span), (), span),), (), ())


def _skills() -> Skills:
    framework = builtin()["tt02-2025"]
    return {SKILL: (framework, framework.skills["4.2"])}


def _texts(root: ET.Element, path: str) -> list[str]:
    """Texts at a path of names, written as IEEE LOM spells them."""
    found = [root]
    for name in path.split("/"):
        found = [one for parent in found for one in parent if _name(one) == name.lower()]
    return ["".join(one.itertext()) for one in found]


def _name(element: ET.Element) -> str:
    return element.tag.partition(":")[2].lower()


BOTH = pytest.mark.parametrize("lom", [lom_12, lom_2004])


@BOTH
def test_both_bindings_hold_what_the_front_matter_says(lom: Callable[..., ET.Element]) -> None:
    root = lom(_page(), _skills())
    assert _texts(root, "general/title") == [META.title]
    assert _texts(root, "general/language") == ["vi"]
    assert _texts(root, "general/description") == [META.summary]
    assert _texts(root, "general/keyword") == ["một", "hai"]
    assert _texts(root, "educational/typicalLearningTime") == ["PT7M"]
    assert _texts(root, "rights/description") == ["CC-BY-4.0"]
    assert "truoc" in _texts(root, "relation/resource")[0]
    assert [
        purpose.removeprefix("LOMv1.0") for purpose in _texts(root, "classification/purpose")
    ] == [
        "educational objective",
        "competency",
        "skill level",
    ]


@BOTH
def test_a_skill_is_a_path_from_its_domain(lom: Callable[..., ET.Element]) -> None:
    root = lom(_page(), _skills())
    ids = [one.text for one in root.iter() if one.tag.endswith(":id")]
    assert ids == ["4", "4.2", "2"]


@BOTH
def test_a_skill_with_an_address_is_called_by_it_too(lom: Callable[..., ET.Element]) -> None:
    (framework, skill), address = _skills()[SKILL], "https://case.example.org/uri/1"
    whole = replace(framework, uri="https://case.example.org/doc")
    root = lom(_page(), {SKILL: (whole, replace(skill, uri=address))})
    ids = [one.text for one in root.iter() if one.tag.endswith(":id")]
    assert ids == ["4", "4.2", address, "2"]
    assert whole.uri in "".join(root.itertext())


@BOTH
def test_names_are_vcards_with_their_signs_escaped(lom: Callable[..., ET.Element]) -> None:
    text = "".join(lom(_page(), _skills()).itertext())
    assert (
        "BEGIN:VCARD\nVERSION:3.0\nN:Trần\\, Thị\\; Ba;;;;\nFN:Trần\\, Thị\\; Ba\nEND:VCARD" in text
    )


@BOTH
def test_what_is_not_known_is_left_out(lom: Callable[..., ET.Element]) -> None:
    bare = Meta(id="a", title="A\x00\x1b\ufffe")
    root = lom(_page(bare), {})
    tags = {_name(one) for one in root.iter()}
    assert not tags & {"keyword", "rights", "classification", "relation", "typicallearningtime"}
    assert _texts(root, "general/title") == ["A"]


def test_json_ld_names_skills_and_cannot_end_its_script() -> None:
    page = _page(
        META.model_copy(update={"title": "</script>", "audience": ("nguoi-dan", "nhom-la")})
    )
    text = json_ld(page, _skills(), {"nguoi-dan": "Người dân"})
    assert "<" not in text
    found = json.loads(text)
    assert found["name"] == "</script>"
    assert [one["audienceType"] for one in found["audience"]] == ["Người dân", "nhom-la"]
    assert found["timeRequired"] == "PT7M"
    assert found["teaches"][0]["termCode"] == "4.2"
    assert found["teaches"][0]["@id"] == "urn:lessonkit:framework:tt02-2025:4.2"
    assert found["teaches"][0]["inDefinedTermSet"]["name"] == "Khung năng lực số cho người học"
    (level,) = found["educationalLevel"]
    assert (level["termCode"], level["name"]) == ("2", "Bậc 2")
    assert level["@id"] == "urn:lessonkit:framework:tt02-2025:level:2"
    assert "assesses" not in found
    assert found["license"] == "https://spdx.org/licenses/CC-BY-4.0.html"


@BOTH
def test_others_are_told_the_code_that_was_published(lom: Callable[..., ET.Element]) -> None:
    skill = Skill("AT-1", {"vi": "Giữ mật khẩu"}, notation="AT 1")
    level = Level(2, {"vi": "Vững"}, notation="B1")
    skills = {"tt02-2025:4.2": (Framework("so", {"vi": "Sở"}, {"AT-1": skill}, {2: level}), skill)}
    ids = [one.text for one in lom(_page(), skills).iter() if one.tag.endswith(":id")]
    assert ids == ["AT 1", "B1"]
    found = json.loads(json_ld(_page(), skills))
    assert found["teaches"][0]["termCode"] == "AT 1"
    assert found["teaches"][0]["@id"] == "urn:lessonkit:framework:so:AT-1"
    assert found["educationalLevel"][0]["termCode"] == "B1"
