"""What stands is never looked at again."""

import gc
from collections.abc import Iterator

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
