"""What a book asks of the senses, found in what it holds."""

from collections.abc import Iterable
from dataclasses import dataclass

from lessonkit.model import blocks as b
from lessonkit.model.walk import inlines
from lessonkit.plan.page import Page
from lessonkit.render.book.package import Access
from lessonkit.render.words import Words
from lessonkit.text.inline import Math, Picture

_ALWAYS = ("tableOfContents", "structuralNavigation", "readingOrder", "displayTransformability")
_UNSEEN = ("unknown",)
"""Nobody has watched the films for flashes; the one word for all three hazards."""
_UNHEARD = ("noFlashingHazard", "noMotionSimulationHazard", "unknownSoundHazard")


@dataclass(frozen=True, slots=True)
class Senses:
    """What there is to be seen and heard."""

    pictures: bool = False
    maths: bool = False
    clips: bool = False
    """Recordings and films."""
    films: bool = False
    told: bool = True
    """All of these in words as well."""
    captioned: bool = True
    """All films with captions."""
    spoken: bool = False
    """The book reads itself."""

    @classmethod
    def of(cls, page: Page, played: frozenset[str], spoken: bool) -> "Senses":
        """`played`: names of recordings and films that lie in the book."""
        inner = tuple(inlines(page.blocks))
        clips = tuple(
            one for one in page.every if isinstance(one, b.Audio | b.Video) and one.src in played
        )
        films = tuple(one for one in clips if isinstance(one, b.Video))
        formulas = any(isinstance(one, b.Formula) for one in page.every)
        return cls(
            pictures=any(isinstance(one, Picture) for one in inner),
            maths=formulas or any(isinstance(one, Math) for one in inner),
            clips=bool(clips),
            films=bool(films),
            told=all(one.transcript for one in clips),
            captioned=all(one.captions for one in films),
            spoken=spoken,
        )

    @classmethod
    def again(cls, said: Access) -> "Senses":
        """From what a book says of itself."""
        films = said.hazards == _UNSEEN
        return cls(
            pictures="alternativeText" in said.features,
            maths="MathML" in said.features,
            clips=said.hazards in (_UNSEEN, _UNHEARD),
            films=films,
            told="textual" in said.sufficient,
            captioned=not films or "closedCaptions" in said.features,
            spoken="synchronizedAudioText" in said.features,
        )

    @classmethod
    def joined(cls, parts: Iterable["Senses"]) -> "Senses":
        """Of a book that is made of others."""
        all_of = tuple(parts)
        return cls(
            pictures=any(one.pictures for one in all_of),
            maths=any(one.maths for one in all_of),
            clips=any(one.clips for one in all_of),
            films=any(one.films for one in all_of),
            told=all(one.told for one in all_of),
            captioned=all(one.captioned for one in all_of),
            spoken=any(one.spoken for one in all_of),
        )


def access(senses: Senses, words: Words) -> Access:
    """In the vocabulary of libraries, and in a sentence or two for people."""
    features = (
        *_ALWAYS,
        *(("alternativeText",) if senses.pictures else ()),
        *(("MathML",) if senses.maths else ()),
        *(("transcript",) if senses.clips and senses.told else ()),
        *(("closedCaptions",) if senses.films and senses.captioned else ()),
        *(("synchronizedAudioText",) if senses.spoken else ()),
    )
    modes = (
        "textual",
        *(("visual",) if senses.pictures or senses.films else ()),
        *(("auditory",) if senses.clips or senses.spoken else ()),
    )
    enough = ("textual",) if senses.told else (",".join(modes),)
    hazards = _UNSEEN if senses.films else _UNHEARD if senses.clips else ("none",)
    return Access(modes, enough, features, hazards, " ".join(_said(senses, words)))


def _said(senses: Senses, words: Words) -> list[str]:
    said = [words("book.access")]
    said += [words("book.access-pictures")] if senses.pictures else []
    if senses.clips:
        said.append(words("book.access-told" if senses.told else "book.access-untold"))
    said += [words("book.access-spoken")] if senses.spoken else []
    return said
