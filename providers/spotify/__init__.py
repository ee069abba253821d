"""Spotify's Web API: a library that turns Spotify's JSON and statuses into our values.

`SpotifyLibrary` reads, `SpotifyLibraryWriter` changes, `SpotifyPlayer` plays; all call
over a `SpotifyClient`, which needs a session and a `CallPolicy`. `scopes_for` names the
permissions to ask for when accounts are linked.
"""

from providers.spotify.call_policy import CallPolicy, RetryBudget
from providers.spotify.client import SpotifyClient, open_session
from providers.spotify.library import SpotifyLibrary
from providers.spotify.library_writer import SpotifyLibraryWriter
from providers.spotify.player import SpotifyPlayer
from providers.spotify.scopes import Feature, scopes_for

__all__ = [
    "CallPolicy",
    "Feature",
    "RetryBudget",
    "SpotifyClient",
    "SpotifyLibrary",
    "SpotifyLibraryWriter",
    "SpotifyPlayer",
    "open_session",
    "scopes_for",
]
