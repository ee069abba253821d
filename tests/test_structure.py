"""Rules of the code: small functions, modules of one idea, each class name once."""

import ast
from collections import defaultdict

import pytest

from tests.structure import (
    ROOT,
    Function,
    Module,
    floors,
    importers,
    length,
    modules,
)

pytestmark = pytest.mark.no_cover  # reads the code, runs none of it

LONGEST_FUNCTION = 30  # lines with the signature, without the docstring
MOST_PARAMETERS = 5  # beside self and cls
LONGEST_MODULE = 400
SHORTEST_MODULE = 60

# The tables of contents: what is listed in one of them may be imported nowhere else.
TABLES = {
    "handlers": "every handler, in the order of their turn",
    "providers.cache.redis.factory": "builds the cache on Redis",
    "providers.recommender.factory": "builds the recommender",
    "service.__main__": "the commands",
    "service.app": "the composition root",
    "service.commands.doctor.command": "the doctor's checks",
    "service.commands.neighbours.command": "the steps of building neighbours",
    "service.commands.publish.command": "the steps of publishing",
    "simulator.__main__": "the commands",
    "simulator.spotify.server": "the fake Spotify's endpoints",
}

# A module that only one other imports is the second half of that one, unless it is an
# idea with a name of its own.
NAMED_IDEAS: dict[str, str] = {
    "providers.cache.bundles": "records that are compressed together",
    "handlers.responses.joining": "how texts stand side by side in a language",
    "providers.cache.account_resolution": "account resolution",
    "providers.cache.load_shedding": "load shedding",
    "providers.cache.redis.erasure": "erasure",
    "providers.cache.redis.new_listener": "what an unknown token reads and stores",
    "providers.name_matching.japanese_sayings": "goroawase and other readings",
    "providers.refused_playlists": "what an account could not open lately",
    "providers.spotify.mapping": "mapper from wire types to domain values",
    "providers.spotify.pagination": "pagination",
    "service.commands.doctor.redis_refusals": "Redis' error codes and their remedies",
    "service.commands.publish.interaction_model_errors": "Amazon's errors",
    "service.socket_listener": "the accepting side of the server's sockets",
    "service.observability.prometheus": "Prometheus exposition, imported late",
    "service.redis_url": "the grammar of REDIS_URL",
    "service.serialization.response": "the response's half of the serializer",
    "service.verification.fetch_admission": "admission control of certificate fetches",
    "simulator.alexa.intent_votes": "classification by the votes of features",
    "simulator.alexa.sentence_fits": "a sentence's fit without words around it",
    "simulator.alexa.tokenizer": "tokenizer",
    "simulator.console.page_state": "the console's state as JSON",
    "simulator.spotify.data.irregular_data": "irregular data",
}

# Long modules that are one idea all the same.
LONG_MODULES: dict[str, str] = {
    "providers.spotify.library": "a method for each endpoint, with its page",
    "simulator.alexa.requests": "a function for each request that Alexa sends",
}

# Short modules that are a whole idea.
SHORT_MODULES: dict[str, str] = {
    "handlers.responses.text_widths": "widths of texts and their words",
    "providers.cache.factory": "factory",
    "providers.cache.load_shedding": "load shedding",
    "providers.cache.redis.access_rights": "one list for code, doctor and docs",
    "providers.cache.redis.signed_values": "small texts that processes share",
    "providers.json_depth": "bound on the depth of foreign JSON",
    "providers.recommender.ranking.rank_fusion": "rank fusion",
    "providers.secret": "value",
    "providers.spotify.scopes": "table",
    "service.admission": "admission control",
    "service.serialization.warm_up": "table of imports",
    "service.garbage_collection": "thresholds of the collector",
    "service.verification.certificate_url": "the check of one header",
    "service.verification.errors": "errors",
    "simulator.json_body": "reading of JSON bodies",
    "simulator.spotify.data.ids": "ids",
    "simulator.spotify.data.other_listeners": "listeners without an account",
}

# A wire type and its domain type share a name: Spotify's object and what it means.
WIRE_TYPES = "providers.spotify.schema"


def _real() -> list[Module]:
    return [module for module in modules().values() if not module.is_front]


def test_functions_are_short_and_take_few_parameters() -> None:
    long, wide = [], []
    for module in modules().values():
        for name, function in module.functions():
            if (lines := length(function)) > LONGEST_FUNCTION:
                long.append(f"{name}: {lines} lines")
            given = function.args
            parameters = [*given.posonlyargs, *given.args, *given.kwonlyargs]
            own = [each for each in parameters if each.arg not in ("self", "cls")]
            if len(own) > MOST_PARAMETERS:
                wide.append(f"{name}: {len(own)} parameters")
    assert (long, wide) == ([], [])


def test_modules_hold_one_idea() -> None:
    sizes = {module.name: module.lines for module in _real()}
    long = {name for name, size in sizes.items() if size > LONGEST_MODULE}
    assert sorted(long - set(LONG_MODULES)) == []
    assert sorted(set(LONG_MODULES) - long) == []
    short = {name for name, size in sizes.items() if size < SHORTEST_MODULE}
    assert sorted(short - set(SHORT_MODULES)) == []
    assert sorted(set(SHORT_MODULES) - short) == []  # no reason without a module


def test_no_module_is_the_second_half_of_another() -> None:
    found = importers()
    listed = {name for name, users in found.items() if users & set(TABLES)}
    single = {
        f"{module.name} <- {min(found[module.name])}"
        for module in _real()
        if len(found[module.name]) == 1 and module.name not in listed
    }
    excused = {each for each in single if each.split(" <- ")[0] in NAMED_IDEAS}
    assert sorted(single - excused) == []
    assert sorted(set(NAMED_IDEAS) - {each.split(" <- ")[0] for each in excused}) == []


def test_a_class_name_exists_once() -> None:
    places = defaultdict(list)
    for module in modules().values():
        if module.name != WIRE_TYPES:
            for name in module.classes():
                places[name].append(module.name)
    assert {name: where for name, where in places.items() if len(where) > 1} == {}


# Words that fit whatever a name could hold. `one` is fine beside `other`.
EMPTY_NAMES = {"asked", "told", "held", "one"}


def _names(function: Function) -> set[str]:
    """Return the names of a function's parameters and variables."""
    nodes = list(ast.walk(function))
    stored = {
        node.id
        for node in nodes
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)
    }
    return stored | {node.arg for node in nodes if isinstance(node, ast.arg)}


def test_a_name_tells_what_it_holds() -> None:
    found = []
    for module in modules().values():
        for name, function in module.functions():
            empty = _names(function) & EMPTY_NAMES
            if "other" in _names(function):
                empty.discard("one")
            found += [f"{name}: {word}" for word in sorted(empty)]
    assert found == []


@pytest.mark.parametrize(("package", "most"), [("handlers", 6), ("providers.cache", 9)])
def test_a_package_is_no_tower(package: str, most: int) -> None:
    assert floors(package) <= most


def test_the_architecture_page_tells_of_every_module() -> None:
    page = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    told = page.partition("## Modules")[2]
    for module in modules().values():
        first = (ast.get_docstring(module.tree) or "").partition("\n\n")[0]
        line = " ".join(first.split())
        assert line in told, f"{module.name}: {line}"
