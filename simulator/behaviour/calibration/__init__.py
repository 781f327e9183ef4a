"""Fits the free parameters of the behaviour model to published studies, once, and the same each time."""
