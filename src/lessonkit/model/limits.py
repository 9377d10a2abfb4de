"""Numbers that a project may set; every default says where it comes from."""

from typing import Annotated

from pydantic import Field

from lessonkit.model.meta import Typed

Positive = Annotated[int, Field(ge=1)]


class Limits(Typed):
    """Where measuring ends and a finding begins; without a standard, by the project's choice."""

    module_minutes: Positive = 10
    """Project's choice: advice for microlearning lies between 3 and 10 minutes."""
    objectives: Positive = 1
    """Advice widely given for microlearning: one main objective."""
    section_tieng: Positive = 300
    """Project's choice: more does not fit a few screens of a phone."""
    sentence_tieng: Positive = 30
    """Project's choice, for every audience group of which nobody says another number."""
    sentence_tieng_for: dict[str, Positive] = Field(default={"nguoi-dan": 25})
    """By audience group; `[audiences.<id>]` goes before it. Project's choice."""
    slide_tieng: Positive = 60
    """Project's choice: half as much again as its design page aims at."""
    tieng_per_minute: Positive = 150
    """Reading for learning, an estimate, for every group of which nobody says another number.

    Circular 32/2018 asks 90 to 100 aloud of grade 5 (known from secondary sources only).
    """
    tieng_per_minute_for: dict[str, Positive] = Field(default={})
    """By audience group; `[audiences.<id>]` goes before it. The slowest of a module's groups
    counts."""
    caption_speed: Positive = 17
    """Characters a second of captions. Project's choice, after a guide for adults."""
    question_seconds: Positive = 30
    """Thinking and answering, an estimate."""
    estimate_share: Annotated[float, Field(gt=1)] = 1.5
    """An estimate beyond `minutes` times this, or below `minutes` by it, is reported."""
    hours_share: Annotated[float, Field(gt=1)] = 4
    """Hours of a programme beyond the minutes of its modules times this are reported. Project's
    choice: practice away from the screen takes its share of the hours."""
    objective_share: Annotated[float, Field(gt=1)] = 2
    """An objective whose questions have less of the points than its share by this factor, or more,
    is reported. Project's choice."""
    options: Positive = 6
    """Options of a choice beyond which an information is given."""
    key_ratio: Annotated[float, Field(gt=1)] = 1.6
    """A right option longer than the longest wrong one by this factor gives itself away."""
    picture_bytes: Positive = 3_000_000
    """A source picture heavier than this is reported."""
    picture_kilobytes: Positive = 400
    """Pictures that a phone loads in one lesson, all together, heavier than this are reported by a
    build. Project's choice: half a minute on a slow mobile network of 100 kbit/s."""
    media_bytes: Positive = 20_000_000
    """A recording or clip heavier than this is reported."""
    slow_bytes: Positive = 2_000_000
    """Recordings and clips of a lesson, all together, heavier than this are reported where a group
    has a slow network (`low_bandwidth`). Project's choice."""
    phone_columns: Positive = 3
    """A table with more columns is reported where a group learns on phones. Project's choice."""
    attachment_bytes: Positive = 10_000_000
    """A paper to download that is heavier than this is reported."""
    picture_megapixels: Positive = 40
    """A picture larger than this is refused (memory)."""
