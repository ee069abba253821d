"""Fake Spotify: the Web API, the accounts service and their failures.

```python
async with serving(World(now=clock)) as spotify:
    client = Client(base_url=spotify.api_url)
    spotify.faults.add("rate_limit", "GET /me/top/*", times=3, retry_after=7)
    ...
    assert spotify.counters.calls("GET /me/playlists") == 5
```

Fixed bearer tokens, which need no linking, are account names (see `data.accounts`):

| token | who |
|---|---|
| `ada` | Ada Winter: 240 playlists, rich history; the first is "Morning Coffee" |
| `ben` | Ben Winter, who shares ada's device, another taste: 6 playlists |
| `nobody` | no playlists, no history |
| `yuki`, `jonas` | Japanese names (20 playlists); German ones, umlauts and ß (18) |
| `emoji` | emoji, look-alikes, markup, bidi, empty and 200-letter names (40) |
| `shy`, `numeric` | without a display name; with one that looks like an id |
| `single` | one playlist with one track, saved once, played once |
| `collector` | 10,000 saved tracks, a playlist of 5,000 |
| `local` | only local files and episodes |
| `quirky` | a little of everything that clients have reported as broken |
| `free` | no Premium |
| `noscope` | linked for playlists only, before other permissions were asked for |
| `outsider` | 403 in plain text: not registered in the developer dashboard |
| `lapsed` | 403: the app's owner has no Premium any more |
| `expired`, `revoked` | 401, as any unknown token |
| `load-<n>` | generated listeners: 5 to 60 playlists and a taste each |

`ada~2` is another token of ada's; `ada-without-user-top-read` lacks that permission.
"""

from simulator.spotify.faults import Fault, Faults, UnknownFault
from simulator.spotify.server import RunningSpotify, create_fake_spotify, serving
from simulator.spotify.world import Counters, World

__all__ = [
    "Counters",
    "Fault",
    "Faults",
    "RunningSpotify",
    "UnknownFault",
    "World",
    "create_fake_spotify",
    "serving",
]
