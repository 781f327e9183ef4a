"""The command line: what was asked for, handed to `api`, and what came of it, said in lines."""
