"""Redis Sentinel: a pool of connections to the primary that the Sentinels name.

https://redis.io/docs/latest/develop/reference/sentinel-clients/
"""

import asyncio
from typing import Any

from redis.asyncio.connection import SSLConnection, parse_url
from redis.asyncio.sentinel import (
    Sentinel,
    SentinelConnectionPool,
    SentinelManagedConnection,
)

from providers.cache.redis.addresses import RedisAddress
from providers.cache.redis.connection import (
    ServerPool,
    TlsConnection,
    look_at_its_error,
    one_retry,
    options,
    pool_options,
)


class SentinelTlsConnection(SentinelManagedConnection, TlsConnection):
    """Connection over TLS to the primary that a Sentinel names."""


class SentinelPool(SentinelConnectionPool, ServerPool):
    """Pool of connections to the primary that a Sentinel names."""

    async def aclose(self) -> None:
        """Close the connections, those to the Sentinels too."""
        await super().aclose()
        await self.sentinel_manager.aclose()


class PatientSentinel(Sentinel):
    """Sentinels that are asked by one caller for all, and beside them.

    A Sentinel that does not answer costs more time than a command has. The search goes
    on when the command has ended, and begins next time with the one that answered.
    """

    _search: "asyncio.Task[tuple[str, int]] | None" = None

    async def discover_master(self, service_name: str) -> tuple[str, int]:
        """Return host and port of the primary; raise where no Sentinel knows it."""
        if self._search is None or self._search.done():
            find = super().discover_master(service_name)
            self._search = asyncio.create_task(find)
            self._search.add_done_callback(look_at_its_error)
        return await asyncio.shield(self._search)

    async def aclose(self) -> None:
        """End a search, then close the connections."""
        if self._search is not None:
            self._search.cancel()
            await asyncio.wait([self._search])
        await super().aclose()


def sentinel_pool(address: RedisAddress) -> SentinelPool:
    """Return a pool to the primary; TLS and time limits hold for the Sentinels too."""
    hosts = [parse_url(url) for url in address.urls]
    wanted: dict[str, Any] = pool_options() | dict(hosts[0])
    for name in ("host", "port"):
        wanted.pop(name, None)
    tls = wanted.pop("connection_class", None) is SSLConnection
    same = {k: v for k, v in wanted.items() if k.startswith(("ssl_", "socket_"))}
    login = {k.removeprefix("sentinel_"): v for k, v in address.sentinel_login.items()}
    sentinels = PatientSentinel(  # type: ignore[no-untyped-call]
        [(host["host"], host["port"]) for host in hosts],
        sentinel_kwargs=options() | same | login | {"ssl": tls, "retry": one_retry()},
    )
    kind = SentinelTlsConnection if tls else SentinelManagedConnection
    return SentinelPool(  # type: ignore[no-untyped-call]
        address.primary, sentinels, connection_class=kind, **wanted
    )
