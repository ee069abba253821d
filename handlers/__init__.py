"""The conversation: everything a listener can say, and who answers it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from ask_sdk_runtime.skill import RuntimeConfiguration, RuntimeConfigurationBuilder

from handlers.dynamic_entities import Taught, TeachNames
from handlers.exception_handlers import Apology, Unexpected
from handlers.intents.account import (
    NOTED,
    AccountLinked,
    CountPlaylists,
    Departures,
    Disabled,
    ForgetMe,
    Noted,
    NothingKept,
    Refresh,
    Remembering,
    WhoseAccount,
)
from handlers.intents.builtins import (
    AnythingElse,
    Demo,
    DemoListener,
    ExceptionEncountered,
    Fallback,
    Goodbye,
    Help,
    SessionEnded,
    TryDemo,
)
from handlers.intents.launch import Launch
from handlers.intents.music_lists import (
    Additions,
    NewReleases,
    RecentPlays,
    TopArtists,
    TopTracks,
)
from handlers.intents.navigation import AskAgain, No, Pick, ReadOut, Turn, Yes
from handlers.intents.playlist_questions import (
    AboutPlaylist,
    Length,
    Owner,
    WhichPlaylist,
)
from handlers.intents.playlist_resolution import Choosing, PlaylistAct
from handlers.intents.playlists import OPEN, News, OpenPlaylist, Reading, Shelf, Tracks
from handlers.intents.recommend import (
    Another,
    Granting,
    Mind,
    MoreLikeThis,
    Recommend,
    StartPicksOver,
    Why,
    Wishes,
)
from handlers.intents.recommendation_lists import (
    Picks,
    PlaylistPicks,
    RecommendPlaylist,
    Rediscover,
    Suggested,
    Suggesting,
)
from handlers.intents.recommendation_reasons import Reasons
from handlers.intents.touch import Touched
from handlers.invariants import BrokenResponse, Invariants
from handlers.progressive_response import PATIENCE, Patient, Progress, Sender
from handlers.request import RequestHandler
from handlers.responses.apl import Fitting
from handlers.responses.paging import Pager
from handlers.responses.responder import Words
from handlers.responses.screens import ANOTHER, DEMO, RECOMMEND, Branding
from handlers.session import Cursor, Question, Upkeep
from providers.library import TasteLibrary
from providers.recommender.factory import Recommenders

# FOLDED Who answers what about recommendations; they come before those who turn pages.


def recommending(
    advice: Recommenders, words: Words, pager: Pager, opening: PlaylistAct
) -> list[RequestHandler]:
    """Adds its lists to `pager`; `opening` opens a playlist that was recommended.

    A session remembers `handlers.intents.recommendation_lists.Suggested` for these.
    """
    recommendations, reasons = advice.recommendations, Reasons(advice.moods)
    picks = Picks(recommendations, reasons, words)
    suggesting = Suggesting(pager, words)
    granting = Granting(recommendations, suggesting, words)
    pager.add(picks, PlaylistPicks(advice.playlists, reasons, words, opening))
    return [
        Recommend(granting, Wishes(advice.moods), words),
        Another(granting),
        StartPicksOver(granting),
        Mind(recommendations, picks, granting),
        MoreLikeThis(picks, granting),
        Why(picks, reasons, words),
        RecommendPlaylist(pager),
        Rediscover(advice.rediscovery, suggesting, words),
    ]


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

    advice: Recommenders | None = None
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
