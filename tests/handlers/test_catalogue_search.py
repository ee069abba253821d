"""A title and its artist in one slot: parted by the language's word for "by"."""

import pytest

from handlers.catalogue_search import parted, without_lead
from providers.music import Artist
from tests.handlers.alexa import Alexa
from tests.handlers.collection import Collection

SAID = {
    "en": ("africa by toto", "that africa by toto", "that toto song africa"),
    "de": ("africa von toto", "das africa von toto", "das toto lied africa"),
    "fr": ("africa de toto", "la chanson africa de toto"),
    "es": ("africa de toto", "la canción africa de toto"),
    "it": ("africa dei toto", "la canzone africa dei toto"),
    "pt": ("africa do toto", "a música africa do toto"),
    "ja": ("totoのafrica", "totoのあのafrica", "totoの曲のafrica"),
}


@pytest.mark.parametrize(
    ("language", "said"), [(code, said) for code in SAID for said in SAID[code]]
)
def test_title_and_artist_are_parted(language: str, said: str) -> None:
    assert parted(without_lead(said, language), language) == ("africa", "toto")


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "that song by toto africa"),
        ("de", "das lied von toto africa"),
        ("fr", "celle de toto africa"),
        ("es", "la de toto africa"),
        ("it", "quella dei toto africa"),
        ("pt", "aquela do toto africa"),
    ],
)
def test_what_leads_to_artist_and_title_is_left_out(language: str, said: str) -> None:
    assert without_lead(said, language) == "toto africa"


@pytest.mark.parametrize(("language", "name"), [("en", "the"), ("ja", "toto")])
def test_a_name_is_left(language: str, name: str) -> None:
    assert without_lead(name, language) == name
    assert parted(name, language) is None


@pytest.mark.parametrize(
    ("locale", "name", "said"),
    [
        ("en-US", "The Lost Foundry", "foundry"),
        ("de-DE", "Grüner Übermut", "übermut"),
        ("ja-JP", "星野宮ゆきの", "星野宮"),
    ],
)
async def test_a_part_of_the_name_of_an_own_artist(
    alexa: Alexa, collection: Collection, locale: str, name: str, said: str
) -> None:
    alexa.speaks(locale)
    whole = Artist("a1", name, genres=("folk",))
    collection.followed = (whole, Artist("a2", "Somebody Else"))
    told = await alexa.says("ArtistFactsIntent", performer=said)
    assert name in told.speech
    collection.followed = (*collection.followed, Artist("a3", f"{said} B"))
    unclear = await alexa.says("ArtistFactsIntent", performer=said)
    assert name not in unclear.speech
