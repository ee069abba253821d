"""Everything that the page shows beside the conversation, as JSON."""

from typing import Any

from babel import Locale, UnknownLocaleError

from service.console.console import Console
from service.console.entities import Entities
from service.console.household import Linked
from service.console.interaction_model import locales
from service.console.line import Tampering
from service.console.scene import SCREENS
from service.console.suggestions import sentences, suggestions
from service.standin.spotify.canned import CANNED
from service.standin.spotify.roster import roster

Json = dict[str, Any]

# Of the ways to be slow those that show something in a conversation.
SLOWNESSES = {
    "delay": "every call late",
    "lognormal": "as slow as the real one",
    "straggle": "a few calls very late",
    "hang": "no answer at all",
    "reset": "connection cut",
    "truncate": "answer cut off",
    "drip": "answer in drops",
}


def state(console: Console, *, apl: bool) -> Json:
    """`apl` tells whether the renderer of screens is installed."""
    device = console.device
    entities = Entities(device.understanding.model, device.entities)
    return {
        "skill": device.understanding.model.invocation_name,
        "locale": device.profile.locale,
        "locales": [{"code": code, "name": language(code)} for code in locales()],
        "suggestions": suggestions(entities, len(console.seen), _spoken(console)),
        "sentences": sentences(entities),
        "session": {
            "open": device.in_session,
            "microphone": device.standing.microphone,
            "reprompt": device.standing.reprompt,
        },
        "screen": console.screen,
        "screens": _screens(),
        "account": _linked(console.household.account),
        "speaker": _linked(console.household.speaker),
        "accounts": _accounts(),
        "entities": _entities(device.entities),
        "real": console.real,
        "redis": console.stage.redis.state if console.stage.redis else None,
        "faults": console.stage.spotify.faults.listed(),
        "fault_kinds": _fault_kinds(),
        "skew": device.clock_skew.total_seconds(),
        "tampering": device.tampering,
        "tamperings": list(Tampering),
        "now": console.stage.clock.now().isoformat(),
        "steps": len(console.performed),
        "scene": console.stage.scene,
        "apl": apl,
    }


def language(code: str) -> str:
    """The locale's name in its own language.

    >>> language("de-DE")
    'Deutsch (Deutschland)'
    """
    try:
        return Locale.parse(code, sep="-").get_display_name() or code
    except (UnknownLocaleError, ValueError):
        return code


def _spoken(console: Console) -> list[str]:
    """What Alexa said last, while she waits for an answer."""
    if not (console.seen and console.device.in_session):
        return []
    reply = console.seen[-1].reply
    return [reply.speech, reply.reprompt]


def _fault_kinds() -> list[Json]:
    """Every failing answer by its status, then the slownesses."""
    answers = {
        kind: f"{reply.status} {kind.replace('_', ' ')}"
        for kind, reply in CANNED.items()
    }
    return [{"kind": k, "label": v} for k, v in {**answers, **SLOWNESSES}.items()]


def _linked(linked: Linked | None) -> Json | None:
    if linked is None:
        return None
    return {"name": linked.name, "until": linked.tokens.until.isoformat()}


def _screens() -> list[Json]:
    return [{"name": "none", "label": "No screen"}] + [
        {
            "name": name,
            "label": f"{name.capitalize()} ({screen.width} × {screen.height})",
            "width": screen.width,
            "height": screen.height,
            "round": screen.shape == "ROUND",
            "viewport": screen.viewport(),
        }
        for name, screen in SCREENS.items()
    ]


def _accounts() -> list[Json]:
    return [
        {"name": name, "label": part.display_name or name, "language": part.language}
        for name, part in roster().items()
    ]


def _entities(sent: Any) -> list[Json]:
    return [
        {
            "type": slot_type,
            "values": [
                {"name": one.name.value, "synonyms": list(one.name.synonyms)}
                for one in values
            ],
        }
        for slot_type, values in sent.items()
    ]
