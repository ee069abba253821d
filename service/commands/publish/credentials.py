"""Credentials for Amazon's Skill Management API: from the environment or the `ask` CLI.

The names are those that the `ask` CLI documents (`docs/concepts/CI-CD.md` of npm
`ask-cli`) and reads (`dynamic-config.js` there).
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

import msgspec

from providers.json_depth import without_depth
from providers.secret import Secret
from service.environment_reader import split_url

SMAPI_URL = "https://api.amazonalexa.com"
LWA_URL = "https://api.amazon.com"

RENEW = (
    "run `ask smapi get-vendor-list`, which renews it, and then this again;"
    " if that fails, `ask configure`"
)

_SENDABLE = re.compile(r"[\x21-\x7e]+")
_LOOPBACK = ("127.0.0.1", "localhost", "::1")
_LEAST_LEFT = timedelta(minutes=2)


class UnusableCredentials(Exception):
    """Raised for credentials that are missing or wrong: the text says which and why.

    `cure` says what to do about it. Neither has the value of a secret.
    """

    def __init__(self, problem: str, cure: str) -> None:
        super().__init__(problem)
        self.cure = cure


@dataclass(frozen=True, slots=True)
class LwaClient:
    """A security profile of Login with Amazon, which may renew its refresh tokens."""

    id: str
    secret: Secret


@dataclass(frozen=True, slots=True, kw_only=True)
class SmapiCredentials:
    """What the calls are made with: an access token, or what brings new ones.

    `source`: where they are from, to be told. `access_token`: good for an hour; None
    where `refresh_token` and `client` are used. `vendor_id`: None where none is set.
    `smapi_url`, `lwa_url`: Amazon's, or a stand-in's.
    """

    source: str
    vendor_id: str | None
    access_token: Secret | None = None
    refresh_token: Secret | None = None
    client: LwaClient | None = None
    smapi_url: str = SMAPI_URL
    lwa_url: str = LWA_URL

    @property
    def renews(self) -> bool:
        """Whether a new access token can be fetched."""
        return self.refresh_token is not None and self.client is not None

    def secrets(self) -> tuple[Secret, ...]:
        """Return what must never be printed."""
        client = None if self.client is None else self.client.secret
        return tuple(filter(None, (self.access_token, self.refresh_token, client)))

    def renewal(self) -> tuple[str, dict[str, str]]:
        """Return the address and the form that bring a new access token."""
        if self.refresh_token is None or self.client is None:
            raise ValueError("nothing to renew with")
        form = {
            "grant_type": "refresh_token",
            "refresh_token": self.refresh_token.reveal(),
            "client_id": self.client.id,
            "client_secret": self.client.secret.reveal(),
        }
        return f"{self.lwa_url}/auth/o2/token", form


class _Token(msgspec.Struct):
    access_token: str = ""
    refresh_token: str = ""
    expires_at: datetime | None = None


class _CliProfile(msgspec.Struct):
    token: _Token = msgspec.field(default_factory=_Token)
    vendor_id: str | None = None


class _CliConfig(msgspec.Struct):
    profiles: dict[str, _CliProfile]


@dataclass(frozen=True, slots=True)
class CredentialReader:
    """Reads credentials from `environ` and from the file of the `ask` CLI.

    `now`: the time with its zone. Every method raises `UnusableCredentials`.
    """

    environ: Mapping[str, str] = field(repr=False)
    now: datetime

    def read(self, profile: str | None) -> SmapiCredentials:
        """Return those of the environment, unless a profile of the CLI is named.

        Without ASK_REFRESH_TOKEN and ASK_ACCESS_TOKEN: those of the profile
        ASK_DEFAULT_PROFILE, or `default`.
        """
        variables = ("ASK_REFRESH_TOKEN", "ASK_ACCESS_TOKEN")
        if profile is None and any(map(self._text, variables)):
            return self._from_environment()
        return self._from_cli(profile or self._text("ASK_DEFAULT_PROFILE") or "default")

    def _from_environment(self) -> SmapiCredentials:
        refresh, client = self._text("ASK_REFRESH_TOKEN"), self._client()
        access = self._text("ASK_ACCESS_TOKEN")
        if refresh and client is None and not access:
            raise UnusableCredentials(
                "ASK_REFRESH_TOKEN: is of no use alone",
                "set ASK_LWA_CLIENT_ID and ASK_LWA_CLIENT_CONFIRMATION beside it: id"
                " and secret of the security profile that it was made for",
            )
        renews = bool(refresh) and client is not None
        return self._credentials(
            "the environment",
            self._text("ASK_VENDOR_ID"),
            _Token("" if renews else access, refresh if renews else ""),
            client,
        )

    def _from_cli(self, name: str) -> SmapiCredentials:
        file = Path(self.environ.get("HOME") or Path.home()) / ".ask" / "cli_config"
        found = self._profiles(file).get(name)
        if found is None:
            problem = f"{file} has no profile {name!r}"
            cure = "run `ask configure`, or name a profile that is there (--profile)"
            raise UnusableCredentials(problem, cure)
        token, client = found.token, self._client()
        if token.refresh_token and client is not None:
            token = _Token("", token.refresh_token)
        elif not token.access_token:
            raise UnusableCredentials(
                f"profile {name!r} has no access token", "run `ask configure`"
            )
        elif self._is_over(token):
            problem = f"the access token of profile {name!r} is no longer valid"
            raise UnusableCredentials(problem, RENEW)
        vendor_id = self._text("ASK_VENDOR_ID") or found.vendor_id
        return self._credentials(
            f"profile {name!r} of {file}", vendor_id, token, client
        )

    def _profiles(self, file: Path) -> dict[str, _CliProfile]:
        try:
            text = without_depth(file.read_bytes())
            return msgspec.json.decode(text, type=_CliConfig).profiles
        except OSError:
            problem = "there are no credentials for Amazon"
            cure = (
                f"install Amazon's `ask` CLI and run `ask configure`, which writes"
                f" {file}; or set ASK_ACCESS_TOKEN or ASK_REFRESH_TOKEN"
            )
        except (msgspec.MsgspecError, UnicodeDecodeError):
            problem = f"{file} is not as the `ask` CLI writes it"
            cure = "run `ask configure`"
        raise UnusableCredentials(problem, cure)

    def _is_over(self, token: _Token) -> bool:
        if token.expires_at is None:
            return False  # Amazon will say so
        expires_at = token.expires_at
        if expires_at.tzinfo is None:
            expires_at = expires_at.replace(tzinfo=UTC)
        return expires_at < self.now + _LEAST_LEFT

    def _client(self) -> LwaClient | None:
        client_id = self._text("ASK_LWA_CLIENT_ID")
        secret = self._text("ASK_LWA_CLIENT_CONFIRMATION")
        if bool(client_id) != bool(secret):
            raise UnusableCredentials(
                "ASK_LWA_CLIENT_ID: goes with ASK_LWA_CLIENT_CONFIRMATION",
                "set both or neither: id and secret of a security profile",
            )
        return LwaClient(client_id, Secret(secret)) if client_id else None

    def _credentials(
        self,
        source: str,
        vendor_id: str | None,
        token: _Token,
        client: LwaClient | None,
    ) -> SmapiCredentials:
        for text in filter(None, (token.access_token, token.refresh_token, vendor_id)):
            if not _SENDABLE.fullmatch(text):
                problem = f"{source}: a token or the vendor id has signs that none has"
                raise UnusableCredentials(problem, "copy it again, without quotes")
        return SmapiCredentials(
            source=source,
            vendor_id=vendor_id or None,
            access_token=Secret(token.access_token) if token.access_token else None,
            refresh_token=Secret(token.refresh_token) if token.refresh_token else None,
            client=client,
            smapi_url=self._url("ASK_SMAPI_SERVER_BASE_URL", SMAPI_URL),
            lwa_url=self._url("ASK_LWA_TOKEN_HOST", LWA_URL),
        )

    def _text(self, name: str) -> str:
        return self.environ.get(name, "").strip()

    def _url(self, name: str, default: str) -> str:
        """Return an address that may be told the token: https, or this machine."""
        text = self._text(name).rstrip("/") or default
        parts = split_url(text)
        is_safe = parts is not None and (
            parts.scheme == "https"
            or (parts.scheme == "http" and parts.hostname in _LOOPBACK)
        )
        if not is_safe or parts is None or not parts.hostname:
            cure = "leave it out: only a stand-in is elsewhere"
            raise UnusableCredentials(f"{name}: takes an https URL", cure)
        return text
