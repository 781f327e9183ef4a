"""The parts of the Lab screen."""
