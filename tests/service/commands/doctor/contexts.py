"""A check context with hardly any settings."""

from pathlib import Path

from service.commands.doctor.report import CheckContext
from tests.service.running import now

SKILL = "amzn1.ask.skill.11111111-2222-4333-8444-555555555555"


def context(tmp_path: Path, **environ: str) -> CheckContext:
    return CheckContext.of({"SKILL_ID": SKILL} | environ, tmp_path, now)
