"""One screen of a deck."""

from dataclasses import dataclass
from typing import Literal

from lessonkit.model.blocks import Block
from lessonkit.text.inline import Prose

SlideKind = Literal["title", "content", "question", "answer", "practice", "closing"]


@dataclass(frozen=True, slots=True)
class Slide:
    """One screen of at most one idea."""

    id: str
    """Unique in the deck: `lk-title`, `lk-end`, else the section's id, with `-2`, `-3` … from its
    second slide on: the same ids in the page, the recording and the sheets."""
    section: str
    """Id of the section; `lk-title` before the first, `lk-end` for the closing slide."""
    kind: SlideKind
    title: Prose | None
    """Of a question what is asked; None where a theme has words for it."""
    blocks: tuple[Block, ...]
    """What is shown: of the title and the closing slide the objectives, as a list."""
    places: tuple[int, ...]
    """Of these blocks (or, where the author shows something else, of those they stand for) among
    the blocks of the section's page, from 0: by it a slide is known while its words are said."""
    notes: tuple[Block, ...]
    """What is said and not shown."""
    teacher: tuple[Block, ...] = ()
    """What only the facilitator may read."""
    part: int = 1
    """From 2 on, what goes on from the slide before, under the same title."""
    scene: str = ""
    """Id of the scene of a story that it shows."""
    stage: str = ""
    """Of a story: `story` where it begins, and where it ends `ends`, `ends-right`, `ends-partly` or
    `ends-wrong`; a theme has words for it."""
