"""Decisions that several outputs share, made once."""
