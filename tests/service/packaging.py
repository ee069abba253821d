"""Runs the packager, and spoils what it packs."""

import io
from pathlib import Path

from service.commands.skill_package import main, public_endpoint

ADDRESS = public_endpoint("https://shelf-1.a.run.app")


def run(
    out: Path, url: str | None = ADDRESS.url, *more: str, **environ: str
) -> tuple[int, str, str]:
    """The exit code, what was said, and what was complained of."""
    said, complained = io.StringIO(), io.StringIO()
    settings = {"PUBLIC_URL": url or "", **environ}
    code = main(["--out", str(out), *more], settings, said, complained)
    return code, said.getvalue(), complained.getvalue()


def change(source: Path, text: str, other: str) -> None:
    """Something else in skill.json."""
    file = source / "skill.json"
    told = file.read_text(encoding="utf-8")
    assert text in told
    file.write_text(told.replace(text, other), encoding="utf-8")
