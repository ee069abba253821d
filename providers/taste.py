"""Reading a taste: every list of a listener's at once, each one optional."""

from collections.abc import Awaitable, Mapping
from typing import Any

from providers.errors import Forbidden, ScopeMissing, TooSlow
from providers.fan_out import USUAL, Outcome, fan_out
from providers.library import OpenedPlaylists, TasteLibrary
from providers.listener import Listener
from providers.music import Listing, Period, Track
from providers.recommending.listening import PERIODS, Taste


async def read_taste(
    library: TasteLibrary,
    listener: Listener,
    *,
    opened: OpenedPlaylists | None = None,
    patience: float = USUAL.lists,
) -> Taste:
    """Ten calls in parallel; what fails, is refused or late is named in the result.

    The lists are waited for `patience` seconds once some of them are there.

    Raises the error where none of the lists came: what the listener can do something
    about first, then what the service said, `TooSlow` where it said nothing. Lists
    that the service withholds from this application altogether are an empty taste.
    """
    calls = _calls(library, listener)
    with listener.turn.phase("taste"):
        outcome = await fan_out(
            calls, listener.deadline, patience=patience, insist=True
        )
    if not outcome.results:
        _raise_telling(outcome)
    playlists = _items(outcome, "playlists")
    own = tuple(playlist for playlist in playlists if playlist.mine)
    contents = await opened.known_contents(listener, own) if opened and own else {}
    known = tuple(track for tracks in contents.values() for track in tracks)
    return _taste(outcome, known)


def _calls(
    library: TasteLibrary, listener: Listener
) -> dict[str, Awaitable[Listing[Any]]]:
    calls: dict[str, Awaitable[Listing[Any]]] = {}
    for period in PERIODS:
        calls[f"top_artists_{period}"] = library.top_artists(listener, period)
        calls[f"top_tracks_{period}"] = library.top_tracks(listener, period)
    calls["recent_plays"] = library.recent_plays(listener)
    calls["saved_tracks"] = library.latest_saves(listener)
    calls["followed_artists"] = library.first_followed(listener)
    calls["playlists"] = library.first_playlists(listener)
    return calls


def _taste(outcome: Outcome[Listing[Any]], known: tuple[Track, ...]) -> Taste:
    saves = outcome.results.get("saved_tracks")
    stale = [one for one in outcome.results.values() if one.stale_since is not None]
    return Taste(
        top_artists=_by_period(outcome, "top_artists"),
        top_tracks=_by_period(outcome, "top_tracks"),
        plays=_items(outcome, "recent_plays"),
        saves=saves.items if saves else (),
        saves_complete=saves is not None and saves.total <= len(saves.items),
        followed=_items(outcome, "followed_artists"),
        playlists=_items(outcome, "playlists"),
        known=known,
        missing=outcome.missing,
        stale=2 * len(stale) > len(outcome.results),
    )


def _items(outcome: Outcome[Listing[Any]], source: str) -> tuple[Any, ...]:
    listing = outcome.results.get(source)
    return listing.items if listing else ()


def _by_period(
    outcome: Outcome[Listing[Any]], source: str
) -> Mapping[Period, tuple[Any, ...]]:
    found = {period: _items(outcome, f"{source}_{period}") for period in PERIODS}
    return {period: items for period, items in found.items() if items}


def _raise_telling(outcome: Outcome[Listing[Any]]) -> None:
    """One error for all: relinking helps first, then whatever was not a refusal."""
    errors = list(outcome.errors.values())
    for error in errors:
        if isinstance(error, ScopeMissing):
            raise error
    told = [error for error in errors if error is not None]
    others = [error for error in told if not isinstance(error, Forbidden)]
    if others:
        raise others[0]
    if len(told) < len(errors):
        raise TooSlow
