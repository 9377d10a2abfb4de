"""A compiler for lessons."""
