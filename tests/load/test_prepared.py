"""Requests as the service's own verifier and decoder see them."""

from base64 import b64decode
from datetime import UTC, datetime

from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.hashes import SHA256

from service.serialization import decode
from service.verification import SIGNATURE_HEADER, addressed_skills
from simulator.alexa.certificates import new_key
from simulator.alexa.requests import Signer
from tests.load.prepared import LAUNCH, LIST, SKILL_ID

AT = datetime(2026, 11, 22, 10, 11, 12, tzinfo=UTC)


def parts(request: bytes) -> tuple[str, dict[str, str], bytes]:
    head, _, body = request.partition(b"\r\n\r\n")
    first, *lines = head.decode().split("\r\n")
    return first, dict(line.split(": ", 1) for line in lines), body


def test_a_request_is_whole_and_signed() -> None:
    signer = Signer(new_key())
    (request,) = LIST.requests(signer, [7], AT)
    first, headers, body = parts(request)
    assert first == "POST /alexa HTTP/1.1"
    assert int(headers["Content-Length"]) == len(body)
    signature = b64decode(headers[SIGNATURE_HEADER])
    signer.key.public_key().verify(signature, body, PKCS1v15(), SHA256())
    asked = decode(body)
    assert asked.request
    assert asked.request.timestamp == AT
    assert addressed_skills(asked)
    assert SKILL_ID.encode() in body


def test_every_listener_is_somebody_else() -> None:
    bodies = [parts(r)[2] for r in LAUNCH.requests(Signer(new_key()), range(3), AT)]
    asked = [decode(body) for body in bodies]
    assert len({each.request.request_id for each in asked if each.request}) == 3
    users = [each.session.user for each in asked if each.session]
    assert len({(user.user_id, user.access_token) for user in users if user}) == 3
