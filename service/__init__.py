"""The HTTP service: from a connection to the bytes of an answer."""

VERSION = "0.2.0"
"""Version of the project, as in `pyproject.toml`."""
