"""A sound installation to plant faults in: the real service, Redis, both stand-ins."""

import json
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any

import redis

from providers.secret import Secret
from service.commands.doctor.command import run_checks
from service.commands.doctor.report import CheckContext, CheckResult
from simulator.spotify.oauth.clients import ALEXA_REDIRECTS
from simulator.spotify.server import RunningSpotify, serving
from simulator.spotify.world import World
from tests.conftest import RedisServer, free_port
from tests.service.running import SKILL_ID, Line, now, running

PEPPER = "fk3Jw0Zq8vYt1RxLs6Nb4Pd9Hc2Ge7Um5"
CLIENT_SECRET = "a1b2c3d4e5f60718293a4b5c6d7e8f90"
SOURCE = Path("skill-package")
LOCALE = "en-US"


@dataclass
class Installation:
    """`late` is how far this machine's clock is behind."""

    environ: dict[str, str]
    package: Path
    line: Line
    spotify: RunningSpotify
    redis: "redis.Redis"
    late: timedelta = field(default_factory=timedelta)

    async def findings(self, *, offline: bool = False) -> list[CheckResult]:
        case = CheckContext.of(self.environ, self.package, lambda: now() - self.late)
        return await run_checks(case, offline=offline)

    def skill(self) -> dict[str, Any]:
        found: dict[str, Any] = json.loads((self.package / "skill.json").read_bytes())
        return found

    def write(self, skill: dict[str, Any]) -> None:
        (self.package / "skill.json").write_text(json.dumps(skill))

    def leave_one_locale(self) -> None:
        """A package as it is while others work on its locales, made whole."""
        manifest = (skill := self.skill())["manifest"]
        for place in ("publishingInformation", "privacyAndCompliance"):
            locales = manifest[place]["locales"]
            manifest[place]["locales"] = {LOCALE: locales[LOCALE]}
        self.write(skill)
        for model in self.package.glob("interactionModels/custom/*.json"):
            if model.stem != LOCALE:
                model.unlink()

    def point_package_at(self, url: str) -> None:
        skill = self.skill()
        manifest = skill["manifest"]
        for place in (manifest["apis"]["custom"], manifest["events"]):
            place["endpoint"]["uri"] = f"{url}/alexa"
        for links in manifest["privacyAndCompliance"]["locales"].values():
            links["privacyPolicyUrl"] = f"{url}/privacy"
            links["termsOfUseUrl"] = f"{url}/terms"
        self.write(skill)


@asynccontextmanager
async def installed(folder: Path, server: RedisServer) -> AsyncIterator[Installation]:
    package = folder / "skill-package"
    shutil.copytree(SOURCE, package)
    world = World(now=now)
    world.clients.register("shelf", Secret(CLIENT_SECRET), *ALEXA_REDIRECTS)
    with server.client() as client:
        client.config_set("maxmemory-policy", "allkeys-lfu")
        async with serving(world) as spotify, running(folder) as line:
            environ = {
                "SKILL_ID": SKILL_ID,
                "ENVIRONMENT": "test",
                "HOST": "127.0.0.1",
                "PORT": str(free_port()),
                "REDIS_URL": server.url,
                "CACHE_SECRET": PEPPER,
                "PUBLIC_URL": line.url,
                "SPOTIFY_API_URL": spotify.api_url,
                "SPOTIFY_ACCOUNTS_URL": spotify.accounts_url,
                "SPOTIFY_CLIENT_ID": "shelf",
                "SPOTIFY_CLIENT_SECRET": CLIENT_SECRET,
                "ALEXA_VENDOR_ID": "STANDIN",
                "ALEXA_TEST_CHAIN_FILE": str(folder / "chain.pem"),
                "OPERATOR_NAME": "Shelf & Daughters",
                "OPERATOR_CONTACT": "shelf@example.org",
            }
            found = Installation(environ, package, line, spotify, client)
            found.leave_one_locale()
            found.point_package_at(line.url)
            yield found
        client.config_set("maxmemory-policy", "noeviction")
