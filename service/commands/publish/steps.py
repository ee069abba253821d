"""Steps of publishing: from a skill package to a skill that answers a simulated launch.

Each step says what it changes, asks, does it, and waits until Amazon has done it.
"""

import io
import json
import zipfile
from collections.abc import Awaitable, Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from service.commands.account_linking import redirect_urls
from service.commands.publish.interaction_model_errors import in_plain_words
from service.commands.publish.smapi import Json, Pause, Smapi, messages, objects

POLL_SECONDS = 5.0
MOST_POLLS = {"import": 120, "build": 240, "simulation": 24}
"""How often the state of each is asked for: 10, 20 and 2 minutes."""

MOST_ERRORS = 10  # that are told of one locale

_MODELS = "interactionModels/custom/"


class Stopped(Exception):
    """Raised where the person ends the run: nothing more is changed."""


class StepFailed(Exception):
    """Raised for a step that Amazon did, but not well: an import, a build, a launch.

    `cure` says what to do about it.
    """

    def __init__(self, what: str, cure: str) -> None:
        super().__init__(what)
        self.cure = cure


class Person(Protocol):
    """Whoever runs the command."""

    @property
    def is_dry_run(self) -> bool:
        """Whether no change is made."""
        ...

    def tell(self, line: str) -> None:
        """Print a line."""
        ...

    def agrees(self, change: str) -> bool:
        """Return whether to make the change, False to leave it out; raise `Stopped`.

        Never in a dry run, which tells the change.
        """
        ...


@dataclass(frozen=True, slots=True)
class SkillPackage:
    """A skill package: its files by path, `skill.json` among them."""

    files: Mapping[str, bytes]

    def zipped(self) -> bytes:
        """Return the ZIP that Amazon takes; the same files give the same bytes."""
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
            for path, content in sorted(self.files.items()):
                name = zipfile.ZipInfo(path)
                archive.writestr(name, content, zipfile.ZIP_DEFLATED)
        return buffer.getvalue()

    def locales(self) -> list[str]:
        """Return the locales that have an interaction model."""
        models = (path for path in self.files if path.startswith(_MODELS))
        return sorted(p.removeprefix(_MODELS).removesuffix(".json") for p in models)

    def names(self) -> dict[str, str]:
        """Return what the skill is called, by locale."""
        return {locale: each["name"] for locale, each in self._listings().items()}

    def endpoint(self) -> str:
        """Return the address that Amazon will call."""
        return str(self._manifest()["apis"]["custom"]["endpoint"]["uri"])

    def opening(self, locale: str) -> str:
        """Return what opens the skill: its first example, without the wake word."""
        example: str = self._listings()[locale]["examplePhrases"][0]
        return example.replace("、", ",", 1).partition(",")[2].strip()

    def _listings(self) -> dict[str, Any]:
        listings: dict[str, Any] = self._manifest()["publishingInformation"]["locales"]
        return listings

    def _manifest(self) -> dict[str, Any]:
        manifest: dict[str, Any] = json.loads(self.files["skill.json"])["manifest"]
        return manifest


@dataclass(frozen=True, slots=True)
class PublishingPlan:
    """What is published; all of it was checked before anything is changed.

    - `skill_id`: the skill to change; None to find it by its names, or to make it.
    - `served_ids`: the skills whose requests the service accepts.
    - `vendor_id`: None to ask Amazon for it.
    - `linking`: the request that sets account linking.
    - `locale`: in which the launch is simulated.
    """

    package: SkillPackage
    linking: Json
    skill_id: str | None
    served_ids: frozenset[str]
    vendor_id: str | None
    locale: str


@dataclass(frozen=True, slots=True)
class Publisher:
    """The steps, over Amazon's API; they raise `SmapiFailure` and `StepFailed`.

    `pause` waits that many seconds.
    """

    smapi: Smapi
    plan: PublishingPlan
    person: Person
    pause: Pause

    async def publish(self) -> None:
        """Make every step in turn; raise `Stopped` where the person ends it."""
        vendor_id = self.plan.vendor_id or await self.vendor()
        known = self.plan.skill_id or await self.find(vendor_id)
        sent = await self.send(known, vendor_id)
        skill_id = sent or known
        if skill_id is None and not self.person.is_dry_run:
            self.person.tell("without a skill there is nothing else to do")
            raise Stopped
        await self.link(skill_id or "the new skill", vendor_id)
        await self.build(skill_id or "the new skill", is_sent=sent is not None)
        await self.enable(skill_id or "the new skill")
        await self.launch(skill_id or "the new skill")

    async def vendor(self) -> str:
        """Return the only vendor id of the account; raise `StepFailed` for several."""
        ids = sorted(
            str(each["id"]) for each in await self.smapi.vendors() if "id" in each
        )
        if len(ids) == 1:
            return ids[0]
        if not ids:
            cure = (
                "register as a developer at developer.amazon.com, then run this again"
            )
            raise StepFailed("this Amazon account has no vendor id", cure)
        what = f"this Amazon account has several vendor ids: {', '.join(ids)}"
        raise StepFailed(what, "set ALEXA_VENDOR_ID to one of them")

    async def find(self, vendor_id: str) -> str | None:
        """Return the vendor's skill of the same name; raise `StepFailed` for several.

        Only skills in development count, and names in the same locale.
        """
        names, found = self.plan.package.names().items(), set()
        for skill in await self.smapi.skills(vendor_id):
            listed = skill.get("nameByLocale")
            same = isinstance(listed, dict) and names & listed.items()
            if same and skill.get("stage") == "development" and skill.get("skillId"):
                found.add(str(skill["skillId"]))
        if len(found) > 1:
            what = f"several skills have this name: {', '.join(sorted(found))}"
            raise StepFailed(what, "name one of them: --skill-id ID")
        return found.pop() if found else None

    async def send(self, skill_id: str | None, vendor_id: str) -> str | None:
        """Upload the package into the skill, or into a new one; return the skill's id.

        None where that was left out.
        """
        package = self.plan.package
        content, locales = package.zipped(), len(package.locales())
        kind = f"replace the package of {skill_id}" if skill_id else "make a new skill"
        size = f"{locales} locales, {len(content) // 1024 + 1} kB"
        if not self.person.agrees(f"{kind}: {size}, endpoint {package.endpoint()}"):
            return None
        location = await self.smapi.upload(content)
        if skill_id:
            import_id = await self.smapi.update(skill_id, location)
        else:
            import_id = await self.smapi.create(vendor_id, location)
        state = await self._wait(
            "import", lambda: self.smapi.imported(import_id), _is_done
        )
        for warning in messages(state.get("warnings")):
            self.person.tell(f"  Amazon remarks: {warning}")
        made = _dict(state, "skill").get("skillId") or skill_id
        if state.get("status") != "SUCCEEDED" or not made:
            heading = "Amazon refuses the package"
            cure = "correct skill-package/ as Amazon says, and run this again"
            if made and not skill_id:
                heading += f", and has made the skill {made} without it"
                cure += f" with --skill-id {made}, so that no second skill is made"
            raise StepFailed(_lines(heading, _refused(state)), cure)
        self.person.tell(f"  done: {made}")
        return str(made)

    async def link(self, skill_id: str, vendor_id: str) -> None:
        """Set account linking: what Amazon is told about Spotify."""
        request = self.plan.linking["accountLinkingRequest"]
        client, scopes = request["clientId"], len(request["scopes"])
        if not self.person.agrees(
            f"set account linking of {skill_id}: Spotify's client {client},"
            f" {scopes} scopes"
        ):
            return
        await self.smapi.link_accounts(skill_id, self.plan.linking)
        self.person.tell(
            "  done; at Spotify these redirect URIs have to be registered:"
        )
        for url in redirect_urls(vendor_id):
            self.person.tell(f"  {url}")

    async def build(self, skill_id: str, *, is_sent: bool) -> None:
        """Wait until every locale's model is built; raise `StepFailed` for errors.

        Where no package was sent, wait only for what Amazon is building already.
        """
        locales = self.plan.package.locales()
        self.person.tell(f"wait until Amazon has built {len(locales)} locales")
        if self.person.is_dry_run:
            return
        if not is_sent:
            locales = await self._present(skill_id, locales)
        state = await self._wait(
            "build",
            lambda: self.smapi.status(skill_id),
            lambda status: _is_built(status, locales, is_sent=is_sent),
        )
        lines = [
            f"{place}: {line}"
            for place, said in _build_errors(state, locales)
            for line in said
        ]
        if lines:
            cure = "correct the models of these locales, and run this again"
            raise StepFailed(_lines("Amazon could not build the skill", lines), cure)
        self.person.tell(f"  done: {' '.join(locales)}")

    async def _present(self, skill_id: str, locales: Sequence[str]) -> list[str]:
        """Return the locales that Amazon has a model of; tell the others.

        Raise `StepFailed` where it has none.
        """
        models = _dict(await self.smapi.status(skill_id), "interactionModel")
        missing = [locale for locale in locales if locale not in models]
        if len(missing) == len(locales):
            what = f"{skill_id} has no package yet, so there is nothing to build"
            raise StepFailed(what, "run this again, and let it replace the package")
        if missing:
            self.person.tell(f"  not there, not waited for: {' '.join(missing)}")
        return [locale for locale in locales if locale in models]

    async def enable(self, skill_id: str) -> None:
        """Let the account's own devices use the skill, for testing."""
        if self.person.agrees(f"enable {skill_id} on the devices of this account"):
            await self.smapi.enable(skill_id)
            self.person.tell("  done")

    async def launch(self, skill_id: str) -> None:
        """Say the opening to Amazon's simulator; raise `StepFailed` without a reply."""
        if skill_id not in self.plan.served_ids:
            self.person.tell(
                f"now the service at {self.plan.package.endpoint()} has to run with the"
                f" skill's id in SKILL_ID ({skill_id}), else it refuses its requests"
            )
        locale = self.plan.locale
        text = self.plan.package.opening(locale)
        if not self.person.agrees(f'say "{text}" to Amazon\'s simulator ({locale})'):
            return
        begun = await self.smapi.simulate(skill_id, locale, text)
        simulation_id = str(begun.get("id"))
        state = await self._wait(
            "simulation",
            lambda: self.smapi.simulated(skill_id, simulation_id),
            _is_done,
        )
        self.person.tell(f"  it answers: {_answer(state)}")

    async def _wait(
        self,
        kind: str,
        look: Callable[[], Awaitable[Json]],
        is_done: Callable[[Json], bool],
    ) -> Json:
        for _ in range(MOST_POLLS[kind]):
            if is_done(state := await look()):
                return state
            await self.pause(POLL_SECONDS)
        minutes = MOST_POLLS[kind] * POLL_SECONDS / 60
        what = f"Amazon's {kind} has not ended after {minutes:.0f} minutes"
        raise StepFailed(what, "run this again later: it begins with what is there")


def _is_done(state: Json) -> bool:
    return state.get("status") not in ("IN_PROGRESS", None)


def _dict(parent: Json, name: str) -> Json:
    found = parent.get(name)
    return found if isinstance(found, dict) else {}


def _refused(state: Json) -> list[str]:
    """Return what an import's errors mean, those of each resource with its name."""
    said = _plainly(state)
    for resource in objects(_dict(state, "skill"), "resources"):
        name = resource.get("name", "?")
        said += [f"{name}: {line}" for line in _plainly(resource)]
    return said


def _plainly(part: Json) -> list[str]:
    """Return what the errors of a part of Amazon's answer mean."""
    return list(filter(None, map(in_plain_words, objects(part, "errors"))))


def _requests(status: Json, locales: Sequence[str]) -> Iterator[tuple[str, Json]]:
    """Yield the last change of the manifest, and of each locale's model, by name."""
    yield "skill.json", _dict(_dict(status, "manifest"), "lastUpdateRequest")
    models = _dict(status, "interactionModel")
    for locale in locales:
        yield locale, _dict(_dict(models, locale), "lastUpdateRequest")


def _is_built(status: Json, locales: Sequence[str], *, is_sent: bool) -> bool:
    """Whether nothing is under way.

    After a package was sent, what Amazon does not name yet is under way, too.
    """
    states = [request.get("status") for _, request in _requests(status, locales)]
    return "IN_PROGRESS" not in states and not (is_sent and None in states)


def _build_errors(
    status: Json, locales: Sequence[str]
) -> Iterator[tuple[str, list[str]]]:
    """Yield the errors of what failed: the manifest, or a locale with its steps."""
    for place, request in _requests(status, locales):
        if request.get("status") not in ("SUCCEEDED", None):
            said = _plainly(request)
            for step in objects(_dict(request, "buildDetails"), "steps"):
                said += _plainly(step)
            unique = list(dict.fromkeys(said))
            yield place, unique[:MOST_ERRORS] or ["failed; Amazon says no more"]


def _answer(simulation: Json) -> str:
    """Return what the skill said in a simulation; raise `StepFailed` if nothing."""
    result = _dict(simulation, "result")
    replies = objects(_dict(result, "alexaExecutionInfo"), "alexaResponses")
    captions = [_dict(reply, "content").get("caption") for reply in replies]
    said = [caption for caption in captions if isinstance(caption, str) and caption]
    called = objects(_dict(result, "skillExecutionInfo"), "invocations")
    if simulation.get("status") == "SUCCESSFUL" and called and said:
        return said[0]
    if said and not called:
        what = f"Alexa answered without calling the skill: {said[0]}"
        raise StepFailed(what, "enable the skill for testing, and run this again")
    cure = (
        "run `.venv/bin/python -m service doctor`, and see that the service at"
        " PUBLIC_URL runs with this skill's id in SKILL_ID"
    )
    what = _lines("the skill did not answer", messages([_dict(result, "error")]))
    raise StepFailed(what, cure)


def _lines(heading: str, details: Sequence[str]) -> str:
    return "\n".join([heading, *(f"  {line}" for line in details)])
