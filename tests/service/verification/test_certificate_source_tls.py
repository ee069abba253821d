"""Nobody but Amazon's bucket is believed, and nobody at home is a refusal."""

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path
from typing import NoReturn

import pytest
from yarl import URL

from service.verification.certificate_chain import TrustStore
from service.verification.certificate_source import HttpChainSource, open_session
from tests.conftest import free_port
from tests.service.https_bucket import Bucket, Identity, Towards, fetching, serving
from tests.service.signing import refused, sound_chain

HERE = URL("https://s3.amazonaws.com/echo.api/echo-api-cert.pem")


@pytest.fixture
async def bucket(tmp_path: Path) -> AsyncIterator[Bucket]:
    async with serving(tmp_path) as running:
        yield running


async def test_a_refused_connection_is_a_refusal(bucket: Bucket) -> None:
    async with fetching(bucket, port=free_port()) as source:
        with refused("certificate_unreachable"):
            await source.fetch(HERE)


class Nowhere(Towards):
    """Knows no address at all."""

    async def resolve(self, host: str, *_: object, **__: object) -> NoReturn:
        raise OSError(None, f"no address for {host}")


async def test_an_unknown_host_is_a_refusal(bucket: Bucket) -> None:
    async with open_session(resolver=Nowhere(1)) as session:
        source = HttpChainSource(session, TrustStore.last_of(sound_chain().pem))
        with refused("certificate_unreachable"):
            await source.fetch(HERE)


@pytest.mark.parametrize(
    "who",
    [
        Identity(until=timedelta(minutes=-1)),
        Identity(since=timedelta(minutes=30)),
        Identity(name="s3.example.com"),
        Identity(by_common_name=True),
    ],
)
async def test_a_server_that_is_not_amazon_is_not_believed(
    tmp_path: Path, who: Identity
) -> None:
    async with serving(tmp_path, who) as impostor, fetching(impostor) as source:
        with refused("certificate_unreachable"):
            await source.fetch(HERE)
        assert impostor.paths == []


async def test_by_default_only_public_authorities_are_believed(bucket: Bucket) -> None:
    async with open_session(resolver=Towards(bucket.port)) as session:
        source = HttpChainSource(session, TrustStore.last_of(sound_chain().pem))
        with refused("certificate_unreachable"):
            await source.fetch(HERE)
    assert bucket.paths == []
