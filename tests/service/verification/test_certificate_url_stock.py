"""Ours and Amazon's own verifier agree on addresses, but for what is meant.

Ours refuses what could be read in two ways, or be spelled more simply.
"""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from service.verification.certificate_url import certificate_url
from service.verification.errors import VerificationError
from tests.service.stock_verifier import Verdict, stock, verdict

USER_INFO = re.compile(r"//[^/]*@")
STRANGE = re.compile(r"[^A-Za-z0-9/._~!$&'()*+,=:@-]")  # also %, ?, #, ; and controls

URLS = st.lists(
    st.sampled_from(
        [
            *(
                "https",
                "HTTPS",
                "http",
                "://",
                ":/",
                "s3.amazonaws.com",
                "S3.AMAZONAWS",
            ),
            *(".com", "/echo.api/", "/ECHO.API/", "/cert", "..", "/../", "/./", "//"),
            *("/", "x.pem", ":443", ":0443", ":", ":563", ":99999", "@", "[", "]"),
            *("?", "#", ";", "%2e", "\t", " ", "é", "\\"),
        ]
    ),
    max_size=8,
).map("".join)
LIKELY = st.tuples(
    st.sampled_from(["https", "HTTPS", "http"]),
    st.sampled_from(["", "u@", "u:p@"]),
    st.sampled_from(["s3.amazonaws.com", "S3.Amazonaws.com", "s3.amazonaws.co", ""]),
    st.sampled_from(["", ":", ":443", ":0443", ":563", ":x", ":-1", ":99999", ":443 "]),
    st.lists(
        st.sampled_from(["/", "echo.api", "..", ".", "x.pem", "ECHO.API", "?q", ";p"]),
        max_size=8,
    ).map("".join),
).map(lambda parts: "{}://{}{}{}/{}".format(*parts))


def of_url(header: str) -> tuple[bool, Verdict]:
    theirs = verdict(stock().RequestVerifier()._validate_certificate_url, header)
    try:
        certificate_url(header)
    except VerificationError:
        return False, theirs
    return True, theirs


@given(URLS | LIKELY | st.text())
@settings(max_examples=300)
def test_we_agree_on_addresses(header: str) -> None:
    ours, theirs = of_url(header)
    if USER_INFO.search(header) or STRANGE.search(header):
        assert not ours
    else:
        assert ours == (theirs == "accepted")


@pytest.mark.parametrize(
    ("header", "theirs"),
    [
        ("https://user@s3.amazonaws.com/echo.api/x", "accepted"),
        ("https://s3.amazonaws.com/echo.api/x?y", "accepted"),
        ("https://s3.amazonaws.com/echo.api/x#y", "accepted"),
        ("https://s3.amazonaws.com/echo.api/..%2fcert", "accepted"),
        ("ht\ntps://s3.amazonaws.com/echo.api/x", "accepted"),
        ("https://s3.amazonaws.com:port/echo.api/x", "crashed"),
        ("https://s3.amazonaws.com:99999/echo.api/x", "crashed"),
        ("https://[::1/echo.api/x", "crashed"),
    ],
)
def test_the_differences_in_addresses_are_meant(header: str, theirs: str) -> None:
    assert of_url(header) == (False, theirs)
