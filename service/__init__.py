"""The HTTP service: from a connection to the bytes of an answer."""
