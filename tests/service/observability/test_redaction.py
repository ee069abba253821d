"""The last resort: secrets and people do not reach a line, whoever wrote it."""

import json
import string
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from providers.secret import Secret
from service.observability.redaction import LONGEST_TEXT, Redaction, cut, printable

pytestmark = pytest.mark.no_cover

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


@pytest.mark.parametrize(
    "part",
    [
        *(
            "a",
            "a.",
            "a-",
            "+",
            "@",
            "a@",
            "a@b.",
            "@.",
            "://",
            "/",
            "bearer ",
            "Atza|",
        ),
        *("amzn1.", "amzn1", "x@a-", "\u00e9", "|", "bearer bearer", "://a", "-_"),
    ],
)
def test_a_long_line_takes_linear_time(part: str) -> None:
    """Eight times the text: a quadratic expression would take 64 times as long."""
    short, long = ("@ " + part * (size // len(part)) for size in (30_000, 240_000))
    assert best(long) < 25 * best(short) + 0.01


def best(line: str) -> float:
    """The fastest of three redactions, in seconds of this process."""
    times = []
    for _ in range(3):
        began = time.process_time()
        redact(line)
        times.append(time.process_time() - began)
    return min(times)


def test_a_secret_is_hidden_as_json_writes_it() -> None:
    secret = 'qu"ote\\and\u00e9'
    line = json.dumps({"a": secret}, ensure_ascii=False)
    assert Redaction([Secret(secret)])(line) == '{"a": "***"}'


@given(st.integers(0, LONGEST_TEXT + 20))
def test_a_cut_leaves_no_part_of_a_secret(before: int) -> None:
    secret = "pass/word-1/pass/word-1"
    hide = Redaction([Secret(secret)])
    line = hide(cut(" " * before + secret + " " * LONGEST_TEXT, hide))
    assert "pass" not in line
    assert len(line) <= LONGEST_TEXT + 1


@given(st.text(st.characters()), st.integers(0, 100))
def test_what_is_printable_is_short_and_on_one_line(text: str, longest: int) -> None:
    line = printable(text, longest)
    assert line.isprintable()
    assert len(line) <= longest * len("\\U00010000") + 1
    line.encode()  # raises for half of a surrogate pair


@given(st.text())
def test_any_line_passes_or_is_shortened(line: str) -> None:
    assert Redaction()(line).count("\n") == line.count("\n")
