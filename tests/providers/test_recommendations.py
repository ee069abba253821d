"""Answers over an imagined library: calls, memory, wishes, the ladder, faults."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import combinations

import pytest

from providers.errors import Forbidden, LinkExpired, Unavailable
from providers.interpreting import Interpreter
from providers.ladder import Ladder
from providers.listener import Listener
from providers.moods import read_moods
from providers.music import Track
from providers.rankings import TRUSTED, Rankings
from providers.recommendations import Answer, Recommendations
from providers.recommender import reason
from providers.recommending.listening import Taste
from providers.recommending.memory import short
from providers.recommending.similar import SimilarArtist, SimilarArtists
from providers.recommending.wishes import Wish
from tests.providers.imagined_library import (
    Hang,
    ImaginedLibrary,
    ShelfInMemory,
    every_source,
    listener,
)
from tests.providers.imagined_music import (
    NOW,
    artist,
    playlist,
    rich_taste,
    saves,
    track,
    tracks,
)

MOODS = read_moods()
CATALOGUE = tuple(track(n, by=100 + n) for n in range(100, 160))


@dataclass
class Room:
    """Everything together; `now` may be moved."""

    library: ImaginedLibrary = field(
        default_factory=lambda: ImaginedLibrary(catalogue=CATALOGUE)
    )
    shelf: ShelfInMemory = field(default_factory=ShelfInMemory)
    now: datetime = NOW
    similar: SimilarArtists | None = None

    def recommendations(self) -> Recommendations:
        ladder = Ladder(self.library, self.similar)
        rankings = Rankings(ladder, Interpreter(self.library, MOODS), self.shelf)
        return Recommendations(rankings, self.shelf, lambda: self.now)

    async def ask(self, wish: Wish | None = None) -> Answer:
        return await self.recommendations().answer(listener(), wish or Wish())

    async def another(self, answer: Answer) -> Answer:
        found = await self.recommendations().another(listener(), answer.record.name)
        assert found is not None
        return found


def ids(answer: Answer) -> list[str | None]:
    return [pick.track.id for pick in answer.picks]


# ------------------------------------------------------------------- calls


async def test_without_a_long_shelf_two_waves_are_enough() -> None:
    room = Room()
    answer = await room.ask()
    assert len(answer.picks) == 3
    assert len(room.library.calls) <= 16
    assert "saved_among" not in room.library.calls


async def test_a_long_shelf_is_looked_at_once() -> None:
    room = Room(ImaginedLibrary(rich_taste(saves_complete=False), CATALOGUE))
    first = await room.ask()
    assert room.library.calls.count("saved_among") == 1
    assert len(room.library.calls) <= 16
    assert all(pick.checked for pick in first.picks)


async def test_what_the_look_finds_is_not_said() -> None:
    room = Room(ImaginedLibrary(rich_taste(saves_complete=False), CATALOGUE))
    saved = frozenset(str(one) for one in ids(await room.ask()))
    taste = rich_taste(saves_complete=False)
    again = Room(ImaginedLibrary(taste, CATALOGUE, saved=saved))
    answer = await again.ask()
    assert not saved & set(ids(answer))
    assert len(answer.picks) == 3


async def test_a_warm_answer_takes_no_call() -> None:
    room = Room()
    first = await room.ask()
    room.library.calls.clear()
    second = await room.ask()
    third = await room.another(second)
    assert room.library.calls == []
    said = [*ids(first), *ids(second), *ids(third)]
    assert len(set(said)) == 9


async def test_after_a_while_only_the_lists_are_looked_at() -> None:
    room = Room()
    await room.ask()
    room.library.calls.clear()
    room.now += timedelta(seconds=TRUSTED + 1)
    await room.ask()
    assert sorted(room.library.calls) == sorted(every_source())
    room.library.calls.clear()
    await room.ask()
    assert room.library.calls == []


async def test_new_plays_make_a_new_ranking() -> None:
    room = Room()
    first = await room.ask()
    room.now += timedelta(seconds=TRUSTED + 1)
    room.library.taste = rich_taste(plays=())
    second = await room.ask()
    assert second.record.ranking.version != first.record.ranking.version
    assert not set(ids(first)) & set(ids(second))


async def test_an_outage_leaves_the_ranking_as_it_was() -> None:
    room = Room()
    first = await room.ask()
    for faults in (
        dict.fromkeys(every_source(), Unavailable()),
        {"recent_plays": Unavailable()},
    ):
        room.now += timedelta(seconds=TRUSTED + 1)
        room.library.faults = dict(faults)
        answer = await room.ask()
        assert answer.record.ranking == first.record.ranking


async def test_an_expired_link_is_an_error_even_so() -> None:
    room = Room()
    await room.ask()
    room.now += timedelta(seconds=TRUSTED + 1)
    room.library.faults = {"recent_plays": LinkExpired()}
    with pytest.raises(LinkExpired):
        await room.ask()


async def test_nothing_kept_and_nothing_to_read_is_an_error() -> None:
    faults = dict.fromkeys(every_source(), Unavailable())
    with pytest.raises(Unavailable):
        await Room(ImaginedLibrary(faults=dict(faults))).ask()


# ------------------------------------------------------------------- memory


async def test_the_next_day_brings_others() -> None:
    room = Room()
    first = await room.ask()
    room.now += timedelta(days=1)
    assert not set(ids(first)) & set(ids(await room.ask()))


async def test_when_all_are_said_it_is_said_and_begins_anew_when_asked_anew() -> None:
    room = Room(ImaginedLibrary(Taste(top_tracks={"weeks": tracks(1, 3, 5)})))
    first = await room.ask()
    end = await room.another(first)
    assert end.dry
    assert end.picks == ()
    anew = await room.ask()
    assert anew.again
    assert ids(anew) == ids(first)
    assert (await room.another(anew)).dry
    await room.recommendations().begin_again(listener())
    assert ids(await room.another(anew)) == ids(first)


async def test_a_dislike_holds_in_this_session_and_the_next_days() -> None:
    room = Room()
    first = await room.ask()
    disliked = first.picks[0]
    await room.recommendations().mind(listener(), disliked, liked=False)
    gone = {name.name for name in disliked.track.artists}
    answers = [await room.another(first)]
    room.now += timedelta(days=2)
    answers += [await room.ask(), await room.ask()]
    said = {a.name for one in answers for p in one.picks for a in p.track.artists}
    assert said
    assert not gone & said


async def test_a_like_is_a_reason_later() -> None:
    room = Room()
    first = await room.ask()
    await room.recommendations().mind(listener(), first.picks[0], liked=True)
    signals = {reason(p).signal for p in (await room.another(first)).picks}
    assert "liked" in signals


async def test_picks_are_recalled_by_their_songs() -> None:
    room = Room()
    first = await room.ask()
    songs = tuple(short(pick.key) for pick in first.picks)
    recalled = await room.recommendations().recalled(
        listener(), first.record.name, (*songs[:2], "unknown")
    )
    assert recalled == first.picks[:2]
    assert await room.recommendations().recalled(listener(), "other", songs) == ()
    assert await room.recommendations().another(listener(), "other") is None


async def test_listeners_do_not_share() -> None:
    room = Room()
    await room.ask()
    other = await room.recommendations().answer(listener("other"), Wish())
    assert room.library.calls.count("recent_plays") == 2
    assert len(other.picks) == 3


# ------------------------------------------------------------------- wishes


async def test_a_mood_is_met_by_genre() -> None:
    answer = await Room().ask(Wish(mood="calm"))
    assert not answer.unmet
    assert {reason(p).signal for p in answer.picks} == {"mood"}
    assert all("folk" in p.genres for p in answer.picks)


async def test_an_activity_and_a_genre_of_the_file() -> None:
    answer = await Room().ask(Wish(activity="workout", genre="techno"))
    assert {reason(p).signal for p in answer.picks} == {"activity"}
    assert all(p.evidence[1].signal == "asked_genre" for p in answer.picks)


async def test_an_artist_is_found_by_a_name_that_sounds_like_it() -> None:
    answer = await Room().ask(Wish(artist="artist 209"))
    assert reason(answer.picks[0]).signal in {"asked_artist", "kindred"}
    names = {reason(p).about for p in answer.picks}
    assert names == {"Artist 209"}


@pytest.mark.parametrize(
    "wish", [Wish(genre="purple"), Wish(artist="zzyzx"), Wish(artist="\0\ud800")]
)
async def test_nonsense_gets_what_fits_anyway_and_says_so(wish: Wish) -> None:
    answer = await Room().ask(wish)
    assert answer.unmet
    assert len(answer.picks) == 3


async def test_an_unknown_mood_is_as_good_as_none() -> None:
    answer = await Room().ask(Wish(mood="purple"))
    assert len(answer.picks) == 3


async def test_an_artist_of_the_listeners_own_is_found_without_the_service() -> None:
    library = ImaginedLibrary(faults={"search": Unavailable()})
    answer = await Room(library).ask(Wish(artist="Artist 12"))
    assert reason(answer.picks[0]).signal == "asked_artist"
    assert {reason(p).about for p in answer.picks} == {"Artist 12"}


async def test_an_expired_link_is_not_mistaken_for_an_unknown_artist() -> None:
    library = ImaginedLibrary(faults={"search": LinkExpired()})
    with pytest.raises(LinkExpired):
        await Room(library).ask(Wish(artist="Artist 12"))


async def test_nothing_new_left_is_said() -> None:
    room = Room(ImaginedLibrary(rich_taste()))
    answer = await room.ask(Wish(novelty="new"))
    assert answer.unmet
    assert {p.familiarity for p in answer.picks} == {"familiar"}


async def test_similar_artists_from_elsewhere_are_searched_for() -> None:
    class Neighbours:
        async def similar(self, _: Listener, artist: str) -> Sequence[SimilarArtist]:
            return [SimilarArtist("Artist 233", 0.9)] if artist == "Artist 0" else []

    taste = Taste(top_artists={"weeks": (artist(0),)})
    room = Room(ImaginedLibrary(taste, CATALOGUE), similar=Neighbours())
    answer = await room.ask(Wish(novelty="new"))
    facts = {fact for p in answer.picks for fact in p.evidence}
    assert ("similar", "Artist 0") in {(f.signal, f.about) for f in facts}


# ------------------------------------------------------------------- the ladder


async def test_own_playlists_where_there_is_no_history() -> None:
    library = ImaginedLibrary(
        Taste(playlists=(playlist(1), playlist(2, mine=False))),
        contents={"p1": tracks(1, 3, 5), "p2": tracks(7)},
    )
    answer = await Room(library).ask()
    assert answer.record.ranking.rung == "playlists"
    assert sorted(map(str, ids(answer))) == ["t1", "t3", "t5"]
    assert {reason(p).about for p in answer.picks} == {"Playlist 1"}


async def test_nothing_at_all_is_an_answer_without_picks() -> None:
    answer = await Room(ImaginedLibrary(Taste())).ask()
    assert answer.picks == ()
    assert answer.record.ranking.rung == "nothing"
    assert not answer.dry


async def test_somebody_without_history_gets_what_they_name() -> None:
    room = Room(ImaginedLibrary(Taste(), CATALOGUE))
    answer = await room.ask(Wish(artist="Artist 200"))
    assert not answer.unmet
    assert len(answer.picks) == 3


async def test_a_one_track_account() -> None:
    answer = await Room(ImaginedLibrary(Taste(saves=saves(1)))).ask()
    assert answer.record.ranking.rung == "nothing"


def oddities() -> tuple[Track, ...]:
    return (track(1, id=None, local=True), track(3, spoken=True))


async def test_only_local_files_and_episodes() -> None:
    taste = Taste(top_tracks={"weeks": oddities()}, playlists=(playlist(1),))
    library = ImaginedLibrary(taste, contents={"p1": oddities()})
    assert (await Room(library).ask()).picks == ()


# ------------------------------------------------------------------- faults

SOURCES = (*every_source(), "search", "saved_among")


@pytest.mark.parametrize("pair", list(combinations(SOURCES, 2)))
async def test_two_sources_out_still_give_titles(pair: tuple[str, str]) -> None:
    taste = rich_taste(saves_complete=False)
    library = ImaginedLibrary(taste, CATALOGUE)
    library.faults = {pair[0]: Forbidden(), pair[1]: Unavailable()}
    answer = await Room(library).ask()
    assert len(answer.picks) == 3
    missing = {source for source, _ in answer.record.ranking.missing}
    assert len(missing) == 2
    assert len(library.calls) <= 16


async def test_a_failed_look_is_tried_again() -> None:
    library = ImaginedLibrary(rich_taste(saves_complete=False), CATALOGUE)
    library.faults = {"saved_among": Unavailable()}
    room = Room(library)
    first = await room.ask()
    assert ("saved_check", "unavailable") in first.record.ranking.missing
    library.faults = {}
    second = await room.another(first)
    assert all(pick.checked for pick in second.picks)
    assert second.record.ranking.missing == ()


async def test_hanging_searches_do_not_hold_the_answer() -> None:
    library = ImaginedLibrary(rich_taste(), CATALOGUE, faults={"search": Hang()})
    room = Room(library)
    asking = listener(seconds=1.05)
    answer = await room.recommendations().answer(asking, Wish())
    assert len(answer.picks) == 3
    assert ("discovery", "late") in answer.record.ranking.missing
