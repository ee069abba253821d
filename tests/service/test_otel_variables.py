"""OTEL_*: what switches traces on, and what is said of what cannot be used."""

import re
from importlib import util
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from providers.secret import Secret
from service.otel_variables import OTEL_REMEDIES, Sampler, TraceCompression
from service.remedies import remedy_for
from service.settings import Switch, load, read

HERE = {"OTEL_EXPORTER_OTLP_ENDPOINT": "http://127.0.0.1:4318"}


def problems(environ: dict[str, str]) -> list[str]:
    """Return what is wrong, without the prefix that all names share."""
    _, wrong = read({"SKILL_ID": "x"} | environ)
    assert all(map(remedy_for, wrong))
    return [problem.removeprefix("OTEL_") for problem in wrong]


def test_an_endpoint_switches_traces_on_and_everything_can_be_set(
    tmp_path: Path,
) -> None:
    assert load({"SKILL_ID": "x"}).traces is None
    for switch in ({"OTEL_SDK_DISABLED": "True"}, {"OTEL_TRACES_EXPORTER": "none"}):
        assert load({"SKILL_ID": "x"} | HERE | switch).traces is None
    least = load({"SKILL_ID": "x"} | HERE).traces
    assert least
    assert least.endpoint == "http://127.0.0.1:4318/v1/traces"
    assert least.sampler is Sampler.PARENTBASED_ALWAYS_ON
    pem = tmp_path / "some.pem"
    pem.touch()
    settings = load(
        {
            "SKILL_ID": "x",
            "OTEL_EXPORTER_OTLP_ENDPOINT": "http://elsewhere",
            "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT": "https://collector.example/take",
            "OTEL_EXPORTER_OTLP_HEADERS": "a=b",
            "OTEL_EXPORTER_OTLP_TRACES_HEADERS": "authorization=Basic%20aGk=, x-b = 1 ",
            "OTEL_EXPORTER_OTLP_PROTOCOL": "http/protobuf",
            "OTEL_EXPORTER_OTLP_TIMEOUT": "2000",
            "OTEL_EXPORTER_OTLP_TRACES_TIMEOUT": "500",
            "OTEL_EXPORTER_OTLP_COMPRESSION": "gzip",
            "OTEL_EXPORTER_OTLP_TRACES_COMPRESSION": "none",
            "OTEL_EXPORTER_OTLP_CERTIFICATE": str(pem),
            "OTEL_EXPORTER_OTLP_CLIENT_CERTIFICATE": str(pem),
            "OTEL_EXPORTER_OTLP_CLIENT_KEY": str(pem),
            "OTEL_TRACES_EXPORTER": "otlp",
            "OTEL_TRACES_SAMPLER": "parentbased_traceidratio",
            "OTEL_TRACES_SAMPLER_ARG": "0.01",
            "OTEL_BSP_SCHEDULE_DELAY": "1000",
            "OTEL_BSP_MAX_QUEUE_SIZE": "100",
            "OTEL_BSP_MAX_EXPORT_BATCH_SIZE": "50",
            "OTEL_SERVICE_NAME": "shelf",
            "OTEL_RESOURCE_ATTRIBUTES": "a=b%2Cc,service.name=other",
        }
    )
    traces = settings.traces
    assert traces
    assert traces.endpoint == "https://collector.example/take"
    assert traces.headers == (
        ("authorization", Secret("Basic aGk=")),
        ("x-b", Secret("1")),
    )
    assert set(settings.secrets()) == {Secret("Basic aGk="), Secret("1")}
    assert "Basic" not in repr(settings)
    assert (traces.timeout_ms, traces.compression) == (500, TraceCompression.NONE)
    assert traces.certificate == traces.client_certificate == traces.client_key == pem
    assert (traces.sampler, traces.ratio) == (Sampler.PARENTBASED_TRACEIDRATIO, 0.01)
    assert (traces.delay_ms, traces.queue, traces.batch) == (1000, 100, 50)
    assert traces.resource == {"a": "b,c", "service.name": "shelf"}


NO_URL = "takes an absolute https (or http) URL"
NO_EXTRAS = "takes no credentials, query or fragment"
QUOTED = "stands in quotes: leave them out where it is set"
PAIRS = "takes name=value, separated by commas"


@pytest.mark.parametrize(
    ("environ", "problem"),
    [
        ({"ENDPOINT": "127.0.0.1:4318"}, NO_URL),
        (
            {"ENDPOINT": "grpc://collector:4317"},
            NO_URL,
        ),
        (
            {"ENDPOINT": "http://u:pass-word@h"},
            NO_EXTRAS,
        ),
        (
            {"ENDPOINT": '"http://h"'},
            QUOTED,
        ),
        ({"TRACES_ENDPOINT": "h"}, NO_URL),
        ({"PROTOCOL": "grpc"}, "takes one of http/protobuf"),
        ({"TRACES_PROTOCOL": "http/json"}, "takes one of http/protobuf"),
        ({"HEADERS": "Bearer pass-word"}, PAIRS),
        ({"HEADERS": "authorization: pass-word=x"}, PAIRS),
        ({"HEADERS": "a=pass-word%0d%0ab: c"}, PAIRS),
        ({"HEADERS": "=pass-word"}, PAIRS),
        ({"TRACES_HEADERS": "a"}, PAIRS),
        ({"TIMEOUT": "10"}, "takes a whole number from 100 to 600000"),
        ({"COMPRESSION": "zstd"}, "takes one of none, gzip, deflate"),
        ({"CERTIFICATE": "/no/such.pem"}, "there is no such file"),
        ({"CLIENT_KEY": __file__}, "needs a client certificate beside it"),
    ],
)
def test_a_wrong_variable_of_the_exporter_is_named(
    environ: dict[str, str], problem: str
) -> None:
    named = {f"OTEL_EXPORTER_OTLP_{name}": value for name, value in environ.items()}
    (name,) = environ
    assert problems(HERE | named) == [f"EXPORTER_OTLP_{name}: {problem}"]
    assert "pass-word" not in problem


@pytest.mark.parametrize(
    ("environ", "problem"),
    [
        (
            {"TRACES_SAMPLER": "sometimes"},
            f"TRACES_SAMPLER: takes one of {', '.join(Sampler)}",
        ),
        (
            {"TRACES_SAMPLER_ARG": "0.1"},
            "TRACES_SAMPLER_ARG: needs a sampler by ratio beside it",
        ),
        *(
            (
                {"TRACES_SAMPLER": "traceidratio", "TRACES_SAMPLER_ARG": share},
                "TRACES_SAMPLER_ARG: takes a share from 0 to 1",
            )
            for share in ("1%", "1.1", "-0.1", "nan")
        ),
        ({"TRACES_EXPORTER": "jaeger"}, "TRACES_EXPORTER: takes one of otlp, none"),
        ({"SDK_DISABLED": "yes"}, "SDK_DISABLED: takes one of false, true"),
        (
            {"BSP_MAX_QUEUE_SIZE": "4", "BSP_MAX_EXPORT_BATCH_SIZE": "5"},
            "BSP_MAX_EXPORT_BATCH_SIZE: is larger than the queue",
        ),
        (
            {"BSP_SCHEDULE_DELAY": "0"},
            "BSP_SCHEDULE_DELAY: takes a whole number from 1 to 3600000",
        ),
        ({"RESOURCE_ATTRIBUTES": "a"}, f"RESOURCE_ATTRIBUTES: {PAIRS}"),
    ],
)
def test_a_wrong_variable_of_the_sdk_is_named(
    environ: dict[str, str], problem: str
) -> None:
    named = {f"OTEL_{name}": value for name, value in environ.items()}
    assert problems(HERE | named) == [problem]


def test_settings_without_an_endpoint_are_half_filled() -> None:
    alone = {"OTEL_EXPORTER_OTLP_HEADERS": "authorization=pass-word"}
    assert problems(alone) == [
        "EXPORTER_OTLP_HEADERS: needs OTEL_EXPORTER_OTLP_ENDPOINT beside it"
    ]
    assert problems(alone | {"OTEL_SDK_DISABLED": "true"}) == []


def test_sending_before_the_answer_needs_traces() -> None:
    on = {"TRACES_BEFORE_ANSWER": "On"}
    assert problems(on) == [
        "TRACES_BEFORE_ANSWER: needs OTEL_EXPORTER_OTLP_ENDPOINT beside it"
    ]
    settings = load({"SKILL_ID": "x"} | HERE | on)
    assert settings.traces_before_answer is Switch.ON


def test_missing_packages_are_named_where_traces_are_on(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("service.otel_variables.find_spec", missing)
    assert problems({}) == []
    assert problems(HERE) == [
        "EXPORTER_OTLP_ENDPOINT: the packages for traces are not installed"
    ]
    assert "requirements-otel.txt" in remedy_for("OTEL_EXPORTER_OTLP_ENDPOINT: …")


def missing(package: str) -> None:
    """Find no package, as Python does where the one above it is missing."""
    assert util.find_spec(package), "looked for by another name than it has"
    raise ModuleNotFoundError(package)


def test_every_variable_is_in_the_document() -> None:
    page = Path("docs/tracing.md").read_text(encoding="utf-8")
    names = {re.sub("TRACES_(?!EXPORTER|SAMPLER)", "", name) for name in OTEL_REMEDIES}
    assert {name for name in names if f"`{name}`" not in page} == set()


# The operating system lets no NUL and no lone surrogate into an environment.
VALUES = st.text(st.characters(codec="utf-8", exclude_characters="\0"))


@given(st.dictionaries(st.sampled_from(sorted(OTEL_REMEDIES)), VALUES))
def test_any_values_give_traces_or_problems_with_a_cure(
    environ: dict[str, str],
) -> None:
    for problem in problems(HERE | environ):
        assert problem.split(":")[0].replace("_", "").isupper()
