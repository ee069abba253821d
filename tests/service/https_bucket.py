"""A local HTTPS server in the place of s3.amazonaws.com, and a client for it."""

import asyncio
import socket
import ssl
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

from aiohttp import web
from aiohttp.abc import AbstractResolver, ResolveResult
from cryptography import x509

from service.verification.certificate_chain import TrustStore
from service.verification.certificate_source import HttpChainSource, open_session
from simulator.alexa.certificates import CertificateDraft, CertificateHolder, new_ec_key
from tests.service.signing import sound_chain

HOST = "s3.amazonaws.com"
Answer = Callable[[web.Request], Awaitable[web.StreamResponse]]


class Towards(AbstractResolver):
    """Sends everybody to one port of this machine, remembering whom they asked for."""

    def __init__(self, port: int) -> None:
        self._port = port
        self.asked: list[str] = []

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        self.asked.append(f"{host}:{port}")
        return [
            ResolveResult(
                hostname=host,
                host="127.0.0.1",
                port=self._port,
                family=family,
                proto=0,
                flags=0,
            )
        ]

    async def close(self) -> None:
        """Nothing is held open."""


@dataclass
class Identity:
    """What the server shows at the door: who it is, since and until when."""

    name: str = HOST
    by_common_name: bool = False
    since: timedelta = timedelta(hours=-1)
    until: timedelta = timedelta(hours=1)


@dataclass
class Bucket:
    """The running server; `answer` may be exchanged at any time."""

    root: CertificateHolder
    port: int = 0
    paths: list[str] = field(default_factory=list)
    answer: Answer | None = None
    patience: asyncio.Event = field(default_factory=asyncio.Event)

    async def handle(self, request: web.Request) -> web.StreamResponse:
        self.paths.append(request.path)
        if self.answer is None:
            return web.Response(body=sound_chain().pem)
        return await self.answer(request)

    def client_context(self) -> ssl.SSLContext:
        """A context that trusts the server's own authority and nobody else."""
        return ssl.create_default_context(cadata=self.root.pem.decode())


# TLS libraries look at the machine's own clock, so these certificates follow it.
def _server_context(
    root: CertificateHolder, who: Identity, folder: Path
) -> ssl.SSLContext:
    today = datetime.now(UTC)
    draft = CertificateDraft(
        name=who.name,
        key=new_ec_key(),
        not_before=today + who.since,
        not_after=today + who.until,
        alternative_names=() if who.by_common_name else (x509.DNSName(who.name),),
    )
    party = root.sign(draft)
    file = folder / "server.pem"
    file.write_bytes(party.key_pem + party.pem)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(file)
    return context


@asynccontextmanager
async def serving(folder: Path, who: Identity | None = None) -> AsyncIterator[Bucket]:
    today = datetime.now(UTC)
    year = timedelta(days=365)
    bucket = Bucket(
        CertificateHolder.authority("Stand-in for the web", today - year, today + year)
    )
    context = _server_context(bucket.root, who or Identity(), folder)
    app = web.Application()
    app.router.add_get("/{path:.*}", bucket.handle)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
    await runner.setup()
    try:
        site = web.TCPSite(runner, "127.0.0.1", 0, ssl_context=context)
        await site.start()
        bucket.port = runner.addresses[0][1]
        yield bucket
    finally:
        bucket.patience.set()
        await runner.cleanup()


@asynccontextmanager
async def fetching(
    bucket: Bucket, *, seconds: float = 5.0, port: int | None = None
) -> AsyncIterator[HttpChainSource]:
    """The real fetcher, its way to Amazon bent towards the bucket."""
    session = open_session(
        ssl_context=bucket.client_context(), resolver=Towards(port or bucket.port)
    )
    async with session:
        yield HttpChainSource(
            session, TrustStore.last_of(sound_chain().pem), seconds=seconds
        )
