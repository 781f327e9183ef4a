"""The ledger: what is held, since when, by which clause, and what becomes of it."""
