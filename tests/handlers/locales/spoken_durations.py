"""How long the skill speaks, in seconds, by language and intent.

`python -m tests.handlers.locales.spoken_durations de-DE` says every sentence of that
locale's corpus (tests/skill_package/utterances) and of its conversation
(conversations.toml) to the whole skill on the stand-ins, with playback and saving on.
It prints a line for each intent: language, intent, answers, mean, 99th percentile and
longest. Without an argument it does so for all seven languages, then for all together.
"""

import asyncio
import re
import sys
import time
from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from math import ceil
from statistics import mean

import msgspec

from simulator.alexa.speech_recognition import language_of
from simulator.console.console import Sessions, open_session
from simulator.console.steps import Say
from tests.handlers.locales.conversation import conversations, scene
from tests.skill_package.test_utterances import CORPORA, read_corpus

WORDS_A_SECOND = 2.5
JAPANESE_CHARACTERS_A_SECOND = 7

NOON = datetime(2026, 5, 4, 12, tzinfo=UTC)

Durations = Mapping[str, Sequence[float]]
"""The seconds of each answer, by what was understood."""


def seconds(text: str, language: str) -> float:
    """Return how long Alexa needs for a text, markup left out."""
    plain = re.sub(r"<[^>]*>", "", text)
    if language == "ja":
        characters = re.sub(r"\s|[、。？！「」]", "", plain)
        return len(characters) / JAPANESE_CHARACTERS_A_SECOND
    words = [word for word in plain.split() if any(map(str.isalnum, word))]
    return len(words) / WORDS_A_SECOND


def figures(durations: Sequence[float]) -> str:
    """Return mean, 99th percentile and longest, in seconds.

    >>> figures([1, 2, 6])
    "3.0 s, 6.0 s, 6.0 s"
    """
    late = sorted(durations)[ceil(0.99 * len(durations)) - 1]
    return f"{mean(durations):.1f} s, {late:.1f} s, {max(durations):.1f} s"


def sentences(locale: str) -> tuple[str, ...]:
    """Return all that is said in a locale: its conversation, then its corpus."""
    (file,) = (corpus for corpus in CORPORA if corpus.stem == locale)
    corpus = (utterance.said for utterance in read_corpus(file).utterances)
    return (*conversations().says[locale], *corpus)


async def spoken_durations(
    sessions: Sessions, locale: str, said: Sequence[str]
) -> Durations:
    """Say everything in turn; a sentence after the session's end opens the next."""
    state = msgspec.structs.replace(scene(locale, NOON), playback="spotify-connect")
    durations: dict[str, list[float]] = defaultdict(list)
    async with open_session(sessions, state) as console:
        for text in said:
            report = await console.perform(Say(text))
            if report and report.device_turn and report.device_turn.interpretation:
                heard = report.device_turn.interpretation
                spoken = seconds(report.reply.speech, language_of(locale))
                durations[heard.intent or heard.kind].append(spoken)
    return durations


def main(arguments: Sequence[str]) -> None:
    """Print the table of the locales that are named, or of all."""
    sessions = Sessions(lambda: NOON, time.monotonic)
    everything: list[float] = []
    for locale in arguments or sorted(conversations().says):
        said = sentences(locale)
        durations = asyncio.run(spoken_durations(sessions, locale, said))
        for name, found in sorted(durations.items()):
            print(f"{locale} {name}: {len(found)}, {figures(found)}")
        together = [length for found in durations.values() for length in found]
        print(f"{locale}: {len(together)}, {figures(together)}")
        everything += together
    print(f"all: {len(everything)}, {figures(everything)}")


if __name__ == "__main__":
    main(sys.argv[1:])
