"""Lists of artists: played most, followed, one, and those with a song of one title."""

from ask_sdk_core.handler_input import HandlerInput
from ask_sdk_model import Response

from handlers.catalogue_search import NAMESAKES, CatalogueSearch
from handlers.dynamic_entities import offer_artists
from handlers.lists.tracks import TracksOnly
from handlers.request import listener_of
from handlers.responses import notices, phrases
from handlers.responses.listening_times import TOP_ARTISTS, Span
from handlers.responses.localization import NOTHING, DisplayItem, Phrase, Text
from handlers.responses.responder import Responder
from handlers.responses.sanitizing import bounded
from handlers.responses.spoken_list import ListContents, item_key
from handlers.session import Focus, FocusKind
from providers.errors import NotFound
from providers.fan_out import optional
from providers.library import Library
from providers.music import Album, Artist, Listing, Track
from providers.recommender.ranking.recommendation_query import Moods
from providers.whats_new import GROUPS

_SPOKEN_GENRES = 2
_NO_ALBUMS: Listing[Album] = Listing((), 0)


class _Artists:
    """What the lists of artists share."""

    names: FocusKind = "artist"

    def __init__(self, library: Library, moods: Moods, responder: Responder) -> None:
        self._library = library
        self._moods = moods
        self._responder = responder

    def spoken_text(self, item: Artist, _number: int) -> Text:
        return phrases.artist_name(item)

    def card_line(self, item: Artist, _number: int) -> Text:
        return phrases.artist_name(item)

    def display_item(self, item: Artist, _number: int) -> DisplayItem:
        genres = [genre.capitalize() for genre in item.genres[:1]]
        genres += item.genres[1:_SPOKEN_GENRES]
        return DisplayItem(phrases.artist_name(item), genres, item.image)

    def item_id(self, item: Artist) -> str:
        return item_key(item.id, item.name)

    def subject(self, item: Artist) -> Artist:
        return item

    async def choose(
        self, handler_input: HandlerInput, contents: ListContents[Artist], index: int
    ) -> Response:
        artist = contents.items[index]
        return self._responder.respond(
            handler_input,
            "artist-details",
            number=index + 1,
            name=phrases.artist_name(artist),
            genres=self._genres(handler_input, artist),
            newest=await self._newest(handler_input, artist, key="artist-newest-of-it"),
        )

    async def _newest(
        self, handler_input: HandlerInput, artist: Artist, key: str = "artist-newest"
    ) -> Text:
        """Return a sentence with the newest release; nothing where none is known."""
        if artist.id is None:
            return NOTHING
        listener = listener_of(handler_input)
        albums = self._library.artist_albums(listener, artist.id, GROUPS)
        dated = [a for a in (await optional(albums, _NO_ALBUMS)).items if a.released]
        if not dated:
            return NOTHING
        album = max(dated, key=lambda album: album.released or "")
        return newest_release(phrases.artist_name(artist), album, key)

    def _genres(self, handler_input: HandlerInput, artist: Artist) -> Text:
        """Return ", known for …"; nothing where no genre is known."""
        language = self._responder.localization_of(handler_input).code
        names = (self._moods.genre_name(genre, language) for genre in artist.genres)
        genres = list(filter(None, names))[:_SPOKEN_GENRES]
        return Phrase("artist-genres", {"genres": genres}) if genres else NOTHING


class TopArtists(_Artists):
    """The artists played most in a period; the cursor's `parent_id` is a `Span`."""

    kind = TOP_ARTISTS

    async def read(
        self, handler_input: HandlerInput, parent_id: str | None = None
    ) -> ListContents[Artist]:
        span = Span.of(parent_id)
        listener = listener_of(handler_input)
        top = await self._library.top_artists(listener, span.period)
        offer_artists(handler_input, top.items)
        notice = notices.completeness_notice(top)
        about = {"span": span}
        return ListContents(
            top.items, top.total, notice, about, unreadable=top.unreadable
        )


class FollowedArtists(_Artists):
    """The artists that the listener follows, in the service's order."""

    kind = "followed"

    async def read(
        self,
        handler_input: HandlerInput,
        parent_id: str | None = None,  # noqa: ARG002 - there is one such list
    ) -> ListContents[Artist]:
        listener = listener_of(handler_input)
        followed = await self._library.followed_artists(listener)
        notice = notices.completeness_notice(followed)
        return ListContents(
            followed.items, followed.total, notice, unreadable=followed.unreadable
        )


class OneArtist(_Artists):
    """The artist with the id `parent_id`: where "them" is found when told of.

    It is never read out as a list; choosing the artist tells genres and newest album.
    """

    kind = "one-artist"

    def focus_of(self, artist: Artist) -> Focus:
        """Return the focus on an artist, who is found again by the id."""
        return Focus(self.names, self.item_id(artist), self.kind, artist.id)

    async def read(
        self, handler_input: HandlerInput, parent_id: str | None = None
    ) -> ListContents[Artist]:
        if parent_id is None:
            raise NotFound
        artist = await self._library.artist(listener_of(handler_input), parent_id)
        return ListContents((artist,), 1)

    async def choose(
        self, handler_input: HandlerInput, contents: ListContents[Artist], index: int
    ) -> Response:
        artist = contents.items[index]
        return self._responder.respond(
            handler_input,
            "artist-facts" if artist.genres else "artist-facts-no-genre",
            name=phrases.artist_name(artist),
            genres=self._genres(handler_input, artist),
            newest=await self._newest(handler_input, artist),
        )


def newest_release(name: Text, album: Album, key: str = "artist-newest") -> Phrase:
    """Return the sentence `key`, that this is the newest of the artist `name`."""
    year = (album.released or "")[:4]
    about = {"album": bounded(album.name), "year": year}
    return Phrase(key, {"name": name, **about})


class Namesakes(TracksOnly[Track]):
    """Songs with the title `parent_id`, which are told apart by their artists."""

    kind = NAMESAKES

    def __init__(self, search: CatalogueSearch, responder: Responder) -> None:
        super().__init__(responder)
        self._search = search

    @staticmethod
    def track_of(item: Track) -> Track:
        return item

    def spoken_text(self, item: Track, number: int) -> Text:
        artists = phrases.artist_names(item.artists[:1])
        return artists[0] if artists else phrases.track_title(item, number)

    async def read(
        self, handler_input: HandlerInput, parent_id: str | None = None
    ) -> ListContents[Track]:
        name = parent_id or ""
        track = await self._search.song(handler_input, name)
        if track is None:
            return ListContents((), 0, about={"title": name})
        songs = await self._search.namesakes(handler_input, track, name)
        about = {"title": phrases.track_title(track, 1)}
        return ListContents(songs, len(songs), about=about)
