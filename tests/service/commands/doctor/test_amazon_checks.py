"""The corners of looking at the skill package."""

from pathlib import Path

from service.commands.doctor import amazon_checks
from service.commands.doctor.report import CheckContext, Severity
from tests.service.commands.doctor.contexts import SKILL, context
from tests.service.commands.doctor.installation import Installation
from tests.service.https_bucket import Identity, serving
from tests.service.running import now


async def test_the_package_says_another_kind_of_certificate(
    tmp_path: Path, installation: Installation
) -> None:
    async with serving(tmp_path, Identity("localhost")) as bucket:
        url = f"https://localhost:{bucket.port}"
        installation.point_package_at(url)
        skill = installation.skill()
        custom = skill["manifest"]["apis"]["custom"]
        custom["endpoint"]["sslCertificateType"] = "Wildcard"
        installation.write(skill)
        environ = installation.environ | {"PUBLIC_URL": url}
        there = CheckContext.of(
            environ, installation.package, now, bucket.client_context()
        )
        found = await amazon_checks.public_url(there)
    assert [one.check for one in found] == ["certificate", "public_url"]
    assert '"sslCertificateType": "Trusted"' in found[0].cure


async def test_a_package_that_is_not_there(tmp_path: Path) -> None:
    (found,) = await amazon_checks.package(context(tmp_path))
    assert found.severity is Severity.WARNING
    assert amazon_checks.endpoints_at(tmp_path, "https://x") == []


async def test_the_template_is_nobodys_package(installation: Installation) -> None:
    installation.point_package_at("https://record-shelf.example.com")
    (found,) = await installation.findings(offline=True)
    assert (found.check, found.severity) == ("endpoint", Severity.INFO)
    assert "skill-package --out" in found.cure


async def test_regions_are_endpoints_too(installation: Installation) -> None:
    skill = installation.skill()
    skill["manifest"]["apis"]["custom"]["regions"] = {
        "EU": {"endpoint": {"uri": "https://eu.example/alexa"}}
    }
    installation.write(skill)
    (found,) = await installation.findings(offline=True)
    assert found.check == "endpoint"


async def test_links_to_pages_elsewhere(installation: Installation) -> None:
    skill = installation.skill()
    links = skill["manifest"]["privacyAndCompliance"]["locales"]["en-US"]
    links["privacyPolicyUrl"] = "https://elsewhere.example/privacy"
    installation.write(skill)
    (found,) = await installation.findings(offline=True)
    assert (found.check, found.severity) == ("endpoint", Severity.WARNING)


async def test_a_model_without_a_listing(installation: Installation) -> None:
    models = installation.package / "interactionModels" / "custom"
    (models / "de-DE.json").write_text("{}")
    (found,) = await installation.findings(offline=True)
    assert found.message == "de-DE: an interaction model and no listing"


async def test_the_skill_that_was_deployed_is_another(
    installation: Installation,
) -> None:
    noted = installation.package.parent / ".ask"
    noted.mkdir()
    file = noted / "ask-states.json"
    file.write_text('{"profiles": {"default": {"skillId": "amzn1.ask.skill.other"}}}')
    (found,) = await installation.findings(offline=True)
    assert found.check == "skill_id"
    assert "other" not in found.message
    file.write_text(f'{{"profiles": {{"default": {{"skillId": "{SKILL}"}}}}}}')
    assert await installation.findings(offline=True) == []
    file.write_text("[]")
    assert await installation.findings(offline=True) == []
