"""What happened, written down for people: read aloud, handed out, carried away."""
