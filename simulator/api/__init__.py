"""What can be done, one call each, with the real catalog, camera, analyzer and store; and the processes behind it."""
