"""Faults to plant, and what the doctor's cure asks for, done as it is told."""

from shutil import copyfile

from tests.conftest import free_port
from tests.service.commands.doctor.fault_actions import (
    PlantedFault,
    both,
    chain_file,
    drops,
    late_by,
    loses_a_redirect,
    model,
    names_the_server,
    narrow_acl,
    new_chain,
    new_neighbours,
    old_chain,
    points_elsewhere,
    points_here,
    registers_all,
    sets,
    takes_the_port,
    url_with,
    wide_acl,
)
from tests.service.commands.doctor.installation import (
    CLIENT_SECRET,
    PEPPER,
    SOURCE,
    Installation,
)
from tests.service.running import SKILL_ID

PLANTED_FAULTS = {
    "no skill id": PlantedFault(
        "settings", drops("SKILL_ID"), "SKILL_ID", "copy", sets(SKILL_ID=SKILL_ID)
    ),
    "short secret": PlantedFault(
        "settings",
        sets(CACHE_SECRET="hush-hush"),
        "shorter than 32 bytes",
        "make one",
        sets(CACHE_SECRET=PEPPER),
    ),
    "guessable secret": PlantedFault(
        "secrets",
        sets(CACHE_SECRET="change-me-change-me-change-me-change-me"),
        "easy to guess",
        "token_urlsafe",
        sets(CACHE_SECRET=PEPPER),
    ),
    "one secret twice": PlantedFault(
        "secrets",
        sets(CACHE_SECRET_PREVIOUS=PEPPER),
        "CACHE_SECRET itself",
        "leave it out",
        drops("CACHE_SECRET_PREVIOUS"),
    ),
    "contradictory ports": PlantedFault(
        "settings",
        lambda one: one.environ.update(METRICS_PORT=one.environ["PORT"]),
        "METRICS_PORT: is the same as PORT",
        "a free port other than PORT",
        lambda one: one.environ.update(METRICS_PORT=str(free_port())),
    ),
    "misspelt name": PlantedFault(
        "settings",
        sets(CACHE_MEMORY_BM="16"),
        "CACHE_MEMORY_BM is no setting",
        "did you mean CACHE_MEMORY_MB",
        lambda one: one.environ.update(
            CACHE_MEMORY_MB=one.environ.pop("CACHE_MEMORY_BM")
        ),
    ),
    "no calls for one answer": PlantedFault(
        "settings",
        sets(RECOMMENDATION_CALLS_A_DAY="0"),
        "RECOMMENDATION_CALLS_A_DAY: takes a whole number from 16 to 10000",
        "at least the 16 calls of one answer",
        drops("RECOMMENDATION_CALLS_A_DAY"),
    ),
    "typo in the Redis URL": PlantedFault(
        "settings",
        lambda one: one.environ.update(REDIS_URL="redsi://:hush-hush@h"),
        "REDIS_URL: takes redis://",
        "percent-encoded",
        names_the_server,
    ),
    "nobody at the Redis URL": PlantedFault(
        "redis",
        lambda one: one.environ.update(REDIS_URL=f"redis://127.0.0.1:{free_port()}/0"),
        "does not answer",
        "start it",
        names_the_server,
    ),
    "wrong Redis password": PlantedFault(
        "redis",
        url_with("nobody:hush-hush"),
        "refuses the user",
        "correct them",
        url_with(""),
    ),
    "narrow ACL": PlantedFault(
        "redis", narrow_acl, "forbids DEL, SADD", "+smembers", wide_acl
    ),
    "a Redis that fills up": PlantedFault(
        "redis_eviction",
        lambda one: one.redis.config_set("maxmemory-policy", "noeviction"),
        "refuses writes when it is full",
        "allkeys-lfu",
        lambda one: one.redis.config_set("maxmemory-policy", "allkeys-lfu"),
    ),
    "nobody at Spotify's address": PlantedFault(
        "spotify_api",
        lambda one: one.environ.update(
            SPOTIFY_API_URL=f"http://127.0.0.1:{free_port()}/v1"
        ),
        "cannot be reached",
        "DNS",
        lambda one: one.environ.update(SPOTIFY_API_URL=one.spotify.api_url),
    ),
    "wrong client secret": PlantedFault(
        "spotify_client",
        sets(SPOTIFY_CLIENT_SECRET="hush-hush"),
        "refuses SPOTIFY_CLIENT_ID or SPOTIFY_CLIENT_SECRET",
        "copy it",
        sets(SPOTIFY_CLIENT_SECRET=CLIENT_SECRET),
    ),
    "redirect URL missing": PlantedFault(
        "redirect_urls",
        loses_a_redirect,
        "https://alexa.amazon.co.jp/api/skill/link/STANDIN is not registered",
        "to the letter",
        registers_all,
    ),
    "somebody else's address": PlantedFault(
        "public_url",
        both(
            lambda one: one.environ.update(PUBLIC_URL=one.spotify.base_url), points_here
        ),
        "with 404 instead of 400",
        "reach this service",
        both(lambda one: one.environ.update(PUBLIC_URL=one.line.url), points_here),
    ),
    "package of another endpoint": PlantedFault(
        "endpoint", points_elsewhere, "elsewhere", "as uri of each", points_here
    ),
    "package with a broken manifest": PlantedFault(
        "skill_package",
        lambda one: one.write(
            {"manifest": one.skill()["manifest"] | {"apis": {"custom": []}}}
        ),
        "$.manifest.apis.custom",
        "at that place",
        both(
            lambda one: copyfile(SOURCE / "skill.json", one.package / "skill.json"),
            Installation.leave_one_locale,
            points_here,
        ),
    ),
    "locale without a model": PlantedFault(
        "locales",
        lambda one: model(one, "en-US").rename(one.package / "kept.json"),
        "en-US: a listing and no interaction model",
        "add the model",
        lambda one: (one.package / "kept.json").rename(model(one, "en-US")),
    ),
    "taken port": PlantedFault(
        "ports",
        takes_the_port,
        "PORT is taken",
        "give a free port",
        lambda one: one.environ.update(PORT=str(free_port())),
    ),
    "clock far off": PlantedFault(
        "clock", late_by(-200), "every request is refused", "NTP", late_by(0)
    ),
    "clock somewhat off": PlantedFault(
        "clock", late_by(60), " s off", "NTP", late_by(0)
    ),
    "expired trust store": PlantedFault(
        "trust_store", old_chain, "its root has expired", "simulator chain", new_chain
    ),
    "wrong trust store": PlantedFault(
        "trust_store",
        lambda one: chain_file(one).write_text("no PEM"),
        "holds no certificate",
        "simulator chain",
        new_chain,
    ),
    "file that holds no neighbours": PlantedFault(
        "neighbours",
        lambda one: one.environ.update(NEIGHBOURS_FILE=str(chain_file(one))),
        "NEIGHBOURS_FILE: the file holds no neighbours of artists",
        "service neighbours build",
        new_neighbours,
    ),
    "nobody responsible": PlantedFault(
        "operator",
        drops("OPERATOR_CONTACT"),
        "OPERATOR_CONTACT",
        "e-mail address",
        sets(OPERATOR_CONTACT="shelf@example.org"),
    ),
}
