"""The recommender over an imagined library, with a clock to turn."""

from dataclasses import dataclass, field
from datetime import datetime

from providers.recommender.pipeline import Ladder, Rankings
from providers.recommender.ranking.query import Wish, read_moods
from providers.recommender.ranking.similar import SimilarArtists
from providers.recommender.retrieval import Interpreter
from providers.recommender.service import Answer, Recommendations
from tests.providers.imagined_library import (
    ImaginedLibrary,
    ShelfInMemory,
    listener,
)
from tests.providers.imagined_music import (
    NOW,
    track,
)

MOODS = read_moods()
CATALOGUE = tuple(track(n, by=100 + n) for n in range(100, 160))


@dataclass
class Room:
    """Everything together; `now` may be moved."""

    library: ImaginedLibrary = field(
        default_factory=lambda: ImaginedLibrary(catalogue=CATALOGUE)
    )
    shelf: ShelfInMemory = field(default_factory=ShelfInMemory)
    now: datetime = NOW
    similar: SimilarArtists | None = None

    def recommendations(self) -> Recommendations:
        ladder = Ladder(self.library, self.similar)
        rankings = Rankings(ladder, Interpreter(self.library, MOODS), self.shelf)
        return Recommendations(rankings, self.shelf, lambda: self.now)

    async def ask(self, wish: Wish | None = None) -> Answer:
        return await self.recommendations().answer(listener(), wish or Wish())

    async def another(self, answer: Answer) -> Answer:
        found = await self.recommendations().another(listener(), answer.record.name)
        assert found is not None
        return found


def ids(answer: Answer) -> list[str | None]:
    return [pick.track.id for pick in answer.picks]
