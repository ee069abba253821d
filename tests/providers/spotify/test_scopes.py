"""Which permissions are asked for."""

from providers.spotify.scopes import READING, SCOPES, scopes_for


def test_reading_asks_for_reading_only() -> None:
    assert scopes_for() == (
        "playlist-read-private",
        "playlist-read-collaborative",
        "user-top-read",
        "user-read-recently-played",
        "user-library-read",
        "user-follow-read",
        "user-read-currently-playing",
    )


def test_shelving_adds_the_one_scope_that_changes_something() -> None:
    added = set(scopes_for((*READING, "shelving"))) - set(scopes_for())
    assert added == {"playlist-modify-private"}


def test_each_scope_is_asked_for_once() -> None:
    every = scopes_for((*SCOPES, *SCOPES))
    assert len(every) == len(set(every))
