"""`lessonkit.toml`: what a project decides; an empty file is a project."""

from typing import Annotated, Literal

from pydantic import Field

from lessonkit.model.audience import OwnAudience
from lessonkit.model.limits import Limits
from lessonkit.model.meta import Id, Lang, Typed
from lessonkit.model.profile import OwnProfile

Level = Literal["error", "warning", "info", "off"]
MoveOn = Literal["NotApplicable", "Passed", "Completed", "CompletedAndPassed", "CompletedOrPassed"]
Percent = Annotated[float, Field(ge=0, le=100)]
BASE_PATTERN = (
    r"^(https?://[^\s/?#<>\"{}|\\^`]+/([^\s?#<>\"{}|\\^`]*/)?|urn:[A-Za-z0-9][^\s?#<>\"{}|\\^`]*:)$"
)
"""An absolute IRI behind which an id may stand (RFC 3987)."""

SITE_PATTERN = r"^https?://[^\s/?#<>\"{}|\\^`]+(/[^\s?#<>\"{}|\\^`]*)?$"
"""An absolute address of a folder on the web (RFC 3986)."""

FrameworkId = Annotated[str, Field(pattern=r"^[a-z0-9]+([.-][a-z0-9]+)*$", max_length=60)]
"""As `framework.typed` has it, which is dear to load: `digcomp-2.2`."""


class CheckSettings(Typed):
    """`[check]`."""

    severity: dict[str, Level] = Field(default={})
    """By code or name; the engine's own errors of reading cannot be lowered."""
    limits: Limits = Limits()


class BuildSettings(Typed):
    """`[build]`."""

    outputs: Annotated[tuple[str, ...], Field(min_length=1)] = (
        "html",
        "single",
        "scorm12",
        "scorm2004",
    )
    include: tuple[Literal["audio", "video", "handout", "checklist"], ...] = ()
    """Other kinds of the lesson that travel with its pages, in folders and packages: `audio`,
    `video`, `handout`, `checklist`. They load when they are asked for, and a lesson is whole
    without them; the single file stays light. What is for teachers never travels with a lesson."""
    profile: Id = "generic"
    """The platform it is built for: `generic`, another of the [profiles](profiles.en.md), or one of
    `[profiles]`."""
    theme: str = "default"
    """A built-in theme, or a folder of `themes/`."""
    scorm2004_edition: Literal[3, 4] = 4
    control_documents: str | None = None
    """A folder of official schema files for the root of SCORM packages: a folder for each of
    `scorm12`, `scorm2004-3`, `scorm2004-4` inside it, or the files themselves for all."""
    iri: Annotated[str, Field(pattern=BASE_PATTERN, max_length=300)] | None = None
    """What the permanent names of lessons begin with in cmi5 and xAPI, such as
    `https://example.org/lessons/`. Learners' records hang on it: never change it once a lesson is
    out. None: names are made of the modules' ids alone."""
    site: Annotated[str, Field(pattern=SITE_PATTERN, max_length=300)] | None = None
    """Where the folder `build` lies on the web, such as `https://example.org/lessons`: QR codes of
    cards and hand-outs lead there. None: they have no code."""
    move_on: MoveOn | None = None
    """When a cmi5 platform counts a lesson as done. None: `CompletedAndPassed` for modules that
    must be passed, `Completed` for all others."""
    picture_widths: tuple[Annotated[int, Field(ge=16, le=4096)], ...] = (480, 960)
    """Pixels; a picture is never enlarged."""
    picture_quality: Annotated[int, Field(ge=1, le=100)] = 78
    """Of WebP and of its fallback."""
    avif: bool = True
    """Pictures as AVIF beside WebP, where each width of a picture is lighter by 5 % or more. Making
    them takes some five times as long, once: what is made is kept."""
    store_megabytes: Annotated[int, Field(ge=0)] = 4000
    """Beyond this size, what earlier builds have made and no build has used for longest is removed
    from `build/.store`; what it takes to build again without waiting stays."""


class CoverageSettings(Typed):
    """`[coverage]`."""

    fail_under: Percent | None = None
    """Percent of what profiles and programmes ask for a group that must be proved; below it
    `lessonkit coverage` exits with 1. None: nothing is demanded."""
    fail_under_for: dict[str, Percent] = Field(default={})
    """By audience group, in place of `fail_under`."""
    promise_items: Annotated[int, Field(ge=1)] | None = None
    """Questions that must stand behind each proved promise of a programme. None: any number."""
    thin_items: Annotated[int, Field(ge=1)] = 2
    """A skill proved by fewer questions is a thin spot. Project's choice."""
    thin_modules: Annotated[int, Field(ge=1)] = 1
    """A skill proved by fewer modules is a thin spot. Project's choice."""


class AudioSettings(Typed):
    """`[audio]`."""

    voices: dict[Lang, Annotated[str, Field(min_length=1, max_length=200)]] = Field(default={})
    """By language, who reads what the author has not recorded: `espeak`, one of its voices such as
    `espeak:vi-vn-x-south`, or `piper:` and a model of your own, such as `piper:voices/vi.onnx`."""
    speed: Annotated[float, Field(ge=0.5, le=2)] = 1
    """How fast the voices read; 0.9 is slower by a tenth."""
    mp3_kbps: Literal[32, 40, 48, 56, 64, 80, 96, 112, 128] = 48
    """Kilobits a second of MP3."""
    opus_kbps: Annotated[int, Field(ge=12, le=96)] = 24
    """Kilobits a second of Opus, which needs half as many."""


class VideoSettings(Typed):
    """`[video]`."""

    fade: Annotated[float, Field(ge=0, le=2)] = 0.4
    """Seconds in which a clip of the author's and what stands beside it run into each other; 0:
    they do not."""
    low: bool = True
    """A second film for slow networks is made: 360 lines, under a megabyte a minute."""
    captions: Literal["track", "clips", "drawn"] = "clips"
    """Where the words of a film can be read. `track`: in captions that are turned on and off.
    `clips`: those of your own clips stand in the picture, the narration is in captions. `drawn`:
    all of them stand in the picture, for messengers and networks that drop captions."""


class EpubSettings(Typed):
    """`[epub]`."""

    narration: bool = False
    """Books read themselves: each sentence is lit up while it is heard, in the author's recording
    or by the voice of `[audio]`. Makes each book heavier by about 0.4 MB a minute."""
    font: bool = False
    """Books bring their letters, Be Vietnam Pro, for old readers that have none for Vietnamese;
    needs the extra `pdf`. Each book is heavier by about 0.2 MB."""


class Settings(Typed):
    """The whole file."""

    title: str = ""
    lang: Lang = "vi"
    """Of modules that do not say it."""
    frameworks: tuple[FrameworkId, ...] | None = None
    """Frameworks in use; None: all there are."""
    raw_html: bool = False
    """Raw HTML in lessons is sanitised and shown, not refused."""
    check: CheckSettings = CheckSettings()
    build: BuildSettings = BuildSettings()
    coverage: CoverageSettings = CoverageSettings()
    audio: AudioSettings = AudioSettings()
    video: VideoSettings = VideoSettings()
    epub: EpubSettings = EpubSettings()
    audiences: dict[Id, OwnAudience] = Field(default={})
    """Audience groups of the project's own, and what it asks for known ones, by id: see
    [audience groups](../how-to/audiences.en.md)."""
    profiles: dict[Id, OwnProfile] = Field(default={})
    """The project's own profiles of platforms, by name: see [profiles](profiles.en.md)."""
