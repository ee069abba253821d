"""Fake Alexa: signed requests, language understanding, and a simulated device.

`SimulatedDevice` holds a conversation with the skill; the request builders in
`simulator.alexa.requests` make single envelopes for tests.
"""

from simulator.alexa.account_linking import (
    AccountLinking,
    AccountsService,
    LinkRefused,
    Tokens,
)
from simulator.alexa.certificates import Flaw, SigningChain, make_chain, new_key
from simulator.alexa.device import (
    DeviceTurn,
    SimulatedDevice,
    SkillClient,
    Tampering,
)
from simulator.alexa.interaction_model import (
    LanguageModel,
    ModelMissing,
    ModelUnreadable,
    read_model,
)
from simulator.alexa.language_understanding import LanguageUnderstanding
from simulator.alexa.requests import (
    AlexaSession,
    DeviceProfile,
    Interpretation,
    RequestStamp,
    ScreenProfile,
    Signer,
    SlotMatch,
    SlotValue,
)
from simulator.alexa.response_validation import (
    BrokenResponse,
    ResponseValidator,
    broken_rules,
)
from simulator.alexa.session import Exchange, SessionState, SkillReply

__all__ = [
    "AccountLinking",
    "AccountsService",
    "AlexaSession",
    "BrokenResponse",
    "DeviceProfile",
    "DeviceTurn",
    "Exchange",
    "Flaw",
    "Interpretation",
    "LanguageModel",
    "LanguageUnderstanding",
    "LinkRefused",
    "ModelMissing",
    "ModelUnreadable",
    "RequestStamp",
    "ResponseValidator",
    "ScreenProfile",
    "SessionState",
    "Signer",
    "SigningChain",
    "SimulatedDevice",
    "SkillClient",
    "SkillReply",
    "SlotMatch",
    "SlotValue",
    "Tampering",
    "Tokens",
    "broken_rules",
    "make_chain",
    "new_key",
    "read_model",
]
