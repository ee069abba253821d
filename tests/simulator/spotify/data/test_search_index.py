"""The index by itself: narrowing, order, and what counts as a match."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.spotify.data.catalogue import (
    CatalogueAlbum,
    CatalogueArtist,
    CatalogueTrack,
)
from simulator.spotify.data.catalogue_generator import generate_catalogue
from simulator.spotify.data.search_index import (
    MAX_RESULTS,
    Index,
    Query,
    normalized,
    parse_years,
    shared_index,
)

TODAY = date(2026, 11, 22)
CATALOGUE = generate_catalogue(1, TODAY)
INDEX = shared_index(CATALOGUE, TODAY)
NAMES = [artist.name for artist in CATALOGUE.artists[::7]]
GENRES = ["jazz", "pop", "rock", "indie", "city pop", "none such"]

# The index is looked through whole, which takes its time on a busy machine.
few = settings(max_examples=15, deadline=None)


@pytest.mark.no_cover  # looks at every item: twice as long with coverage's tracer
@few
@given(
    st.sampled_from(["album", "track"]),
    st.sampled_from(NAMES) | st.none(),
    st.sampled_from(GENRES) | st.none(),
    st.sampled_from(["2010-2026", "1999", None]),
)
def test_narrowing_finds_what_looking_everywhere_finds(
    kind: str, artist: str | None, genre: str | None, year: str | None
) -> None:
    parts = {"artist": artist, "genre": genre, "year": year}
    asked = " ".join(f'{name}:"{value}"' for name, value in parts.items() if value)
    query = Query.parse(asked)
    cards = map(INDEX._entry, INDEX._items[kind])
    everywhere = [card for card in cards if card.matches(query)]
    nearby = [
        card for card in INDEX._possible_entries(query, kind) if card.matches(query)
    ]
    assert {card.item.id for card in nearby} == {card.item.id for card in everywhere}
    assert len(nearby) == len(everywhere)


@few
@given(st.text(max_size=40))
def test_any_text_is_a_query(text: str) -> None:
    query = Query.parse(text)
    assert all(word == normalized(word) for word in query.words)
    for kind in ("artist", "album", "playlist"):
        assert len(INDEX.find(text, kind)) <= MAX_RESULTS


@few
@given(st.sampled_from(CATALOGUE.artists))
def test_every_artist_is_found_by_name(artist: CatalogueArtist) -> None:
    assert artist in INDEX.find(artist.name, "artist")[:3]
    assert artist in INDEX.find(f'artist:"{artist.name}"', "artist")


@pytest.mark.no_cover
@few
@given(st.sampled_from(CATALOGUE.tracks))
def test_every_track_is_found_by_title_and_artist(track: CatalogueTrack) -> None:
    asked = f'track:"{track.title}" artist:"{track.artists[0].name}"'
    assert track in INDEX.find(asked, "track")
    assert track in INDEX.find(f"isrc:{track.isrc}", "track")


@few
@given(st.sampled_from(CATALOGUE.albums))
def test_every_album_is_found_by_its_year(album: CatalogueAlbum) -> None:
    year = album.released[:4]
    asked = f'album:"{album.name}" artist:"{album.artists[0].name}" year:{year}'
    assert album in INDEX.find(asked, "album")
    other = f'album:"{album.name}" year:{int(year) - 60}'
    assert album not in INDEX.find(other, "album")


def test_whole_names_come_before_beginnings_before_the_well_known() -> None:
    artist = CATALOGUE.artists[40]
    found = [
        one
        for one in INDEX.find(artist.name, "track")
        if isinstance(one, CatalogueTrack)
    ]
    exact = [normalized(one.title) == normalized(artist.name) for one in found]
    assert exact == sorted(exact, reverse=True)
    by_fame = list(INDEX.find("genre:jazz", "artist"))
    assert all(
        a.popularity >= b.popularity
        for a, b in pairwise(one for one in by_fame if isinstance(one, CatalogueArtist))
    )


@pytest.mark.parametrize("genre", ["jazz", "Jazz", "JAZZ"])
def test_genres_match_by_word(genre: str) -> None:
    found = INDEX.find(f'genre:"{genre}"', "artist")
    assert found
    assert all(
        isinstance(one, CatalogueArtist) and "jazz" in one.genres for one in found
    )


def test_a_genre_of_two_words_needs_both_in_one() -> None:
    found = INDEX.find('genre:"city pop"', "artist")
    assert found
    assert all(
        "city pop" in one.genres for one in found if isinstance(one, CatalogueArtist)
    )


@pytest.mark.parametrize(
    ("typed", "known"), [("ELODIE", "Élodie"), ("Straße", "STRASSE")]
)
def test_plain_is_what_a_listener_types(typed: str, known: str) -> None:
    assert normalized(typed) == normalized(known)


@pytest.mark.parametrize("text", ["19", "1999-", "-1999", "1999-00", "abcd", "99999"])
def test_what_is_no_year(text: str) -> None:
    assert parse_years(text) is None


def test_new_is_two_weeks_by_the_world_s_own_day() -> None:
    for today in (TODAY, TODAY + timedelta(days=400)):
        found = Index(CATALOGUE, today).find("tag:new", "album")
        fresh = [one for one in found if isinstance(one, CatalogueAlbum)]
        assert all(
            today - timedelta(14) <= date.fromisoformat(one.released) <= today
            for one in fresh
        )
        assert bool(fresh) is (today == TODAY)


def test_worlds_of_a_day_share_the_index() -> None:
    assert shared_index(CATALOGUE, TODAY) is INDEX
    assert INDEX.find("night", "track") is INDEX.find("night", "track")
