"""Says what is wrong with an installation, and how to cure it: one check a function."""
