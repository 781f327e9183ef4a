"""Dated clauses and what follows from them: permitted, forbidden or silent, and kept for how long."""
