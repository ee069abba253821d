"""Simulator: fake Alexa, fake Spotify and a console for trying the skill.

Never part of the image: `service`, `handlers` and `providers` do not import it.
"""
