"""The settings: read once from a mapping, checked whole, every problem named."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from providers.secret import Secret
from service.environment import EnvironmentReader, split_url


class Environment(StrEnum):
    """Where this runs; `production` refuses what only tests may have."""

    PRODUCTION = "production"
    STAGING = "staging"
    DEVELOPMENT = "development"
    TEST = "test"


class LogLevel(StrEnum):
    DEBUG = "debug"
    INFO = "info"
    WARNING = "warning"
    ERROR = "error"


class LogFormat(StrEnum):
    """`json`: one object a line; `text`: for eyes."""

    JSON = "json"
    TEXT = "text"


SPOTIFY_API_URL = "https://api.spotify.com/v1"
ANY_INTERFACE = "0.0.0.0"  # noqa: S104 - where a container has to listen
SHORTEST_SECRET = 32  # bytes: what HMAC-SHA256 and HKDF can make full use of
REDIS_SCHEMES = ("redis", "rediss", "unix")


class SettingsError(Exception):
    """Settings that cannot be used; `problems` names each, without its value."""

    def __init__(self, problems: list[str]) -> None:
        super().__init__("; ".join(problems))
        self.problems = tuple(problems)


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Everything that the service is told from outside."""

    host: str = ANY_INTERFACE
    port: int = 8080
    environment: Environment = Environment.PRODUCTION
    skill_ids: frozenset[str] = field(default_factory=frozenset)
    redis_url: Secret | None = None
    cache_secret: Secret | None = None
    cache_secret_previous: Secret | None = None
    cache_memory_mb: int = 64
    spotify_api_url: str = SPOTIFY_API_URL
    alexa_test_chain_file: Path | None = None
    alexa_api_url: str | None = None
    log_level: LogLevel = LogLevel.INFO
    log_format: LogFormat = LogFormat.JSON


def load(environ: Mapping[str, str]) -> Settings:
    """The settings of `environ`; raises `SettingsError` with all that is wrong."""
    reader = EnvironmentReader(environ)
    settings = Settings(
        host=reader.text("HOST") or ANY_INTERFACE,
        port=reader.whole("PORT", 8080, low=1, high=65535),
        environment=reader.choice("ENVIRONMENT", Environment.PRODUCTION),
        skill_ids=_skill_ids(reader),
        redis_url=_redis_url(reader),
        cache_secret=_cache_secret(reader, "CACHE_SECRET"),
        cache_secret_previous=_cache_secret(reader, "CACHE_SECRET_PREVIOUS"),
        cache_memory_mb=reader.whole("CACHE_MEMORY_MB", 64, low=1, high=65536),
        spotify_api_url=reader.url("SPOTIFY_API_URL") or SPOTIFY_API_URL,
        alexa_test_chain_file=reader.file("ALEXA_TEST_CHAIN_FILE"),
        alexa_api_url=reader.url("ALEXA_API_URL"),
        log_level=reader.choice("LOG_LEVEL", LogLevel.INFO),
        log_format=reader.choice("LOG_FORMAT", LogFormat.JSON),
    )
    _check_together(settings, reader)
    if reader.problems:
        raise SettingsError(reader.problems)
    return settings


def _skill_ids(reader: EnvironmentReader) -> frozenset[str]:
    text = reader.text("SKILL_ID")
    if text is None:
        reader.problem("SKILL_ID", "is required (amzn1.ask.skill.…, comma-separated)")
        return frozenset()
    ids = frozenset(part.strip() for part in text.split(",") if part.strip())
    if not ids or any(any(c.isspace() for c in skill_id) for skill_id in ids):
        reader.problem("SKILL_ID", "takes skill ids, separated by commas")
    return ids


def _redis_url(reader: EnvironmentReader) -> Secret | None:
    secret = reader.secret("REDIS_URL")
    if secret is None:
        return None
    parts = split_url(secret.reveal())
    if parts is None or parts.scheme not in REDIS_SCHEMES:
        reader.problem("REDIS_URL", "takes redis://, rediss:// or unix://")
    elif not (parts.path if parts.scheme == "unix" else parts.hostname):
        reader.problem("REDIS_URL", "names no host, or with unix no path")
    return secret


def _cache_secret(reader: EnvironmentReader, name: str) -> Secret | None:
    secret = reader.secret(name)
    if secret is not None and len(secret.reveal().encode()) < SHORTEST_SECRET:
        reader.problem(name, f"is shorter than {SHORTEST_SECRET} bytes")
    return secret


def _check_together(settings: Settings, reader: EnvironmentReader) -> None:
    """What is wrong only in company."""
    if settings.redis_url and settings.cache_secret is None:
        reader.problem("CACHE_SECRET", "is required with REDIS_URL")
    if settings.cache_secret_previous and settings.cache_secret is None:
        reader.problem("CACHE_SECRET_PREVIOUS", "needs CACHE_SECRET beside it")
    test_chain = settings.alexa_test_chain_file is not None
    if settings.alexa_api_url and not test_chain:
        reader.problem("ALEXA_API_URL", "goes only beside ALEXA_TEST_CHAIN_FILE")
    if settings.environment is not Environment.PRODUCTION:
        return
    if test_chain:
        reader.problem("ALEXA_TEST_CHAIN_FILE", "is refused in production")
    if not settings.spotify_api_url.startswith("https:"):
        reader.problem("SPOTIFY_API_URL", "takes https only in production")
