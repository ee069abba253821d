"""What the first answer does not need is done at its first use, or after the answer."""

import re
import sys
from functools import partial
from pathlib import Path

import pytest

from providers.lazy_imports import (
    after_first_answer,
    deferred,
    deferred_pattern,
    do_deferred,
)

SELDOM = "a_module_that_nothing_imports"


def test_a_module_is_imported_at_its_first_use(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / f"{SELDOM}.py").write_text("ONE_THIRD = 1 / 3\n", encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    module = deferred(SELDOM)
    assert "ONE_THIRD" not in object.__getattribute__(module, "__dict__")
    assert module.ONE_THIRD == 1 / 3
    assert deferred(SELDOM) is module is sys.modules[SELDOM]


def test_a_module_that_is_not_there_is_missed_at_once() -> None:
    with pytest.raises(ModuleNotFoundError):
        deferred("no_module_of_this_name")


def test_what_was_put_off_is_done_once_and_piece_by_piece(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("providers.lazy_imports._work", [])
    done: list[str] = []
    for name in ("read", "imported"):
        after_first_answer(partial(done.append, name))
    assert [do_deferred() for _ in range(3)] == [True, False, False]
    assert sorted(done) == ["imported", "read"]


def test_a_pattern_is_compiled_at_its_first_use(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("providers.lazy_imports._work", [])
    wrong, right = deferred_pattern("("), deferred_pattern("(A)b", re.IGNORECASE)
    assert right.pattern == "(A)b"
    assert right.sub("x", "aB") == "x"
    assert (right.flags & re.IGNORECASE, right.groups) == (re.IGNORECASE, 1)
    with pytest.raises(re.error):
        wrong.search("x")
