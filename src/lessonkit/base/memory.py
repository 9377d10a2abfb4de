"""How often a process of ours looks for memory that nobody holds any more."""

import gc


def spare_collections() -> None:
    """Look rarely: a document is a tree without cycles, and looking cost an eighth of a `check`.

    For processes of our own only; a program that uses the library decides for itself.
    """
    gc.set_threshold(50_000, 20, 20)
