"""The address that Amazon calls: its certificate, and who answers there."""

import asyncio
import ssl
from urllib.parse import urlsplit

import aiohttp

from service.cures import CURES
from service.doctor.case import PATIENCE, Case
from service.doctor.finding import Finding, error, info
from service.doctor.package import CertificateType, endpoints_at

_REACH = "check DNS, that the service runs, and that https reaches it from outside"


async def public_url(case: Case) -> list[Finding]:
    """Reachable, proven by a certificate that Amazon takes, and ours."""
    url = case.settings.public_url
    if not case.sound("PUBLIC_URL"):
        return []
    if url is None:
        said = "the address that Amazon calls cannot be checked without PUBLIC_URL"
        return [info("public_url", said, CURES["PUBLIC_URL"])]
    if url.startswith("https:"):
        try:
            kind = await certificate_type(url, case.trust)
        except ssl.SSLCertVerificationError:
            said = "PUBLIC_URL shows a certificate that Amazon would not believe"
            cure = "serve one of a public authority for that very name, its chain whole"
            return [error("certificate", said, cure)]
        except (OSError, TimeoutError):
            return [error("public_url", "PUBLIC_URL cannot be reached", _REACH)]
        return [*_told_otherwise(case, url, kind), *await _answers(case, url)]
    return await _answers(case, url)


async def certificate_type(url: str, trust: ssl.SSLContext) -> CertificateType:
    """What `sslCertificateType` has to say of the server's certificate.

    https://developer.amazon.com/docs/alexa/smapi/skill-manifest.html#endpoint
    """
    parts = urlsplit(url)
    host = parts.hostname or ""
    async with asyncio.timeout(PATIENCE):
        _, writer = await asyncio.open_connection(host, parts.port or 443, ssl=trust)
    try:
        certificate = writer.get_extra_info("peercert")
    finally:
        writer.close()
    names = {name for kind, name in certificate.get("subjectAltName", ())}
    return "Trusted" if host in names else "Wildcard"


def _told_otherwise(case: Case, url: str, kind: CertificateType) -> list[Finding]:
    told = {endpoint.certificate for endpoint in endpoints_at(case.package, url)}
    if told <= {kind}:
        return []
    said = f"the certificate of PUBLIC_URL is {kind}, the skill package says otherwise"
    cure = f'write "sslCertificateType": "{kind}" at each endpoint of skill.json'
    return [error("certificate", said, cure)]


async def _answers(case: Case, url: str) -> list[Finding]:
    """An unsigned request is refused with 400, which is also Amazon's own test."""
    try:
        async with (
            case.session() as http,
            http.post(f"{url}/alexa", data=b"{}", allow_redirects=False) as reply,
        ):
            status = reply.status
    except (aiohttp.ClientError, TimeoutError, OSError):
        return [error("public_url", "PUBLIC_URL cannot be reached", _REACH)]
    if status == 400:
        return []
    said = f"PUBLIC_URL answers an unsigned request with {status} instead of 400"
    cure = "let /alexa there reach this service, without the path or method changed"
    return [error("public_url", said, cure)]
