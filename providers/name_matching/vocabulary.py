"""Vocabulary: words that names are compared without, and words that count as one.

All words are lower case without accents. What a table turns a word into is an English
word, but any word would do: a name and what was spoken go through the same tables.
"""

import re
from collections.abc import Iterable
from functools import cache, lru_cache, partial
from typing import Final

from providers.lazy_imports import after_first_answer, deferred_pattern
from providers.name_matching.short_forms import written_out

# Words that say only that it is a playlist, and whose.
_ENGLISH_FILLERS = "playlist playlists my the a an hashtag"

_NOUN_WORDS = (
    "playlist playlists hashtag wiedergabeliste liste lista listas reproduccion lecture"
)

_FILLERS: Final = {
    language: frozenset(f"{_ENGLISH_FILLERS} {words}".split())
    for language, words in {
        "en": "",
        "de": "wiedergabeliste liste mein meine meinen meiner der die das den",
        "es": "lista listas reproduccion mi mis el la lo los las de del",
        "fr": "liste lecture ma mon mes le la les l de des du d",
        "it": "lista mia mio mie miei il la lo l i le gli di del della dell degli dei",
        "pt": "lista minha meu minhas meus o a os as de do da dos das",
    }.items()
}

# Words that a listener leaves out or swaps without meaning another name.
_LINK_WORDS = (
    "and with for of to in on at by from number volume part version feat "
    "fur furs zum zur beim von aus im am bei auf para por en com no na em per pour "
    "dans sur pra"
)
_LINKS = frozenset(_LINK_WORDS.split())
_LEADING_LINKS = _LINKS - {"number", "volume", "part", "version", "on", "no", "em"}
_ARTICLES = {
    language: words.difference(_NOUN_WORDS.split())
    for language, words in _FILLERS.items()
}

LABELS: Final = frozenset(("volume", "part", "season", "chapter", "episode", "version"))
"""Words that say what a name's number counts."""

_ABBREVIATIONS = {
    "n": "and", "vs": "versus", "ft": "feat", "featuring": "feat",
    "vol": "volume", "vols": "volume", "pt": "part", "pts": "part", "dr": "doctor",
    "mr": "mister", "misses": "mrs", "missus": "mrs", "bday": "birthday",
    "xmas": "christmas", "ur": "your", "luv": "love",
    "nite": "night", "tonite": "tonight", "2nite": "tonight", "2night": "tonight",
    "2day": "today", "thru": "through", "tho": "though", "lil": "little",
    "bros": "brothers", "mins": "minutes", "min": "minutes", "hr": "hours",
    "hrs": "hours", "yr": "years", "yrs": "years", "favs": "favorites",
    "faves": "favorites", "fav": "favorite", "fave": "favorite", "b4": "before",
    "gr8": "great", "l8": "late", "4ever": "forever", "4eva": "forever",
    "ver": "version", "ch": "chapter", "gf": "girlfriend", "bf": "boyfriend",
    "mum": "mom", "mums": "moms", "mummy": "mommy", "mam": "mom",
    "km": "kilometer", "kms": "kilometer", "kilometers": "kilometer",
    "kilometre": "kilometer", "kilometres": "kilometer", "barbecue": "bbq",
    "barbeque": "bbq",
    "grey": "gray", "okay": "ok", "co": "company", "thx": "thanks", "ppl": "people",
    "etc": "etcetera", "metre": "meter", "metres": "meter", "meters": "meter",
    "kg": "kilo", "kilos": "kilo", "kilogram": "kilo", "kilograms": "kilo",
    "once": "1 times", "twice": "2 times", "wknd": "weekend", "instr": "instrumental",
}  # fmt: skip

_TRANSLATIONS = {
    "en": {
        "u": "you", "da": "the", "tha": "the", "dem": "them", "cuz": "because",
        "sat": "saturday", "fri": "friday", "tue": "tuesday", "tues": "tuesday",
        "wed": "wednesday", "thu": "thursday", "thurs": "thursday",
    },
    "de": {
        "und": "and", "mit": "with", "ohne": "without",
        "nummer": "number", "nr": "number", "teil": "part", "folge": "episode",
        "staffel": "season", "kapitel": "chapter", "doktor": "doctor",
        "gegen": "versus", "prozent": "percent", "halb": "half", "halbe": "half",
        "halber": "half", "dreiviertel": "3 4", "halbes": "half", "fuer": "fur",
        "dt": "deutsch", "geb": "geburtstag", "kilometern": "kilometer",
        "einmal": "1 times", "zweimal": "2 times", "dreimal": "3 times",
        "mal": "times", "anderthalb": "1 5", "eineinhalb": "1 5", "sankt": "saint",
        "str": "strasse", "std": "stunden", "punkt": "point", "komma": "point",
        "metern": "meter", "kilogramm": "kilo",
    },
    "es": {
        "y": "and", "e": "and", "cia": "compania", "con": "with", "sin": "without",
        "numero": "number", "num": "number", "parte": "part", "volumen": "volume",
        "temporada": "season",
        "episodio": "episode", "capitulo": "chapter", "contra": "versus",
        "medio": "half", "media": "half", "mas": "plus", "punto": "point",
        "sr": "senor", "sra": "senora", "x": "por", "cumple": "cumpleanos",
        "esp": "espanol", "metro": "meter", "metros": "meter",
        "kilometro": "kilometer", "kilometros": "kilometer",
    },
    "fr": {
        "et": "and", "avec": "with", "sans": "without", "numero": "number",
        "num": "number", "partie": "part", "tome": "volume", "saison": "season",
        "chapitre": "chapter", "docteur": "doctor", "contre": "versus",
        "demi": "half", "demie": "half", "pourcent": "percent", "point": "point",
        "virgule": "point", "ste": "sainte", "fr": "francais",
        "anniv": "anniversaire", "kilogrammes": "kilo",
    },
    "it": {
        "e": "and", "ed": "and", "con": "with", "senza": "without",
        "numero": "number", "num": "number", "parte": "part", "stagione": "season",
        "episodio": "episode", "capitolo": "chapter", "dottor": "doctor",
        "dottore": "doctor", "contro": "versus", "mezzo": "half", "mezza": "half",
        "piu": "plus", "punto": "point", "virgola": "point", "x": "per",
        "ita": "italiano", "ora": "ore", "metro": "meter", "metri": "meter",
        "chili": "kilo", "chilometro": "kilometer", "chilometri": "kilometer",
    },
    "pt": {
        "e": "and", "com": "with", "c": "with", "cia": "companhia", "sem": "without",
        "numero": "number", "num": "number", "parte": "part", "temporada": "season",
        "episodio": "episode", "capitulo": "chapter", "doutor": "doctor",
        "contra": "versus", "x": "versus", "meio": "half", "meia": "half",
        "mais": "plus", "ponto": "point", "virgula": "point", "niver": "aniversario",
        "metro": "meter", "metros": "meter", "quilos": "kilo", "quilo": "kilo",
        "quilometro": "kilometer", "quilometros": "kilometer",
    },
}  # fmt: skip

_MONTHS = {
    "en": "january february march april may june july august september october "
    "november december",
    "de": "januar februar marz april mai juni juli august september oktober november "
    "dezember",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre "
    "noviembre diciembre",
    "fr": "janvier fevrier mars avril mai juin juillet aout septembre octobre novembre "
    "decembre",
    "it": "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre "
    "novembre dicembre",
    "pt": "janeiro fevereiro marco abril maio junho julho agosto setembro outubro "
    "novembro dezembro",
}

MONTHS: Final = tuple(_MONTHS["en"].split())
"""The English names of the months, January first."""


_SHORT_MONTHS = {
    "janv": "january", "fevr": "february", "juil": "july", "sept": "september",
    "sett": "september",
}  # fmt: skip
_NOT_ONLY_MONTHS = frozenset(("jan", "mar", "out", "set"))


@cache
def _words(language: str) -> dict[str, str]:
    """Return the table of one language: English abbreviations, then its own words."""
    own = dict(zip(_MONTHS[language].split(), MONTHS, strict=True))
    short = {n[:3]: month for n, month in own.items() if n[:3] not in _NOT_ONLY_MONTHS}
    months = short | _SHORT_MONTHS | own
    table = _ABBREVIATIONS | months | _TRANSLATIONS.get(language, {})
    short = {
        form: table.get(word, word) for form, word in written_out(language).items()
    }
    return short | table


after_first_answer(partial(_words, "en"))

# Short words that mean something else before a number.
_BEFORE_NUMBERS = {
    "no": "number", "nr": "number", "n": "number", "hashtag": "number",
    "num": "number", "nos": "number",
    "ep": "episode", "eps": "episode", "v": "version", "s": "season", "band": "volume",
    "bd": "volume", "t": "volume",
}  # fmt: skip
_HOURS = ["hours", "stunden", "horas", "heures", "ore", "horas"]
_AFTER_NUMBERS = {
    language: {"m": "meter", "h": hours}
    for language, hours in zip(
        ("en", "de", "es", "fr", "it", "pt"), _HOURS, strict=True
    )
}
"""Letters that are a unit after a number."""

_NUMBERED = {
    language: _BEFORE_NUMBERS
    | {
        name[:3]: month
        for name, month in zip(names.split(), MONTHS, strict=True)
        if name[:3] in _NOT_ONLY_MONTHS
    }
    for language, names in _MONTHS.items()
}

_NOT_LAST = frozenset("c")  # "treino C": there it is a letter

_PHRASES: Final = tuple(
    (deferred_pattern(pattern), phrase)
    for pattern, phrase in (
        (r"\br and b\b|\br b\b|\brandb\b|\brhythm and blues\b", "rnb"),
        (r"\bdrums? and bass\b|\bd and b\b|\bdandb\b", "dnb"),
        (r"\brock and roll\b|\brnr\b|\brocknroll\b", "rock and roll"),
        (r"\bnew years eve\b", "nye"),
        (r"\bbeats per minute\b", "bpm"),
        (r"\bthrowback thursday\b", "tbt"),
        (r"\bzum beispiel\b", "zb"),
        (r"\band so weiter\b|\busw\b|\b(?:et|and) cetera\b", "etcetera"),
        (r"\bmusica popular brasileira\b", "mpb"),
        (r"\bfi(?:m|n) de semana\b", "fds"),
        (r"\boriginal soundtrack\b|\bsoundtrack\b", "ost"),
        (r"\bhappy b day\b", "happy birthday"),
        (r"\b(?:pour|por|per|par) 100\b|\bper cent\b", "percent"),
        (r"\b1 half\b|\ba half\b", "half"),
        (r"\b(\d+) and half\b", r"\1 half"),
        (r"\bst (?=\D)", "saint "),
        (r"\bst$", "street"),
        (r"\bpoint (?:oh|o)\b", "point 0"),
        (r"\b(?:x|por|per|versus) mas\b", "christmas"),
        (r"\b(?:alles|todo|tout) 100\b", "100"),
        (r"\bsig(?:nor)? (ra|na|ri)\b", r"signo\1"),
        (r"\b(?:hl|heilig(?:er|en)?) abend\b", "heiligabend"),
        (r"\bf lli\b", "fratelli"),
        (r"\bp z?za\b", "piazza"),
        (r"\bv le\b", "viale"),
        (r"\bc so\b", "corso"),
        (r"\bd plus\b", "demais"),
        (r"\bad plus\b", "ademas"),
        (r"\b(?:x|por|per) (?:que|q|k)\b", "porque"),
    )
)

_ANY_PHRASE: Final = deferred_pattern(
    "|".join(pattern.pattern for pattern, _ in _PHRASES)
)

_STRONG_WORDS = (
    "fuck fucking fucked fucker motherfucker shit shitty bullshit bitch bitches ass "
    "asshole damn dick hell sex sexy scheisse arsch merde putain mierda puta cazzo "
    "merda porra"
)
_CENSORED = tuple(_STRONG_WORDS.split())

_STARRED = deferred_pattern(r"[\w*]++")


def uncensored(text: str) -> str:
    """Return the text with letters for the stars that hide them: "f**k"."""
    return _STARRED.sub(_spelt_out, text) if "*" in text else text


def _spelt_out(starred: re.Match[str]) -> str:
    hidden = deferred_pattern(starred[0].replace("*", "[a-z]"))
    return next((word for word in _CENSORED if hidden.fullmatch(word)), starred[0])


def translated(words: list[str], language: str) -> str:
    """Return the words, separated by spaces, each as the word that it counts as."""
    known = language if language in _MONTHS else "en"
    table, numbered, units = _words(known), _NUMBERED[known], _AFTER_NUMBERS[known]
    found, before = [], ""
    for word, after in zip(words, [*words, ""][1:], strict=True):
        if word in numbered and after.isdecimal():
            found.append(numbered[word])
        elif word in units and before.isdecimal():
            found.append(units[word])
        else:
            last = not after and word in _NOT_LAST
            found.append(word if last else table.get(word, word))
        before = word
    return _with_phrases(" ".join(found))


def _with_phrases(found: str) -> str:
    """Return the words with one spelling for each of the known phrases."""
    if _ANY_PHRASE.search(found):
        for pattern, phrase in _PHRASES:
            found = pattern.sub(phrase, found)
    return found


def without_fillers(words: list[str], language: str) -> list[str]:
    """Return the words without "my" and "playlist", unless nothing would remain.

    A letter at the end is no article: "workout A".
    """
    fillers = _FILLERS.get(language, _FILLERS["en"])
    last = len(words) - 1
    return [
        word
        for place, word in enumerate(words)
        if word not in fillers or (0 < place == last and len(word) == 1)
    ] or words


def content_words(core_words: list[str]) -> list[str]:
    """Return the words that tell one name from another: no "and", "for", "volume".

    At the end, "am" is the morning: "commute (AM)".
    """
    last = len(core_words) - 1
    return [
        word
        for place, word in enumerate(core_words)
        if word not in _LINKS or (word == "am" and 0 < place == last)
    ] or core_words


def goes_on(words: list[str], language: str) -> bool:
    """Return whether the last word wants another after it: "garden of", "apéro du"."""
    if language == "ja":
        return bool(words) and words[-1].endswith("の")
    if len(words) < 2 or len(words[-1]) < 2:
        return False
    last = words[-1]
    return last in _ARTICLES.get(language, _ARTICLES["en"]) or last in _LEADING_LINKS


_FOLDED_ENDINGS = (
    (deferred_pattern(r"(\w)\1+"), r"\1"),
    (deferred_pattern(r"(?<=[b-df-hj-np-tv-y])z$"), "s"),  # "boyz"
    (deferred_pattern(r"(?<=\w\w)our(?=s?$|ite|ed|ing|ful)"), "or"),
    (deferred_pattern(r"(?<=\w\w)is(?=e|ing|ation)"), "iz"),
    (deferred_pattern(r"(?<=\w\w)tre(?=s?$)"), "ter"),
    (deferred_pattern(r"(?<=\w\w)(?:ies|ys?)$"), "i"),
    (deferred_pattern(r"ae|oe|ue"), lambda m: m[0][0]),
    (deferred_pattern(r"(?<=\w\w\w)(?:es|en|e|s)$"), ""),
)


@lru_cache(16_384)
def folded(word: str) -> str:
    """Return the word without what spelling and number change: "Colours", "color"."""
    for pattern, replacement in _FOLDED_ENDINGS:
        word = pattern.sub(replacement, word)
    return word


_SOUNDS = tuple(
    (deferred_pattern(pattern), sound)
    for pattern, sound in (
        (r"chs|x", "ks"), (r"sch|sh|tch|ch", "s"), (r"ph", "f"), (r"c(?=[eiy])", "s"),
        (r"[cqg]", "k"), (r"d", "t"), (r"b", "p"), (r"[vw]", "f"), (r"[zj]", "s"),
        (r"[aeiouyh]", ""), (r"(\w)\1+", r"\1"),
    )
)  # fmt: skip

# Words of which one never stands for the other, however alike they look.
_CONTRASTS = (
    "oma opa", "mama papa", "mutti vati", "abuela abuelo", "nonna nonno", "zia zio",
    "tia tio", "hermana hermano", "hija hijo", "nina nino", "amica amico",
    "amiga amigo", "cousin cousine", "invierno verano", "inverno verao",
    "inverno estate", "brother mother", "boys toys",
)  # fmt: skip


@cache
def _opposites() -> dict[str, str]:
    return {
        folded(word): folded(opposite)
        for pair in map(str.split, _CONTRASTS)
        for word, opposite in (pair, reversed(pair))
    }


_HEARD = 2  # consonants that two words must share


def contrasts(one: Iterable[str], other: Iterable[str]) -> bool:
    """Return whether one has a folded word whose opposite the other has."""
    table = _opposites()
    opposites = {table[word] for word in one if word in table}
    return not opposites.isdisjoint(other)


def heard_alike(one: str, other: str) -> bool:
    """Return whether two words have the same consonants: "leg" heard as "like"."""
    sound = _consonants(one)
    return len(sound) >= _HEARD and sound == _consonants(other)


@lru_cache(16_384)
def _consonants(word: str) -> str:
    """Return the word's consonants, voiced ones as voiceless ones."""
    for pattern, sound in _SOUNDS:
        word = pattern.sub(sound, word)
    return word


_COMMON = (
    "mix music song hit best radio top new collection musik musique musica lied lieder "
    "chanson cancion canzone canzoni beste titel titre melhor mejor meglio neu 曲 歌 "
    "音楽"
)


@cache
def common_words() -> frozenset[str]:
    """Return words, folded, that many names of playlists have."""
    return frozenset(map(folded, [*_COMMON.split(), *_LINKS]))
