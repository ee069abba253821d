"""Check that a reply of the service is an answer and not an apology."""

import json

from tests.load.closed_loop import Reply
from tests.load.prepared import Scenario
from tests.load.servers import Unusable


def check(reply: Reply, scenario: Scenario) -> None:
    """Whether this is an answer with the conversation going on, not an apology."""
    if reply.status != 200:
        raise Unusable(f"{scenario.name} was answered with {reply.status}")
    response = json.loads(reply.body)["response"]
    if "outputSpeech" not in response or response.get("shouldEndSession") is True:
        raise Unusable(f"{scenario.name} was not answered: {response}")
