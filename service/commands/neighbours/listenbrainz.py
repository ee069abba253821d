"""ListenBrainz dumps: listens as lines of JSON, in an archive or by themselves.

A dump is a tar archive with a file `listens/YEAR/MONTH.listens` for each month, and
each line of those is one listen.
https://listenbrainz.readthedocs.io/en/latest/users/listenbrainz-dumps.html
https://listenbrainz.readthedocs.io/en/latest/users/json.html
"""

import tarfile
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any

import msgspec

from service.commands.neighbours.play_counts import (
    BadInput,
    FileReport,
    Plays,
    clean_mbid,
    clean_name,
    lines,
    open_decompressed,
)

# Fields of `additional_info` that say where a listen comes from. ListenBrainz' own
# import from Spotify sets `music_service` to spotify.com and `origin_url`; before 2022
# it set `listening_from` to spotify.
_SOURCES = (
    "music_service",
    "music_service_name",
    "listening_from",
    "media_player",
    "submission_client",
    "origin_url",
)


class TrackMetadata(msgspec.Struct):
    """What was played. `additional_info` holds whatever its sender put there."""

    artist_name: str
    additional_info: dict[str, Any] | None = None


class Listen(msgspec.Struct):
    """One listen. Dumps have the user's name, the user's number, or both."""

    track_metadata: TrackMetadata
    user_name: str | None = None
    user_id: int | str | None = None


_decoder = msgspec.json.Decoder(Listen)


def read_dump(
    file: Path, report: FileReport, *, include_spotify: bool = False
) -> Iterator[Plays]:
    """Yield one `Plays` for each listen of a dump, or of one of its `.listens` files.

    Listens from Spotify are left out unless `include_spotify`. Raise `BadInput`.
    """
    with open_decompressed(file) as stream:
        for part, content in _parts(stream, file):
            for number, line in lines(content, file):
                if line.isspace():
                    continue
                report.count()
                place = f"line {number} of {part}"
                yield from _plays(line, place, report, include_spotify=include_spotify)


def _parts(stream: IO[bytes], file: Path) -> Iterator[tuple[str, IO[bytes]]]:
    """Yield the name and the content of each `.listens` file."""
    if stream.peek(1)[:1] == b"{":  # type: ignore[attr-defined]
        yield file.name, stream
        return
    found = False
    try:
        with tarfile.open(fileobj=stream, mode="r|") as archive:
            for member in archive:
                content = archive.extractfile(member) if member.isfile() else None
                if content is not None and member.name.endswith(".listens"):
                    found = True
                    yield Path(member.name).name, content
    except tarfile.TarError as error:
        what = "is no whole dump of listens, and no .listens file"
        raise BadInput(f"{file}: {what} ({error})") from error
    if not found:
        raise BadInput(f"{file}: is an archive without .listens files")


def _plays(
    line: bytes, place: str, report: FileReport, *, include_spotify: bool
) -> Iterator[Plays]:
    try:
        listen = _decoder.decode(line)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        report.refuse(place, f"is no listen ({type(error).__name__})")
        return
    track = listen.track_metadata
    info = track.additional_info or {}
    listener = listen.user_name or listen.user_id
    if not include_spotify and b"potify" in line and is_from_spotify(info):
        report.from_spotify += 1
    elif listener is None or not track.artist_name.strip():
        report.refuse(place, "names no listener or no artist")
    elif name := clean_name(track.artist_name):
        yield Plays(str(listener), name, 1, _only_mbid(info.get("artist_mbids")))


def is_from_spotify(info: dict[str, Any]) -> bool:
    """Return whether a listen's `additional_info` has any mark of Spotify."""
    return any(field.startswith("spotify") for field in info) or any(
        "spotify" in str(info.get(field)).lower() for field in _SOURCES
    )


def _only_mbid(mbids: object) -> str:
    """Return the artist's MusicBrainz id; empty where several artists are credited.

    Old dumps have one text with commas instead of a list.
    """
    if isinstance(mbids, str):
        mbids = mbids.split(",")
    if not isinstance(mbids, list) or len(mbids) != 1:
        return ""
    return clean_mbid(str(mbids[0]).strip())
