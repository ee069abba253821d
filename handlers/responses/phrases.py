"""Playlists, tracks, artists and lengths as phrases for speech, cards and screens.

An item without a name that can be spoken gets a phrase instead, e.g. "playlist number
3". Every `number` is the item's position in its list, from 1.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from enum import Enum
from functools import lru_cache
from typing import Any

from handlers.responses import sanitizing
from handlers.responses.localization import (
    NOTHING,
    Argument,
    DisplayItem,
    Phrase,
    SilentName,
    Text,
)
from providers.music import (
    Artist,
    Listing,
    Playlist,
    T,
    Track,
)

_SPOKEN_ARTISTS = 2  # more artists of one track are left to the card

_KEPT = 1024  # display names whose first name is kept

# What a display name looks like when nobody chose it: digits, no vowel, an address.
_LIKE_AN_ID = re.compile(r"[\d_@.:/\\#]|^.{21,}$")
_LATIN_WITHOUT_VOWEL = re.compile(r"[b-df-hj-np-tv-xz]{3,}", re.IGNORECASE)


class Ask(Enum):
    """What a response asks at its end; the message `ask` chooses its wording by it.

    ARTIST, NAME and TITLE wait for that answer, OFFER for a yes. SHELF and NEXT leave
    it open.
    """

    OFFER = "offer"
    ARTIST = "artist"
    NAME = "name"
    TITLE = "title"
    SHELF = "shelf"
    NEXT = "next"


def name_or_number(name: str, key: str, number: int) -> Text:
    """Return the name; where no part of it can be spoken, one that is only shown.

    It is spoken as the phrase `key` with `number`, and shown so where it is invisible.
    """
    if sanitizing.for_speech(name):
        return name
    return _silent(name, Phrase(key, {"number": number}))


def _silent(name: str, spoken: Phrase) -> Text:
    return SilentName(name, spoken) if sanitizing.is_visible(name) else spoken


def first_name(name: str | None) -> str | None:
    """Return what to greet an account's owner by.

    None for no name and for a name that looks like an id.

    >>> first_name("Ada Lovelace")
    'Ada'
    >>> first_name("31xkdj3kd5ql2") is None
    True
    """
    return _first_name(sanitizing.bounded(name or ""))


def names_in(value: object) -> Iterator[str]:
    """Yield the names in an argument, at any depth, as a screen shows them."""
    if isinstance(value, Phrase):
        yield from names_in(value.arguments)
    elif isinstance(value, SilentName):
        yield sanitizing.for_display(value.shown)
    elif isinstance(value, Mapping):
        yield from names_in(tuple(value.values()))
    elif isinstance(value, str):
        if value != NOTHING and not isinstance(value, Enum):
            yield sanitizing.for_display(value)
    elif isinstance(value, Sequence):
        for inner in value:
            yield from names_in(inner)


@lru_cache(_KEPT)
def _first_name(name: str) -> str | None:
    words = name.split(maxsplit=1)[:1]
    if not words or _LIKE_AN_ID.search(words[0]) or len(words[0]) < 2:
        return None
    if not any(character.isalpha() for character in words[0]):
        return None
    return None if _LATIN_WITHOUT_VOWEL.fullmatch(words[0]) else words[0]


def playlist_name(playlist: Playlist, number: int) -> Text:
    """Return the playlist's name, or "playlist number 3"."""
    if sanitizing.for_speech(playlist.name):
        return playlist.name  # one call less, for each line and row
    return name_or_number(playlist.name, "playlist-number", number)


class Counted(Enum):
    """What tells a series of names apart; messages choose by it."""

    YEARS = "years"
    NUMBERS = "numbers"

    @classmethod
    def of(cls, *, years: bool) -> "Counted":
        """Return what is counted."""
        return cls.YEARS if years else cls.NUMBERS


_Numbered = tuple[Playlist, int]


def distinct_names(named: Sequence[_Numbered]) -> list[Text]:
    """Return the names of playlists, each with its position, so that none is twice.

    Namesakes are told apart by their size, else by their owner, else by position.
    """
    spoken = [_spoken(playlist) for playlist, _ in named]
    return [
        playlist_name(playlist, number)
        if spoken.count(name) == 1 or not name
        else _told_apart(
            (playlist, number),
            [other for other, same in zip(named, spoken, strict=True) if same == name],
        )
        for name, (playlist, number) in zip(spoken, named, strict=True)
    ]


def told_by_position(named: Sequence[_Numbered]) -> bool:
    """Return whether `distinct_names` has to name positions."""
    names = distinct_names(named)
    texts = [name.spoken if isinstance(name, SilentName) else name for name in names]
    keys = {text.key for text in texts if isinstance(text, Phrase)}
    return not keys.isdisjoint(("playlist-at", "playlist-number"))


def _spoken(playlist: Playlist) -> str:
    return sanitizing.for_speech(playlist.name).casefold()


def _told_apart(numbered: _Numbered, namesakes: Sequence[_Numbered]) -> Text:
    playlist, number = numbered
    sizes = {other.size for other, _ in namesakes}
    if len(sizes) == len(namesakes) and playlist.size is not None:
        arguments: dict[str, Argument] = {"name": playlist.name, "count": playlist.size}
        return Phrase("playlist-of-size", arguments)
    owners = {owner_name(other) for other, _ in namesakes}
    if len(owners) == len(namesakes) and owner_name(playlist):
        return Phrase(
            "playlist-of-owner", {"name": playlist.name, "owner": owner(playlist)}
        )
    return Phrase("playlist-at", {"name": playlist.name, "number": number})


def playlist_line(playlist: Playlist, number: int) -> Text:
    """Return the playlist as a line of a card: name and number of tracks."""
    name = playlist_name(playlist, number)
    if playlist.size is None:
        return name
    return Phrase("playlist-line", {"name": name, "count": playlist.size})


def playlist_item(playlist: Playlist, number: int) -> DisplayItem:
    """Return the playlist as a row of a screen: name and picture."""
    return DisplayItem(playlist_name(playlist, number), image=playlist.image)


class Maker(Enum):
    """Who made a playlist, as far as it is known; messages choose by it.

    SHARED: several people, and nobody knows who began it. NAMELESS: not the listener,
    and the service does not name them.
    """

    MINE = "mine"
    TOGETHER = "together"
    SHARED = "shared"
    THEIRS = "theirs"
    NAMELESS = "nameless"
    UNKNOWN = "unknown"

    @classmethod
    def of(cls, playlist: Playlist) -> "Maker":
        """Return who made the playlist, as far as it is known."""
        is_named = owner_name(playlist) is not None
        if playlist.collaborative:
            return cls.TOGETHER if is_named else cls.SHARED
        if playlist.mine:
            return cls.MINE
        if is_named:
            return cls.THEIRS
        return cls.UNKNOWN if playlist.mine is None else cls.NAMELESS


def owner_name(playlist: Playlist) -> str | None:
    """Return the owner's name; None where it is not known or cannot be spoken."""
    if playlist.owner and sanitizing.for_speech(playlist.owner):
        return playlist.owner
    return None


def owner(playlist: Playlist) -> Text:
    """Return the owner's name; nothing where `Maker` tells that it is not known."""
    return owner_name(playlist) or NOTHING


def artist_name(artist: Artist) -> Text:
    """Return the artist's name, or "an artist without a name"; an emoji is shown."""
    if sanitizing.for_speech(artist.name):
        return artist.name
    return _silent(artist.name, Phrase("artist-nameless", {}))


def artist_names(artists: Sequence[Artist]) -> tuple[Text, ...]:
    """Return the names of a track's artists, two at most."""
    return tuple([artist_name(artist) for artist in artists[:_SPOKEN_ARTISTS]])


def track_title(track: Track, number: int) -> Text:
    """Return the track's title, or "track number 3"."""
    return name_or_number(track.title, "track-number", number)


def track_text(track: Track, number: int) -> Text:
    """Return the track as it is spoken: title and artists."""
    return title_with_artists(track_title(track, number), track.artists)


def track_in_list(track: Track, number: int) -> Text:
    """Return the track as it is spoken among others: title and first artist."""
    return title_with_artists(track_title(track, number), track.artists[:1])


def track_beside(track: Track, number: int, reason: Phrase) -> Text:
    """Return the song without its guests, unless the reason is about them."""
    guests = {artist.name for artist in track.artists[1:]}
    in_reason = reason.arguments.get("about"), reason.arguments.get("artist")
    if guests.isdisjoint(in_reason):
        return track_in_list(track, number)
    return track_text(track, number)


def distinct_tracks(named: Sequence[tuple[Track, int]]) -> list[Text]:
    """Return tracks as they are spoken among others, each with its position.

    Two of the same title and artist are told apart by their albums where these differ.
    """
    titles = [(track.title.casefold(), track.artists[:1]) for track, _ in named]
    albums = [track.album.name if track.album else "" for track, _ in named]
    both = list(zip(titles, albums, strict=True))
    texts: list[Text] = []
    for (track, number), title, album in zip(named, titles, albums, strict=True):
        text = track_in_list(track, number)
        if album and titles.count(title) > both.count((title, album)) == 1:
            text = Phrase("track-of-album", {"track": text, "album": album})
        texts.append(text)
    return texts


def title_with_artists(title: Text, artists: Sequence[Artist]) -> Text:
    """Return "title by artist", or "title by artist with guest" for two artists.

    "A by B and C and D" could be two titles or three in a list; so the second artist
    stands "with" the first.
    """
    match artist_names(artists):
        case (artist,):
            return Phrase("track-by", {"title": title, "artist": artist})
        case (artist, guest):
            names = {"title": title, "artist": artist, "guest": guest}
            return Phrase("track-by-two", names)
    return title


def track_line(track: Track, number: int) -> Text:
    """Return the track as a line of a card: title, artists, length."""
    text = track_text(track, number)
    if not track.duration_ms:
        return text
    return Phrase("track-line", {"track": text, "time": clock(track.duration_ms)})


def track_item(track: Track, number: int) -> DisplayItem:
    """Return the track as a row of a screen: title, artists and length, cover."""
    subtitle: Text | Sequence[Text] = artist_names(track.artists)
    if track.artists and track.duration_ms:
        arguments: dict[str, Argument] = {
            "track": subtitle,
            "time": clock(track.duration_ms),
        }
        subtitle = Phrase("track-line", arguments)
    image = track.album.image if track.album else None
    return DisplayItem(track_title(track, number), subtitle, image)


def album_of(track: Track) -> Text:
    """Return ", from the album …"; nothing where the album is unknown."""
    if track.album is None or not sanitizing.for_speech(track.album.name):
        return NOTHING
    return Phrase("from-album", {"album": track.album.name})


def track_length(track: Track) -> Text:
    """Return ". It runs for …"; nothing where the length is unknown."""
    if not track.duration_ms:
        return NOTHING
    return Phrase("track-length", {"length": length(track.duration_ms)})


def total_length(listing: Listing[Any], tracks: Sequence[Track]) -> Text:
    """Return ", … in all": the summed length of a listing's tracks, as far as known.

    "At least" where items or lengths are missing; nothing where no length is known.
    """
    known = [track.duration_ms for track in tracks if track.duration_ms]
    if not known:
        return NOTHING
    whole = listing.complete and not listing.unreadable
    exact = whole and len(known) == len(listing.items)
    key = "playlist-length" if exact else "playlist-length-at-least"
    return Phrase(key, {"length": length(sum(known))})


def length(milliseconds: int) -> Phrase:
    """Return a duration, rounded to the minute; in seconds below one minute."""
    seconds = max(0, milliseconds) // 1000
    if seconds < 60:
        return Phrase("seconds", {"count": seconds})
    hours, minutes = divmod((seconds + 30) // 60, 60)
    if not hours:
        return Phrase("minutes", {"count": minutes})
    if not minutes:
        return Phrase("hours", {"hours": hours})
    return Phrase("hours-and-minutes", {"hours": hours, "minutes": minutes})


def clock(milliseconds: int) -> str:
    """Return a duration as it is written: minutes and seconds, "3:07"."""
    minutes, seconds = divmod(milliseconds // 1000, 60)
    return f"{minutes}:{seconds:02}"


def spoken_total(listing: Listing[T]) -> int:
    """Return how many items to tell of: those that can be read, else all others."""
    return listing.total or listing.unreadable
