"""Publishing, against a stand-in of Amazon that is made of Amazon's description."""

import asyncio
import io
import json
import signal
from collections.abc import AsyncIterator, Callable, Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

from service.commands.publish.command import Surroundings, main, typed
from service.commands.publish.steps import SkillPackage
from tests.service.commands.publish.amazon import (
    CLIENT_SECRET,
    CREATE,
    ENABLE,
    IMPORT,
    LINK,
    LIST,
    REFRESH_TOKEN,
    SIMULATE,
    SKILL,
    STATUS,
    UPLOAD,
    VENDOR,
    Amazon,
    Refusal,
    SimulatedSkill,
    serving_amazon,
)
from tests.service.running import now

OURS = SKILL.format(9)
NAMES = {
    locale: listing["name"]
    for locale, listing in json.loads(
        Path("skill-package/skill.json").read_text(encoding="utf-8")
    )["manifest"]["publishingInformation"]["locales"].items()
}
URL = "https://shelf.fly.dev"
SECRETS = ("spotify-hush", "Atza|good", REFRESH_TOKEN, CLIENT_SECRET, "signature=")


class Ran(NamedTuple):
    code: int
    out: str
    err: str


@dataclass
class Desk:
    """A person who publishes: settings, what is typed, and how long is waited."""

    amazon: Amazon
    home: Path
    environ: dict[str, str]
    typed: Iterator[str] = field(default_factory=lambda: iter(()))
    questions: int = 0
    pauses: list[float] = field(default_factory=list)

    def answer(self, question: str) -> str:
        assert "do it?" in question
        self.questions += 1
        try:
            return next(self.typed)
        except StopIteration:
            raise EOFError from None

    async def pause(self, seconds: float) -> None:
        self.pauses.append(seconds)

    async def run(self, *arguments: str, **changes: str) -> Ran:
        out, err = io.StringIO(), io.StringIO()
        surroundings = Surroundings(self.answer, self.pause, now)
        environ = {k: v for k, v in (self.environ | changes).items() if v}
        code = await asyncio.to_thread(main, arguments, environ, out, err, surroundings)
        ran = Ran(code, out.getvalue(), err.getvalue())
        assert not [each for each in SECRETS if each in ran.out + ran.err]
        assert "Traceback" not in ran.err
        return ran


_compress = SkillPackage.zipped


@cache
def _zipped(files: tuple[tuple[str, bytes], ...]) -> bytes:
    """Return a package's ZIP, compressed once: that takes longer than publishing."""
    return _compress(SkillPackage(dict(files)))


@pytest.fixture
async def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Desk]:
    monkeypatch.setattr(
        SkillPackage, "zipped", lambda self: _zipped(tuple(self.files.items()))
    )
    async with serving_amazon() as amazon:
        yield Desk(
            amazon,
            tmp_path,
            {
                "HOME": str(tmp_path),
                "PUBLIC_URL": URL,
                "SPOTIFY_CLIENT_ID": "an-id",
                "SPOTIFY_CLIENT_SECRET": "spotify-hush",
                "ASK_ACCESS_TOKEN": "Atza|good",
                "ASK_SMAPI_SERVER_BASE_URL": amazon.url,
                "ASK_LWA_TOKEN_HOST": amazon.url,
            },
        )


@pytest.fixture
def with_skill(desk: Desk) -> Desk:
    desk.amazon.skills[OURS] = SimulatedSkill(NAMES)
    desk.environ["SKILL_ID"] = OURS
    return desk


async def test_a_first_skill_is_made_and_answers(desk: Desk) -> None:
    desk.typed = iter("yyyyy")
    ran = await desk.run()
    assert (ran.code, ran.err, desk.questions) == (0, "", 4)
    ((skill_id, skill),) = desk.amazon.skills.items()
    manifest = json.loads(skill.files["skill.json"])["manifest"]
    assert manifest["apis"]["custom"]["endpoint"]["uri"] == f"{URL}/alexa"
    assert len(skill.names) == 11
    assert skill.linking
    assert skill.linking["clientSecret"] == "spotify-hush"
    assert skill.enabled
    assert desk.amazon.said == ["open record shelf"]
    assert "it answers: Welcome to Record Shelf." in ran.out
    assert f"https://layla.amazon.com/api/skill/link/{VENDOR}" in ran.out
    assert f"in SKILL_ID ({skill_id})" in ran.out


async def test_a_skill_is_found_by_its_name_and_changed(desk: Desk) -> None:
    desk.amazon.skills[OURS] = SimulatedSkill({"en-US": "Record Shelf"})
    desk.amazon.skills[SKILL.format(8)] = SimulatedSkill({"en-US": "Another"})
    ran = await desk.run("--yes", "--locale", "ja-JP")
    assert (ran.code, desk.questions, len(desk.amazon.skills)) == (0, 0, 2)
    assert desk.amazon.said == ["レコードの棚を開いて"]
    assert [call for call in desk.amazon.changes() if call == IMPORT]


@pytest.mark.parametrize("known", [True, False])
async def test_a_dry_run_changes_nothing(desk: Desk, *, known: bool) -> None:
    if known:
        desk.amazon.skills[OURS] = SimulatedSkill({"en-US": "Record Shelf"})
    ran = await desk.run("--dry-run")
    assert (ran.code, desk.amazon.changes(), desk.questions) == (0, [], 0)
    assert ran.out.count("would ") == 4
    assert (f"would replace the package of {OURS}" in ran.out) == known
    assert ran.out.endswith("nothing was changed\n")


async def test_no_leaves_a_step_out_and_quit_ends(with_skill: Desk) -> None:
    with_skill.typed = iter(["what?", "n", "No", "yes", "q"])
    ran = await with_skill.run()
    assert (ran.code, with_skill.amazon.changes()) == (1, [ENABLE])
    assert ran.out.endswith("stopped: nothing more is changed\n")


async def test_the_end_of_the_input_is_no_yes(desk: Desk) -> None:
    assert (await desk.run()).code == 1
    assert desk.amazon.changes() == []
    desk.typed = iter("n")
    ran = await desk.run()
    assert (ran.code, desk.amazon.changes()) == (1, [])
    assert "without a skill" in ran.out


async def test_an_interrupt_ends_the_run(desk: Desk) -> None:
    def press(key: str) -> str:
        if key == "^C":
            raise KeyboardInterrupt
        return key

    desk.typed = map(press, ["^C"])
    ran = await desk.run()
    assert (ran.code, desk.amazon.changes()) == (1, [])
    assert ran.out.endswith("stopped: nothing more is changed\n")


def test_an_interrupt_at_a_question_is_not_put_off(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    noted: list[int] = []
    before = signal.signal(signal.SIGINT, lambda number, _: noted.append(number))
    monkeypatch.setattr("builtins.input", lambda _: signal.raise_signal(signal.SIGINT))
    try:
        with pytest.raises(KeyboardInterrupt):
            typed("do it?")
        signal.raise_signal(signal.SIGINT)
    finally:
        signal.signal(signal.SIGINT, before)
    assert noted == [signal.SIGINT]  # as before the question


async def test_busy_and_broken_moments_pass(with_skill: Desk) -> None:
    refusals = with_skill.amazon.refusals
    refusals[UPLOAD] = [Refusal(503)]
    refusals[IMPORT] = [Refusal(409), Refusal(500), Refusal(0)]
    refusals[LINK] = [Refusal(429, headers={"Retry-After": "7"})]
    refusals[STATUS] = [Refusal(502)]
    ran = await with_skill.run("--yes")
    assert (ran.code, ran.err) == (0, "")
    waited = [seconds for seconds in with_skill.pauses if seconds != 5.0]
    assert waited == [2.0, 2.0, 4.0, 8.0, 7.0, 2.0]


def _lasting(call: tuple[str, str], refusal: Refusal) -> Callable[[Amazon], None]:
    return lambda amazon: amazon.refusals[call].extend([refusal] * 5)


def _setting(**changes: object) -> Callable[[Amazon], None]:
    def change(amazon: Amazon) -> None:
        for name, value in changes.items():
            setattr(amazon, name, value)

    return change


SILENT = {"id": "1", "status": "FAILED", "result": {"error": {"message": "Timed out."}}}
ELSEWHERE = {
    "id": "1",
    "status": "SUCCESSFUL",
    "result": {
        "alexaExecutionInfo": {
            "alexaResponses": [{"content": {"caption": "Here is a station."}}]
        }
    },
}
BAD_SAMPLE = "Sample utterance 'x' is not unique."
PLAIN = "the same sample stands in two places; leave it in one of them"
FAILURES: dict[str, tuple[Callable[[Amazon], None], str, str]] = {
    "another change": (
        _lasting(IMPORT, Refusal(409, "Busy.")),
        "another change of this skill is under way: Busy.",
        "wait some minutes",
    ),
    "too many calls": (
        _lasting(LINK, Refusal(429)),
        "Amazon takes no more calls for now",
        "wait some minutes",
    ),
    "a build fails": (
        _setting(model_errors={"de-DE": BAD_SAMPLE, "fr-FR": BAD_SAMPLE}),
        f'  de-DE: {PLAIN} (Amazon says: "{BAD_SAMPLE}")\n  fr-FR: {PLAIN}',
        "correct the models of these locales",
    ),
    "an import fails": (
        _setting(import_error="The icon is too small."),
        "Amazon refuses the package\n  manifest: an icon is not as Amazon wants it",
        "correct skill-package/",
    ),
    "an expired token": (
        _setting(tokens={"another"}),
        "does not accept the access token (any more): Token *** is bad.",
        "ask smapi get-vendor-list",
    ),
    "no right": (_lasting(ENABLE, Refusal(403)), "may not do that", "--profile"),
    "no such skill": (_setting(skills={}), "knows no such skill", "correct SKILL_ID"),
    "a bad request": (
        _lasting(LINK, Refusal(400, "Wrong url, secret spotify-hush.")),
        "Amazon refuses the call: Wrong url, secret ***.",
        "correct what it names",
    ),
    "Amazon is broken": (_lasting(STATUS, Refusal(500)), "service fails", "later"),
    "the network is away": (
        _lasting(SIMULATE, Refusal(0)),
        "Amazon does not answer",
        "this machine's network",
    ),
    "no upload": (
        _lasting(UPLOAD, Refusal(403)),
        "the package could not be uploaded",
        "run this again",
    ),
    "the skill is silent": (
        _setting(simulation=SILENT),
        "the skill did not answer\n  Timed out.",
        "python -m service doctor",
    ),
    "Alexa answers herself": (
        _setting(simulation=ELSEWHERE),
        "without calling the skill: Here is a station.",
        "enable the skill for testing",
    ),
    "several vendors": (
        _setting(vendors=["M2", "M1"]),
        "several vendor ids: M1, M2",
        "ALEXA_VENDOR_ID",
    ),
    "no vendor": (_setting(vendors=[]), "has no vendor id", "developer.amazon.com"),
    "never done": (
        _setting(simulation={"id": "1", "status": "IN_PROGRESS"}),
        "simulation has not ended after 2 minutes",
        "run this again later",
    ),
}


@pytest.mark.parametrize("name", FAILURES)
async def test_a_failure_is_told_in_plain_words_with_a_cure(
    with_skill: Desk, name: str
) -> None:
    break_it, words, cure = FAILURES[name]
    break_it(with_skill.amazon)
    ran = await with_skill.run("--yes")
    assert ran.code == 1
    what, _, told_cure = ran.err.partition("\nCure: ")
    assert words in what
    assert cure in told_cure
    assert ran.err.endswith(".\n")
    # What was mended goes on where it was.
    with_skill.amazon.refusals.clear()
    _setting(model_errors={}, import_error="", simulation={}, vendors=[VENDOR])(
        with_skill.amazon
    )
    with_skill.amazon.tokens.add("Atza|good")
    with_skill.amazon.skills[OURS] = SimulatedSkill({"en-US": "Record Shelf"})
    assert (await with_skill.run("--yes")).code == 0


async def test_a_skill_is_never_made_twice(desk: Desk) -> None:
    """Without an answer nobody knows whether it was made: the next run finds it."""
    desk.amazon.refusals[CREATE] = [Refusal(0)]
    assert (await desk.run("--yes")).code == 1
    assert desk.amazon.calls.count(CREATE) == 1
    desk.amazon.refusals[CREATE] = [Refusal(409), Refusal(429)]
    assert (await desk.run("--yes")).code == 0
    assert desk.amazon.calls.count(CREATE) == 4


async def test_a_failed_import_names_the_skill_that_it_made(desk: Desk) -> None:
    desk.amazon.import_error = BAD_SAMPLE
    ran = await desk.run("--yes")
    (skill_id,) = desk.amazon.skills
    assert ran.code == 1
    assert f"has made the skill {skill_id} without it\n  manifest: {PLAIN}" in ran.err
    assert f"with --skill-id {skill_id}, so that no second skill is made" in ran.err
    desk.amazon.import_error = ""
    assert (await desk.run("--yes", "--skill-id", skill_id)).code == 0
    assert list(desk.amazon.skills) == [skill_id]


@pytest.mark.parametrize(
    ("present", "code", "words"),
    [
        ({}, 1, f"{OURS} has no package yet"),
        ({"en-US": "Record Shelf"}, 0, "not there, not waited for: de-DE en-AU"),
    ],
)
async def test_without_an_upload_nothing_is_waited_for(
    desk: Desk, present: dict[str, str], code: int, words: str
) -> None:
    desk.amazon.skills[OURS] = SimulatedSkill(present)
    desk.typed = iter("nnnn")
    ran = await desk.run("--skill-id", OURS)
    assert (ran.code, words in ran.out + ran.err) == (code, True)
    assert desk.amazon.changes() == []
    assert len(desk.pauses) <= 1  # a build that is under way


async def test_several_skills_of_one_name_are_told(desk: Desk) -> None:
    for number in (3, 4):
        desk.amazon.skills[SKILL.format(number)] = SimulatedSkill(
            {"en-US": "Record Shelf"}
        )
    ran = await desk.run("--yes")
    assert (ran.code, desk.amazon.changes()) == (1, [])
    assert f"{SKILL.format(3)}, {SKILL.format(4)}" in ran.err
    assert (await desk.run("--yes", "--skill-id", SKILL.format(4))).code == 0
    assert desk.amazon.calls.count(LIST) == 1


async def test_a_refresh_token_brings_new_access_tokens(with_skill: Desk) -> None:
    renewing = {
        "ASK_ACCESS_TOKEN": "",
        "ASK_REFRESH_TOKEN": REFRESH_TOKEN,
        "ASK_LWA_CLIENT_ID": "lwa-client",
        "ASK_LWA_CLIENT_CONFIRMATION": CLIENT_SECRET,
    }
    with_skill.amazon.refusals[STATUS] = [Refusal(401)]  # an hour has passed
    assert (await with_skill.run("--yes", **renewing)).code == 0
    ran = await with_skill.run("--yes", **renewing | {"ASK_LWA_CLIENT_ID": "other"})
    assert ran.code == 1
    assert "does not accept the refresh token or its client" in ran.err
