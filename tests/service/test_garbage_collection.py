"""What stands is never looked at again."""

import gc
import sys
import weakref
from collections.abc import Iterator
from pathlib import Path

import pytest

from service import garbage_collection


@pytest.fixture
def _as_it_was() -> Iterator[None]:
    before = gc.get_threshold()
    yield
    gc.set_threshold(*before)
    gc.unfreeze()
    gc.enable()


@pytest.mark.usefixtures("_as_it_was")
def test_what_is_there_is_left_alone_and_the_rest_seldom_walked() -> None:
    garbage_collection.disable_gc()
    assert not gc.isenabled()
    garbage_collection.freeze_gc()
    assert gc.get_freeze_count() > 1000
    assert gc.get_threshold() == (
        garbage_collection.YOUNG,
        garbage_collection.MIDDLE,
        garbage_collection.OLD,
    )
    assert gc.isenabled()


@pytest.mark.usefixtures("_as_it_was")
def test_garbage_of_an_import_is_collected(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = "class Kept:\n    me = None\nKept.me, seen = Kept, [Kept]\n"
    (tmp_path / "leaves_garbage.py").write_text(source)
    monkeypatch.syspath_prepend(tmp_path)
    garbage_collection.disable_gc()
    garbage_collection.import_and_collect("leaves_garbage")
    module = sys.modules.pop("leaves_garbage")
    left = weakref.ref(module.Kept)
    module.__dict__.clear()
    assert left() is not None
    garbage_collection.import_and_collect("json")
    assert left() is None
