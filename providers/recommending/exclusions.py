"""What must not be recommended: owned, just heard, unplayable, or said before."""

from collections.abc import Iterable

from providers.music import Track
from providers.recommending.candidates import Candidate
from providers.recommending.identity import Identities
from providers.recommending.listening import Taste
from providers.recommending.memory import short


def playable(track: Track) -> bool:
    """Music that the service can play here; local files and episodes are not."""
    return bool(
        track.id and track.title and track.playable
        and not (track.local or track.spoken)
    )  # fmt: skip


def owned_or_heard(taste: Taste, identities: Identities) -> frozenset[str]:
    """Songs that are saved, on a known own playlist, or among the last plays."""
    return frozenset(
        identities.key(track)
        for tracks in (
            (save.track for save in taste.saves),
            (play.track for play in taste.plays),
            taste.known,
        )
        for track in tracks
    )


def admissible(
    candidates: Iterable[Candidate], without: frozenset[str], resting: frozenset[str]
) -> list[Candidate]:
    """The candidates that may be said: playable, not in `without`, not `resting`."""
    return [
        candidate
        for candidate in candidates
        if candidate.key not in without
        and playable(candidate.track)
        and not (resting and short(candidate.key) in resting)
    ]
