"""Rebuilds the shipped networks from their upstream files; the steps stand in order in `pipeline`."""
