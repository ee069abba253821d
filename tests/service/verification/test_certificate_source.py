"""The file that stands for Amazon's bucket, and the limits of both."""

from pathlib import Path

import pytest
from yarl import URL

from service.verification.certificate_cache import SigningKeyCache
from service.verification.certificate_source import (
    LARGEST_CHAIN,
    FileChainSource,
    HttpChainSource,
    open_session,
    public_roots,
)
from service.verification.errors import VerificationError
from simulator.alexa.certificates import Flaw
from tests.service.signing import NOW, chain, refused, signer_key, sound_chain

HERE = URL("https://s3.amazonaws.com/echo.api/echo-api-cert.pem")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "chain.pem"
    path.write_bytes(sound_chain().pem)
    return path


def write(file: Path, content: bytes | None) -> None:
    """Another content from now on; None takes the file away."""
    if content is None:
        file.unlink()
    else:
        file.write_bytes(content)


def kept(file: Path) -> SigningKeyCache:
    return SigningKeyCache(FileChainSource(file), now=lambda: NOW, clock=lambda: 0.0)


async def test_the_file_answers_every_url(file: Path) -> None:
    source = FileChainSource(file)
    for url in (HERE, HERE.with_name("other.pem")):
        assert (await source.fetch(url)).pem == sound_chain().pem


async def test_its_last_certificate_is_the_only_root(file: Path) -> None:
    fetched = await FileChainSource(file).fetch(HERE)
    assert fetched.roots.count == 1
    assert FileChainSource(file).roots().expires == fetched.roots.expires
    key = await kept(file).key(HERE)
    assert key.public_key == signer_key().public_key()


@pytest.mark.parametrize("flaw", Flaw)
async def test_verification_is_never_off(file: Path, flaw: Flaw) -> None:
    write(file, chain(flaw).pem)
    with pytest.raises(VerificationError, match=r"^chain_"):
        await kept(file).key(HERE)


async def test_the_file_is_read_at_each_fetch(file: Path) -> None:
    certificates = kept(file)
    write(file, b"damaged")
    with refused("chain_unreadable"):
        await certificates.key(HERE)
    write(file, None)
    with refused("certificate_unreachable"):
        await certificates.key(HERE)
    write(file, sound_chain().pem)
    await certificates.key(HERE)


async def test_a_folder_is_no_chain(tmp_path: Path) -> None:
    with refused("certificate_unreachable"):
        await FileChainSource(tmp_path).fetch(HERE)


async def test_a_large_file_is_refused(file: Path) -> None:
    write(file, sound_chain().pem.ljust(LARGEST_CHAIN, b"\n"))
    await FileChainSource(file).fetch(HERE)
    write(file, sound_chain().pem.ljust(LARGEST_CHAIN + 1, b"\n"))
    with refused("certificate_size"):
        await FileChainSource(file).fetch(HERE)


def test_probes_hear_of_a_missing_file(tmp_path: Path) -> None:
    with refused("certificate_unreachable"):
        FileChainSource(tmp_path / "nothing.pem").roots()


async def test_somebody_elses_bucket_is_spared_more_than_a_file(file: Path) -> None:
    async with open_session() as session:
        amazon = HttpChainSource(session, public_roots())
        assert amazon.roots().count > 100
        assert amazon.limits.burst < FileChainSource(file).limits.burst
        assert (
            amazon.limits.failure_seconds > FileChainSource(file).limits.failure_seconds
        )


async def test_the_session_keeps_nothing_and_unpacks_nothing() -> None:
    async with open_session() as session:
        assert not session.auto_decompress
        assert session.headers["Accept-Encoding"] == "identity"
        session.cookie_jar.update_cookies({"a": "b"}, HERE)
        assert list(session.cookie_jar) == []
