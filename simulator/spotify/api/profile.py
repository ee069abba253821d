"""Profile endpoints: favourites, recent plays, and the listener's profile."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from simulator.spotify.api.endpoint import ApiCall, ApiEndpoint
from simulator.spotify.data.user_library import (
    TIME_RANGES,
    Element,
    FakePlay,
    TimeRange,
    without_changes,
)
from simulator.spotify.errors import ApiError, invalid_parameter
from simulator.spotify.paging import Bounds, parse_integer, parse_limit

BOUNDS = Bounds()


def top_artists(call: ApiCall) -> Any:
    """Return a page of the favourite artists.

    https://developer.spotify.com/documentation/web-api/reference/get-users-top-artists-and-tracks
    """
    return _top(call, call.library.top_artists)


def top_tracks(call: ApiCall) -> Any:
    """Return a page of the favourite tracks."""
    return _top(call, call.library.top_tracks)


def _top(call: ApiCall, favourites: Mapping[TimeRange, Sequence[Element]]) -> Any:
    time_range = call.query.get("time_range", "medium_term")
    for span in TIME_RANGES:
        if span == time_range:
            return call.page(favourites.get(span, ()), BOUNDS)
    raise invalid_parameter("time range")


def recently_played(call: ApiCall) -> Any:
    """Return a page of recent plays: back in time by `before`, or forward by `after`.

    https://developer.spotify.com/documentation/web-api/reference/get-recently-played
    """
    if {"before", "after"} <= call.query.keys():
        raise ApiError(400, "Only one of 'before' and 'after' may be specified")
    limit = parse_limit(call.query, BOUNDS)
    plays = call.library.plays(call.world.clock())
    if call.query.keys() & {"before", "after"}:
        plays = [play for play in plays if _in_range(play, call.query)]
    page_items = plays[:limit]
    cursors = _cursors(page_items)
    more = call.endless or len(plays) > limit
    links = call.serializer.links
    following = {"before": cursors["before"], "limit": limit} if cursors else {}
    return {
        "cursors": cursors,
        "href": links.api(call.path, call.query),
        "items": call.serializer.all(page_items),
        "limit": limit,
        "next": links.api(call.path, following) if more and cursors else None,
    }


def _in_range(play: Element, query: Mapping[str, str]) -> bool:
    play_made = without_changes(play)
    if not isinstance(play_made, FakePlay):
        return True
    played_at = _milliseconds(play_made.played_at)
    if "before" in query:
        return played_at < parse_integer(query, "before", 0)
    return played_at > parse_integer(query, "after", 0)


def _cursors(plays: Sequence[Element]) -> dict[str, str] | None:
    times = [
        _milliseconds(play_made.played_at)
        for play_made in map(without_changes, plays)
        if isinstance(play_made, FakePlay)
    ]
    return {"after": str(max(times)), "before": str(min(times))} if times else None


def _milliseconds(moment: datetime) -> int:
    return int(moment.timestamp() * 1000)


def me(call: ApiCall) -> Any:
    """Return the listener's profile.

    https://developer.spotify.com/documentation/web-api/reference/get-current-users-profile
    """
    profile, links = call.account.profile, call.serializer.links
    pictures = links.pictures("user", profile.id) if profile.picture else []
    profile_json = links.user(profile.id) | {
        "account_id": profile.account_id,
        "display_name": profile.display_name,
        "images": pictures,
    }
    if call.serializer.regime == "extended":
        profile_json |= {
            "country": profile.country,
            "product": "premium" if profile.premium else "free",
            "followers": {"href": None, "total": 3},
        }
    return profile_json


ENDPOINTS = (
    ApiEndpoint("GET", "/me", me),
    ApiEndpoint("GET", "/me/top/artists", top_artists, "user-top-read"),
    ApiEndpoint("GET", "/me/top/tracks", top_tracks, "user-top-read"),
    ApiEndpoint(
        "GET",
        "/me/player/recently-played",
        recently_played,
        "user-read-recently-played",
    ),
)
