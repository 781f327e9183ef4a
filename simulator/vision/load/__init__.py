"""The load generator: queries in the patterns of MLPerf Inference, at the size of one laptop."""
