"""Grants, whatever happens to them in whatever order."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    Bundle,
    RuleBasedStateMachine,
    consumes,
    invariant,
    rule,
)

from simulator.spotify.oauth.tokens import (
    ACCESS_LIFETIME,
    CODE_LIFETIME,
    Grant,
    GrantRefused,
    Grants,
)

START = datetime(2026, 8, 31, tzinfo=UTC)
BACK = "http://127.0.0.1/callback"


def grant_for(account: str, now: datetime) -> Grant:
    return Grant(
        client_id="app",
        account=account,
        scopes=frozenset({"user-top-read"}),
        redirect_uri=BACK,
        challenge=None,
        consented_at=now,
    )


class Lives(RuleBasedStateMachine):
    """Consents, redeems, refreshes, revokes and waits at random; what must hold then
    is worked out from the story alone."""

    codes = Bundle("codes")
    refreshes = Bundle("refreshes")

    def __init__(self) -> None:
        super().__init__()
        self.now = START
        numbers = iter(range(10**9))
        self.grants = Grants(lambda: self.now, lambda: f"{next(numbers)}")
        self.issued: list[tuple[str, Grant, datetime]] = []

    @rule(target=codes, account=st.sampled_from(["ada", "ben"]))
    def issue_code(self, account: str) -> tuple[str, Grant]:
        grant = grant_for(account, self.now)
        return self.grants.issue_code(grant), grant

    @rule(target=refreshes, code=consumes(codes))
    def redeem(self, code: tuple[str, Grant]) -> tuple[str, Grant] | None:
        text, grant = code
        in_time = self.now <= grant.consented_at + CODE_LIFETIME
        try:
            redeemed = self.grants.redeem(text, "app", BACK, None)
        except GrantRefused:
            assert not in_time
            return None
        assert in_time
        assert redeemed is grant
        self._issue(grant)
        return self.grants.new_refresh_token(grant), grant

    @rule(code=codes)
    def redeem_twice(self, code: tuple[str, Grant]) -> None:
        text, grant = code
        if self.now > grant.consented_at + CODE_LIFETIME:
            return
        self.grants.redeem(text, "app", BACK, None)
        with pytest.raises(GrantRefused):
            self.grants.redeem(text, "app", BACK, None)
        assert grant.revoked
        grant.redeemed = False  # so that the rules above may still tell the story
        grant.revoked = False

    @rule(refresh=refreshes)
    def refresh(self, refresh: tuple[str, Grant] | None) -> None:
        if refresh is None:
            return
        text, grant = refresh
        good = not grant.revoked and self.now < grant.expires_at
        try:
            assert self.grants.find_by_refresh_token(text, "app") is grant
        except GrantRefused:
            assert not good
        else:
            assert good
            self._issue(grant)

    @rule(refresh=refreshes)
    def revoke(self, refresh: tuple[str, Grant] | None) -> None:
        if refresh is not None:
            self.grants.revoke(refresh[0])
            assert refresh[1].revoked

    @rule(account=st.sampled_from(["ada", "ben"]))
    def revoke_everything(self, account: str) -> None:
        self.grants.revoke_account(account)
        live = [g for _, g, _ in self.issued if g.account == account and not g.revoked]
        assert all(not grant.refresh_token for grant in live)

    @rule(hours=st.sampled_from([0.1, 0.5, 1, 24, 24 * 90]))
    def wait(self, hours: float) -> None:
        self.now += timedelta(hours=hours)

    def _issue(self, grant: Grant) -> None:
        token = self.grants.new_access_token(grant)
        self.issued.append((token, grant, self.now))

    @invariant()
    def access_tokens_last_an_hour_or_until_revoked(self) -> None:
        for token, grant, when in self.issued:
            good = not grant.revoked and self.now < when + ACCESS_LIFETIME
            assert (self.grants.find_by_access_token(token) is grant) is good
            assert self.grants.was_issued(token)


TestLives = Lives.TestCase
TestLives.settings = settings(max_examples=40, stateful_step_count=25)


def test_six_months_from_the_end_of_august_end_in_february() -> None:
    assert grant_for("ada", START).expires_at == datetime(2027, 2, 28, tzinfo=UTC)


def test_refreshing_does_not_prolong_the_six_months() -> None:
    now = [START]
    numbers = iter(range(100))
    grants = Grants(lambda: now[0], lambda: f"{next(numbers)}")
    grant = grant_for("ada", START)
    token = grants.new_refresh_token(grant)
    for _ in range(5):
        now[0] += timedelta(days=30)
        assert grants.find_by_refresh_token(token, "app") is grant
        token = grants.new_refresh_token(grant)
    now[0] = grant.expires_at
    with pytest.raises(GrantRefused, match="expired"):
        grants.find_by_refresh_token(token, "app")


def test_tokens_of_other_applications_and_strangers_are_unknown() -> None:
    grants = Grants(lambda: START, lambda: "x")
    grant = grant_for("ada", START)
    code = grants.issue_code(grant)
    with pytest.raises(GrantRefused, match="Invalid authorization code"):
        grants.redeem(code, "other", BACK, None)
    token = grants.new_refresh_token(grant)
    with pytest.raises(GrantRefused, match="Invalid refresh token"):
        grants.find_by_refresh_token(token, "other")
    assert grants.find_by_access_token("never") is None
    assert not grants.was_issued("never")
    grants.revoke("never")
    assert not grant.revoked
    assert token not in repr(grant)
