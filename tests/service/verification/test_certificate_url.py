"""Only Amazon's folder of Alexa's chains is ever fetched from."""

import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from yarl import URL

from service.verification.certificate_url import certificate_url
from service.verification.errors import VerificationError
from tests.service.signing import refused

CHAIN = "https://s3.amazonaws.com/echo.api/echo-api-cert.pem"

# Whatever is accepted is this, spelled one way: nothing is left to a second reading.
NORMAL = re.compile(
    r"https://s3\.amazonaws\.com/echo\.api/[A-Za-z0-9._~!$&'()*+,=:@/-]+"
)


@pytest.mark.parametrize(
    "header",
    [
        CHAIN,
        "https://s3.amazonaws.com:443/echo.api/echo-api-cert.pem",
        "https://s3.amazonaws.com:0443/echo.api/echo-api-cert.pem",
        "https://s3.amazonaws.com:/echo.api/echo-api-cert.pem",
        "HTTPS://s3.amazonaws.com/echo.api/echo-api-cert.pem",
        "https://S3.AmazonAWS.com/echo.api/echo-api-cert.pem",
        "https://s3.amazonaws.com/echo.api/../echo.api/echo-api-cert.pem",
        "https://s3.amazonaws.com/cert/../echo.api/echo-api-cert.pem",
        "https://s3.amazonaws.com/echo.api/./echo-api-cert.pem",
        "https://s3.amazonaws.com/echo.api//echo-api-cert.pem",
        "https://s3.amazonaws.com/../echo.api/echo-api-cert.pem",
        "https://s3.amazonaws.com/echo.api/sub/../echo-api-cert.pem",
    ],
)
def test_every_spelling_of_the_chain_is_fetched_from_one_place(header: str) -> None:
    assert str(certificate_url(header)) == CHAIN


def test_the_path_keeps_its_case_and_its_folders() -> None:
    header = "https://s3.amazonaws.com/echo.api/2026/Echo-API-cert_12.pem"
    assert str(certificate_url(header)) == header


@pytest.mark.parametrize(
    "header",
    [
        "",
        "badUrl",
        "....$#%@$se",
        "https://very.bad/echo.api/echo-api-cert.pem",
        "https://s3.amazonaws.com.bad.example/echo.api/echo-api-cert.pem",
        "https://bad.example/s3.amazonaws.com/echo.api/echo-api-cert.pem",
        "https://xs3.amazonaws.com/echo.api/echo-api-cert.pem",
        "https://s3xamazonaws.com/echo.api/echo-api-cert.pem",
        "https://s3.amazonaws.com./echo.api/echo-api-cert.pem",
        "http://s3.amazonaws.com/echo.api/echo-api-cert.pem",
        "httpſ://s3.amazonaws.com/echo.api/echo-api-cert.pem",
        "ftp://s3.amazonaws.com/echo.api/echo-api-cert.pem",
        "//s3.amazonaws.com/echo.api/echo-api-cert.pem",
        "https:/s3.amazonaws.com/echo.api/echo-api-cert.pem",
        "https:///echo.api/echo-api-cert.pem",
        "https://s3.amazonaws.com",
        "https://s3.amazonaws.com/",
        "https://s3.amazonaws.com/echo.api",
        "https://s3.amazonaws.com/echo.api/",
        "https://s3.amazonaws.com/echo.api/.",
        "https://s3.amazonaws.com/echo.api/..",
        "https://s3.amazonaws.com/cert",
        "https://s3.amazonaws.com/cert/echo-api-cert.pem",
        "https://s3.amazonaws.com/echo.api/../cert",
        "https://s3.amazonaws.com/echo.api/../../cert/echo.api/x",
        "https://s3.amazonaws.com/ECHO.API/echo-api-cert.pem",
        "https://s3.amazonaws.com/echoxapi/echo-api-cert.pem",
        "https://s3.amazonaws.com/echo.apis/echo-api-cert.pem",
        "https://s3.amazonaws.com//echo.api/echo-api-cert.pem",
        "https://s3.amazonaws.com:563/echo.api/echo-api-cert.pem",
        "https://s3.amazonaws.com:80/echo.api/echo-api-cert.pem",
        "https://s3.amazonaws.com:4430/echo.api/echo-api-cert.pem",
        "https://s3.amazonaws.com:-443/echo.api/echo-api-cert.pem",
        "https://s3.amazonaws.com:443.0/echo.api/echo-api-cert.pem",
        "https://s3.amazonaws.com:99999/echo.api/echo-api-cert.pem",
        "https://s3.amazonaws.com:port/echo.api/echo-api-cert.pem",
        "https://s3.amazonaws.com:٤٤٣/echo.api/echo-api-cert.pem",
        "https://s3.amazonaws.com:443:443/echo.api/echo-api-cert.pem",
        "https://[::1/echo.api/echo-api-cert.pem",
        "https://[::1]/echo.api/echo-api-cert.pem",
        "https://[s3.amazonaws.com]/echo.api/echo-api-cert.pem",
        "https://user@s3.amazonaws.com/echo.api/echo-api-cert.pem",
        "https://user:word@s3.amazonaws.com/echo.api/echo-api-cert.pem",
        "https://s3.amazonaws.com@bad.example/echo.api/echo-api-cert.pem",
        "https://s3.amazonaws.com/echo.api/..%2fcert",
        "https://s3.amazonaws.com/echo.api/%2e%2e/cert",
        "https://s3.amazonaws.com/%65cho.api/echo-api-cert.pem",
        "https://s3.amazonaws.com/echo.api/echo-api-cert.pem?",
        "https://s3.amazonaws.com/echo.api/echo-api-cert.pem?X=1",
        "https://s3.amazonaws.com/echo.api/echo-api-cert.pem#",
        "https://s3.amazonaws.com/echo.api/echo-api-cert.pem#frag",
        "https://s3.amazonaws.com/echo.api/..;x/echo-api-cert.pem",
        "https://s3.amazonaws.com\\@bad.example/echo.api/echo-api-cert.pem",
        "https://s3.amazonaws.com/echo.api\\..\\cert",
        "https://s3.amazonaws.com/echo.api/a b",
        "https://s3.amazonaws.com/echo.api/é",
        "https://s3.amazonaws.com/echo.api/\udcff",
        " https://s3.amazonaws.com/echo.api/echo-api-cert.pem",
        "https://s3.amazonaws.com/echo.api/echo-api-cert.pem\n",
        "ht\ttps://s3.amazonaws.com/echo.api/echo-api-cert.pem",
        "https://s3.amazonaws.com/echo.api/x\x00",
        f"{CHAIN}, {CHAIN}",
    ],
)
def test_any_other_place_is_refused(header: str) -> None:
    with refused("url_invalid"):
        certificate_url(header)


def test_without_the_header_the_request_is_refused() -> None:
    with refused("url_missing"):
        certificate_url(None)


def test_a_repeated_header_is_read_once() -> None:
    assert certificate_url(CHAIN) is certificate_url(str(CHAIN))


PIECES = st.sampled_from(
    [
        *("https", "HTTPS", "http", ":", "/", "//", "\\", "s3.amazonaws.com", "S3."),
        *("echo.api", "ECHO.API", "..", ".", "@", ":443", ":80", "::1", "[", "]"),
        *("?", "#", ";", "%", "%2e", "\t", "\n", " ", "x.pem", "é", "\udc80"),
    ]
)


@given(
    st.one_of(
        st.text(),
        st.lists(PIECES).map("".join),
        st.lists(PIECES, max_size=6).map(lambda end: CHAIN[:24] + "".join(end)),
        st.lists(PIECES, max_size=6).map(lambda end: CHAIN[:34] + "".join(end)),
    )
)
@example(CHAIN)
@settings(max_examples=200)
def test_any_header_is_normal_or_refused(header: str) -> None:
    try:
        url = certificate_url(header)
    except VerificationError:
        return
    assert NORMAL.fullmatch(str(url))
    assert "/../" not in url.raw_path
    assert url == URL(str(url)), "another reader understands it the same way"
    assert certificate_url(str(url)) == url, "normal already"
