"""Music said and written: the domain's values as phrases, nameless ones included."""

from collections.abc import Sequence

from handlers.responses import sanitizing
from handlers.responses.messages import Phrase, Text
from providers.music import Artist, Listing, Playlist, T, Track

_SAID_ARTISTS = 2
"""More artists than these on one track are left to the card."""

NOTHING = ""


def name_or_number(name: str, key: str, number: int) -> Text:
    """The name, or the phrase `key` with its number where nothing of it is sayable."""
    return name if sanitizing.for_speech(name) else Phrase(key, {"number": number})


def playlist_name(playlist: Playlist, number: int) -> Text:
    """`number` is its place on the shelf, from 1."""
    return name_or_number(playlist.name, "playlist-number", number)


def artist_name(artist: Artist) -> Text:
    return (
        artist.name
        if sanitizing.for_speech(artist.name)
        else Phrase("artist-nameless", {})
    )


def artists(found: Sequence[Artist]) -> tuple[Text, ...]:
    """As many of a track's artists as are said."""
    return tuple(artist_name(artist) for artist in found[:_SAID_ARTISTS])


def track(track: Track, number: int) -> Text:
    """Title and artists; `number` is its place in its list, from 1."""
    return title_with_artists(
        name_or_number(track.title, "track-number", number), track.artists
    )


def title_with_artists(title: Text, by: Sequence[Artist]) -> Text:
    """A title with its artists, told apart from the next title of a list.

    "A by B and C and D" could be two titles or three; so the second artist stands
    "with" the first.
    """
    match artists(by):
        case (artist,):
            return Phrase("track-by", {"title": title, "artist": artist})
        case (artist, guest):
            of_two = {"title": title, "artist": artist, "guest": guest}
            return Phrase("track-by-two", of_two)
    return title


def length(milliseconds: int) -> Phrase:
    """A duration, to the minute; seconds only below one."""
    seconds = max(0, milliseconds) // 1000
    if seconds < 60:
        return Phrase("seconds", {"count": seconds})
    hours, minutes = divmod((seconds + 30) // 60, 60)
    if not hours:
        return Phrase("minutes", {"count": minutes})
    if not minutes:
        return Phrase("hours", {"hours": hours})
    return Phrase("hours-and-minutes", {"hours": hours, "minutes": minutes})


def completeness_notice(listing: Listing[T]) -> Text:
    """Says that some of the list is missing, or that it is old; ends with a space."""
    if not listing.complete:
        return Phrase("partial", {"read": len(listing.items), "total": listing.total})
    return Phrase("stale", {}) if listing.stale_since else NOTHING


def track_line(item: Track, number: int) -> Text:
    """A track as a card's line: title, artists, length."""
    said = track(item, number)
    if not item.duration_ms:
        return said
    return Phrase("track-line", {"track": said, "time": clock(item.duration_ms)})


def clock(milliseconds: int) -> str:
    """A duration in minutes and seconds, as it is written."""
    minutes, seconds = divmod(milliseconds // 1000, 60)
    return f"{minutes}:{seconds:02}"


def album_of(item: Track) -> Text:
    """Which album a track is from, where that is known and sayable."""
    if item.album is None or not sanitizing.for_speech(item.album.name):
        return NOTHING
    return Phrase("from-album", {"album": item.album.name})


def track_length(item: Track) -> Text:
    """How long a track is, where that is known."""
    if not item.duration_ms:
        return NOTHING
    return Phrase("track-length", {"length": length(item.duration_ms)})


def owner(playlist: Playlist) -> Text:
    """Whose playlist it is; somebody else's where the service does not say."""
    if playlist.owner and sanitizing.for_speech(playlist.owner):
        return playlist.owner
    return Phrase("somebody-else", {})
