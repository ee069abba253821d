"""Reasons aloud: what cannot be said is passed over, and moods go by their names."""

from functools import partial
from typing import get_args

import msgspec
import pytest

from handlers.responses import notices
from handlers.responses.localization import NOTHING, Argument, Phrase
from handlers.responses.recommendation_reasons import GivenReason, Reasons
from handlers.responses.responder import Responder
from handlers.responses.short_reasons import Told, is_more_than_a_breath, shorten
from providers.recommender.factory import read_moods
from providers.recommender.ranking.domain_types import Evidence, Pick, Signal
from providers.recommender.ranking.recommendation_query import RecommendationQuery
from tests.providers.sample_music import track

REASONS = Reasons(read_moods())
WORDS = Responder.read()


def said(phrase: Phrase, locale: str = "en-US") -> str:
    return WORDS.localization(locale).ssml(phrase.key, phrase.arguments)


@pytest.mark.parametrize("signal", get_args(Signal))
@pytest.mark.parametrize("count", [1, 3])
def test_every_signal_has_its_words(signal: Signal, count: int) -> None:
    fact = Evidence(signal, 1, "jazz", "months", count, "Nina")
    words = said(REASONS.first((fact,), "en"))
    assert words
    assert signal in ("top_track", "era") or "jazz" in words


def test_a_name_that_cannot_be_said_is_passed_over() -> None:
    facts = (
        Evidence("followed", 1, "\U0001f600"),
        Evidence("top_artist", 1, "Air", "weeks"),
    )
    assert "Air" in said(REASONS.first(facts, "en"))
    assert said(REASONS.first(facts[:1], "en")) == "it fits what you listen to"
    assert REASONS.all(facts[:1], "en") == [REASONS.first((), "en")]


def test_a_reason_that_repeats_the_wish_comes_last() -> None:
    facts = (Evidence("mood", 1, "calm"), Evidence("followed", 1, "Air"))
    assert said(REASONS.first(facts, "en")) == "you follow Air"
    assert said(REASONS.first(facts[:1], "en")) == "it's calm music"


def test_a_new_artist_whose_name_cannot_be_said_is_passed_over() -> None:
    facts = (
        Evidence("neighbour", 2, "Air", artist="\U0001f600"),
        Evidence("neighbour", 1, "Air", artist="Zero 7"),
    )
    assert said(REASONS.first(facts[:1], "en")) == "it fits what you listen to"
    words = "people who play Air also play Zero 7"
    assert said(REASONS.first(facts, "en")) == words


def test_two_facts_are_enough_and_playlists_are_told_together() -> None:
    signals: tuple[Signal, ...] = (
        "playlist",
        "followed",
        "playlist",
        "saved",
        "playlist",
    )
    facts = [Evidence(signal, 1, f"Air {n}") for n, signal in enumerate(signals)]
    assert [said(phrase) for phrase in REASONS.all(facts, "en")] == [
        "it's on your playlists Air 0 and Air 2",
        "you follow Air 1",
    ]


def test_a_tag_that_is_no_genre_is_no_reason() -> None:
    tag = Evidence("asked_genre", 1, "workout")
    assert said(REASONS.first([tag], "es")) == "it fits what you listen to"
    pop = Evidence("asked_genre", 1, "french pop")
    assert said(REASONS.first([tag, pop], "es")) == "it's pop francés"


def test_no_two_reasons_are_about_the_same_name() -> None:
    facts = (
        Evidence("played", 3, "Air"),
        Evidence("followed", 2, "AIR"),
        Evidence("neighbour", 2, "Air", artist="Zero 7"),
        Evidence("genre", 1, "jazz"),
    )
    assert [said(phrase) for phrase in REASONS.all(facts, "en")] == [
        "you've been playing a lot of Air",
        "you listen to a lot of jazz",
    ]
    assert len(REASONS.all(facts[:3], "en")) == 1


def test_it_is_said_once_that_something_is_listened_to_a_lot() -> None:
    facts = [
        Evidence("top_artist", 3, "Portishead", period="weeks"),
        Evidence("top_track", 2, None, period="weeks"),
        Evidence("followed", 1, "Portishead"),
        Evidence("genre", 1, "jazz", count=4),
    ]
    assert [phrase.key for phrase in REASONS.all(facts, "en")] == [
        "reason-top-artist",
        "reason-genre",
    ]


def test_moods_and_genres_of_the_file_go_by_the_names_of_the_language() -> None:
    (phrase,) = REASONS.all([Evidence("asked_genre", 1, "classical")], "de")
    assert phrase.arguments["about"] == "Klassik"
    (phrase,) = REASONS.all([Evidence("asked_genre", 1, "zydeco")], "de")
    assert phrase.arguments["about"] == "zydeco"


def _pick(*evidence: Evidence) -> Pick:
    return Pick("song", track(1), "discovery", 1.0, tuple(evidence))


def test_a_pick_that_meets_the_mood_alone_is_not_like_the_artist() -> None:
    wish = RecommendationQuery(artist="Air", mood="calm")
    calm = Evidence("mood", 1, "calm")
    near = (
        Evidence("kindred", 1, "Air"),
        Evidence("asked_artist", 1, "Air"),
        Evidence("neighbour", 1, "Air", artist="Zero 7"),
    )
    other = Evidence("neighbour", 1, "Eno", artist="Zero 7")
    for facts in ((calm,), (calm, other)):
        notice = notices.unmet_artist((_pick(*facts),), wish, "en")
        assert isinstance(notice, Phrase)
        assert said(notice).strip() == "I found nothing like Air that fits."
    for fact in near:
        assert notices.unmet_artist((_pick(calm, fact),), wish, "en") == NOTHING
    only = RecommendationQuery(artist="Air")
    assert notices.unmet_artist((_pick(other),), only, "en") == NOTHING
    assert notices.unmet_artist((), wish, "en") == NOTHING


@pytest.mark.parametrize(
    ("word", "language", "most"), [("word ", "en", 22), ("語", "ja", 66)]
)
def test_nine_seconds_are_a_breath(word: str, language: str, most: int) -> None:
    assert not is_more_than_a_breath(word * most, language)
    assert is_more_than_a_breath(word * (most + 1), language)


@pytest.mark.parametrize(
    ("language", "fits"), [("en", "word " * 29), ("ja", "の" * 87)]
)
def test_a_reason_is_left_out_after_a_long_notice(language: str, fits: str) -> None:
    reason, notice = Phrase("reason-recent", {}), Phrase("notice-new", {})
    for text, told in ((fits, Told.REASON), (fits + " more", Told.NOTHING)):
        about: dict[str, Argument] = {"reason": reason, "notice": notice}
        about["told"] = Told.REASON
        shorten(about, partial(str, text), language)
        assert about == {"reason": reason, "notice": notice, "told": told}


def test_after_the_beginning_of_a_sentence_a_long_reason_is_left_out() -> None:
    reason, notice = Phrase("reason-recent", {}), Phrase("also-mood", {})
    for words, told in ((22, Told.OPENED_BECAUSE), (23, Told.OPENED)):
        about: dict[str, Argument] = {"reason": reason, "notice": notice}
        about["told"] = Told.OPENED_BECAUSE
        shorten(about, partial(str, "word " * words), "en")
        assert about["told"] is told


def test_a_mood_and_an_activity_are_told_together() -> None:
    both = Evidence("mood", 1, "calm"), Evidence("activity", 1, "work")
    pick = msgspec.structs.replace(_pick(*both), genres=("ambient",))
    reason = REASONS.of_pick(pick, GivenReason(), (), "en")
    assert said(reason) == "it's calm and good for working"
    also = REASONS.also(pick, "en")
    assert also
    assert said(also) == "Also calm, and for working: "
    assert REASONS.also(_pick(Evidence("kindred", 1, "Ada")), "en") is None


def test_a_reason_without_a_notice_stays() -> None:
    about: dict[str, Argument] = {"reason": Phrase("reason-recent", {})}
    about |= {"notice": NOTHING, "told": Told.REASON}
    shorten(about, lambda: "word " * 40, "en")
    assert about["told"] is Told.REASON
