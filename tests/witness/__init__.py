"""Witnesses: checkers of built packages that share no code with the compiler."""
