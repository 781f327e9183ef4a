"""`rollcall bench`: the command asks, a process of its own measures."""
