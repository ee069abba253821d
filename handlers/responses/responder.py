"""What the skill says: every language, and an answer made from one message."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from zlib import crc32

from ask_sdk_core.handler_input import HandlerInput
from ask_sdk_model import Response
from ask_sdk_model.ui import (
    Card,
    LinkAccountCard,
    Reprompt,
    SimpleCard,
    SsmlOutputSpeech,
)

from handlers.request import request_id_of
from handlers.responses.messages import Argument, Localization, MessageError, Phrase
from handlers.responses.screens import show_linking, source_of

__all__ = ["Argument", "MessageError", "Phrase", "Responder"]

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


@dataclass(frozen=True, slots=True)
class Responder:
    """The texts of every language, read once; a language is made when first asked for.

    A message is an answer. Its attributes are its roles, each in any number of
    wordings (`.speech`, `.speech-2`, …), of which the request's id chooses one:

    - `.speech` is said. With a `.reprompt` the session stays open, without it ends.
    - `.title` and `.card` make a card; they may use `$source`, which says whose
      metadata it is.

    A message with a value and no attributes is a phrase inside others.
    """

    texts: dict[str, str]
    _localizations: dict[str, Localization]

    @classmethod
    def read(cls, folder: Path = LOCALES) -> "Responder":
        """Reads `*.ftl`, one file a locale."""
        files = sorted(folder.glob("*.ftl"))
        return cls({f.stem: f.read_text(encoding="utf-8") for f in files}, {})

    def localization(self, locale: str | None) -> Localization:
        """The nearest language that we have: the locale, its language, then English."""
        known = self._localizations.get(locale or FALLBACK)
        if known is None:
            name = self._nearest(locale or FALLBACK)
            known = self._localizations.get(name)
            if known is None:
                known = Localization(name, tuple(self._chain(name)))
                self._localizations[name] = known
            if locale in self.texts:
                self._localizations[locale] = known
        return known

    def _nearest(self, locale: str) -> str:
        home = _HOMES.get(locale.partition("-")[0].lower(), FALLBACK)
        return next((n for n in (locale, home) if n in self.texts), FALLBACK)

    def _chain(self, name: str) -> Iterable[str]:
        yield self.texts[name]
        home = _HOMES[name.partition("-")[0]]
        if home != name:
            yield self.texts[home]

    def localization_of(self, handler_input: HandlerInput) -> Localization:
        """The language that this request is spoken in."""
        request = handler_input.request_envelope.request
        return self.localization(getattr(request, "locale", None))

    def respond(
        self, handler_input: HandlerInput, key: str, **arguments: Argument
    ) -> Response:
        """Says the message `key`; open with a reprompt where it has one, else closed.

        Raises `MessageError` where the message is missing or not given what it needs.
        """
        language = self.localization_of(handler_input)
        seed = seed_of(handler_input)
        # Without the factory's methods, which look for markup and videos every time.
        response: Response = handler_input.response_builder.response
        speech = language.ssml(key, arguments, role="speech", seed=seed)
        response.output_speech = _ssml_speech(speech)
        response.should_end_session = not language.has(key, "reprompt")
        if not response.should_end_session:
            again = language.ssml(key, arguments, role="reprompt", seed=seed)
            response.reprompt = Reprompt(_ssml_speech(again))
        if language.has(key, "card"):
            source = source_of(handler_input)
            response.card = _card(language, key, arguments | {"source": source})
        return response

    def link_account(
        self, handler_input: HandlerInput, key: str, **arguments: Argument
    ) -> Response:
        """Says the message `key`; shows the card that links an account, and how."""
        self.respond(handler_input, key, **arguments)
        show_linking(handler_input, self.localization_of(handler_input))
        return handler_input.response_builder.set_card(LinkAccountCard()).response


def seed_of(handler_input: HandlerInput) -> int:
    """What chooses a wording: another for every request, the same for the same one."""
    return crc32(request_id_of(handler_input).encode("utf-8", "replace"))


def _ssml_speech(ssml: str) -> SsmlOutputSpeech:
    return SsmlOutputSpeech(ssml=f"<speak>{ssml}</speak>")


def _card(language: Localization, key: str, arguments: dict[str, Argument]) -> Card:
    return SimpleCard(
        title=language.text(key, arguments, role="title"),
        content=language.text(key, arguments, role="card"),
    )
