"""A lesson as XHTML for books: nothing moves, answers stand behind the questions."""
