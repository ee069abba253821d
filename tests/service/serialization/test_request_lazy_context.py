"""The parts of a context that stay bytes until somebody asks."""

import copy
import json
import pickle
from typing import Any

import pytest
from ask_sdk_model import Context, RequestEnvelope

from service.serialization import request
from service.serialization.request import MalformedEnvelope
from tests.service.envelopes import RECORDED, Json, asked, decode
from tests.service.sdk_strategies import as_the_sdk_reads


def recorded() -> Context:
    context = request.decode(RECORDED).context
    assert context
    return context


def test_only_the_system_is_read_at_once() -> None:
    assert "system" in vars(recorded())
    assert "viewport" not in vars(recorded())


def test_a_part_is_read_once() -> None:
    context = recorded()
    assert context.viewport
    assert context.viewport.dpi == 213
    assert context.viewport is context.viewport
    assert context.automotive is None


def test_it_is_a_context_and_equals_one() -> None:
    theirs = as_the_sdk_reads(RECORDED.decode(), RequestEnvelope).context
    for part in ("alexa_presentation_apl", "system"):  # what the SDK adds of itself
        setattr(theirs, part, getattr(recorded(), part))
    theirs.extensions = recorded().extensions
    assert isinstance(recorded(), Context)
    assert recorded() == theirs
    assert theirs == recorded()
    assert recorded() == recorded()
    theirs.viewport = None
    assert recorded() != theirs
    assert theirs != recorded()
    assert recorded() != "a context"


def test_it_is_copied_and_kept_like_any_model() -> None:
    context = recorded()
    viewport = recorded().viewport
    assert viewport
    assert copy.deepcopy(context) == context
    assert pickle.loads(pickle.dumps(context)) == context  # noqa: S301 - our own
    assert context.to_dict()["viewport"] == viewport.to_dict()


def test_it_has_no_other_attributes() -> None:
    assert not hasattr(recorded(), "weather")
    with pytest.raises(TypeError):
        hash(recorded())


def test_numbers_that_nobody_can_read_make_a_part_absent() -> None:
    long = "1" * 5000
    body = json.dumps(asked(context__Viewport={"dpi": "N"})).replace('"N"', long)
    context = request.decode(body.encode()).context
    assert context
    assert context.viewport is None


def nested(levels: int) -> Json:
    """A context whose screen has this many components, each inside another one."""
    seen: Json = {"uid": "1"}
    for _ in range(levels):
        seen = {"children": [seen]}
    return {"Alexa.Presentation.APL": {"componentsVisibleOnScreen": [seen]}}


def test_components_nested_as_deep_as_a_request_may_be() -> None:
    context = decode(asked(context=nested(60))).context
    assert context
    apl = context.alexa_presentation_apl
    assert apl
    visible: Any = apl.components_visible_on_screen
    (component,) = visible
    depth = 0
    while component.children:
        (component,), depth = component.children, depth + 1
    assert (depth, component.uid) == (60, "1")


@pytest.mark.parametrize("levels", [70, 400, 3_000, 6_000, 60_000])
def test_a_part_without_end_is_refused_on_every_python(levels: int) -> None:
    body = json.dumps(asked(context=nested(0)))
    deep = '{"children":[' * levels + "{}" + "]}" * levels
    with pytest.raises(MalformedEnvelope, match="nesting"):
        request.decode(body.replace('{"uid": "1"}', deep).encode())


def test_half_a_pair_in_a_part_that_was_put_off() -> None:
    context = decode(asked(context__AudioPlayer={"token": "\ud800"})).context
    assert context
    assert context.audio_player
    assert context.audio_player.token == "\ufffd"


@pytest.mark.parametrize("system", [None, "text", 5])
def test_without_a_system(system: Any) -> None:
    context = decode(asked(context__System=system)).context
    assert context
    assert context.system is None


@pytest.mark.parametrize(("shape", "read"), [(5, None), ([None, 5], [None, None])])
def test_a_list_of_another_shape(shape: Any, read: Any) -> None:
    context = decode(asked(context__Viewports=shape)).context
    assert context
    assert context.viewports == read
