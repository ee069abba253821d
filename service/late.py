"""What the first answer does not need, imported when it is asked for: one table."""

import importlib
from types import ModuleType

MODULES = {
    "account-linking": "service.account_linking",
    "doctor": "service.doctor.command",
    "metrics": "service.metrics",
    "redis": "providers.cache.redis.factory",
    "serve": "service.process",
    "skill-package": "service.skill_package",
}


def late(part: str) -> ModuleType:
    return importlib.import_module(MODULES[part])
