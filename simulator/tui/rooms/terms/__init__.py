"""The parts of the Terms screen."""
