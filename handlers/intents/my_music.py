"""Questions about the listener's own music as a whole.

"How many songs by Abba do I have?", "which genre do I listen to most?", "when did I
last hear this?".
"""

from collections import Counter
from collections.abc import Sequence

from ask_sdk_core.handler_input import HandlerInput
from ask_sdk_model import Response

from handlers import request, session
from handlers.dialog import ask_which_song, ask_whom
from handlers.lists import OneArtist
from handlers.lists.tracks import PlayingTrack, focus_on_playing
from handlers.named_songs import NamedSongs, nothing_plays
from handlers.playlist_contents import search_for
from handlers.request import IntentHandler, listener_of, request_time
from handlers.responses import notices, phrases
from handlers.responses.listening_times import Span, local_time
from handlers.responses.localization import NOTHING, Phrase, Text
from handlers.responses.paging import Pager
from handlers.responses.responder import Responder
from handlers.responses.sanitizing import bounded
from handlers.responses.spoken_list import PAGE_SIZE, FoundItem, Subject
from handlers.session import Cursor, Focus, PendingQuestion
from providers.library import Library
from providers.music import Artist, Play, Track
from providers.name_matching.matcher import Verdict, decide
from providers.recommender.ranking.recommendation_query import Moods
from providers.recommender.ranking.track_identity import (
    artist_key,
    credited,
    song_key,
)

PERFORMER_SLOT, SONG_SLOT, PERIOD_SLOT = "performer", "song", "period"


class SongsByArtist(IntentHandler):
    """ "How many songs by Abba do I have?", "do I have more by them?".

    The saved songs are counted, and those on playlists that are known without a call.
    """

    intents = frozenset(("SongsByArtistIntent",))

    def __init__(
        self,
        library: Library,
        artists: OneArtist,
        pager: Pager,
        responder: Responder,
    ) -> None:
        self._library = library
        self._artists = artists
        self._pager = pager
        self._responder = responder

    async def handle(self, handler_input: HandlerInput) -> Response:
        heard = request.slot_text(handler_input, PERFORMER_SLOT)
        if heard is None:
            await self._pager.focus_by_ordinal(handler_input)
            found = await self._pager.find(handler_input, song=True)
            artists = await self._pager.artists(handler_input, found) if found else ()
            heard = bounded(artists[0].name) if artists else None
        if heard is None:
            return ask_whom(handler_input, self._responder)
        return await self._count(handler_input, heard)

    async def _count(self, handler_input: HandlerInput, heard: str) -> Response:
        listener = listener_of(handler_input)
        saved = await self._library.saved_tracks(listener)
        playlists = await self._library.first_page_of_playlists(listener)
        known = await self._library.known_contents(listener, playlists.items)
        listed = [track for tracks in known.values() for track in tracks]
        kept = [item.track for item in saved.items]
        artist = self._artist(handler_input, heard, [*kept, *listed])
        key = artist_key(artist.name)
        of_saved = {song_key(track) for track in kept if key in credited(track)}
        of_listed = {song_key(track) for track in listed if key in credited(track)}
        return self._responder.respond(
            handler_input,
            "songs-by-artist",
            artist=bounded(artist.name),
            least=NOTHING if saved.complete else Phrase("at-least", {}),
            saved=len(of_saved),
            more=len(of_listed - of_saved),
        )

    def _artist(
        self, handler_input: HandlerInput, heard: str, tracks: Sequence[Track]
    ) -> Artist:
        """Return the artist of these tracks who is meant by `heard`, and focus on them.

        Where nobody is meant, an artist of that name who has nothing else.
        """
        by_key = {artist_key(a.name): a for track in tracks for a in track.artists}
        artists = list(by_key.values())
        language = self._responder.localization_of(handler_input).code
        decision = decide(heard, [a.name for a in artists], language=language)
        if decision.verdict is not Verdict.ACT:
            return Artist(None, heard)
        artist = artists[decision.matches[0].index]
        if artist.id is not None:
            session.delete(handler_input, Cursor)
            session.put(handler_input, self._artists.focus_of(artist))
        return artist


class TopGenres(IntentHandler):
    """ "Which genre do I listen to most?": those of the favourite artists.

    Where the service names no genres, that is said, and who these artists are.
    """

    intents = frozenset(("TopGenresIntent",))

    def __init__(self, library: Library, moods: Moods, responder: Responder) -> None:
        self._library = library
        self._moods = moods
        self._responder = responder

    async def handle(self, handler_input: HandlerInput) -> Response:
        period = next(iter(request.resolved_ids(handler_input, PERIOD_SLOT)), None)
        span = Span.of(period)
        listener = listener_of(handler_input)
        top = await self._library.top_artists(listener, span.period)
        for attribute in (Cursor, Focus):
            session.delete(handler_input, attribute)
        language = self._responder.localization_of(handler_input).code
        named = (self._moods.genre_name(g, language) for g in _genres(top.items))
        genres: list[Text] = [name for name in named if name]
        if genres:
            return self._responder.respond(
                handler_input, "top-genres", span=span, genres=genres[:PAGE_SIZE]
            )
        artists = [phrases.artist_name(artist) for artist in top.items[:PAGE_SIZE]]
        key = "top-genres-unknown" if artists else "top-artists-none"
        return self._responder.respond(
            handler_input, key, span=span, artists=artists, partial=NOTHING
        )


def _genres(artists: Sequence[Artist]) -> list[str]:
    """Return the genres of the artists, who are the most heard first, likewise."""
    weights: Counter[str] = Counter()
    for place, artist in enumerate(artists):
        for genre in artist.genres:
            weights[genre] += len(artists) - place
    return [genre for genre, _ in weights.most_common()]


class LastHeard(IntentHandler):
    """ "When did I last hear this?", "when did I last play Abba?".

    As far back as the service shows plays; beyond that it is said that it does not.
    """

    intents = frozenset(("LastHeardIntent",))

    def __init__(self, library: Library, pager: Pager, responder: Responder) -> None:
        self._library = library
        self._pager = pager
        self._responder = responder

    async def handle(self, handler_input: HandlerInput) -> Response:
        heard = request.slot_text(handler_input, SONG_SLOT)
        subject = None if heard else await self._subject(handler_input)
        if heard is None and subject is None:
            return ask_which_song(handler_input, self._responder)
        plays = (await self._library.recent_plays(listener_of(handler_input))).items
        play = (
            self._named(handler_input, heard, plays)
            if heard
            else next((play for play in plays if _is_of(play.track, subject)), None)
        )
        if play is None:
            what = heard or _name_of(subject)
            return self._not_heard(handler_input, what, plays)
        if heard:
            session.delete(handler_input, Cursor)
            session.put(handler_input, PlayingTrack.focus_of(play.track))
        seconds = (request_time(handler_input) - play.played_at).total_seconds()
        return self._responder.respond(
            handler_input,
            "last-heard",
            track=phrases.track_in_list(play.track, 1),
            ago=notices.ago(seconds),
        )

    async def _subject(self, handler_input: HandlerInput) -> Subject | None:
        """Return what is in focus; where nothing was named, the song that plays."""
        found: FoundItem[Subject] | None
        found = await self._pager.find(handler_input, song=True)
        if found is not None:
            return found.subject
        if session.get(handler_input, Cursor) is not None:
            return None
        return await focus_on_playing(handler_input, self._library)

    def _named(
        self, handler_input: HandlerInput, heard: str, plays: Sequence[Play]
    ) -> Play | None:
        """Return the last play of the song or the artist that is called so."""
        named = [
            (name, play)
            for play in plays
            for artist in play.track.artists[:1]
            for name in (
                play.track.title,
                artist.name,
                f"{play.track.title} {artist.name}",
            )
        ]
        names = [bounded(name) for name, _ in named]
        language = self._responder.localization_of(handler_input).code
        decision = decide(heard, names, language=language)
        if not decision.matches or decision.verdict is Verdict.OFFER:
            return None
        meant = names[decision.matches[0].index]
        return next(play for name, play in named if bounded(name) == meant)

    def _not_heard(
        self, handler_input: HandlerInput, what: Text, plays: Sequence[Play]
    ) -> Response:
        known: Text = NOTHING
        if plays:
            first = min(play.played_at for play in plays)
            day = first.astimezone(local_time(handler_input).tzinfo).date()
            known = Phrase("heard-back-to", {"date": day})
        return self._responder.respond(
            handler_input, "last-heard-unknown", what=what, known=known
        )


class IsSaved(IntentHandler):
    """ "Is this saved?", "do I have it already?": whether a song is among the saved.

    That is the one in focus or named, else the one that plays. Where it is not saved,
    it is offered to look for it on the playlists.
    """

    intents = frozenset(("IsSavedIntent",))

    def __init__(
        self, library: Library, songs: NamedSongs, pager: Pager, responder: Responder
    ) -> None:
        self._library = library
        self._songs = songs
        self._pager = pager
        self._responder = responder

    async def handle(self, handler_input: HandlerInput) -> Response:
        track = await self._track(handler_input)
        if track is None:
            silence = await nothing_plays(handler_input, self._pager, self._responder)
            return silence or ask_which_song(handler_input, self._responder)
        if not isinstance(track, Track):
            return track
        about = {"track": phrases.track_text(track, 1)}
        ids = (track.id,) if track.id and not track.spoken else ()
        listener = listener_of(handler_input)
        if ids and await self._library.saved_among(listener, ids):
            return self._responder.respond(handler_input, "song-is-saved", **about)
        search = search_for(track)
        session.put(handler_input, search)
        mark = str(session.fingerprint(search.heard))
        session.ask(handler_input, PendingQuestion("confirm", "search", (mark,)))
        return self._responder.respond(handler_input, "song-not-saved", **about)

    async def _track(self, handler_input: HandlerInput) -> Track | Response | None:
        """Return the song that is meant; else the question which one it is."""
        if not request.resolved_ids(handler_input, "this"):
            heard = request.slot_text(handler_input, "this")  # a name, and no "it"
            if heard is not None:
                return await self._songs.find(handler_input, heard)
        await self._pager.focus_by_ordinal(handler_input)
        await self._pager.ensure_focus(handler_input)
        return await self._pager.find_track(handler_input)


def _is_of(track: Track, subject: Subject | None) -> bool:
    """Return whether the track is that song, or one by that artist."""
    if isinstance(subject, Track):
        return song_key(track) == song_key(subject)
    return isinstance(subject, Artist) and artist_key(subject.name) in credited(track)


def _name_of(subject: Subject | None) -> Text:
    if isinstance(subject, Track):
        return phrases.track_title(subject, 1)
    return bounded(subject.name) if subject else NOTHING
