"""Every answer to a change, held against the published description."""

from typing import Any

import pytest

from tests.simulator.spotify.conftest import ApiCaller
from tests.simulator.spotify.openapi_contract import Contract, contract

__all__ = ["contract"]

CHANGES: tuple[tuple[str, str, Any], ...] = (
    ("POST", "/me/playlists", {"name": "New", "public": False}),
    ("PUT", "/me/library?uris=spotify:show:{id}", None),
    ("DELETE", "/me/library?uris=spotify:show:{id}", None),
    ("PUT", "/me/player", {"device_ids": ["ada-phone"], "play": True}),
    ("PUT", "/me/player/play", {"uris": ["spotify:track:{track}"]}),
    ("PUT", "/me/player/shuffle?state=true", {}),
    ("POST", "/me/player/next", {}),
    ("POST", "/me/player/previous", {}),
    ("POST", "/me/player/queue?uri=spotify:track:{track}", {}),
    ("PUT", "/me/player/volume?volume_percent=30", {}),
    ("POST", "/playlists/{own}/items", {"uris": ["spotify:track:{track}"]}),
)


def _filled(text: Any, ids: dict[str, str]) -> Any:
    if isinstance(text, str):
        for name, one_id in ids.items():
            text = text.replace(f"{{{name}}}", one_id)
    if isinstance(text, dict):
        return {key: _filled(value, ids) for key, value in text.items()}
    return [_filled(one, ids) for one in text] if isinstance(text, list) else text


@pytest.mark.parametrize(("method", "url", "body"), CHANGES)
async def test_every_change_is_answered_as_described(
    ask: ApiCaller, contract: Contract, method: str, url: str, body: Any
) -> None:
    found = await ask("/search", q="night", type="track")
    (own, *_) = (await ask("/me/playlists")).json["items"]
    ids = {"id": "1" * 22, "own": own["id"]}
    ids["track"] = found.json["tracks"]["items"][0]["id"]
    url = _filled(url, ids)
    answer = await ask(url, method=method, json=_filled(body, ids))
    assert answer.status in {200, 201, 204}
    path = url.partition("?")[0]
    assert contract.answer(method, path, answer.status, answer.json) == []
