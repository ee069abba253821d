"""Deferred work: modules and files that the first answer does not need.

They are read at their first use, or right after the first answer: their time is not
the start's, and their memory not an idle process's.
"""

import sys
from collections.abc import Callable
from functools import partial
from importlib.util import LazyLoader, find_spec, module_from_spec
from types import ModuleType

_work: list[Callable[[], object]] = []


def deferred(name: str) -> ModuleType:
    """Return the top-level module `name`; it is imported at the first use of it.

    Returns the module itself where it is imported already. Raises
    `ModuleNotFoundError` at once where there is none.
    """
    if name in sys.modules:
        return sys.modules[name]
    spec = find_spec(name)
    if spec is None or spec.loader is None:
        raise ModuleNotFoundError(name=name)
    loader = spec.loader = LazyLoader(spec.loader)
    module = sys.modules[name] = module_from_spec(spec)
    loader.exec_module(module)
    after_first_answer(partial(dir, module))
    return module


def after_first_answer(work: Callable[[], object]) -> None:
    """Let `do_deferred` call `work`, which does nothing where it was done before."""
    _work.append(work)


def do_deferred() -> None:
    """Do what was deferred: import each module, read each file."""
    while _work:
        _work.pop()()
