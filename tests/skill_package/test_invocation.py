"""The skill is called by its name, politely or not, and an answer fills a slot."""

import pytest

from tests.skill_package.package import understanding


def test_the_intent_that_asks_takes_a_whole_sentence_too() -> None:
    heard = understanding("de-DE").interpret(
        "wo ist wilde wörter", elicited_slot=("WhichPlaylistIntent", "song")
    )
    assert heard.slots["song"].value == "wilde wörter"


@pytest.mark.parametrize("said", ["öffne plattenregal", "bitte öffne platten regal"])
def test_the_skill_is_called_politely_and_in_one_word(said: str) -> None:
    heard = understanding("de-DE").interpret(said)
    assert heard.kind == "launch"


@pytest.mark.parametrize(
    ("locale", "sentences"),
    [
        ("en-US", ("open {} please", "can you open {}", "hey, open {}, thanks")),
        ("de-DE", ("öffne {} bitte", "bitte öffne {}", "kannst du mal {} öffnen")),
        ("es-ES", ("abre {} por favor", "por favor, abre {}")),
        ("fr-FR", ("ouvre {} s'il te plaît", "s'il vous plaît, lance {}")),
        ("it-IT", ("apri {} per favore", "scusa, apri lo {}, grazie")),
        ("pt-BR", ("abra a {} por favor", "por favor, abrir {}")),
        ("ja-JP", ("{}を開いてください", "えっと{}を起動してもらえますか")),
    ],
)
def test_a_polite_word_opens_the_skill_as_well(
    locale: str, sentences: tuple[str, ...]
) -> None:
    listening = understanding(locale)
    for sentence in sentences:
        heard = listening.interpret(sentence.format(listening.model.invocation_name))
        assert (sentence, heard.kind) == (sentence, "launch")


def test_a_polite_word_after_a_one_shot_is_no_part_of_it() -> None:
    listening = understanding("de-DE")
    heard = listening.interpret(
        "bitte öffne platten regal und lies meine playlists vor"
    )
    assert heard.invoked
    assert heard.intent == "ListPlaylistsIntent"
