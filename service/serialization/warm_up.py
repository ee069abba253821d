"""Imports of the SDK's models before the first request, not during it.

The codec imports a model's module when it first reads that model: 14 to 25 ms in all.
"""

import importlib

# Packages, whose `__init__` imports every model in them. Ordinary requests of every
# kind and ordinary answers need these and no others.
PACKAGES = (
    "ask_sdk_model.dialog",
    "ask_sdk_model.er.dynamic",
    "ask_sdk_model.events.skillevents",
    "ask_sdk_model.interfaces.alexa.extension",
    "ask_sdk_model.interfaces.alexa.presentation.apl",
    "ask_sdk_model.interfaces.alexa.presentation.html",
    "ask_sdk_model.interfaces.audioplayer",
    "ask_sdk_model.interfaces.display",
    "ask_sdk_model.interfaces.system",
    "ask_sdk_model.interfaces.system_unit",
    "ask_sdk_model.interfaces.videoapp",
    "ask_sdk_model.interfaces.viewport.apl",
    "ask_sdk_model.interfaces.viewport.size",
    "ask_sdk_model.interfaces.viewport.video",
    "ask_sdk_model.slu.entityresolution",
    "ask_sdk_model.ui",
)


def warm_up() -> None:
    """Import what ordinary requests and answers need."""
    for package in PACKAGES:
        importlib.import_module(package)
