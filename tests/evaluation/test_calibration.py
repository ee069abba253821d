"""Calibration on artists of whom the best choice is plain."""

from providers.recommender.ranking.domain_types import Evidence, RankedList, Taste
from providers.recommender.ranking.new_artists import Lead
from providers.recommender.ranking.ranker import RankingContext, rank
from tests.evaluation.calibration import calibrated
from tests.providers.sample_music import NOW, artists, track

FAVOURITES = ("Artist 1", "Artist 2")


def lead(number: int, favourite: str) -> Lead:
    name = f"Artist {number}"
    return Lead(name, 1.0, (Evidence("neighbour", 1.5, favourite, artist=name),))


def led_from(strength: float | None) -> list[str | None]:
    """Recommend six new artists; the four best of them come from the first favourite.

    Return from whom each pick comes.
    """
    leads = [lead(10 + n, FAVOURITES[n > 3]) for n in range(6)]
    found = [RankedList((track(20 + 2 * n),), None, found=True) for n in range(6)]
    taste = Taste(top_artists={"weeks": artists(1, 2)})
    by_key = {each.name.replace(" ", "").lower(): each for each in leads}
    with calibrated(strength):
        picks = rank(taste, found, (), RankingContext(NOW, seed=1), by_key).picks
    return [pick.evidence[0].about for pick in picks]


def test_relevance_comes_first_without_calibration() -> None:
    usual = [FAVOURITES[0]] * 4 + [FAVOURITES[1]] * 2
    assert led_from(None) == usual
    assert led_from(0.001) == usual


def test_calibration_follows_the_taste() -> None:
    assert led_from(0.9)[:4] in (list(FAVOURITES * 2), list(FAVOURITES[::-1] * 2))


def test_the_service_is_as_before_afterwards() -> None:
    led_from(0.9)
    assert led_from(None) == led_from(0.001)
