"""Bare aiohttp server, the yardstick: it reads the body and answers fixed JSON.

`python -m tests.load.bare` listens on the port that PORT names.
"""

import os

from aiohttp import web

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


if __name__ == "__main__":
    port = int(os.environ["PORT"])
    web.run_app(create_app(), host="127.0.0.1", port=port, access_log=None, print=None)
