"""Small projects for tests that build, and the command line in a process of its own."""

import json
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from PIL import Image

KITCHEN_SINK = Path(__file__).parent / "cases" / "modules" / "kitchen-sink"

LESSON = """\
---
id: {id}
title: Bài {id}
summary: Một bài để thử.
lang: vi
minutes: 1
audience: [nguoi-dan]
authors: [Người thử]
objectives:
  - id: lam
    text: Thực hiện được việc {id}
    skill: tt02-2025:1.1
    level: 1
license: CC-BY-4.0
keywords: [thử]
tracking:
  complete: answered
  mastery: 0.8
---

## Phần một {{#mot}}

Đọc một câu ngắn.

:::{{choice}} Bạn nên làm gì trước?
:id: cau-mot
:objective: lam

- [x] Đọc kỹ
  > Đúng.
- [ ] Bỏ qua
  > Chưa đúng.
- [ ] Hỏi lại
  > Chưa đúng.
:::

:::{{practice}} Làm thử
:id: lam-thu

Làm việc ấy một lần.
:::
"""


def lesson(name: str, more: str = "") -> str:
    """A lesson without an error; `more` is put at its end."""
    return LESSON.format(id=name) + more


BROKEN = lesson("hong").replace("- [x]", "- [ ]")
"""A lesson whose question has no right answer."""


def project(root: Path, files: Mapping[str, str], settings: str = "") -> Path:
    """A project with these files, paths relative to `modules/`."""
    root.mkdir(parents=True, exist_ok=True)
    (root / "lessonkit.toml").write_text(settings, "utf-8")
    for name, text in files.items():
        path = root / "modules" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return root


def lessons(root: Path, *names: str) -> Path:
    """A project with a good lesson of each name."""
    return project(root, {f"{name}/module.md": lesson(name) for name in names})


def picture(path: Path, size: tuple[int, int] = (640, 400)) -> Path:
    """A picture with something on it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    Image.linear_gradient("L").resize(size).convert("RGB").save(path)
    return path


def command(
    *arguments: str, cwd: Path, env: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """`lessonkit` with these arguments; the environment is bare but for `env`."""
    return subprocess.run(
        [sys.executable, "-m", "lessonkit", *arguments],
        cwd=cwd, env=bare(env), capture_output=True, encoding="utf-8", check=False, timeout=120,
    )  # fmt: skip


def many(cwd: Path, *runs: list[str]) -> list[dict[str, Any]]:
    """Several command lines in one process of their own, all in that folder."""
    return several([(cwd, arguments) for arguments in runs])


def several(runs: Sequence[tuple[Path, list[str]]]) -> list[dict[str, Any]]:
    """For each folder and command line: `code`, `out`, `err` and heavy modules `loaded` by then."""
    asked = json.dumps([(str(cwd), arguments) for cwd, arguments in runs])
    done = subprocess.run(
        [sys.executable, "-c", _SEVERAL], input=asked, env=bare(), capture_output=True,
        encoding="utf-8", check=True, timeout=300,
    )  # fmt: skip
    found: list[dict[str, Any]] = json.loads(done.stdout)
    return found


_SEVERAL = """
import io, json, os, sys
from lessonkit.cli.main import run
runs, out, done = json.load(sys.stdin), sys.stdout, []
sys.stdin = io.StringIO()
for folder, arguments in runs:
    os.chdir(folder)
    sys.stdout, sys.stderr = io.StringIO(), io.StringIO()
    code = run(arguments)
    loaded = sorted(set(sys.modules) & {"pydantic", "yaml", "jinja2", "PIL", "markdown_it"})
    texts = {"out": sys.stdout.getvalue(), "err": sys.stderr.getvalue()}
    done.append({"code": code, "loaded": loaded, **texts})
json.dump(done, out)
"""


def bare(env: Mapping[str, str] | None = None) -> dict[str, str]:
    """An environment with nothing of the person who runs the tests."""
    kept = {name: os.environ[name] for name in ("PATH", "PYTHONPATH") if name in os.environ}
    return {**kept, "LANG": "C.UTF-8", **(env or {})}


def tree(folder: Path) -> dict[str, bytes]:
    """Every file below a folder, by its path."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
