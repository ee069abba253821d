"""Settings: read once, refused whole, nothing secret shown."""

from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from providers.secret import Secret
from service.remedies import REMEDIES, remedy_for
from service.remedies import with_remedy as told_of
from service.settings import (
    Environment,
    LogFormat,
    LogLevel,
    PlaybackMode,
    Settings,
    SettingsError,
    Switch,
    load,
    read,
)

PEPPER = "p" * 32
LEAST = {"SKILL_ID": "amzn1.ask.skill.one"}


def problems(**environ: str) -> tuple[str, ...]:
    with pytest.raises(SettingsError) as caught:
        load(LEAST | environ)
    return caught.value.problems


def test_the_least_that_is_needed_gives_the_documented_defaults() -> None:
    settings = load(LEAST)
    assert settings.skill_ids == {"amzn1.ask.skill.one"}
    assert (settings.host, settings.port) == ("0.0.0.0", 8080)
    assert settings.environment is Environment.PRODUCTION
    assert settings.redis_url is None
    assert settings.cache_secret is None
    assert settings.spotify_api_url == "https://api.spotify.com/v1"
    assert settings.alexa_test_chain_file is None
    assert settings.public_url is None
    assert settings.spotify_accounts_url == "https://accounts.spotify.com"
    assert settings.metrics_port is None
    assert settings.log_level is LogLevel.INFO
    assert settings.log_format is LogFormat.JSON


def test_several_skill_ids_are_separated_by_commas() -> None:
    assert load({"SKILL_ID": " a , b,"}).skill_ids == {"a", "b"}


def test_empty_values_count_as_not_set() -> None:
    assert load(LEAST | {"PORT": " ", "REDIS_URL": ""}).port == 8080


def test_everything_can_be_set(tmp_path: Path) -> None:
    chain = tmp_path / "chain.pem"
    chain.write_text("PEM")
    settings = load(
        LEAST
        | {
            "HOST": "127.0.0.1",
            "PORT": "9000",
            "ENVIRONMENT": "Staging",
            "REDIS_URL": "rediss://user:word@cache.example:6380/1",
            "CACHE_SECRET": PEPPER,
            "CACHE_SECRET_PREVIOUS": "q" * 32,
            "CACHE_MEMORY_MB": "16",
            "SPOTIFY_API_URL": "http://127.0.0.1:9001/v1/",
            "ALEXA_TEST_CHAIN_FILE": str(chain),
            "ALEXA_API_URL": "http://127.0.0.1:9002",
            "LOG_LEVEL": "DEBUG",
            "LOG_FORMAT": "text",
            "PUBLIC_URL": "https://shelf.example/",
            "SPOTIFY_ACCOUNTS_URL": "http://127.0.0.1:9001/",
            "SPOTIFY_CLIENT_ID": "an-id",
            "SPOTIFY_CLIENT_SECRET": "a-client-secret",
            "SPOTIFY_DAILY_CALLS": "4000",
            "METRICS_PORT": "9090",
            "OPERATOR_NAME": "Shelf & Daughters",
            "OPERATOR_CONTACT": "shelf@example.org",
            "ALEXA_VENDOR_ID": "M2VENDOR",
            "GOOGLE_CLOUD_PROJECT": "shelf-1",
            "NEIGHBOURS_FILE": "/data/neighbours.bin",
            "RECOMMENDATION_CALLS_A_DAY": "16",
            "LIBRARY_WRITES": "On",
            "PLAYBACK": "spotify-connect",
        }
    )
    assert settings.public_url == "https://shelf.example"
    assert settings.spotify_accounts_url == "http://127.0.0.1:9001"
    assert settings.spotify_client_id == "an-id"
    assert settings.spotify_client_secret == Secret("a-client-secret")
    assert settings.spotify_daily_calls == 4000
    assert settings.metrics_port == 9090
    assert settings.operator_name == "Shelf & Daughters"
    assert settings.operator_contact == "shelf@example.org"
    assert settings.alexa_vendor_id == "M2VENDOR"
    assert settings.google_cloud_project == "shelf-1"
    assert settings.neighbours_file == Path("/data/neighbours.bin")
    assert settings.recommendation_calls_a_day == 16
    assert settings.library_writes is Switch.ON
    assert settings.playback is PlaybackMode.SPOTIFY_CONNECT
    added = set(settings.features) - set(load(LEAST).features)
    assert added == {"writing", "playback"}
    assert (settings.host, settings.port) == ("127.0.0.1", 9000)
    assert settings.environment is Environment.STAGING
    assert settings.redis_url == Secret("rediss://user:word@cache.example:6380/1")
    assert settings.cache_secret == Secret(PEPPER)
    assert settings.cache_secret_previous == Secret("q" * 32)
    assert settings.cache_memory_mb == 16
    assert settings.spotify_api_url == "http://127.0.0.1:9001/v1"
    assert settings.alexa_test_chain_file == chain
    assert settings.alexa_api_url == "http://127.0.0.1:9002"
    assert settings.log_level is LogLevel.DEBUG
    assert settings.log_format is LogFormat.TEXT


def test_all_problems_are_told_together_and_by_name() -> None:
    with pytest.raises(SettingsError) as caught:
        load(
            {
                "PORT": "http",
                "ENVIRONMENT": "prod",
                "REDIS_URL": "memcached://x",
                "LOG_LEVEL": "loud",
                "LIBRARY_WRITES": "yes",
                "PLAYBACK": "on",
                "RECOMMENDATION_CALLS_A_DAY": "15",
                "SPOTIFY_API_URL": "api.spotify.com",
            }
        )
    named = {problem.split(":")[0] for problem in caught.value.problems}
    assert named == {
        *("PORT", "ENVIRONMENT", "REDIS_URL", "LOG_LEVEL", "SPOTIFY_API_URL"),
        *("SKILL_ID", "CACHE_SECRET", "LIBRARY_WRITES", "PLAYBACK"),
        "RECOMMENDATION_CALLS_A_DAY",
    }


@pytest.mark.parametrize(
    "port", ["0", "65536", "-1", "8080.0", "٨٠", "9" * 5000, "0" * 8 + "80809"]
)
def test_a_port_that_cannot_be_is_named(port: str) -> None:
    assert problems(PORT=port) == ("PORT: takes a whole number from 1 to 65535",)


@pytest.mark.parametrize("skill_id", [",", "two words"])
def test_skill_ids_that_cannot_be_are_named(skill_id: str) -> None:
    assert problems(SKILL_ID=skill_id) == (
        "SKILL_ID: takes skill ids, separated by commas",
    )


@pytest.mark.parametrize(
    "url", ["redis://", "unix://", "redis://h:port", "http://h", "redis://[::1"]
)
def test_a_redis_url_with_a_typo_is_named_and_not_shown(url: str) -> None:
    told = problems(REDIS_URL=url, CACHE_SECRET=PEPPER)
    assert len(told) == 1
    assert told[0].startswith("REDIS_URL: ")
    assert url not in told[0]


@pytest.mark.parametrize(
    "url",
    [
        *("https://", "https://h:x", "ftp://h", "https://user:word@h", "//h"),
        *("https://h?query", "https://h#part", "https://[::1"),
    ],
)
def test_a_url_that_cannot_be_is_named_and_not_shown(url: str) -> None:
    told = problems(SPOTIFY_API_URL=url)
    assert [problem.split(":")[0] for problem in told] == ["SPOTIFY_API_URL"]
    assert url not in told[0]


def test_a_cache_secret_is_long_enough_and_never_shown() -> None:
    told = problems(REDIS_URL="redis://h", CACHE_SECRET="short-secret")
    assert told == ("CACHE_SECRET: is shorter than 32 bytes",)


def test_the_length_of_a_secret_counts_bytes() -> None:
    assert load(LEAST | {"CACHE_SECRET": "é" * 16}).cache_secret


@pytest.mark.parametrize(
    ("name", "value", "inner"),
    [
        ("SKILL_ID", '"amzn1.ask.skill.one"', "amzn1.ask.skill.one"),
        ("SKILL_ID", "'amzn1.ask.skill.one'", "amzn1.ask.skill.one"),
        ("SKILL_ID", "\u201camzn1.ask.skill.one\u201d", "amzn1.ask.skill.one"),
        ("HOST", '"127.0.0.1"', "127.0.0.1"),
        ("PORT", '"9000"', 9000),
        ("LOG_LEVEL", "'debug'", LogLevel.DEBUG),
        ("CACHE_SECRET", f'"{PEPPER}"', Secret(PEPPER)),
        ("REDIS_URL", "'redis://h'", Secret("redis://h")),
        ("PUBLIC_URL", '"https://shelf.example"', "https://shelf.example"),
        ("OPERATOR_NAME", '"Shelf & Daughters"', "Shelf & Daughters"),
        ("GOOGLE_CLOUD_PROJECT", '""', None),
    ],
)
def test_quotes_that_were_kept_are_named(name: str, value: str, inner: object) -> None:
    """As `docker run --env-file` keeps them; `SKILL_ID` refused every request so."""
    settings, told = read(LEAST | {"CACHE_SECRET": PEPPER} | {name: value})
    assert told == [f"{name}: stands in quotes: leave them out where it is set"]
    field = "skill_ids" if name == "SKILL_ID" else name.lower()
    expected = {inner} if name == "SKILL_ID" else inner
    assert getattr(settings, field) == expected
    assert remedy_for(told[0])


def test_quotes_in_a_secret_file_are_named(tmp_path: Path) -> None:
    file = tmp_path / "secret"
    file.write_text(f'"{PEPPER}"\n')
    assert problems(CACHE_SECRET_FILE=str(file)) == (
        "CACHE_SECRET_FILE: stands in quotes: leave them out where it is set",
    )


@pytest.mark.parametrize("value", ['"a","b"', '"a', "a'", "a\u200b", "{a}", "a;b"])
def test_signs_that_no_skill_id_has_are_named(value: str) -> None:
    assert problems(SKILL_ID=value) == (
        "SKILL_ID: has quotes or other signs that no skill id has",
    )


@pytest.mark.parametrize("name", ["Shelf's", '"Shelf" & "Daughters"', '"'])
def test_quotes_within_a_name_are_the_names_own(name: str) -> None:
    assert load(LEAST | {"OPERATOR_NAME": name}).operator_name == name


@pytest.mark.parametrize("url", ["https://a b", "https://a\u00a0b", "https://a/\x1b"])
def test_a_url_has_no_white_space(url: str) -> None:
    assert problems(PUBLIC_URL=url) == ("PUBLIC_URL: takes no white space",)


def test_redis_needs_a_cache_secret() -> None:
    assert problems(REDIS_URL="redis://h") == (
        "CACHE_SECRET: is required with REDIS_URL",
    )


def test_a_previous_secret_needs_a_present_one() -> None:
    assert problems(CACHE_SECRET_PREVIOUS=PEPPER) == (
        "CACHE_SECRET_PREVIOUS: needs CACHE_SECRET beside it",
    )


def test_a_secret_comes_from_a_file_without_its_line_end(tmp_path: Path) -> None:
    file = tmp_path / "secret"
    file.write_text(f"{PEPPER}\n")
    settings = load(LEAST | {"CACHE_SECRET_FILE": str(file)})
    assert settings.cache_secret == Secret(PEPPER)


def test_a_secret_file_that_cannot_be_used_is_named(tmp_path: Path) -> None:
    empty, binary = tmp_path / "empty", tmp_path / "binary"
    empty.write_text("\n")
    binary.write_bytes(b"\xff\xfe\xff")
    for file, wrong in (
        (empty, "the file is empty"),
        (binary, "the file cannot be read as text"),
        (tmp_path / "none", "the file cannot be read as text"),
    ):
        assert problems(CACHE_SECRET_FILE=str(file)) == (f"CACHE_SECRET_FILE: {wrong}",)


def test_a_secret_given_twice_is_a_contradiction(tmp_path: Path) -> None:
    file = tmp_path / "secret"
    file.write_text(PEPPER)
    assert problems(CACHE_SECRET=PEPPER, CACHE_SECRET_FILE=str(file)) == (
        "CACHE_SECRET: set either this or CACHE_SECRET_FILE, not both",
    )


def test_production_refuses_what_only_tests_may_have(tmp_path: Path) -> None:
    chain = tmp_path / "chain.pem"
    chain.write_text("PEM")
    assert problems(
        ALEXA_TEST_CHAIN_FILE=str(chain),
        PUBLIC_URL="http://shelf.example",
        SPOTIFY_API_URL="http://127.0.0.1",
        SPOTIFY_ACCOUNTS_URL="http://127.0.0.1",
    ) == (
        "ALEXA_TEST_CHAIN_FILE: is refused in production",
        "PUBLIC_URL: takes https only in production",
        "SPOTIFY_API_URL: takes https only in production",
        "SPOTIFY_ACCOUNTS_URL: takes https only in production",
    )


def test_a_test_chain_file_has_to_be_there(tmp_path: Path) -> None:
    missing = str(tmp_path / "none.pem")
    assert problems(ENVIRONMENT="test", ALEXA_TEST_CHAIN_FILE=missing) == (
        "ALEXA_TEST_CHAIN_FILE: there is no such file",
    )


def test_another_alexa_needs_the_test_chain() -> None:
    assert problems(ENVIRONMENT="test", ALEXA_API_URL="http://127.0.0.1:1") == (
        "ALEXA_API_URL: goes only beside ALEXA_TEST_CHAIN_FILE",
    )


def test_a_client_secret_needs_its_id() -> None:
    assert problems(SPOTIFY_CLIENT_SECRET="a-client-secret") == (
        "SPOTIFY_CLIENT_SECRET: needs SPOTIFY_CLIENT_ID beside it",
    )


def test_metrics_have_a_port_of_their_own() -> None:
    assert problems(PORT="9000", METRICS_PORT="9000") == (
        "METRICS_PORT: is the same as PORT",
    )
    assert problems(METRICS_HOST="127.0.0.1") == (
        "METRICS_HOST: needs METRICS_PORT beside it",
    )
    both = load(LEAST | {"METRICS_HOST": "127.0.0.1", "METRICS_PORT": "9091"})
    assert (both.metrics_host, both.metrics_port) == ("127.0.0.1", 9091)


@pytest.mark.parametrize(
    "contact", ["me", "me@home", "http://x", "a b@c.d", "https://"]
)
def test_a_contact_can_be_reached(contact: str) -> None:
    assert problems(OPERATOR_CONTACT=contact) == (
        "OPERATOR_CONTACT: takes an e-mail address or an https URL",
    )


@pytest.mark.parametrize(
    "name", ["SPOTIFY_CLIENT_ID", "ALEXA_VENDOR_ID", "GOOGLE_CLOUD_PROJECT"]
)
def test_identifiers_are_single_words(name: str) -> None:
    assert problems(**{name: "two words"}) == (f"{name}: takes no white space",)


def test_what_can_be_read_is_read_beside_what_is_wrong() -> None:
    settings, told = read(LEAST | {"PORT": "http", "HOST": "127.0.0.1"})
    assert (settings.host, len(told)) == ("127.0.0.1", 1)


def test_every_secret_is_told_to_whoever_hides_them() -> None:
    settings = load(
        LEAST
        | {
            "REDIS_URL": "rediss://user:pass%2Fword@h",
            "CACHE_SECRET": PEPPER,
            "CACHE_SECRET_PREVIOUS": "q" * 32,
            "SPOTIFY_CLIENT_ID": "an-id",
            "SPOTIFY_CLIENT_SECRET": "a-client-secret",
        }
    )
    assert {secret.reveal() for secret in settings.secrets()} == {
        *("rediss://user:pass%2Fword@h", "pass/word", PEPPER, "q" * 32),
        "a-client-secret",
    }
    assert load(LEAST).secrets() == ()


def test_every_setting_has_a_cure() -> None:
    names = {field.name for field in msgspec.structs.fields(Settings)}
    renamed = {"skill_ids": "SKILL_ID"}
    names -= {"instance", "traces"}  # of the platform; of OTEL_*
    assert set(REMEDIES) == {renamed.get(name, name.upper()) for name in names}


def test_a_cure_is_told_beside_its_problem() -> None:
    assert told_of("PORT: takes a whole number from 1 to 65535") == (
        "PORT: takes a whole number from 1 to 65535. Cure: give a free port from 1 to"
        " 65535, or leave it out for 8080."
    )
    assert told_of("CACHE_SECRET_FILE: the file is empty").startswith(
        "CACHE_SECRET_FILE: the file is empty. Cure: let the file hold"
    )


def test_nothing_secret_is_in_the_settings_own_words() -> None:
    settings = load(
        LEAST | {"REDIS_URL": "redis://:hush-hush@h", "CACHE_SECRET": PEPPER}
    )
    assert "hush-hush" not in repr(settings)
    assert PEPPER not in repr(settings)


NAMES = st.sampled_from(
    [
        *("HOST", "PORT", "ENVIRONMENT", "SKILL_ID", "REDIS_URL", "CACHE_SECRET"),
        *("SPOTIFY_API_URL", "ALEXA_API_URL", "LOG_LEVEL", "LOG_FORMAT"),
        *("CACHE_SECRET_FILE", "ALEXA_TEST_CHAIN_FILE", "CACHE_MEMORY_MB"),
        *("PUBLIC_URL", "METRICS_PORT", "OPERATOR_CONTACT", "SPOTIFY_CLIENT_SECRET"),
        *("NEIGHBOURS_FILE", "RECOMMENDATION_CALLS_A_DAY", "SPOTIFY_DAILY_CALLS"),
    ]
)
# The operating system lets no NUL and no lone surrogate into an environment.
VALUES = st.text(st.characters(codec="utf-8", exclude_characters="\0"))


@given(st.dictionaries(NAMES, VALUES))
def test_any_environment_gives_settings_or_problems(environ: dict[str, str]) -> None:
    wrong: tuple[str, ...] = ()
    try:
        settings = load(environ)
    except SettingsError as error:
        wrong = error.problems
    else:
        assert settings.skill_ids
    assert all(problem.split(":")[0].isupper() for problem in wrong)
    assert all(remedy_for(problem) for problem in wrong)
