"""The real Spotify in place of the stand-in, for whoever has an app of theirs."""

from collections.abc import Mapping
from dataclasses import dataclass

from service.console.console import Console
from service.console.linking import AccountsService
from service.settings import SPOTIFY_ACCOUNTS_URL, SPOTIFY_API_URL


@dataclass(frozen=True, slots=True)
class RealSpotify:
    """`client_id` names the app; with PKCE nobody needs its secret.

    The app has to have `http://127.0.0.1/callback` among its redirect URIs; the port
    is added when it is used, which the service allows for loopback literals.
    https://developer.spotify.com/documentation/web-api/concepts/redirect_uri
    """

    client_id: str
    api_url: str = SPOTIFY_API_URL
    accounts_url: str = SPOTIFY_ACCOUNTS_URL

    async def enter(self, console: Console) -> None:
        """The skill talks to the real service from now on; nobody is linked yet."""
        await console.stage.raise_skill(
            {"SPOTIFY_API_URL": self.api_url, "SPOTIFY_ACCOUNTS_URL": self.accounts_url}
        )
        service = AccountsService(self.accounts_url, self.client_id)
        console.leave_the_stand_in(console.stage.linking(service))


def real_spotify(environ: Mapping[str, str]) -> RealSpotify | None:
    """From `SPOTIFY_CLIENT_ID`, and the addresses where they are others; else None."""
    client_id = environ.get("SPOTIFY_CLIENT_ID", "").strip()
    if not client_id:
        return None
    return RealSpotify(
        client_id,
        environ.get("SPOTIFY_API_URL", "").strip() or SPOTIFY_API_URL,
        environ.get("SPOTIFY_ACCOUNTS_URL", "").strip() or SPOTIFY_ACCOUNTS_URL,
    )
