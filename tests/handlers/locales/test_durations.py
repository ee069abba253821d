"""One breath: how long each message takes to say, with long but real arguments.

With `-s` the test prints a table: language, message, mean, 99th percentile, longest.
"""

import re
from collections import defaultdict
from collections.abc import Iterator

import pytest

from handlers.responses.localization import Argument, Localization
from handlers.responses.responder import Responder
from tests.handlers.locales.catalogue import catalogue, keys, locales, samples
from tests.handlers.locales.spoken_durations import figures, seconds

# Without coverage's tracer: test_localization.py covers what every message runs.
pytestmark = pytest.mark.no_cover

LONGEST = 12.0  # seconds
LONGEST_ON_REQUEST = 15.0  # lists and help that were asked for

RESPONDER = Responder.read()
NAME = "Deep Focus Instrumentals"
TRACK = "Both Sides Now by Joni Mitchell"
TEXTS = {
    "notice": "I found nothing new, but you may like this. ",
    "reason": "you've been playing a lot of Joni Mitchell",
    "track": TRACK,
    "changed": "",
    "partial": "",
    "gaps": "",
    "length": ", 3 hours and 12 minutes",
    "album": ", from the album Clouds",
    "since": "",
    "day": "",
    "more": "21",
}
LISTS = {
    "reasons": ("you follow Joni Mitchell", "you've been playing a lot of folk"),
    "sources": ("your favourites", "your saved songs"),
    "genres": ("folk", "jazz"),
    "names": (NAME, "Sunday Morning"),
}
TRACK_JA = "ジョニの「青春の光と影」"
JAPANESE = dict.fromkeys(TEXTS, "") | {
    "notice": "もうご存じの曲です。",
    "reason": "最近ジョニをよく聴いているから",
    "track": TRACK_JA,
    "length": "、3時間12分",
}
SPEAKERS = ("Kitchen speaker", "Living room TV", "Ada's phone", "Ada's laptop", "Bath")
ITEMS = {
    "playlists": (NAME, "Road Trip", "Dinner with Friends"),
    "song-where": (NAME, "Road Trip with 87 tracks", "Road Trip with 41 tracks"),
    "which-speaker": SPEAKERS,
    "playlist-artists": ("Joni Mitchell", "Fleetwood Mac", "Crosby, Stills & Nash"),
    "arrivals": (f"{TRACK} on {NAME}", f"the new release {TRACK}", f"{TRACK} on Gym"),
}
ON_REQUEST = re.compile(
    r"help|arrivals$|playlists$|playlist-picks|album-tracks|tracks|news|saved|recent|top-|releases"
    r"|song-|followed|forget|apology|no-such|exclusions$"
)


@pytest.fixture(params=locales())
def localization(request: pytest.FixtureRequest) -> Localization:
    return RESPONDER.localization(request.param)


def spoken(localization: Localization) -> Iterator[tuple[str, str]]:
    """Yield each message's key, and each way in which it can be spoken."""
    file = catalogue(str(localization.locale).replace("_", "-"))
    for key in keys():
        count = len(file.messages[key].wordings.get("speech", ()))
        for arguments in samples(key, "speech") if count else ():
            for seed in range(count):
                long = {
                    name: _japanese(name, value)
                    if localization.code == "ja"
                    else _long(key, name, value)
                    for name, value in arguments.items()
                }
                yield key, localization.ssml(key, long, role="speech", seed=seed)


def _japanese(name: str, value: Argument) -> Argument:
    if isinstance(value, tuple):
        return (JAPANESE["reason"],) * 2 if name == "reasons" else (TRACK_JA,) * 3
    return JAPANESE.get(name, "集中できる音楽") if isinstance(value, str) else value


def _long(key: str, name: str, value: Argument) -> Argument:
    if isinstance(value, tuple):
        return LISTS.get(name) or ITEMS.get(key) or (TRACK, TRACK, TRACK)
    if isinstance(value, str):
        return TEXTS.get(name, NAME)
    return 240 if value == 1_000_000 else value


def test_every_answer_is_one_breath(localization: Localization) -> None:
    longest: dict[str, list[float]] = defaultdict(list)
    for key, text in spoken(localization):
        longest[key].append(seconds(text, localization.code))
    for key, found in sorted(longest.items()):
        print(f"{localization.code} {key}: {figures(found)}")
    too_long = {
        key: round(max(found), 1)
        for key, found in longest.items()
        if max(found) > (LONGEST_ON_REQUEST if ON_REQUEST.match(key) else LONGEST)
    }
    assert too_long == {}
