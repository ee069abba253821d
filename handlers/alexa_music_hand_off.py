"""Hand-off: what to ask Alexa's own music skill for, where the skill does not play.

The answer says the sentence, ends the session so that it can be said, and puts the
words and an address on the card.
"""

from collections.abc import Sequence
from enum import Enum
from typing import Protocol
from urllib.parse import quote

from ask_sdk_core.handler_input import HandlerInput
from ask_sdk_model import Response

from handlers.playback_devices import SLOT, is_here
from handlers.request import has_screen, listener_of, slot_text
from handlers.responses import phrases, sanitizing
from handlers.responses.apl import Screen, hue, show
from handlers.responses.cards import page_of, picture_of
from handlers.responses.line_breaks import in_sentence, typographic
from handlers.responses.localization import (
    NOTHING,
    Argument,
    Localization,
    Phrase,
    Text,
)
from handlers.responses.responder import CardExtras, Responder, source_of
from handlers.responses.sanitizing import usable_url
from handlers.responses.screens import (
    WORDS,
    attribution,
    fitting_line,
    label,
    words,
)
from handlers.responses.spoken_list import Subject
from handlers.responses.text_widths import columns
from providers.music import Album, Artist, Playlist, Track
from providers.sample_library import SAMPLE_TOKEN
from providers.spotify.ids import SERVICE_LINK

PLAY, SHUFFLE = "play", "shuffle"
"""The purposes of playing something in its order, and in any order."""

ELSEWHERE, INSTEAD, UNQUEUED = "play-elsewhere", "play-instead", "play-unqueued"
"""Messages of a hand-off: nothing is played here, all but this, nothing is queued."""


class Way(Enum):
    """How music shall play: at once, at once in any order, or after what plays."""

    NOW = "now"
    SHUFFLED = "shuffled"
    QUEUED = "queued"


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


class MusicStarter(Protocol):
    """Starts music that a listener asks for, or says how it is started.

    `plays_several`: whether the tracks that follow one are started with it.
    """

    plays_several: bool

    async def words(
        self, handler_input: HandlerInput, name: str, *, way: Way = Way.NOW
    ) -> Response:
        """Start or queue what is called so, of which no more is known."""
        ...

    async def genre(self, handler_input: HandlerInput, name: str) -> Response:
        """Start music of a genre."""
        ...

    async def subject(
        self,
        handler_input: HandlerInput,
        subject: Subject,
        *,
        way: Way = Way.NOW,
        following: Sequence[Track] = (),
    ) -> Response:
        """Start a playlist, album, artist or track, then the tracks that follow.

        A track is in focus already, so that it is found again after a question. Only
        tracks are queued.
        """
        ...

    async def elsewhere(self, handler_input: HandlerInput) -> Response | None:
        """Respond to a place alone: "on the kitchen speaker".

        None where that means to start what is in focus.
        """
        ...


class HandOff:
    """`MusicStarter` that starts nothing: it says what to ask Alexa's music skill for.

    `key` is the message: the reason why it is said.
    """

    plays_several = False

    def __init__(self, responder: Responder) -> None:
        self._responder = responder

    async def words(
        self, handler_input: HandlerInput, name: str, *, way: Way = Way.NOW
    ) -> Response:
        """Return the hand-off of words as they were heard; the card links a search."""
        key = UNQUEUED if way is Way.QUEUED else ELSEWHERE
        return self.searched(handler_input, Wish.ANYTHING, name, key=key)

    async def genre(self, handler_input: HandlerInput, name: str) -> Response:
        """Return the hand-off of a genre."""
        return self.searched(handler_input, Wish.GENRE, name)

    def searched(
        self,
        handler_input: HandlerInput,
        wish: Wish,
        name: str,
        *,
        key: str = ELSEWHERE,
    ) -> Response:
        """Return the hand-off of a name or a genre, for the reason that `key` gives."""
        if not sanitizing.for_speech(name):
            return self._unspeakable(handler_input, CardExtras())
        link = f"{SERVICE_LINK}search/{quote(name, safe='')}"
        page = CardExtras(link=link)
        return self._show(handler_input, key, _request(wish, name), page)

    async def elsewhere(
        self,
        handler_input: HandlerInput,  # noqa: ARG002 - the protocol's
    ) -> Response | None:
        """Return None: where Alexa plays is Alexa's affair."""
        return None

    async def subject(
        self,
        handler_input: HandlerInput,
        subject: Subject,
        *,
        way: Way = Way.NOW,
        following: Sequence[Track] = (),  # noqa: ARG002 - the protocol's
    ) -> Response:
        """Return the hand-off of a playlist, track, artist or album."""
        key = UNQUEUED if way is Way.QUEUED else ELSEWHERE
        return self.instead(handler_input, subject, way=way, key=key)

    def instead(
        self,
        handler_input: HandlerInput,
        subject: Subject,
        *,
        way: Way,
        key: str,
    ) -> Response:
        """Return the hand-off of something, for the reason that `key` gives."""
        match subject:
            case Playlist():
                if listener_of(handler_input).token is SAMPLE_TOKEN:
                    return self._responder.respond(handler_input, "play-sample")
                wish = Wish.SHUFFLED if way is Way.SHUFFLED else Wish.PLAYLIST
                request = _request(wish, subject.name)
            case Track():
                return self._track(handler_input, subject, key)
            case Album():
                request = _request(Wish.ALBUM, subject.name, _first(subject.artists))
            case Artist():
                request = _request(Wish.ANYTHING, subject.name)
        return self._say(handler_input, key, request, subject)

    def _track(self, handler_input: HandlerInput, track: Track, key: str) -> Response:
        name = phrases.track_title(track, 1)
        if track.local:
            return self._responder.respond(handler_input, "play-local", name=name)
        if not track.playable:
            return self._responder.respond(handler_input, "play-unplayable", name=name)
        artist = _first(track.artists)
        if track.spoken:
            request = _request(Wish.PODCAST, artist or track.title)
        else:
            wish = Wish.SONG if artist else Wish.TITLE
            request = _request(wish, track.title, artist)
        return self._say(handler_input, key, request, track)

    def _say(
        self, handler_input: HandlerInput, key: str, request: Phrase, subject: Subject
    ) -> Response:
        page = _page(handler_input, subject)
        name = request.arguments["name"]
        if not isinstance(name, str) or not sanitizing.for_speech(name):
            return self._unspeakable(handler_input, page)
        return self._show(handler_input, key, request, page)

    def _unspeakable(self, handler_input: HandlerInput, page: CardExtras) -> Response:
        """Return what is said of a name that is an emoji, say."""
        if usable_url(page.link) is None:
            return self._responder.respond(handler_input, "play-nameless")
        return self._show(handler_input, "play-by-card", NOTHING, page)

    def _show(
        self, handler_input: HandlerInput, key: str, text: Text, page: CardExtras
    ) -> Response:
        """Respond with a message that has a card and a screen with address and picture.

        The message has a place for the address, so that the card's last line has none.
        """
        address, image = usable_url(page.link), usable_url(page.image)
        shown = Phrase("play-address", {"address": address}) if address else NOTHING
        arguments: dict[str, Argument] = {"address": shown}
        if text != NOTHING:
            arguments |= {"request": text, "where": _where(handler_input)}
        response = self._responder.respond_with(
            handler_input, key, arguments, CardExtras(image)
        )
        localization = self._responder.localization_of(handler_input)
        _draw(handler_input, localization, text, address, image)
        return response


def _draw(
    handler_input: HandlerInput,
    localization: Localization,
    request: Text,
    address: str | None,
    image: str | None,
) -> None:
    """Draw what to ask Alexa for, its picture, and a button that opens the address.

    Without a request, which is a name that cannot be spoken, the button is all. The
    document shows it only on a device that says that it can open an address.
    """
    if not has_screen(handler_input):
        return
    named = attribution(handler_input, localization)._replace(link=address)
    title = words(localization, "screen-say-this")
    text = localization.display(Phrase("screen-quote", {"request": request}))
    key = str(request.arguments["name"]) if isinstance(request, Phrase) else text
    if request == NOTHING:
        title = typographic(localization.text("play-by-card", {}, role="title"))
        text = localization.text("play-by-card", {}, role="speech")
    screen = Screen(
        title,
        in_sentence(text, tuple(phrases.names_in(request))),
        label(localization, "screen-open"),
        *named,
        image or "",
        columns=columns(text),
        hue=0 if image else hue(fitting_line(localization, key)),
    )
    show(handler_input, WORDS, screen)


def _request(wish: Wish, name: str, artist: str | None = None) -> Phrase:
    """Return what to ask Alexa for."""
    if wish is Wish.ALBUM and not artist:
        wish = Wish.ANYTHING
    spoken: dict[str, Argument] = {
        "wish": wish,
        "name": name,
        "artist": artist or NOTHING,
    }
    return Phrase("music-request", spoken)


def _where(handler_input: HandlerInput) -> Text:
    """Return how to choose a speaker, where one was named that is not this one.

    How Alexa calls it is not known: the listener adds its name to the request.
    """
    names_one = slot_text(handler_input, SLOT) and not is_here(handler_input)
    return Phrase("play-where", {}) if names_one else NOTHING


def _first(artists: Sequence[Artist]) -> str | None:
    """Return the first artist's name; None where there is none that can be spoken."""
    name = artists[0].name if artists else ""
    return name if sanitizing.for_speech(name) else None


def _page(handler_input: HandlerInput, subject: Subject) -> CardExtras:
    """Return the subject's picture and public page; the demo's items have neither."""
    if source_of(handler_input).key == "from-sample":
        return CardExtras()
    return CardExtras(picture_of(subject), page_of(subject))
