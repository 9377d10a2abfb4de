"""`catalogue.json`: all that lies in a bundle and what it teaches, for platforms that import it.

The schema stands beside this file and is told of in the manual. What is not known is null, or an
empty list; keys are always there.
"""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from lessonkit.base.files import File, text_file
from lessonkit.framework import addresses
from lessonkit.framework.model import Framework
from lessonkit.outputs.program import Artefact, ProgramJob
from lessonkit.plan.alignment import Alignment, Claim
from lessonkit.plan.program import Lesson, Stage
from lessonkit.plan.promises import Promise
from lessonkit.read.formats import BY_SUFFIX

NAME = "catalogue.json"
FORMAT = "lessonkit-catalogue"
VERSION = 1
_TYPES: Mapping[str, str] = {
    **BY_SUFFIX,
    ".html": "text/html",
    ".css": "text/css",
    ".js": "text/javascript",
    ".json": "application/json",
    ".zip": "application/zip",
    ".epub": "application/epub+zip",
}


def catalogue(job: ProgramJob, listed: Mapping[str, tuple[int, str]]) -> File:
    """The file; `listed` holds size and SHA-256 of every other file of the bundle, by path."""
    own = [path for path in sorted(listed) if not _of_lesson(path, job.artefacts)]
    told = {
        "format": FORMAT,
        "version": VERSION,
        "generator": {"name": "lessonkit", "version": job.generator},
        "program": _program(job),
        "frameworks": list(_frameworks(job)),
        "modules": [_module(job, stage, listed) for stage in job.plan.stages],
        "files": [_file(path, listed) for path in own],
    }
    return text_file(NAME, json.dumps(told, ensure_ascii=False, indent=1) + "\n")


def _of_lesson(path: str, artefacts: tuple[Artefact, ...]) -> bool:
    return any(path == one.path or path.startswith(f"{one.path}/") for one in artefacts)


def _program(job: ProgramJob) -> dict[str, Any]:
    meta = job.plan.meta
    group = job.audiences.get(meta.audience)
    return {
        "id": meta.id,
        "version": meta.version,
        "lang": meta.lang,
        "title": meta.title,
        "summary": meta.summary,
        "pages": [
            {
                "lang": plan.meta.lang,
                "title": plan.meta.title,
                "summary": plan.meta.summary,
                "path": name,
            }
            for plan, name in job.pages
        ],
        "audience": {"id": meta.audience, "names": dict(group.names) if group else {}},
        "hours": meta.hours,
        "minutes": job.plan.minutes,
        "requires": list(meta.requires),
        "promises": [_promise(one, job.frameworks) for one in job.plan.promises],
        "certificate": meta.certificate,
        "authors": list(meta.authors),
        "license": meta.license,
        "keywords": list(meta.keywords),
    }


def _promise(promise: Promise, frameworks: Mapping[str, Framework]) -> dict[str, Any]:
    return {
        **_skill(frameworks, promise.framework, promise.code, promise.level),
        "proved_by": list(promise.proved_by),
        "by_crosswalk": list(promise.crosswalk),
    }


def _skill(
    frameworks: Mapping[str, Framework], name: str, code: str, level: int | None
) -> dict[str, Any]:
    framework = frameworks.get(name)
    skill = framework.skills.get(code) if framework else None
    return {
        "framework": name,
        "code": code,
        "level": level,
        "iri": addresses.iri(framework, code) if framework and skill else None,
        "names": dict(skill.names) if skill else {},
    }


def _frameworks(job: ProgramJob) -> Iterator[dict[str, Any]]:
    """Those that promises or objectives name, by id."""
    named = {one.framework for one in job.plan.promises}
    claims = (claim for stage in job.plan.stages for claim in stage.alignment.claims)
    named |= {claim.skill.partition(":")[0] for claim in claims if claim.skill}
    for name in sorted(named & job.frameworks.keys()):
        one = job.frameworks[name]
        yield {
            "id": name,
            "titles": dict(one.titles),
            "legal_act": one.legal_act,
            "completeness": dict(one.completeness),
            "doubts": [dict(doubt) for doubt in one.doubts],
            "moodle": job.tables.get(name),
        }


def _module(job: ProgramJob, stage: Stage, listed: Mapping[str, tuple[int, str]]) -> dict[str, Any]:
    known, own = stage.alignment, stage.lessons[0]
    return {
        "id": known.id,
        "version": known.version,
        "lang": known.lang,
        "title": known.title,
        "summary": known.summary,
        "minutes": known.minutes,
        "audience": list(known.audience),
        "requires": list(known.requires),
        "objectives": [_objective(claim) for claim in known.claims],
        "skills": list(_skills(known, job.frameworks)),
        "authors": list(own.authors),
        "license": known.license,
        "keywords": list(own.keywords),
        "editions": [_edition(job, one, listed) for one in stage.lessons],
    }


def _objective(claim: Claim) -> dict[str, Any]:
    return {
        "id": claim.id,
        "text": claim.text,
        "skill": claim.skill or None,
        "level": claim.level,
        "taught": bool(claim.taught),
        "practised": bool(claim.practised),
        "assessed": bool(claim.items),
    }


def _skills(known: Alignment, frameworks: Mapping[str, Framework]) -> Iterator[dict[str, Any]]:
    """Each skill at each level once, in the order of the objectives."""
    claims: dict[tuple[str, int | None], bool] = {}
    for claim in known.claims:
        if claim.skill:
            key = (claim.skill, claim.level)
            claims[key] = claims.get(key, False) or claim.proved
    for (name, level), proved in claims.items():
        framework, _, code = name.partition(":")
        yield {**_skill(frameworks, framework, code, level), "proved": proved}


def _edition(
    job: ProgramJob, lesson: Lesson, listed: Mapping[str, tuple[int, str]]
) -> dict[str, Any]:
    here = (one for one in job.artefacts if one.module == lesson.id and one.tag == lesson.tag)
    return {
        "lang": lesson.lang,
        "audience": job.audience,
        "version": lesson.version,
        "title": lesson.title,
        "summary": lesson.summary,
        "artefacts": [_artefact(one, listed) for one in here],
    }


def _artefact(one: Artefact, listed: Mapping[str, tuple[int, str]]) -> dict[str, Any]:
    """A folder with its files; of a package or a single file, the file itself."""
    below = [path for path in sorted(listed) if _of_lesson(path, (one,))]
    return {
        "output": one.output,
        "form": one.shape,
        "path": one.path,
        "launch": one.launch or None,
        "size": sum(listed[path][0] for path in below),
        "files": [_file(path, listed) for path in below],
    }


def _file(path: str, listed: Mapping[str, tuple[int, str]]) -> dict[str, Any]:
    size, digest = listed[path]
    suffix = path[path.rfind(".") :].lower() if "." in path.rpartition("/")[2] else ""
    return {
        "path": path,
        "size": size,
        "sha256": digest,
        "media_type": _TYPES.get(suffix, "application/octet-stream"),
    }
