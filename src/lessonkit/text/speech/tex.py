"""LaTeX on one line, with signs that can be said."""


def linear(tex: str, lang: str) -> str:  # noqa: ARG001
    """As it is."""
    return tex
