"""Published studies against the behaviour model: what it would have said, beside what was found."""
