"""Response builder: speech, reprompt and card of a response from one message key."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any
from zlib import crc32

import msgspec
from ask_sdk_core.handler_input import HandlerInput
from ask_sdk_model import Response

from handlers import session
from handlers.request import intent_of, listener_of, request_id_of, type_of
from handlers.responses.closings import closed, is_said_again
from handlers.responses.localization import NOTHING, Argument, Localization, Phrase
from handlers.session import LastAnswer, PendingQuestion
from providers.sample_library import SAMPLE_TOKEN

LOCALES = Path(__file__).parents[1] / "locales"

FALLBACK = "en-US"
# Where a locale of ours has no text of its own, its language's home locale has.
_HOMES = {
    "de": "de-DE",
    "en": "en-US",
    "es": "es-ES",
    "fr": "fr-FR",
    "it": "it-IT",
    "ja": "ja-JP",
    "pt": "pt-BR",
}


class SpokenText(msgspec.Struct, tag_field="type", tag="SSML", gc=False):
    """What the SDK calls `SsmlOutputSpeech`; as a struct it is encoded directly."""

    ssml: str


class SpokenAgain(msgspec.Struct, rename="camel", gc=False):
    """What the SDK calls `Reprompt`."""

    output_speech: SpokenText


class PlainCard(msgspec.Struct, tag_field="type", tag="Simple", gc=False):
    """What the SDK calls `SimpleCard`."""

    title: str
    content: str


class CardImage(msgspec.Struct, rename="camel", gc=False):
    """What the SDK calls `Image`."""

    small_image_url: str
    large_image_url: str


class PictureCard(msgspec.Struct, tag_field="type", tag="Standard", gc=False):
    """What the SDK calls `StandardCard`."""

    title: str
    text: str
    image: CardImage


class SkillResponse(msgspec.Struct, rename="camel", omit_defaults=True):
    """What the SDK calls `Response`; as a struct it is encoded directly."""

    output_speech: SpokenText | None = None
    card: Any = None
    reprompt: SpokenAgain | None = None
    directives: list[Any] | None = None
    should_end_session: bool | None = None


class ResponseDraft(msgspec.Struct):
    """What the SDK calls `ResponseFactory`: holds the response while it is made."""

    response: SkillResponse = msgspec.field(default_factory=SkillResponse)


class CardExtras(msgspec.Struct, frozen=True):
    """What a card has beyond its message.

    - `image`: https address of a picture
    - `link`: https address of the public page, the card's last line
    - `arguments`: arguments that differ from those of the speech
    - `answer`: what the session keeps of the response; None for what the message tells
    """

    image: str | None = None
    link: str | None = None
    arguments: Mapping[str, Argument] = msgspec.field(default_factory=dict)
    answer: LastAnswer | None = None


class SpokenMessage(msgspec.Struct, frozen=True, gc=False):
    """The message that a response speaks, kept for the request.

    - `key`, `arguments`: the message and what fills it
    - `image`: https address of the picture of what it is about
    """

    key: str
    arguments: Mapping[str, Argument]
    image: str | None = None


_SPOKEN = "spoken"


def spoken_message(handler_input: HandlerInput) -> SpokenMessage | None:
    """Return the message that `Responder` made the response of; None without one."""
    attributes = handler_input.attributes_manager.request_attributes
    message = attributes.get(_SPOKEN)
    return message if isinstance(message, SpokenMessage) else None


class Responder(msgspec.Struct, frozen=True):
    """Build responses from the messages of every language.

    A `Localization` is made at its first use, of the texts of its files.

    A message is a response. Its attributes are its roles, each in any number of
    wordings (`.speech`, `.speech-2`, …), of which the request's id chooses one:

    - `.speech` is spoken. With a `.reprompt` the session stays open, without one the
      session ends.
    - `.title` and `.card` make a card; both may use `$source`, which says whose
      metadata is shown.
    - `.screen` is what a screen shows in place of the title, or of the speech.

    Of a closing, `.words` are the wordings that can stand for each other at a speech's
    end. A message with a value and no attributes is a phrase inside others.
    """

    files: dict[str, Path]
    _localizations: dict[str, Localization]

    @classmethod
    def read(cls, folder: Path = LOCALES) -> "Responder":
        """Return a responder with the messages of `folder`: `*.ftl`, one per locale."""
        return cls({file.stem: file for file in sorted(folder.glob("*.ftl"))}, {})

    def text(self, name: str) -> str:
        """Return all messages of a locale as Fluent text, read anew."""
        return self.files[name].read_text(encoding="utf-8")

    def localization(self, locale: str | None) -> Localization:
        """Return the nearest localization: the locale's, its language's, English."""
        known = self._localizations.get(locale or FALLBACK)
        if known is None:
            name = self._nearest(locale or FALLBACK)
            known = self._localizations.get(name)
            if known is None:
                known = Localization(name, tuple(self._chain(name)))
                self._localizations[name] = known
            if locale in self.files:
                self._localizations[locale] = known
        return known

    def _nearest(self, locale: str) -> str:
        home = _HOMES.get(locale.partition("-")[0].lower(), FALLBACK)
        return next((n for n in (locale, home) if n in self.files), FALLBACK)

    def _chain(self, name: str) -> Iterable[str]:
        yield self.text(name)
        home = _HOMES.get(name.partition("-")[0], name)
        if home != name:
            yield self.text(home)

    def localization_of(self, handler_input: HandlerInput) -> Localization:
        """Return the localization of the request's locale."""
        request = handler_input.request_envelope.request
        locale = getattr(request, "locale", None) or FALLBACK
        return self._localizations.get(locale) or self.localization(locale)

    def respond(
        self, handler_input: HandlerInput, key: str, **arguments: Argument
    ) -> Response:
        """Fill the request's response from the message `key` and return it.

        Raises `MessageError` where the message is missing or lacks an argument.
        """
        return self.respond_with(handler_input, key, arguments, CardExtras())

    def ask(
        self,
        handler_input: HandlerInput,
        question: PendingQuestion,
        key: str,
        **arguments: Argument,
    ) -> Response:
        """Ask a question with the message `key`, and store it for the answer.

        A question that may not be asked once more is left instead.
        """
        if session.ask(handler_input, question):
            return self.respond(handler_input, key, **arguments)
        return self.respond(handler_input, "question-dropped")

    def respond_with(
        self,
        handler_input: HandlerInput,
        key: str,
        arguments: Mapping[str, Argument],
        extras: CardExtras,
    ) -> Response:
        """Do what `respond` does, with more on the card than the message has.

        The session stays open with a reprompt and ends without one. Raises
        `MessageError` where the message is missing or lacks an argument.
        """
        localization = self.localization_of(handler_input)
        # Without the factory's methods, which look for markup and videos every time.
        # Structs stand in it beside the SDK's models, which it does not annotate.
        response: Any = handler_input.response_builder.response
        attributes = handler_input.attributes_manager.request_attributes
        attributes[_SPOKEN] = SpokenMessage(key, arguments, extras.image)
        stays_open = localization.has(key, "reprompt")
        speech, *again = _spoken(handler_input, localization, key, arguments)
        response.output_speech = speech
        response.should_end_session = not stays_open
        if again:
            response.reprompt = SpokenAgain(*again)
            answer = extras.answer or _answer(handler_input, key, arguments)
            session.put(handler_input, answer)
        if localization.has(key, "card"):
            source = source_of(handler_input)
            written = {**arguments, "source": source, **extras.arguments}
            response.card = _card(localization, key, written, extras)
        filled: Response = response
        return filled


def _spoken(
    handler_input: HandlerInput,
    localization: Localization,
    key: str,
    arguments: Mapping[str, Argument],
) -> list[SpokenText]:
    """Return what a message says: the speech, and the reprompt where it has one."""
    seed, roles = wording_seed(handler_input), ("speech", "reprompt")
    if not localization.has(key, "reprompt"):
        texts = localization.texts(key, arguments, roles[:1], aloud=True, seed=seed)
    else:
        texts = localization.texts(key, arguments, roles, aloud=True, seed=seed)
        if is_said_again(handler_input, texts[0]):
            seed += 1
            texts = localization.texts(key, arguments, roles, aloud=True, seed=seed)
        texts = closed(handler_input, localization, texts)
    return [SpokenText(f"<speak>{text}</speak>") for text in texts]


WAITING = "waiting"
"""The message after "hang on": "repeat" repeats the page before it instead."""


def _answer(
    handler_input: HandlerInput, key: str, arguments: Mapping[str, Argument]
) -> LastAnswer:
    """Return the response as the session keeps it: words are not kept."""
    numbers = {
        name: value if isinstance(value, int) else None
        for name, value in arguments.items()
        if isinstance(value, int) or value == NOTHING
    }
    if len(numbers) < len(arguments):
        name = intent_of(handler_input) or type_of(handler_input) or ""
        return LastAnswer("intent", name)
    return LastAnswer("message", key, numbers=numbers)


def no_speech(handler_input: HandlerInput) -> Response:
    """Return the request's response as it is: by default without speech or card."""
    response: Response = handler_input.response_builder.response
    return response


def discard_response(handler_input: HandlerInput) -> None:
    """Discard a half-made response, so that no part of it goes out with the next."""
    draft: Any = ResponseDraft()
    handler_input.response_builder = draft


def source_of(handler_input: HandlerInput) -> Phrase:
    """Return the phrase that says whose metadata the response shows."""
    sample = listener_of(handler_input).token is SAMPLE_TOKEN
    return Phrase("from-sample" if sample else "from-service", {})


def wording_seed(handler_input: HandlerInput) -> int:
    """Return the number that chooses a wording: always the same for one request id."""
    return crc32(request_id_of(handler_input).encode())


def _card(
    localization: Localization,
    key: str,
    arguments: Mapping[str, Argument],
    extras: CardExtras,
) -> PlainCard | PictureCard:
    """Return the message's card, with a picture where there is one."""
    title, text = localization.texts(key, arguments, ("title", "card"), aloud=False)
    if extras.link:
        text = f"{text}\n{extras.link}"
    if extras.image:
        return PictureCard(title, text, CardImage(extras.image, extras.image))
    return PlainCard(title, text)
