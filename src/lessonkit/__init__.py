"""A compiler for lessons."""

__version__ = "0.1.0"
