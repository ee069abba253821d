"""Other listeners: people without an account, from whose taste neighbours are made.

Their artists are neighbours where the same of them play both, as with real listening
data. None of them is an account, so no listener under test is among them.
"""

from collections.abc import Iterator
from functools import lru_cache

from providers.recommender.neighbours_file import pack
from service.commands.neighbours.play_counts import Plays
from service.commands.neighbours.similarity import BuildLimits, build
from service.commands.neighbours.taste_database import TasteDatabase
from simulator.spotify.data.catalogue import Catalogue
from simulator.spotify.data.listening_history import ListenerTaste

OTHER_LISTENERS = 150

_LIMITS = BuildLimits(neighbours=30)


@lru_cache(maxsize=4)
def neighbours_content(catalogue: Catalogue) -> bytes:
    """Return the content of a neighbours file for the artists of a catalogue.

    Cached, because it takes 0.2 s of CPU.
    """
    with TasteDatabase(":memory:") as database:
        database.add(_plays(catalogue))
        return pack(build(database, _LIMITS, lambda _: None))


def _plays(catalogue: Catalogue) -> Iterator[Plays]:
    for number in range(OTHER_LISTENERS):
        name = f"other listener {number}"
        top = ListenerTaste.generated(catalogue, name).top_artists
        for artists in top.values():
            for place, artist in enumerate(artists):
                yield Plays(name, artist.name, len(artists) - place)
