"""Catalogue search: the song or the artist that spoken words name."""

from collections.abc import Iterable, Sequence

from ask_sdk_core.handler_input import HandlerInput

from handlers.misheard import is_sentence, without_surroundings
from handlers.request import listener_of
from handlers.responses.responder import Responder
from handlers.responses.sanitizing import bounded
from providers.errors import ProviderError
from providers.fan_out import optional
from providers.lazy_imports import deferred_pattern
from providers.library import Library
from providers.music import Artist, Kind, Listing, Play, Track
from providers.name_matching.matcher import Verdict, decide
from providers.name_matching.similarity import SURE
from providers.recommender.ranking.track_identity import song_key

# "Imagine by John Lennon": the last of these words parts title and artist.
_SONG_BY = {
    "en": deferred_pattern(r"^(?P<title>.+) by (?P<artist>.+)"),
    "de": deferred_pattern(r"^(?P<title>.+) von (?P<artist>.+)"),
    "fr": deferred_pattern(r"^(?P<title>.+) (?:de |d'|du |des )(?P<artist>.+)"),
    "es": deferred_pattern(r"^(?P<title>.+) (?:de|del) (?P<artist>.+)"),
    "it": deferred_pattern(
        r"^(?P<title>.+) (?:di|dei|degli|delle|del|della) (?P<artist>.+)"
    ),
    "pt": deferred_pattern(r"^(?P<title>.+) d[eoa]s? (?P<artist>.+)"),
    "ja": deferred_pattern(r"^(?P<artist>[^の]+)の(?P<title>.+)"),
}


NAMESAKES = "namesakes"
"""The kind of the list of the songs of one title."""

_MOST_NAMESAKES = 3  # songs of one title that are told, as on a page of a list
_NO_PLAYS: Listing[Play] = Listing((), 0)


class CatalogueSearch:
    """Searches the service's catalogue for what is called so.

    Every method but `is_misheard` raises the `ProviderError`s of `Library.search`.
    """

    def __init__(self, library: Library, responder: Responder) -> None:
        self._library = library
        self._responder = responder

    async def song_or_artist(
        self, handler_input: HandlerInput, name: str
    ) -> Track | Artist | None:
        """Return the artist of that name, or a song whose title was said."""
        return await self._find(handler_input, name, ("track", "artist"))

    async def song(self, handler_input: HandlerInput, name: str) -> Track | None:
        """Return the song whose title was said, with its artist's name or without."""
        found = await self._find(handler_input, name, ("track",))
        return found if isinstance(found, Track) else None

    async def namesakes(
        self, handler_input: HandlerInput, track: Track, name: str
    ) -> Sequence[Track]:
        """Return the songs of that title, one of each artist: three at most.

        Those that were heard lately come first, then the `track`. It is alone where
        `name`, by which it was found, is more than its title.
        """
        language = self._responder.localization_of(handler_input).code
        title = bounded(track.title)
        if decide(name, [title], language=language).best < SURE:
            return (track,)
        listener = listener_of(handler_input)
        results = await self._library.search(listener, name, ("track",))
        songs = {song_key(found): found for found in (track, *results.tracks)}
        if len(_called(title, songs.values())) == 1:
            return (track,)
        plays = await optional(self._library.recent_plays(listener), _NO_PLAYS)
        heard = {song_key(play.track): play.track for play in plays.items}
        return _called(title, (heard | songs).values())[:_MOST_NAMESAKES]

    async def artist(self, handler_input: HandlerInput, name: str) -> Artist | None:
        """Return the artist of that name."""
        for each in self._wordings(handler_input, name):
            found = await self._match(handler_input, each, each, ("artist",))
            if isinstance(found, Artist):
                return found
        return None

    async def is_misheard(self, handler_input: HandlerInput, name: str) -> bool:
        """Return whether the name is a sentence, and no song or artist is called so.

        False where the service does not answer.
        """
        language = self._responder.localization_of(handler_input).code
        if not is_sentence(name, language):
            return False
        try:
            return await self.song_or_artist(handler_input, name) is None
        except ProviderError:
            return False

    async def _find(
        self, handler_input: HandlerInput, name: str, kinds: Sequence[Kind]
    ) -> Track | Artist | None:
        """Return what has the name; else the song of an artist.

        "Imagine by John Lennon" is looked for as a whole before it is parted.
        """
        language = self._responder.localization_of(handler_input).code
        for each in self._wordings(handler_input, name):
            if found := await self._match(handler_input, each, each, kinds):
                return found
        song_by = _SONG_BY.get(language)
        if not song_by or not (parts := song_by.fullmatch(name.replace('"', ""))):
            return None
        title, artist = parts["title"].strip(), parts["artist"].strip()
        query = f'track:"{title}" artist:"{artist}"'
        return await self._match(handler_input, query, f"{title} {artist}", kinds)

    def _wordings(self, handler_input: HandlerInput, name: str) -> Iterable[str]:
        """Return the name, and the name without what is said around it."""
        language = self._responder.localization_of(handler_input).code
        return dict.fromkeys((name, without_surroundings(name, language)))

    async def _match(
        self, handler_input: HandlerInput, query: str, name: str, kinds: Sequence[Kind]
    ) -> Track | Artist | None:
        """Return the artist or song of a search that has the name."""
        results = await self._library.search(listener_of(handler_input), query, kinds)
        language = self._responder.localization_of(handler_input).code
        artists = [bounded(artist.name) for artist in results.artists]
        decision = decide(name, artists, language=language)
        if decision.verdict is Verdict.ACT:
            return results.artists[decision.matches[0].index]
        tracks = [track for track in results.tracks if is_playable(track)]
        titles = [bounded(track.title) for track in tracks]
        both = [f"{t.title} {a.name}" for t in tracks for a in t.artists[:1]]
        for names in (titles, both):
            decision = decide(name, names, language=language)
            if decision.matches and decision.verdict is not Verdict.OFFER:
                return tracks[decision.matches[0].index]
        return None


def is_playable(track: Track) -> bool:
    """Return whether the service plays the track when told its id."""
    return bool(track.id) and track.playable and not (track.local or track.spoken)


def _called(title: str, tracks: Iterable[Track]) -> list[Track]:
    """Return the tracks with that title."""
    same = title.casefold()
    return [
        track
        for track in tracks
        if is_playable(track) and bounded(track.title).casefold() == same
    ]
