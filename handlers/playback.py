"""Playback: start what a listener asks for on a Spotify device of theirs."""

import re
from collections.abc import Callable, Sequence
from contextlib import suppress
from enum import Enum
from functools import partial

import msgspec
from ask_sdk_core.handler_input import HandlerInput
from ask_sdk_model import Response

from handlers import request, session
from handlers.alexa_music_hand_off import INSTEAD, PLAY, UNQUEUED, HandOff, Way, Wish
from handlers.catalogue_search import CatalogueSearch, is_playable
from handlers.lists import PlayingTrack
from handlers.misheard import respond_misheard, respond_unknown
from handlers.playback_devices import (
    MOVE,
    SLOT,
    SpeakerLead,
    Speakers,
    is_here,
    open_purpose,
)
from handlers.request import is_own, listener_of
from handlers.responses import openings, phrases
from handlers.responses.cards import subject_extras
from handlers.responses.localization import NOTHING, Text
from handlers.responses.responder import CardExtras, Responder, wording_seed
from handlers.responses.sanitizing import for_speech
from handlers.responses.spoken_list import Subject
from handlers.session import OFFER_RECOMMENDATION, Cursor, Focus
from handlers.what_plays import may_be
from providers.errors import NoActiveDevice, PremiumToPlay, ProviderError
from providers.lazy_imports import deferred_pattern
from providers.music import NOTHING_PLAYS, Album, Artist, Playlist, Track
from providers.player import MusicToPlay, PlaybackDevice, RemotePlayer
from providers.spotify.ids import context_uri

# A context in the purpose of a question: "spotify:playlist:ID shuffled 12".
_CONTEXT = deferred_pattern(
    r"(spotify:(?:album|artist|playlist):[\w-]{1,64})( shuffled)?(?: (\d{1,6}))?",
    re.ASCII,
)


class Order(Enum):
    """In which order music plays; messages choose by it.

    UNSHUFFLED: it was to be shuffled, and it plays in its own order.
    """

    OWN = "own"
    SHUFFLED = "shuffled"
    UNSHUFFLED = "unshuffled"


class _Start(msgspec.Struct, frozen=True):
    """What shall be started.

    - `music`: what the service is told to play
    - `name`: what is said of it; empty where that is not known any more
    - `shuffled`: whether it shall play in any order; None where it has no order
    - `instead`: hands it off, by the message that says why
    - `extras`: its picture
    """

    music: MusicToPlay
    name: Text = NOTHING
    shuffled: bool | None = None
    instead: Callable[[str], Response] | None = None
    extras: CardExtras = CardExtras()

    @property
    def purpose(self) -> str:
        """The purpose of a question for the speaker, from which it is made again.

        Tracks are in focus; a context is kept whole.
        """
        if self.music.context is None:
            return PLAY
        order = " shuffled" if self.shuffled else ""
        first = "" if self.music.first is None else f" {self.music.first}"
        return f"{self.music.context}{order}{first}"

    @classmethod
    def of_purpose(cls, purpose: str) -> "_Start | None":
        """Return what a question was about; None where that was no context."""
        match = _CONTEXT.fullmatch(purpose)
        if match is None:
            return None
        first = None if match[3] is None else int(match[3])
        has_order = first is not None or match[2] is not None
        shuffled = bool(match[2]) if has_order else None
        return cls(MusicToPlay(match[1], first=first), shuffled=shuffled)


class ConnectPlayback:
    """`MusicStarter` that plays on the listener's devices (Spotify Connect).

    Who has linked nothing, and what cannot be played like this, gets the hand-off. Its
    methods raise `ProviderError`s; a command that raised one is not sent again.
    """

    plays_several = True

    def __init__(
        self,
        player: RemotePlayer,
        speakers: Speakers,
        search: CatalogueSearch,
        hand_off: HandOff,
        responder: Responder,
    ) -> None:
        self._player = player
        self._speakers = speakers
        self._search = search
        self._hand_off = hand_off
        self._responder = responder

    async def words(
        self, handler_input: HandlerInput, name: str, *, way: Way = Way.NOW
    ) -> Response:
        """Play the artist or the song that the service finds; else hand the words off.

        Only a song is queued. Where there is neither, "it" means that name then.
        """
        found, is_known = None, False
        if is_own(handler_input):
            with suppress(ProviderError):
                found = await self._search.song_or_artist(handler_input, name)
                is_known = True
        heard = self._search.as_title(handler_input, name)
        if not found and await self._search.is_misheard(handler_input, heard):
            return respond_misheard(self._responder, handler_input)
        if found is None and is_known and for_speech(name):
            return respond_unknown(
                self._responder, handler_input, "play-unknown", heard=heard
            )
        if found is None:
            key = UNQUEUED if way is Way.QUEUED else INSTEAD
            return self._hand_off.searched(handler_input, Wish.ANYTHING, name, key=key)
        if isinstance(found, Track):
            item_id, track_id = PlayingTrack.id_of(found), found.id
            focus = Focus("track", item_id, PlayingTrack.kind, track_id)
            session.delete(handler_input, Cursor)
            session.put(handler_input, focus)
        return await self.subject(handler_input, found, way=way)

    async def genre(self, handler_input: HandlerInput, name: str) -> Response:
        """Hand the genre off: only `PlayWish` knows songs of it."""
        return self._hand_off.searched(handler_input, Wish.GENRE, name, key=INSTEAD)

    async def subject(
        self,
        handler_input: HandlerInput,
        subject: Subject,
        *,
        way: Way = Way.NOW,
        following: Sequence[Track] = (),
    ) -> Response:
        """Play a playlist, album, artist or track on the device that is meant."""
        instead = partial(self._hand_off.instead, handler_input, subject, way=way)
        if not is_own(handler_input):
            return instead(key=UNQUEUED if way is Way.QUEUED else INSTEAD)
        if way is Way.QUEUED:
            return await self._queue(handler_input, subject, instead)
        if isinstance(subject, Playlist) and subject.size == 0:
            name = phrases.playlist_name(subject, 1)
            return self._responder.respond(handler_input, "tracks-none", name=name)
        seed = wording_seed(handler_input)
        is_shuffled = way is Way.SHUFFLED
        start = _start_of(subject, following, seed if is_shuffled else None)
        if start is None:
            return instead(key=INSTEAD)
        extras = subject_extras(handler_input, subject)
        return await self._start(
            handler_input, _Start(*start, lambda key: instead(key=key), extras)
        )

    async def elsewhere(self, handler_input: HandlerInput) -> Response | None:
        """Play what a question was about, or let what plays go on elsewhere."""
        purpose = open_purpose(handler_input)
        is_meant = purpose is not None or request.slot_text(handler_input, SLOT)
        if not is_meant or not is_own(handler_input) or purpose == PLAY:
            return None
        if start := _Start.of_purpose(purpose or ""):
            return await self._start(handler_input, start)
        if purpose is not None:  # asked about: it goes on where it was paused
            return await self._move(handler_input)
        return await self._move_what_plays(handler_input)

    async def _move_what_plays(self, handler_input: HandlerInput) -> Response | None:
        """Let what plays go on elsewhere; None where something else is in focus."""
        focus = session.get(handler_input, Focus)
        if focus is not None and focus.list_kind != PlayingTrack.kind:
            return None
        playing = await self._speakers.playing(handler_input)
        if focus is not None and playing is not None and not may_be(focus, playing):
            return None
        if playing == NOTHING_PLAYS and focus is not None:
            return None  # the song in focus was saved, or played before
        if playing == NOTHING_PLAYS:
            session.ask(handler_input, OFFER_RECOMMENDATION)
            return self._responder.respond(handler_input, "play-nothing")
        return await self._move(handler_input)

    async def _queue(
        self,
        handler_input: HandlerInput,
        subject: Subject,
        instead: Callable[..., Response],
    ) -> Response:
        """Queue a track on the active device; without one, ask where it shall play."""
        if not isinstance(subject, Track):
            return self._responder.respond(handler_input, "queue-only-songs")
        if not is_playable(subject):
            return instead(key=UNQUEUED)
        try:
            await self._player.queue(listener_of(handler_input), str(subject.id))
        except PremiumToPlay:
            return instead(key="play-premium")
        except NoActiveDevice:
            return await self._speakers.ask(handler_input, PLAY, SpeakerLead.SILENT)
        named = {"name": phrases.track_text(subject, 1)}
        extras = subject_extras(handler_input, subject)
        return self._responder.respond_with(handler_input, "play-queued", named, extras)

    async def _start(self, handler_input: HandlerInput, start: _Start) -> Response:
        if is_here(handler_input) and start.instead:
            return start.instead("play-here")
        device = await self._speakers.choose(handler_input, start.purpose)
        if not isinstance(device, PlaybackDevice):
            return device
        listener, order = listener_of(handler_input), Order.OWN
        try:
            await self._player.play(listener, start.music, device.id)
        except PremiumToPlay:
            if start.instead is None:
                raise
            return start.instead("play-premium")
        except NoActiveDevice:
            lead = SpeakerLead.GONE
            return await self._speakers.ask(handler_input, start.purpose, lead)
        if start.shuffled is not None:
            order = await self._set_order(handler_input, device, start)
        speaker, before = device.name, openings.before_music(handler_input)
        if not start.name:
            return self._responder.respond(handler_input, "play-moved", speaker=speaker)
        return self._responder.respond_with(
            handler_input,
            "play-started",
            {"before": before, "name": start.name, "order": order, "speaker": speaker},
            start.extras,
        )

    async def _set_order(
        self, handler_input: HandlerInput, device: PlaybackDevice, start: _Start
    ) -> Order:
        """Switch shuffling on or off after the start; return what came of it.

        It plays already, so a failure is told and is no error.
        """
        is_on = bool(start.shuffled)
        listener = listener_of(handler_input)
        try:
            await self._player.shuffle(listener, device.id, on=is_on)
        except ProviderError:
            return Order.UNSHUFFLED if is_on else Order.OWN
        return Order.SHUFFLED if is_on else Order.OWN

    async def _move(self, handler_input: HandlerInput) -> Response:
        device = await self._speakers.choose(handler_input, MOVE)
        if not isinstance(device, PlaybackDevice):
            return device
        try:
            if device.id is None:
                await self._player.resume(listener_of(handler_input))
            else:
                await self._player.move(listener_of(handler_input), device.id)
        except NoActiveDevice:
            return await self._speakers.ask(handler_input, MOVE, SpeakerLead.GONE)
        return self._responder.respond(handler_input, "play-moved", speaker=device.name)


def _start_of(
    subject: Subject, following: Sequence[Track], seed: int | None
) -> tuple[MusicToPlay, Text, bool | None] | None:
    """Return the music, its name, and whether it is shuffled; None: not playable.

    A shuffled playlist begins anywhere, which `seed` decides: the service would begin
    with its first track.
    """
    shuffled = seed is not None
    match subject:
        case Playlist():
            first = seed % subject.size if seed is not None and subject.size else None
            music = MusicToPlay(
                context_uri("playlist", subject.id), first=first if shuffled else 0
            )
            return music, phrases.playlist_name(subject, 1), shuffled
        case Album(id=str() as album_id):
            music = MusicToPlay(context_uri("album", album_id), first=0)
            return music, subject.name, False
        case Artist(id=str() as artist_id):
            return MusicToPlay(context_uri("artist", artist_id)), subject.name, None
        case Track() if is_playable(subject):
            tracks = (subject, *filter(is_playable, following))
            ids = tuple(track.id for track in tracks if track.id)
            # Without a place, a shuffling player would begin with any of them.
            music = MusicToPlay(tracks=ids, first=0)
            return music, phrases.track_text(subject, 1), None
    return None
