"""What each cell of the table has to show."""

from collections.abc import Mapping

SAVING = ("save", "remove_saved")

# These read nothing of the answer, so nothing in it can be wrong.
UNREAD = ("add_tracks", *SAVING)

CHANGES = ("create_playlist", *UNREAD)

UNCONFIRMED = ("unavailable", "unreadable", "too_slow")
"""What nobody can tell of a change that was sent is whether it was made."""

REFUSALS: Mapping[str, str] = {
    "unauthorized": "link_expired",
    "forbidden": "forbidden",
    "forbidden_scope": "scope_missing",
    "forbidden_premium": "premium_required",
    "not_registered": "not_admitted",
    "not_found": "not_found",
    "permissions_missing": "scope_missing",
    "token_missing": "link_expired",
    "no_device": "no_active_device",
    "device_gone": "no_active_device",
    "restricted": "forbidden",
    "rate_limit": "rate_limited",
    "rate_limit_empty": "rate_limited",
    "quota": "quota_exceeded",
    "error": "unavailable",
    "error_html": "unavailable",
    "bad_gateway": "unavailable",
    "unavailable": "unavailable",
    "unavailable_json": "unavailable",
    "gateway_timeout": "unavailable",
    "reset": "unavailable",
    "truncate": "unavailable",
}
"""The same for every question."""

WITHOUT_AN_ID: Mapping[str, str] = {"not_found": "unavailable"}
"""What is said where the question names no thing by its id, which could be gone."""

WITH_AN_ID = (
    "playlist_items", "artist", "artist_albums", "album_tracks", "track", *CHANGES,
)  # fmt: skip

NONSENSE = ("html", "not_json", "no_body", "no_content", "short")
"""Unreadable, wherever anything is read."""

EMPTY = ("no_body", "no_content")
"""Says that nothing plays, where that was the question."""

SLOW = ("hang", "hold", "delay", "drip")
"""Too slow, when they take longer than an attempt may."""

IN_TIME = ("lognormal", "straggle")

WHOLE = (
    "added_null", "cursors_null", "dates_unknown", "dates_year", "display_name_null",
    "foreign_next", "images_null", "missing", "null_elements", "owner_null",
    "sizes_null", "totals_null", "unknown_fields",
    "edge_dates", "huge_numbers", "odd_fields", "ownerless",
)  # fmt: skip
"""Quirks that cost nothing that is counted."""

UNREADABLE = ("array", "bare_null", "wrong_types")
"""Quirks that leave nothing to read."""

LISTS = (
    "playlists", "playlist_items", "top_artists", "top_tracks", "recent_plays",
    "saved_tracks", "saved_albums", "followed_artists", "artist_albums",
    "album_tracks", "search",
)  # fmt: skip

PARTIAL: Mapping[str, Mapping[str, str]] = {
    "dates_null": {"recent_plays": "0"},
    "ids_null": {
        "account": "unreadable",
        "playlists": "0",
        "create_playlist": "unconfirmed",
    },
    "inner_null": dict.fromkeys(
        ("playlist_items", "recent_plays", "saved_tracks", "saved_albums"), "0"
    ),
    "items_null": dict.fromkeys(LISTS, "0"),
    "names_null": {
        **dict.fromkeys(LISTS, "0"),
        **dict.fromkeys(("artist", "track"), "unreadable"),
        "create_playlist": "unconfirmed",
    },
}
"""Quirks that cost exactly this; every other cell is as without them."""
