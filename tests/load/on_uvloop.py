"""The service on uvloop, to measure what another event loop would bring.

`python -m tests.load.on_uvloop` serves as `python -m service` does.
"""

import asyncio
import sys
from importlib import import_module

from service.__main__ import main

if __name__ == "__main__":
    asyncio.set_event_loop_policy(import_module("uvloop").EventLoopPolicy())
    sys.exit(main([]))
