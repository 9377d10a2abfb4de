"""Benchmarks: what lessonkit costs beside the bare work that nobody can avoid."""
