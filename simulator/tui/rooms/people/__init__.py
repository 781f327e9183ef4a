"""The parts of the People screen."""
