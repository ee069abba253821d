"""Only requests made just now are answered; skill events may come late."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from service.verification.errors import VerificationError
from service.verification.request_checks import check_timestamp
from tests.service.signing import NOW, refused

MILLISECOND = timedelta(milliseconds=1)


@pytest.mark.parametrize("seconds", [-150, -1, 0, 1, 149.999, 150])
@pytest.mark.parametrize("kind", ["IntentRequest", "Future.Kind", "", None])
def test_a_fresh_request_is_accepted(seconds: float, kind: str | None) -> None:
    check_timestamp(NOW - timedelta(seconds=seconds), kind, NOW)


@pytest.mark.parametrize("tolerance", [timedelta(seconds=150)])
@pytest.mark.parametrize(
    "kind",
    ["LaunchRequest", "NotAlexaSkillEvent.SkillEnabled", "alexaskillevent.X", None],
)
def test_a_distant_request_is_refused(tolerance: timedelta, kind: str | None) -> None:
    for stamp in (NOW - tolerance - MILLISECOND, NOW + tolerance + MILLISECOND):
        with refused("timestamp_distant"):
            check_timestamp(stamp, kind, NOW)


@pytest.mark.parametrize(
    "kind", ["SkillEnabled", "SkillDisabled", "ProactiveSubscriptionChanged", "New"]
)
def test_a_skill_event_may_come_an_hour_late(kind: str) -> None:
    event = f"AlexaSkillEvent.{kind}"
    check_timestamp(NOW - timedelta(seconds=3600), event, NOW)
    with refused("timestamp_distant"):
        check_timestamp(NOW - timedelta(seconds=3660), event, NOW)


def test_time_zones_are_understood() -> None:
    tokyo = timezone(timedelta(hours=9))
    check_timestamp(NOW.astimezone(tokyo), "LaunchRequest", NOW)
    with refused("timestamp_distant"):
        check_timestamp(NOW.replace(tzinfo=tokyo), "LaunchRequest", NOW)


def test_a_missing_timestamp_is_refused() -> None:
    with refused("timestamp_missing"):
        check_timestamp(None, "LaunchRequest", NOW)


def test_a_timestamp_without_zone_is_refused_under_its_own_name() -> None:
    with refused("timestamp_without_zone"):
        check_timestamp(NOW.replace(tzinfo=None), "LaunchRequest", NOW)


@pytest.mark.parametrize("stamp", [datetime.min, datetime.max])  # noqa: DTZ901
def test_the_ends_of_time_are_refused(stamp: datetime) -> None:
    for hours in (-14, 0, 14):
        zone = timezone(timedelta(hours=hours))
        with refused("timestamp_distant"):
            check_timestamp(stamp.replace(tzinfo=zone), "LaunchRequest", NOW)


ZONES = st.one_of(st.none(), st.timezones(), st.just(UTC))


@given(st.datetimes(timezones=ZONES), st.one_of(st.none(), st.text()))
@settings(max_examples=100)
def test_any_timestamp_is_near_or_refused(stamp: datetime, kind: str | None) -> None:
    try:
        check_timestamp(stamp, kind, NOW)
    except VerificationError:
        return
    assert abs((stamp - NOW).total_seconds()) <= 3600
