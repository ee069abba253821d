"""Every answer of the fake Spotify, checked against the published description."""

from collections import Counter
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from urllib.parse import urlencode

import pytest

from simulator.spotify.api import catalogue
from simulator.spotify.server import ENDPOINTS
from tests.simulator.spotify.conftest import ApiCaller
from tests.simulator.spotify.openapi_contract import Contract, contract
from tests.simulator.spotify.openapi_schema import Complaint

pytestmark = pytest.mark.no_cover

__all__ = ["contract"]

ACCOUNTS = (
    "ada", "ben", "collector", "emoji", "free", "jonas", "load-3", "local", "nobody",
    "quirky", "shy", "single", "yuki",
)  # fmt: skip

# Nulls that the description does not allow and the real service sends: the ends of
# cursors, names and contexts that are not there, …
NULLS = frozenset(
    {
        "artists.cursors.after", "artists.next", "context", "currently_playing",
        "cursors", "display_name", "item", "next", "playlists.items[]",
    }
)  # fmt: skip
# … and what a local file does not have.
LOCAL_NULLS = frozenset(
    {"album_type", "href", "id", "release_date", "release_date_precision", "uri"}
)
# Fields of an album that are no longer described as properties, but as required.
EXTRAS = frozenset({"genres", "label", "popularity"})
# What the player answers where nothing plays; described for `/me/player` only.
SILENCE = "204 is not described"
ARTISTS = frozenset({"/me/top/artists", "/me/following"})
OLD_ADDRESS = "GET /playlists/{id}/tracks"


@dataclass
class Tally:
    """What was judged, and what of it had to be excused."""

    answers: Counter[str] = field(default_factory=Counter)
    nulls: Counter[str] = field(default_factory=Counter)
    complaints: list[tuple[str, str, Complaint]] = field(default_factory=list)
    extras: set[str] = field(default_factory=set)


def _excused(one: Complaint, account: str) -> bool:
    if one.what == SILENCE:
        return True
    if account == "quirky" and "items[]" in one.path:
        return True  # whose data are there to break the description
    if not one.null:
        return False
    last = one.path.removeprefix("items[].").rpartition(".item.")[2].rpartition(".")[2]
    return (
        one.path in NULLS
        or one.path.removeprefix("items[].") in NULLS
        or one.path.endswith((".display_name", "owner.display_name"))
        or (account == "local" and last in LOCAL_NULLS)
    )


async def _calls(ask: ApiCaller, account: str) -> AsyncIterator[tuple[str, str]]:
    """Every GET for this account, with ids that its own lists brought."""
    yield "/me", ""
    yield "/me/player", ""
    yield "/me/player/devices", ""
    yield "/me/player/queue", ""
    yield "/me/player/currently-playing", "additional_types=track,episode"
    size = 20 if account in {"emoji", "quirky"} else 4
    for path in ("/me/playlists", "/me/tracks", "/me/albums"):
        yield path, f"limit={size}"
    for span in ("short_term", "long_term"):
        yield "/me/top/artists", f"limit={size}&time_range={span}"
        yield "/me/top/tracks", f"limit={size}&time_range={span}&offset=1"
    yield "/me/player/recently-played", f"limit={size}"
    yield "/me/following", "type=artist&limit=6"
    playlists = (await ask("/me/playlists", account, limit=14)).json["items"]
    for playlist in playlists[::3] if account == "ada" else playlists[:3]:
        if playlist and playlist["id"]:
            yield f"/playlists/{playlist['id']}/items", "limit=9"
    if account in {"ada", "yuki"}:
        async for call in _lookups(ask, playlists[0]["id"]):
            yield call


async def _lookups(ask: ApiCaller, playlist_id: str) -> AsyncIterator[tuple[str, str]]:
    """Things of the catalogue, which are the same for everybody."""
    yield f"/playlists/{playlist_id}", ""
    found = await ask("/search", q="night", type="track,album,artist", limit=2)
    for track in found.json["tracks"]["items"]:
        yield f"/tracks/{track['id']}", ""
        yield f"/artists/{track['artists'][0]['id']}", ""
        yield f"/artists/{track['artists'][0]['id']}/albums", "limit=10"
        yield f"/albums/{track['album']['id']}/tracks", "limit=50"
        yield f"/albums/{track['album']['id']}", ""
        yield "/me/library/contains", urlencode({"uris": track["uri"]})
    for query in ('genre:"jazz" year:2019-2026', "artist:ferrous", "chill", "夜"):
        kinds = "artist,track,album,playlist"
        yield "/search", urlencode({"q": query, "type": kinds, "limit": 3})


async def _judge(
    tally: Tally, contract: Contract, ask: ApiCaller, call: tuple[str, str, str]
) -> None:
    account, path, query = call
    answer = await ask(f"{path}?{query}", account)
    template, _ = contract.operation("GET", path) or ("?", {})
    tally.answers[f"GET {template}"] += 1
    for one in contract.answer("GET", path, answer.status, answer.json):
        if _excused(one, account):
            tally.nulls[one.path] += 1
        else:
            tally.complaints.append((account, path, one))
    if answer.status == 200 and account != "quirky":
        extras = contract.undeclared("GET", path, 200, answer.json)
        assert not (extras and (path in ARTISTS or path.startswith("/artists/")))
        tally.extras |= extras


async def test_every_answer_is_as_described(
    ask: ApiCaller, contract: Contract, capsys: pytest.CaptureFixture[str]
) -> None:
    tally = Tally()
    found = await ask("/search", q="night", type="track", limit=1)
    body = {"uris": [found.json["tracks"]["items"][0]["uri"]]}
    assert (await ask("/me/player/play", method="PUT", json=body)).status == 204
    for account in ACCOUNTS:
        async for path, query in _calls(ask, account):
            await _judge(tally, contract, ask, (account, path, query))
    assert not tally.complaints[:20]
    assert {path.rpartition(".")[2] for path in tally.extras} <= EXTRAS
    assert tally.answers.keys() >= _readable()
    with capsys.disabled():
        print(
            f"\ncontract: {tally.answers.total()} answers of {len(tally.answers)} "
            f"endpoints as described; {tally.nulls.total()} known nulls excused"
        )


def _readable() -> set[str]:
    gone = {f"GET {path}" for path in catalogue.WITHDRAWN_PATHS} | {OLD_ADDRESS}
    names = {endpoint.name for endpoint in ENDPOINTS} - gone
    named = {
        name.replace("/playlists/{id}", "/playlists/{playlist_id}") for name in names
    }
    return {name for name in named if name.startswith("GET")}


async def test_refusals_are_as_described(ask: ApiCaller, contract: Contract) -> None:
    for path, token, status in (
        ("/me", None, 401),
        ("/me", "nonsense", 401),
        ("/me/playlists?limit=51", "ada", 400),
        ("/me/top/artists", "noscope", 403),
        (f"/tracks/{'1' * 22}", "ada", 404),
    ):
        answer = await ask(path, token)
        assert answer.status == status
        judged = contract.answer("GET", path.partition("?")[0], status, answer.json)
        assert judged == []


async def test_planted_violations_are_found(ask: ApiCaller, contract: Contract) -> None:
    page = (await ask("/me/playlists", limit=3)).json
    page["items"][1]["name"] = 17
    del page["total"]
    complaints = contract.answer("GET", "/me/playlists", 200, page)
    assert {one.path for one in complaints} == {"items[].name", ""}
    own = (await ask(f"/playlists/{page['items'][0]['id']}/items")).json
    own["items"][0]["item"]["duration_ms"] = "long"
    own["items"][0]["item"]["mood"] = "calm"
    path = f"/playlists/{page['items'][0]['id']}/items"
    (one,) = contract.answer("GET", path, 200, own)
    assert one.path == "items[].item.duration_ms"
    assert contract.undeclared("GET", path, 200, own) == {"items[].item.mood"}
    assert contract.answer("GET", "/me/nonsense", 200, {}) != []
    assert contract.answer("GET", "/me", 202, {}) != []
