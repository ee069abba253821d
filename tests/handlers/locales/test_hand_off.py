"""Every wish to hear music, in every language: what to ask Alexa's music skill for.

The sentences are forms in which people ask Alexa for music: song by artist, playlist by
name, genre. The English ones are those of Amazon's page; the others were checked by
hand against sentences that people publish for their Alexa.
https://developer.amazon.com/docs/device-apis/alexa-media-search.html
"""

import re
import time
from datetime import UTC, datetime
from typing import NamedTuple

import pytest

from simulator.console.console import Sessions
from tests.handlers.locales.catalogue import locales
from tests.handlers.locales.conversation import conversations, held, scene

BEGAN = datetime(2026, 11, 22, 12, tzinfo=UTC)
LAUNCH, LIST, OPEN, RECOMMEND = 0, 2, 11, 20  # sentences of `conversations.toml`


class Wishes(NamedTuple):
    """What is said for a song in focus, for others, and what to ask Alexa for."""

    it: tuple[str, str]
    second: str
    named: str
    shuffle: str
    jazz: str
    song: str
    playlist: str
    shuffled: str
    genre: str


WISHES = {
    "en-US": Wishes(
        ("play it", "put it on"),
        "play the second one",
        "play deep focus",
        "shuffle it",
        "play some jazz",
        "Alexa, play .+ by .+ on Spotify",
        "Alexa, play the playlist .+ on Spotify",
        "Alexa, shuffle the playlist .+ on Spotify",
        "Alexa, play some jazz on Spotify",
    ),
    "de-DE": Wishes(
        ("spiel es", "mach das an"),
        "spiel die zweite",
        "spiel große gefühle",
        "misch sie",
        "spiel etwas jazz",
        "Alexa, spiele .+ von .+ auf Spotify",
        "Alexa, spiele die Playlist .+ auf Spotify",
        "Alexa, spiele die Playlist .+ in zufälliger Reihenfolge auf Spotify",
        "Alexa, spiele jazz auf Spotify",
    ),
    "fr-FR": Wishes(
        ("joue-la", "mets ça"),
        "joue la deuxième",
        "mets deep focus",
        "lecture aléatoire",
        "mets du jazz",
        "Alexa, joue .+ de .+ sur Spotify",
        "Alexa, mets la playlist .+ sur Spotify",
        "Alexa, mets la playlist .+ en mode aléatoire sur Spotify",
        "Alexa, mets un peu de jazz sur Spotify",
    ),
    "es-ES": Wishes(
        ("ponla", "pon eso"),
        "pon la segunda",
        "pon deep focus",
        "ponla en aleatorio",
        "pon algo de jazz",
        "Alexa, pon .+ de .+ en Spotify",
        "Alexa, pon la playlist .+ en Spotify",
        "Alexa, pon la playlist .+ en modo aleatorio en Spotify",
        "Alexa, pon algo de jazz en Spotify",
    ),
    "it-IT": Wishes(
        ("mettila", "riproducila"),
        "metti la seconda",
        "metti deep focus",
        "mettila in ordine casuale",
        "metti un po' di jazz",
        "Alexa, metti .+ di .+ su Spotify",
        "Alexa, metti la playlist .+ su Spotify",
        "Alexa, metti la playlist .+ in ordine casuale su Spotify",
        "Alexa, metti un po' di jazz su Spotify",
    ),
    "pt-BR": Wishes(
        ("toca essa", "bota essa"),
        "toca a segunda",
        "toca deep focus",
        "toca essa no aleatório",
        "toca um pouco de jazz",
        "Alexa, toque .+ de .+ no Spotify",
        "Alexa, toque a playlist .+ no Spotify",
        "Alexa, toque a playlist .+ no modo aleatório no Spotify",
        "Alexa, toque um pouco de jazz no Spotify",
    ),
    "ja-JP": Wishes(
        ("それを再生して", "それをかけて"),
        "二番目をかけて",
        "朝のコーヒーをかけて",
        "シャッフル再生して",
        "ジャズをかけて",
        "アレクサ、Spotifyで.+の.+をかけて",
        "アレクサ、Spotifyで.+のプレイリストをかけて",
        "アレクサ、Spotifyで.+のプレイリストをシャッフル再生して",
        "アレクサ、Spotifyでジャズをかけて",
    ),
}


def test_every_language_has_its_wishes() -> None:
    assert sorted(WISHES) == sorted(locales())


@pytest.mark.slow
@pytest.mark.parametrize("locale", locales())
async def test_what_to_ask_alexa_for(locale: str) -> None:
    says, wishes = conversations().says[locale], WISHES[locale]
    table = [
        *(((RECOMMEND,), said, wishes.song) for said in wishes.it),
        ((LIST,), wishes.second, wishes.playlist),
        ((), wishes.named, wishes.playlist),
        ((OPEN,), wishes.shuffle, wishes.shuffled),
        ((RECOMMEND,), wishes.jazz, wishes.genre),
    ]
    said = []
    for before, wish, _ in table:
        said += [says[place] for place in (LAUNCH, *before)] + [wish]
    sessions = Sessions(lambda: BEGAN, time.monotonic)
    turns = await held(sessions, scene(locale, BEGAN), said)
    ends = [seen for _, seen in turns if not seen.session_open]
    assert len(ends) == len(table)
    for (_, wish, request), seen in zip(table, ends, strict=True):
        assert re.search(request, seen.reply.speech), (wish, seen.reply.speech)
        card = str((seen.reply.card or {})["content"])
        assert re.search(request, card), wish
        assert "https://open.spotify.com/" in card, wish
