"""`python -m service skill-package --out DIR`: what Amazon is told, for these settings.

The package in `skill-package/` is complete but for the addresses of this installation.
"""

import argparse
import copy
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, TextIO, get_args

from service.cures import told
from service.settings import read
from service.skill_endpoint import Address, CertificateType, UnfitAddress, address_of

SOURCE = Path(__file__).parents[1] / "skill-package"
UNUSABLE = 2
_MODELS = "interactionModels/custom"
_ICONS = ("smallIconUri", "largeIconUri")
_INSIDE = "file://"


class IncompletePackage(Exception):
    """The source is no whole package; the text names what is missing."""


class OccupiedFolder(Exception):
    """The folder holds something that is not the package's; the text names it."""


def filled(manifest: Mapping[str, Any], address: Address) -> dict[str, Any]:
    """The manifest with this installation's endpoint and legal pages.

    https://developer.amazon.com/docs/alexa/smapi/skill-manifest.html
    """
    told = copy.deepcopy(dict(manifest))
    told["apis"]["custom"]["endpoint"] = address.endpoint
    told["events"]["endpoint"] = address.endpoint
    told["privacyAndCompliance"]["locales"] = {
        locale: {
            "privacyPolicyUrl": f"{address.url}/privacy?lang={locale}",
            "termsOfUseUrl": f"{address.url}/terms?lang={locale}",
        }
        for locale in told["publishingInformation"]["locales"]
    }
    return told


def contents(source: Path, address: Address) -> dict[str, bytes]:
    """Every file of the package by its path: the manifest, and what it speaks of.

    Anything else that lies in the folder stays behind. Raises `IncompletePackage`.
    """
    try:
        manifest = json.loads((source / "skill.json").read_bytes())["manifest"]
        files = [
            path
            for locale, listing in manifest["publishingInformation"]["locales"].items()
            for path in _files(locale, listing)
        ]
        whole = filled(manifest, address)
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as trouble:
        raise IncompletePackage(f"skill.json cannot be used: {trouble!r}") from trouble
    text = json.dumps({"manifest": whole}, ensure_ascii=False, indent=2) + "\n"
    return {"skill.json": text.encode()} | {one: _bytes(source, one) for one in files}


def write(files: Mapping[str, bytes], out: Path) -> None:
    """Writes them below `out`; raises `OccupiedFolder` before anything is touched.

    What Amazon's tool sends away is the whole folder, so nothing else may be in it.
    """
    if out.exists() and not out.is_dir():
        raise OccupiedFolder(f"{out} is not a folder")
    there = {one.relative_to(out).as_posix() for one in out.rglob("*") if one.is_file()}
    if strangers := sorted(there - set(files)):
        raise OccupiedFolder(f"{out} holds more than the package: {strangers[0]}")
    for path, data in files.items():
        (out / path).parent.mkdir(parents=True, exist_ok=True)
        (out / path).write_bytes(data)


def main(
    arguments: Sequence[str], environ: Mapping[str, str], out: TextIO, err: TextIO
) -> int:
    """Writes the package and says so on `out`; what is wrong, on `err`."""
    options = _parser().parse_args(arguments)
    try:
        address = _address(environ, options.certificate)
        files = contents(SOURCE, address)
        write(files, options.out)
    except UnfitAddress as unfit:
        err.write(told(f"PUBLIC_URL: {unfit}") + "\n")
        return UNUSABLE
    except (IncompletePackage, OccupiedFolder, OSError) as trouble:
        err.write(f"skill-package: {trouble}\n")
        return UNUSABLE
    out.write(_summary(options.out, address, files))
    return 0


def _address(
    environ: Mapping[str, str], certificate: CertificateType | None
) -> Address:
    settings, problems = read(environ)
    for problem in problems:
        name, _, what = problem.partition(": ")
        if name == "PUBLIC_URL":
            raise UnfitAddress(what)
    if settings.public_url is None:
        raise UnfitAddress("is required: the package tells Amazon where to call")
    return address_of(settings.public_url, certificate)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m service skill-package",
        description="Writes the skill package for the service at PUBLIC_URL.",
    )
    parser.add_argument("--out", type=Path, required=True, metavar="DIR")
    parser.add_argument(
        "--certificate",
        choices=get_args(CertificateType),
        help="the kind that PUBLIC_URL shows, if not the one its host suggests",
    )
    return parser


def _files(locale: str, listing: Mapping[str, str]) -> list[str]:
    """The interaction model and the icons of a locale, by their paths."""
    icons = [listing[kind] for kind in _ICONS]
    inside = [one.removeprefix(_INSIDE) for one in icons if one.startswith(_INSIDE)]
    return [f"{_MODELS}/{locale}.json", *inside]


def _bytes(source: Path, path: str) -> bytes:
    if ".." in Path(path).parts:
        raise IncompletePackage(f"{path} is outside the package")
    try:
        return (source / path).read_bytes()
    except OSError:
        raise IncompletePackage(f"{path} is missing") from None


def _summary(out: Path, address: Address, files: Mapping[str, bytes]) -> str:
    locales = sorted(Path(one).stem for one in files if one.startswith(_MODELS))
    endpoint = address.endpoint
    return (
        f"{out}: {len(files)} files for {len(locales)} locales: {' '.join(locales)}\n"
        f"endpoint {endpoint['uri']}, certificate {endpoint['sslCertificateType']}\n"
    )
