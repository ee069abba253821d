"""Whatever is done in whichever order: it is answered, and it can be replayed."""

import asyncio

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.alexa.device import Tampering
from simulator.console import steps
from simulator.console.console import Console, Sessions
from simulator.console.page_state import DELAY_LABELS
from simulator.console.recording import decode, encode, record, replay
from simulator.console.steps import InitialState
from simulator.spotify.errors import PREPARED_REPLIES
from simulator.spotify.faults import Fault
from tests.simulator.conftest import MORNING, Wall, report_after

SENTENCES = (
    *("open record shelf", "what are my playlists", "next", "previous", "repeat"),
    *("the second one", "open number three", "open deep focuss", "how long is it"),
    *("who made it", "yes", "no", "help", "stop", "exit", "try the demo", "🙂", ""),
    *("what should I listen to", "another one", "why", "I like it", "not that"),
    *("which playlist has love", "who are my top artists", "forget me", "refresh"),
)
deeds = st.one_of(
    st.sampled_from(SENTENCES).map(steps.Say),
    st.text(max_size=30).map(steps.Say),
    st.sampled_from(
        [steps.Open(), steps.Silence(), steps.Leave(), steps.Revoke(), steps.Heal()]
    ),
    st.sampled_from(["ada", "ben", "nobody", "emoji", None]).map(steps.Link),
    st.sampled_from(["ben", None]).map(steps.Recognise),
    st.sampled_from([steps.Show("none"), steps.Show("round"), steps.Show("tv")]),
    st.integers(1, 200_000).map(steps.Wait),
    st.integers(-200, 200).map(steps.Skew),
    st.sampled_from([None, *Tampering]).map(lambda one: steps.Tamper(with_=one)),
    st.sampled_from(["error", "not_found", "forbidden", "no_body"]).map(
        lambda kind: steps.Break(Fault(kind=kind))  # every call: none is luckier
    ),
    st.just(steps.Disable()),
    st.lists(st.text(max_size=5) | st.integers(), max_size=3).map(steps.Touch),
)


@pytest.mark.slow
@settings(max_examples=20, deadline=None)
@given(st.lists(deeds, max_size=8))
def test_every_conversation_is_replayed_to_the_letter(
    done: list[steps.AnyStep],
) -> None:
    asyncio.run(_done_twice(done))


async def _done_twice(done: list[steps.AnyStep]) -> None:
    wall = Wall()
    # The clock stands still within a step: with little time left, the skill searches
    # less, and a busy machine would answer otherwise the second time.
    sessions = Sessions(wall, lambda: 0.0)
    try:
        console = await sessions.begin(InitialState(began=MORNING))
        for deed in done:
            wall.pass_(seconds=7)
            seen = await console.perform(deed)
            if seen and seen.device_turn:
                assert seen.reply.status in (200, 400)
        saved = decode(encode(record(console)))
        wall.pass_(days=3)
        again = await sessions.begin(saved.initial_state, fresh=False)
        differences = [d async for *_, found in replay(saved, again) for d in found]
    finally:
        await sessions.close()
    assert differences == []


QUICK = sorted(PREPARED_REPLIES) + sorted(DELAY_LABELS.keys() - {"hang", "drip"})


@pytest.mark.slow
@pytest.mark.parametrize("kind", QUICK)
async def test_whatever_spotify_does_there_are_words_for_it(
    console: Console, kind: str
) -> None:
    fault = Fault(kind=kind, seconds=0.01)
    await console.perform(steps.Break(fault))
    for sentence in ("what are my playlists", "open record shelf"):
        seen = await report_after(console, steps.Say(sentence))
        assert seen.reply.status == 200
        assert seen.reply.speech
        assert seen.captured.turn is not None
        assert seen.captured.turn.outcome in ("answered", "apologised")
