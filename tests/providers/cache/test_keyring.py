"""Names lead nowhere back, and seals hold."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from providers.cache.keyring import ETAG_BYTES, Keyring, Keys
from providers.cache.records import Undecodable
from providers.cache.ttl import PLAYLISTS, SEARCH
from providers.secret import Secret
from tests.providers.cache.world import FIRST_SECRET, SECOND_SECRET

pytestmark = pytest.mark.no_cover

SIGNET = Keys(FIRST_SECRET)
NAME = b"shelf:{tag}:playlists"
SEALED = SIGNET.seal(NAME, b"the plain text")


@given(st.binary(max_size=200), st.binary(max_size=20))
def test_what_is_sealed_opens_under_its_name(plain: bytes, name: bytes) -> None:
    sealed = SIGNET.seal(name, plain)
    assert SIGNET.open(name, sealed) == plain
    assert plain not in sealed or len(plain) < 3


def test_every_seal_is_another() -> None:
    again = SIGNET.seal(NAME, b"the plain text")
    assert again[:ETAG_BYTES] != SEALED[:ETAG_BYTES]
    assert again[ETAG_BYTES:] != SEALED[ETAG_BYTES:]


@pytest.mark.parametrize("place", range(len(SEALED)))
def test_no_bit_may_turn(place: int) -> None:
    spoiled = bytearray(SEALED)
    spoiled[place] ^= 1
    with pytest.raises(Undecodable):
        SIGNET.open(NAME, bytes(spoiled))


@pytest.mark.parametrize("length", range(len(SEALED)))
def test_no_part_opens(length: int) -> None:
    with pytest.raises(Undecodable):
        SIGNET.open(NAME, SEALED[:length])


def test_another_name_or_secret_does_not_open() -> None:
    with pytest.raises(Undecodable):
        SIGNET.open(b"shelf:{tag}:top_tracks", SEALED)
    with pytest.raises(Undecodable):
        Keys(SECOND_SECRET).open(NAME, SEALED)


@given(st.binary(max_size=60))
def test_foreign_bytes_do_not_open(junk: bytes) -> None:
    with pytest.raises(Undecodable):
        SIGNET.open(NAME, junk)


def test_tags_are_of_their_scope_and_secret() -> None:
    tags = {
        SIGNET.hmac(b"token", "same"),
        SIGNET.hmac(b"person", "same"),
        SIGNET.hmac(b"token", "other"),
        Keys(SECOND_SECRET).hmac(b"token", "same"),
    }
    assert len(tags) == 4
    assert all(len(tag) == 32 and b"same" not in tag for tag in tags)
    assert SIGNET.hmac(b"token", "same") == Keys(FIRST_SECRET).hmac(b"token", "same")


def test_any_text_has_a_tag() -> None:
    assert len(SIGNET.hmac(b"detail", "\ud800 half a pair")) == 32


def test_a_rotation_has_two_of_everything() -> None:
    keyring = Keyring(FIRST_SECRET, SECOND_SECRET)
    subject = keyring.scope(b"account", "id")
    assert len(set(subject.hashes)) == 2
    assert len(set(keyring.key(subject, SEARCH, "queen").suffixes)) == 2
    assert keyring.key(subject, PLAYLISTS).suffixes == (b":playlists", b":playlists")


def test_the_same_secret_twice_is_one() -> None:
    again = Secret(FIRST_SECRET.reveal())
    assert len(Keyring(FIRST_SECRET, again).all) == 1
    assert len(Keyring(FIRST_SECRET).all) == 1


def test_details_are_hidden() -> None:
    keyring = Keyring(FIRST_SECRET)
    entry = keyring.key(keyring.scope(b"account", "id"), SEARCH, "queen")
    assert entry.suffixes[0].startswith(b":search:")
    assert b"queen" not in entry.key
