"""Imports of the SDK's models that launches and intents do not need.

The codec imports a model's module when it first reads that model: 14 ms in all.
"""

import importlib

# Packages, whose `__init__` imports every model in them: for touches and skill events.
# Ordinary requests of every kind need these, what our modules import, and no others.
PACKAGES = (
    "ask_sdk_model.events.skillevents",
    "ask_sdk_model.interfaces.alexa.presentation.apl",
)


def warm_up() -> None:
    """Import what ordinary requests other than launches and intents need."""
    for package in PACKAGES:
        importlib.import_module(package)
