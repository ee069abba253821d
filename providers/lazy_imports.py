"""Deferred work: modules, files and patterns that the first answer does not need.

They are read at their first use, or right after the first answer: their time is not
the start's, and their memory not an idle process's.
"""

import re
import sys
from collections.abc import Callable
from functools import partial
from importlib.util import LazyLoader, find_spec, module_from_spec
from types import ModuleType
from typing import Any, cast

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


_METHODS = (
    *("search", "match", "fullmatch", "sub", "subn"),
    *("split", "findall", "finditer"),
)


class _DeferredPattern:
    """A regular expression that is compiled when one of its methods is first used."""

    def __init__(self, pattern: str, flags: int) -> None:
        self.pattern = pattern
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        compiled = re.compile(self.pattern, self._flags)
        for method in _METHODS:
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)


def deferred_pattern(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """Return what `re.compile` returns; it is compiled at the first use of it.

    An error in the pattern is raised then.
    """
    compiled_later = _DeferredPattern(pattern, flags)
    after_first_answer(partial(getattr, compiled_later, "search"))
    return cast("re.Pattern[str]", compiled_later)


def after_first_answer(work: Callable[[], object]) -> None:
    """Let `do_deferred` call `work`, which does nothing where it was done before."""
    _work.append(work)


def do_deferred() -> bool:
    """Do one thing that was deferred; return whether another one is left.

    All of it takes 80 ms, too long for whoever asks next to wait.
    """
    if _work:
        _work.pop()()
    return bool(_work)
