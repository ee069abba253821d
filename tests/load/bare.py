"""Bare aiohttp server, the yardstick: it reads the body and answers fixed JSON.

`python -m tests.load.bare` listens on the port that PORT names.
"""

import os

import uvloop
from aiohttp import web

from service.garbage_collection import freeze_gc

ANSWER = (
    b'{"version":"1.0","sessionAttributes":{},"response":{"outputSpeech":{"type":"SSML",'
    b'"ssml":"<speak>' + b"Here is what you asked for. " * 12 + b'</speak>"},'
    b'"shouldEndSession":false}}'
)


async def answer(request: web.Request) -> web.Response:
    await request.read()
    return web.Response(body=ANSWER, content_type="application/json")


def create_app() -> web.Application:
    app = web.Application()
    app.router.add_post("/alexa", answer)
    return app


def serve(app: web.Application) -> None:
    """Serve on the port that PORT names, as fast as the yardsticks can.

    On uvloop, with a collector that seldom looks, as the service has it.
    """
    loop = uvloop.new_event_loop()
    freeze_gc()
    port = int(os.environ["PORT"])
    web.run_app(
        app, host="127.0.0.1", port=port, access_log=None, print=None, loop=loop
    )


if __name__ == "__main__":
    serve(create_app())
