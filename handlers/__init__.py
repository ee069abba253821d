"""The conversation: everything a listener can say, and who answers it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from ask_sdk_runtime.skill import RuntimeConfiguration, RuntimeConfigurationBuilder

from handlers.account import (
    CountPlaylists,
    ForgetMe,
    NothingKept,
    Refresh,
    Remembering,
    WhoseAccount,
)
from handlers.apologies import Apology, Unexpected
from handlers.artist_lists import TopArtists
from handlers.attribution import Branding
from handlers.base import RequestHandler
from handlers.builtins import (
    AnythingElse,
    ExceptionEncountered,
    Fallback,
    Goodbye,
    Help,
    SessionEnded,
)
from handlers.choices import AskAgain, No, Pick, Yes
from handlers.choosing import Choosing
from handlers.demo import Demo, DemoListener, TryDemo
from handlers.entities import Taught, TeachNames
from handlers.events import NOTED, AccountLinked, Departures, Disabled, Noted
from handlers.invariants import BrokenResponse, Invariants
from handlers.launch import Launch
from handlers.navigation import Turn
from handlers.open_playlist import OpenPlaylist
from handlers.opening import OPEN, News, Reading, Tracks
from handlers.paging import Pager
from handlers.playlist_facts import AboutPlaylist, Length, Owner
from handlers.playlists import Shelf
from handlers.progress import PATIENCE, Patient, Progress, Sender
from handlers.reading import ReadOut
from handlers.recommend import Another, Recommend
from handlers.recommending import recommending
from handlers.releases import NewReleases
from handlers.screens import Fitting
from handlers.session import Cursor, Question, Upkeep
from handlers.speech import Words
from handlers.suggesting import Suggested
from handlers.touch import Touched
from handlers.touch_words import ANOTHER, DEMO, RECOMMEND
from handlers.track_lists import Additions, RecentPlays, TopTracks
from handlers.which_playlist import WhichPlaylist
from providers.library import TasteLibrary
from providers.recommender.factory import Advice

__all__ = ["BrokenResponse", "Sender", "Surroundings", "Words", "conversation"]

LISTS = {
    "ListPlaylistsIntent": Shelf.kind,
    "LatestAdditionsIntent": Additions.kind,
    "RecentPlaysIntent": RecentPlays.kind,
    "TopArtistsIntent": TopArtists.kind,
    "TopTracksIntent": TopTracks.kind,
    "NewReleasesIntent": NewReleases.kind,
}
REMEMBERED = (Cursor, Question, Demo, Taught, Suggested)


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """What the conversation uses beside a library and words.

    `advice` recommends (None: nobody does); `memory` keeps what was read; `progress`
    posts a word in between after `patience` seconds (None: silence); `alexa_url`
    stands for the address that requests name; `logo` is the address of a picture that
    goes with the words about whose metadata it is; `object_to` hears of responses that
    break a rule (None: nobody looks).
    """

    advice: Advice | None = None
    memory: Remembering = field(default_factory=NothingKept)
    progress: Sender | None = None
    patience: float = PATIENCE
    alexa_url: str | None = None
    logo: str | None = None
    object_to: Callable[[BrokenResponse], None] | None = None


def conversation(
    library: TasteLibrary, words: Words, surroundings: Surroundings | None = None
) -> RuntimeConfiguration:
    """Who answers what: handlers, interceptors, apologies, in the SDK's own shape.

    For the demo, `library` is a `providers.sample_library.SampleDoor`.
    """
    around = surroundings or Surroundings()
    table = RuntimeConfigurationBuilder()
    table.add_global_request_interceptor(Upkeep({one.key for one in REMEMBERED}))
    table.add_global_request_interceptor(DemoListener())
    if around.logo is not None:
        table.add_global_request_interceptor(Branding(around.logo))
    for handler in _patient(_speaking(library, words, around), words, around):
        table.add_request_handler(handler)
    for handler in _silent(library, around):
        table.add_request_handler(handler)
    table.add_global_response_interceptor(TeachNames())
    table.add_global_response_interceptor(Fitting())
    if around.object_to is not None:
        table.add_global_response_interceptor(Invariants(around.object_to))
    table.add_exception_handler(Apology(words))
    table.add_exception_handler(Unexpected(words))
    return table.get_runtime_configuration()


def _speaking(
    library: TasteLibrary, words: Words, around: Surroundings
) -> list[RequestHandler]:
    """What somebody waits for."""
    pager, choosing, opening = _lists(library, words)
    forget_me, fallback = ForgetMe(around.memory, words), Fallback(words)
    demo = TryDemo(words)
    advising = around.advice and recommending(around.advice, words, pager, opening)
    return [
        *(advising or ()),
        Touched(pager, words, fallback, _acts(advising or (), demo)),
        Launch(library, words),
        ReadOut(pager, LISTS),
        OpenPlaylist(choosing, pager),
        AboutPlaylist(choosing),
        WhichPlaylist(library, words),
        CountPlaylists(library, words),
        AskAgain(choosing, words, forget_me),
        Turn(pager, words),
        Pick(pager, choosing, words),
        Yes(pager, choosing, words, forget_me),
        No(words),
        WhoseAccount(library, words),
        Refresh(library, around.memory, words),
        forget_me,
        demo,
        Help(words),
        Goodbye(words),
        fallback,
        AnythingElse(fallback),
    ]


def _acts(
    advising: Iterable[RequestHandler], demo: TryDemo
) -> dict[str, RequestHandler]:
    """What buttons on screens do."""
    found = {type(one): one for one in advising}
    wanted = {RECOMMEND: Recommend, ANOTHER: Another}
    known = {what: found[kind] for what, kind in wanted.items() if kind in found}
    return {DEMO: demo, **known}


def _silent(library: TasteLibrary, around: Surroundings) -> list[RequestHandler]:
    """What nobody listens to."""
    departures = Departures()
    return [
        SessionEnded(),
        ExceptionEncountered(),
        AccountLinked(library, departures),
        Disabled(around.memory, departures),
        *(Noted(name) for name in NOTED),
    ]


def _lists(library: TasteLibrary, words: Words) -> tuple[Pager, Choosing, Reading]:
    """Everything that can be paged through, and everything to do with a playlist."""
    pager, choosing = Pager(words), Choosing(words, library)
    opening = Reading(words, pager, purpose=OPEN, kind=Tracks.kind)
    news = Reading(words, pager, purpose=News.kind, kind=News.kind)
    choosing.add(opening, news, Length(library, words), Owner(words))
    pager.add(
        Shelf(library, opening),
        Tracks(library, words),
        News(library, words),
        Additions(library, words),
        RecentPlays(library, words),
        TopArtists(library, words),
        TopTracks(library, words),
        NewReleases(library, words),
    )
    return pager, choosing, opening


def _patient(
    handlers: list[RequestHandler], words: Words, around: Surroundings
) -> list[RequestHandler]:
    """The handlers with somebody who says a word while they take long."""
    if around.progress is None:
        return handlers
    progress = Progress(
        words, around.progress, endpoint=around.alexa_url, patience=around.patience
    )
    return [Patient(handler, progress) for handler in handlers]
