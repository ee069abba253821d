"""The last resort: secrets and people do not reach a line, whoever wrote it."""

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from providers.secret import Secret
from service.observability.redaction import Redaction

redact = Redaction([Secret("pass/word-1"), Secret("short")])
OPAQUE = string.ascii_letters + string.digits + "-_"


@pytest.mark.parametrize(
    ("line", "left"),
    [
        ("user amzn1.ask.account.AEXAMPLE, device", "user amzn1.***, device"),
        ("Authorization: Bearer BQabc.def~1", "Authorization: Bearer ***"),
        ("authorization: bearer abc", "authorization: Bearer ***"),
        ("token Atza|IwEB-x_y.", "token ***"),
        ("redis://user:word@host:1/0", "redis://***@host:1/0"),
        ("mail ada@example.org now", "mail *** now"),
        ("it is pass/word-1 again", "it is *** again"),
        (f"code {'Ab1-_' * 10}.", "code ***."),
    ],
)
def test_what_is_hidden(line: str, left: str) -> None:
    assert redact(line) == left


@pytest.mark.parametrize(
    "line",
    [
        '{"severity":"INFO","message":"turn","phases":{"read":0.1},"calls":[]}',
        '{"stack_trace":"ValueError\\n/srv/record-shelf/service/web.py:71 alexa"}',
        '{"logging.googleapis.com/trace":"4bf92f3577b34da6a3ce929d0e0e4736"}',
        "a short secret of a few letters is not hidden, or half of all words were",
    ],
)
def test_what_is_left_alone(line: str) -> None:
    assert redact(line) == line


@given(
    before=st.text(st.characters(exclude_characters=OPAQUE)),
    token=st.text(OPAQUE, min_size=48, max_size=300),
    after=st.text(st.characters(exclude_characters=OPAQUE)),
)
def test_no_opaque_text_passes(before: str, token: str, after: str) -> None:
    assert token not in redact(before + token + after)


@given(st.text())
def test_any_line_passes_or_is_shortened(line: str) -> None:
    assert Redaction()(line).count("\n") == line.count("\n")
