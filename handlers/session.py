"""What a session remembers between two turns: ids and places, never words or tokens.

Amazon hands the attributes back as they were sent, but a request may bring anything:
what does not fit its type is as good as absent.
"""

from collections.abc import Collection
from typing import Annotated, ClassVar, Literal, TypeVar

import msgspec
from ask_sdk_core.dispatch_components import AbstractRequestInterceptor
from ask_sdk_core.handler_input import HandlerInput
from msgspec import Meta

Id = Annotated[str, Meta(max_length=128)]
Place = Annotated[int, Meta(ge=0, le=100_000)]


class SessionAttribute(msgspec.Struct, frozen=True, omit_defaults=True):
    """One attribute of the session; `key` is its name there."""

    key: ClassVar[str]


class Cursor(SessionAttribute, frozen=True, omit_defaults=True):
    """The page that was spoken last, for voice and touch alike.

    `kind` names the list, `of` what it belongs to (a playlist's id, a period); `at` is
    the place of the page's first item and `mark` recognises that item, so that a
    library that changed meanwhile is noticed.
    """

    key: ClassVar[str] = "list"

    kind: Id
    offset: Place = msgspec.field(default=0, name="at")
    parent_id: Id | None = msgspec.field(default=None, name="of")
    item_id: Id | None = msgspec.field(default=None, name="mark")


class PendingQuestion(SessionAttribute, frozen=True, omit_defaults=True):
    """What the last answer asked; it waits one turn.

    `purpose` is what happens with the answer, `ids` are the candidates.
    """

    key: ClassVar[str] = "question"

    kind: Literal["which", "meant", "confirm"]
    purpose: Id
    ids: Annotated[tuple[Id, ...], Meta(max_length=5)] = ()


R = TypeVar("R", bound=SessionAttribute)


def _attributes(handler_input: HandlerInput) -> dict[str, object]:
    """The session's attributes; a throw-away dictionary outside a session."""
    if not handler_input.request_envelope.session:
        return {}
    attributes: object = handler_input.attributes_manager.session_attributes
    if not isinstance(attributes, dict):
        attributes = {}
        handler_input.attributes_manager.session_attributes = attributes
    return attributes


def get(handler_input: HandlerInput, kind: type[R]) -> R | None:
    """What the session holds of this kind; None where nothing of it makes sense."""
    raw = _attributes(handler_input).get(kind.key)
    if raw is None:
        return None
    try:
        return msgspec.convert(raw, kind)
    except msgspec.ValidationError:
        return None


def set_attribute(handler_input: HandlerInput, value: SessionAttribute) -> None:
    _attributes(handler_input)[value.key] = msgspec.to_builtins(value)


def delete(handler_input: HandlerInput, kind: type[SessionAttribute]) -> None:
    _attributes(handler_input).pop(kind.key, None)


def clear(handler_input: HandlerInput) -> None:
    """Forgets everything."""
    _attributes(handler_input).clear()


def pending_question(handler_input: HandlerInput) -> PendingQuestion | None:
    """The question that this request may answer; `Upkeep` put it aside."""
    found = handler_input.attributes_manager.request_attributes.get(PendingQuestion.key)
    return found if isinstance(found, PendingQuestion) else None


class SessionInterceptor(AbstractRequestInterceptor):
    """Before a handler looks: drops what is not ours, puts the question aside.

    A question that is put aside is forgotten unless the handler asks it again.
    """

    def __init__(self, keys: Collection[str]) -> None:
        self._keys = frozenset(keys)

    def process(self, handler_input: HandlerInput) -> None:
        attributes = _attributes(handler_input)
        for key in [key for key in attributes if key not in self._keys]:
            del attributes[key]
        if PendingQuestion.key in attributes:
            request_attributes = handler_input.attributes_manager.request_attributes
            request_attributes[PendingQuestion.key] = get(
                handler_input, PendingQuestion
            )
            del attributes[PendingQuestion.key]
