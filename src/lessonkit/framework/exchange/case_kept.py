"""What of associations ours have no place for: their own UUIDs, addresses, groups, notes.

Whoever takes an export in again knows associations by UUID, and would have each of them twice.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from lessonkit.framework import addresses, identifiers
from lessonkit.framework.exchange.base import Losses
from lessonkit.framework.exchange.case_link import Link
from lessonkit.framework.exchange.jsontext import deeper
from lessonkit.framework.model import Framework

BASE = "associationBase"
"""Key of what addresses of associations begin with, before the UUID."""
_NATIVE = (
    "associationType", "originNodeURI", "destinationNodeURI", "sequenceNumber", "CFDocumentURI",
)  # fmt: skip
_ONLY_1_1 = ("notes", "extensions")


def keep(
    links: Iterable[Link],
    skills: Mapping[str, dict[str, Any]],
    document: Mapping[str, Any],
    framework: str,
    losses: Losses,
) -> str:
    """Put with each skill what its associations say of themselves; returns the common base.

    `skills`: the data of each by key.
    """
    bases: Counter[str] = Counter()
    kept: list[dict[str, Any]] = []
    for link in links:
        said = _said(link, document, framework)
        data = skills.get(link.origin.key) if link.origin.inside else None
        if not said:
            continue
        if data is None or deeper(said):
            losses.add("association-details", link.type)
            continue
        base = _base(said)
        bases[base] += bool(base)
        kept.append(said)
        case = data.setdefault("kept", {}).setdefault("case", {})
        to = link.target.identifier or link.target.uri
        case.setdefault("associations", []).append({"type": link.type, "to": to, **said})
    common = max(bases, key=bases.__getitem__, default="")
    for data in skills.values():
        for one in data.get("kept", {}).get("case", {}).get("associations", ()):
            if common and _base(one) == common:
                del one["uri"]
    return common


def _said(link: Link, document: Mapping[str, Any], framework: str) -> dict[str, Any]:
    """All that is not what we would write anyway."""
    rest = {key: value for key, value in link.raw.items() if key not in _NATIVE and value}
    if rest.get("lastChangeDateTime") == document.get("lastChangeDateTime"):
        rest.pop("lastChangeDateTime", None)
    target = link.target.identifier or link.target.uri
    parts = (link.type, link.origin.identifier, target)
    if rest.get("identifier") == identifiers.derived("association", framework, *parts):
        rest.pop("identifier")
        if rest.get("uri") == addresses.urn(framework, "association", *parts):
            rest.pop("uri")
    return rest


def _base(said: Mapping[str, Any]) -> str:
    """What the address begins with, where it ends with the UUID."""
    identifier, uri = said.get("identifier"), said.get("uri")
    if isinstance(identifier, str) and isinstance(uri, str) and identifier:
        return uri.removesuffix(identifier) if uri.endswith(identifier) else ""
    return ""


class Kept:
    """What was kept, by the ends and the type of an association."""

    def __init__(self, framework: Framework, version: str) -> None:
        self._base = framework.kept.get("case", {}).get(BASE, "")
        self._version = version
        self._found: dict[tuple[str, str, str], Mapping[str, Any]] = {}
        for code, skill in framework.skills.items():
            for one in skill.kept.get("case", {}).get("associations", ()):
                if isinstance(one, Mapping):
                    ends = (str(one.get("type", "")), str(one.get("to", "")).lower())
                    self._found[identifiers.of_skill(framework, code).lower(), *ends] = one

    def __call__(self, origin: str, kind: str, *targets: str) -> dict[str, Any]:
        """Fields of an association, in place of derived ones; `targets` are names of one node."""
        ends = ((origin.lower(), kind, target.lower()) for target in targets)
        one = next((self._found[end] for end in ends if end in self._found), {})
        said = {key: value for key, value in one.items() if key not in ("type", "to")}
        if "identifier" in said and "uri" not in said and self._base:
            said["uri"] = f"{self._base}{said['identifier']}"
        if self._version == "1.0":
            said = {key: value for key, value in said.items() if key not in _ONLY_1_1}
        return said
