"""Settings from environment variables: read once, validated, every problem named.

`EnvironmentReader` parses single variables; `Settings` is the result; `load` raises
`SettingsError` with all problems at once. `service/remedies.py` has what to do about
each of them.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path
from typing import TypeVar
from urllib.parse import SplitResult, urlsplit

from providers.secret import Secret
from providers.spotify.scopes import READING, Feature
from service.redis_url import passwords_of, problems_of

Choice = TypeVar("Choice", bound=StrEnum)

PNG = b"\x89PNG\r\n\x1a\n"

LARGEST_PICTURE = 256 * 1024  # bytes

QUOTES = ('""', "''", "``", "“”", "„“", "‘’", "«»")


class EnvironmentReader:
    """Parse environment variables and collect what is wrong with them.

    Every method returns a usable value, even for a variable that is wrong.
    `problems` holds one text for each wrong variable, "NAME: what is wrong", never
    with the value.
    """

    def __init__(self, environ: Mapping[str, str]) -> None:
        self._environ = environ
        self.problems: list[str] = []
        self._quoted: set[str] = set()

    def problem(self, name: str, what: str) -> None:
        """Note that the variable `name` is wrong, and in what."""
        self.problems.append(f"{name}: {what}")

    def text(self, name: str) -> str | None:
        """Return the value without surrounding white space; None if empty or unset."""
        return self._without_quotes(name, self._environ.get(name, ""))

    def _without_quotes(self, name: str, value: str) -> str | None:
        """Return the value within quotes; quotes are a problem.

        `docker run --env-file` keeps the quotes that others take away. They are refused
        because two instances that read one file differently would not share a cache.
        """
        text = value.strip()
        inner = text[1:-1]
        if len(text) < 2 or text[0] + text[-1] not in QUOTES or text[0] in inner:
            return text or None
        if name not in self._quoted:
            self._quoted.add(name)
            self.problem(name, "stands in quotes: leave them out where it is set")
        return inner.strip() or None

    def first(self, *names: str) -> str | None:
        """Return the first of these variables of the platform's that is set."""
        values = (self._environ.get(name, "").strip() for name in names)
        return next(filter(None, values), None)

    def token(self, name: str) -> str | None:
        """Return an identifier; white space within the value is a problem."""
        text = self.text(name)
        if text is not None and any(c.isspace() for c in text):
            self.problem(name, "takes no white space")
        return text

    def secret(self, name: str) -> Secret | None:
        """Return a secret from NAME, or from the file that NAME_FILE names.

        None if neither is set; both at once are a problem.
        """
        value, file = self.text(name), self.text(f"{name}_FILE")
        if value and file:
            self.problem(name, f"set either this or {name}_FILE, not both")
        if file is None:
            return Secret(value) if value else None
        try:
            content = Path(file).read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError):
            self.problem(f"{name}_FILE", "the file cannot be read as text")
            return None
        value = self._without_quotes(f"{name}_FILE", content)
        if not value:
            self.problem(f"{name}_FILE", "the file is empty")
            return None
        return Secret(value)

    def integer(self, name: str, default: int, *, low: int, high: int) -> int:
        """Return a number from `low` to `high`; `default` if unset or wrong."""
        text = self.text(name)
        if text is None:
            return default
        if text.isascii() and text.isdigit() and low <= int(text[:12]) <= high:
            return int(text)
        self.problem(name, f"takes a whole number from {low} to {high}")
        return default

    def choice(self, name: str, default: Choice) -> Choice:
        """Return a member of the default's enumeration; upper and lower case alike."""
        allowed = type(default)
        text = self.text(name)
        if text is None:
            return default
        try:
            return allowed(text.lower())
        except ValueError:
            self.problem(name, "takes one of " + ", ".join(allowed))
            return default

    def path(self, name: str) -> Path | None:
        """Return a path, whether or not it exists; None if the variable is unset."""
        text = self.text(name)
        return None if text is None else Path(text)

    def file(self, name: str) -> Path | None:
        """Return the path of a file that exists, or None if the variable is unset."""
        path = self.path(name)
        if path is not None and not path.is_file():
            self.problem(name, "there is no such file")
        return path

    def png_file(self, name: str) -> Path | None:
        """Return the path of a PNG file of at most `LARGEST_PICTURE` bytes."""
        file = self.file(name)
        if file is not None and file.is_file():
            with file.open("rb") as stream:
                content = stream.read(LARGEST_PICTURE + 1)
            if not content.startswith(PNG) or len(content) > LARGEST_PICTURE:
                self.problem(name, "takes a PNG of at most 256 KiB")
        return file

    def url(self, name: str) -> str | None:
        """Return an absolute http(s) URL, without its trailing slashes.

        Credentials, a query and a fragment are problems.
        """
        text = self.text(name)
        if text is None:
            return None
        parts = split_url(text)
        if not text.isprintable() or " " in text:
            self.problem(name, "takes no white space")
            return None
        if parts is None or parts.scheme not in ("https", "http") or not parts.hostname:
            self.problem(name, "takes an absolute https (or http) URL")
            return None
        if parts.username or parts.password or parts.query or parts.fragment:
            self.problem(name, "takes no credentials, query or fragment")
            return None
        return text.rstrip("/")


def split_url(text: str) -> SplitResult | None:
    """Return the parts of a URL, or None if its host or port is malformed."""
    try:
        parts = urlsplit(text)
        _ = parts.port
    except ValueError:
        return None
    return parts


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Validated configuration of the service; README.md explains each variable.

    A field has its variable's name in lower case (`skill_ids` is SKILL_ID; `instance`
    comes from the platform). None means that the variable is unset and has no default.
    """

    host: str = ANY_INTERFACE
    port: int = 8080
    environment: Environment = Environment.PRODUCTION
    skill_ids: frozenset[str] = field(default_factory=frozenset)
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
        """Return every secret that is set, and each password of REDIS_URL by itself."""
        passwords = passwords_of(self.redis_url.reveal()) if self.redis_url else ()
        secrets = (
            self.redis_url,
            self.cache_secret,
            self.cache_secret_previous,
            self.spotify_client_secret,
            *map(Secret, passwords),
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
    settings = replace(
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
    )
    _check_together(settings, reader)
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
