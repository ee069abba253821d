"""Songs of own playlists, where some of these cannot be opened."""

import pytest

from providers.errors import Forbidden, NotFound, ProviderError
from providers.music import Playlist
from providers.recommender.own_playlists import Rediscovery
from providers.recommender.ranking.domain_types import Taste
from providers.recommender.retrieval import read_playlists
from tests.providers.fake_library import FakeLibrary, listener
from tests.providers.recommender_setup import RecommenderSetup, ids
from tests.providers.sample_music import playlist, plays, tracks

OWN = playlist(1)


def rediscovery(library: FakeLibrary) -> Rediscovery:
    return Rediscovery(library, RecommenderSetup(library).recommendations())


@pytest.mark.parametrize("refusal", [Forbidden(), NotFound()])
async def test_playlists_of_unknown_owners_do_not_crowd_out_ones_own(
    refusal: ProviderError,
) -> None:
    unknown = tuple(playlist(n, mine=None) for n in range(2, 12))
    library = FakeLibrary(
        Taste(playlists=(*unknown, OWN)),
        contents={"p1": tracks(1, 3, 5)},
        faults={f"playlist_items {one.id}": refusal for one in unknown},
    )
    answer = await rediscovery(library).answer(listener())
    assert len(answer.picks) == 3
    assert answer.stored.playlists_searched == 1


@pytest.mark.parametrize(
    "refused", [playlist(2), playlist(2, mine=None), playlist(2, collaborative=True)]
)
async def test_a_refused_playlist_is_neither_read_nor_counted(
    refused: Playlist,
) -> None:
    library = FakeLibrary(
        Taste(playlists=(refused, OWN)),
        contents={"p1": tracks(1, 3, 5), "p2": tracks(7)},
        known={"p2": ()},
    )
    answer = await rediscovery(library).answer(listener())
    assert answer.stored.playlists_searched == 1
    assert "playlist_items p2" not in library.calls


async def test_where_all_refuse_that_is_said() -> None:
    unknown = tuple(playlist(n, mine=None) for n in range(2, 6))
    faults = {f"playlist_items {one.id}": Forbidden() for one in unknown}
    library = FakeLibrary(Taste(playlists=unknown), faults=faults)
    with pytest.raises(Forbidden):
        await rediscovery(library).answer(listener())


async def test_two_playlists_of_one_id_are_read_once() -> None:
    """A call that was made and never awaited would be a warning, so a failure here."""
    twice = (OWN, playlist(1, name="The same again"))
    library = FakeLibrary(Taste(playlists=twice), contents={"p1": tracks(1, 3, 5)})
    answer = await rediscovery(library).answer(listener())
    assert len(answer.picks) == 3
    read = await read_playlists(library, listener(), twice, seconds=1)
    assert read == {"p1": tracks(1, 3, 5)}
    assert library.calls.count("playlist_items p1") == 2


async def test_a_playlist_named_like_a_source_hides_none() -> None:
    odd = playlist(1, id="recent_plays")
    library = FakeLibrary(
        Taste(playlists=(odd,), plays=plays(1)),
        contents={"recent_plays": tracks(1, 3)},
    )
    answer = await rediscovery(library).answer(listener())
    assert ids(answer) == ["t3"], "the first one was just heard"
