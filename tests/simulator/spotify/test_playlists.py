"""Shelves and their contents, as several accounts see them."""

import asyncio

import pytest

from simulator.spotify.world import World
from tests.simulator.spotify.conftest import ApiCaller


async def test_me(ask: ApiCaller) -> None:
    answer = await ask("/me")
    assert answer.json["display_name"] == "Ada Winter"
    assert len(answer.json["account_id"]) == 22
    assert answer.json["id"] != answer.json["account_id"]
    assert "country" not in answer.json


async def test_ada_has_240_playlists_in_five_pages(ask: ApiCaller) -> None:
    pages = await asyncio.gather(
        *(ask("/me/playlists", limit=50, offset=at) for at in range(0, 250, 50))
    )
    assert {page.json["total"] for page in pages} == {240}
    names = [one["name"] for page in pages for one in page.json["items"]]
    ids = {one["id"] for page in pages for one in page.json["items"]}
    assert len(names) == len(ids) == 240
    assert names[:3] == ["Morning Coffee", "Deep Focus", "Road Trip 2026"]
    assert pages[-1].json["next"] is None
    assert pages[0].json["previous"] is None


async def test_links_of_pages_lead_through_the_whole_shelf(ask: ApiCaller) -> None:
    seen, url = 0, "/me/playlists"
    while url:
        page = (await ask(url)).json
        seen += len(page["items"])
        url = page["next"]
    assert seen == 240


@pytest.mark.parametrize(
    ("token", "count"), [("nobody", 0), ("yuki", 20), ("jonas", 18), ("emoji", 40)]
)
async def test_shelves_of_others(ask: ApiCaller, token: str, count: int) -> None:
    answer = await ask("/me/playlists", token, limit=50)
    assert answer.json["total"] == len(answer.json["items"]) == count


async def test_own_contents_are_read_and_others_are_forbidden(ask: ApiCaller) -> None:
    playlists = (await ask("/me/playlists", limit=12)).json["items"]
    by_name = {one["name"]: one for one in playlists}
    own = by_name["Nineties Rock"]
    page = (await ask(f"/playlists/{own['id']}/items", limit=50, offset=300)).json
    assert page["total"] == own["items"]["total"] == 350
    assert len(page["items"]) == 50
    assert page["items"][0]["item"]["type"] == "track"
    followed = by_name["Discover Weekly"]
    answer = await ask(f"/playlists/{followed['id']}/items")
    assert (answer.status, answer.message) == (403, "Forbidden")
    shared = by_name["Office Party"]
    assert (await ask(f"/playlists/{shared['id']}/items")).status == 200


async def test_the_crowd_is_the_same_in_every_world(
    ask: ApiCaller, world: World
) -> None:
    answer = await ask("/me/playlists", "load-41", limit=1)
    other = World(now=world.clock).account("load-41")
    assert other is not None
    assert answer.json["total"] == len(other.library.playlists)
    assert (await ask("/me/playlists", "load-041")).status == 401
