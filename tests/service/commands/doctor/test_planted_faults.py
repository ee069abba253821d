"""Every planted fault is found, by name and alone, and its cure cures it."""

import pytest

from tests.service.commands.doctor.installation import (
    CLIENT_SECRET,
    PEPPER,
    Installation,
)
from tests.service.commands.doctor.planted_faults import PLANTED_FAULTS

SECRETS = (PEPPER, CLIENT_SECRET, "hush-hush", "pass-word-1", "change-me")


async def test_a_sound_installation_is_told_so(installation: Installation) -> None:
    assert await installation.findings() == []


@pytest.mark.parametrize("name", PLANTED_FAULTS)
async def test_a_fault_is_found_and_cured(
    installation: Installation, name: str
) -> None:
    plant = PLANTED_FAULTS[name]
    plant.plant(installation)
    found = await installation.findings()
    assert [one.check for one in found] == [plant.check], found
    assert plant.said in found[0].message
    assert plant.told in found[0].cure
    assert not [secret for secret in SECRETS if secret in str(found)]
    plant.cure(installation)
    assert await installation.findings() == []
