"""Two accounts are two, though one's user name is the other's lasting id."""

from providers.music import Account
from providers.spotify import decoding
from tests.providers.cache.world import Instance


def test_a_user_name_does_not_open_the_records_of_a_lasting_id(
    instance: Instance,
) -> None:
    lasting = decoding.ACCOUNT.decode_one(b'{"account_id": "bob", "id": "ada"}')
    named = decoding.ACCOUNT.decode_one(b'{"id": "bob"}')
    assert lasting.id == named.id
    for use in (b"account", b"opinions"):
        scopes = {instance.cache.account_scope(use, each) for each in (lasting, named)}
        assert len(scopes) == 2


def test_one_account_is_one_whatever_else_changes(instance: Instance) -> None:
    cache = instance.cache
    renamed = cache.account_scope(b"account", Account("acc", "user", name="Ada"))
    assert renamed == cache.account_scope(b"account", Account("acc", "newer"))
