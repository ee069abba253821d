"""For load testers: `python -m tests.load bench` holds the service against aiohttp.

The generator and the stand-in Spotify run on one core, the server under test on another
that nothing else is given. Needs Linux (epoll, CPU affinity) and two cores.
"""
