"""Wishes in a conversation: met, or declined aloud; refined by the next sentence."""

import re
from typing import Any

import pytest

from handlers.intents import why as why_module
from providers.music import Album, Artist, Track
from providers.recommender.ranking.domain_types import Taste
from providers.recommender.ranking.recommendation_query import (
    MOST_UNWANTED,
    Exclusion,
    RecommendationQuery,
)
from simulator.alexa.requests import SlotMatch, SlotValue
from tests.handlers.alexa import Alexa, Reply, said
from tests.handlers.recommending_skill import CATALOGUE, Stage
from tests.providers.recommender_setup import MOODS
from tests.providers.sample_music import track

FACETS = (
    "mood", "activity", "genre", "era", "change", "source", "language", "novelty",
    "artist", "performer", "unwanted", "unwanted_artist", "year",
)  # fmt: skip


def matched(words: str, value_id: str, slot_type: str) -> SlotValue:
    return SlotValue(words, (SlotMatch(words, value_id),), slot_type)


ERA = {"era": matched("the nineties", "1990s", "Era")}
CALMER = {"change": matched("calmer", "calmer", "MoodChange")}
NOT_JAZZ = {"unwanted": matched("jazz", "jazz", "GenreName")}


def dated(number: int, year: int) -> Track:
    album = Album(f"b{number}", f"Album {number}", released=str(year))
    return track(number, by=100 + number, album=album)


def by_nina(number: int) -> Track:
    return track(number, artists=(Artist("n", "Nina", ("jazz",)),))


@pytest.fixture
def stage() -> Stage:
    stage = Stage()
    dates = tuple(dated(n, 1990 + n % 10) for n in range(300, 330))
    nina = tuple(by_nina(n) for n in range(400, 410))
    stage.library.catalogue = (*CATALOGUE, *dates, *nina)
    return stage


@pytest.fixture
def alexa(stage: Stage) -> Alexa:
    return stage.alexa()


async def last_query(stage: Stage) -> RecommendationQuery:
    """The query of the ranking that was stored last."""
    return list(stage.shelf.records.values())[-1].query


def songs(reply: Reply) -> list[int]:
    return [int(n) for n in re.findall(r"Song (\d+)", reply.card)]


async def test_an_era_is_met_and_its_reason_is_a_year(alexa: Alexa) -> None:
    reply = await alexa.says("RecommendIntent", **ERA)
    assert all(number >= 300 for number in songs(reply))
    assert "nothing" not in reply.speech
    why = await alexa.says("WhyIntent")
    assert re.search(r"its album came out in 199\d", why.speech)


async def test_why_gives_one_reason_where_two_are_long(
    alexa: Alexa, monkeypatch: pytest.MonkeyPatch
) -> None:
    await alexa.says("RecommendIntent", **ERA)
    two = await alexa.says("WhyIntent")
    monkeypatch.setattr(why_module, "is_more_than_a_breath", lambda *_: True)
    one = await alexa.says("WhyIntent")
    assert " and its album came out" in two.speech
    assert "its album came out" not in one.speech


@pytest.mark.parametrize(
    ("words", "era"),
    [("1994", "1994"), ("94", "1994"), ("3024", "3024"), ("7", None), ("?", None)],
)
async def test_a_year(stage: Stage, words: str, era: str | None) -> None:
    reply = await stage.alexa().says("RecommendIntent", year=words)
    assert songs(reply)
    wished = [record.query.era for record in stage.shelf.records.values()]
    assert (era in wished) if era else not any(wished)


async def test_an_article_heard_as_a_year_is_left_out(alexa: Alexa) -> None:
    reply = await alexa.says("RecommendIntent", year="1")
    assert songs(reply)
    assert "nothing" not in reply.speech


@pytest.mark.parametrize(("era", "year"), [("this-year", 2026), ("last-year", 2025)])
async def test_this_year_and_last_year(stage: Stage, era: str, year: int) -> None:
    await stage.alexa().says("RecommendIntent", era=matched(era, era, "Era"))
    wished = [record.query.era for record in stage.shelf.records.values()]
    assert str(year) in wished


async def test_what_era_is_missing_is_said(alexa: Alexa) -> None:
    fifties = matched("the fifties", "1950s", "Era")
    jazz = matched("jazz", "jazz", "GenreName")
    reply = await alexa.says("RecommendIntent", era=fifties, genre=jazz)
    assert "nothing from the fifties" in reply.speech
    assert songs(reply)
    year = await alexa.says("RecommendIntent", year="1921", genre=jazz)
    assert "nothing from 1921" in year.speech


async def test_by_somebody(alexa: Alexa) -> None:
    reply = await alexa.says("RecommendIntent", performer="nina")
    assert songs(reply)
    assert all(number >= 400 for number in songs(reply))
    assert "Nina" in reply.speech


async def test_by_somebody_unknown_is_said(alexa: Alexa) -> None:
    reply = await alexa.says("RecommendIntent", performer="zzyzx")
    assert "nothing for zzyzx" in reply.speech


async def test_what_is_said_of_somebody_unknown_leaves_the_rest(alexa: Alexa) -> None:
    calm = matched("calm", "calm", "Mood")
    reply = await alexa.says("RecommendIntent", performer="zzyzx", mood=calm)
    assert "nothing for zzyzx" in reply.speech
    assert songs(reply)


async def test_what_stands_in_the_slot_of_a_performer_may_be_a_genre(
    stage: Stage,
) -> None:
    await stage.alexa().says("RecommendIntent", performer="jazz")
    assert (await last_query(stage)).genre == "jazz"


async def test_a_language_that_nobody_can_tell_is_declined(alexa: Alexa) -> None:
    for words, value_id in (("English", "english"), ("Klingon", "")):
        slot = matched(words, value_id, "MusicLanguage") if value_id else words
        reply = await alexa.says("RecommendIntent", language=slot)
        assert reply.speech.startswith("I can't tell that language.")
        assert songs(reply)


async def test_whose_taste_is_not_known_is_said(alexa: Alexa) -> None:
    dad = matched("my dad", "someone", "RequestedForm")
    reply = await alexa.says("RecommendIntent", form=dad)
    assert reply.speech.startswith("I only know your taste.")
    assert songs(reply)


async def test_calmer_changes_the_mood_and_keeps_the_rest(stage: Stage) -> None:
    alexa = stage.alexa()
    happy = matched("happy", "happy", "Mood")
    folk = matched("folk", "folk", "GenreName")
    await alexa.says("RecommendIntent", mood=happy, genre=folk)
    await alexa.says("RecommendIntent", **CALMER)
    queries = [record.query for record in stage.shelf.records.values()]
    assert RecommendationQuery(mood="calm", genre="folk") in queries


async def test_calmer_than_calm_is_said_to_be_the_limit(alexa: Alexa) -> None:
    first = await alexa.says("RecommendIntent", **CALMER)
    assert "already" not in first.speech
    again = await alexa.says("RecommendIntent", **CALMER)
    assert "That was calm already" in again.speech


async def test_without_an_earlier_wish_calmer_is_calm(stage: Stage) -> None:
    await stage.alexa().says("RecommendIntent", **CALMER)
    queries = [record.query for record in stage.shelf.records.values()]
    assert RecommendationQuery(mood="calm") in queries


async def test_not_that_kind_refines_the_last_wish(stage: Stage) -> None:
    alexa = stage.alexa()
    await alexa.says("RecommendIntent", **ERA)
    reply = await alexa.says("RecommendIntent", **NOT_JAZZ)
    assert all(n >= 300 for n in songs(reply))
    assert all(n % 4 != 1 for n in songs(reply))  # every fourth artist plays jazz
    unwanted = (Exclusion("genre", "jazz"),)
    refined = RecommendationQuery(era="1990s", unwanted=unwanted)
    assert await last_query(stage) == refined
    more = await alexa.says("RecommendIntent", unwanted_artist="Nina")
    assert songs(more)
    assert len((await last_query(stage)).unwanted) == 2


async def test_older_and_newer_keep_the_wish_and_leave_its_years(stage: Stage) -> None:
    alexa = stage.alexa()
    eighties = (
        track(n, artists=(Artist(f"f{n}", f"F {n}", ("folk",)),), album=old)
        for n in range(500, 506)
        for old in (Album("old", "Old", released="1984"),)
    )
    stage.library.catalogue = (*stage.library.catalogue, *eighties)
    folk = matched("folk", "folk", "GenreName")
    older = {"change": matched("older", "older", "MoodChange")}
    newer = {"change": matched("newer", "newer", "MoodChange")}
    await alexa.says("RecommendIntent", genre=folk, **ERA)
    reply = await alexa.says("RecommendIntent", **older)
    assert all(number >= 500 for number in songs(reply))
    query = await last_query(stage)
    assert query.genre == "folk"
    assert "1900-1980" <= (query.era or "") <= "1900-1989"
    reply = await alexa.says("RecommendIntent", **newer)
    queries = [record.query for record in stage.shelf.records.values()]
    assert RecommendationQuery(genre="folk", era="1989-2026") in queries


async def test_where_nothing_is_older_another_song_comes(stage: Stage) -> None:
    metal = tuple(
        track(n, artists=(Artist(f"m{n}", f"M {n}", ("metal",)),))
        for n in range(600, 603)
    )
    stage.library.catalogue = (*CATALOGUE, *metal)
    alexa = stage.alexa()
    genre = matched("metal", "metal", "GenreName")
    first = await alexa.says("RecommendIntent", genre=genre)
    older = matched("older", "older", "MoodChange")
    reply = await alexa.says("RecommendIntent", change=older)
    assert reply.speech.startswith("I found nothing from before ")
    assert songs(reply)[0] != songs(first)[0]


async def test_why_something_new_says_that_it_is_new(stage: Stage) -> None:
    alexa = stage.alexa()
    await alexa.says("RecommendIntent", novelty=matched("new", "new", "Novelty"))
    assert "it's new to you and" in (await alexa.says("WhyIntent")).speech


async def test_a_mood_that_no_song_of_the_genre_has_is_said(stage: Stage) -> None:
    metal = tuple(
        track(n, artists=(Artist(f"m{n}", f"M {n}", ("metal",)),))
        for n in range(600, 606)
    )
    stage.library.catalogue = (*CATALOGUE, *metal)
    reply = await stage.alexa().says(
        "RecommendIntent", genre=matched("metal", "metal", "GenreName"), **CALMER
    )
    assert reply.speech.startswith("None of it is calm.")
    assert all(number >= 600 for number in songs(reply))


@pytest.mark.parametrize(
    ("feeling", "opening"),
    [
        ("calm", "Something to wind down: "),
        ("angry", "Something to cool down: "),
        ("romantic", ""),
    ],
)
async def test_a_feeling_is_told_as_what_the_music_is_to_do(
    stage: Stage, feeling: str, opening: str
) -> None:
    alexa = stage.alexa()
    felt = matched(feeling, feeling, "Mood")
    reply = await alexa.says("RecommendIntent", feeling=felt)
    assert (opening or "romantic side") in reply.speech
    assert reply.speech.startswith(opening)
    asked = await alexa.says("RecommendIntent", mood=felt)
    assert "Something" not in asked.speech


def of_genre(genre: str, first: int) -> tuple[Track, ...]:
    return tuple(
        track(n, artists=(Artist(f"g{n}", f"G {n}", (genre,)),))
        for n in range(first, first + 6)
    )


async def test_where_only_a_wider_genre_meets_the_wish_that_is_said(
    stage: Stage,
) -> None:
    stage.library.catalogue = (*CATALOGUE, *of_genre("classical", 600))
    alexa = stage.alexa()
    opera = matched("some arias", "opera", "GenreName")
    reply = await alexa.says("RecommendIntent", genre=opera)
    assert reply.speech.startswith("I found no opera. Closest is classical: Song 60")
    further = await alexa.says("AnotherIntent")
    assert further.speech.startswith("More classical: Song 60")
    classical = matched("classical", "classical", "GenreName")
    asked = await alexa.says("RecommendIntent", genre=classical)
    assert "Closest" not in asked.speech


async def test_a_kind_of_a_genre_comes_alone_where_there_is_some(stage: Stage) -> None:
    both = (*of_genre("opera", 700), *of_genre("classical", 600))
    stage.library.catalogue = (*CATALOGUE, *both)
    opera = matched("some arias", "opera", "GenreName")
    reply = await stage.alexa().says("RecommendIntent", genre=opera)
    assert all(number >= 700 for number in songs(reply))
    assert "because it's opera" in reply.speech


async def test_who_wants_no_classical_music_is_given_no_opera(alexa: Alexa) -> None:
    classical = matched("classical", "classical", "GenreName")
    await alexa.says("NeverRecommendIntent", genre=classical)
    opera = matched("opera", "opera", "GenreName")
    reply = await alexa.says("RecommendIntent", genre=opera)
    assert reply.speech.startswith("You asked me to leave out classical.")


async def test_music_for_children_is_told_to_be_missing(stage: Stage) -> None:
    kids = matched("for the kids", "children", "Mood")
    stage.library.catalogue = (*CATALOGUE, *of_genre("pop", 600))
    reply = await stage.alexa().says("RecommendIntent", mood=kids)
    assert reply.speech.startswith("Nothing there fits children's music. ")
    query = RecommendationQuery(genre="children", mood="happy")
    assert await last_query(stage) == query


async def test_where_no_song_has_the_mood_for_a_feeling_nothing_is_promised(
    stage: Stage,
) -> None:
    stage.library.taste, stage.library.catalogue = Taste(), ()
    felt = matched("sad", "sad", "Mood")
    reply = await stage.alexa().says("RecommendIntent", feeling=felt)
    assert "cheer you up" not in reply.speech


async def test_a_wish_of_its_own_is_no_refinement(stage: Stage) -> None:
    alexa = stage.alexa()
    await alexa.says("RecommendIntent", **ERA)
    folk = matched("folk", "folk", "GenreName")
    await alexa.says("RecommendIntent", genre=folk, **NOT_JAZZ)
    query = await last_query(stage)
    assert (query.era, query.genre) == (None, "folk")


async def test_more_unwanted_things_than_are_kept_are_declined(stage: Stage) -> None:
    alexa = stage.alexa()
    await alexa.says("RecommendIntent")
    for number in range(MOST_UNWANTED):
        reply = await alexa.says("RecommendIntent", unwanted_artist=f"Nobody {number}")
        assert "leave out" not in reply.speech
    reply = await alexa.says("RecommendIntent", unwanted_artist="Nobody else")
    assert "can't leave out any more" in reply.speech
    assert len((await last_query(stage)).unwanted) == MOST_UNWANTED


async def test_a_song_of_unknown_genre_is_said_to_be_one(stage: Stage) -> None:
    unknown = tuple(track(n, artists=(Artist(f"u{n}", f"U {n}"),)) for n in range(9))
    stage.library.taste = Taste(top_tracks={"weeks": unknown})
    stage.library.catalogue = ()
    reply = await stage.alexa().says("RecommendIntent", **NOT_JAZZ)
    assert reply.speech.startswith("I can't see this one's genre.")


async def test_several_wishes_at_once(stage: Stage) -> None:
    await stage.alexa().says(
        "RecommendIntent",
        mood=matched("calm", "calm", "Mood"),
        genre=matched("jazz", "jazz", "GenreName"),
        **ERA,
        unwanted_artist="Miles Davis",
    )
    query = RecommendationQuery(
        mood="calm",
        genre="jazz",
        era="1990s",
        unwanted=(Exclusion("name", "Miles Davis"),),
    )
    assert query in [record.query for record in stage.shelf.records.values()]


@pytest.mark.slow
@pytest.mark.parametrize("slot", FACETS)
@pytest.mark.parametrize("value", ["", "?", "absurd " * 70, "<b>&</b>", "\0", "９"])
async def test_whatever_a_slot_holds_there_is_an_answer(
    stage: Stage, slot: str, value: str
) -> None:
    alexa = stage.alexa()
    await alexa.says("RecommendIntent")
    for _ in range(2):
        reply = await alexa.says("RecommendIntent", **{slot: value})
        assert reply.turn.outcome == "answered"
        assert songs(reply)


@pytest.mark.parametrize("slot", FACETS)
async def test_a_slot_with_several_values_takes_one_that_is_known(
    stage: Stage, slot: str
) -> None:
    entries: Any = MOODS.entries
    known = next(iter(entries.get(slot, {"jazz": None})))
    matches = (SlotMatch("x", "nobody-knows"), SlotMatch(known, known))
    value = SlotValue("two things", matches, "Type")
    reply = await stage.alexa().says("RecommendIntent", **{slot: value})
    assert reply.turn.outcome == "answered"


async def test_all_slots_at_once(alexa: Alexa) -> None:
    slots = dict.fromkeys(FACETS, "absurd words")
    reply = await alexa.says("RecommendIntent", **slots)
    assert reply.turn.outcome == "answered"


@pytest.mark.parametrize("language", ["en", "de", "es", "fr", "it", "pt", "ja"])
def test_every_entry_is_found_by_each_of_its_names(language: str) -> None:
    for kind, entries in MOODS.entries.items():
        for entry in entries.values():
            assert entry.said.get(language), (kind, entry.id)
            for name in entry.said[language]:
                found = MOODS.find(kind, name, language)
                assert found, (kind, name)
                assert found.id == entry.id or kind in ("mood", "activity", "genre")


@pytest.mark.parametrize(
    ("slot", "value_id", "excluded"),
    [
        ("unwanted_era", "1990s", Exclusion("era", "1990s")),
        ("unwanted_mood", "sad", Exclusion("mood", "sad")),
        ("unwanted_mood", "gone", Exclusion("name", "said")),
        ("unwanted_activity", "party", Exclusion("activity", "party")),
        ("unwanted_language", "german", Exclusion("language", "german")),
        ("unwanted_language", "english", None),
    ],
)
async def test_what_is_unwanted_may_be_of_any_kind(
    stage: Stage, slot: str, value_id: str, excluded: Exclusion | None
) -> None:
    value = matched("said", value_id, slot)
    reply = await stage.alexa().says("RecommendIntent", **{slot: value})
    unwanted = (await last_query(stage)).unwanted
    assert unwanted == ((excluded,) if excluded else ())
    assert ("I can't tell that language" in reply.speech) is (excluded is None)


@pytest.mark.parametrize("genre", ["zorbly", "jazz", "dream pop"])
async def test_a_word_that_is_no_genre_is_declined_beside_a_wish(
    stage: Stage, genre: str
) -> None:
    calm = matched("calm", "calm", "Mood")
    reply = await stage.alexa().says("RecommendIntent", genre=genre, mood=calm)
    assert ("Nothing there fits zorbly" in reply.speech) is (genre == "zorbly")
    assert songs(reply)


async def test_what_is_no_form_is_the_kind_of_music(alexa: Alexa) -> None:
    reply = await alexa.says("RecommendIntent", form=said("zzyzx hymn"))
    assert "nothing for zzyzx hymn" in reply.speech
    reply = await alexa.says("RecommendIntent", form=said("an album", "album"))
    assert "only pick songs" in reply.speech
    assert "nothing for" not in reply.speech
