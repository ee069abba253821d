"""New artists: whom a listener does not know yet, the closest first, and why.

They come from the lists of similar artists, where there is a source of them, and from
collaborations: guests on songs that the listener has, and artists on whose albums the
listener's artists appear.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, zip_longest

import msgspec

from providers.music import Album, Artist, Track
from providers.recommender.ranking.affinity import Affinity
from providers.recommender.ranking.domain_types import Evidence, Signal, Taste
from providers.recommender.ranking.exclusions import folded
from providers.recommender.ranking.history import Feedback
from providers.recommender.ranking.similar_artists import (
    NewArtist,
    SimilarArtists,
    fuse,
    place_weight,
)
from providers.recommender.ranking.track_identity import artist_key, credited

_MOST_LEADS = 200

_LATEST_LIKES = 5  # of a listener, whose similar artists come first

_NEAREST = 10  # artists that are left out with a disliked one

# How close a guest on a song of the closest artist is; the closest neighbour has 1.
_COLLABORATION = 0.15

_TELLING = 1.5  # strength of a fact about the new artist: it is said first

_MANY_PLAYS = 3  # of the last fifty: "you've been playing them a lot"


def name_key(name: str) -> str:
    """Return the spelling in which names of two sources are compared.

    >>> name_key("The Beatles") == name_key("beatles")
    True
    """
    spelling = folded(name)
    return spelling.removeprefix("the") or spelling


_SHARED_LISTENERS: tuple[Signal, ...] = ("neighbour", "similar", "liked_neighbour")


class Lead(msgspec.Struct, frozen=True):
    """A new artist whose songs are worth a search.

    `closeness`: above 0; higher is closer. `evidence`: why this artist, the most
    telling fact first.
    """

    name: str
    closeness: float
    evidence: tuple[Evidence, ...]

    @property
    def is_neighbour(self) -> bool:
        """Whether people who play the listener's artists play this one, too."""
        return any(fact.signal in _SHARED_LISTENERS for fact in self.evidence)


class Acquaintance(msgspec.Struct, frozen=True):
    """What new artists are found from.

    `artists`: the listener's, closest first, by key. `taste`: the lists. `feedback`:
    oldest first. `hosts`: by the key of an artist of the listener's, albums of others
    on which this artist appears. `liked_songs`: songs of artists who were liked lately.
    """

    taste: Taste
    artists: Mapping[str, Affinity]
    feedback: Sequence[Feedback] = ()
    hosts: Mapping[str, Sequence[Album]] = msgspec.field(default_factory=dict)
    liked_songs: Sequence[Track] = ()

    def everyone(self) -> list[Artist]:
        """Return the listener's artists, closest first."""
        return [Artist(a.spotify_id, a.name) for a in self.artists.values()]

    def weights(self) -> list[float]:
        """Return how much each of them counts: by its score, 1 for the closest.

        Measured against the weights of their places, NDCG@10 of the first ten: 0.31 and
        0.30 for the usual listeners, 0.31 and 0.27 for changing ones, 0.24 and 0.23 on
        a file.
        """
        scores = [affinity.score for affinity in self.artists.values()]
        return [score / scores[0] for score in scores]

    def knows(self, name: str) -> bool:
        """Return whether an artist of this name is no new one."""
        return artist_key(name) in self.artists


def find_leads(known: Acquaintance, source: SimilarArtists | None) -> dict[str, Lead]:
    """Return new artists by `name_key`, best first.

    The neighbours of what was liked lately take turns with the others. Neighbours of
    what was disliked are left out.
    """
    avoided = disliked_names(known.feedback, source)
    liked, usual = list(_partners(known)), dict[str, Lead]()
    if source is not None:
        likes = [Artist(None, name) for name in liked_names(known.feedback)]
        liked.extend(_neighbours(source, likes, known))
        near = _neighbours(source, known.everyone(), known, known.weights())
        usual = {name_key(lead.name): lead for lead in near}
    for lead in _collaborators(known):
        key = name_key(lead.name)
        before = usual.get(key)
        usual[key] = _both(before, lead) if before else lead
    ranked = sorted(usual.values(), key=lambda lead: (-lead.closeness, lead.name))
    in_turn = chain.from_iterable(zip_longest(liked, ranked))
    leads: dict[str, Lead] = {}
    for each in in_turn:
        if each is not None and name_key(each.name) not in avoided:
            leads.setdefault(name_key(each.name), each)
    return leads


def disliked_names(
    feedback: Iterable[Feedback], source: SimilarArtists | None
) -> frozenset[str]:
    """Return the `name_key`s of disliked artists and of those nearest to them.

    Who is also near an artist that was liked stays.
    """
    opinions = {name_key(each.name): each for each in feedback}
    disliked = [each for each in opinions.values() if not each.liked]
    liked = [each for each in opinions.values() if each.liked]
    near = frozenset(_nearest(disliked, source)) - frozenset(_nearest(liked, source))
    return near | {name_key(each.name) for each in disliked}


def _nearest(
    feedback: Iterable[Feedback], source: SimilarArtists | None
) -> Iterator[str]:
    for opinion in feedback:
        number = source.find(opinion.name) if source is not None else None
        if source is not None and number is not None:
            near = source.neighbours(number)[:_NEAREST]
            yield from (name_key(source.names(each.number).name) for each in near)


def liked_names(feedback: Sequence[Feedback]) -> list[str]:
    """Return the names of artists that were liked lately, the last one first."""
    names = dict.fromkeys(each.name for each in reversed(feedback) if each.liked)
    return list(names)[:_LATEST_LIKES]


def _partners(known: Acquaintance) -> Iterator[Lead]:
    """Yield artists who have a song together with one who was liked lately."""
    places = {artist_key(name): n for n, name in enumerate(liked_names(known.feedback))}
    found: dict[str, Lead] = {}
    for track in known.liked_songs:
        names = [artist.name for artist in track.artists]
        liked = [name for name in names if artist_key(name) in places]
        for name in names:
            if liked and not known.knows(name) and artist_key(name) not in places:
                weight = place_weight(places[artist_key(liked[0])])
                fact = Evidence("partner", _TELLING, liked[0], artist=name)
                found.setdefault(name_key(name), Lead(name, weight, (fact,)))
    yield from sorted(found.values(), key=lambda lead: -lead.closeness)


def _neighbours(
    source: SimilarArtists,
    favourites: Sequence[Artist],
    known: Acquaintance,
    weights: Sequence[float] | None = None,
) -> Iterator[Lead]:
    everyone = known.everyone()
    liked = {each.name for each in known.feedback if each.liked}
    for found in fuse(source, favourites, everyone, _MOST_LEADS, weights):
        if not known.knows(found.names.name):
            facts = tuple(_shared_listeners(found, known, liked))
            yield Lead(found.names.name, found.closeness, facts)


def _shared_listeners(
    found: NewArtist, known: Acquaintance, liked: set[str]
) -> Iterator[Evidence]:
    """Yield that people who play one of the listener's artists also play this one."""
    for place, lead in enumerate(found.leads[:2]):
        signal: Signal = "neighbour"
        affinity = known.artists.get(artist_key(lead.name))
        if lead.name in liked:
            signal = "liked_neighbour"
        elif affinity is not None and _played_a_lot(affinity):
            signal = "similar"
        strength = _TELLING - place + found.closeness / 2
        yield Evidence(signal, strength, lead.name, artist=found.names.name)


def _played_a_lot(affinity: Affinity) -> bool:
    return any(
        fact.signal == "played" and (fact.count or 0) >= _MANY_PLAYS
        for fact in affinity.evidence
    )


def _collaborators(known: Acquaintance) -> Iterator[Lead]:
    """Yield guests on the listener's songs, and artists who have theirs as guests."""
    scores: defaultdict[str, list[tuple[float, Evidence]]] = defaultdict(list)
    names: dict[str, str] = {}
    places = {key: place for place, key in enumerate(known.artists)}
    for host, signal, name in dict.fromkeys((*_guests(known), *_hosts(known))):
        weight = _COLLABORATION * place_weight(places[host])
        about = known.artists[host].name
        key = name_key(name)
        names.setdefault(key, name)
        fact = Evidence(signal, _TELLING + weight / 2, about, artist=name)
        scores[key].append((weight, fact))
    for key, facts in scores.items():
        facts.sort(key=lambda fact: (-fact[0], fact[1].about or ""))
        closeness = sum(weight for weight, _ in facts)
        yield Lead(names[key], closeness, tuple(fact for _, fact in facts[:2]))


_Collaboration = tuple[str, Signal, str]
"""The key of the listener's artist, the kind of fact, the new artist's name."""


def _guests(known: Acquaintance) -> Iterator[_Collaboration]:
    for track in known.taste.tracks():
        host, *guests = credited(track) or ("",)
        if host in known.artists:
            for key, artist in zip(guests, track.artists[1:], strict=True):
                if key not in known.artists:
                    yield host, "guest", artist.name


def _hosts(known: Acquaintance) -> Iterator[_Collaboration]:
    for key, albums in known.hosts.items():
        for album in albums:
            for artist in album.artists:
                is_new = not known.knows(artist.name)
                if is_new and folded(artist.name) != "variousartists":
                    yield key, "host", artist.name


def _both(first: Lead, second: Lead) -> Lead:
    """Return one lead for an artist that was found in two ways."""
    evidence = (*second.evidence[:1], *first.evidence[:1])
    return Lead(first.name, first.closeness + second.closeness, evidence)
