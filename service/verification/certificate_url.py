"""Certificate address: whether a request names a file in Amazon's folder of chains.

https://developer.amazon.com/docs/alexa/custom-skills/host-a-custom-skill-as-a-web-service.html#check-request-signature
"""

import posixpath
import re
from functools import lru_cache

from ask_sdk_webservice_support import verifier_constants as vendor
from ask_sdk_webservice_support.verifier_constants import (
    SIGNATURE_CERT_CHAIN_URL_HEADER as URL_HEADER,
)
from yarl import URL

from service.verification.errors import VerificationError

__all__ = ["URL_HEADER", "certificate_url"]

# The whole header is matched, so nothing is left for a second parser to read otherwise:
# no user-info, query, fragment, escape or parameter; a port is empty or 443.
_URL = re.compile(
    rf"(?i:{re.escape(vendor.CERT_CHAIN_URL_PROTOCOL)})://"
    rf"(?i:{re.escape(vendor.CERT_CHAIN_URL_HOSTNAME)})"
    rf"(?::(?:0*{vendor.CERT_CHAIN_URL_PORT})?)?"
    r"(?P<path>/[A-Za-z0-9/._~!$&'()*+,=:@-]*)",
    re.ASCII,
)


@lru_cache(maxsize=64)
def _accepted_url(header: str) -> URL:
    match = _URL.fullmatch(header)
    path = posixpath.normpath(match["path"]) if match else ""
    if not path.startswith(vendor.CERT_CHAIN_URL_STARTPATH):
        raise VerificationError("url_invalid")
    return URL.build(
        scheme=vendor.CERT_CHAIN_URL_PROTOCOL,
        host=vendor.CERT_CHAIN_URL_HOSTNAME,
        path=path,
        encoded=True,
    )


def certificate_url(header: str | None) -> URL:
    """Return the normalised address of the certificate chain that `header` names.

    header: the value of `URL_HEADER`, None where the request has no such header.
    Only the returned address may be fetched.
    Raise `VerificationError` for an address outside Amazon's folder of Alexa's chains.
    """
    if header is None:
        raise VerificationError("url_missing")
    return _accepted_url(header)
