"""Node's order, rule by rule, and who is asked at all."""

import pytest
from ask_sdk_core.handler_input import HandlerInput
from ask_sdk_model import RequestEnvelope
from ask_sdk_runtime.dispatch_components.request_components import (
    GenericRequestHandlerChain,
    GenericRequestMapper,
)

from providers.errors import NotFound
from service import serialization
from service.dispatcher import Dispatcher
from tests.service.dispatcher_diary import (
    HELLO,
    SORRY,
    Diary,
    Step,
    asked,
    built,
    fail,
    launch,
)


@pytest.fixture(params=[False, True], ids=["sync", "async"])
def diary(request: pytest.FixtureRequest) -> Diary:
    return Diary(asleep=request.param)


class TestOrder:
    async def test_everything_that_goes_well(self, diary: Diary) -> None:
        chain = GenericRequestHandlerChain(
            diary.handler("handler"),
            [diary.before("own before 1"), diary.before("own before 2")],
            [diary.after("own after 1"), diary.after("own after 2")],
        )
        configuration = built(
            *(diary.before("before 1"), diary.before("before 2"), chain),
            *(diary.after("after 1"), diary.after("after 2"), diary.rescuer("rescuer")),
        )
        assert await Dispatcher(configuration).dispatch(launch()) is HELLO
        assert diary.notes == [
            *("before 1", "before 2", "handler?", "own before 1", "own before 2"),
            *("handler", "own after 1", "own after 2", "after 1", "after 2"),
        ]

    async def test_the_first_handler_that_can(self, diary: Diary) -> None:
        configuration = built(
            diary.handler("one", can=False),
            diary.handler("two"),
            diary.handler("three"),
        )
        assert await Dispatcher(configuration).dispatch(launch()) is HELLO
        assert diary.notes == ["one?", "two?", "two"]

    async def test_the_handlers_of_the_first_mapper_come_first(
        self, diary: Diary
    ) -> None:
        configuration = built(diary.handler("one", can=False))
        chain = GenericRequestHandlerChain(diary.handler("two"))
        configuration.request_mappers.append(GenericRequestMapper([chain]))
        assert await Dispatcher(configuration).dispatch(launch()) is HELLO
        assert diary.notes == ["one?", "two?", "two"]

    async def test_no_handler(self, diary: Diary) -> None:
        configuration = built(
            *(diary.before("before"), diary.handler("one", can=False)),
            *(diary.after("after"), diary.rescuer("rescuer")),
        )
        assert await Dispatcher(configuration).dispatch(launch()) is None
        assert diary.notes == ["before", "one?"]

    async def test_an_unknown_request(self, diary: Diary) -> None:
        handler = diary.handler("one", can=False, request_type="LaunchRequest")
        request = serialization.decode(b'{"request":{"type":"Alexa.Tomorrow"}}').request
        assert await Dispatcher(built(handler)).dispatch(asked(request)) is None
        assert await Dispatcher(built(handler)).dispatch(asked(None)) is None

    async def test_a_handler_without_an_answer(self, diary: Diary) -> None:
        configuration = built(diary.handler("one", answer=lambda: None))
        assert await Dispatcher(configuration).dispatch(launch()) is None
        assert diary.notes == ["one?", "one"]


class TestExceptions:
    @pytest.mark.parametrize("where", ["before", "handler", "own before", "own after"])
    async def test_from_wherever_they_come(self, diary: Diary, where: str) -> None:
        def step(name: str) -> Step:
            return fail if name == where else lambda: HELLO

        chain = GenericRequestHandlerChain(
            diary.handler("handler", answer=step("handler")),
            [diary.before("own before", step("own before"))],
            [diary.after("own after", step("own after"))],
        )
        configuration = built(
            *(diary.before("before", step("before")), chain, diary.after("after")),
            diary.rescuer("rescuer"),
        )
        assert await Dispatcher(configuration).dispatch(launch()) is SORRY
        assert diary.notes[-3:] == [where, "rescuer? NotFound", "rescuer"]

    async def test_from_a_response_interceptor(self, diary: Diary) -> None:
        configuration = built(
            *(diary.handler("one"), diary.after("after", fail)),
            *(diary.after("after 2"), diary.rescuer("rescuer")),
        )
        assert await Dispatcher(configuration).dispatch(launch()) is SORRY
        assert diary.notes[-3:] == ["after", "rescuer? NotFound", "rescuer"]

    async def test_from_can_handle(self) -> None:
        diary = Diary()
        broken = diary.handler("broken", can_handle=lambda **_given: fail())
        configuration = built(broken, diary.handler("two"), diary.rescuer("rescuer"))
        assert await Dispatcher(configuration).dispatch(launch()) is SORRY

    async def test_the_first_exception_handler_that_can(self, diary: Diary) -> None:
        configuration = built(
            *(diary.handler("one", answer=fail), diary.after("after")),
            *(diary.rescuer("no", can=False), diary.rescuer("yes"), diary.rescuer("x")),
        )
        assert await Dispatcher(configuration).dispatch(launch()) is SORRY
        assert diary.notes == [
            *("one?", "one", "no? NotFound", "yes? NotFound", "yes"),
        ]

    async def test_that_nobody_takes(self, diary: Diary) -> None:
        configuration = built(
            diary.handler("one", answer=fail), diary.rescuer("no", can=False)
        )
        with pytest.raises(NotFound):
            await Dispatcher(configuration).dispatch(launch())

    async def test_without_any_exception_handler(self, diary: Diary) -> None:
        configuration = built(diary.handler("one", answer=fail))
        configuration.exception_mapper = None  # type: ignore[assignment] # as it may be
        with pytest.raises(NotFound):
            await Dispatcher(configuration).dispatch(launch())

    async def test_in_an_exception_handler(self, diary: Diary) -> None:
        def worse() -> None:
            raise LookupError("worse")

        configuration = built(
            *(diary.handler("one", answer=fail), diary.rescuer("one", answer=worse)),
            diary.rescuer("never"),
        )
        with pytest.raises(LookupError, match="worse"):
            await Dispatcher(configuration).dispatch(launch())
        assert diary.notes[-1] == "one"

    async def test_brought_by_somebody_else(self, diary: Diary) -> None:
        rescuing = Dispatcher(built(diary.rescuer("rescuer")))
        assert await rescuing.handle_exception(launch(), OverflowError()) is SORRY
        assert diary.notes == ["rescuer? OverflowError", "rescuer"]


async def test_a_handler_input_without_a_listener_is_our_own_mistake() -> None:
    with pytest.raises(TypeError, match="no listener"):
        await Dispatcher(built()).dispatch(HandlerInput(RequestEnvelope()))
