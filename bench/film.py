"""What a film costs, beside the way of those who make one with moviepy alone.

python -m bench.film [--work FOLDER] [--seconds 60] [--captions drawn]      the figures
python -m bench.film naive|careful FOLDER                one of the baselines, alone

The baselines are given the slides as pictures with their times, and the sound as one WAV: they
read, draw and speak nothing, and make one film where a build makes two.
"""

import argparse
import json
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from bench.figures import PYTHON, TOOL, Figure
from bench.measure import Run, run

ROOT = Path(__file__).parents[1]
MODULE = "mat-khau-manh"
"""Of five minutes when it is read."""
CHANGE = ("Khi một trang web lộ mật khẩu", "Khi một trang mạng lộ mật khẩu")
STILLS = "stills.json"
STORE = Path("build", ".store")


def figures(work: Path, seconds: int, captions: str) -> Iterator[Figure]:
    """First build, building again, one sentence changed, and both baselines."""
    project = _project(work, captions)
    command = (TOOL, "build", project, "--output", "video", "--jobs", "1")
    first = run(command)
    film = project / "build" / MODULE / f"{MODULE}.mp4"
    long = length(film)
    shown = f"lessonkit build {MODULE} --output video --jobs 1"
    made = sum(path.stat().st_size for path in film.parent.iterdir())
    yield Figure(f"film of {long:.0f} s, wall / playing time", 1, first.wall / long, 0.1, first,
                 None, shown, "", made)  # fmt: skip
    yield Figure(f"film of {long:.0f} s, processor / playing time", 1, first.cpu / long, 0.1,
                 first, None, shown, "", made)  # fmt: skip
    low = film.with_name(f"{MODULE}.low.mp4").stat().st_size / 1e6 / (long / 60)
    yield Figure("light film, a minute", 1, low, 1, first, None, shown, "", unit=" MB")
    if seconds:
        yield from _baselines(work, film, seconds, first.cpu / long, first, shown)
    yield from _again(project, command, first, shown)


def _project(work: Path, captions: str) -> Path:
    """The module in a project of its own, never built before."""
    project = work / "project"
    shutil.rmtree(project, ignore_errors=True)
    shutil.copytree(ROOT / "modules" / MODULE, project / "modules" / MODULE)
    settings = (ROOT / "lessonkit.toml").read_text("utf-8")
    text = f'{settings}\n[video]\ncaptions = "{captions}"\n'
    (project / "lessonkit.toml").write_text(text, "utf-8")
    return project


def _again(project: Path, command: tuple[str | Path, ...], first: Run, shown: str
           ) -> Iterator[Figure]:  # fmt: skip
    again = run(command)
    yield Figure("film again / the first time", 1, again.cpu / first.cpu, 0.2, again, first,
                 shown, "itself")  # fmt: skip
    before = parts(project)
    text = project / "modules" / MODULE / "module.md"
    text.write_text(text.read_text("utf-8").replace(*CHANGE), "utf-8")
    changed = run(command)
    yield Figure("film with one sentence changed / the first time", 1, changed.cpu / first.cpu, 0.4,
                 changed, first, shown, "itself")  # fmt: skip
    count = len(parts(project) - before)
    yield Figure("parts encoded again for one sentence, of both films", 1, count, 6, changed, None,
                 shown, "", unit=" files")  # fmt: skip


def _baselines(
    work: Path, film: Path, seconds: int, share: float, ours: Run, shown: str
) -> Iterator[Figure]:
    """Processor time of a second of film, ours over theirs."""
    folder = work / "stills"
    taken(film, folder, seconds)
    for way in ("naive", "careful"):
        theirs = run((PYTHON, "-m", "bench.film", way, folder), cwd=ROOT)
        yield Figure(
            f"a second of film / a second of moviepy, {way}", 1, share * seconds / theirs.cpu, 1,
            ours, theirs, shown, f"python -m bench.film {way} {seconds}-seconds",
        )  # fmt: skip


def length(film: Path) -> float:
    """Seconds."""
    hours, minutes, seconds = re.findall(r"Duration: (\d+):(\d+):([\d.]+)", _told("-i", film))[0]
    return int(hours) * 3600 + int(minutes) * 60 + float(seconds)


def parts(project: Path) -> set[str]:
    """Every MP4 that is kept: parts of tracks, tracks and films."""
    files = (path for path in (project / STORE).rglob("*") if path.is_file())
    return {path.name for path in files if path.read_bytes()[4:8] == b"ftyp"}


def taken(film: Path, folder: Path, seconds: int) -> None:
    """Slides and sound of the beginning of a film, as one would have them before making it."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    new = "select='eq(n,0)+gt(scene,0.002)',showinfo"
    said = _told("-i", film, "-t", str(seconds), "-vf", new, "-fps_mode", "passthrough",
                 folder / "%02d.png")  # fmt: skip
    found = (float(one) for one in re.findall(r"pts_time:([\d.]+)", said))
    starts = [one for one in found if one < seconds]
    lengths = [end - start for start, end in zip(starts, [*starts[1:], seconds], strict=True)]
    (folder / STILLS).write_text(json.dumps(lengths), "utf-8")
    _told("-i", film, "-t", str(seconds), "-map", "0:a", folder / "sound.wav")


def _told(*arguments: str | Path) -> str:
    from imageio_ffmpeg import get_ffmpeg_exe

    command = [get_ffmpeg_exe(), "-y", "-hide_banner", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, encoding="utf-8", check=False).stderr


def moviepy(folder: Path, way: str) -> None:
    """A film as the manual of moviepy shows it, or with all that makes it quicker."""
    from moviepy import AudioFileClip, ImageClip, concatenate_videoclips

    lengths = json.loads((folder / STILLS).read_text("utf-8"))
    clips = [ImageClip(str(folder / f"{n:02}.png"), duration=one)
             for n, one in enumerate(lengths, 1)]  # fmt: skip
    naive = way == "naive"
    film = concatenate_videoclips(clips, method="compose" if naive else "chain")
    film = film.with_audio(AudioFileClip(str(folder / "sound.wav")))
    quick = {} if naive else {"preset": "veryfast", "ffmpeg_params": ["-tune", "stillimage"]}
    film.write_videofile(str(folder / f"{way}.mp4"), fps=24 if naive else 5, logger=None, **quick)


def main() -> None:
    """Measure and tell, or be one of the baselines."""
    parser = argparse.ArgumentParser(description="Measure films.")
    parser.add_argument("way", nargs="?", choices=("naive", "careful"))
    parser.add_argument("folder", type=Path, nargs="?")
    parser.add_argument(
        "--seconds", type=int, default=60, help="of film for the baselines; 0: none"
    )
    parser.add_argument("--captions", choices=("track", "clips", "drawn"), default="clips")
    parser.add_argument("--work", type=Path)
    given = parser.parse_args()
    if given.way:
        moviepy(given.folder, given.way)
        return
    with tempfile.TemporaryDirectory() as spare:
        work = (given.work or Path(spare)).resolve()
        for one in figures(work, given.seconds, given.captions):
            base = f"{one.base.cpu:8.2f} s" if one.base else ""
            sys.stdout.write(
                f"{one.name:58} {one.value:7.3f}{one.unit} (goal {one.goal:g}) "
                f"{'met' if one.met else 'MISSED'}  {one.ours.cpu:.2f} s cpu, "
                f"{one.ours.wall:.2f} s wall {base}\n"
            )
            sys.stdout.flush()


if __name__ == "__main__":
    main()
