"""Addresses that Amazon can call, and those that it cannot."""

from urllib.parse import urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.commands.skill_package import PATH, UnusableUrl, public_endpoint


@pytest.mark.parametrize(
    ("url", "uri", "certificate"),
    [
        ("https://shelf.fly.dev", "https://shelf.fly.dev/alexa", "Wildcard"),
        ("https://s-1.a.run.app", "https://s-1.a.run.app/alexa", "Wildcard"),
        ("https://S-1.A.Run.App/", "https://s-1.a.run.app/alexa", "Wildcard"),
        ("https://music.acme.dev", "https://music.acme.dev/alexa", "Trusted"),
        ("https://acme.dev:443/shelf/", "https://acme.dev/shelf/alexa", "Trusted"),
        ("https://notrun.app", "https://notrun.app/alexa", "Trusted"),
        ("https://run.app.acme.dev", "https://run.app.acme.dev/alexa", "Trusted"),
        ("https://plötzlich.de", "https://xn--pltzlich-o4a.de/alexa", "Trusted"),
        ("https://acme.dev/alexandria", "https://acme.dev/alexandria/alexa", "Trusted"),
    ],
)
def test_an_address_and_its_certificate(url: str, uri: str, certificate: str) -> None:
    assert public_endpoint(url).endpoint == {
        "uri": uri,
        "sslCertificateType": certificate,
    }


def test_an_own_domain_may_have_a_wildcards_certificate() -> None:
    assert (
        public_endpoint("https://music.acme.dev", "Wildcard").certificate == "Wildcard"
    )


@pytest.mark.parametrize(
    ("url", "why"),
    [
        ("", "absolute"),
        ("shelf.fly.dev", "absolute"),
        ("https://", "absolute"),
        ("https://[::1", "absolute"),
        ("https://acme.dev:https", "absolute"),
        ("http://acme.dev", "https"),
        ("wss://acme.dev", "https"),
        ("https://me:hush@acme.dev", "credentials"),
        ("https://acme.dev?x=1", "query"),
        ("https://acme.dev#x", "fragment"),
        ("https://acme.dev:8443", "port 443"),
        ("https://acme.dev/a b", "path"),
        ("https://acme.dev/%2e", "path"),
        ("https://acme.dev/shelf//x", "path"),
        ("https://acme.dev/alexa", "without /alexa"),
        ("https://acme.dev/shelf/alexa/", "without /alexa"),
        ("https://203.0.113.7", "number"),
        ("https://[2001:db8::1]", "number"),
        ("https://3405803783.7", "number"),
        ("https://localhost", "public internet"),
        ("https://shelf", "public internet"),
        ("https://shelf.local", "public internet"),
        ("https://shelf.internal", "public internet"),
        ("https://shelf.home.arpa", "public internet"),
        ("https://record-shelf.example.com", "public internet"),
        ("https://shelf.test", "public internet"),
        ("https://-shelf.acme.dev", "cannot be"),
        ("https://under_score.acme.dev", "cannot be"),
        ("https://acme.dev.", "cannot be"),
        ("https://acme..dev", "cannot be"),
        (f"https://{'a' * 64}.dev", "cannot be"),
        (f"https://{'a.' * 127}dev", "cannot be"),
        ("https://acme%2edev", "cannot be"),
    ],
)
def test_an_address_that_amazon_cannot_call(url: str, why: str) -> None:
    with pytest.raises(UnusableUrl, match=why):
        public_endpoint(url)


def test_the_address_is_not_told() -> None:
    with pytest.raises(UnusableUrl) as caught:
        public_endpoint("https://me:hush@acme.dev")
    assert "hush" not in str(caught.value)
    assert "acme" not in str(caught.value)


@given(st.text() | st.from_regex(r"https://[^\s]{0,30}", fullmatch=True))
def test_whatever_it_is_given(url: str) -> None:
    """What comes back is an address that Amazon's rules allow, or an explanation."""
    try:
        uri = public_endpoint(url).endpoint["uri"]
    except UnusableUrl:
        return
    parts = urlsplit(uri)
    assert parts.scheme == "https"
    assert parts.netloc == parts.hostname
    assert "." in parts.netloc
    assert parts.path.endswith(PATH)
    assert uri.isascii()
