"""Invocation names that certification refuses, in every language."""

from tests.skill_package.planting import Planted, spoken_as
from tests.skill_package.rules import invocation_names as rules

PLANTED = (
    Planted(rules.is_spelled_as_said, spoken_as("Record Shelf"), "lower-case"),
    Planted(rules.is_spelled_as_said, spoken_as("record shelf 2"), "lower-case"),
    Planted(rules.is_spelled_as_said, spoken_as("record  shelf"), "lower-case"),
    Planted(rules.is_spelled_as_said, spoken_as("record shelf!"), "lower-case"),
    Planted(rules.is_spelled_as_said, spoken_as("record shelf '"), "lower-case"),
    Planted(rules.is_spelled_as_said, spoken_as("record " * 8), "longer than 50"),
    Planted(rules.has_two_words, spoken_as("records"), "single word"),
    Planted(rules.has_two_words, spoken_as("plattenregal", "de-DE"), "single word"),
    Planted(rules.has_two_words, spoken_as("レコード", "ja-JP"), "single word"),
    *(
        Planted(rules.has_no_small_word_among_two, spoken_as(name, locale), f"{word!r}")
        for locale, name, word in (
            ("en-GB", "the shelf", "the"),
            ("en-US", "my shelf", "my"),
            ("de-DE", "mein plattenregal", "mein"),
            ("de-DE", "zum regal", "zum"),
            ("es-ES", "mi estantería", "mi"),
            ("es-ES", "la estantería", "la"),
            ("fr-FR", "mon étagère", "mon"),
            ("fr-FR", "l'étagère", "l"),
            ("it-IT", "lo scaffale", "lo"),
            ("it-IT", "nello scaffale", "nello"),
            ("pt-BR", "minha estante", "minha"),
            ("pt-BR", "da estante", "da"),
            ("ja-JP", "棚の", "の"),
        )
    ),
    *(
        Planted(rules.has_no_word_of_amazons, spoken_as(name, locale), f"{word!r}")
        for locale, name, word in (
            ("en-US", "open shelf", "open"),
            ("en-US", "shelf and records", "and"),
            ("en-US", "record shelf skill", "skill"),
            ("en-US", "echo shelf", "echo"),
            ("de-DE", "starte plattenregal musik", "starte"),
            ("es-ES", "aplicación musical", "aplicación"),
            ("fr-FR", "étagère et musique", "et"),
            ("it-IT", "apri scaffale", "apri"),
            ("pt-BR", "abra estante musical", "abra"),
            ("ja-JP", "レコード棚アプリ", "アプリ"),
            ("ja-JP", "レコード棚を開いて", "開いて"),
        )
    ),
    Planted(rules.has_no_brand, spoken_as("spotify shelf"), "'spotify'"),
    Planted(
        rules.has_no_brand, spoken_as("スポティファイの棚", "ja-JP"), "スポティファイ"
    ),
    Planted(rules.is_what_was_published, spoken_as("vinyl shelf"), "was published as"),
)
