"""Everything that the page shows beside the conversation, as JSON."""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from babel import Locale, UnknownLocaleError

from simulator.alexa.device import Tampering
from simulator.alexa.entity_resolution import Entities
from simulator.alexa.interaction_model import Intent, locales
from simulator.alexa.speech_recognition import transcribed
from simulator.console.console import Console
from simulator.console.linked_accounts import LinkedAccount
from simulator.console.steps import SCREENS
from simulator.spotify.data.account_roster import roster
from simulator.spotify.errors import CANNED

# FOLDED Things one could say next, made from the interaction model's own samples.

_SLOT = re.compile(r"\{(\w+)\}")

_SPACELESS = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")

CHIPS = 8

NAMED = 4

NUMBERS = ("2", "3", "5")


def sentences(entities: Entities) -> tuple[str, ...]:
    """Every sample with its slots filled in, without doubles, in the model's order."""
    model = entities.model
    spoken = (
        filled
        for intent in model.intents
        for number, sample in enumerate(intent.samples)
        if (filled := _filled(sample, intent, entities, number)) is not None
    )
    return tuple(dict.fromkeys(spoken))


def suggestions(
    entities: Entities, turn: int, spoken: Iterable[str] = ()
) -> tuple[str, ...]:
    """A few; first what Alexa has just named in `spoken`, then a sample of each intent.

    It is another sample, and begins with another intent, from turn to turn.
    """
    own = [i for i in entities.model.intents if not i.name.startswith("AMAZON.")]
    first = turn * 3 % max(1, len(own))
    chosen = (_one(intent, entities, turn) for intent in (*own[first:], *own[:first]))
    offered = (*_named(entities, spoken), *(one for one in chosen if one is not None))
    return tuple(dict.fromkeys(offered))[:CHIPS]


def _named(entities: Entities, spoken: Iterable[str]) -> list[str]:
    """Samples that occur, whole, in what was said: the longest of them first."""
    heard = [transcribed(text) for text in spoken]
    samples = {s for i in entities.model.intents for s in i.samples if "{" not in s}
    found = [s for s in samples if any(_occurs(transcribed(s), text) for text in heard)]
    found.sort(key=lambda sample: (-len(sample), sample))
    whole: list[str] = []
    for sample in found:
        if not any(_occurs(transcribed(sample), transcribed(one)) for one in whole):
            whole.append(sample)
    return whole[:NAMED]


def _occurs(sample: str, text: str) -> bool:
    """As whole words; a language without spaces has to do without that."""
    if _SPACELESS.search(sample):
        return sample in text
    return f" {sample} " in f" {text} "


def _one(intent: Intent, entities: Entities, turn: int) -> str | None:
    """The intent's next sample with letters of its own that can be filled in."""
    samples = [s for s in intent.samples if _SLOT.sub("", s).strip()]
    return next(iter(_from(samples, intent, entities, turn)), None)


def _from(
    samples: list[str], intent: Intent, entities: Entities, turn: int
) -> Iterator[str]:
    for offset in range(len(samples)):
        sample = samples[(turn + offset) % len(samples)]
        filled = _filled(sample, intent, entities, turn)
        if filled is not None:
            yield filled


def _filled(sample: str, intent: Intent, entities: Entities, turn: int) -> str | None:
    """None where a slot has no values to choose from."""
    text = sample
    for slot in _SLOT.findall(sample):
        values = _values(intent.type_of(slot) or "", entities)
        if not values:
            return None
        text = text.replace(f"{{{slot}}}", values[turn % len(values)])
    return text


def _values(slot_type: str, entities: Entities) -> list[str]:
    """The listener's own names where the skill sent some, else the model's."""
    if slot_type == "AMAZON.NUMBER":
        return list(NUMBERS)
    known = entities.values(slot_type)
    sent = [entity.name.value for entity, dynamic in known if dynamic]
    return sent or [entity.name.value for entity, _ in known]


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
            "microphone": device.state.microphone,
            "reprompt": device.state.reprompt,
        },
        "screen": console.screen,
        "screens": _screens(),
        "account": _linked(console.accounts.account),
        "speaker": _linked(console.accounts.speaker),
        "accounts": _accounts(),
        "entities": _entities(device.entities),
        "real": console.real,
        "redis": console.environment.redis.state if console.environment.redis else None,
        "faults": console.environment.spotify.faults.listed(),
        "fault_kinds": _fault_kinds(),
        "skew": device.clock_skew.total_seconds(),
        "tampering": device.tampering,
        "tamperings": list(Tampering),
        "now": console.environment.clock.now().isoformat(),
        "steps": len(console.performed),
        "scene": console.environment.initial,
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


def _linked(linked: LinkedAccount | None) -> Json | None:
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
