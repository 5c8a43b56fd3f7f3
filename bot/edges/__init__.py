"""I/O: one outside thing a file, the only importer of its library."""
