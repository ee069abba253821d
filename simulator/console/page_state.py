"""Page state: everything that the console shows beside the conversation, as JSON."""

import re
from collections.abc import Iterable, Iterator
from datetime import datetime
from itertools import islice
from typing import Any

from babel import Locale, UnknownLocaleError

from simulator.alexa.device import SimulatedDevice, Tampering
from simulator.alexa.entity_resolution import Entities
from simulator.alexa.interaction_model import Intent, locales
from simulator.alexa.speech_recognition import transcribe
from simulator.console.console import Console
from simulator.console.linked_accounts import LinkedAccount
from simulator.console.steps import SCREENS
from simulator.spotify.broken_responses import QUIRKS
from simulator.spotify.data.account_roster import roster
from simulator.spotify.data.catalogue import CatalogueTrack
from simulator.spotify.data.player import Player
from simulator.spotify.data.user_library import (
    FakePlaylist,
    Saved,
    UserLibrary,
    without_changes,
)
from simulator.spotify.errors import PREPARED_REPLIES

_SLOT = re.compile(r"\{(\w+)\}")

_SPACELESS = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")

MAX_SUGGESTIONS = 8

MAX_NAMED = 4

MAX_NEXT = 3
"""Songs and playlists that are shown of a longer list."""

FIRST_INTENTS = ("ListPlaylistsIntent", "RecommendIntent", "WhyIntent")
"""What the first conversation says after the skill was opened."""

SAMPLE_NUMBERS = ("2", "3", "5")


def sentences(entities: Entities) -> tuple[str, ...]:
    """Return every sample with its slots filled, each once, in the model's order."""
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
    """Return a few sentences that the listener could say next; at most eight.

    First come samples that occur in `spoken`, then a sample of each intent. The first
    intent and the samples change from turn to turn.
    """
    own = [i for i in entities.model.intents if not i.name.startswith("AMAZON.")]
    first = turn * 3 % max(1, len(own))
    chosen = (
        _next_sample(intent, entities, turn) for intent in (*own[first:], *own[:first])
    )
    offered = (
        *_samples_in(entities, spoken),
        *(sentence for sentence in chosen if sentence is not None),
    )
    return tuple(dict.fromkeys(offered))[:MAX_SUGGESTIONS]


def _samples_in(entities: Entities, spoken: Iterable[str]) -> list[str]:
    """Return samples that occur as a whole in the texts, the longest first."""
    texts = [transcribe(text) for text in spoken]
    samples = {s for i in entities.model.intents for s in i.samples if "{" not in s}
    occurring = [
        s for s in samples if any(_occurs(transcribe(s), text) for text in texts)
    ]
    occurring.sort(key=lambda sample: (-len(sample), sample))
    longest: list[str] = []
    for sample in occurring:
        if not any(_occurs(transcribe(sample), transcribe(text)) for text in longest):
            longest.append(sample)
    return longest[:MAX_NAMED]


def _occurs(sample: str, text: str) -> bool:
    """Return whether the sample occurs in whole words; with no spaces, anywhere."""
    if _SPACELESS.search(sample):
        return sample in text
    return f" {sample} " in f" {text} "


def _next_sample(intent: Intent, entities: Entities, turn: int) -> str | None:
    """Return the intent's next sample with words of its own, its slots filled."""
    samples = [s for s in intent.samples if _SLOT.sub("", s).strip()]
    return next(iter(_filled_samples(samples, intent, entities, turn)), None)


def _filled_samples(
    samples: list[str], intent: Intent, entities: Entities, turn: int
) -> Iterator[str]:
    for offset in range(len(samples)):
        sample = samples[(turn + offset) % len(samples)]
        filled = _filled(sample, intent, entities, turn)
        if filled is not None:
            yield filled


def _filled(sample: str, intent: Intent, entities: Entities, turn: int) -> str | None:
    """Return the sample with its slots filled; None where a slot has no values."""
    text = sample
    for slot in _SLOT.findall(sample):
        values = _values(intent.type_of(slot) or "", entities)
        if not values:
            return None
        text = text.replace(f"{{{slot}}}", values[turn % len(values)])
    return text


def _values(slot_type: str, entities: Entities) -> list[str]:
    """Return a slot type's dynamic values if there are any, else the model's."""
    if slot_type == "AMAZON.NUMBER":
        return list(SAMPLE_NUMBERS)
    values = entities.values(slot_type)
    own_names = [entity.name.value for entity, dynamic in values if dynamic]
    return own_names or [entity.name.value for entity, _ in values]


Json = dict[str, Any]

# The delays and broken connections that can be noticed in a conversation.
DELAY_LABELS = {
    "delay": "every call late",
    "lognormal": "as slow as the real one",
    "straggle": "a few calls very late",
    "hang": "no answer at all",
    "reset": "connection cut",
    "truncate": "answer cut off",
    "drip": "answer in drops",
}

PAGE_LABELS = {
    "offset_ignored": "the first page again and again",
    "limit_ignored": "pages of another size",
    "limit_refused": "400 pages above 20 refused",
    "endless": "pages without end",
}


def console_state(console: Console, *, apl: bool) -> Json:
    """Return the page's state; `apl`: whether the APL renderer is installed."""
    environment = console.environment
    return {
        **_conversation_state(console),
        **_device_state(console.device),
        "screen": console.screen,
        "screens": _screens(),
        "account": _linked(console.accounts.account),
        "speaker": _linked(console.accounts.speaker),
        "accounts": _accounts(),
        "real": console.uses_real_spotify,
        "spotify": _spotify_state(console),
        "redis": environment.redis.state if environment.redis else None,
        "faults": environment.spotify.faults.as_json(),
        "fault_kinds": _fault_kinds(),
        "quirks": sorted(QUIRKS),
        "now": environment.clock.now().isoformat(),
        "steps": len(console.history),
        "scene": environment.initial,
        "apl": apl,
    }


def _conversation_state(console: Console) -> Json:
    """Return what the listener can say, and in which language."""
    device = console.device
    entities = Entities(device.understanding.model, device.entities)
    spoken = _last_speech(console)
    return {
        "skill": device.understanding.model.invocation_name,
        "locale": device.profile.locale,
        "locales": [{"code": code, "name": language(code)} for code in locales()],
        "suggestions": suggestions(entities, len(console.reports), spoken),
        "sentences": sentences(entities),
        "first": [_plain_sample(entities, name) for name in FIRST_INTENTS],
        "entities": _entities(device.entities),
    }


def _plain_sample(entities: Entities, name: str) -> str:
    """Return the intent's first sample without slots."""
    samples = (i.samples for i in entities.model.intents if i.name == name)
    return next(s for s in next(samples) if "{" not in s)


def _device_state(device: SimulatedDevice) -> Json:
    """Return the session, and how the device's requests are spoilt."""
    return {
        "session": {
            "open": device.in_session,
            "microphone": device.state.microphone,
            "reprompt": device.state.reprompt,
        },
        "skew": device.clock_skew.total_seconds(),
        "tampering": device.tampering,
        "tamperings": list(Tampering),
    }


def language(code: str) -> str:
    """Return the locale's name in its own language.

    >>> language("de-DE")
    'Deutsch (Deutschland)'
    """
    try:
        return Locale.parse(code, sep="-").get_display_name() or code
    except (UnknownLocaleError, ValueError):
        return code


def _last_speech(console: Console) -> list[str]:
    """Return what Alexa said last, while a session is open."""
    if not (console.reports and console.device.in_session):
        return []
    reply = console.reports[-1].reply
    return [reply.speech, reply.reprompt]


def _fault_kinds() -> list[Json]:
    """Return the kinds of faults: error replies by status, then delays and pages."""
    answers = {
        kind: f"{reply.status} {kind.replace('_', ' ')}"
        for kind, reply in PREPARED_REPLIES.items()
    }
    labels = {**answers, **DELAY_LABELS, **PAGE_LABELS}
    return [{"kind": kind, "label": label} for kind, label in labels.items()]


def _linked(linked: LinkedAccount | None) -> Json | None:
    if linked is None:
        return None
    return {"name": linked.name, "until": linked.tokens.expires_at.isoformat()}


def _spotify_state(console: Console) -> Json | None:
    """Return what the linked account plays and has; None where nobody can know."""
    linked, environment = console.accounts.account, console.environment
    world = environment.spotify.world
    name = linked.name if linked and not console.uses_real_spotify else None
    account = world.account(name) if name else None
    if account is None:
        return None
    now = environment.clock.now()
    account.player.advance(now, world.catalogue.by_id)
    return {
        "player": _player_state(account.player, now),
        "library": _library_state(account.library),
    }


def _player_state(player: Player, now: datetime) -> Json:
    track = player.track
    return {
        "playing": player.playing,
        "advertisement": player.advertisement,
        "track": _named(track) if track else None,
        "seconds": int(player.progress(now).total_seconds()),
        "length": track.duration_ms // 1000 if track else 0,
        "shuffled": player.shuffled,
        "next": [_named(track) for track in player.upcoming[:MAX_NEXT]],
        "devices": [
            {"name": d.name, "active": d.active, "restricted": d.restricted}
            for d in player.devices
        ],
    }


def _library_state(library: UserLibrary) -> Json:
    saved = (
        without_changes(each.item)
        for each in map(without_changes, library.saved_tracks)
        if isinstance(each, Saved)
    )
    tracks = (item for item in saved if isinstance(item, CatalogueTrack))
    playlists = [
        {"name": each.name, "size": each.size, "edits": each.edits}
        for each in map(without_changes, library.playlists)
        if isinstance(each, FakePlaylist)
    ]
    edited = [each for each in playlists if each["edits"]]
    return {
        "saved": len(library.saved_tracks),
        "saved_last": [_named(track) for track in islice(tracks, MAX_NEXT)],
        "playlists": len(library.playlists),
        "changed": edited[:MAX_NEXT],
    }


def _named(track: CatalogueTrack) -> str:
    return f"{track.title} – {', '.join(artist.name for artist in track.artists)}"


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


def _entities(dynamic: Any) -> list[Json]:
    return [
        {
            "type": slot_type,
            "values": [
                {"name": value.name.value, "synonyms": list(value.name.synonyms)}
                for value in values
            ],
        }
        for slot_type, values in dynamic.items()
    ]
