"""Any bytes as listening data: an answer in words, and never an exception."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from providers.recommender.neighbours_file import read_neighbours
from tests.service.commands.neighbours.building import as_lines, listen, rows, run

TABLE = "listener,artist,plays\n" + "".join(
    f"{listener},{artist},{plays}\n" for listener, artist, plays in rows()
)

LISTENS = as_lines(listen(user, artist) for user, artist, _ in rows())


def answered(folder: Path, option: str, content: bytes) -> int:
    """Run the command over these bytes; what it makes has to be readable."""
    file, out = folder / "data", folder / "out.bin"
    file.write_bytes(content)
    out.unlink(missing_ok=True)
    code, told, err = run(option, file, "--out", out)
    assert (code == 0) is bool(told)
    assert code == 0 or err
    if code == 0:
        read_neighbours(out)
    else:
        assert not out.exists()
    return code


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("any-input")


@given(st.binary(max_size=300))
@pytest.mark.parametrize("option", ["--table", "--listenbrainz"])
def test_any_bytes(folder: Path, option: str, content: bytes) -> None:
    assert answered(folder, option, content) == 2


ROWS = st.lists(st.lists(st.text(max_size=8), max_size=5), max_size=20)


@pytest.mark.slow
@given(ROWS)
def test_a_table_with_any_rows(folder: Path, more: list[list[str]]) -> None:
    text = TABLE * 3 + "".join(",".join(row) + "\n" for row in more)
    content = text.encode("utf-8", "surrogatepass")
    assert answered(folder, "--table", content) in (0, 2)


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=8,
)

INFO = st.dictionaries(
    st.sampled_from(["artist_mbids", "music_service", "origin_url", "spotify_id"]),
    VALUES,
)


@pytest.mark.slow
@given(INFO)
def test_a_dump_with_any_information(folder: Path, info: dict[str, object]) -> None:
    strange = as_lines([listen("north-0", "Björk", **info)])
    assert answered(folder, "--listenbrainz", LISTENS + strange) == 0
