"""Load test kit: benchmark, load scenarios and soak.

`python -m tests.load bench` compares the service with bare aiohttp;
`python -m tests.load run` runs the scenarios of docs/load-testing.md. The generator and
the fake Spotify run on one core; the server under test has another core for itself.
Needs Linux (epoll, CPU affinity) and two cores.
"""
