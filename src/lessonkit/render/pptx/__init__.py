"""Slides to be edited: a deck as a presentation with a master, layouts and placeholders of its own.

Lengths are points of a screen 960 wide and 540 high (16:9) unless said otherwise.
"""
