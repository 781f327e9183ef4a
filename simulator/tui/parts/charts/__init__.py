"""Our own charts: drawn line by line in eighths of a cell, from plain values, the same everywhere.

Colour is never alone: every series has a pattern, every mark its words.
"""
