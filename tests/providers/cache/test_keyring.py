"""Names lead nowhere back, and seals hold."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from providers.cache.keyring import MARK, Signet, Signets
from providers.cache.records import Unsound
from providers.cache.ttl import PLAYLISTS, SEARCH
from providers.secret import Secret
from tests.providers.cache.world import FIRST_SECRET, SECOND_SECRET

SIGNET = Signet(FIRST_SECRET)
NAME = b"shelf:{tag}:playlists"
SEALED = SIGNET.seal(NAME, b"the plain text")


@given(st.binary(max_size=200), st.binary(max_size=20))
def test_what_is_sealed_opens_under_its_name(plain: bytes, name: bytes) -> None:
    sealed = SIGNET.seal(name, plain)
    assert SIGNET.open(name, sealed) == plain
    assert plain not in sealed or len(plain) < 3


def test_every_seal_is_another() -> None:
    again = SIGNET.seal(NAME, b"the plain text")
    assert again[:MARK] != SEALED[:MARK]
    assert again[MARK:] != SEALED[MARK:]


@pytest.mark.parametrize("place", range(len(SEALED)))
def test_no_bit_may_turn(place: int) -> None:
    spoiled = bytearray(SEALED)
    spoiled[place] ^= 1
    with pytest.raises(Unsound):
        SIGNET.open(NAME, bytes(spoiled))


@pytest.mark.parametrize("length", range(len(SEALED)))
def test_no_part_opens(length: int) -> None:
    with pytest.raises(Unsound):
        SIGNET.open(NAME, SEALED[:length])


def test_another_name_or_secret_does_not_open() -> None:
    with pytest.raises(Unsound):
        SIGNET.open(b"shelf:{tag}:top_tracks", SEALED)
    with pytest.raises(Unsound):
        Signet(SECOND_SECRET).open(NAME, SEALED)


@given(st.binary(max_size=60))
def test_foreign_bytes_do_not_open(junk: bytes) -> None:
    with pytest.raises(Unsound):
        SIGNET.open(NAME, junk)


def test_tags_are_of_their_scope_and_secret() -> None:
    tags = {
        SIGNET.tag(b"token", "same"),
        SIGNET.tag(b"person", "same"),
        SIGNET.tag(b"token", "other"),
        Signet(SECOND_SECRET).tag(b"token", "same"),
    }
    assert len(tags) == 4
    assert all(len(tag) == 32 and b"same" not in tag for tag in tags)
    assert SIGNET.tag(b"token", "same") == Signet(FIRST_SECRET).tag(b"token", "same")


def test_any_text_has_a_tag() -> None:
    assert len(SIGNET.tag(b"detail", "\ud800 half a pair")) == 32


def test_a_rotation_has_two_of_everything() -> None:
    signets = Signets(FIRST_SECRET, SECOND_SECRET)
    subject = signets.subject(b"account", "id")
    assert len(set(subject.tags)) == 2
    assert len(set(signets.entry(subject, SEARCH, "queen").labels)) == 2
    assert signets.entry(subject, PLAYLISTS).labels == (b":playlists", b":playlists")


def test_the_same_secret_twice_is_one() -> None:
    again = Secret(FIRST_SECRET.reveal())
    assert len(Signets(FIRST_SECRET, again).all) == 1
    assert len(Signets(FIRST_SECRET).all) == 1


def test_details_are_hidden() -> None:
    signets = Signets(FIRST_SECRET)
    entry = signets.entry(signets.subject(b"account", "id"), SEARCH, "queen")
    assert entry.labels[0].startswith(b":search:")
    assert b"queen" not in entry.key
