"""What some of the exhibits mean."""

from datetime import UTC, datetime

from providers import music

AT = datetime(2024, 3, 1, 10, 20, 30, tzinfo=UTC)


PITBULL = music.Artist(
    id="0OdUWJ0sBjDrqHygGUXeCF",
    name="Pitbull",
)


SENSATO = music.Artist(
    id="1vCWHaC5f2uS3yhpwWbIA6",
    name="Sensato",
)


ALBUM = music.Album(
    id="4aawyAB9vmqN3uQ7FjRGTy",
    name="Global Warming",
    artists=(PITBULL,),
    released="2012-11-16",
    size=12,
    image="https://i.scdn.co/image/large",
    group="album",
)


TRACK = music.Track(
    id="11dFghVXANMlKmJXsNCbNl",
    title="Global Warming",
    artists=(PITBULL, SENSATO),
    album=ALBUM,
    duration_ms=207_959,
    isrc="USRC11200786",
)
