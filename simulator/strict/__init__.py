"""Data becomes values, strictly: what a file or a record holds is what its field expects, or one line says why not."""
