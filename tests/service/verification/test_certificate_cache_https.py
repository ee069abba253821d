"""What comes over TLS from the stand-in for Amazon's bucket is validated and kept."""

import gzip
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest
from aiohttp import web
from yarl import URL

from service.verification.certificate_cache import SigningKeyCache
from service.verification.certificate_chain import TrustStore
from service.verification.certificate_source import HttpChainSource, open_session
from service.verification.errors import Reason
from simulator.alexa.certificates import make_chain
from tests.service.https_bucket import Answer, Bucket, Towards, fetching, serving
from tests.service.signing import NOW, chain, refused, signer_key, sound_chain

HERE = URL("https://s3.amazonaws.com/echo.api/echo-api-cert.pem")


@pytest.fixture
async def bucket(tmp_path: Path) -> AsyncIterator[Bucket]:
    async with serving(tmp_path) as running:
        yield running


@pytest.fixture
async def amazon(bucket: Bucket) -> AsyncIterator[HttpChainSource]:
    async with fetching(bucket) as source:
        yield source


def answering(response: web.Response) -> Answer:
    async def answer(_: web.Request) -> web.StreamResponse:
        return response

    return answer


def last_block(pem: bytes) -> bytes:
    return pem[pem.rindex(b"-----BEGIN") :]


class Wall:
    """A wall clock set by hand."""

    def __init__(self) -> None:
        self.at = NOW


@pytest.mark.parametrize(
    ("response", "reason"),
    [
        (web.Response(text="<html>Not here</html>"), "chain_unreadable"),
        (web.Response(body=b""), "chain_unreadable"),
        (
            web.Response(
                body=gzip.compress(sound_chain().pem),
                headers={"Content-Encoding": "gzip"},
            ),
            "chain_unreadable",
        ),
        (web.Response(body=chain().pem), "chain_untrusted"),
        (web.Response(status=404), "certificate_status"),
    ],
    ids=["html", "empty", "compressed", "other root", "missing"],
)
async def test_a_wrong_answer_is_refused_and_not_kept(
    bucket: Bucket, amazon: HttpChainSource, response: web.Response, reason: Reason
) -> None:
    seconds = iter(range(0, 100, 10))
    certificates = SigningKeyCache(amazon, now=lambda: NOW, clock=lambda: next(seconds))
    bucket.answer = answering(response)
    with refused(reason):
        await certificates.key(HERE)
    bucket.answer = None
    assert (await certificates.key(HERE)).public_key == signer_key().public_key()


async def test_a_chain_renewed_at_the_same_url_is_fetched_again(
    bucket: Bucket,
) -> None:
    wall = Wall()
    first = make_chain(NOW, key=signer_key(), lifetime=timedelta(minutes=1))
    second = make_chain(NOW, lifetime=timedelta(days=1))
    both = TrustStore.read(b"".join(last_block(one.pem) for one in (first, second)))
    context, resolver = bucket.client_context(), Towards(bucket.port)
    async with open_session(ssl_context=context, resolver=resolver) as session:
        certificates = SigningKeyCache(
            HttpChainSource(session, both), now=lambda: wall.at, clock=lambda: 0.0
        )
        bucket.answer = answering(web.Response(body=first.pem))
        old = await certificates.key(HERE)
        wall.at += timedelta(minutes=2)
        bucket.answer = answering(web.Response(body=second.pem))
        new = await certificates.key(HERE)
    assert old.public_key == first.key.public_key()
    assert new.public_key == second.key.public_key()
    assert len(bucket.paths) == 2
