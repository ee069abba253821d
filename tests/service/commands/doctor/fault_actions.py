"""What can be done to an installation, for better or worse."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from providers.cache.redis.access_rights import RULES
from providers.recommender.neighbours_file import pack
from providers.secret import Secret
from simulator.spotify.oauth.clients import ALEXA_REDIRECTS
from tests.service.commands.doctor.installation import CLIENT_SECRET, Installation
from tests.service.running import now
from tests.service.signing import NOW, chain

Action = Callable[[Installation], object]
LONG_AGO = NOW - timedelta(days=4000)


@dataclass(frozen=True)
class PlantedFault:
    """A fault, the check that names it, words of the finding and of its cure."""

    check: str
    plant: Action
    said: str
    told: str
    cure: Action


def sets(**values: str) -> Action:
    return lambda one: one.environ.update(values)


def both(*actions: Action) -> Action:
    return lambda one: [action(one) for action in actions]


def drops(*names: str) -> Action:
    def drop(one: Installation) -> None:
        for name in names:
            one.environ.pop(name, None)

    return drop


def url_with(user: str) -> Action:
    def change(one: Installation) -> None:
        host = one.environ["REDIS_URL"].rpartition("/")[0].rpartition("/")[2]
        host = host.rpartition("@")[2]
        one.environ["REDIS_URL"] = f"redis://{user}@{host}/0"

    return change


def names_the_server(one: Installation) -> None:
    port = one.redis.get_connection_kwargs()["port"]
    one.environ["REDIS_URL"] = f"redis://127.0.0.1:{port}/0"


def narrow_acl(one: Installation) -> None:
    one.redis.execute_command(  # type: ignore[no-untyped-call]
        *("ACL", "SETUSER", "narrow", "reset", "on", ">pass-word-1", "~shelf:*"),
        *("+ping", "+get", "+set", "+auth", "+select", "+info"),
    )
    url_with("narrow:pass-word-1")(one)


def wide_acl(one: Installation) -> None:
    one.redis.execute_command(  # type: ignore[no-untyped-call]
        *("ACL", "SETUSER", "narrow", *RULES.split())
    )


def loses_a_redirect(one: Installation) -> None:
    clients = one.spotify.world.clients
    clients.register("shelf", Secret(CLIENT_SECRET), *ALEXA_REDIRECTS[:2])


def registers_all(one: Installation) -> None:
    clients = one.spotify.world.clients
    clients.register("shelf", Secret(CLIENT_SECRET), *ALEXA_REDIRECTS)


def points_elsewhere(one: Installation) -> None:
    one.point_package_at("https://other.example.net")


def points_here(one: Installation) -> None:
    one.point_package_at(one.environ["PUBLIC_URL"])


def model(one: Installation, locale: str) -> Path:
    return one.package / "interactionModels" / "custom" / f"{locale}.json"


def takes_the_port(one: Installation) -> None:
    one.environ["PORT"] = str(one.spotify.base_url.rpartition(":")[2])


def chain_file(one: Installation) -> Path:
    return Path(one.environ["ALEXA_TEST_CHAIN_FILE"])


def old_chain(one: Installation) -> None:
    chain_file(one).write_bytes(chain(now=LONG_AGO).pem)


def new_neighbours(one: Installation) -> None:
    file = one.package / "neighbours.bin"
    file.write_bytes(pack([]))
    one.environ["NEIGHBOURS_FILE"] = str(file)


def new_chain(one: Installation) -> None:
    """What `python -m simulator chain DIR` does."""
    chain_file(one).write_bytes(chain(now=now()).pem)


def late_by(seconds: float) -> Action:
    def change(one: Installation) -> None:
        one.late = timedelta(seconds=seconds)

    return change
