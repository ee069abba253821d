"""Subjects: one for one text, remembered without the text."""

from hypothesis import given
from hypothesis import strategies as st

from providers.cache import keyring as module
from providers.cache.keyring import Keyring
from providers.secret import Secret

SECRET = Secret("s" * 32)
TOKEN = "a-token-that-nobody-may-read"


@given(st.text(), st.text())
def test_one_text_is_one_subject_and_another_text_another(one: str, other: str) -> None:
    keyring = Keyring(SECRET)
    again = keyring.scope(b"token", one)
    assert again == Keyring(SECRET).scope(b"token", one)
    assert (again == keyring.scope(b"token", other)) == (one == other)


def test_scopes_do_not_meet() -> None:
    keyring = Keyring(SECRET)
    assert keyring.scope(b"token", "x") != keyring.scope(b"person", "x")


def test_the_second_time_nothing_is_worked_out() -> None:
    keyring = Keyring(SECRET)
    assert keyring.scope(b"token", TOKEN) is keyring.scope(b"token", TOKEN)


def test_what_is_remembered_does_not_hold_the_token() -> None:
    keyring = Keyring(SECRET)
    subject = keyring.scope(b"token", TOKEN)
    kept = [*keyring._scopes, *subject.hashes]
    assert not any(TOKEN.encode() in one for one in kept)


def test_two_processes_remember_under_different_digests() -> None:
    one, other = Keyring(SECRET), Keyring(SECRET)
    assert one.scope(b"token", TOKEN) == other.scope(b"token", TOKEN)
    assert not one._scopes.keys() & other._scopes.keys()


def test_memory_of_tags_is_bounded() -> None:
    keyring = Keyring(SECRET)
    for number in range(module._MOST_HASHES + 10):
        keyring.scope(b"token", str(number))
    assert 0 < len(keyring._scopes) <= module._MOST_HASHES
