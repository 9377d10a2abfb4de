"""`scorm12`: a SCORM 1.2 package with one SCO.

There is no `adlcp:masteryscore`, although a module may have one. Where the manifest names it, a
platform judges by itself at LMSFinish whenever there is a raw score (SCORM 1.2 RTE 3.4.4,
cmi.core.lesson_status; Moodle does): a learner who pauses after two of five questions would be
`failed`, and locked out, and a lesson that is `completed` by reading would become `failed`. The
player knows the mastery and says what holds.
"""

from lessonkit.base.files import Bundle
from lessonkit.model.profile import Profile
from lessonkit.model.settings import BuildSettings
from lessonkit.outputs.base import Job, Output, Shape
from lessonkit.outputs.manifest import LAUNCH, NAME, resources, skeleton, xml_bytes
from lessonkit.outputs.package import package
from lessonkit.outputs.site import SHOWN, needs, remarks
from lessonkit.render.metadata import lom_12

_NAMESPACES = {
    "version": "1.1",
    "xmlns": "http://www.imsproject.org/xsd/imscp_rootv1p1p2",
    "xmlns:adlcp": "http://www.adlnet.org/xsd/adlcp_rootv1p2",
    "xmlns:imsmd": "http://www.imsglobal.org/xsd/imsmd_rootv1p2p1",
    "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
    "xsi:schemaLocation": (
        "http://www.imsproject.org/xsd/imscp_rootv1p1p2 imscp_rootv1p1p2.xsd"
        " http://www.imsglobal.org/xsd/imsmd_rootv1p2p1 imsmd_rootv1p2p1.xsd"
        " http://www.adlnet.org/xsd/adlcp_rootv1p2 adlcp_rootv1p2.xsd"
    ),
}


def manifest(job: Job, names: tuple[str, ...]) -> bytes:
    """`imsmanifest.xml` for a package that holds these files."""
    root, _, _ = skeleton(job, _NAMESPACES, "1.2", lom_12(job.page, job.skills))
    resources(root, job, "adlcp:scormtype", names)
    return xml_bytes(root)


def render(job: Job) -> Bundle:
    """The whole package."""
    return package(job, "scorm12", "scorm12", manifest)


def state_limit(_settings: BuildSettings, profile: Profile) -> int:
    """4096 by the standard (SCORM 1.2 RTE 3.4.4, cmi.suspend_data); some platforms keep more."""
    return profile.scorm12_state


_FORMS: tuple[tuple[Shape, str], ...] = (("zip", ".scorm12.zip"),)
OUTPUT = Output(
    "scorm12",
    _FORMS,
    SHOWN,
    needs,
    render,
    (NAME, LAUNCH),
    state_limit,
    rounds=True,
    remarks=remarks,
)
