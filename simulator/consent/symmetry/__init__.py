"""Is it as easy to refuse as to accept? One small check for each way in which it may not be."""
