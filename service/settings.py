"""Settings from environment variables: read once, validated, every problem named.

`Settings` is the result; `load` raises `SettingsError` with all problems at once.
`service/remedies.py` has what to do about each of them.
"""

import re
from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path

import msgspec

from providers.secret import Secret
from providers.spotify.scopes import READING, Feature
from service.environment_reader import EnvironmentReader
from service.otel_variables import ENDPOINT, TraceSettings, read_trace_settings
from service.redis_url import passwords_of, problems_of


class Environment(StrEnum):
    """Name of the environment; `production` refuses settings meant for tests."""

    PRODUCTION = "production"
    STAGING = "staging"
    DEVELOPMENT = "development"
    TEST = "test"


class LogLevel(StrEnum):
    """Least severity of our own log lines."""

    DEBUG = "debug"
    INFO = "info"
    WARNING = "warning"
    ERROR = "error"


class LogFormat(StrEnum):
    """Format of log lines: `json` is one object a line, `text` is for people."""

    JSON = "json"
    TEXT = "text"


class Switch(StrEnum):
    """Whether a feature that is off by default is offered."""

    OFF = "off"
    ON = "on"


class PlaybackMode(StrEnum):
    """What "play it" does: hand off to Alexa's music skill, or command Spotify."""

    OFF = "off"
    SPOTIFY_CONNECT = "spotify-connect"


SPOTIFY_API_URL = "https://api.spotify.com/v1"

SPOTIFY_ACCOUNTS_URL = "https://accounts.spotify.com"

ANY_INTERFACE = "0.0.0.0"  # noqa: S104 - where a container has to listen

SHORTEST_SECRET = 32  # bytes: what HMAC-SHA256 and HKDF can make full use of

LONGEST_SKILL_PAGE = 120  # characters: a QR code that a telephone reads from a sofa

# Who names the instance, the most telling first: Cloud Run's revision
# (https://cloud.google.com/run/docs/container-contract), Fly's machine
# (https://fly.io/docs/machines/runtime-environment/), a container's or pod's host.
INSTANCE_NAMES = ("K_REVISION", "FLY_MACHINE_ID", "HOSTNAME")

SKILL_ID = re.compile(r"[A-Za-z0-9._-]+")

CONTACT = re.compile(r"[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+|https://[^\s<>\"']+")


class SettingsError(Exception):
    """Raised for settings that cannot be used.

    `problems` has one text for each, "NAME: what is wrong", never with the value.
    """

    def __init__(self, problems: list[str]) -> None:
        super().__init__("; ".join(problems))
        self.problems = tuple(problems)


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """Validated configuration of the service; README.md explains each variable.

    A field has its variable's name in lower case (`skill_ids` is SKILL_ID; `instance`
    comes from the platform, `traces` from OTEL_*). None means that the variable is
    unset and has no default.
    """

    host: str = ANY_INTERFACE
    port: int = 8080
    environment: Environment = Environment.PRODUCTION
    skill_ids: frozenset[str] = frozenset()
    redis_url: Secret | None = None
    cache_secret: Secret | None = None
    cache_secret_previous: Secret | None = None
    cache_memory_mb: int = 64
    public_url: str | None = None
    spotify_api_url: str = SPOTIFY_API_URL
    spotify_accounts_url: str = SPOTIFY_ACCOUNTS_URL
    spotify_client_id: str | None = None
    spotify_client_secret: Secret | None = None
    spotify_daily_calls: int | None = None
    keepalive_seconds: int = 620
    drain_seconds: int = 0
    metrics_port: int | None = None
    metrics_host: str | None = None
    operator_name: str | None = None
    operator_contact: str | None = None
    spotify_logo_file: Path | None = None
    skill_page_url: str | None = None
    neighbours_file: Path | None = None
    recommendation_calls_a_day: int = 100
    library_writes: Switch = Switch.OFF
    playback: PlaybackMode = PlaybackMode.OFF
    alexa_vendor_id: str | None = None
    google_cloud_project: str | None = None
    alexa_test_chain_file: Path | None = None
    alexa_api_url: str | None = None
    log_level: LogLevel = LogLevel.INFO
    log_format: LogFormat = LogFormat.JSON
    instance: str | None = None
    traces: TraceSettings | None = None
    traces_before_answer: Switch = Switch.OFF

    @property
    def features(self) -> tuple[Feature, ...]:
        """What is offered, and so which scopes listeners are asked for."""
        writes = self.library_writes is Switch.ON
        plays = self.playback is PlaybackMode.SPOTIFY_CONNECT
        more: tuple[Feature, ...] = (
            *(("writing",) if writes else ()),
            *(("playback",) if plays else ()),
        )
        return (*READING, *more)

    def secrets(self) -> tuple[Secret, ...]:
        """Return every secret that is set, and each password of REDIS_URL by itself.

        With traces, each value of a header for the collector is one.
        """
        passwords = passwords_of(self.redis_url.reveal()) if self.redis_url else ()
        headers = self.traces.headers if self.traces else ()
        secrets = (
            self.redis_url,
            self.cache_secret,
            self.cache_secret_previous,
            self.spotify_client_secret,
            *map(Secret, passwords),
            *(value for _, value in headers),
        )
        return tuple(secret for secret in secrets if secret)


def load(environ: Mapping[str, str]) -> Settings:
    """Return the settings in `environ`; raise `SettingsError` with every problem."""
    settings, problems = read(environ)
    if problems:
        raise SettingsError(problems)
    return settings


def read(environ: Mapping[str, str]) -> tuple[Settings, list[str]]:
    """Return the settings as far as they can be read, and the problems of the rest."""
    reader = EnvironmentReader(environ)
    settings = msgspec.structs.replace(
        _settings(reader),
        drain_seconds=reader.integer("DRAIN_SECONDS", 0, low=0, high=600),
        metrics_host=reader.text("METRICS_HOST"),
        recommendation_calls_a_day=reader.integer(
            "RECOMMENDATION_CALLS_A_DAY", 100, low=16, high=10_000
        ),
        spotify_daily_calls=reader.integer(
            "SPOTIFY_DAILY_CALLS", 0, low=1, high=10_000_000
        )
        or None,
        playback=reader.choice("PLAYBACK", PlaybackMode.OFF),
        instance=reader.first(*INSTANCE_NAMES),
        traces=read_trace_settings(reader),
        traces_before_answer=reader.choice("TRACES_BEFORE_ANSWER", Switch.OFF),
    )
    _check_together(settings, reader)
    _check_telemetry(settings, reader)
    _check_for_production(settings, reader)
    return settings, reader.problems


def _settings(reader: EnvironmentReader) -> Settings:
    return Settings(
        host=reader.text("HOST") or ANY_INTERFACE,
        port=reader.integer("PORT", 8080, low=1, high=65535),
        environment=reader.choice("ENVIRONMENT", Environment.PRODUCTION),
        skill_ids=_skill_ids(reader),
        redis_url=_redis_url(reader),
        cache_secret=_cache_secret(reader, "CACHE_SECRET"),
        cache_secret_previous=_cache_secret(reader, "CACHE_SECRET_PREVIOUS"),
        cache_memory_mb=reader.integer("CACHE_MEMORY_MB", 64, low=1, high=65536),
        public_url=reader.url("PUBLIC_URL"),
        spotify_api_url=reader.url("SPOTIFY_API_URL") or SPOTIFY_API_URL,
        spotify_accounts_url=reader.url("SPOTIFY_ACCOUNTS_URL") or SPOTIFY_ACCOUNTS_URL,
        spotify_client_id=reader.token("SPOTIFY_CLIENT_ID"),
        spotify_client_secret=reader.secret("SPOTIFY_CLIENT_SECRET"),
        keepalive_seconds=reader.integer("KEEPALIVE_SECONDS", 620, low=1, high=86_400),
        metrics_port=reader.integer("METRICS_PORT", 0, low=1, high=65535) or None,
        operator_name=reader.text("OPERATOR_NAME"),
        operator_contact=_contact(reader),
        spotify_logo_file=reader.png_file("SPOTIFY_LOGO_FILE"),
        skill_page_url=_skill_page_url(reader),
        neighbours_file=reader.path("NEIGHBOURS_FILE"),
        library_writes=reader.choice("LIBRARY_WRITES", Switch.OFF),
        alexa_vendor_id=reader.token("ALEXA_VENDOR_ID"),
        google_cloud_project=reader.token("GOOGLE_CLOUD_PROJECT"),
        alexa_test_chain_file=reader.file("ALEXA_TEST_CHAIN_FILE"),
        alexa_api_url=reader.url("ALEXA_API_URL"),
        log_level=reader.choice("LOG_LEVEL", LogLevel.INFO),
        log_format=reader.choice("LOG_FORMAT", LogFormat.JSON),
    )


def _skill_ids(reader: EnvironmentReader) -> frozenset[str]:
    text = reader.text("SKILL_ID")
    if text is None:
        reader.problem("SKILL_ID", "is required (amzn1.ask.skill.…, comma-separated)")
        return frozenset()
    ids = frozenset(part.strip() for part in text.split(",") if part.strip())
    if not ids or any(any(c.isspace() for c in skill_id) for skill_id in ids):
        reader.problem("SKILL_ID", "takes skill ids, separated by commas")
    elif not all(map(SKILL_ID.fullmatch, ids)):
        reader.problem("SKILL_ID", "has quotes or other signs that no skill id has")
    return ids


def _redis_url(reader: EnvironmentReader) -> Secret | None:
    secret = reader.secret("REDIS_URL")
    for problem in problems_of(secret.reveal()) if secret else ():
        reader.problem("REDIS_URL", problem)
    return secret


def _cache_secret(reader: EnvironmentReader, name: str) -> Secret | None:
    secret = reader.secret(name)
    if secret is not None and len(secret.reveal().encode()) < SHORTEST_SECRET:
        reader.problem(name, f"is shorter than {SHORTEST_SECRET} bytes")
    return secret


def _contact(reader: EnvironmentReader) -> str | None:
    text = reader.text("OPERATOR_CONTACT")
    if text and not CONTACT.fullmatch(text):
        reader.problem("OPERATOR_CONTACT", "takes an e-mail address or an https URL")
    return text


def _skill_page_url(reader: EnvironmentReader) -> str | None:
    url = reader.url("SKILL_PAGE_URL")
    if url and not (url.startswith("https:") and len(url) <= LONGEST_SKILL_PAGE):
        reader.problem("SKILL_PAGE_URL", "takes https and at most 120 characters")
    return url


def _check_together(settings: Settings, reader: EnvironmentReader) -> None:
    """Note settings that contradict each other."""
    if settings.redis_url and settings.cache_secret is None:
        reader.problem("CACHE_SECRET", "is required with REDIS_URL")
    if settings.cache_secret_previous and settings.cache_secret is None:
        reader.problem("CACHE_SECRET_PREVIOUS", "needs CACHE_SECRET beside it")
    if settings.alexa_api_url and settings.alexa_test_chain_file is None:
        reader.problem("ALEXA_API_URL", "goes only beside ALEXA_TEST_CHAIN_FILE")
    if settings.spotify_client_secret and settings.spotify_client_id is None:
        reader.problem("SPOTIFY_CLIENT_SECRET", "needs SPOTIFY_CLIENT_ID beside it")
    if settings.spotify_logo_file and settings.public_url is None:
        reader.problem("SPOTIFY_LOGO_FILE", "needs PUBLIC_URL beside it")


def _check_telemetry(settings: Settings, reader: EnvironmentReader) -> None:
    """Note settings of metrics and traces that contradict others."""
    if settings.traces_before_answer is Switch.ON and settings.traces is None:
        reader.problem("TRACES_BEFORE_ANSWER", f"needs {ENDPOINT} beside it")
    if settings.metrics_host and settings.metrics_port is None:
        reader.problem("METRICS_HOST", "needs METRICS_PORT beside it")
    if settings.metrics_port == settings.port:
        reader.problem("METRICS_PORT", "is the same as PORT")


def _check_for_production(settings: Settings, reader: EnvironmentReader) -> None:
    """Note settings that only tests may have."""
    if settings.environment is not Environment.PRODUCTION:
        return
    if settings.alexa_test_chain_file is not None:
        reader.problem("ALEXA_TEST_CHAIN_FILE", "is refused in production")
    for name, url in (
        ("PUBLIC_URL", settings.public_url),
        ("SPOTIFY_API_URL", settings.spotify_api_url),
        ("SPOTIFY_ACCOUNTS_URL", settings.spotify_accounts_url),
    ):
        if url and not url.startswith("https:"):
            reader.problem(name, "takes https only in production")
