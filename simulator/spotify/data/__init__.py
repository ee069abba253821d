"""Data of the fake Spotify: catalogue, accounts, libraries, listening history."""
