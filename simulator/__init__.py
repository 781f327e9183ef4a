"""Rollcall: what one tap on Allow does to a camera roll, under terms that can be read."""

__version__ = "0.2.0"
