"""The conversation: what listeners can say and which class handles it.

What is said or sent, its class, and the class's module in `handlers/intents/`:

    "open record shelf"                            Launch            launch
    "list my playlists", "new releases", "my top   ReadList          reading
      tracks", …
    "my most played song", "the last one I heard"  ReadFirst         reading
    "and just this month?" after such a list       OtherPeriod       reading
    "open Deep Focus", a bare name                 OpenPlaylist      playlists
    "what's on this album?"                        OpenAlbum         playlists
    "how long is it?", "who made it?", "what is    AboutPlaylist     playlist_questions
      new on it?"
    "who sings Dreams?", "what album is it on?"    AboutSong         facts
    "tell me about Nina Simone"                    AboutArtist       facts
    "did Abba put out anything new?"               NewByArtist       facts
    "how many songs by Abba do I have?"            SongsByArtist     my_music
    "which genre do I listen to most?"             TopGenres         my_music
    "when did I last hear this?"                   LastHeard         my_music
    "is this saved?"                               IsSaved           my_music
    "which playlist has Imagine?", "keep           WhichPlaylist     playlists_with_song
      looking", and "yes" to "shall I go on?"
    "is there any Abba on Road Trip?", "on it?"    OnPlaylist        on_playlist
    "which artists are on it?", "what's the        AskPlaylist       in_playlist
      longest song on Road Trip?", "the first?"
    "what's new for me?"                           WhatsNew          reading
      "anything else?" after it                    MoreNews          reading
    "who else?" after a page of artists            ReadOthers        reading
    "no, I mean the song X"        the request before, see `handlers.corrections`
    "next", "start over"                           NavigateList      navigation
    "previous", "go back", "back to my playlists"  GoBack            navigation
    "repeat", "what did you say?"                  Repeat            navigation
    "the second one", "number five"                SelectItem        navigation
    "yes", "no" to a question of ours              Yes, No           navigation
    "what should I listen to?", "something calm"   Recommend         recommend
    "pick one of my playlists for dinner"          RecommendPlaylist reading
    "another one"; "next", "no", "previous" to a   Another           recommend
      pick
    "I already know that"                          KnownAlready      recommend
    "what have you recommended so far?"            PicksSoFar        recommend
    "start over" while picks are read out          StartPicksOver    recommend
    "something I have not heard for a while"       Rediscover        recommend
    "I like it", "not that"; "yes" to a pick       GiveFeedback      opinions
    "I'll take that one"                           ChooseSong        choosing
    "more like this"                               MoreLikeThis      more_like
    "another by her", "who else sounds like that?" MoreLikeThis      more_like
    "why this?"                                    Why               why
      of something new                             WhyNew            why
      of a playlist that was recommended           WhyPlaylist       why
    "never recommend X", "no Christmas songs"      NeverRecommend    exclusions
    "what don't you recommend?"                    ListExclusions    exclusions
    "you may recommend X again"                    AllowAgain        exclusions
    "which of these is the longest?"               CompareItems      list_questions
    "what's my longest playlist?"                  LongestPlaylist   list_questions
    "how many are there?" after a list             CountItems        list_questions
    "how many playlists do I have?"                CountPlaylists    account
    "whose account is this?"                       WhoseAccount      account
    "how do I link my account?"                    LinkAccount       account
    "refresh my library"                           Refresh           account
    "what do you know about me?"                   WhatIKeep         account
    "forget me", and "yes" to that                 ForgetMe          account
      "how do I delete that?" after what is kept
    "try the demo"                                 TryDemo           demo
    "help", and then "what else?"                  Help              builtins
    "can you save songs?", "do you play music?"    WhatItCan         builtins
    "does this cost anything?"                     AboutSkill        builtins
    "thanks", and "no" to "anything else?"         Thanks            builtins
    "hang on", "not now", "let me think"           TakeTime          builtins
    "what's playing?"                              WhatsPlaying      now_playing
    "save this song", "save Dreams", "take it off  SaveSong          saving
      again"
    "add it to Deep Focus", "add Dreams to it"     AddToPlaylist     saving
    "make a playlist of these"                     MakePlaylist      saving
    "play it", "play Deep Focus", "shuffle it",    PlayMusic         play
      "on the kitchen speaker", "queue it"
    "go on then", "another one" after a song       HeardMusic        player
      was started, which ended the session
    "pause", "skip this song", "next" where no     ControlPlayer     player
      list is read (with a player only)
    "which speakers are there?" (likewise)         ListSpeakers      player
    "put it on Kitchen" (likewise)                 PlayOnSpeaker     player
    "turn up the volume", "a timer"                Unsupported       builtins
    "stop" after music was started                 StopMusic         player
    "stop", "cancel", "go home"                    Stop              builtins
    words that fit nothing                         Fallback          builtins
    an intent that we do not know                  UnknownIntent     builtins
    a touch on a screen                            UserEventHandler  touch
    a session that ended                           SessionEnded      builtins
    a response that Amazon refused                ExceptionEncountered
                                                                      builtins
    skill events: linked                           AccountLinked     account
      disabled                                     SkillDisabled     account
      all others                                   AcknowledgedEvent account

The first handler in the list whose `can_handle` returns True is taken, so handlers that
take an intent only in some situations come before those that always take it.
"""

from collections.abc import Mapping, Sequence

import msgspec
from ask_sdk_core.dispatch_components import AbstractRequestInterceptor
from ask_sdk_runtime.skill import RuntimeConfiguration, RuntimeConfigurationBuilder

from handlers.alexa_music_hand_off import PLAY, SHUFFLE, HandOff, MusicStarter
from handlers.catalogue_search import CatalogueSearch
from handlers.corrections import ReadCorrection
from handlers.dialog import ElicitSlot, ReadAnswer, ReadSlotWords
from handlers.dynamic_entities import SendDynamicEntities
from handlers.exception_handlers import CatchAllExceptionHandler, ProviderErrorHandler
from handlers.extremes import Extreme
from handlers.intents.account import (
    ACKNOWLEDGED_EVENTS,
    AccountLinked,
    AcknowledgedEvent,
    CountPlaylists,
    DisabledUsers,
    ForgetMe,
    LinkAccount,
    PersonalDataStore,
    Refresh,
    SkillDisabled,
    WhatIKeep,
    WhoseAccount,
)
from handlers.intents.builtins import (
    Able,
    AboutSkill,
    ExceptionEncountered,
    Fallback,
    Help,
    ReadAside,
    SessionEnded,
    Stop,
    TakeTime,
    Thanks,
    UnknownIntent,
    Unsupported,
    WhatItCan,
)
from handlers.intents.choosing import ChooseSong, ReadChoice, ReadOfferTaken
from handlers.intents.demo import DemoListener, TryDemo
from handlers.intents.exclusions import AllowAgain, ListExclusions, NeverRecommend
from handlers.intents.facts import (
    AboutArtist,
    AboutSong,
    NewByArtist,
    OtherArtist,
)
from handlers.intents.in_playlist import (
    ARTISTS,
    PLACES,
    AskPlaylist,
    PlaylistContent,
    place_purpose,
)
from handlers.intents.launch import Launch
from handlers.intents.list_questions import CompareItems, CountItems, LongestPlaylist
from handlers.intents.more_like import MoreLikeThis
from handlers.intents.my_music import IsSaved, LastHeard, SongsByArtist, TopGenres
from handlers.intents.navigation import (
    GoBack,
    NavigateList,
    No,
    Repeat,
    SelectItem,
    Yes,
)
from handlers.intents.now_playing import WhatsPlaying
from handlers.intents.on_playlist import OnPlaylist, SongsOnPlaylist
from handlers.intents.opinions import GiveFeedback
from handlers.intents.play import PlayMusic, PlayPlaylist, PlayWish, ReadPlayWish
from handlers.intents.player import (
    ControlPlayer,
    HeardMusic,
    ListSpeakers,
    PlayOnSpeaker,
    ReadGoOn,
    StopMusic,
)
from handlers.intents.playlist_questions import (
    AboutPlaylist,
    PlaylistLength,
    PlaylistOwner,
)
from handlers.intents.playlists import OpenAlbum, OpenPlaylist, ReadPlaylist
from handlers.intents.playlists_with_song import WhichPlaylist
from handlers.intents.reading import (
    MoreNews,
    OtherPeriod,
    ReadFirst,
    ReadList,
    ReadOthers,
    ReadPeriod,
    RecommendPlaylist,
    WhatsNew,
)
from handlers.intents.recommend import (
    Another,
    KnownAlready,
    PicksSoFar,
    Recommend,
    RecommendationFlow,
    Rediscover,
    StartPicksOver,
)
from handlers.intents.saving import (
    AddSong,
    AddToPlaylist,
    MakePlaylist,
    SaveSong,
)
from handlers.intents.touch import UserEventHandler
from handlers.intents.why import Why, WhyNew, WhyPlaylist
from handlers.kinds_as_names import KindsAsNames
from handlers.lists import (
    AlbumTracks,
    ArrivalList,
    FollowedArtists,
    LatestSaves,
    Namesakes,
    NewReleases,
    OneAlbum,
    OneArtist,
    Picks,
    PlayingTrack,
    PlaylistList,
    PlaylistPicks,
    PlaylistTracks,
    RecentlyAdded,
    RecentPlays,
    SongPlaces,
    SpokenPicks,
    TopArtists,
    TopTracks,
)
from handlers.named_songs import NamedSongs, SongInQuestion
from handlers.playback import ConnectPlayback
from handlers.playback_devices import Speakers
from handlers.playlist_resolution import OPEN, PlaylistAction, PlaylistResolver
from handlers.progressive_response import ANNOUNCE_AFTER, Progress, Sender, WithProgress
from handlers.request import RequestHandler
from handlers.responses import Pager, Responder
from handlers.responses.branding import Branding, BrandingInterceptor
from handlers.responses.recommendation_reasons import Reasons
from handlers.responses.screens import (
    ANOTHER,
    DEMO,
    HEAR,
    LAUNCH,
    MORE,
    RECOMMEND,
    SAVE,
    WHY,
)
from handlers.responses.text_screens import ShowWords
from handlers.session import SessionInterceptor
from handlers.spoken_picks import KeepSpokenPicks
from handlers.spoken_queries import QueryParser
from providers.library import Library
from providers.library_editor import LibraryEditor
from providers.player import RemotePlayer
from providers.recommender.factory import Recommenders
from providers.recommender.ranking.recommendation_query import Moods
from providers.recommender.service import RecommendationService
from providers.whats_new import Arrivals

__all__ = [
    "ANNOUNCE_AFTER",
    "Dependencies",
    "PersonalDataStore",
    "Responder",
    "Sender",
    "skill_configuration",
]

LISTS: Mapping[str, str] = {
    "ListPlaylistsIntent": PlaylistList.kind,
    "LatestAdditionsIntent": LatestSaves.kind,
    "RecentPlaysIntent": RecentPlays.kind,
    "TopArtistsIntent": TopArtists.kind,
    "TopTracksIntent": TopTracks.kind,
    "FollowedArtistsIntent": FollowedArtists.kind,
    "NewReleasesIntent": NewReleases.kind,
}
"""Each intent that reads out a list from its beginning, and the kind of the list."""

FIRST_ITEMS: Mapping[str, str] = {
    "LastPlayIntent": RecentPlays.kind,
    "TopArtistIntent": TopArtists.kind,
    "TopTrackIntent": TopTracks.kind,
}
"""Each intent that asks for the first item of such a list alone, likewise."""


class Dependencies(msgspec.Struct, frozen=True, kw_only=True):
    """What the conversation uses beside a library and a responder.

    - `recommenders`: songs, songs to rediscover, playlists
    - `arrivals`: what is new for a listener
    - `editor`: changes libraries; None where the operator allows no changes
    - `personal_data`: where "refresh" and "forget me" drop what is stored
    - `progress`: posts a progressive response
    - `announce_after`: seconds without an answer after which that is done
    - `alexa_url`: replaces the API address that requests name; None in production
    - `logo`: https address of the music service's logo; None without a logo
    - `skill_page`: https address of the skill's page; None without one
    - `player`: plays on the listener's devices; None where that is switched off
    """

    recommenders: Recommenders
    arrivals: Arrivals
    editor: LibraryEditor | None
    personal_data: PersonalDataStore
    progress: Sender
    announce_after: float
    alexa_url: str | None
    logo: str | None
    skill_page: str | None
    player: RemotePlayer | None = None


def _readers() -> list[AbstractRequestInterceptor]:
    """Return the interceptors that take words for what they mean, in their order."""
    return [
        ReadAside(),
        ReadOfferTaken(),
        ReadPlayWish(),
        ReadPeriod(),
        ReadGoOn(),
        ReadCorrection(),
        ReadSlotWords(),
        ReadAnswer(),
        ReadChoice(),
    ]


def skill_configuration(
    library: Library, responder: Responder, dependencies: Dependencies
) -> RuntimeConfiguration:
    """Return handlers, interceptors and exception handlers in the SDK's own shape.

    For the demo, `library` is a `providers.sample_library.LibraryRouter`.
    """
    builder = RuntimeConfigurationBuilder()
    for interceptor in (SessionInterceptor(), *_readers(), DemoListener()):
        builder.add_global_request_interceptor(interceptor)
    branding = Branding.of(
        dependencies.logo,
        dependencies.skill_page,
        saves=dependencies.editor is not None,
        plays=dependencies.player is not None,
    )
    builder.add_global_request_interceptor(BrandingInterceptor(branding))
    progress = _progress(responder, dependencies)
    for handler in _spoken_handlers(library, responder, dependencies):
        builder.add_request_handler(WithProgress(handler, progress))
    for handler in _silent_handlers(library, dependencies):
        builder.add_request_handler(handler)
    recommendations = dependencies.recommenders.recommendations
    builder.add_global_response_interceptor(KeepSpokenPicks(recommendations))
    builder.add_global_response_interceptor(ShowWords(responder))
    builder.add_global_response_interceptor(SendDynamicEntities())
    builder.add_global_response_interceptor(ElicitSlot())
    builder.add_exception_handler(ProviderErrorHandler(responder, LISTS))
    builder.add_exception_handler(CatchAllExceptionHandler(responder, LISTS))
    return builder.get_runtime_configuration()


def _progress(responder: Responder, dependencies: Dependencies) -> Progress:
    return Progress(
        responder,
        dependencies.progress,
        endpoint=dependencies.alexa_url,
        announce_after=dependencies.announce_after,
    )


def recommendation_handlers(
    recommenders: Recommenders,
    responder: Responder,
    pager: Pager,
    opening: PlaylistAction,
    *,
    saves: bool,
) -> list[RequestHandler]:
    """Return the handlers about recommendations; add their lists to `pager`.

    `opening` opens a recommended playlist. `saves`: whether playlists can be made.
    """
    recommendations = recommenders.recommendations
    reasons = Reasons(recommenders.moods)
    picks = Picks(recommendations, reasons, responder)
    flow = RecommendationFlow(recommendations, picks, pager, reasons, responder)
    parser = QueryParser(recommenders.moods, recommendations.now, saves=saves)
    so_far = SpokenPicks(recommendations, responder)
    pager.add(picks, so_far)
    pager.add(PlaylistPicks(recommenders.playlists, reasons, responder, opening))
    return [
        Recommend(flow, parser, recommenders.seeds, responder),
        RecommendPlaylist(pager, parser, responder),
        *_exclusion_handlers(recommenders, parser, pager, flow, responder),
        Another(flow),
        KnownAlready(recommendations, picks, flow),
        PicksSoFar(recommendations, so_far, pager, responder),
        StartPicksOver(flow),
        GiveFeedback(recommendations, picks, flow, pager, responder),
        MoreLikeThis(pager, flow),
        *_why_handlers(recommendations, picks, reasons, pager, responder),
        Rediscover(recommenders.rediscovery, flow, responder),
    ]


def _why_handlers(
    recommendations: RecommendationService,
    picks: Picks,
    reasons: Reasons,
    pager: Pager,
    responder: Responder,
) -> list[RequestHandler]:
    """Return the handlers of "why this?", in the order in which they are asked."""
    return [
        WhyNew(ArrivalList.kind, pager, responder),
        WhyPlaylist(pager, responder),
        Why(recommendations, picks, reasons, pager, responder),
    ]


def _exclusion_handlers(
    recommenders: Recommenders,
    parser: QueryParser,
    pager: Pager,
    flow: RecommendationFlow,
    responder: Responder,
) -> list[RequestHandler]:
    exclusions = recommenders.exclusions
    return [
        NeverRecommend(exclusions, parser, pager, flow, responder),
        ListExclusions(exclusions, parser, responder),
        AllowAgain(exclusions, parser, responder),
    ]


def _recommending(
    dependencies: Dependencies,
    responder: Responder,
    pager: Pager,
    opening: PlaylistAction,
) -> list[RequestHandler]:
    saves = dependencies.editor is not None
    recommenders = dependencies.recommenders
    return recommendation_handlers(recommenders, responder, pager, opening, saves=saves)


def _choosing(
    dependencies: Dependencies,
    responder: Responder,
    pager: Pager,
    kinds: KindsAsNames,
    handlers: Sequence[RequestHandler],
) -> list[RequestHandler]:
    """Return the handlers of a choice and of "play some jazz".

    `handlers` has those that recommend and play.
    """
    recommenders = dependencies.recommenders
    recommendations = recommenders.recommendations
    picks = Picks(recommendations, Reasons(recommenders.moods), responder)
    if dependencies.player is None:
        return [ChooseSong(recommendations, picks, pager, None, responder)]
    recommend = next(each for each in handlers if isinstance(each, Recommend))
    player = next(each for each in handlers if isinstance(each, PlayMusic))
    return [
        ChooseSong(recommendations, picks, pager, player, responder),
        PlayWish(recommend, picks, player, kinds),
    ]


def _spoken_handlers(
    library: Library, responder: Responder, dependencies: Dependencies
) -> list[RequestHandler]:
    """Return the handlers whose response a listener waits for."""
    pager, resolver = Pager(responder), PlaylistResolver(responder, library)
    starter = _starter(library, responder, dependencies.player)
    opening = _add_lists_and_actions(library, responder, pager, resolver, starter)
    recommenders, store = dependencies.recommenders, dependencies.personal_data
    listing = _list_handlers(pager, resolver, starter, responder)
    recommending = _recommending(dependencies, responder, pager, opening)
    fallback, demo = Fallback(responder), TryDemo(responder)
    reading = _reading_handlers(library, responder, pager, resolver, recommenders.moods)
    saving = _saving_handlers(library, dependencies, responder, pager, resolver)
    several = [*recommending, *saving, *listing]
    kinds = KindsAsNames(library, recommenders.moods, resolver, responder)
    choosing = _choosing(dependencies, responder, pager, kinds, several)
    repeat = Repeat(pager, resolver, responder, _by_intent([*reading, *recommending]))
    several = [*several, *reading, repeat]
    return [
        *(*_player_handlers(library, dependencies, responder, several), repeat),
        *(*_help_handlers(dependencies, responder), ForgetMe(store, responder)),
        *saving,
        *_news_handlers(dependencies.arrivals, pager, responder),
        *(ReadOthers(pager), *choosing, *recommending),
        UserEventHandler(pager, responder, fallback, _buttons(several, demo)),
        *(demo, Thanks(responder), LinkAccount(responder)),
        *_list_questions(library, recommenders.moods, pager, resolver, responder),
        *(*reading, _other_artist([*reading, *recommending])),
        *(*listing, Refresh(library, store, responder)),
        *_general_handlers(responder, pager, fallback),
    ]


def _general_handlers(
    responder: Responder, pager: Pager, fallback: Fallback
) -> list[RequestHandler]:
    """Return the handlers that need no library; they come last."""
    return [
        OtherPeriod(pager, fallback),
        WhatIKeep(responder),
        TakeTime(responder),
        Unsupported(responder),
        Stop(responder),
        fallback,
        UnknownIntent(fallback),
    ]


def _help_handlers(
    dependencies: Dependencies, responder: Responder
) -> list[RequestHandler]:
    """Return the handlers that tell what the operator lets the skill do."""
    saves = Able.NEITHER if dependencies.editor is None else Able.SAVES
    plays = Able.NEITHER if dependencies.player is None else Able.PLAYS
    able = saves | plays
    return [
        Help(able, responder),
        WhatItCan(able, responder),
        AboutSkill(able, responder),
    ]


def _reading_handlers(
    library: Library,
    responder: Responder,
    pager: Pager,
    resolver: PlaylistResolver,
    moods: Moods,
) -> list[RequestHandler]:
    """Return handlers that only read, so that their answers can be repeated."""
    search = CatalogueSearch(library, responder)
    one_artist = _add_artist_lists(library, moods, responder, pager)
    pager.add(Namesakes(search, responder))
    songs = NamedSongs(search, pager, responder)
    about_song = AboutSong(songs, pager, responder)
    which_playlist = WhichPlaylist(library, responder, pager)
    return [
        which_playlist,
        OnPlaylist(resolver, library, pager, which_playlist, responder),
        Launch(library, responder),
        OpenPlaylist(resolver, library, pager),
        OpenAlbum(pager, responder),
        AboutPlaylist(resolver, library, pager, about_song, responder),
        about_song,
        AboutArtist(search, one_artist, pager, resolver, responder),
        NewByArtist(library, search, pager, responder),
        SongsByArtist(library, one_artist, pager, responder),
        TopGenres(library, moods, responder),
        *_own_songs(library, songs, pager, responder),
        CountPlaylists(library, responder),
        WhoseAccount(library, responder),
        WhatsPlaying(library, about_song, pager, responder),
    ]


def _own_songs(
    library: Library, songs: NamedSongs, pager: Pager, responder: Responder
) -> list[RequestHandler]:
    """Return the handlers that tell what one song is to the listener."""
    return [
        LastHeard(library, pager, responder),
        IsSaved(library, songs, pager, responder),
    ]


def _list_questions(
    library: Library,
    moods: Moods,
    pager: Pager,
    resolver: PlaylistResolver,
    responder: Responder,
) -> list[RequestHandler]:
    """Return the handlers about the list that was read; they come before the others.

    Add the actions that tell what a playlist holds.
    """
    of_songs = (*(each.value for each in Extreme), *map(place_purpose, PLACES))
    purposes = (ARTISTS, *of_songs)
    resolver.add(
        SongsOnPlaylist(library, moods, responder),
        *(PlaylistContent(purpose, library, responder) for purpose in purposes),
    )
    compare = CompareItems(pager, resolver, responder)
    longest = LongestPlaylist(library, resolver, responder)
    in_playlist = AskPlaylist(resolver, library, compare)
    return [compare, longest, in_playlist, CountItems(pager, responder)]


def _by_intent(handlers: Sequence[RequestHandler]) -> dict[str, RequestHandler]:
    """Return the handlers that only read, by intent; a launch by its request type."""
    only_read = (
        Launch, OpenPlaylist, AboutPlaylist, AboutSong, AboutArtist, CountPlaylists,
        WhoseAccount, WhatsPlaying, Why, NewByArtist, SongsByArtist, LastHeard,
        TopGenres, IsSaved,
    )  # fmt: skip
    return {
        name: handler
        for handler in handlers
        if isinstance(handler, only_read)
        for name in getattr(handler, "intents", (handler.request_type,))
    }


def _other_artist(handlers: Sequence[RequestHandler]) -> OtherArtist:
    """Return the handler of "and by Abba?"; `handlers` has those that answer it."""
    kinds = (AboutArtist, NewByArtist, SongsByArtist, Recommend, WhichPlaylist)
    return OtherArtist(
        {
            name: each
            for each in handlers
            if isinstance(each, kinds)
            for name in each.intents
            if not name.startswith("AMAZON.")  # a yes names nobody
        }
    )


def _news_handlers(
    arrivals: Arrivals, pager: Pager, responder: Responder
) -> list[RequestHandler]:
    """Return the handlers of what is new; they come before those of recommendations."""
    news = ArrivalList(arrivals, responder)
    pager.add(news)
    return [WhatsNew(news, pager), MoreNews(news, pager, responder)]


def _list_handlers(
    pager: Pager,
    resolver: PlaylistResolver,
    starter: MusicStarter,
    responder: Responder,
) -> list[RequestHandler]:
    """Return the handlers that read out lists, move in them, and play from them."""
    return [
        PlayMusic(resolver, pager, starter, responder),
        ReadList(pager, LISTS),
        ReadFirst(pager, FIRST_ITEMS),
        NavigateList(pager, responder),
        GoBack(pager, responder),
        SelectItem(pager, resolver, responder),
        Yes(pager, resolver, responder),
        No(pager, responder),
    ]


def _saving_handlers(
    library: Library,
    dependencies: Dependencies,
    responder: Responder,
    pager: Pager,
    resolver: PlaylistResolver,
) -> list[RequestHandler]:
    """Return the handlers that change a library, or say that they cannot."""
    editor = dependencies.editor
    recommendations = dependencies.recommenders.recommendations
    songs = NamedSongs(CatalogueSearch(library, responder), pager, responder)
    song = SongInQuestion(library, songs, pager, responder)
    if editor is not None:
        resolver.add(AddSong(editor, library, responder))
    return [
        SaveSong(editor, song, recommendations, responder),
        AddToPlaylist(editor, song, resolver, responder),
        MakePlaylist(editor, pager, recommendations, responder),
    ]


def _silent_handlers(
    library: Library, dependencies: Dependencies
) -> list[RequestHandler]:
    """Return the handlers of requests that get no speech."""
    disabled_users = DisabledUsers()
    return [
        SessionEnded(),
        ExceptionEncountered(),
        AccountLinked(library, disabled_users),
        SkillDisabled(dependencies.personal_data, disabled_users),
        *(AcknowledgedEvent(name) for name in ACKNOWLEDGED_EVENTS),
    ]


def _buttons(
    handlers: Sequence[RequestHandler], demo: TryDemo
) -> dict[str, RequestHandler]:
    """Return the handlers of the screens' buttons, by the button's action."""
    classes = {RECOMMEND: Recommend, ANOTHER: Another, WHY: Why, MORE: MoreLikeThis}
    classes |= {SAVE: SaveSong, HEAR: PlayMusic, LAUNCH: Launch}
    by_class = {type(handler): handler for handler in handlers}
    return {DEMO: demo} | {name: by_class[kind] for name, kind in classes.items()}


def _starter(
    library: Library, responder: Responder, player: RemotePlayer | None
) -> MusicStarter:
    """Return what starts music: the player, or without one the hand-off."""
    hand_off = HandOff(responder)
    if player is None:
        return hand_off
    speakers = Speakers(player, library, responder)
    search = CatalogueSearch(library, responder)
    return ConnectPlayback(player, speakers, search, hand_off, responder)


def _player_handlers(
    library: Library,
    dependencies: Dependencies,
    responder: Responder,
    handlers: Sequence[RequestHandler],
) -> list[RequestHandler]:
    """Return the handlers that command a player; none without one.

    `handlers` has those for what may mean something else: they play, read out, repeat,
    recommend and add to playlists.
    """
    player = dependencies.player
    if player is None:
        return []
    speakers = Speakers(player, library, responder)
    by_class = {type(handler): handler for handler in handlers}
    control = ControlPlayer(player, speakers, responder)
    recommendations = dependencies.recommenders.recommendations
    others = {"WaitIntent": TakeTime(responder)} | {
        "PlayIntent": by_class[PlayMusic],
        "AMAZON.YesIntent": by_class[Yes],
        "AnotherIntent": by_class[Another],
        "LikeIntent": by_class[GiveFeedback],
        "DislikeIntent": by_class[GiveFeedback],
        "SelectIntent": by_class[SelectItem],
        "AMAZON.RepeatIntent": by_class[Repeat],
        "NowPlayingIntent": by_class[WhatsPlaying],
    }
    return [
        control,
        HeardMusic(control, speakers, recommendations, responder, others),
        StopMusic(control, speakers, Stop(responder)),
        ListSpeakers(speakers),
        PlayOnSpeaker(library, speakers, by_class[PlayMusic], by_class[AddToPlaylist]),
    ]


def _add_artist_lists(
    library: Library, moods: Moods, responder: Responder, pager: Pager
) -> OneArtist:
    """Add the lists of artists, who are told with their genres; return that of one."""
    one_artist = OneArtist(library, moods, responder)
    pager.add(
        TopArtists(library, moods, responder),
        FollowedArtists(library, moods, responder),
        one_artist,
    )
    return one_artist


def _add_lists_and_actions(
    library: Library,
    responder: Responder,
    pager: Pager,
    resolver: PlaylistResolver,
    starter: MusicStarter,
) -> ReadPlaylist:
    """Add the library's lists and the playlist actions; return the one that opens."""
    opening = ReadPlaylist(responder, pager, purpose=OPEN, kind=PlaylistTracks.kind)
    news = ReadPlaylist(
        responder, pager, purpose=RecentlyAdded.kind, kind=RecentlyAdded.kind
    )
    length = PlaylistLength(library, responder)
    playing = [PlayPlaylist(starter, way) for way in (PLAY, SHUFFLE)]
    resolver.add(opening, news, length, PlaylistOwner(responder), *playing)
    pager.add(
        PlaylistList(library, opening),
        SongPlaces(library, opening),
        PlaylistTracks(library, responder),
        RecentlyAdded(library, responder),
        LatestSaves(library, responder),
        RecentPlays(library, responder),
        TopTracks(library, responder),
        PlayingTrack(library, responder),
        NewReleases(library, responder),
        AlbumTracks(library, responder),
        OneAlbum(library, responder),
    )
    return opening
