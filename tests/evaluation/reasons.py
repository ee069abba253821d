"""A check of reasons: every fact that a pick names, against the account's real data.

The account's data are read from the fake Spotify itself, whole lists included, and not
through the service.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from pathlib import Path

from providers.music import Track
from providers.recommender.neighbours_file import read_neighbours
from providers.recommender.ranking.domain_types import Evidence, Pick, Signal
from providers.recommender.ranking.track_identity import artist_key
from simulator.spotify.data.catalogue import Catalogue, CatalogueTrack
from simulator.spotify.serializers import Regime
from tests.evaluation.account_data import AccountData, data_of
from tests.evaluation.conversation import Conversation, Spoken
from tests.evaluation.environment import Environment, start
from tests.progress import Begin, silent

NAMED_ACCOUNTS = ("ada", "ben", "yuki", "jonas", "collector", "single", "free", "emoji")
WISHES: Sequence[Mapping[str, str]] = (
    {},
    {"mood": "calm"},
    {"genre": "jazz"},
    {},
    {"year": "2015"},
    {"activity": "workout"},
)
TURNS = 7  # after each wish
FEW = 2  # plays of the last fifty; with more of them an artist is played a lot
LIKED, MORE_LIKE = 2, 5  # which of them is liked; after which "more like this" is said


Check = Callable[[AccountData, Track, Evidence], bool]


def _same(name: str, other: str | None) -> bool:
    return other is not None and artist_key(name) == artist_key(other)


def _credits(tracks: Iterable[CatalogueTrack], name: str | None) -> int:
    """Return how many of the tracks are by an artist."""
    return sum(any(_same(a.name, name) for a in track.artists) for track in tracks)


def _is_by(track: Track, name: str | None) -> bool:
    return any(_same(artist.name, name) for artist in track.artists)


def _top_track(data: AccountData, track: Track, fact: Evidence) -> bool:
    top = data.top_tracks[fact.period] if fact.period else ()
    return any(
        t.id == track.id or (t.title == track.title and _credits([t], _first(track)))
        for t in top
    )


def _first(track: Track) -> str | None:
    return track.artists[0].name if track.artists else None


def _top_artist(data: AccountData, _track: Track, fact: Evidence) -> bool:
    top = data.top_artists[fact.period] if fact.period else ()
    return any(_same(artist.name, fact.about) for artist in top)


def _top_tracks(data: AccountData, _track: Track, fact: Evidence) -> bool:
    top = data.top_tracks[fact.period] if fact.period else ()
    return fact.count == _credits(top, fact.about)


def _genre(data: AccountData, _track: Track, fact: Evidence) -> bool:
    artists = {
        artist.name
        for artist in data.artists()
        if any(genre.casefold() == fact.about for genre in artist.genres)
    }
    return len(artists) > 0 if fact.count is None else fact.count == len(artists)


def _asked(data: AccountData, _track: Track, fact: Evidence) -> bool:
    return fact.about is not None and artist_key(fact.about) in data.asked


def _kindred(data: AccountData, _track: Track, fact: Evidence) -> bool:
    return fact.about is not None and artist_key(fact.about) in data.asked | data.liked


def _released_in(track: Track, year: int | None) -> bool:
    released = track.album.released if track.album else None
    return released is not None and released[:4] == str(year)


def _of_whole_list(tracks: Sequence[CatalogueTrack], fact: Evidence) -> bool:
    """Return whether the count is right; without one, whether there are any."""
    count = _credits(tracks, fact.about)
    return count > 0 if fact.count is None else count == fact.count


def _neighbour(data: AccountData, track: Track, fact: Evidence) -> bool:
    near = data.similar.get(artist_key(fact.about or ""), frozenset())
    return artist_key(fact.artist or "") in near and _is_by(track, fact.artist)


def _guest(data: AccountData, track: Track, fact: Evidence) -> bool:
    return _is_by(track, fact.artist) and any(
        _same(song.artists[0].name, fact.about) and _credits([song], fact.artist)
        for song in data.songs()
    )


def _host(data: AccountData, track: Track, fact: Evidence) -> bool:
    pair = artist_key(fact.about or ""), artist_key(fact.artist or "")
    return _is_by(track, fact.artist) and pair in data.appearances


CHECKS: Mapping[Signal, Check] = {
    "top_track": _top_track,
    "top_artist": _top_artist,
    "top_tracks": _top_tracks,
    "played": lambda data, _, fact: fact.count == _credits(data.plays, fact.about),
    "saved": lambda data, _, fact: _of_whole_list(data.saved, fact),
    "followed": lambda data, _, fact: any(
        _same(artist.name, fact.about) for artist in data.followed
    ),
    "playlist": lambda data, track, fact: (
        track.id in data.playlists.get(fact.about or "", frozenset())
    ),
    "genre": _genre,
    "mood": _asked,
    "activity": _asked,
    "asked_genre": _asked,
    "asked_artist": lambda data, track, fact: (
        _asked(data, track, fact) and _is_by(track, fact.about)
    ),
    "era": lambda _, track, fact: _released_in(track, fact.count),
    "kindred": _kindred,
    "liked": lambda data, _, fact: artist_key(fact.about or "") in data.liked,
    "listed": lambda data, _, fact: _credits(data.listed, fact.about) > 0,
    "neighbour": _neighbour,
    "similar": lambda data, track, fact: (
        _neighbour(data, track, fact) and _credits(data.plays, fact.about) > FEW
    ),
    "liked_neighbour": lambda data, track, fact: (
        _neighbour(data, track, fact) and artist_key(fact.about or "") in data.liked
    ),
    "guest": _guest,
    "partner": lambda data, track, fact: (
        _is_by(track, fact.artist)
        and artist_key(fact.about or "") in data.liked
        and frozenset((artist_key(fact.about or ""), artist_key(fact.artist or "")))
        in data.pairs
    ),
    "host": _host,
    "joined": lambda _, track, fact: (
        _is_by(track, fact.about) and _first(track) != fact.about
    ),
}
"""Whether a fact is true, by its signal. A signal without a check is reported."""


@dataclass
class Verdicts:
    """What the checks found.

    answers, picks: how many there were.
    facts, untrue, unchecked: facts by signal: all, wrong ones, and those without a
        check.
    spoken, spoken_new: songs that were spoken without a wish, and those of them that
        are by artists on no list.
    """

    answers: int = 0
    picks: int = 0
    facts: Counter[str] = field(default_factory=Counter)
    untrue: Counter[str] = field(default_factory=Counter)
    unchecked: Counter[str] = field(default_factory=Counter)
    spoken: int = 0
    spoken_new: int = 0
    examples: list[str] = field(default_factory=list)

    def judge(self, pick: Pick, data: AccountData) -> None:
        """Check every fact of a pick."""
        self.picks += 1
        for fact in pick.evidence:
            self.facts[fact.signal] += 1
            check = CHECKS.get(fact.signal)
            if check is None:
                self.unchecked[fact.signal] += 1
            elif not check(data, pick.track, fact):
                self.untrue[fact.signal] += 1
                self.examples.append(f"{fact} of {pick.track.title}")

    def figures(self) -> dict[str, object]:
        """Return the counts, and the share of spoken songs that are new."""
        new = self.spoken_new / self.spoken if self.spoken else 0.0
        return {
            "answers": self.answers,
            "picks": self.picks,
            "facts": self.facts.total(),
            "untrue": dict(self.untrue),
            "unchecked": dict(self.unchecked),
            "spoken songs by artists on no list": new,
        }


async def check_reasons(
    now: datetime,
    *,
    accounts: Sequence[str],
    days: int,
    regime: Regime,
    neighbours: Path | None = None,
    begin: Begin = silent,
) -> Verdicts:
    """Ask for every account on so many days, and check all that is told.

    neighbours: the service's file of similar artists.
    begin: is told of each account and day before the first question.
    """
    settings = {"NEIGHBOURS_FILE": str(neighbours)} if neighbours else None
    verdicts = Verdicts()
    liked: dict[str, set[str]] = {account: set() for account in accounts}
    similar = _similar(neighbours)
    async with start(now, regime=regime, settings=settings) as environment:
        appearances = _appearances(environment.spotify.world.catalogue)
        for day in range(days):
            for account in accounts:
                begin(f"{account}, day {day + 1}")
                for wish in WISHES[day % 2 :: 2]:
                    talk = _Talk(
                        environment, account, liked[account], similar, appearances
                    )
                    await talk.about(wish, verdicts)
            environment.clock.pass_by(timedelta(days=1))
    return verdicts


def _similar(neighbours: Path | None) -> dict[str, frozenset[str]]:
    if neighbours is None:
        return {}
    file = read_neighbours(neighbours)
    return {
        artist_key(file.names(number).name): frozenset(
            artist_key(file.names(near.number).name) for near in file.neighbours(number)
        )
        for number in range(len(file))
    }


def _appearances(catalogue: Catalogue) -> frozenset[tuple[str, str]]:
    return frozenset(
        (artist_key(artist.name), artist_key(host.name))
        for artist in catalogue.artists
        for album in catalogue.guests.get(artist.id, ())
        for host in album.artists
    )


@dataclass(frozen=True, slots=True)
class _Talk:
    """One conversation; `liked` has the artists that were liked, on other days too."""

    environment: Environment
    account: str
    liked: set[str]
    similar: Mapping[str, frozenset[str]]
    appearances: frozenset[tuple[str, str]]

    async def about(self, wish: Mapping[str, str], verdicts: Verdicts) -> None:
        """Ask for a wish, then for others, one of which is liked; judge all of them."""
        conversation = Conversation(self.environment, self.account)
        asked = frozenset(map(artist_key, wish.values()))
        plain = not asked
        spoken = await conversation.recommend(**wish)
        for turn in range(TURNS):
            self._judge(spoken, asked, verdicts)
            if plain and turn <= MORE_LIKE and spoken.pick:
                verdicts.spoken += 1
                verdicts.spoken_new += not self._data().knows(spoken.pick.track)
            if turn == LIKED and spoken.pick:
                self.liked.update(a.name for a in spoken.pick.track.artists)
                spoken = await conversation.says("LikeIntent")
            elif turn == MORE_LIKE and spoken.pick:
                asked |= {artist_key(_first(spoken.pick.track) or "")}
                spoken = await conversation.says("MoreLikeThisIntent")
            else:
                spoken = await conversation.another()

    def _judge(self, spoken: Spoken, asked: frozenset[str], verdicts: Verdicts) -> None:
        liked = frozenset(map(artist_key, self.liked))
        data = replace(self._data(), asked=asked, liked=liked)
        verdicts.answers += 1
        for pick in spoken.picks if spoken.fresh else ():
            verdicts.judge(pick, data)

    def _data(self) -> AccountData:
        account = self.environment.spotify.world.account(self.account)
        assert account is not None
        data = data_of(account.library, self.environment.clock())
        pairs = frozenset(map(frozenset, self.appearances))
        return replace(
            data, similar=self.similar, appearances=self.appearances, pairs=pairs
        )
