"""A whole sentence in a name's slot is never read back, unless something has it."""

from collections.abc import Mapping

import pytest

from handlers.misheard import decide_between, is_sentence, without_surroundings
from providers.errors import Unavailable
from providers.music import Artist, Found
from providers.name_matching.matcher import Verdict
from tests.handlers.alexa import Alexa, Reply, said
from tests.handlers.collection import Collection, items, playlist, track
from tests.handlers.locales.catalogue import locales
from tests.handlers.recommending_skill import Stage

SENTENCES = {
    "en-US": (
        "can you just pick something",
        "any new stuff from those guys",
        "the one we heard at the wedding",
        "whatever that was you just said",
        "What do you want me to say?",
        "my kids are asleep so i need it quiet",
    ),
    "de-DE": (
        "kannst du mir einfach was aussuchen",
        "irgendwas neues von denen",
        "ich bin gerade am putzen",
        "warum ist das so laut",
        "mein chef hat mich heute genervt",
    ),
    "fr-FR": (
        "tu peux choisir quelque chose",
        "je suis en train de faire le ménage",
        "celle qu'on a entendue au mariage et que j'ai aimée",
        "qu'est-ce que je dois dire",
        "mes enfants dorment et je veux du calme",
    ),
    "es-ES": (
        "puedes elegir algo por mí",
        "estoy limpiando la casa",
        "algo que no conozca",
        "por qué suena tan alto",
        "mi jefe me ha puesto de mal humor",
    ),
    "it-IT": (
        "faccio le pulizie",
        "puoi scegliere tu qualcosa",
        "quella che hai detto prima",
        "perché è così forte",
        "il mio capo mi ha fatto arrabbiare",
    ),
    "pt-BR": (
        "você pode escolher alguma coisa",
        "estou limpando a casa",
        "aquela que você falou antes",
        "por que está tão alto",
        "meu chefe me deixou nervoso e eu quero paz",
    ),
    "ja-JP": (
        "何か適当に選んでくれる",
        "今掃除しているんだけど",
        "さっき言ったやつ",
        "どうして音が大きいのですか",
        "子供が寝ているから静かなのがいいです",
    ),
}
NAMES = {
    "en-US": ("the dark side of the moon", "songs for the long road", "chill vibes"),
    "de-DE": (
        "lieder für die lange fahrt",
        "musik zum kochen und backen",
        "was soll das",
    ),
    "fr-FR": ("la vie en rose", "chansons pour la route", "les amis de georges"),
    "es-ES": ("canciones para el viaje", "lo mejor de los ochenta", "noches de verano"),
    "it-IT": (
        "canzoni per il viaggio",
        "il meglio degli anni ottanta",
        "notti di sole",
    ),
    "pt-BR": ("músicas para a viagem", "o melhor dos anos oitenta", "noites de verão"),
    "ja-JP": ("夜のドライブ", "懐かしの歌謡曲ベスト", "雨の日のピアノ"),
}
AROUND = {
    "en-US": (
        "deep focus and tell me the first few songs",
        "deep focus and play it",
        "deep focus again if you can",
        "up deep focus would ya",
        "deep focus for me real quick",
    ),
    "de-DE": (
        "deep focus denn",
        "deep focus nochmal",
        "mir mal eben deep focus",
        "deep focus und sag mir die ersten lieder",
        "deep focus wenn du kannst bitte",
    ),
    "fr-FR": (
        "deep focus pour voir",
        "deep focus alors s'il te plaît",
        "deep focus et dis-moi les premiers titres",
        "euh deep focus si tu peux",
    ),
    "es-ES": (
        "deep focus pues",
        "deep focus por favor",
        "deep focus y dime las primeras canciones",
        "deep focus si puedes anda",
    ),
    "it-IT": (
        "deep focus dai",
        "deep focus per favore",
        "deep focus e dimmi le prime canzoni",
        "deep focus un attimo se puoi",
    ),
    "pt-BR": (
        "deep focus por favor",
        "deep focus aí rapidinho",
        "deep focus e me fala as primeiras músicas",
        "deep focus então se puder",
    ),
    "ja-JP": (
        "deep focusを開いて最初",
        "deep focusをちょっと",
        "それでいいからdeep focus",
        "できればdeep focus",
    ),
}
ALONE = {
    "en-US": ("please", "again", "like me up"),
    "de-DE": ("bitte", "denn", "mal eben"),
    "fr-FR": ("déjà", "pour voir"),
    "es-ES": ("pues", "por favor"),
    "it-IT": ("dai", "per favore"),
    "pt-BR": ("então", "por favor"),
    "ja-JP": ("ちょっと", "もう一度"),
}
TITLE = "I Want to Hold Your Hand"


def cases(table: Mapping[str, tuple[str, ...]]) -> list[tuple[str, str]]:
    return [(locale, text) for locale, texts in table.items() for text in texts]


@pytest.fixture
def stage() -> Stage:
    return Stage()


def is_read_back(text: str, reply: Reply) -> bool:
    return text.rstrip("?").casefold() in reply.speech.casefold()


@pytest.mark.parametrize("locale", locales())
def test_every_language_has_both_kinds(locale: str) -> None:
    assert len(SENTENCES[locale]) >= 5
    assert len(NAMES[locale]) >= 3


@pytest.mark.parametrize(("locale", "text"), cases(SENTENCES))
async def test_a_sentence_is_never_read_back(
    alexa: Alexa, locale: str, text: str
) -> None:
    assert is_sentence(text, locale[:2])
    alexa.speaks(locale)
    await alexa.opens()
    for intent, slot in (
        ("OpenPlaylistIntent", "playlist"),
        ("PlaylistLengthIntent", "playlist"),
        ("SongFactsIntent", "song"),
        ("ArtistFactsIntent", "performer"),
        ("NewByArtistIntent", "performer"),
        ("WhichPlaylistIntent", "song"),
    ):
        reply = await alexa.says(intent, **{slot: text})
        assert not is_read_back(text, reply), intent
        assert reply.open


@pytest.mark.parametrize(("locale", "text"), cases(NAMES))
async def test_a_name_is_read_back(alexa: Alexa, locale: str, text: str) -> None:
    assert not is_sentence(text, locale[:2])
    alexa.speaks(locale)
    for intent, slot in (
        ("OpenPlaylistIntent", "playlist"),
        ("SongFactsIntent", "song"),
        ("ArtistFactsIntent", "performer"),
        ("WhichPlaylistIntent", "song"),
    ):
        reply = await alexa.says(intent, **{slot: text})
        assert is_read_back(text, reply), intent


@pytest.mark.parametrize(("locale", "text"), cases(SENTENCES))
async def test_a_sentence_is_no_wish_and_is_never_left_out(
    stage: Stage, locale: str, text: str
) -> None:
    alexa = stage.alexa()
    alexa.speaks(locale)
    for intent, slot in (
        ("RecommendIntent", "artist"),
        ("RecommendIntent", "genre"),
        ("NeverRecommendIntent", "artist"),
        ("AllowAgainIntent", "artist"),
    ):
        reply = await alexa.says(intent, **{slot: said(text)})
        assert not is_read_back(text, reply), intent
    assert not is_read_back(text, await alexa.says("ListExclusionsIntent"))


async def test_what_was_not_understood_counts_as_nothing_heard(stage: Stage) -> None:
    first = (await stage.alexa().says("RecommendIntent")).speech
    stage = Stage()
    alexa = stage.alexa()
    await alexa.says("RecommendIntent", artist=said(SENTENCES["en-US"][0]))
    assert (await alexa.says("RecommendIntent")).speech == first


async def test_an_answer_that_is_a_sentence_is_asked_for_once_more(
    alexa: Alexa,
) -> None:
    asking = await alexa.says("OpenPlaylistIntent")
    assert "Which" in asking.speech
    reply = await alexa.says("OpenPlaylistIntent", playlist=SENTENCES["en-US"][0])
    assert "Which one?" in reply.speech
    opened = await alexa.says("OpenPlaylistIntent", playlist="deep focus")
    assert "Deep Focus" in opened.speech


async def test_a_real_title_wins_although_it_is_a_sentence(
    alexa: Alexa, collection: Collection
) -> None:
    assert is_sentence(TITLE, "en")
    song = track(TITLE, "The Beatles")
    collection.found = Found(tracks=(song,))
    told = await alexa.says("SongFactsIntent", song=TITLE.lower())
    assert TITLE in told.speech
    lacking = await alexa.says(
        "OnPlaylistIntent", song=TITLE.lower(), playlist="deep focus"
    )
    assert is_read_back(TITLE, lacking)
    nowhere = await alexa.says("WhichPlaylistIntent", song=TITLE.lower())
    assert is_read_back(TITLE, nowhere)
    collection.shelf = (*collection.shelf, playlist(TITLE))
    collection.contents[f"id-{TITLE}"] = items(song)
    opened = await alexa.says("OpenPlaylistIntent", playlist=TITLE.lower())
    assert TITLE in opened.speech


async def test_a_song_is_not_misheard_while_the_catalogue_is_out(
    alexa: Alexa, collection: Collection
) -> None:
    collection.fails["search"] = Unavailable()
    nowhere = await alexa.says("WhichPlaylistIntent", song=TITLE.lower())
    assert is_read_back(TITLE, nowhere)


async def test_a_sentence_on_a_playlist_is_not_read_back(alexa: Alexa) -> None:
    text = SENTENCES["en-US"][0]
    reply = await alexa.says("OnPlaylistIntent", song=text, playlist="deep focus")
    assert not is_read_back(text, reply)
    assert "Deep Focus" not in reply.speech


@pytest.mark.parametrize(("locale", "text"), cases(AROUND))
async def test_what_is_said_around_a_name(
    alexa: Alexa, collection: Collection, locale: str, text: str
) -> None:
    name = without_surroundings(text, locale[:2])
    assert name in ("deep focus", "deepfocus")
    alexa.speaks(locale)
    opened = await alexa.says("OpenPlaylistIntent", playlist=text)
    assert "Deep Focus" in opened.speech
    collection.found = Found(tracks=(track("Deep Focus", "Nils Frahm"),))
    song = await alexa.says("SongFactsIntent", song=text)
    assert "Nils Frahm" in song.speech


@pytest.mark.parametrize(("locale", "text"), cases(ALONE))
def test_something_is_left_of_a_name(locale: str, text: str) -> None:
    assert without_surroundings(text, locale[:2])


async def test_a_playlist_of_the_whole_name_comes_first(
    alexa: Alexa, collection: Collection
) -> None:
    collection.shelf = (*collection.shelf, playlist("Deep Focus Again"))
    opened = await alexa.says("OpenPlaylistIntent", playlist="deep focus again")
    assert "Deep Focus Again" in opened.speech


async def test_an_artist_with_something_around_the_name(
    alexa: Alexa, collection: Collection
) -> None:
    collection.found = Found(artists=(Artist("artist-1", "Nina Simone"),))
    told = await alexa.says("NewByArtistIntent", performer="nina simone if you can")
    assert "Nina Simone" in told.speech


@pytest.mark.parametrize(
    ("spoken", "names", "index"),
    [
        ("über den wolken insgesamt", ["Wolken", "Über den Wolken"], 1),
        ("größte hits alles rein", ["Größte Hits", "Neunziger"], 0),
        ("die große straße zweitausendneunzehn so", ["Große Straße 2020"], None),
        ("wolken und alles andere danach", ["Wolken"], None),
    ],
)
def test_a_name_of_several_words_is_found_within_longer_ones(
    spoken: str, names: list[str], index: int | None
) -> None:
    decision = decide_between(spoken, names, "de", ())
    acted = [m.index for m in decision.matches if decision.verdict is Verdict.ACT]
    assert acted == ([] if index is None else [index])
