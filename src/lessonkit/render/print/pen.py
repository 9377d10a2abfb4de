"""What goes beside a document: words, and names of pictures."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from lessonkit.questions.base import Question
from lessonkit.render.words import Words


@dataclass(frozen=True, slots=True)
class Pen:
    """Given to whoever writes a document; it gathers what the document refers to."""

    words: Words
    audiences: Mapping[str, str]
    """Names of groups by id."""
    files: Mapping[str, str]
    """Asset to the file that the template reads it by; what is not here is told by its words."""
    questions: tuple[Question, ...] = ()
    """All of the lesson, in order: a question is called by its place."""
    numbers: Mapping[str, int] = field(default_factory=dict)
    """Ids of questions to what they are called by instead, where these are counted otherwise."""
    used: dict[str, None] = field(default_factory=dict)
    """Assets that the document shows, in order."""

    def picture(self, name: str) -> str:
        """The file of that asset, or nothing."""
        found = self.files.get(name, "")
        if found:
            self.used[name] = None
        return found

    def number(self, question: Question) -> int:
        """Place of the question in the lesson, from 1; 0: it is not of this lesson."""
        if self.numbers:
            return self.numbers.get(question.id, 0)
        places = (n for n, one in enumerate(self.questions, 1) if one.id == question.id)
        return next(places, 0)
