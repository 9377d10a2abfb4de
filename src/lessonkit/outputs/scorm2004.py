"""`scorm2004`: a SCORM 2004 package with one SCO, 4th edition or, by setting, 3rd.

The mastery is named as the primary objective's measure, but `satisfiedByMeasure` is false: were it
true, a platform would call a learner who pauses half-way failed by the score so far (RTE 4.2.22.1,
cmi.success_status with a scaled passing score). The content sets completion and success, and the
delivery controls say so.
"""

import xml.etree.ElementTree as ET

from lessonkit.base.files import Bundle
from lessonkit.model.profile import Profile
from lessonkit.model.settings import BuildSettings
from lessonkit.outputs.base import Job, Output, Shape
from lessonkit.outputs.manifest import LAUNCH, NAME, child, resources, skeleton, xml_bytes
from lessonkit.outputs.package import package
from lessonkit.outputs.site import SHOWN, needs, remarks
from lessonkit.render.metadata import lom_2004

PRIMARY = "PRIMARY"
"""Id of the primary objective; no objective of an author has capitals."""
_HIDDEN = ("previous", "continue")
"""Buttons of the platform that lead nowhere in a package of one SCO."""
_NAMESPACES = {
    "version": "1.0",
    "xmlns": "http://www.imsglobal.org/xsd/imscp_v1p1",
    "xmlns:adlcp": "http://www.adlnet.org/xsd/adlcp_v1p3",
    "xmlns:adlseq": "http://www.adlnet.org/xsd/adlseq_v1p3",
    "xmlns:adlnav": "http://www.adlnet.org/xsd/adlnav_v1p3",
    "xmlns:imsss": "http://www.imsglobal.org/xsd/imsss",
    "xmlns:lom": "http://ltsc.ieee.org/xsd/LOM",
    "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
    "xsi:schemaLocation": (
        "http://www.imsglobal.org/xsd/imscp_v1p1 imscp_v1p1.xsd"
        " http://www.adlnet.org/xsd/adlcp_v1p3 adlcp_v1p3.xsd"
        " http://www.adlnet.org/xsd/adlseq_v1p3 adlseq_v1p3.xsd"
        " http://www.adlnet.org/xsd/adlnav_v1p3 adlnav_v1p3.xsd"
        " http://www.imsglobal.org/xsd/imsss imsss_v1p0.xsd"
        " http://ltsc.ieee.org/xsd/LOM lom.xsd"
    ),
}


def manifest(job: Job, names: tuple[str, ...]) -> bytes:
    """`imsmanifest.xml` for a package that holds these files."""
    edition = f"2004 {_ordinal(job)} Edition"
    root, organization, item = skeleton(job, _NAMESPACES, edition, lom_2004(job.page, job.skills))
    _sequencing(item, job)
    interface = child(child(item, "adlnav:presentation"), "adlnav:navigationInterface")
    for button in _HIDDEN:
        child(interface, "adlnav:hideLMSUI", button)
    control = child(organization, "imsss:sequencing")
    child(control, "imsss:controlMode", choice="true", flow="true")
    resources(root, job, "adlcp:scormType", names)
    return xml_bytes(root)


def _ordinal(job: Job) -> str:
    return "3rd" if job.settings.scorm2004_edition == 3 else "4th"


def _sequencing(item: ET.Element, job: Job) -> None:
    """Objectives under the ids that the player reports, then who sets the status."""
    sequencing = child(item, "imsss:sequencing")
    objectives = child(sequencing, "imsss:objectives")
    primary = child(
        objectives, "imsss:primaryObjective", objectiveID=PRIMARY, satisfiedByMeasure="false"
    )
    mastery = job.page.meta.tracking.mastery
    if mastery is not None:
        child(primary, "imsss:minNormalizedMeasure", f"{mastery:.4f}".rstrip("0").rstrip("."))
    for objective in job.page.meta.objectives:
        child(objectives, "imsss:objective", objectiveID=objective.id)
    child(
        sequencing,
        "imsss:deliveryControls",
        tracked="true",
        completionSetByContent="true",
        objectiveSetByContent="true",
    )


def render(job: Job) -> Bundle:
    """The whole package."""
    folder = f"scorm2004-{job.settings.scorm2004_edition}"
    return package(job, "scorm2004", folder, manifest)


def state_limit(settings: BuildSettings, profile: Profile) -> int | None:
    """By the edition, or what the platform is known to keep."""
    return profile.state("scorm2004", settings.scorm2004_edition)


_FORMS: tuple[tuple[Shape, str], ...] = (("zip", ".scorm2004.zip"),)
OUTPUT = Output(
    "scorm2004",
    _FORMS,
    SHOWN,
    needs,
    render,
    (NAME, LAUNCH),
    state_limit,
    rounds=True,
    remarks=remarks,
)
