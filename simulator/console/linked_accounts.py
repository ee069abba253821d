"""Linked accounts: the device owner's account and the recognised speaker's."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import count

from simulator.alexa import requests
from simulator.alexa.account_linking import AccountLinking, LinkRefused, Tokens
from simulator.alexa.device import SimulatedDevice
from simulator.alexa.session import SkillReply
from simulator.console.steps import SCREENS, InitialState

PERSON = "amzn1.ask.person.STANDIN"
USER = "amzn1.ask.account.STANDIN"
HEADLESS_REDIRECT = "http://127.0.0.1/callback"


@dataclass(slots=True)
class LinkedAccount:
    """A linked account.

    name: the account's name in the fake Spotify; None for a real account.
    tokens: the tokens that Alexa keeps.
    """

    name: str | None
    tokens: Tokens


@dataclass(slots=True)
class LinkedAccounts:
    """Link and unlink accounts, and keep the device's profile up to date.

    device: the simulated device.
    linking: where accounts are linked.
    account: the device owner's linked account; None without one.
    speaker: the recognised speaker's linked account; None while no voice is known.

    Alexa keeps and refreshes the tokens; the skill sees access tokens only. A refused
    refresh changes nothing: the skill goes on with the old token, which is refused.
    """

    device: SimulatedDevice
    linking: AccountLinking
    account: LinkedAccount | None = None
    speaker: LinkedAccount | None = None
    _enabled: Iterator[int] = field(default_factory=lambda: count(2))

    async def link(self, account: str | None) -> SkillReply | None:
        """Link an account of the fake Spotify without its pages; None unlinks."""
        if account is None:
            self.unlink()
            return None
        tokens = await self.linking.link_without_pages(account, HEADLESS_REDIRECT)
        return await self.add_linked(LinkedAccount(account, tokens))

    def unlink(self) -> None:
        """Remove all links; the skill learns of this with the next request."""
        self.account = self.speaker = None
        self._update_profile()

    async def link_silently(self, account: str | None) -> None:
        """Link an account as if it had been linked long ago: the skill is not told."""
        if account is not None:
            tokens = await self.linking.link_without_pages(account, HEADLESS_REDIRECT)
            self.account = LinkedAccount(account, tokens)
            self._update_profile()

    async def add_linked(self, linked: LinkedAccount) -> SkillReply:
        """Link an account and send the skill Amazon's event; return the reply."""
        self.account = linked
        self._update_profile()
        token = linked.tokens.access.reveal()
        return await self.device.notifies("SkillAccountLinked", {"accessToken": token})

    async def recognise(self, account: str | None) -> None:
        """Recognise a speaker who linked their own account; None: no voice is known."""
        self.speaker = None
        if account is not None:
            tokens = await self.linking.link_without_pages(account, HEADLESS_REDIRECT)
            self.speaker = LinkedAccount(account, tokens)
        self._update_profile()

    async def disable(self) -> SkillReply:
        """Disable the skill and enable it again: Amazon gives another user id."""
        reply = await self.device.notifies("SkillDisabled")
        self.device.forget()
        user_id = f"{USER}-{next(self._enabled)}"
        self.device.profile = replace(self.device.profile, user_id=user_id)
        self.unlink()
        return reply

    async def keep_fresh(self) -> None:
        """Refresh expired tokens, as Alexa does before a request."""
        for linked in (self.account, self.speaker):
            if linked is None or not linked.tokens.needs_refresh(self.linking.now()):
                continue
            try:
                linked.tokens = await self.linking.refresh(linked.tokens)
            except LinkRefused:
                continue
        self._update_profile()

    def _update_profile(self) -> None:
        account, speaker = self.account, self.speaker
        self.device.profile = replace(
            self.device.profile,
            token=account.tokens.access.reveal() if account else None,
            person_id=PERSON if speaker else None,
            person_token=speaker.tokens.access.reveal() if speaker else None,
        )


def profile(initial_state: InitialState, skill_id: str) -> requests.DeviceProfile:
    """Return the device profile of an initial state, without a linked account."""
    return requests.DeviceProfile(
        skill_id=skill_id,
        locale=initial_state.locale,
        user_id=USER,
        screen=SCREENS.get(initial_state.screen),
    )
