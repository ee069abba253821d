"""Subjects: one for one text, remembered without the text."""

from hypothesis import given
from hypothesis import strategies as st

from providers.cache import keyring as module
from providers.cache.keyring import Signets
from providers.secret import Secret

SECRET = Secret("s" * 32)
TOKEN = "a-token-that-nobody-may-read"


@given(st.text(), st.text())
def test_one_text_is_one_subject_and_another_text_another(one: str, other: str) -> None:
    signets = Signets(SECRET)
    again = signets.subject(b"token", one)
    assert again == Signets(SECRET).subject(b"token", one)
    assert (again == signets.subject(b"token", other)) == (one == other)


def test_scopes_do_not_meet() -> None:
    signets = Signets(SECRET)
    assert signets.subject(b"token", "x") != signets.subject(b"person", "x")


def test_the_second_time_nothing_is_worked_out() -> None:
    signets = Signets(SECRET)
    assert signets.tags(b"token", TOKEN) is signets.tags(b"token", TOKEN)


def test_what_is_remembered_does_not_hold_the_token() -> None:
    signets = Signets(SECRET)
    subject = signets.subject(b"token", TOKEN)
    kept = [*signets._tags, *subject.tags]
    assert not any(TOKEN.encode() in one for one in kept)


def test_two_processes_remember_under_different_digests() -> None:
    one, other = Signets(SECRET), Signets(SECRET)
    assert one.subject(b"token", TOKEN) == other.subject(b"token", TOKEN)
    assert not one._tags.keys() & other._tags.keys()


def test_memory_of_tags_is_bounded() -> None:
    signets = Signets(SECRET)
    for number in range(module._REMEMBERED + 10):
        signets.subject(b"token", str(number))
    assert 0 < len(signets._tags) <= module._REMEMBERED
