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


def test_writing_adds_the_scopes_that_change_something() -> None:
    added = set(scopes_for((*READING, "writing"))) - set(scopes_for())
    assert added == {
        "user-library-modify",
        "playlist-modify-private",
        "playlist-modify-public",
    }


def test_each_scope_is_asked_for_once() -> None:
    every = scopes_for((*SCOPES, *SCOPES))
    assert len(every) == len(set(every))
