"""Questions about one playlist: "how long is it?", "who made it?", "what is new?"."""

from typing import Protocol

from ask_sdk_core.handler_input import HandlerInput
from ask_sdk_model import Response

from handlers import request, session
from handlers.lists import PlayingTrack, PlaylistTracks, RecentlyAdded
from handlers.misheard import looked_for
from handlers.named_songs import nothing_plays
from handlers.playlist_contents import (
    read_items,
    respond_not_readable,
)
from handlers.playlist_resolution import (
    SLOT,
    PlaylistResolver,
)
from handlers.request import IntentHandler, intent_of, listener_of
from handlers.responses import notices, phrases, sanitizing
from handlers.responses.localization import NOTHING, Phrase, Text
from handlers.responses.paging import Pager
from handlers.responses.responder import Responder
from handlers.session import (
    Focus,
    PendingQuestion,
    focus_on_playlist,
    pending_question,
)
from handlers.what_plays import names_nothing, what_plays
from providers.errors import Forbidden
from providers.fan_out import optional
from providers.library import Library
from providers.music import Album, Listing, Playlist, Track

_OF_ONE_PLAYLIST = frozenset((PlaylistTracks.kind, RecentlyAdded.kind))

_NAMELESS = (Phrase("artist-nameless", {}),)

_SONG = "song_that_plays"  # request attribute: told together with its playlist


class PlaylistLength:
    """`PlaylistAction`: say how many tracks a playlist has and how long they run."""

    purpose = "length"

    def __init__(self, library: Library, responder: Responder) -> None:
        self._library = library
        self._responder = responder

    async def perform(
        self, handler_input: HandlerInput, playlist: Playlist, number: int
    ) -> Response:
        """Respond from the contents; from the size where the contents are refused."""
        listener = listener_of(handler_input)
        try:
            listing = await read_items(self._library, listener, playlist)
        except Forbidden as refusal:
            if playlist.size is None:
                return respond_not_readable(
                    self._responder, handler_input, (playlist, number), refusal
                )
            listing = Listing((), playlist.size)
        song = _song_that_plays(handler_input, playlist)
        length = phrases.total_length(listing, [item.track for item in listing.items])
        if length is NOTHING and listing.total:
            length = Phrase("playlist-length-unknown", {})
        return self._responder.respond(
            handler_input,
            "playlist-long",
            name=phrases.playlist_name(playlist, number),
            total=listing.total,
            length=length,
            partial=notices.completeness_notice(listing),
            song=_length_of(song) if song else NOTHING,
        )


class PlaylistOwner:
    """`PlaylistAction`: say who made a playlist."""

    purpose = "owner"

    def __init__(self, responder: Responder) -> None:
        self._responder = responder

    async def perform(
        self, handler_input: HandlerInput, playlist: Playlist, number: int
    ) -> Response:
        """Respond with the owner's name."""
        song = _song_that_plays(handler_input, playlist)
        return self._responder.respond(
            handler_input,
            "playlist-maker",
            name=phrases.playlist_name(playlist, number),
            owner=phrases.owner(playlist),
            maker=phrases.Maker.of(playlist),
            song=_artists_of(song) if song else NOTHING,
        )


class SongTeller(Protocol):
    """Tells what is known of a song that is named; None for no such song."""

    async def just_named(
        self, handler_input: HandlerInput, heard: str
    ) -> Response | None:
        """Tell of a song that was named or read out just before."""
        ...

    async def named(self, handler_input: HandlerInput, heard: str) -> Response | None:
        """Tell of that song, or of the catalogue's."""
        ...

    async def ensure_focus(self, handler_input: HandlerInput) -> Response | None:
        """Let "it" mean the song that was looked for, else the one that plays.

        Return what to say where it is not known which song was looked for.
        """
        ...


class AboutPlaylist(IntentHandler):
    """ "How long is it?", "who made it?", "what is new on it?"

    About the song of that name that was named just before, else the playlist that the
    slot names for sure, else any song of that name. Without a name: about what is in
    focus, a playlist, a track or an album, else about what plays: a playlist and its
    song. Where nothing is known: ask which playlist.
    """

    _PURPOSES = {  # noqa: RUF012 - a table
        "PlaylistLengthIntent": PlaylistLength.purpose,
        "PlaylistOwnerIntent": PlaylistOwner.purpose,
        "PlaylistNewsIntent": RecentlyAdded.kind,
    }

    intents = frozenset(_PURPOSES)

    def __init__(
        self,
        resolver: PlaylistResolver,
        library: Library,
        pager: Pager,
        songs: SongTeller,
        responder: Responder,
    ) -> None:
        self._resolver = resolver
        self._library = library
        self._pager = pager
        self._songs = songs
        self._responder = responder

    async def handle(self, handler_input: HandlerInput) -> Response:
        purpose = self._PURPOSES[intent_of(handler_input) or ""]
        await self._pager.focus_by_ordinal(handler_input)
        if (heard := request.slot_text(handler_input, SLOT)) is not None:
            return await self._named(handler_input, purpose, heard)
        if response := await self._about_what_plays(handler_input, purpose):
            return response
        if purpose != RecentlyAdded.kind:
            response = await self._songs.ensure_focus(handler_input)
            if response is not None:
                return response
        return await self._about_focus(handler_input, purpose)

    async def _about_what_plays(
        self, handler_input: HandlerInput, purpose: str
    ) -> Response | None:
        """Tell of the playlist that plays and of its song; None where none plays.

        "Who made it?" may mean either, so both are told in one breath.
        """
        focus = session.get(handler_input, Focus)
        may_be_both = focus is not None and focus.song is not None
        if not may_be_both and not names_nothing(handler_input):
            return None
        if looked_for(handler_input):
            return None
        playing = await what_plays(handler_input, self._library)
        if playing.track is None:
            return None
        playlist_id, song = playing.playlist, PlayingTrack.id_of(playing.track)
        if playlist_id is None:
            if focus is None:
                session.put(handler_input, PlayingTrack.focus_of(playing.track))
            return None
        if focus is not None and focus != focus_on_playlist(playlist_id, song):
            return None
        attributes = handler_input.attributes_manager.request_attributes
        attributes[_SONG] = playing.track
        return await self._resolver.by_id(handler_input, purpose, playlist_id)

    async def _about_focus(self, handler_input: HandlerInput, purpose: str) -> Response:
        """Answer about what is in focus; ask which playlist where nothing is."""
        focus = session.get(handler_input, Focus)
        if focus is None and purpose == PlaylistOwner.purpose:
            silence = await nothing_plays(handler_input, self._pager, self._responder)
            which = PendingQuestion("which", purpose)
            return silence or self._responder.ask(handler_input, which, "which-owner")
        if focus is None:
            return await self._resolver.by_slot(handler_input, purpose)
        if focus.kind == "playlist":
            return await self._resolver.by_id(handler_input, purpose, focus.id)
        if purpose == RecentlyAdded.kind:
            of_playlist = focus.list_kind in _OF_ONE_PLAYLIST
            return await self._resolver.by_slot(
                handler_input, purpose, default=focus.parent_id if of_playlist else None
            )
        response = await self._about_item(handler_input, purpose)
        return response or await self._resolver.by_slot(handler_input, purpose)

    async def _named(
        self, handler_input: HandlerInput, purpose: str, heard: str
    ) -> Response:
        """Answer about the song or the playlist of that name."""
        question = pending_question(handler_input)
        is_answer = question is not None and (
            question.kind == "meant"
            or (question.kind == "which" and purpose != PlaylistOwner.purpose)
        )
        if purpose == RecentlyAdded.kind or is_answer:
            return await self._resolver.by_slot(handler_input, purpose)
        response = await self._songs.just_named(handler_input, heard)
        response = response or await self._resolver.by_words(
            handler_input, purpose, heard, sure=True
        )
        if response is None:
            response = await optional(self._songs.named(handler_input, heard), None)
        return response or await self._resolver.by_slot(handler_input, purpose)

    async def _about_item(
        self, handler_input: HandlerInput, purpose: str
    ) -> Response | None:
        """Tell who an item is by, its album and year, or how long a track is.

        Tell what else is known of the item where that is not; None where it is gone.
        """
        found = await self._pager.find(handler_input)
        subject = found.subject if found else None
        if purpose == PlaylistOwner.purpose and isinstance(subject, Track | Album):
            artists = phrases.artist_names(subject.artists) or _NAMELESS
            return self._responder.respond(
                handler_input,
                "item-by",
                artists=artists,
                album=_release_of(subject),
            )
        if found and isinstance(subject, Track) and subject.duration_ms:
            item = found.contents.items[found.index]
            return self._responder.respond(
                handler_input,
                "item-long",
                name=found.spoken_list.spoken_text(item, found.index + 1),
                length=phrases.length(subject.duration_ms),
            )
        return await self._pager.choose_focus(handler_input)


def _song_that_plays(handler_input: HandlerInput, playlist: Playlist) -> Track | None:
    """Return the song that is told of, too; it is what "save it" means then."""
    song = handler_input.attributes_manager.request_attributes.get(_SONG)
    if not isinstance(song, Track):
        return None
    if playlist.readable:
        focus = focus_on_playlist(playlist.id, PlayingTrack.id_of(song))
        session.put(handler_input, focus)
    return song


def _artists_of(song: Track) -> Phrase:
    """Return ". The song is by …"."""
    artists = phrases.artist_names(song.artists) or _NAMELESS
    about = {"artists": artists, "album": _release_of(song)}
    return Phrase("song-playing-by", about)


def _length_of(song: Track) -> Text:
    if not song.duration_ms:
        return NOTHING
    length = phrases.length(song.duration_ms)
    return Phrase("song-playing-long", {"length": length})


def _release_of(item: Track | Album) -> Text:
    """Return ", from the album …, released in …", as far as either is known."""
    album = item.album if isinstance(item, Track) else item
    if album is None or not album.released:
        return phrases.album_of(item) if isinstance(item, Track) else NOTHING
    year = album.released[:4]
    if isinstance(item, Album) or not sanitizing.for_speech(album.name):
        return Phrase("of-year", {"year": year})
    return Phrase("from-album-of-year", {"album": album.name, "year": year})
