"""New playlists, more on them, and who may."""

from typing import Any

import pytest

from simulator.spotify.world import World
from tests.simulator.spotify.conftest import ApiAnswer, ApiCaller


async def _create(ask: ApiCaller, account: str = "ada", **wish: Any) -> ApiAnswer:
    return await ask("/me/playlists", account, method="POST", json=wish)


async def _track_uris(ask: ApiCaller, count: int) -> list[str]:
    page = (await ask("/me/tracks", limit=50)).json["items"]
    return [one["track"]["uri"] for one in page[:count]]


async def test_a_new_playlist_is_the_first_on_the_shelf(ask: ApiCaller) -> None:
    made = await _create(ask, name="Für später", public=False, description="Later")
    assert made.status == 201
    assert made.json["public"] is False
    assert made.json["description"] == "Later"
    playlists = (await ask("/me/playlists", limit=1)).json
    assert playlists["total"] == 241
    assert playlists["items"][0]["name"] == "Für später"
    assert playlists["items"][0]["items"]["total"] == 0
    again = await _create(ask, name="Für später", public=False)
    assert again.json["id"] != made.json["id"]


async def test_things_are_added_at_the_end_or_before_a_position(ask: ApiCaller) -> None:
    made = (await _create(ask, name="Mix", public=False)).json
    path = f"/playlists/{made['id']}/items"
    first, second, third = await _track_uris(ask, 3)
    added = await ask(path, method="POST", json={"uris": [first, second]})
    assert added.status == 201
    assert added.json["snapshot_id"] != made["snapshot_id"]
    await ask(path, method="POST", json={"uris": [third], "position": 0})
    await ask(f"{path}?uris={third}&position=1", method="POST")
    await ask(f"{path}?uris={first},{second}", method="POST")
    items = (await ask(path)).json["items"]
    uris = [one["item"]["uri"] for one in items]
    assert uris == [third, third, first, second, first, second]
    assert items[0]["added_by"]["id"] == made["owner"]["id"]
    assert items[0]["added_at"] == "2026-11-22T20:15:00Z"
    whole = (await ask(f"/playlists/{made['id']}")).json
    assert whole["items"]["total"] == len(whole["items"]["items"]) == 6
    assert whole["snapshot_id"] not in {made["snapshot_id"], added.json["snapshot_id"]}


@pytest.mark.parametrize(
    ("body", "status"),
    [
        ({}, 400),
        ({"uris": []}, 400),
        ({"uris": ["spotify:track:" + "1" * 22]}, 400),
        ({"uris": ["nonsense"]}, 400),
        ({"uris": "spotify:track:x"}, 400),
        ({"uris": ["{one}"] * 101}, 400),
        ({"uris": ["{one}"] * 100}, 201),
        ({"uris": ["{one}"], "position": 1}, 400),
        ({"uris": ["{one}"], "position": -1}, 400),
    ],
)
async def test_what_may_be_added(
    ask: ApiCaller, body: dict[str, Any], status: int
) -> None:
    (one,) = await _track_uris(ask, 1)
    made = (await _create(ask, name="Mix", public=False)).json
    if isinstance(body.get("uris"), list):
        body = body | {"uris": [uri.replace("{one}", one) for uri in body["uris"]]}
    path = f"/playlists/{made['id']}/items"
    assert (await ask(path, method="POST", json=body)).status == status


async def test_wishes_that_are_refused(ask: ApiCaller) -> None:
    assert (await _create(ask)).status == 400
    assert (await _create(ask, name=7)).status == 400
    both = await _create(ask, name="Both", public=True, collaborative=True)
    assert "private" in both.message
    headers = {"Content-Type": "application/json", "Authorization": "Bearer ada"}
    async with ask.session.post(
        f"{ask.spotify.api_url}/me/playlists", data=b"{", headers=headers
    ) as answer:
        assert answer.status == 400


async def test_public_and_private_need_their_own_permissions(ask: ApiCaller) -> None:
    lacking = "ada-without-playlist-modify-public"
    assert (
        await _create(ask, lacking, name="P")
    ).message == "Insufficient client scope"
    made = await _create(ask, lacking, name="P", public=False)
    assert made.status == 201
    lacking = "ada-without-playlist-modify-private"
    assert (await _create(ask, lacking, name="P", public=False)).status == 403
    path = f"/playlists/{made.json['id']}/items"
    uris = await _track_uris(ask, 1)
    answer = await ask(path, lacking, method="POST", json={"uris": uris})
    assert answer.message == "Insufficient client scope"


async def test_the_playlists_of_others_are_seen_and_not_read(ask: ApiCaller) -> None:
    playlists = (await ask("/me/playlists", limit=12)).json["items"]
    others = next(one for one in playlists if one["name"] == "Discover Weekly")
    whole = await ask(f"/playlists/{others['id']}")
    assert whole.status == 200
    assert "items" not in whole.json
    path = f"/playlists/{others['id']}/items"
    answer = await ask(path, method="POST", json={"uris": await _track_uris(ask, 1)})
    assert answer.status == 403
    # ben has never looked at it; it is known because ada has.
    assert (await ask(path, "ben")).status == 403
    assert (await ask(f"/playlists/{'1' * 22}/items")).status == 404
    assert (await ask("/playlists/short/items")).message == "Invalid base62 id"


async def test_shared_playlists_need_their_own_permission(ask: ApiCaller) -> None:
    all_of_them = (await ask("/me/playlists", limit=1)).json["total"]
    lacking = "ada-without-playlist-read-collaborative"
    fewer = (await ask("/me/playlists", lacking, limit=50)).json
    assert fewer["total"] < all_of_them
    assert not any(one["collaborative"] for one in fewer["items"])


async def test_older_applications_see_the_older_words(
    ask: ApiCaller, world: World
) -> None:
    world.regime = "extended"
    playlists = (await ask("/me/playlists", limit=12)).json["items"]
    assert "items" not in playlists[0]
    assert playlists[0]["tracks"]["total"] == 42
    followed = next(one for one in playlists if one["name"] == "Discover Weekly")
    page = (await ask(f"/playlists/{followed['id']}/items", limit=2)).json
    assert {"track", "added_at", "added_by", "is_local"} == page["items"][0].keys()
    assert page["items"][0]["track"]["popularity"] >= 0
    old = await ask(f"/playlists/{followed['id']}/tracks", limit=2)
    assert old.json["items"] == page["items"]
    whole = (await ask(f"/playlists/{followed['id']}")).json
    assert whole["tracks"]["items"][:2] == page["items"]
    me = (await ask("/me")).json
    assert (me["country"], me["product"]) == ("US", "premium")
    quirky = (await ask("/me/playlists", "quirky", limit=8)).json["items"]
    unknown = next(one for one in quirky if one and one["name"] == "Unknown size")
    assert unknown["tracks"]["total"] is None
    plain = (await ask(f"/playlists/{quirky[0]['id']}/items", "quirky")).json["items"]
    assert plain[1]["track"] is None


async def test_the_older_address_is_withdrawn_from_newer_ones(ask: ApiCaller) -> None:
    (first,) = (await ask("/me/playlists", limit=1)).json["items"]
    answer = await ask(f"/playlists/{first['id']}/tracks")
    assert (answer.status, answer.message) == (403, "Forbidden")
