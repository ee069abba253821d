"""Favourites and plays over the API."""

from datetime import timedelta

import pytest

from simulator.spotify.world import World
from tests.simulator.spotify.conftest import ApiCaller

RECENT = "/me/player/recently-played"


@pytest.mark.parametrize("kind", ["artists", "tracks"])
async def test_the_three_ranges_differ(ask: ApiCaller, kind: str) -> None:
    tops = {}
    for span in ("short_term", "medium_term", "long_term"):
        page = (await ask(f"/me/top/{kind}", time_range=span, limit=20)).json
        tops[span] = [one["name"] for one in page["items"]]
        assert len(tops[span]) == 20
    assert len({tuple(names) for names in tops.values()}) == 3
    usual = (await ask(f"/me/top/{kind}", limit=20)).json["items"]
    assert [one["name"] for one in usual] == tops["medium_term"]
    assert (await ask(f"/me/top/{kind}", time_range="ever")).status == 400


async def test_plays_go_back_page_by_page(ask: ApiCaller) -> None:
    plays, url = [], f"{RECENT}?limit=20"
    while url:
        page = (await ask(url)).json
        plays += [one["played_at"] for one in page["items"]]
        url = page["next"]
    assert len(plays) == 50
    assert plays == sorted(plays, reverse=True)
    assert plays[0].startswith("2026-11-2")
    assert page["items"][0]["context"]["type"] == "album"


async def test_only_what_is_new_since_the_last_look(
    ask: ApiCaller, world: World
) -> None:
    first = (await ask(RECENT, limit=50)).json
    since = first["cursors"]["after"]
    nothing = (await ask(RECENT, after=since)).json
    assert (nothing["items"], nothing["cursors"], nothing["next"]) == ([], None, None)
    world.clock.advance(timedelta(days=1))
    later = (await ask(RECENT, after=since, limit=50)).json
    assert 0 < len(later["items"]) < 50


async def test_whoever_never_listened(ask: ApiCaller) -> None:
    page = (await ask(RECENT, "nobody")).json
    assert page["items"] == []
    assert page["cursors"] is None


@pytest.mark.parametrize(
    "query", ["?before=1&after=1", "?limit=51", "?limit=x", "?before=yesterday"]
)
async def test_what_is_refused(ask: ApiCaller, query: str) -> None:
    assert (await ask(f"{RECENT}{query}")).status == 400


async def test_odd_plays_stay_where_they_are(ask: ApiCaller) -> None:
    items = (await ask(RECENT, "quirky", limit=50)).json["items"]
    assert None in items
    assert items[0] == items[1]
    assert any(one and one["track"] is None for one in items)


async def test_odd_plays_are_never_left_out_by_time(ask: ApiCaller) -> None:
    early = (await ask(RECENT, "quirky", before=1)).json
    assert early["items"] == [None]
    assert early["cursors"] is None
