"""`lessonkit diff` on packages of cmi5 and xAPI."""

import json
from pathlib import Path

from tests.projects import lesson, many, project

import lessonkit


def built(root: Path, iri: str) -> Path:
    """The folder with both packages of a lesson that lives at that address."""
    project(root, {"a/module.md": lesson("a", "")})
    settings = root / "lessonkit.toml"
    settings.write_text(f'[build]\niri = "{iri}"\n', "utf-8")
    (outcome,) = lessonkit.build([root], outputs=["cmi5", "xapi", "scorm12"])
    assert not outcome.failed, outcome.diagnostics
    return root / "build" / "a"


def test_packages_are_compared_and_a_new_address_loses_progress(tmp_path: Path) -> None:
    old = built(tmp_path / "cu", "https://vd.example/a/")
    new = built(tmp_path / "moi", "https://vd.example/b/")
    pairs = [("cmi5", old, "xapi", old), ("scorm12", old, "cmi5", new), ("xapi", old, "cmi5", new)]
    runs = [
        ["diff", str(was / f"a.{one}.zip"), str(now / f"a.{other}.zip"), "--format", "json"]
        for one, was, other, now in pairs
    ]
    done = many(tmp_path, *runs)
    assert [one["code"] for one in done] == [0, 0, 1], done
    told = [json.loads(one["out"]) for one in done]
    assert [one["changes"] for one in told[:2]] == [[], []]
    assert [(one["what"], one["new"]) for one in told[2]["changes"]] == [
        ("iri", "https://vd.example/b/a")
    ]
    assert told[2]["progress"]["lost"] == ["cau-mot"]
