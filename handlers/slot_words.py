"""Slot words: what can stand in a name's slot and is no name, in each language.

The words are those of `slot_words.toml`.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from pathlib import Path

import msgspec

WORDS_FILE = Path(__file__).with_name("slot_words.toml")

_KANA = re.compile("[\u3040-\u30ff]")

_PLAYLIST, _SONG, _ARTISTS = "playlist", "song", ("artist", "performer")


class WordsAround(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What is said around a name, in one language.

    - `before`: what may stand between the verb and the name ("open up, like, …")
    - `after`: what may follow it ("… if you can", "… denn")
    - `second`: what begins another request ("… and tell me the first songs")
    """

    before: tuple[str, ...]
    after: tuple[str, ...]
    second: tuple[str, ...]

    def removed(self, text: str) -> str:
        """Return the text without what is around a name; all of it where that is all.

        The first request is the one that is left.
        """
        bare = min((text.partition(each)[0] for each in self.second), key=len)
        shorter = bare or text
        while shorter:
            bare, shorter = shorter, _without(shorter, self.before, str.removeprefix)
            shorter = _without(shorter, self.after, str.removesuffix)
            if shorter == bare:
                break
        return bare


class SentenceWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What tells that somebody speaks, rather than names something, in one language.

    - `openers`: how such a sentence begins; a space after the last word ends it
    - `words`: function words, of which a name has one at most
    - `endings`: how such a sentence ends; of Japanese only
    """

    openers: tuple[str, ...]
    words: frozenset[str]
    endings: tuple[str, ...] = ()


class NewRequests(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What is said instead of a name: a refusal, then another request, in one language.

    - `refusals`: how such a sentence begins, or all that it is ("no", "let it be")
    - `kinds`: what is said around the name of a song, an artist or a playlist, which
      stands at `{}`; by these words
    - `requests`: the other requests, by intent; a slot's words stand at its name
    """

    refusals: tuple[str, ...]
    kinds: dict[str, tuple[str, ...]]
    requests: dict[str, tuple[str, ...]]

    def after_refusal(self, text: str, gap: str) -> str:
        """Return what follows the refusals that a text begins with; without one, all.

        `gap`: what stands between words.
        """
        rest = text
        while found := _longest_beginning(rest, self.refusals, gap):
            rest = rest.removeprefix(found).removeprefix(gap)
        return rest

    def named(self, text: str) -> tuple[str, str] | None:
        """Return the kind and the name of "the song Dreams"; None without a kind.

        The shortest name: "the song called Dreams" is Dreams.
        """
        named = (
            (kind, found["name"])
            for kind, templates in self.kinds.items()
            for template in templates
            if (found := _whole(template.replace("{}", "{name}")).fullmatch(text))
        )
        return min(named, key=lambda each: len(each[1]), default=None)

    def playlist(self, text: str) -> str | None:
        """Return the name in "the Running playlist"; None without a kind, for a number.

        "The playlist number three" is a place in a list.
        """
        kind, name = self.named(text) or ("", "")
        is_name = kind == _PLAYLIST and not any(map(str.isdigit, name))
        return name if is_name else None

    def request(self, text: str) -> tuple[str, Mapping[str, str]] | None:
        """Return the intent and its slots' words that all of the text asks for."""
        for intent, templates in self.requests.items():
            for template in templates:
                if found := _whole(template).fullmatch(text):
                    return intent, found.groupdict()
        return None


def _longest_beginning(text: str, words: Iterable[str], gap: str) -> str:
    """Return the longest of the words with which the text begins; else nothing."""
    found = (word for word in words if f"{text}{gap}".startswith(f"{word}{gap}"))
    return max(found, key=len, default="")


class SlotWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What can stand in a name's slot and is no name, in one language.

    - `this`: pronouns and the like, for what is in focus
    - `any`: "a song" and the like, for none in particular
    - `music`: "music" and the like, which name nothing where something is to be played
    - `praise`: what says of a kind of music only how good it is, in one form of each
    - `ordinals`: the words of each position on the page, from the first; the last item
      of the page comes last
    - `frames`: what is said around an ordinal, which stands at `{}`
    - `shelf`: what is said around that of a playlist among all of the listener's
    - `corrections`: what parts a name from the one that was meant ("no wait")
    - `leads`: what may stand before the name that was meant
    - `exceptions`: what ends an artist's name ("but not")
    - `before_artist`: what may stand before an artist's name ("by the band …")
    - `before_song`: what may stand before a song
    - `after_song`: what may follow a song, or an artist
    - `requests`: how a sentence ends that asks for something, by intent; a slot's words
      stand at its name ("put it on {playlist}")
    - `intents`: the usual phrases of built-in intents
    - `sentence`: what tells a sentence from a name
    - `around`: what surrounds a name and is none of it
    - `instead`: what is another request in place of a name
    """

    this: frozenset[str]
    any: frozenset[str]
    music: frozenset[str]
    praise: frozenset[str]
    ordinals: tuple[tuple[str, ...], ...]
    frames: tuple[str, ...]
    shelf: tuple[str, ...]
    corrections: tuple[str, ...]
    leads: tuple[str, ...]
    exceptions: tuple[str, ...]
    before_artist: tuple[str, ...]
    before_song: tuple[str, ...]
    after_song: tuple[str, ...]
    requests: dict[str, tuple[str, ...]]
    intents: dict[str, frozenset[str]]
    sentence: SentenceWords
    around: WordsAround
    instead: NewRequests

    def ordinal(self, text: str) -> int | None:
        """Return the position that `text` means: from 1, -1 for the last one."""
        return self._framed(text, (*self.frames, *self.shelf))

    def shelf_place(self, text: str) -> int | None:
        """Return the position among the listener's playlists that `text` means."""
        return self._framed(text, (*self.shelf, "{}"))

    def _framed(self, text: str, frames: Iterable[str]) -> int | None:
        *counted, last = self.ordinals
        positions = [*enumerate(counted, 1), (-1, last)]
        for frame in frames:
            for position, words in positions:
                if any(frame.replace("{}", word) == text for word in words):
                    return position
        return None

    def name(self, text: str, slot: str) -> str:
        """Return the name that was meant: the corrected one, without what surrounds it.

        "Machines, no wait, on Orchard" means Orchard, "eigentlich Dreams" is Dreams,
        "the Running playlist" is Running, and "like Abba but not Abba" is like Abba.
        """
        name = min((text.rpartition(each)[2] for each in self.corrections), key=len)
        if name != text:
            name = _without(name, self.leads, str.removeprefix)
        if slot == _SONG:
            name = _without(name, self.before_song, str.removeprefix)
            name = _without(name, self.after_song, str.removesuffix)
        if slot == _PLAYLIST and name not in self.this:
            name = self.instead.playlist(name) or name
        if slot in _ARTISTS:
            name = _without(name, self.before_artist, str.removeprefix)
            name = _without(name, self.after_song, str.removesuffix)
            name = min((name.partition(each)[0] for each in self.exceptions), key=len)
        return name

    def is_correction(self, text: str) -> bool:
        """Return whether the text ends with what parts a name from the one meant."""
        return any(text.endswith(each.strip()) for each in self.corrections)

    def request(self, text: str) -> tuple[str, Mapping[str, str]] | None:
        """Return what the text asks for at its end, an intent and its slots' words.

        "That, put it on Running", heard as the name of an artist, is no name.
        """
        for intent, endings in self.requests.items():
            for ending in endings:
                if found := _ending(ending).fullmatch(text):
                    return intent, found.groupdict()
        return None

    def intent(self, text: str) -> str | None:
        """Return the built-in intent that `text` is a phrase of."""
        return next((name for name, said in self.intents.items() if text in said), None)


@cache
def _whole(template: str) -> re.Pattern[str]:
    """Return what matches a text that is all as the template says."""
    return re.compile(re.sub(r"\\{(\w+)\\}", r"(?P<\1>.+)", re.escape(template)))


@cache
def _ending(template: str) -> re.Pattern[str]:
    """Return what matches a text that ends as the template says.

    Words stand between spaces, but not in Japanese.
    """
    words = re.sub(r"\\{(\w+)\\}", r"(?P<\1>.+)", re.escape(template))
    gap = "" if _KANA.search(template) else " "
    return re.compile(f"(?:.*{gap})?{words}")


@cache
def read_words() -> Mapping[str, SlotWords]:
    """Return the words by language code; read at their first use: it takes 7 ms."""
    import tomllib

    tables = tomllib.loads(WORDS_FILE.read_text(encoding="utf-8"))
    return msgspec.convert(tables, dict[str, SlotWords])


def words_of(language: str) -> SlotWords:
    """Return the words of the language with this code; English ones for another."""
    words = read_words()
    return words.get(language, words["en"])


def _without(text: str, words: Iterable[str], cut: Callable[[str, str], str]) -> str:
    """Return the text without the longest of the words that `cut` takes from it."""
    return min((cut(text, word) for word in words), key=len, default=text)


def folded(text: str, language: str) -> str:
    """Return the text in lower case without punctuation, one space between words.

    In Japanese without spaces: a recogniser sets them where it likes.
    """
    words = re.sub(r"[^\w' -]", " ", text.casefold().replace("’", "'")).split()
    return ("" if language == "ja" else " ").join(words)
