"""Every kind of record has its lifetimes, and they are used with jitter."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from providers.cache import ttl
from providers.cache.records import DAY, LONGEST, CachedValue, Lifetimes, RecordType
from providers.cache.ttl import (
    ACCOUNT,
    LONGEST_REVALIDATE,
    PLAYLISTS,
    RECENT_PLAYS,
    REVALIDATE_SECONDS,
    lifetimes_of,
    revalidate_timeout,
)
from providers.music import Account, Listing, Playlist
from providers.recommender import store

EVERY_KIND = [
    kind
    for module in (ttl, store)
    for kind in vars(module).values()
    if isinstance(kind, RecordType)
]
# What the listener said is not the music service's content.
OWN = {"opinions", "last_account"}


@pytest.mark.parametrize("kind", EVERY_KIND, ids=lambda kind: kind.word)
def test_nothing_of_the_service_is_kept_longer_than_a_day(
    kind: RecordType[object],
) -> None:
    assert 0 < kind.fresh_for <= kind.keep_for <= (LONGEST if kind.word in OWN else DAY)


def test_tokens_point_to_their_account_for_an_hour_at_most() -> None:
    assert ACCOUNT.keep_for <= 3600


@given(st.integers(), st.sampled_from(EVERY_KIND))
def test_lifetimes_end_up_to_a_tenth_early(seed: int, kind: RecordType[object]) -> None:
    now = 1_000_000.0
    dates = lifetimes_of(kind, object(), now, Random(seed))
    assert dates.read_at == now
    assert 0.9 * kind.fresh_for - 1e-6 <= dates.fresh_until - now <= kind.fresh_for
    assert 0.9 * kind.keep_for - 1e-6 <= dates.expires_at - now <= kind.keep_for
    assert dates.fresh_until <= dates.expires_at


def test_records_made_together_do_not_end_together() -> None:
    rng = Random(1)
    value: Listing[Playlist] = Listing((), 0)
    ends = {lifetimes_of(PLAYLISTS, value, 0, rng).expires_at for _ in range(100)}
    assert len(ends) == 100


def test_partial_lists_are_soon_read_again() -> None:
    partial: Listing[Playlist] = Listing((), 9, complete=False)
    dates = lifetimes_of(PLAYLISTS, partial, 0, Random(1))
    assert dates.fresh_until <= 60
    assert dates.expires_at <= 600
    whole = lifetimes_of(PLAYLISTS, Listing[Playlist]((), 9), 0, Random(1))
    assert whole.expires_at > 600


def test_the_older_it_is_the_longer_a_refresh_is_waited_for() -> None:
    held = CachedValue(Account("id"), Lifetimes(0.0, 300.0, 86_400.0))
    waits = [
        revalidate_timeout(held, now)
        for now in (0, 300, 10_000, 43_000, 86_400, 99_999)
    ]
    assert waits[0] == waits[1] == REVALIDATE_SECONDS
    assert waits == sorted(waits)
    assert waits[-1] == LONGEST_REVALIDATE


def test_a_record_that_is_never_stale_needs_no_patience() -> None:
    assert (
        revalidate_timeout(CachedValue(1, Lifetimes(0.0, 5.0, 5.0)), 5.0)
        == REVALIDATE_SECONDS
    )
    assert RECENT_PLAYS.fresh_for < PLAYLISTS.fresh_for
