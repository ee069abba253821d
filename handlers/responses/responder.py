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
from handlers.responses.messages import Argument, Language, MessageError, Phrase
from handlers.responses.screens import show_linking, source_of

__all__ = ["Argument", "MessageError", "Phrase", "Words"]

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
class Words:
    """The texts of every language, read once; a language is made when first asked for.

    A message is an answer. Its attributes are its roles, each in any number of
    wordings (`.speech`, `.speech-2`, …), of which the request's id chooses one:

    - `.speech` is said. With a `.reprompt` the session stays open, without it ends.
    - `.title` and `.card` make a card; they may use `$source`, which says whose
      metadata it is.

    A message with a value and no attributes is a phrase inside others.
    """

    texts: dict[str, str]
    _languages: dict[str, Language]

    @classmethod
    def read(cls, folder: Path = LOCALES) -> "Words":
        """Reads `*.ftl`, one file a locale."""
        files = sorted(folder.glob("*.ftl"))
        return cls({f.stem: f.read_text(encoding="utf-8") for f in files}, {})

    def language(self, locale: str | None) -> Language:
        """The nearest language that we have: the locale, its language, then English."""
        known = self._languages.get(locale or FALLBACK)
        if known is None:
            name = self._nearest(locale or FALLBACK)
            known = self._languages.get(name)
            if known is None:
                known = Language(name, tuple(self._chain(name)))
                self._languages[name] = known
            if locale in self.texts:
                self._languages[locale] = known
        return known

    def _nearest(self, locale: str) -> str:
        home = _HOMES.get(locale.partition("-")[0].lower(), FALLBACK)
        return next((n for n in (locale, home) if n in self.texts), FALLBACK)

    def _chain(self, name: str) -> Iterable[str]:
        yield self.texts[name]
        home = _HOMES[name.partition("-")[0]]
        if home != name:
            yield self.texts[home]

    def language_of(self, handler_input: HandlerInput) -> Language:
        """The language that this request is spoken in."""
        request = handler_input.request_envelope.request
        return self.language(getattr(request, "locale", None))

    def answer(
        self, handler_input: HandlerInput, key: str, **arguments: Argument
    ) -> Response:
        """Says the message `key`; open with a reprompt where it has one, else closed.

        Raises `MessageError` where the message is missing or not given what it needs.
        """
        language = self.language_of(handler_input)
        seed = seed_of(handler_input)
        # Without the factory's methods, which look for markup and videos every time.
        response: Response = handler_input.response_builder.response
        speech = language.spoken(key, arguments, role="speech", seed=seed)
        response.output_speech = _aloud(speech)
        response.should_end_session = not language.has(key, "reprompt")
        if not response.should_end_session:
            again = language.spoken(key, arguments, role="reprompt", seed=seed)
            response.reprompt = Reprompt(_aloud(again))
        if language.has(key, "card"):
            source = source_of(handler_input)
            response.card = _card(language, key, arguments | {"source": source})
        return response

    def link_account(
        self, handler_input: HandlerInput, key: str, **arguments: Argument
    ) -> Response:
        """Says the message `key`; shows the card that links an account, and how."""
        self.answer(handler_input, key, **arguments)
        show_linking(handler_input, self.language_of(handler_input))
        return handler_input.response_builder.set_card(LinkAccountCard()).response


def seed_of(handler_input: HandlerInput) -> int:
    """What chooses a wording: another for every request, the same for the same one."""
    return crc32(request_id_of(handler_input).encode("utf-8", "replace"))


def _aloud(ssml: str) -> SsmlOutputSpeech:
    return SsmlOutputSpeech(ssml=f"<speak>{ssml}</speak>")


def _card(language: Language, key: str, arguments: dict[str, Argument]) -> Card:
    return SimpleCard(
        title=language.written(key, arguments, role="title"),
        content=language.written(key, arguments, role="card"),
    )
