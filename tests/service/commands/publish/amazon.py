"""A stand-in of Amazon's Skill Management API, as `smapi_spec.json` describes it.

Every request, and every answer of its own, is checked against that description: path,
query, body and status. A field that the description does not have is an error.
"""

import io
import itertools
import json
import re
import zipfile
from collections import defaultdict
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from aiohttp import web
from aiohttp.test_utils import TestServer
from jsonschema import Draft4Validator

SPEC = json.loads(Path(__file__).with_name("smapi_spec.json").read_bytes())
VENDOR = "M1VENDOR"
CLIENT_SECRET = "lwa-client-secret"
REFRESH_TOKEN = "Atzr|refresh+token/with=signs&more"
SKILL = "amzn1.ask.skill.00000000-0000-4000-8000-00000000000{}"

Call = tuple[str, str]
IMPORT: Call = ("POST", "/v1/skills/{skillId}/imports")
CREATE: Call = ("POST", "/v1/skills/imports")
PLACE: Call = ("POST", "/v1/skills/uploads")
UPLOAD: Call = ("PUT", "/upload")
STATUS: Call = ("GET", "/v1/skills/{skillId}/status")
LINK: Call = ("PUT", "/v1/skills/{skillId}/stages/{stageV2}/accountLinkingClient")
ENABLE: Call = ("PUT", "/v1/skills/{skillId}/stages/{stage}/enablement")
SIMULATE: Call = ("POST", "/v2/skills/{skillId}/stages/{stage}/simulations")
LIST: Call = ("GET", "/v1/skills")


def _strict(definitions: dict[str, Any]) -> dict[str, Any]:
    """The definitions with what they inherit, and without room for other fields."""
    for definition in definitions.values():
        if "enum" in definition:  # the description calls some of them objects
            definition["type"] = "string"
        if "properties" in definition:
            parent = definitions.get(definition.get("x-inheritsFrom"), {})
            own = definition["properties"]
            definition["properties"] = parent.get("properties", {}) | own
            definition["additionalProperties"] = False
    return definitions


DEFINITIONS = _strict(SPEC["definitions"])


def check(value: object, schema: dict[str, Any]) -> None:
    Draft4Validator(schema | {"definitions": DEFINITIONS}).validate(value)


@dataclass(frozen=True)
class Refusal:
    """An answer in place of the usual one; status 0 breaks the connection."""

    status: int
    message: str = "No."
    headers: dict[str, str] = field(default_factory=dict)


@dataclass
class SimulatedSkill:
    """A skill at the stand-in."""

    names: dict[str, str]
    files: dict[str, bytes] = field(default_factory=dict)
    linking: dict[str, Any] | None = None
    enabled: bool = False


@dataclass
class Amazon:
    """State of the stand-in, and what goes wrong there.

    refusals: by call, what is answered first. model_errors: by locale, why its build
    fails. tokens: the access tokens that are good.
    """

    url: str = ""
    skills: dict[str, SimulatedSkill] = field(default_factory=dict)
    vendors: list[str] = field(default_factory=lambda: [VENDOR])
    refusals: dict[Call, list[Refusal]] = field(
        default_factory=lambda: defaultdict(list)
    )
    model_errors: dict[str, str] = field(default_factory=dict)
    import_error: str = ""
    simulation: dict[str, Any] = field(default_factory=dict)
    tokens: set[str] = field(default_factory=lambda: {"Atza|good"})
    calls: list[Call] = field(default_factory=list)
    uploads: list[bytes] = field(default_factory=list)
    said: list[str] = field(default_factory=list)
    polls: int = 0

    def changes(self) -> list[Call]:
        """The calls that change something, in order."""
        return [call for call in self.calls if call[0] != "GET"]

    async def serve(self, request: web.Request, call: Call) -> web.StreamResponse:
        self.calls.append(call)
        if self.refusals[call]:
            return self._refuse(request, self.refusals[call].pop(0))
        if call == UPLOAD:
            assert not {"Authorization", "Content-Type"} & set(request.headers)
            self.uploads.append(await request.read())
            return web.Response()
        return await self._operate(request, call)

    async def _operate(self, request: web.Request, call: Call) -> web.Response:
        operation = SPEC["paths"][call[1]][call[0].lower()]
        token = request.headers["Authorization"].removeprefix("Bearer ")
        if token not in self.tokens:
            return self._answer(operation, 401, {"message": f"Token {token} is bad."})
        body = await request.json() if request.can_read_body else None
        _check_request(operation, request, body)
        skill_id = request.match_info.get("skillId")
        if skill_id is not None and skill_id not in self.skills:
            return self._answer(operation, 404, {"message": "Not found."})
        status, answer, headers = self._do(call, request, body or {})
        return self._answer(operation, status, answer, headers)

    def _do(
        self, call: Call, request: web.Request, body: dict[str, Any]
    ) -> tuple[int, Any, dict[str, str]]:
        skill_id = request.match_info.get("skillId", "")
        skill = self.skills.get(skill_id)
        if call == PLACE:
            return 201, {"uploadUrl": f"{self.url}/upload?signature=private"}, {}
        if call == CREATE:
            assert body["vendorId"] in self.vendors
            skill_id = SKILL.format(len(self.skills) + 1)
            self.skills[skill_id] = SimulatedSkill({})
        if call in (CREATE, IMPORT):
            self._unpack(self.skills[skill_id])
            return 202, None, {"Location": f"/v1/skills/imports/{skill_id}"}
        if call in (LINK, ENABLE) and skill:
            skill.linking = body.get("accountLinkingRequest", skill.linking)
            skill.enabled = skill.enabled or call == ENABLE
            return 204, None, {}
        if call == SIMULATE and skill:
            if not skill.enabled:
                return 403, {"message": "Skill is not enabled."}, {}
            self.said.append(body["input"]["content"])
            return 200, {"id": "simulation-1", "status": "IN_PROGRESS"}, {}
        return 200, self._look(call, request.match_info), {}

    def _look(self, call: Call, names: Any) -> dict[str, Any]:
        self.polls += 1
        status = "IN_PROGRESS" if self.polls % 2 else "SUCCEEDED"
        match call[1]:
            case "/v1/vendors":
                return {"vendors": [{"id": each} for each in self.vendors]}
            case "/v1/skills":
                return {"skills": [_summary(*pair) for pair in self.skills.items()]}
            case "/v1/skills/imports/{importId}":
                return self._imported(names["importId"], status)
            case "/v1/skills/{skillId}/status":
                return self._built(self.skills[names["skillId"]], status)
        return self.simulation or _reply("Welcome to Record Shelf.")

    def _imported(self, skill_id: str, status: str) -> dict[str, Any]:
        resource: dict[str, Any] = {"name": "manifest", "status": status}
        if self.import_error and status == "SUCCEEDED":
            status = resource["status"] = "FAILED"
            resource["errors"] = [{"message": self.import_error}]
        skill = {"skillId": skill_id, "resources": [resource]}
        return {"status": status, "skill": skill}

    def _built(self, skill: SimulatedSkill, status: str) -> dict[str, Any]:
        models = {}
        for locale in skill.names:
            error = self.model_errors.get(locale) if status == "SUCCEEDED" else None
            ended = "FAILED" if error else status
            steps: list[dict[str, Any]] = [
                {"name": "LANGUAGE_MODEL_FULL_BUILD", "status": ended}
            ]
            if error:
                steps[0]["errors"] = [{"message": error}]
            last = {"status": ended, "buildDetails": {"steps": steps}}
            models[locale] = {"lastUpdateRequest": last}
        return {
            "manifest": {"lastUpdateRequest": {"status": status}},
            "interactionModel": models,
        }

    def _unpack(self, skill: SimulatedSkill) -> None:
        skill.files = dict(_unpacked(self.uploads[-1]))
        listings = json.loads(skill.files["skill.json"])["manifest"][
            "publishingInformation"
        ]["locales"]
        skill.names = {locale: each["name"] for locale, each in listings.items()}

    def _refuse(self, request: web.Request, refusal: Refusal) -> web.Response:
        if refusal.status == 0:
            assert request.transport
            request.transport.abort()
        return web.json_response(
            {"message": refusal.message},
            status=refusal.status or 500,
            headers=refusal.headers,
        )

    def _answer(
        self,
        operation: dict[str, Any],
        status: int,
        answer: Any,
        headers: dict[str, str] | None = None,
    ) -> web.Response:
        described = operation["responses"][str(status)]
        assert set(headers or {}) <= set(described.get("headers", {}))
        if "schema" not in described:
            assert answer is None
            return web.Response(status=status, headers=headers)
        check(answer, described["schema"])
        return web.json_response(answer, status=status, headers=headers)

    async def renew(self, request: web.Request) -> web.Response:
        """Login with Amazon: an access token for a refresh token."""
        form = dict(await request.post())
        assert form.pop("grant_type") == "refresh_token"
        wanted = {
            "client_id": "lwa-client",
            "client_secret": CLIENT_SECRET,
            "refresh_token": REFRESH_TOKEN,
        }
        if form != wanted:
            return web.json_response({"error": "invalid_grant"}, status=400)
        token = f"Atza|renewed-{len(self.tokens)}"
        self.tokens = {token}
        return web.json_response({"access_token": token, "expires_in": 3600})


def _summary(skill_id: str, skill: SimulatedSkill) -> dict[str, Any]:
    return {"skillId": skill_id, "stage": "development", "nameByLocale": skill.names}


def _reply(caption: str) -> dict[str, Any]:
    """A simulation in which the skill was called and said `caption`."""
    response = {"type": "Speech", "content": {"caption": caption}}
    return {
        "id": "simulation-1",
        "status": "SUCCESSFUL",
        "result": {
            "skillExecutionInfo": {"invocations": [{"metrics": {}}]},
            "alexaExecutionInfo": {"alexaResponses": [response]},
        },
    }


@cache
def _unpacked(package: bytes) -> Mapping[str, bytes]:
    """Return the files of a ZIP; most uploads of a test run are the same one."""
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _check_request(
    operation: dict[str, Any], request: web.Request, body: object
) -> None:
    parameters = operation["parameters"]
    query = {each["name"]: each for each in parameters if each["in"] == "query"}
    assert set(request.query) <= set(query)
    required = {name for name, each in query.items() if each.get("required")}
    assert required <= set(request.query)
    schemas = [each["schema"] for each in parameters if each["in"] == "body"]
    assert (body is not None) == bool(schemas)
    for schema in schemas:
        check(body, schema)


@asynccontextmanager
async def serving_amazon() -> AsyncIterator[Amazon]:
    amazon, app = Amazon(), web.Application(client_max_size=2**24)

    def add(method: str, template: str, path: str) -> None:
        async def handle(request: web.Request) -> web.StreamResponse:
            return await amazon.serve(request, (method, template))

        app.router.add_route(method, path, handle)

    for template, operations in SPEC["paths"].items():
        for method in operations:
            path = re.sub(r"\{(\w+)\}", r"{\1}", template)
            add(method.upper(), template, path)
    add("PUT", "/upload", "/upload")
    app.router.add_post("/auth/o2/token", amazon.renew)
    async with TestServer(app) as server:
        amazon.url = str(server.make_url("/")).rstrip("/")
        yield amazon


def in_turn(*refusals: Refusal, times: int = 1) -> list[Refusal]:
    return list(itertools.chain.from_iterable(itertools.repeat(refusals, times)))
