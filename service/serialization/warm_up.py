"""Imports of the SDK's models before the first request, not during it.

The codec imports a model's module when it first reads that model: 14 ms in all.
"""

import importlib

# Packages, whose `__init__` imports every model in them. Ordinary requests of every
# kind and ordinary answers need these and no others.
PACKAGES = (
    "ask_sdk_model.events.skillevents",
    "ask_sdk_model.interfaces.alexa.presentation.apl",
    "ask_sdk_model.interfaces.system",
    "ask_sdk_model.slu.entityresolution",
    "ask_sdk_model.ui",
)


def warm_up() -> None:
    """Import what ordinary requests and answers need."""
    for package in PACKAGES:
        importlib.import_module(package)
