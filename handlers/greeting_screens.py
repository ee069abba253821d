"""The screens that greet: what one can ask for, and how an account is linked."""

from collections.abc import Mapping

from ask_sdk_core.handler_input import HandlerInput

from handlers.attribution import attribution
from handlers.language import Argument, Language, Phrase
from handlers.screens import Row, Screen, has_screen, show
from handlers.touch_words import DEMO, RECOMMEND


def show_launch(
    handler_input: HandlerInput,
    language: Language,
    key: str,
    arguments: Mapping[str, Argument],
) -> None:
    """Draws the greeting `key`, whose card says it in one line and hints in others."""
    if not has_screen(handler_input):
        return
    greeting, _, hint = language.written(key, arguments, role="card").partition("\n")
    whose = attribution(handler_input, language)
    rows = (
        Row(language.shown(Phrase("screen-playlists", {})), ("list", "playlists")),
        Row(language.shown(Phrase("screen-recommend", {})), ("do", RECOMMEND)),
        Row(language.written("recent", {}, role="title"), ("list", "recent")),
    )
    title = language.written(key, arguments, role="title")
    screen = Screen(title, greeting, hint, *whose, rows=rows)
    show(handler_input, "launch", screen)


def show_linking(handler_input: HandlerInput, language: Language) -> None:
    """Draws how an account is linked; what can be tried meanwhile, while we listen."""
    if not has_screen(handler_input):
        return
    response = handler_input.response_builder.response
    demo = Row(language.shown(Phrase("screen-demo", {})), ("do", DEMO))
    listening = response.should_end_session is False
    screen = Screen(
        language.shown(Phrase("screen-link-title", {})),
        language.shown(Phrase("screen-link-text", {})),
        buttons=(demo,) if listening else (),
    )
    show(handler_input, "linking", screen)
