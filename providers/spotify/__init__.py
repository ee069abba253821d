"""Spotify: wire JSON and statuses come in, the words of `providers.music` go out."""
