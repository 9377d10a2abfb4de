"""What a class is to do with a question that stands before all."""

from lessonkit.questions.printed import Printed
from lessonkit.render.words import Words

_OWN = {
    "text": "question.your-answer",
    "number": "question.your-number",
    "reflect": "question.your-note",
    "open": "question.your-answer",
    "area-one": "book.how-area-one",
    "area-several": "book.how-area-several",
}
"""By `Printed.how`; all others are `question.<how>`."""


def how(printed: Printed, words: Words) -> str:
    """A few words: nothing can be pressed there, and nothing ticked."""
    return words(_OWN.get(printed.how, f"question.{printed.how}"))
