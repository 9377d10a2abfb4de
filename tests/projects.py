"""Small projects for tests that build, and the command line in a process of its own."""

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from PIL import Image

KITCHEN_SINK = Path(__file__).parent / "cases" / "modules" / "kitchen-sink"

LESSON = """\
---
id: {id}
title: Bài {id}
lang: vi
minutes: 1
objectives:
  - id: lam
    text: Làm được một việc
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
    found = {"PATH": os.environ["PATH"], "LANG": "C.UTF-8", **(env or {})}
    return subprocess.run(
        [sys.executable, "-m", "lessonkit", *arguments],
        cwd=cwd, env=found, capture_output=True, encoding="utf-8", check=False, timeout=120,
    )  # fmt: skip


def tree(folder: Path) -> dict[str, bytes]:
    """Every file below a folder, by its path."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
