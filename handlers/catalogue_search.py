"""Catalogue search: the song or the artist that spoken words name."""

from collections.abc import Iterable, Sequence

from ask_sdk_core.handler_input import HandlerInput

from handlers.misheard import is_sentence, without_surroundings
from handlers.request import listener_of
from handlers.responses import phrases
from handlers.responses.responder import Responder
from handlers.responses.sanitizing import bounded
from providers.errors import ProviderError
from providers.fan_out import optional
from providers.lazy_imports import deferred_pattern
from providers.library import Library
from providers.music import Artist, Kind, Listing, Play, Track
from providers.name_matching.matcher import Verdict, decide
from providers.name_matching.normalization import normal_form
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
    "ja": deferred_pattern(
        r"^(?P<artist>[^の]+)の(?:あの|その|曲の|歌の)?(?P<title>.+)"
    ),
}


# "That song by Toto", "la de Rosalía": said before a title or an artist.
_LEAD = {
    "en": deferred_pattern(
        r"^(?:(?:that|the|this|a) )?(?:(?:song|track|tune|one) )?(?:by )?"
    ),
    "de": deferred_pattern(
        r"^(?:(?:das|dieses|dies|den|diesen|die|der|so ein|ein) )?"
        r"(?:(?:lied|song|stück|titel|track) )?(?:von )?"
    ),
    "fr": deferred_pattern(
        r"^(?:(?:celle|celui|cette|la|le|ce|une|un) )?(?:(?:chanson|titre|morceau) )?"
        r"(?:d'|(?:de|du|des|par) )?"
    ),
    "es": deferred_pattern(
        r"^(?:(?:la|el|esa|ese|esta|este|aquella|una|un) )?"
        r"(?:(?:canción|tema|rola) )?(?:(?:de|del) )?"
    ),
    "it": deferred_pattern(
        r"^(?:(?:quella|quello|quel|la|il|una|un) )?(?:(?:canzone|brano|pezzo) )?"
        r"(?:(?:di|dei|degli|delle|del|della) )?"
    ),
    "pt": deferred_pattern(
        r"^(?:(?:aquela|aquele|essa|esse|a|o|uma) )?(?:(?:música|canção|faixa) )?"
        r"(?:d[eoa]s? )?"
    ),
    "ja": deferred_pattern(r"^(?:あの|その)?"),
}
# "That Whitney Houston song I Wanna Dance": the word between artist and title.
_SONG_OF = {
    "en": deferred_pattern(r"^(?P<artist>.+?) (?:song|track|tune) (?P<title>.+)"),
    "de": deferred_pattern(r"^(?P<artist>.+?)[ -](?:lied|song) (?P<title>.+)"),
}


NAMESAKES = "namesakes"
"""The kind of the list of the songs of one title."""

_MOST_NAMESAKES = 3  # songs of one title that are told, as on a page of a list
_NO_PLAYS: Listing[Play] = Listing((), 0)
_NOBODY: Listing[Artist] = Listing((), 0)
_SHORTEST = 4  # letters of a part of an artist's name; of kana and the like, half


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
        return await self._own_artist(handler_input, name)

    def as_title(self, handler_input: HandlerInput, name: str) -> str:
        """Return what was said as "title by artist", where it names both."""
        localization = self._responder.localization_of(handler_input)
        bare = without_lead(name.replace('"', ""), localization.code)
        if (parts := parted(bare, localization.code)) is None:
            return name
        title, artist = parts
        text = phrases.title_with_artists(title, (Artist(None, artist),))
        return localization.display(text)

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
        plain = name.replace('"', "")
        for each in dict.fromkeys((plain, without_lead(plain, language))):
            parts = parted(each, language)
            query, wanted = (each, each) if parts is None else _fields(*parts)
            if parts is None and each == plain:
                continue  # this was looked for
            if found := await self._match(handler_input, query, wanted, kinds):
                return found
        if "artist" not in kinds:
            return None
        return await self._own_artist(handler_input, name)

    async def _own_artist(
        self, handler_input: HandlerInput, name: str
    ) -> Artist | None:
        """Return the one of the listener's artists whose longer name has the words."""
        listener = listener_of(handler_input)
        language = self._responder.localization_of(handler_input).code
        top = await optional(self._library.top_artists(listener, "months"), _NOBODY)
        followed = await optional(self._library.followed_artists(listener), _NOBODY)
        own = {bounded(each.name): each for each in (*top.items, *followed.items)}
        called = [each for each in own if _is_short_for(name, each, language)]
        return own[called[0]] if len(called) == 1 else None

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
        tracks = [track for track in results.tracks if is_playable(track)]
        whole = _whole(name, tracks, language)
        if whole is not None:
            return whole
        artists = [bounded(artist.name) for artist in results.artists]
        decision = decide(name, artists, language=language)
        if decision.verdict is Verdict.ACT:
            return results.artists[decision.matches[0].index]
        titles = [bounded(track.title) for track in tracks]
        both = [f"{t.title} {_first(t)}" for t in tracks]
        for names in (titles, both):
            decision = decide(name, names, language=language)
            if decision.matches and decision.verdict is not Verdict.OFFER:
                return tracks[decision.matches[0].index]
        return None


def _is_short_for(part: str, name: str, language: str) -> bool:
    """Return whether a part of the name was said, in whole words.

    >>> _is_short_for("foundry", "The Lost Foundry", "en")
    True
    """
    gap = "" if language == "ja" else " "
    said = normal_form(part, language).words
    shortest = _SHORTEST if said.isascii() else _SHORTEST // 2
    whole = f"{gap}{normal_form(name, language).words}{gap}"
    return len(said) >= shortest and f"{gap}{said}{gap}" in whole


def without_lead(name: str, language: str) -> str:
    """Return a name without what leads to it, unless nothing would remain.

    >>> without_lead("that song by toto africa", "en")
    'toto africa'
    """
    pattern = _LEAD.get(language)
    folded = name.casefold()
    lead = pattern.match(folded) if pattern else None
    return folded[lead.end() :] or name if lead and lead.end() else name


def parted(name: str, language: str) -> tuple[str, str] | None:
    """Return the title and the artist that were said together; None for a name alone.

    >>> parted("africa by toto", "en")
    ('africa', 'toto')
    >>> parted("toto song africa", "en")
    ('africa', 'toto')
    """
    for patterns in (_SONG_BY, _SONG_OF):
        pattern = patterns.get(language)
        if pattern and (parts := pattern.fullmatch(name)):
            return parts["title"].strip(), parts["artist"].strip()
    return None


def _fields(title: str, artist: str) -> tuple[str, str]:
    """Return the query for a song of an artist, and the name that it must have."""
    return f'track:"{title}" artist:"{artist}"', f"{title} {artist}"


def _whole(name: str, tracks: Sequence[Track], language: str) -> Track | None:
    """Return the track whose artist and title are the name, in this order: Toto Africa.

    The artist alone would be found in the name as well.
    """
    names = [bounded(f"{_first(t)} {t.title}") for t in tracks]
    decision = decide(name, names, language=language)
    is_sure = decision.verdict is Verdict.ACT and decision.best >= SURE
    return tracks[decision.matches[0].index] if is_sure else None


def _first(track: Track) -> str:
    """Return the first artist's name; empty where there is none."""
    return track.artists[0].name if track.artists else ""


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
