"""What the answer says when there is little, or when lists are out."""

import re

import pytest

from providers.errors import (
    Forbidden,
    LinkExpired,
    ProviderError,
    ScopeMissing,
    Unavailable,
)
from providers.recommender.ranking.domain_types import Taste
from tests.handlers.alexa import Alexa, Reply, said
from tests.handlers.recommending_skill import Stage
from tests.providers.sample_music import every_source, playlist, saves, tracks


@pytest.fixture
def stage() -> Stage:
    return Stage()


@pytest.fixture
def alexa(stage: Stage) -> Alexa:
    return stage.alexa()


def songs(reply: Reply) -> list[str]:
    return re.findall(r"Song \d+", reply.speech)


def numbered(reply: Reply) -> list[str]:
    return re.findall(r"^\d\. (Song \d+)", reply.card, re.MULTILINE)


async def test_somebody_without_history_is_asked(stage: Stage) -> None:
    stage.library.taste = Taste()
    alexa = stage.alexa()
    reply = await alexa.says("RecommendIntent")
    assert "know your taste yet" in reply.speech
    assert "Which artist do you like?" in reply.speech
    assert reply.open
    named = await alexa.says("RecommendIntent", artist=said("Artist 210"))
    assert "Artist 210" in named.speech
    nobody = await alexa.says("RecommendIntent", artist=said("zzyzx"))
    assert "I found nothing for zzyzx" in nobody.speech


async def test_a_source_that_is_out_is_not_told_as_nothing_played(
    stage: Stage,
) -> None:
    stage.library.taste = Taste()
    stage.library.faults = {"recent_plays": Unavailable()}
    reply = await stage.alexa().says("RecommendIntent")
    assert "I had to do without what you played lately" in reply.speech
    assert "couldn't see everything" in reply.speech
    assert "nothing that you have played" not in reply.speech
    assert "Which artist do you like?" in reply.speech


async def test_what_is_owned_is_said_to_be(stage: Stage) -> None:
    stage.library.taste = Taste(top_tracks={"weeks": tracks(1)}, saves=saves(1))
    stage.library.catalogue = ()
    reply = await stage.alexa().says("RecommendIntent")
    assert reply.speech.startswith("You know this one.")


async def test_own_playlists_are_said_to_be(stage: Stage) -> None:
    stage.library.taste = Taste(playlists=(playlist(1),))
    stage.library.contents = {"p1": tracks(1)}
    stage.library.catalogue = ()
    reply = await stage.alexa().says("RecommendIntent")
    assert "from your own playlists" in reply.speech
    assert "it's on your playlist Playlist 1" in reply.speech


# The three others are read where more is searched for.
AT_FIRST = set(every_source()) - {
    "top_artists months", "top_tracks weeks", "top_tracks years",
}  # fmt: skip


@pytest.mark.parametrize("source", [*sorted(AT_FIRST), "search"])
@pytest.mark.parametrize("error", [Forbidden(), Unavailable()])
async def test_a_list_that_is_out_is_named_once(
    stage: Stage, source: str, error: ProviderError
) -> None:
    stage.library.faults = {source: error}
    alexa = stage.alexa()
    reply = await alexa.says("RecommendIntent")
    assert "I had to do without" in reply.speech
    assert len(numbered(reply)) == 3
    assert "do without" not in (await alexa.says("AnotherIntent")).speech


async def test_a_missing_scope_is_said_without_a_card_for_linking(
    stage: Stage,
) -> None:
    stage.library.faults = {"recent_plays": ScopeMissing()}
    reply = await stage.alexa().says("RecommendIntent")
    assert "To use what you played lately too" in reply.speech
    assert not reply.links
    assert len(numbered(reply)) == 3


async def test_without_any_scope_linking_is_offered(stage: Stage) -> None:
    stage.library.faults = dict.fromkeys(every_source(), ScopeMissing())
    reply = await stage.alexa().says("RecommendIntent")
    assert reply.links


async def test_every_list_withheld(stage: Stage) -> None:
    stage.library.faults = dict.fromkeys((*every_source(), "search"), Forbidden())
    reply = await stage.alexa().says("RecommendIntent")
    assert "I had to do without" in reply.speech
    assert "Which artist do you like?" in reply.speech


async def test_an_expired_or_missing_link(stage: Stage) -> None:
    stage.library.faults = {"recent_plays": LinkExpired()}
    alexa = stage.alexa()
    assert (await alexa.says("RecommendIntent")).links
    alexa.unlinks()
    for intent in ("RecommendIntent", "AnotherIntent", "RediscoverIntent"):
        assert (await alexa.says(intent)).links


async def test_what_is_from_earlier_is_said_to_be(stage: Stage) -> None:
    stage.library.stale_for = 600
    alexa = stage.alexa()
    reply = await alexa.says("RecommendIntent")
    assert "so this is from earlier" in reply.speech
    assert "from earlier" not in (await alexa.says("AnotherIntent")).speech


@pytest.mark.parametrize(
    ("locale", "words", "expected"),
    [
        ("en-US", "scrubbing the tiles", "nothing for cleaning."),
        ("de-DE", "bad schrubben", "Zum Putzen finde ich nichts."),
        ("fr-FR", "je fais le ménage", "rien trouvé pour le ménage."),
        ("es-ES", "fregar el suelo", "nada para limpiar."),
        ("it-IT", "faccio le pulizie", "niente per le pulizie."),
        ("pt-BR", "lavar a casa", "nada para a faxina."),
        ("ja-JP", "床を磨いている", "掃除に合う曲はありませんでした"),
    ],
)
async def test_what_nothing_meets_is_called_by_its_name(
    stage: Stage, locale: str, words: str, expected: str
) -> None:
    stage.library.taste = Taste()
    alexa = stage.alexa()
    alexa.speaks(locale)
    reply = await alexa.says("RecommendIntent", activity=said(words, "cleaning"))
    assert expected in reply.speech
    assert words not in reply.speech


async def test_of_several_wishes_only_the_artist_is_named(stage: Stage) -> None:
    stage.library.taste = Taste()
    slots = {"activity": said("mopping", "cleaning"), "mood": said("chill", "calm")}
    alexa = stage.alexa()
    reply = await alexa.says("RecommendIntent", **slots)
    assert "Nothing fits all of that." in reply.speech
    reply = await alexa.says("RecommendIntent", **slots, artist=said("zzyzx"))
    assert "I found nothing for zzyzx." in reply.speech


async def test_a_name_that_nobody_has_is_said_once_beside_a_wish(stage: Stage) -> None:
    wish = {"performer": said("zzyzx"), "mood": said("chill", "calm")}
    reply = await stage.alexa().says("RecommendIntent", **wish)
    assert reply.speech.count("zzyzx") == 1
    assert "I found nothing for zzyzx." in reply.speech
