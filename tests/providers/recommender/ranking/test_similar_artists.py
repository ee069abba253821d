"""Fusing the lists of a listener's artists into new artists."""

from collections.abc import Mapping

from hypothesis import given
from hypothesis import strategies as st

from providers.music import Artist
from providers.recommender.ranking.similar_artists import (
    ArtistNames,
    Neighbour,
    fuse,
    place_weight,
)


class Lists:
    """Similar artists from a table, numbered in the order of their names."""

    def __init__(
        self,
        lists: Mapping[str, Mapping[str, float]],
        ids: Mapping[str, str] | None = None,
    ) -> None:
        self._lists, self._ids = lists, ids or {}
        self._names = sorted(
            {*lists, *(name for near in lists.values() for name in near)}
        )

    def find(
        self, name: str, *, mbid: str | None = None, spotify_id: str | None = None
    ) -> int | None:
        del mbid, spotify_id  # this table knows names only
        return self._names.index(name) if name in self._lists else None

    def neighbours(self, number: int) -> list[Neighbour]:
        listed = self._lists.get(self._names[number], {}).items()
        return [Neighbour(self._names.index(name), near) for name, near in listed]

    def names(self, number: int) -> ArtistNames:
        name = self._names[number]
        return ArtistNames(name, None, self._ids.get(name))


def artists(names: str) -> list[Artist]:
    return [Artist(id=f"id-{name}", name=name) for name in names]


def test_agreement_wins_and_the_leads_are_named() -> None:
    source = Lists({"a": {"x": 0.8, "y": 0.6}, "b": {"y": 0.6, "z": 0.8}, "c": {}})
    found = fuse(source, artists("abc"), [], 10)
    assert [new.names.name for new in found] == ["y", "x", "z"]
    assert [[lead.name for lead in new.leads] for new in found] == [
        ["a", "b"],
        ["a"],
        ["b"],
    ]
    assert found[0].closeness == 1.0
    x, y = 0.8 * place_weight(0), 0.6 * (place_weight(0) + place_weight(1))
    assert found[1].closeness == x / y


def test_who_is_near_to_others_that_are_close_comes_first() -> None:
    source = Lists({"a": {"x": 0.6, "y": 0.58, "z": 0.5}, "y": {"z": 1.0}})
    found = fuse(source, artists("a"), [], 10)
    assert [new.names.name for new in found] == ["y", "x", "z"]


def test_the_lead_that_says_most_comes_first() -> None:
    source = Lists({"a": {"x": 0.1}, "b": {"x": 0.9}})
    (found,) = fuse(source, artists("ab"), [], 10)
    assert [lead.name for lead in found.leads] == ["b", "a"]


def test_known_artists_are_not_new() -> None:
    lists = {"a": {"b": 0.5, "k": 0.5, "x": 0.5}, "b": {}, "k": {}}
    source = Lists(lists, ids={"x": "id-x"})
    found = fuse(source, artists("ab"), artists("k"), 10)
    assert [new.names.name for new in found] == ["x"]
    renamed = [Artist(id="id-x", name="another spelling of x")]
    assert fuse(source, artists("ab"), [*artists("k"), *renamed], 10) == []


def test_an_artist_counts_once_and_strangers_not_at_all() -> None:
    source = Lists({"a": {"x": 1.0}})
    (found,) = fuse(source, artists("?aa"), [], 10)
    assert [lead.name for lead in found.leads] == ["a"]


def test_at_most_so_many() -> None:
    source = Lists({"a": {"x": 0.8, "y": 0.6}})
    assert [new.names.name for new in fuse(source, artists("a"), [], 1)] == ["x"]
    assert fuse(source, [], [], 5) == []


LISTS = st.dictionaries(
    st.sampled_from("abcdefgh"),
    st.dictionaries(st.sampled_from("abcdefghijkl"), st.floats(0.01, 1.0)),
)


@given(LISTS, st.text("abcdefghxyz"), st.text("abcdefghijkl"))
def test_new_artists_are_new_in_order_and_led_to(
    lists: dict[str, dict[str, float]], favourites: str, known: str
) -> None:
    found = fuse(Lists(lists), artists(favourites), artists(known), 100)
    names = [new.names.name for new in found]
    listed = {name for name in [*favourites, *known] if name in lists}
    assert not listed & set(names)
    closeness = [new.closeness for new in found]
    assert closeness == sorted(closeness, reverse=True)
    assert all(0 < close <= 1 for close in closeness)
    for new in found:
        assert new.leads
        assert all(new.names.name in lists[lead.name] for lead in new.leads)
