"""The depth of JSON is bounded by us, not by the interpreter."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from providers.json_depth import MAX_DEPTH, is_too_deep

pytestmark = pytest.mark.no_cover

values = st.recursive(
    st.none() | st.text('a"\\[]{}é', max_size=8),
    lambda inner: (
        st.lists(inner) | st.dictionaries(st.text('"[{\\', max_size=3), inner)
    ),
    max_leaves=30,
)


def depth(value: object) -> int:
    if isinstance(value, dict):
        value = list(value.values())
    return 1 + max(map(depth, value), default=0) if isinstance(value, list) else 0


@settings(deadline=None)
@given(values, st.booleans())
def test_the_depth_of_any_json_is_known(value: object, ascii_only: bool) -> None:
    text = json.dumps(value, ensure_ascii=ascii_only).encode()
    assert not is_too_deep(text, depth(value))
    assert depth(value) == 0 or is_too_deep(text, depth(value) - 1)


@pytest.mark.parametrize("extra", [0, 1, 1_000, 5_000, 100_000])
@pytest.mark.parametrize("unit", [("[", "]"), ('{"a":', "}"), ('[{"a":', "}]")])
def test_what_nests_deeper_is_refused(unit: tuple[str, str], extra: int) -> None:
    opening, closing = unit
    levels = MAX_DEPTH + extra
    count = levels // (len(opening) - opening.count('"a":') * 4)
    text = f"{opening * count}0{closing * count}".encode()
    assert is_too_deep(text) == (extra > 0 and count * len(closing) > MAX_DEPTH)


@pytest.mark.parametrize(
    ("text", "deep"),
    [
        (b"[" * 129, True),
        (b"[" * 128, False),
        (b'"' + b"[" * 5000 + b'"', False),
        (b'"\\"' + b"[" * 5000 + b'"', False),
        (b'"\\\\"' + b"[" * 5000, True),
        (b"[]" * 5000, False),
        (b"]" * 5000 + b"[" * 5000, False),
        (b'"' + b"[" * 5000, False),
        (b"\\" * 5001 + b"[" * 5000, True),
        (b"\xff[" * 5000, True),
        (b"", False),
    ],
)
def test_odd_text(text: bytes, deep: bool) -> None:
    assert is_too_deep(text) == deep
