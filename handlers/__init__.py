"""The conversation: everything a listener can say, and who answers it."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from ask_sdk_runtime.skill import RuntimeConfiguration, RuntimeConfigurationBuilder

from handlers.dynamic_entities import SendDynamicEntities, SentEntities
from handlers.exception_handlers import CatchAllExceptionHandler, ProviderErrorHandler
from handlers.intents.account import (
    NOTED,
    AccountLinked,
    AcknowledgedEvent,
    CountPlaylists,
    DisabledUsers,
    ForgetMe,
    NothingKept,
    PersonalDataStore,
    Refresh,
    SkillDisabled,
    WhoseAccount,
)
from handlers.intents.builtins import (
    Demo,
    DemoListener,
    ExceptionEncountered,
    Fallback,
    Help,
    SessionEnded,
    Stop,
    TryDemo,
    UnknownIntent,
)
from handlers.intents.launch import Launch
from handlers.intents.music_lists import (
    LatestSaves,
    NewReleases,
    RecentPlays,
    TopArtists,
    TopTracks,
)
from handlers.intents.navigation import (
    NavigateList,
    No,
    ReadList,
    RepeatQuestion,
    SelectItem,
    Yes,
)
from handlers.intents.playlist_questions import (
    AboutPlaylist,
    PlaylistLength,
    PlaylistOwner,
    WhichPlaylist,
)
from handlers.intents.playlist_resolution import PlaylistAction, PlaylistResolver
from handlers.intents.playlists import (
    OPEN,
    OpenPlaylist,
    PlaylistList,
    PlaylistTracks,
    ReadPlaylist,
    RecentlyAdded,
)
from handlers.intents.recommend import (
    Another,
    GiveFeedback,
    Granting,
    MoreLikeThis,
    QueryParser,
    Recommend,
    StartPicksOver,
    Why,
)
from handlers.intents.recommendation_lists import (
    LastPicks,
    Picks,
    PlaylistPicks,
    RecommendPlaylist,
    Rediscover,
    Suggesting,
)
from handlers.intents.recommendation_reasons import Reasons
from handlers.intents.touch import UserEventHandler
from handlers.progressive_response import ANNOUNCE_AFTER, Progress, Sender, WithProgress
from handlers.request import RequestHandler
from handlers.responses.apl import DropOversizedScreen
from handlers.responses.paging import Pager
from handlers.responses.responder import Responder
from handlers.responses.screens import ANOTHER, DEMO, RECOMMEND, LogoInterceptor
from handlers.session import Cursor, PendingQuestion, SessionInterceptor
from providers.library import Library
from providers.recommender.factory import Recommenders

# FOLDED Who answers what about recommendations; they come before those who turn pages.


def recommendation_handlers(
    advice: Recommenders, words: Responder, pager: Pager, opening: PlaylistAction
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
        Recommend(granting, QueryParser(advice.moods), words),
        Another(granting),
        StartPicksOver(granting),
        GiveFeedback(recommendations, picks, granting),
        MoreLikeThis(picks, granting),
        Why(picks, reasons, words),
        RecommendPlaylist(pager),
        Rediscover(advice.rediscovery, suggesting, words),
    ]


__all__ = [
    "Dependencies",
    "Responder",
    "Sender",
    "skill_configuration",
]

LISTS = {
    "ListPlaylistsIntent": PlaylistList.kind,
    "LatestAdditionsIntent": LatestSaves.kind,
    "RecentPlaysIntent": RecentPlays.kind,
    "TopArtistsIntent": TopArtists.kind,
    "TopTracksIntent": TopTracks.kind,
    "NewReleasesIntent": NewReleases.kind,
}

REMEMBERED = (Cursor, PendingQuestion, Demo, SentEntities, LastPicks)


@dataclass(frozen=True, slots=True, kw_only=True)
class Dependencies:
    """What the conversation uses beside a library and words.

    `advice` recommends (None: nobody does); `memory` keeps what was read; `progress`
    posts a word in between after `patience` seconds (None: silence); `alexa_url`
    stands for the address that requests name; `logo` is the address of a picture that
    goes with the words about whose metadata it is.
    """

    advice: Recommenders | None = None
    memory: PersonalDataStore = field(default_factory=NothingKept)
    progress: Sender | None = None
    patience: float = ANNOUNCE_AFTER
    alexa_url: str | None = None
    logo: str | None = None


def skill_configuration(
    library: Library, words: Responder, surroundings: Dependencies | None = None
) -> RuntimeConfiguration:
    """Who answers what: handlers, interceptors, apologies, in the SDK's own shape.

    For the demo, `library` is a `providers.sample_library.SampleDoor`.
    """
    around = surroundings or Dependencies()
    table = RuntimeConfigurationBuilder()
    table.add_global_request_interceptor(
        SessionInterceptor({one.key for one in REMEMBERED})
    )
    table.add_global_request_interceptor(DemoListener())
    if around.logo is not None:
        table.add_global_request_interceptor(LogoInterceptor(around.logo))
    for handler in _patient(_speaking(library, words, around), words, around):
        table.add_request_handler(handler)
    for handler in _silent(library, around):
        table.add_request_handler(handler)
    table.add_global_response_interceptor(SendDynamicEntities())
    table.add_global_response_interceptor(DropOversizedScreen())
    table.add_exception_handler(ProviderErrorHandler(words))
    table.add_exception_handler(CatchAllExceptionHandler(words))
    return table.get_runtime_configuration()


def _speaking(
    library: Library, words: Responder, around: Dependencies
) -> list[RequestHandler]:
    """What somebody waits for."""
    pager, choosing, opening = _lists(library, words)
    forget_me, fallback = ForgetMe(around.memory, words), Fallback(words)
    demo = TryDemo(words)
    advising = around.advice and recommendation_handlers(
        around.advice, words, pager, opening
    )
    return [
        *(advising or ()),
        UserEventHandler(pager, words, fallback, _acts(advising or (), demo)),
        Launch(library, words),
        ReadList(pager, LISTS),
        OpenPlaylist(choosing, pager),
        AboutPlaylist(choosing),
        WhichPlaylist(library, words),
        CountPlaylists(library, words),
        RepeatQuestion(choosing, words, forget_me),
        NavigateList(pager, words),
        SelectItem(pager, choosing, words),
        Yes(pager, choosing, words, forget_me),
        No(words),
        WhoseAccount(library, words),
        Refresh(library, around.memory, words),
        forget_me,
        demo,
        Help(words),
        Stop(words),
        fallback,
        UnknownIntent(fallback),
    ]


def _acts(
    advising: Iterable[RequestHandler], demo: TryDemo
) -> dict[str, RequestHandler]:
    """What buttons on screens do."""
    found = {type(one): one for one in advising}
    wanted = {RECOMMEND: Recommend, ANOTHER: Another}
    known = {what: found[kind] for what, kind in wanted.items() if kind in found}
    return {DEMO: demo, **known}


def _silent(library: Library, around: Dependencies) -> list[RequestHandler]:
    """What nobody listens to."""
    departures = DisabledUsers()
    return [
        SessionEnded(),
        ExceptionEncountered(),
        AccountLinked(library, departures),
        SkillDisabled(around.memory, departures),
        *(AcknowledgedEvent(name) for name in NOTED),
    ]


def _lists(
    library: Library, words: Responder
) -> tuple[Pager, PlaylistResolver, ReadPlaylist]:
    """Everything that can be paged through, and everything to do with a playlist."""
    pager, choosing = Pager(words), PlaylistResolver(words, library)
    opening = ReadPlaylist(words, pager, purpose=OPEN, kind=PlaylistTracks.kind)
    news = ReadPlaylist(
        words, pager, purpose=RecentlyAdded.kind, kind=RecentlyAdded.kind
    )
    choosing.add(opening, news, PlaylistLength(library, words), PlaylistOwner(words))
    pager.add(
        PlaylistList(library, opening),
        PlaylistTracks(library, words),
        RecentlyAdded(library, words),
        LatestSaves(library, words),
        RecentPlays(library, words),
        TopArtists(library, words),
        TopTracks(library, words),
        NewReleases(library, words),
    )
    return pager, choosing, opening


def _patient(
    handlers: list[RequestHandler], words: Responder, around: Dependencies
) -> list[RequestHandler]:
    """The handlers with somebody who says a word while they take long."""
    if around.progress is None:
        return handlers
    progress = Progress(
        words, around.progress, endpoint=around.alexa_url, patience=around.patience
    )
    return [WithProgress(handler, progress) for handler in handlers]
