"""Openings: what begins the sentence that a recommended song ends, "Also calm: …".

They tell in few words why this song: it is for a feeling that was told, it is the
closest to what was asked for, or it meets the wish as the songs before it.
"""

from ask_sdk_core.handler_input import HandlerInput

from handlers.responses.localization import NOTHING, Phrase, Text
from providers.recommender.ranking.recommendation_query import (
    Moods,
    RecommendationQuery,
)
from providers.recommender.service import RecommendationAnswer

_CLOSEST = "opening-closest"

_BEFORE_MUSIC = "before-music"  # the request attribute

_FEELINGS = frozenset(("sad", "angry", "calm", "happy", "energetic"))
"""The moods of listeners that have an opening; "calm" is what the tired are heard as.

The others are told as the mood of the music: "romantic" to who is in love.
"""


def of_feeling(feeling: str | None, answer: RecommendationAnswer) -> Text:
    """Return what the music is to do for who feels so: "Something to cheer you up: ".

    `feeling`: the id of the mood that the listener is in. Nothing where the first pick
    does not have the mood that was chosen for it.
    """
    if feeling not in _FEELINGS or answer.unmet or not answer.picks:
        return NOTHING
    met = any(fact.signal == "mood" for fact in answer.picks[0].evidence)
    return Phrase(f"feels-{feeling}", {}) if met else NOTHING


def of_wider_genre(
    moods: Moods,
    query: RecommendationQuery,
    answer: RecommendationAnswer,
    language: str,
) -> Text:
    """Return that the picks are only of the genre that the wanted one is a kind of.

    "I found no opera. Closest is classical: ".
    """
    genre, wider = query.genre, moods.wider(query.genre)
    if genre is None or wider is None or answer.unmet or not answer.picks:
        return NOTHING
    facts = answer.picks[0].evidence
    met = {fact.about for fact in facts if fact.signal == "asked_genre"}
    if genre in met or wider.id not in met:
        return NOTHING
    heard = moods.name("genre", genre, language)
    closest = moods.name("genre", wider.id, language)
    return Phrase(_CLOSEST, {"heard": heard, "about": closest})


def of_further(also: Phrase | None, number: int) -> Text:
    """Return that a pick meets the wish as those before, "Also for driving: ".

    `also`: what `Reasons.also` returns. `number`: how many of the same wish were told
    before. Every other pick has such an opening; the others tell in their reasons how
    they meet the wish.
    """
    return also or NOTHING if number % 2 else NOTHING


def keep_for_music(handler_input: HandlerInput, opening: Text) -> None:
    """Let what is said of the closest genre be told where the song is started."""
    if isinstance(opening, Phrase) and opening.key == _CLOSEST:
        notice = Phrase("notice-closest", opening.arguments)
        handler_input.attributes_manager.request_attributes[_BEFORE_MUSIC] = notice


def before_music(handler_input: HandlerInput) -> Text:
    """Return what is said before the song that starts; it ends with a space."""
    attributes = handler_input.attributes_manager.request_attributes
    notice = attributes.get(_BEFORE_MUSIC)
    return notice if isinstance(notice, Phrase) else NOTHING
