"""One moment, one signing key, and certificate chains made for both."""

from datetime import UTC, datetime
from functools import cache

import pytest
from cryptography.hazmat.primitives.asymmetric import rsa

from service.verification.certificate_chain import (
    SigningKey,
    TrustStore,
    read_chain,
)
from service.verification.errors import Reason, VerificationError
from simulator.alexa.certificates import Flaw, SigningChain, make_chain, new_key

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)


@cache
def signer_key() -> rsa.RSAPrivateKey:
    """One key for a whole run: making one takes longer than most tests."""
    return new_key()


def chain(
    flaw: Flaw | None = None, *, intermediate: bool = False, now: datetime = NOW
) -> SigningChain:
    return make_chain(now, flaw=flaw, intermediate=intermediate, key=signer_key())


@cache
def sound_chain() -> SigningChain:
    return chain(intermediate=True)


def validate(pem: bytes, now: datetime = NOW) -> SigningKey:
    """The way of a test chain: its own last certificate is the only root."""
    return read_chain(pem, TrustStore.last_of(pem).store, now)


@cache
def signing_key() -> SigningKey:
    return validate(sound_chain().pem)


def refused(reason: Reason) -> "pytest.RaisesExc[VerificationError]":
    """Expects a refusal for exactly this reason."""
    return pytest.raises(VerificationError, check=lambda error: error.reason == reason)
