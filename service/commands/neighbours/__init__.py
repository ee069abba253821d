"""Neighbours: builds the file of similar artists from listening data."""
