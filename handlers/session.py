"""Session attributes: what is stored between two turns, typed, read and written.

The attributes hold ids and positions, never words or tokens. Amazon hands the
attributes back as they were sent, but a request may bring anything. An attribute that
does not fit its type, lengths and ranges included, is dropped: so it neither misleads a
handler nor travels on in the response, where it could be too large or not encodable.
All attributes together take less than 1 KB, about 12 KB in a session bent by hand.
"""

from collections.abc import Collection
from typing import Annotated, ClassVar, Literal, TypeVar
from zlib import crc32

import msgspec
from ask_sdk_core.dispatch_components import AbstractRequestInterceptor
from ask_sdk_core.handler_input import HandlerInput
from msgspec import Meta

LONGEST_ID, MOST_TIMES = 128, 2
"""Characters of an id in a session; how often a question is asked without a pause."""

Id = Annotated[str, Meta(max_length=LONGEST_ID)]
"""An id of the service's or a key of ours."""

_LONGEST_TRAIL = 3  # pages of the way back
_EARLIER = 8  # questions without a pause that are remembered
_Argument = Annotated[str, Meta(max_length=24)]  # name of a message's argument
_Number = Annotated[int, Meta(ge=-(2**53), le=2**53)]
Fingerprint = Annotated[int, Meta(ge=0, lt=2**32)]  # stands for an id or a question

Place = Annotated[int, Meta(ge=0, le=100_000)]  # a position in a list, from 0


class SessionAttribute(msgspec.Struct, frozen=True, omit_defaults=True):
    """Base of all session attributes; `key` is the attribute's name in the session."""

    key: ClassVar[str]


class Cursor(SessionAttribute, frozen=True, omit_defaults=True):
    """The page that was read out last, for voice and touch alike.

    - `kind`: the list, a `SpokenList.kind`
    - `parent_id`: the playlist's id or the period that the list belongs to, or None
    - `offset`, `item_id`: place and id of the page's first item, which may move
    - `length`: how many items were asked for; 0 for as many as are read out at once
    """

    key: ClassVar[str] = "list"

    kind: Id
    offset: Place = msgspec.field(default=0, name="at")
    parent_id: Id | None = msgspec.field(default=None, name="of")
    item_id: Id | None = msgspec.field(default=None, name="mark")
    length: Place = msgspec.field(default=0, name="long")

    def is_of_list_of(self, other: "Cursor") -> bool:
        """Return whether both are pages of the same list."""
        return (self.kind, self.parent_id) == (other.kind, other.parent_id)

    def is_after(self, other: "Cursor | None") -> bool:
        """Return whether this page comes after `other` in the same list."""
        if other is None or not self.is_of_list_of(other):
            return False
        return self.offset > other.offset


# Lists: all playlists, the last recommendations, where a song was found, what is new.
SHELF, PICKS, PLACES = "playlists", "picks", "song-where"
PLAYLIST_PICKS, RELEASES, ARRIVALS = "playlist-picks", "releases", "arrivals"


class PendingQuestion(SessionAttribute, frozen=True, omit_defaults=True):
    """The question that the last response asked. It is kept for one turn.

    - `kind`: "which" (name a playlist), "meant" (is it one of these?), "confirm",
      "artist", "song" (name one), "number" (of a list's item), "speaker" (a device)
    - `purpose`: what happens with the answer, e.g. a `PlaylistAction.purpose`
    - `ids`: ids of the candidates: playlists, or devices
    - `earlier`: fingerprints of the questions that came before it without a pause
    """

    key: ClassVar[str] = "question"

    kind: Literal["which", "meant", "confirm", "artist", "song", "number", "speaker"]
    purpose: Id
    ids: Annotated[tuple[Id, ...], Meta(max_length=5)] = ()
    earlier: Annotated[tuple[Fingerprint, ...], Meta(max_length=_EARLIER)] = ()

    @property
    def fingerprint(self) -> int:
        """A number that is the same for the same question, asked whenever."""
        return fingerprint("\n".join((self.kind, self.purpose, *self.ids)))


OFFER_RECOMMENDATION = PendingQuestion("confirm", "recommend")
OFFER_DEMO = PendingQuestion("confirm", "demo")
WHICH_ARTIST = PendingQuestion("artist", "recommend")
WHICH_SONG = PendingQuestion("song", "search")
WHICH_NUMBER = PendingQuestion("number", "select")
HEAR_AGAIN = PendingQuestion("confirm", "again")
"""Questions of several handlers: a pick, the demo; an artist where nothing could be
recommended; a song to look for; a number on the list; its only item once more."""


FocusKind = Literal["playlist", "track", "artist", "album", "pick"]
"""What the one thing is that was named: a pick is a recommended track."""


class Focus(SessionAttribute, frozen=True, omit_defaults=True):
    """What "this", "it" and "that one" mean: the one thing that was named last.

    There is none where several things were named at once.

    - `kind`: what it is
    - `id`: its `SpokenList.item_id`
    - `list_kind`, `parent_id`: the list in which it is found, as in `Cursor`
    - `song`: the `item_id` of the track on this playlist that was named with it
    """

    key: ClassVar[str] = "focus"

    kind: FocusKind
    id: Id
    list_kind: Id = msgspec.field(name="in")
    parent_id: Id | None = msgspec.field(default=None, name="of")
    song: Id | None = None


def focus_on_playlist(playlist_id: str, song: str | None = None) -> Focus:
    """Return the focus on a playlist, which is found among all playlists."""
    return Focus("playlist", playlist_id, SHELF, song=song)


def fingerprint(text: str) -> int:
    """Return a number that stands for an id or a question."""
    return crc32(text.encode())


LONGEST_SONG, MOST_FOUND = 120, 24
"""Characters of a song's name, and playlists that have it, which a session keeps."""


class SongSearch(SessionAttribute, frozen=True, omit_defaults=True):
    """How far the search for a song has come.

    - `heard`: what was asked for; `artist`: of a song in focus, else None
    - `place`: how many playlists are behind it, in the order of the search
    - `last_id`: the last of these
    - `searched`, `refused`: how many of these were read whole, were somebody else's
    - `found`: fingerprints of the ids of those that the last step found
    - `earlier`: how many the steps before found
    - `song`: the `item_id` of the track that the last step found first
    """

    key: ClassVar[str] = "search"

    heard: Annotated[str, Meta(max_length=LONGEST_SONG)]
    place: Place = msgspec.field(default=0, name="at")
    last_id: Id | None = msgspec.field(default=None, name="last")
    searched: Place = 0
    refused: Place = 0
    found: Annotated[tuple[Fingerprint, ...], Meta(max_length=MOST_FOUND)] = ()
    earlier: Place = 0
    song: Id | None = None
    artist: Annotated[str, Meta(max_length=LONGEST_SONG)] | None = None


class SongToAdd(SessionAttribute, frozen=True, omit_defaults=True):
    """The id of the track to be added, while it is asked to which playlist."""

    key: ClassVar[str] = "adding"
    id: Id


class LastPicks(SessionAttribute, frozen=True, omit_defaults=True):
    """The recommendations that were read out last.

    - `record`: name of the stored ranking that the picks come from
    - `songs`: the picks' keys, in spoken order
    - `novelty`: what the listener asked for, None for both
    - `place`: position of the pick that was spoken last, from 0
    - `facts`: fingerprints of the facts told of the picks, then of those before them
    - `former`: record and key of the picks that earlier answers spoke
    """

    key: ClassVar[str] = "suggested"

    record: Id
    songs: Annotated[tuple[Id, ...], Meta(max_length=6)] = ()
    novelty: Literal["new", "familiar"] | None = None
    place: Place = 0
    facts: Annotated[tuple[Fingerprint, ...], Meta(max_length=12)] = ()
    former: Annotated[tuple[tuple[Id, Id], ...], Meta(max_length=20)] = ()


class Trail(SessionAttribute, frozen=True, omit_defaults=True):
    """The pages that the listener came from, one of each list, the latest one last."""

    key: ClassVar[str] = "trail"
    pages: Annotated[tuple[Cursor, ...], Meta(max_length=_LONGEST_TRAIL)] = ()


class LastAnswer(SessionAttribute, frozen=True, omit_defaults=True):
    """What the last response was made from, to say it again.

    - `kind`: "page" of a list; "item", all that is told of what is in focus; "message"
      with numbers alone; "intent", which is answered again where that changes nothing
    - `name`: the message's key, or the intent's name
    - `page`: the page; None for that of the session's `Cursor`
    - `numbers`: the message's arguments; None for an empty text
    """

    key: ClassVar[str] = "answer"

    kind: Literal["page", "item", "message", "intent"]
    name: Id = ""
    page: Cursor | None = None
    numbers: Annotated[dict[_Argument, _Number | None], Meta(max_length=8)] = (
        msgspec.field(default_factory=dict)
    )


_ABOUT_THE_LIST = frozenset(
    (
        *("list-end", "list-start", "list-no-such", "which-number", "opinion-of-which"),
        *("help-list", "help-picks", "fallback-list", "fallback-picks", "list-count"),
        *("WhyIntent", "PlaylistLengthIntent", "PlaylistOwnerIntent", "CompareIntent"),
    )
)
"""Messages and intents whose answer is about the list that was read or its items."""


class LastWords(SessionAttribute, frozen=True, omit_defaults=True):
    """How the last response was worded, as fingerprints: `said`, and its `closing`.

    `offers`: it offered the pick in focus once more, after an aside.
    """

    key: ClassVar[str] = "words"
    said: Fingerprint = 0
    closing: Fingerprint = 0
    offers: bool = False


class Demo(SessionAttribute, frozen=True, omit_defaults=True):
    """Whether this session reads the sample library."""

    key: ClassVar[str] = "demo"
    on: bool = False


class SentEntities(SessionAttribute, frozen=True, omit_defaults=True):
    """Which names this session has sent to Alexa as dynamic entities."""

    key: ClassVar[str] = "entities"
    playlists: bool = False
    artists: bool = False
    speakers: bool = False


ATTRIBUTES: tuple[type[SessionAttribute], ...] = (
    Cursor, PendingQuestion, Demo, SentEntities, LastPicks, Focus, SongSearch,
    SongToAdd, Trail, LastAnswer, LastWords,
)  # fmt: skip
"""Every attribute that a session of ours can hold."""
S = TypeVar("S", bound=SessionAttribute)


def get(handler_input: HandlerInput, attribute: type[S]) -> S | None:
    """Return the session's value of `attribute`; None where absent or malformed."""
    value = _attributes(handler_input).get(attribute.key)
    if value is None or isinstance(value, attribute):
        return value
    return _read(value, attribute)


def put(handler_input: HandlerInput, value: SessionAttribute) -> None:
    """Store `value`; one that `get` would refuse removes the one before."""
    attributes = _attributes(handler_input)
    attributes[value.key] = _read(msgspec.to_builtins(value), type(value))
    if attributes[value.key] is None:
        del attributes[value.key]


def delete(handler_input: HandlerInput, attribute: type[SessionAttribute]) -> None:
    """Remove the session's value of `attribute`, if there is one."""
    _attributes(handler_input).pop(attribute.key, None)


def clear(handler_input: HandlerInput) -> None:
    """Remove every attribute from the session."""
    _attributes(handler_input).clear()


def go_to(handler_input: HandlerInput, cursor: Cursor) -> None:
    """Store the page that is read, and on the trail the page of the list before."""
    came_from = get(handler_input, Cursor)
    put(handler_input, cursor)
    if came_from is None or came_from.is_of_list_of(cursor):
        return
    trail = get(handler_input, Trail) or Trail()
    others = [
        page
        for page in trail.pages
        if not page.is_of_list_of(came_from) and not page.is_of_list_of(cursor)
    ]
    put(handler_input, Trail((*others, came_from)[-_LONGEST_TRAIL:]))


def speaks_of_list(handler_input: HandlerInput) -> bool:
    """Return whether the last answer was about the list of the session's `Cursor`.

    After an answer about something else the list is kept, for "next" and "go back", but
    a plain "yes" no longer means it and no help is given about it.
    """
    if get(handler_input, Cursor) is None:
        return False
    last = get(handler_input, LastAnswer)
    return last is None or last.kind in ("page", "item") or last.name in _ABOUT_THE_LIST


def pending_question(handler_input: HandlerInput) -> PendingQuestion | None:
    """Return the question that this request may answer; None where none is open.

    `SessionInterceptor` has moved the question from the session to the request.
    """
    attributes = handler_input.attributes_manager.request_attributes
    question = attributes.get(PendingQuestion.key)
    return question if isinstance(question, PendingQuestion) else None


def is_open(handler_input: HandlerInput, question: PendingQuestion) -> bool:
    """Return whether this request may answer `question`."""
    pending = pending_question(handler_input)
    return pending is not None and pending.fingerprint == question.fingerprint


def ask(
    handler_input: HandlerInput,
    question: PendingQuestion,
    *,
    after: Collection[str] = (),
) -> bool:
    """Store the question that the response asks; return False where it may not ask it.

    Nothing is asked a third time where only questions lie between, nor where this
    request was no fit answer to a question of a kind in `after`. Then none is open.
    """
    pending = pending_question(handler_input)
    earlier = (*pending.earlier, pending.fingerprint)[-_EARLIER:] if pending else ()
    delete(handler_input, PendingQuestion)
    unfit = pending is not None and pending.kind in after
    if unfit or (earlier and earlier.count(question.fingerprint) >= MOST_TIMES):
        return False
    put(handler_input, msgspec.structs.replace(question, earlier=earlier))
    return True


class SessionInterceptor(AbstractRequestInterceptor):
    """Request interceptor: keep readable attributes, move the question to the request.

    The question is then gone from the session unless the handler asks it again.
    """

    def process(self, handler_input: HandlerInput) -> None:
        if not handler_input.request_envelope.session:
            return
        attributes = _attributes(handler_input)
        if not attributes:
            return
        values = [_read(attributes.get(each.key), each) for each in ATTRIBUTES]
        attributes.clear()
        for value in values:
            if isinstance(value, PendingQuestion):
                request_attributes = handler_input.attributes_manager.request_attributes
                request_attributes[PendingQuestion.key] = value
            elif value is not None:
                attributes[value.key] = value


def _read(raw: object, attribute: type[S]) -> S | None:
    if raw is None:
        return None
    try:
        return msgspec.convert(raw, attribute)
    except (msgspec.ValidationError, OverflowError, RecursionError):
        return None


def _attributes(handler_input: HandlerInput) -> dict[str, object]:
    """Return the session's attributes; a throw-away dictionary outside a session."""
    if not handler_input.request_envelope.session:
        return {}
    attributes: object = handler_input.attributes_manager.session_attributes
    if not isinstance(attributes, dict):
        attributes = {}
        handler_input.attributes_manager.session_attributes = attributes
    return attributes
