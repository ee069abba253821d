"""The service as a process: from the settings in the environment to its exit code."""

import asyncio
import os
import sys

from service.app import create_app
from service.cures import told
from service.observability import set_up_logging
from service.serving import PortTaken, serve
from service.settings import SettingsError, load
from service.trust_store import TrustStoreUnusable
from service.turn_lines import turn_lines

UNUSABLE = 2  # the exit code for settings that cannot be used


def serve_skill() -> int:
    try:
        settings = load(os.environ)
    except SettingsError as error:
        return _unusable(*map(told, error.problems))
    set_up_logging(settings)
    try:
        app = create_app(settings, listeners=(turn_lines(settings, sys.stdout),))
        asyncio.run(serve(app, settings))
    except PortTaken as error:
        name = "PORT" if error.port == settings.port else "METRICS_PORT"
        return _unusable(told(f"{name}: {error}"))
    except TrustStoreUnusable as error:
        return _unusable(str(error))
    return 0


def _unusable(*lines: str) -> int:
    for line in lines:
        sys.stderr.write(f"{line}\n")
    return UNUSABLE
