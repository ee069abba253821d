"""Talk among the music: shows and their episodes."""

from datetime import date, timedelta

from service.standin.spotify.catalogue import Episode, Show
from service.standin.spotify.identity import base62_id, chance
from service.standin.spotify.invention import vocabulary

SHOWS = 8


def show(seed: int, today: date, index: int) -> Show:
    """Ten weekly episodes; the newest came out a week before `today`."""
    languages = vocabulary().languages
    code = sorted(languages)[index % len(languages)]
    rng = chance(seed, "show", index)
    made = Show(
        id=base62_id(seed, "show", index),
        name=f"{languages[code].title(rng)}: the podcast",
        publisher="Needle & Thread Radio",
        language=code,
        episodes=[],
    )
    made.episodes.extend(
        Episode(
            id=base62_id("episode", made.id, number),
            title=f"{number}. {languages[code].title(rng)}",
            show=made,
            released=(today - timedelta(7 * number)).isoformat(),
            duration_ms=rng.randint(20, 90) * 60_000,
        )
        for number in range(1, 11)
    )
    return made
