"""Certificates taken apart and put together again, byte by byte."""

import base64
from datetime import timedelta

from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding

from simulator.alexa.certificates import CertificateHolder
from tests.service.signing import NOW


def blocks(pem: bytes) -> list[bytes]:
    return [one.public_bytes(Encoding.PEM) for one in certificates(pem)]


def certificates(pem: bytes) -> list[x509.Certificate]:
    return x509.load_pem_x509_certificates(pem)


def armour(der: bytes) -> bytes:
    text = base64.encodebytes(der)
    return b"-----BEGIN CERTIFICATE-----\n" + text + b"-----END CERTIFICATE-----\n"


def with_serial(number: int) -> bytes:
    """A self-signed root, its serial number exchanged for another of one byte."""
    root = CertificateHolder.authority(
        "Flawed", NOW - timedelta(days=30), NOW + timedelta(days=30)
    )
    der = root.certificate.public_bytes(Encoding.DER)
    start = der.index(b"\xa0\x03\x02\x01\x02\x02") + 5  # after the version: the serial
    length = der[start + 1]
    serial = bytes([2, length]) + bytes([number]) + bytes(length - 1)
    return armour(der[:start] + serial + der[start + 2 + length :])
