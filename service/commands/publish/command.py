"""`python -m service publish`: bring the skill to Amazon, step by step.

It tells each change and asks for it. `--dry-run` changes nothing, `--yes` asks nothing.
"""

import argparse
import asyncio
import re
import signal
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TextIO, get_args

import aiohttp

from providers.secret import Secret
from service import VERSION
from service.commands.account_linking import linking_request
from service.commands.publish.credentials import (
    CredentialReader,
    SmapiCredentials,
    UnusableCredentials,
)
from service.commands.publish.smapi import Pause, Smapi, SmapiFailure
from service.commands.publish.steps import (
    Publisher,
    PublishingPlan,
    SkillPackage,
    StepFailed,
    Stopped,
)
from service.commands.skill_package import (
    SOURCE,
    CertificateType,
    IncompletePackage,
    UnusableUrl,
    contents,
    public_endpoint,
)
from service.remedies import with_remedy
from service.settings import Settings, SettingsError, read

DONE, FAILED, UNUSABLE = 0, 1, 2

# What the command needs; what else is wrong matters where the service runs.
NEEDED = ("PUBLIC_URL", "SPOTIFY_CLIENT_ID", "SPOTIFY_CLIENT_SECRET")
USED = {*NEEDED, "ALEXA_VENDOR_ID", "LIBRARY_WRITES", "SPOTIFY_ACCOUNTS_URL"}

_SKILL_ID = re.compile(r"amzn1\.ask\.skill\.[A-Za-z0-9-]+")
_UNPRINTABLE = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]")


def typed(question: str) -> str:
    """Return a line that is typed; raise `KeyboardInterrupt` at once on Ctrl-C.

    asyncio would only take note of a Ctrl-C, and act on it after the line.
    """
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        return input(question)
    finally:
        signal.signal(signal.SIGINT, before)


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a run takes from outside: the person's answers, the clock, and waiting.

    `answer`: returns what is typed after a question; raises EOFError.
    """

    answer: Callable[[str], str] = typed
    pause: Pause = asyncio.sleep
    now: Callable[[], datetime] = field(default=lambda: datetime.now(UTC))


@dataclass(frozen=True, slots=True)
class Terminal:
    """The person at a terminal: reads lines, which never have one of `secrets`.

    `is_dry_run`: no change is made; `says_yes`: every change is, without a question.
    """

    out: TextIO
    answer: Callable[[str], str]
    secrets: Sequence[Secret]
    is_dry_run: bool = False
    says_yes: bool = False

    def tell(self, line: str) -> None:
        """Print a line."""
        self.out.write(self.clean(line) + "\n")
        self.out.flush()

    def clean(self, text: str) -> str:
        """Return what Amazon said without secrets and control characters."""
        for secret in self.secrets:
            text = text.replace(secret.reveal(), "***")
        return _UNPRINTABLE.sub(" ", text)

    def agrees(self, change: str) -> bool:
        """Return True to make the change, False to leave it out; raise `Stopped`."""
        if self.is_dry_run:
            self.tell(f"would {change}")
            return False
        self.tell(change)
        while not self.says_yes:
            try:
                letter = self.answer("  do it? [y]es, [n]o, [q]uit: ").strip()[:1]
            except EOFError:
                raise Stopped from None
            if letter.lower() in ("n", "q"):
                if letter.lower() == "q":
                    raise Stopped
                return False
            if letter.lower() == "y":
                break
        return True


def main(
    arguments: Sequence[str],
    environ: Mapping[str, str],
    out: TextIO,
    err: TextIO,
    surroundings: Surroundings | None = None,
) -> int:
    """Publish the skill; tell on `out` what is done, and on `err` what is wrong.

    Return 0 if all went well, 1 if Amazon refused something or the person stopped, and
    2 for settings, credentials or a package that cannot be used.
    """
    options = _parser().parse_args(arguments)
    surroundings = surroundings or Surroundings()
    try:
        settings = _settings(environ)
        reader = CredentialReader(environ, surroundings.now())
        credentials = reader.read(options.profile)
        plan = _plan(options, settings, credentials)
    except (SettingsError, UnusableCredentials, IncompletePackage, OSError) as trouble:
        err.writelines(f"{line}\n" for line in _cured(trouble))
        return UNUSABLE
    terminal = Terminal(
        out,
        surroundings.answer,
        _secrets(settings, credentials),
        options.dry_run,
        options.yes,
    )
    terminal.tell(f"Amazon's credentials: {credentials.source}")
    return _publish(plan, credentials, terminal, surroundings.pause, err)


def _cured(trouble: Exception) -> list[str]:
    """Return what is wrong, a line for each problem, with its cure where one is known.

    The package is part of the checkout: what is wrong with it has no other cure.
    """
    if isinstance(trouble, SettingsError):
        return [with_remedy(problem) for problem in trouble.problems]
    if isinstance(trouble, UnusableCredentials):
        return [f"{trouble}. Cure: {trouble.cure}."]
    return [f"skill-package: {trouble}"]


def _publish(
    plan: PublishingPlan,
    credentials: SmapiCredentials,
    terminal: Terminal,
    pause: Pause,
    err: TextIO,
) -> int:
    async def run() -> None:
        agent = {"User-Agent": f"record-shelf/{VERSION}"}
        async with aiohttp.ClientSession(headers=agent, trust_env=True) as session:
            smapi = Smapi(session, credentials, pause)
            await Publisher(smapi, plan, terminal, pause).publish()

    try:
        asyncio.run(run())
    except (Stopped, KeyboardInterrupt):
        terminal.tell("stopped: nothing more is changed")
        return FAILED
    except (SmapiFailure, StepFailed) as failure:
        err.write(f"{terminal.clean(str(failure))}\nCure: {failure.cure}.\n")
        return FAILED
    terminal.tell(
        "nothing was changed" if terminal.is_dry_run else "all steps are done"
    )
    return DONE


def _settings(environ: Mapping[str, str]) -> Settings:
    """Return the settings; raise `SettingsError` for what the command cannot use."""
    settings, problems = read(environ)
    names = USED | ({"SKILL_ID"} if environ.get("SKILL_ID", "").strip() else set())
    mine = [problem for problem in problems if _variable(problem) in names]
    named = set(map(_variable, mine))
    values = (
        settings.public_url,
        settings.spotify_client_id,
        settings.spotify_client_secret,
    )
    mine += [
        f"{name}: is required to publish"
        for name, value in zip(NEEDED, values, strict=True)
        if not value and name not in named
    ]
    if mine:
        raise SettingsError(mine)
    return settings


def _variable(problem: str) -> str:
    """Return the variable that a problem is about, not the file that it may be in."""
    return problem.partition(":")[0].removesuffix("_FILE")


def _plan(
    options: argparse.Namespace, settings: Settings, credentials: SmapiCredentials
) -> PublishingPlan:
    try:
        address = public_endpoint(settings.public_url or "", options.certificate)
    except UnusableUrl as unusable:
        raise SettingsError([f"PUBLIC_URL: {unusable}"]) from None
    package = SkillPackage(contents(SOURCE, address))
    if options.locale not in package.locales():
        locales = " ".join(package.locales())
        raise IncompletePackage(f"has no locale {options.locale}, but {locales}")
    secret = settings.spotify_client_secret or Secret("")
    return PublishingPlan(
        package=package,
        linking=linking_request(settings, client_secret=secret.reveal()),
        skill_id=_skill_id(options.skill_id, settings),
        served_ids=settings.skill_ids,
        vendor_id=_vendor_id(settings, credentials),
        locale=options.locale,
    )


def _skill_id(wanted: str | None, settings: Settings) -> str | None:
    """Return the skill to change; None for a skill that has no id yet."""
    if wanted is not None:
        return wanted
    if len(settings.skill_ids) > 1:
        problem = "SKILL_ID: has several ids; name the one to publish with --skill-id"
        raise SettingsError([problem])
    skill_id = next(iter(settings.skill_ids), None)
    if skill_id is not None and not _SKILL_ID.fullmatch(skill_id):
        problem = "SKILL_ID: is none of Amazon's (amzn1.ask.skill.…); without it the"
        raise SettingsError([f"{problem} skill is found by its name, or made"])
    return skill_id


def _vendor_id(settings: Settings, credentials: SmapiCredentials) -> str | None:
    ours, theirs = settings.alexa_vendor_id, credentials.vendor_id
    if ours and theirs and ours != theirs:
        problem = f"ALEXA_VENDOR_ID: is not that of {credentials.source}"
        raise SettingsError([problem])
    return ours or theirs


def _secrets(settings: Settings, credentials: SmapiCredentials) -> tuple[Secret, ...]:
    found: Iterable[Secret | None] = (
        settings.spotify_client_secret,
        *credentials.secrets(),
    )
    return tuple(secret for secret in found if secret)


def _id(text: str) -> str:
    if not _SKILL_ID.fullmatch(text):
        raise argparse.ArgumentTypeError("a skill's id begins with amzn1.ask.skill.")
    return text


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m service publish",
        description="Brings the skill to Amazon; asks before each change.",
    )
    how = parser.add_mutually_exclusive_group()
    how.add_argument("--dry-run", action="store_true", help="change nothing, only tell")
    how.add_argument("--yes", action="store_true", help="ask nothing: for scripts")
    parser.add_argument(
        "--skill-id", type=_id, help="which skill, where SKILL_ID has several"
    )
    parser.add_argument("--profile", help="of the `ask` CLI, if not the default one")
    parser.add_argument(
        "--locale", default="en-US", help="in which the launch is simulated: en-US"
    )
    parser.add_argument(
        "--certificate",
        choices=get_args(CertificateType),
        help="the kind that PUBLIC_URL shows, if not the one its host suggests",
    )
    return parser
