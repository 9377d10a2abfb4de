"""What is typed, in English."""


def typed(text: str) -> str:
    """As it is."""
    return text
