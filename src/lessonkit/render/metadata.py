"""What a catalogue is told of a lesson in a package: LOM.

Sources: IMS Meta-Data 1.2.1 (SCORM 1.2 CAM 2.2), IEEE 1484.12.3 (SCORM 2004 CAM 4).
"""

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lessonkit.framework.model import Framework, Skill, name_in
from lessonkit.model.meta import Meta, Objective
from lessonkit.plan.page import Page

Skills = Mapping[str, tuple[Framework, Skill]]

DESCRIPTION_LIMIT = 1000
"""Characters; the smallest permitted maximum of both bindings, and some platforms hold to it."""
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_FREE = ("CC0-", "PDDL-", "Unlicense")


def xml_text(text: str) -> str:
    """The text without the control characters that XML 1.0 cannot hold."""
    return _NOT_XML.sub("", text)


@dataclass(frozen=True, slots=True)
class _Dialect:
    """How a binding spells: IMS 1.2.1 in lower case with `langstring`, IEEE LOM in camel case."""

    prefix: str
    ims: bool
    scheme: str

    def add(self, parent: ET.Element, name: str, text: str | None = None) -> ET.Element:
        element = ET.SubElement(parent, f"{self.prefix}:{name.lower() if self.ims else name}")
        if text is not None:
            element.text = xml_text(text)
        return element

    def words(self, parent: ET.Element, name: str, text: str, lang: str) -> None:
        holder = self.add(parent, name)
        string = self.add(holder, "langstring" if self.ims else "string", text)
        string.set("xml:lang" if self.ims else "language", lang)

    def term(self, parent: ET.Element, name: str, value: str) -> None:
        """A word of the LOM vocabulary."""
        holder = self.add(parent, name)
        if self.ims:
            self.words(holder, "source", "LOMv1.0", "x-none")
            self.words(holder, "value", value, "x-none")
        else:
            self.add(holder, "source", "LOMv1.0")
            self.add(holder, "value", value)

    def identity(self, parent: ET.Element, entry: str) -> None:
        holder = self.add(parent, "catalogentry" if self.ims else "identifier")
        self.add(holder, "catalog", "lessonkit")
        if self.ims:
            self.words(holder, "entry", entry, "x-none")
        else:
            self.add(holder, "entry", entry)

    def person(self, parent: ET.Element, name: str) -> None:
        escaped = re.sub(r"([\\;,])", r"\\\1", " ".join(name.split()))
        card = f"BEGIN:VCARD\nVERSION:3.0\nN:{escaped};;;;\nFN:{escaped}\nEND:VCARD"
        holder = self.add(parent, "centity") if self.ims else parent
        self.add(holder, "vcard" if self.ims else "entity", card)

    def path(self, parent: ET.Element, source: str, taxa: list[tuple[str, str]], lang: str) -> None:
        """A way through a taxonomy; IMS nests its taxa, IEEE puts them in a row."""
        holder = self.add(parent, "taxonPath")
        self.words(holder, "source", source, lang)
        for code, name in taxa:
            taxon = self.add(holder, "taxon")
            self.add(taxon, "id", code)
            self.words(taxon, "entry", name, lang)
            if self.ims:
                holder = taxon


def lom_12(page: Page, skills: Skills) -> ET.Element:
    """`imsmd:lom`, for a manifest that declares `imsmd` as imsmd_rootv1p2p1."""
    return _lom(page.meta, skills, _Dialect("imsmd", True, "ADL SCORM 1.2"))


def lom_2004(page: Page, skills: Skills) -> ET.Element:
    """`lom:lom`, for a manifest that declares `lom` as http://ltsc.ieee.org/xsd/LOM."""
    return _lom(page.meta, skills, _Dialect("lom", False, "LOMv1.0"))


def _lom(meta: Meta, skills: Skills, say: _Dialect) -> ET.Element:
    """Elements in the order that both schemas accept."""
    root = ET.Element(f"{say.prefix}:lom")
    _general(root, meta, say)
    _life(root, meta, say)
    scheme = say.add(root, "metaMetadata")
    say.add(scheme, "metadataScheme" if say.ims else "metadataSchema", say.scheme)
    technical = say.add(root, "technical")
    say.add(technical, "format", "text/html")
    say.add(technical, "location", "index.html")
    _educational(root, meta, say)
    _rights(root, meta, say)
    for required in meta.requires:
        relation = say.add(root, "relation")
        say.term(relation, "kind", "requires")
        say.identity(say.add(relation, "resource"), required)
    _classifications(root, meta, skills, say)
    return root


def _general(root: ET.Element, meta: Meta, say: _Dialect) -> None:
    general = say.add(root, "general")
    if not say.ims:
        say.identity(general, meta.id)
    say.words(general, "title", meta.title, meta.lang)
    if say.ims:
        say.identity(general, meta.id)
    say.add(general, "language", meta.lang)
    if meta.summary:
        say.words(general, "description", meta.summary[:DESCRIPTION_LIMIT], meta.lang)
    for keyword in meta.keywords:
        say.words(general, "keyword", keyword, meta.lang)
    say.term(general, "structure", "atomic")


def _life(root: ET.Element, meta: Meta, say: _Dialect) -> None:
    life = say.add(root, "lifeCycle")
    say.words(life, "version", meta.version, "x-none" if say.ims else meta.lang)
    say.term(life, "status", "final")
    if meta.authors:
        contribute = say.add(life, "contribute")
        say.term(contribute, "role", "author")
        for author in meta.authors:
            say.person(contribute, author)


def _educational(root: ET.Element, meta: Meta, say: _Dialect) -> None:
    educational = say.add(root, "educational")
    say.term(educational, "intendedEndUserRole", "learner")
    if meta.minutes is not None:
        time = say.add(educational, "typicalLearningTime")
        say.add(time, "datetime" if say.ims else "duration", f"PT{meta.minutes}M")
    say.add(educational, "language", meta.lang)


def _rights(root: ET.Element, meta: Meta, say: _Dialect) -> None:
    if not meta.license:
        return
    rights = say.add(root, "rights")
    say.term(rights, "cost", "no")
    free = meta.license.startswith(_FREE)
    say.term(rights, "copyrightAndOtherRestrictions", "no" if free else "yes")
    say.words(rights, "description", meta.license, meta.lang)


def _classifications(root: ET.Element, meta: Meta, skills: Skills, say: _Dialect) -> None:
    for objective in meta.objectives:
        goal = say.add(root, "classification")
        say.term(goal, "purpose", "educational objective")
        say.words(goal, "description", objective.text, meta.lang)
    aligned = tuple(named(meta, skills))
    unique = {(framework.id, skill.code): (framework, skill) for _, framework, skill in aligned}
    _classification(
        root,
        "competency",
        say,
        meta.lang,
        [path for pair in unique.values() for path in _paths(*pair, meta.lang)],
    )
    levels = {
        (framework.id, one.level): (framework, framework.levels[one.level])
        for one, framework, _ in aligned
        if one.level is not None and one.level in framework.levels
    }
    _classification(
        root,
        "skill level",
        say,
        meta.lang,
        [
            (
                name_in(one.titles, meta.lang),
                [(at.notation or str(at.level), name_in(at.names, meta.lang))],
            )
            for one, at in levels.values()
        ],
    )


def _classification(
    root: ET.Element,
    purpose: str,
    say: _Dialect,
    lang: str,
    paths: list[tuple[str, list[tuple[str, str]]]],
) -> None:
    """`paths`: each the name of a taxonomy and the way through it."""
    if not paths:
        return
    holder = say.add(root, "classification")
    say.term(holder, "purpose", purpose)
    for source, taxa in paths:
        say.path(holder, source, taxa, lang)


def _paths(
    framework: Framework, skill: Skill, lang: str
) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """By codes for a person, and by the skill's own address, where it has one, for a program."""
    title = name_in(framework.titles, lang)
    yield title, _taxa(framework, skill, lang)
    if skill.uri:
        yield framework.uri or title, [(skill.uri, name_in(skill.names, lang))]


def named(meta: Meta, skills: Skills) -> Iterator[tuple[Objective, Framework, Skill]]:
    """The objectives that name a skill, and that skill."""
    for objective in meta.objectives:
        found = skills.get(objective.skill or "")
        if found is not None:
            yield objective, *found


def _taxa(framework: Framework, skill: Skill, lang: str) -> list[tuple[str, str]]:
    """From the domain down to the skill."""
    taxa = [(skill.published, name_in(skill.names, lang))]
    while skill.parent in framework.skills:
        skill = framework.skills[skill.parent]
        taxa.insert(0, (skill.published, name_in(skill.names, lang)))
    return taxa
