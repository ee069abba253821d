"""OTEL_*: OpenTelemetry's own variables, which switch traces on and say where they go.

They are read here, and not by OpenTelemetry's packages, which are imported only where
traces are on and only warn of what they do not understand. Meaning of each variable:
https://opentelemetry.io/docs/specs/otel/configuration/sdk-environment-variables/
https://opentelemetry.io/docs/specs/otel/protocol/exporter/
"""

import re
from collections.abc import Mapping
from enum import StrEnum
from importlib.util import find_spec
from pathlib import Path
from urllib.parse import unquote

import msgspec

from providers.secret import Secret
from service.environment_reader import EnvironmentReader

ENDPOINT = "OTEL_EXPORTER_OTLP_ENDPOINT"

TRACES_ENDPOINT = "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT"

_PACKAGES = (
    "opentelemetry.sdk.trace",
    "opentelemetry.exporter.otlp.proto.http.trace_exporter",
)

# https://www.rfc-editor.org/rfc/rfc9110#name-tokens
_HEADER_NAME = re.compile(r"[A-Za-z0-9!#$%&'*+.^_`|~-]+")


class Sampler(StrEnum):
    """Which turns are traced; `parentbased_…` follows the caller where there is one."""

    ALWAYS_ON = "always_on"
    ALWAYS_OFF = "always_off"
    TRACEIDRATIO = "traceidratio"
    PARENTBASED_ALWAYS_ON = "parentbased_always_on"
    PARENTBASED_ALWAYS_OFF = "parentbased_always_off"
    PARENTBASED_TRACEIDRATIO = "parentbased_traceidratio"


_BY_RATIO = (Sampler.TRACEIDRATIO, Sampler.PARENTBASED_TRACEIDRATIO)


class TraceCompression(StrEnum):
    """How the body of an export is compressed."""

    NONE = "none"
    GZIP = "gzip"
    DEFLATE = "deflate"


class _Protocol(StrEnum):
    HTTP_PROTOBUF = "http/protobuf"


class _Exporter(StrEnum):
    OTLP = "otlp"
    NONE = "none"


class _Flag(StrEnum):
    FALSE = "false"
    TRUE = "true"


class TraceSettings(msgspec.Struct, frozen=True, kw_only=True):
    """How turns are traced; the defaults are those of OpenTelemetry's specification.

    endpoint: whole address that spans are posted to.
    headers: names and values that are sent with each export.
    timeout_ms: longest time for one export, with its retries.
    certificate, client_certificate, client_key: PEM files for TLS; None for the usual
        authorities and for no certificate of our own.
    ratio: share of turns that a sampler by ratio takes, 0 to 1.
    delay_ms: how often spans are sent; queue: how many may wait; batch: most at once.
    resource: attributes of whoever sends, beside those that the service knows.
    """

    endpoint: str
    headers: tuple[tuple[str, Secret], ...] = ()
    timeout_ms: int = 10_000
    compression: TraceCompression = TraceCompression.NONE
    certificate: Path | None = None
    client_certificate: Path | None = None
    client_key: Path | None = None
    sampler: Sampler = Sampler.PARENTBASED_ALWAYS_ON
    ratio: float = 1.0
    delay_ms: int = 5_000
    queue: int = 2_048
    batch: int = 512
    resource: Mapping[str, str] = msgspec.field(default_factory=dict)


def _of_exporter(name: str) -> tuple[str, str]:
    """Return a variable's name for traces alone, then its name for all signals."""
    return f"OTEL_EXPORTER_OTLP_TRACES_{name}", f"OTEL_EXPORTER_OTLP_{name}"


def _remedies_of_exporter(**remedies: str) -> dict[str, str]:
    return {
        variable: remedy
        for name, remedy in remedies.items()
        for variable in _of_exporter(name)
    }


_INSTALL = (
    "install requirements-otel.txt (in an image: --build-arg"
    " REQUIREMENTS=requirements-otel.txt)"
)

_EXPORTER_REMEDIES = _remedies_of_exporter(
    HEADERS=f"write name=value, percent-encoded, separated by commas, and {ENDPOINT}"
    " beside it; or leave it out",
    PROTOCOL="leave it out: traces go as http/protobuf, to port 4318 of most collectors"
    " (4317 is for grpc)",
    TIMEOUT="give milliseconds, or leave it out for 10000",
    COMPRESSION="leave it out for none",
    CERTIFICATE="give a PEM file of the collector's authority, or leave it out",
    CLIENT_CERTIFICATE="give a PEM file, and its key beside it; or leave both out",
    CLIENT_KEY="give a PEM file, and its certificate beside it; or leave both out",
)

OTEL_REMEDIES: Mapping[str, str] = {
    ENDPOINT: "give the address of an OpenTelemetry collector, such as"
    f" http://localhost:4318, and {_INSTALL}; or leave it out for no traces",
    TRACES_ENDPOINT: "give the whole address, such as http://localhost:4318/v1/traces,"
    f" and {_INSTALL}; or leave it out",
    **_EXPORTER_REMEDIES,
    "OTEL_TRACES_EXPORTER": "leave it out for otlp; none switches traces off",
    "OTEL_SDK_DISABLED": "leave it out for false; true switches traces off",
    "OTEL_TRACES_SAMPLER": "leave it out for parentbased_always_on, or write"
    " parentbased_traceidratio and the share in OTEL_TRACES_SAMPLER_ARG",
    "OTEL_TRACES_SAMPLER_ARG": "give a share from 0 to 1, such as 0.01, and"
    " OTEL_TRACES_SAMPLER=parentbased_traceidratio beside it; or leave it out",
    "OTEL_BSP_SCHEDULE_DELAY": "give milliseconds, or leave it out for 5000",
    "OTEL_BSP_MAX_QUEUE_SIZE": "leave it out for 2048",
    "OTEL_BSP_MAX_EXPORT_BATCH_SIZE": "give at most OTEL_BSP_MAX_QUEUE_SIZE, or leave"
    " it out for 512",
    "OTEL_SERVICE_NAME": "leave it out for record-shelf",
    "OTEL_RESOURCE_ATTRIBUTES": "write name=value, percent-encoded, separated by"
    " commas; or leave it out",
}
"""Remedy by variable name; its keys are the variables that are read."""


def read_trace_settings(reader: EnvironmentReader) -> TraceSettings | None:
    """Return the settings of traces, or None where they are off; note each problem."""
    base, whole = reader.url(ENDPOINT), reader.url(TRACES_ENDPOINT)
    settings = _exporter(reader, whole or f"{base}/v1/traces")
    settings = _processing(reader, settings)
    off = (
        reader.choice("OTEL_SDK_DISABLED", _Flag.FALSE) is _Flag.TRUE
        or reader.choice("OTEL_TRACES_EXPORTER", _Exporter.OTLP) is _Exporter.NONE
    )
    wanted = [name for name in (ENDPOINT, TRACES_ENDPOINT) if reader.text(name)]
    if not wanted and not off:
        for name in _EXPORTER_REMEDIES:
            if reader.text(name):
                reader.problem(name, f"needs {ENDPOINT} beside it")
    if off or not (base or whole):
        return None
    if not is_installed():
        reader.problem(wanted[-1], "the packages for traces are not installed")
    return settings


def is_installed() -> bool:
    """Return whether OpenTelemetry's packages are there; they are not imported."""
    try:
        return all(find_spec(package) for package in _PACKAGES)
    except ModuleNotFoundError:  # of a package above it
        return False


def _exporter(reader: EnvironmentReader, endpoint: str) -> TraceSettings:
    """Return what OTEL_EXPORTER_OTLP_… say, those for traces before those for all."""
    headers = _pairs(reader, *_of_exporter("HEADERS"), names=_HEADER_NAME)
    for name in _of_exporter("PROTOCOL"):
        reader.choice(name, _Protocol.HTTP_PROTOBUF)
    timeouts = [
        reader.integer(name, 0, low=100, high=600_000)
        for name in _of_exporter("TIMEOUT")
    ]
    compressions = [
        reader.choice(name, TraceCompression.NONE)
        for name in _of_exporter("COMPRESSION")
        if reader.text(name)
    ]
    certificate, client_certificate, client_key = (
        _first_file(reader, name)
        for name in ("CERTIFICATE", "CLIENT_CERTIFICATE", "CLIENT_KEY")
    )
    if client_key and client_certificate is None:
        name = next(filter(reader.text, _of_exporter("CLIENT_KEY")))
        reader.problem(name, "needs a client certificate beside it")
    return TraceSettings(
        endpoint=endpoint,
        headers=tuple((name, Secret(value)) for name, value in headers.items()),
        timeout_ms=next(filter(None, timeouts), 10_000),
        compression=next(iter(compressions), TraceCompression.NONE),
        certificate=certificate,
        client_certificate=client_certificate,
        client_key=client_key,
    )


def _first_file(reader: EnvironmentReader, name: str) -> Path | None:
    files = [reader.file(variable) for variable in _of_exporter(name)]
    return next(filter(None, files), None)


def _processing(reader: EnvironmentReader, settings: TraceSettings) -> TraceSettings:
    """Return the settings with those of sampler, queue and resource."""
    sampler = reader.choice("OTEL_TRACES_SAMPLER", Sampler.PARENTBASED_ALWAYS_ON)
    ratio = _ratio(reader, "OTEL_TRACES_SAMPLER_ARG")
    if ratio is not None and sampler not in _BY_RATIO:
        reader.problem("OTEL_TRACES_SAMPLER_ARG", "needs a sampler by ratio beside it")
    queue = reader.integer("OTEL_BSP_MAX_QUEUE_SIZE", 2_048, low=1, high=1_000_000)
    batch = reader.integer(
        "OTEL_BSP_MAX_EXPORT_BATCH_SIZE", min(512, queue), low=1, high=1_000_000
    )
    if batch > queue:
        reader.problem("OTEL_BSP_MAX_EXPORT_BATCH_SIZE", "is larger than the queue")
    resource = _pairs(reader, "OTEL_RESOURCE_ATTRIBUTES")
    if name := reader.text("OTEL_SERVICE_NAME"):
        resource["service.name"] = name
    return msgspec.structs.replace(
        settings,
        sampler=sampler,
        ratio=1.0 if ratio is None else ratio,
        delay_ms=reader.integer(
            "OTEL_BSP_SCHEDULE_DELAY", 5_000, low=1, high=3_600_000
        ),
        queue=queue,
        batch=batch,
        resource=resource,
    )


def _ratio(reader: EnvironmentReader, name: str) -> float | None:
    text = reader.text(name)
    if text is None:
        return None
    try:
        ratio = float(text)
    except ValueError:
        ratio = -1.0
    if 0 <= ratio <= 1:
        return ratio
    reader.problem(name, "takes a share from 0 to 1")
    return None


def _pairs(
    reader: EnvironmentReader, *variables: str, names: re.Pattern[str] | None = None
) -> dict[str, str]:
    """Return the pairs of the first variable that is set; each malformed one is noted.

    names: form that every name has to have. Values are percent-decoded.
    """
    found: list[dict[str, str]] = []
    for variable in filter(reader.text, variables):
        parts = (reader.text(variable) or "").split(",")
        pairs = [part.partition("=") for part in parts if part.strip()]
        values = {name.strip(): unquote(value.strip()) for name, _, value in pairs}
        sound = all(name.strip() and equals for name, equals, _ in pairs)
        if names and not all(map(names.fullmatch, values)):
            sound = False
        if not sound or not all(map(str.isprintable, values.values())):
            reader.problem(variable, "takes name=value, separated by commas")
        found.append(values)
    return next(iter(found), {})
