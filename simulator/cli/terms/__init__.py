"""`rollcall terms`: questions about sets of terms, one module each."""
