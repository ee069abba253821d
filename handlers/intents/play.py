"""Hand-off: "play it", "play Deep Focus", "shuffle it", "play some jazz".

The skill plays nothing. It says what Alexa's own music skill has to be asked, ends the
session so that this can be asked, and puts the words and an address on the card.
"""

from collections.abc import Sequence
from enum import Enum
from urllib.parse import quote

from ask_sdk_core.handler_input import HandlerInput
from ask_sdk_model import Response

from handlers import request, session
from handlers.lists import PlaylistList
from handlers.playlist_resolution import PlaylistResolver
from handlers.request import IntentHandler, listener_of
from handlers.responses import phrases, sanitizing
from handlers.responses.localization import NOTHING, Argument, Phrase, Text
from handlers.responses.paging import Pager
from handlers.responses.responder import Responder, source_of
from handlers.responses.sanitizing import usable_url
from handlers.responses.screens import show_hand_off
from handlers.responses.spoken_list import FoundItem, Subject
from handlers.session import (
    OFFER_RECOMMENDATION,
    WHICH_NUMBER,
    Cursor,
    Focus,
    PendingQuestion,
    pending_question,
)
from providers.errors import ProviderError
from providers.music import Album, Artist, Playlist, Track
from providers.sample_library import SAMPLE_TOKEN
from providers.spotify.ids import SERVICE_LINK, LinkKind, link_to

PLAY, SHUFFLE = "play", "shuffle"
"""The purposes of playing a playlist in its order, and in any order."""

_ORDER = "order"
_GENRE, _ARTIST = "genre", "artist"
_NAMES = ("playlist", "title", _GENRE, _ARTIST)


class Wish(Enum):
    """What Alexa is to be asked for; the message `music-request` chooses by it.

    ANYTHING: a name of which Alexa finds out what it is, such as an artist.
    """

    SONG = "song"
    TITLE = "title"
    ALBUM = "album"
    PLAYLIST = "playlist"
    SHUFFLED = "shuffled"
    PODCAST = "podcast"
    GENRE = "genre"
    ANYTHING = "anything"


class HandOff:
    """Make the response that says what to ask Alexa's own music skill for."""

    def __init__(self, responder: Responder) -> None:
        self._responder = responder

    def words(
        self, handler_input: HandlerInput, name: str, wish: Wish = Wish.ANYTHING
    ) -> Response:
        """Return the hand-off of words as they were heard; the card links a search."""
        if not sanitizing.for_speech(name):
            return self._unspeakable(handler_input, None)
        link = f"{SERVICE_LINK}search/{quote(name, safe='')}"
        return self._respond(handler_input, wish, (name, None), link)

    def subject(
        self, handler_input: HandlerInput, subject: Subject, *, shuffled: bool
    ) -> Response:
        """Return the hand-off of a playlist, track, artist or album."""
        match subject:
            case Playlist():
                return self.playlist(handler_input, subject, shuffled=shuffled)
            case Track():
                return self._track(handler_input, subject)
            case Album():
                link = _link(handler_input, "album", subject.id)
                named = (subject.name, _first(subject.artists))
                return self._respond(handler_input, Wish.ALBUM, named, link)
            case Artist():
                link = _link(handler_input, "artist", subject.id)
                named = (subject.name, None)
                return self._respond(handler_input, Wish.ANYTHING, named, link)

    def playlist(
        self, handler_input: HandlerInput, playlist: Playlist, *, shuffled: bool
    ) -> Response:
        """Return the hand-off of a playlist; the demo's playlists are nowhere else."""
        if listener_of(handler_input).token is SAMPLE_TOKEN:
            return self._responder.respond(handler_input, "play-sample")
        wish = Wish.SHUFFLED if shuffled else Wish.PLAYLIST
        link = _link(handler_input, "playlist", playlist.id)
        return self._respond(handler_input, wish, (playlist.name, None), link)

    def _track(self, handler_input: HandlerInput, track: Track) -> Response:
        name = phrases.track_title(track, 1)
        if track.local:
            return self._responder.respond(handler_input, "play-local", name=name)
        if not track.playable:
            return self._responder.respond(handler_input, "play-unplayable", name=name)
        artist = _first(track.artists)
        if track.spoken:
            link = _link(handler_input, "episode", track.id)
            named = (artist or track.title, None)
            return self._respond(handler_input, Wish.PODCAST, named, link)
        link = _link(handler_input, "track", track.id)
        wish = Wish.SONG if artist else Wish.TITLE
        return self._respond(handler_input, wish, (track.title, artist), link)

    def _respond(
        self,
        handler_input: HandlerInput,
        wish: Wish,
        named: tuple[str, str | None],
        link: str | None,
    ) -> Response:
        """Return the hand-off of what is `named`: its name, and its artist if any."""
        name, artist = named
        if not sanitizing.for_speech(name):
            return self._unspeakable(handler_input, link)
        if wish is Wish.ALBUM and not artist:
            wish = Wish.ANYTHING
        spoken: dict[str, Argument] = {
            "wish": wish,
            "name": name,
            "artist": artist or NOTHING,
        }
        text = Phrase("music-request", spoken)
        return self._show(handler_input, "play-elsewhere", text, link)

    def _unspeakable(self, handler_input: HandlerInput, link: str | None) -> Response:
        """Return what is said of a name that is an emoji, say."""
        if usable_url(link) is None:
            return self._responder.respond(handler_input, "play-nameless")
        return self._show(handler_input, "play-by-card", NOTHING, link)

    def _show(
        self, handler_input: HandlerInput, key: str, text: Text, link: str | None
    ) -> Response:
        """Respond with a message that has a card and a screen with the address."""
        address = usable_url(link)
        shown = Phrase("play-address", {"address": address}) if address else NOTHING
        arguments: dict[str, Argument] = {"address": shown}
        if text != NOTHING:
            arguments["request"] = text
        response = self._responder.respond(handler_input, key, **arguments)
        localization = self._responder.localization_of(handler_input)
        show_hand_off(handler_input, localization, text, address)
        return response


class PlayPlaylist:
    """`PlaylistAction`: hand a playlist off, in its order or shuffled."""

    def __init__(self, hand_off: HandOff, purpose: str) -> None:
        self.purpose = purpose
        self._hand_off = hand_off

    async def perform(
        self,
        handler_input: HandlerInput,
        playlist: Playlist,
        number: int,  # noqa: ARG002 - the protocol's
    ) -> Response:
        """Say how Alexa plays the playlist."""
        shuffled = self.purpose == SHUFFLE
        return self._hand_off.playlist(handler_input, playlist, shuffled=shuffled)


class PlayMusic(IntentHandler):
    """ "Play it", "play the second one", "play Deep Focus", "play some jazz".

    A name is looked for on the page that was read out, then among the playlists. What
    is neither is handed off in the listener's words, for which no library is needed.
    """

    intents = frozenset(("PlayIntent",))

    def __init__(
        self,
        resolver: PlaylistResolver,
        pager: Pager,
        hand_off: HandOff,
        responder: Responder,
    ) -> None:
        self._resolver = resolver
        self._pager = pager
        self._hand_off = hand_off
        self._responder = responder

    async def handle(self, handler_input: HandlerInput) -> Response:
        shuffled = request.slot_text(handler_input, _ORDER) is not None
        number, on_page = request.chosen_number(handler_input)
        if number is not None:
            chosen = await self._numbered(handler_input, number, on_page=on_page)
            if not isinstance(chosen, FoundItem):
                return chosen
            return self._play(handler_input, chosen, shuffled=shuffled)
        for slot in _NAMES:
            if (words := request.slot_text(handler_input, slot)) is None:
                continue
            if slot == _GENRE and _is_known(handler_input, slot):
                return self._hand_off.words(handler_input, words, Wish.GENRE)
            if slot == _ARTIST and _is_known(handler_input, slot):
                return self._hand_off.words(handler_input, words)
            return await self._named(handler_input, words, shuffled=shuffled)
        return await self._focused(handler_input, shuffled=shuffled)

    async def _numbered(
        self, handler_input: HandlerInput, number: int, *, on_page: bool
    ) -> FoundItem[Subject] | Response:
        question = pending_question(handler_input)
        if question and question.kind == "meant":
            playing = PendingQuestion("meant", PLAY, question.ids)
            return await self._resolver.by_choice(
                handler_input, playing, number, on_page=on_page
            )
        cursor = session.get(handler_input, Cursor)
        if cursor is None or not self._pager.knows(cursor):
            cursor, on_page = Cursor(PlaylistList.kind), False
        return await self._pager.find_numbered(
            handler_input, cursor, number, on_page=on_page
        )

    async def _named(
        self, handler_input: HandlerInput, words: str, *, shuffled: bool
    ) -> Response:
        cursor = session.get(handler_input, Cursor)
        purpose = SHUFFLE if shuffled else PLAY
        try:
            if cursor and self._pager.knows(cursor) and not self._is_shelf(cursor):
                found = await self._pager.find_named(handler_input, cursor, words)
                if found:
                    return self._play(handler_input, found, shuffled=shuffled)
            response = await self._resolver.by_words(handler_input, purpose, words)
        except ProviderError:  # Alexa's music skill needs no library of ours
            response = None
        return response or self._hand_off.words(handler_input, words)

    async def _focused(
        self, handler_input: HandlerInput, *, shuffled: bool
    ) -> Response:
        found = await self._pager.find(handler_input)
        if found:
            return self._play(handler_input, found, shuffled=shuffled)
        if session.get(handler_input, Focus):
            return self._responder.respond(handler_input, "touch-gone")
        if session.get(handler_input, Cursor) and session.ask(
            handler_input, WHICH_NUMBER
        ):
            return self._responder.respond(handler_input, "which-number")
        session.ask(handler_input, OFFER_RECOMMENDATION)
        return self._responder.respond(handler_input, "play-nothing")

    def _play(
        self, handler_input: HandlerInput, found: FoundItem[Subject], *, shuffled: bool
    ) -> Response:
        return self._hand_off.subject(handler_input, found.subject, shuffled=shuffled)

    @staticmethod
    def _is_shelf(cursor: Cursor) -> bool:
        return cursor.kind == PlaylistList.kind


def _is_known(handler_input: HandlerInput, slot: str) -> bool:
    """Return whether Alexa found the slot's words among our names or the listener's."""
    own = request.dynamic_entity_ids(handler_input, slot)
    return bool(own or request.resolved_ids(handler_input, slot))


def _first(artists: Sequence[Artist]) -> str | None:
    """Return the first artist's name; None where there is none that can be spoken."""
    name = artists[0].name if artists else ""
    return name if sanitizing.for_speech(name) else None


def _link(
    handler_input: HandlerInput, kind: LinkKind, item_id: str | None
) -> str | None:
    """Return the item's public page; the demo's items have none."""
    is_sample = source_of(handler_input).key == "from-sample"
    return None if is_sample else link_to(kind, item_id)
