"""Taste database: who plays which artist, collected on disk in bounded memory.

Plays are added in any order, and the same plays give the same result in any order.
Listeners are kept as hashes alone, and the database is deleted after the build.
"""

import sqlite3
from array import array
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b
from itertools import groupby
from operator import itemgetter
from typing import Self

from providers.name_matching.normalization import artist_match_key
from providers.recommender.ranking.similar_artists import ArtistNames
from service.commands.neighbours.play_counts import Plays

PENDING = 500_000  # pairs of listener and spelling that wait in memory: about 150 MB

MOST_LISTENERS = 250_000  # more are left out by their hash, which bounds the memory

_SCHEMA = """
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
PRAGMA cache_size = -65536;
CREATE TABLE spelling (id INTEGER PRIMARY KEY, name TEXT, mbid TEXT, spotify_id TEXT);
CREATE TABLE play (listener INTEGER, spelling INTEGER, plays INTEGER,
    PRIMARY KEY (listener, spelling)) WITHOUT ROWID;
"""

_ADD = """
INSERT INTO play VALUES (?, ?, ?)
ON CONFLICT DO UPDATE SET plays = plays + excluded.plays
"""

# An artist is a MusicBrainz id, else a Spotify id, else a name's key.
#
# A key belongs to the artist with whom it is tagged most, if it is tagged so by at
# least a tenth of those who play it (fewer are slips) and hardly ever (a fifth) as
# another artist. Untagged plays of a key go to its artist; of a key that two artists
# share more evenly they go nowhere, and the key finds neither.
_RESOLVE = """
CREATE TABLE named AS
SELECT id AS spelling, match_key(name) AS key, name, mbid, spotify_id, listeners,
    CASE WHEN mbid <> '' THEN 'mbid:' || mbid
         WHEN spotify_id <> '' THEN 'spotify:' || spotify_id END AS tagged
FROM spelling JOIN (SELECT spelling AS heard, COUNT(*) AS listeners FROM play
    GROUP BY spelling) ON id = heard;

CREATE TABLE owner (key TEXT PRIMARY KEY, artist TEXT) WITHOUT ROWID;
INSERT INTO owner
WITH claim AS (SELECT key, tagged, SUM(listeners) AS listeners,
        SUM(SUM(listeners)) OVER (PARTITION BY key) AS everybody
        FROM named GROUP BY key, tagged),
    serious AS (SELECT key, tagged, listeners,
        SUM(listeners) OVER (PARTITION BY key) AS together,
        ROW_NUMBER() OVER (PARTITION BY key ORDER BY listeners DESC, tagged) AS place
        FROM claim WHERE tagged IS NOT NULL AND listeners * 10 >= everybody)
SELECT key, CASE WHEN listeners * 5 >= together * 4 THEN tagged END
FROM serious WHERE place = 1;
INSERT OR IGNORE INTO owner SELECT DISTINCT key, 'name:' || key FROM named;

CREATE TABLE artist (id INTEGER PRIMARY KEY, identity TEXT UNIQUE);
INSERT INTO artist (identity)
SELECT DISTINCT COALESCE(tagged, artist) AS identity FROM named JOIN owner USING (key)
WHERE identity IS NOT NULL ORDER BY identity;

CREATE TABLE credit (spelling INTEGER PRIMARY KEY, artist INTEGER);
INSERT INTO credit
SELECT spelling, id FROM named JOIN owner USING (key)
JOIN artist ON identity = COALESCE(tagged, owner.artist);

CREATE TABLE taste (listener INTEGER, artist INTEGER, plays INTEGER,
    PRIMARY KEY (listener, artist)) WITHOUT ROWID;
INSERT INTO taste
SELECT listener, artist, SUM(plays) FROM play JOIN credit USING (spelling)
GROUP BY listener, artist;
"""

# Artists whom neither a name nor a Spotify id finds are of no use to the skill.
_KEEP = """
CREATE TABLE kept AS
SELECT ROW_NUMBER() OVER (ORDER BY COUNT(*) DESC, identity) - 1 AS number,
    artist.id AS artist, identity
FROM taste JOIN artist ON taste.artist = artist.id
WHERE identity IN (SELECT artist FROM owner WHERE artist IS NOT NULL)
    OR artist.id IN (SELECT credit.artist FROM credit JOIN named USING (spelling)
        WHERE spotify_id <> '')
GROUP BY artist.id HAVING COUNT(*) >= :least
ORDER BY number LIMIT :most
"""

_SPELLINGS = """
SELECT number, name, mbid, spotify_id, owner.artist = identity AS owns, key
FROM kept JOIN credit USING (artist) JOIN named USING (spelling) JOIN owner USING (key)
ORDER BY number, listeners DESC, name, mbid, spotify_id
"""

_LISTS = """
SELECT listener, number FROM (
    SELECT listener, number, ROW_NUMBER() OVER
        (PARTITION BY listener ORDER BY plays DESC, number) AS place
    FROM taste JOIN kept USING (artist))
WHERE place <= :most ORDER BY listener, number
"""


@dataclass(frozen=True, slots=True)
class KnownArtist:
    """An artist of the database: the names and the keys that lead to it."""

    names: ArtistNames
    keys: tuple[str, ...]


class TasteDatabase:
    """Plays of artists by listeners, in a SQLite database.

    `path` is a file that does not exist yet, or `:memory:`. At most about 300 MB of
    memory are used, however many plays there are. Close it in the end.
    """

    def __init__(self, path: str) -> None:
        self._connection = sqlite3.connect(path, isolation_level=None)
        try:
            self._connection.executescript(_SCHEMA)
        except sqlite3.Error:
            self._connection.close()
            raise
        match_key = artist_match_key
        self._connection.create_function("match_key", 1, match_key, deterministic=True)
        self._plays: dict[tuple[int, int], int] = {}
        self._spellings: dict[int, tuple[str, str, str]] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_exception: object) -> None:
        self._connection.close()

    def add(self, all_plays: Iterable[Plays]) -> None:
        """Add plays; those of the same listener and artist are summed."""
        for listener, artist, plays, mbid, spotify_id in all_plays:
            spelling = _hash(f"{artist}\t{mbid}\t{spotify_id}")
            pair = _hash(listener), spelling
            self._plays[pair] = self._plays.get(pair, 0) + plays
            self._spellings[spelling] = artist, mbid, spotify_id
            if len(self._plays) >= PENDING:
                self._flush()
        self._flush()

    def _flush(self) -> None:
        execute, many = self._connection.execute, self._connection.executemany
        execute("BEGIN")
        rows = ((id_, *texts) for id_, texts in self._spellings.items())
        many("INSERT OR IGNORE INTO spelling VALUES (?, ?, ?, ?)", rows)
        many(_ADD, sorted((*pair, plays) for pair, plays in self._plays.items()))
        execute("COMMIT")
        self._spellings.clear()
        self._plays.clear()

    def listeners(self) -> int:
        """Return how many listeners there are."""
        query = "SELECT COUNT(DISTINCT listener) FROM play"
        found: int = self._connection.execute(query).fetchone()[0]
        return found

    def resolve(self, *, least_listeners: int, most_artists: int) -> None:
        """Decide who the artists are, and keep the best known ones.

        Only artists with `least_listeners` are kept, and at most `most_artists`.
        Listeners beyond `MOST_LISTENERS` are removed first.
        """
        query = "SELECT DISTINCT listener FROM play ORDER BY listener LIMIT 1 OFFSET ?"
        if first_left_out := self._connection.execute(
            query, (MOST_LISTENERS,)
        ).fetchone():
            self._connection.execute(
                "DELETE FROM play WHERE listener >= ?", first_left_out
            )
        self._connection.executescript(_RESOLVE)
        limits = {"least": least_listeners, "most": most_artists}
        self._connection.execute(_KEEP, limits)

    def artists(self) -> Iterator[KnownArtist]:
        """Yield the artists that were kept, the best known first.

        A name is in the spelling that most listeners have.
        """
        rows = self._connection.execute(_SPELLINGS)
        for _, of_one in groupby(rows, key=itemgetter(0)):
            _, names, mbids, spotify_ids, owned, keys = zip(*of_one, strict=True)
            mbid, spotify_id = map(_first, (mbids, spotify_ids))
            found = [key for key, owns in zip(keys, owned, strict=True) if owns]
            known = ArtistNames(names[0], mbid, spotify_id)
            yield KnownArtist(known, tuple(dict.fromkeys(found)))

    def lists(self, *, most: int) -> Iterator["array[int]"]:
        """Yield each listener's artists as numbers: the `most` played ones."""
        rows = self._connection.execute(_LISTS, {"most": most})
        for _, of_one in groupby(rows, key=itemgetter(0)):
            yield array("I", map(itemgetter(1), of_one))


def _first(texts: Iterable[str]) -> str | None:
    return next(filter(None, texts), None)


@lru_cache(100_000)
def _hash(text: str) -> int:
    digest = blake2b(text.encode(), digest_size=8).digest()
    return int.from_bytes(digest, "little") >> 1  # SQLite's integers have a sign
