"""Every setting is named where operators look for it: in the files to deploy with."""

import re
from pathlib import Path

import pytest

from service.otel_variables import ENDPOINT, OTEL_REMEDIES
from service.remedies import REMEDIES
from service.settings import load

# Stand-ins of Spotify and Amazon are for tests, and each file fixes address and port.
NOT_FOR_OPERATORS = {
    "ALEXA_API_URL",
    "ALEXA_TEST_CHAIN_FILE",
    "SPOTIFY_ACCOUNTS_URL",
    "SPOTIFY_API_URL",
    "HOST",
    "PORT",
}
EXAMPLES = [Path("deploy/compose.env.example"), Path("deploy/kubernetes/settings.env")]
# Where a setting stands that a file leaves to another one beside it.
BESIDE = {EXAMPLES[0]: [Path("deploy/compose.yaml")]}
FILES = [*EXAMPLES, Path("deploy/cloudrun.yaml"), Path("deploy/fly.toml")]
KNOWN = REMEDIES.keys() | OTEL_REMEDIES.keys()


@pytest.mark.parametrize("file", FILES, ids=str)
def test_a_file_to_deploy_with_names_every_setting(file: Path) -> None:
    texts = [each.read_text() for each in (file, *BESIDE.get(file, []))]
    named = set(re.findall(r"[A-Z][A-Z_]+", " ".join(texts)))
    assert {*REMEDIES, ENDPOINT} - NOT_FOR_OPERATORS - named == set()


@pytest.mark.parametrize("file", EXAMPLES, ids=str)
def test_what_an_example_offers_can_be_used(file: Path) -> None:
    """With every sign of a comment removed, the service would start."""
    lines = re.findall(r"^#?([A-Z][A-Z_]+)=(.*)$", file.read_text(), re.MULTILINE)
    offered = dict(lines)
    assert len(offered) == len(lines)
    assert offered.keys() <= KNOWN
    secret = "y6Zk0Qx1vB7nR3tW9cF5hJ2mL8pD4sGa"
    filled_in = {name: value.replace("…", "x") for name, value in lines if value}
    filled_in |= dict.fromkeys((n for n in offered if "SECRET" in n), secret)
    del filled_in["SPOTIFY_LOGO_FILE"]  # which would have to be there
    filled_in |= {"PUBLIC_URL": "https://record-shelf.example.com"}
    assert load(filled_in | {"CACHE_SECRET": secret}).spotify_daily_calls == 4000
