"""Amazon's own verifier of its Python SDK, brought in without leaving a trace."""

import importlib
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from types import ModuleType
from typing import Any, Literal

import ask_sdk_webservice_support

VERIFIER = "ask_sdk_webservice_support.verifier"
Verdict = Literal["accepted", "refused", "crashed"]


def _validator() -> ModuleType:
    """Stands for `certvalidator`, which no longer loads beside today's OpenSSL.

    Only the building of chains is lost with it, and that is compared with nothing:
    the stock verifier knows no other roots than the machine's.
    """
    stub = ModuleType("certvalidator")
    stub.errors = ModuleType("certvalidator.errors")  # type: ignore[attr-defined]
    stub.CertificateValidator = None  # type: ignore[attr-defined]
    for name in ("ValidationError", "PathError"):
        setattr(stub.errors, name, type(name, (Exception,), {}))
    return stub


@contextmanager
def _stubbed() -> Iterator[None]:
    stub = _validator()
    stubs = {"certvalidator": stub, "certvalidator.errors": stub.errors}
    before = {name: sys.modules.get(name) for name in (*stubs, VERIFIER)}
    sys.modules.update(stubs)
    sys.modules.pop(VERIFIER, None)
    try:
        yield
    finally:
        for name, module in before.items():
            sys.modules.pop(name, None)
            if module is not None:
                sys.modules[name] = module
        vars(ask_sdk_webservice_support).pop("verifier", None)


@cache
def stock() -> Any:
    """The vendor's module, held by us alone: nobody else can import this copy."""
    with _stubbed():
        return importlib.import_module(VERIFIER)


def verdict(check: Callable[..., object], *arguments: object) -> Verdict:
    """How one of the vendor's checks ends."""
    try:
        check(*arguments)
    except stock().VerificationException:
        return "refused"
    except Exception:  # noqa: BLE001 - which of them it dies of is not our business
        return "crashed"
    return "accepted"
