"""What may enter a path, and what not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from providers.errors import NotFound
from providers.spotify.ids import is_id, link_to, require_id, track_uri

ID = "37i9dQZF1DXcBWIGoYBM5M"


def test_a_real_id_may_enter_a_path() -> None:
    assert require_id(ID) == ID
    assert track_uri(ID) == f"spotify:track:{ID}"
    assert link_to("track", ID) == f"https://open.spotify.com/track/{ID}"


@pytest.mark.parametrize("text", ["p-1", "p_1", "1", "x" * 64])
def test_other_modest_names_are_ids_too(text: str) -> None:
    assert is_id(text)


@pytest.mark.parametrize(
    "text",
    ["", ".", "..", "../me", "a/b", "a?b", "a#b", "a%2Fb", "a b", "a\n", "ü", "x" * 65,
     "３７ｉ９ｄＱＺＦ１ＤＸｃＢＷＩＧｏＹＢＭ５Ｍ", "a,b", "a:b", "{id}"],
)  # fmt: skip
def test_nothing_else_enters_a_path(text: str) -> None:
    with pytest.raises(NotFound) as caught:
        require_id(text)
    assert str(caught.value) == ""
    assert link_to("track", text) is None


def test_no_id_no_link() -> None:
    assert link_to("track", None) is None


@given(st.text())
def test_an_id_never_changes_the_path(text: str) -> None:
    if is_id(text):
        assert not set(text) & set("/?#%&=.,: \\\r\n\t")
