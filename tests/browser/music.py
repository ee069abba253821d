"""Listeners whose screens are drawn: everyday names, long ones, other scripts, none."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from random import Random
from typing import Any

from providers.cache.factory import CacheSettings, open_memory_cache
from providers.cache.records import Clocks
from providers.cached_library import CachedLibrary
from providers.errors import Unavailable
from providers.library_editor import LibraryEditor
from providers.music import Album, NowPlaying, Play
from providers.sample_library import LibraryRouter, SampleLibrary
from simulator.alexa.requests import DeviceProfile, ScreenProfile
from tests.handlers.alexa import NOON, Alexa, Reply
from tests.handlers.collection import Collection, items, playlist, track
from tests.handlers.skill import configuration
from tests.skill_package.conversing import UnwrittenLibrary

Json = dict[str, Any]

ART = "https://pictures.example/"
SKILL_PAGE = "https://www.amazon.com/dp/B0RECORD01"
APL = "Alexa.Presentation.APL.RenderDocument"
SCREENS = (
    *("launch", "shelf", "playlist", "song", "playing", "play"),
    *("help", "error", "saved", "linking", "code"),
)


@dataclass(frozen=True)
class Music:
    """`art` is what a picture's address ends with; None where there is none."""

    locale: str
    playlists: Sequence[str]
    songs: Sequence[tuple[str, str]]
    owner: str = "Ada"
    art: str | None = ".png"

    def picture(self, name: str) -> str | None:
        number = sum(name.encode()) % 997
        return None if self.art is None else f"{ART}{number}{self.art}"

    def collection(self) -> Collection:
        shelf = tuple(
            playlist(
                name, id=f"{n:022}", size=12 * n + 7, owner=self.owner,
                image=self.picture(name),
            )
            for n, name in enumerate(self.playlists)
        )  # fmt: skip
        tracks = tuple(
            track(
                title, artist, id=f"{n:022}", minutes=2.5 + n / 7,
                album=Album(f"{n:022}", title, image=self.picture(title + artist)),
            )
            for n, (title, artist) in enumerate(self.songs)
        )  # fmt: skip
        contents = {shelf[0].id: items(*tracks * 3)} if shelf else {}
        return Collection(
            shelf=shelf,
            contents=contents,
            tracks={"months": tracks, "weeks": tracks[:3]},
            plays=tuple(Play(one, NOON) for one in tracks),
            plays_now=NowPlaying("track", tracks[0]) if tracks else NowPlaying("ad"),
        )


ENGLISH = Music(
    "en-US",
    (
        *("Morning Coffee", "Deep Focus", "Road Trip 2026", "Sunday Dinner"),
        *(
            "Running",
            "Office Party",
            "Nineties Rock",
            "Rainy Evenings",
            "Kitchen Disco",
        ),
    ),
    (
        ("Salt Highway", "Ferrous Bloom"),
        ("Paper Lanterns", "Moss Orbit"),
        ("Winter Orchard", "Violet Riot"),
        ("Crooked Tides", "Selma Fairweather"),
        ("The Long Way Home", "The Harbour Lights"),
    ),
)
GERMAN = Music(
    "de-DE",
    (
        *("Sonntagnachmittagsspaziergang", "Zum Einschlafen und Weiterträumen"),
        *("Große Gefühle für kleine Küchen", "Straßenbahnfahrten"),
        *("Kopfhörerkonzentration am Vormittag", "Über den Dächern", "Äpfel & Öl"),
        *("Feierabend", "Winterabende am Kachelofen"),
    ),
    (
        ("Donaudampfschifffahrtsgesellschaft (Live)", "Die Außergewöhnlichen"),
        ("Übermorgen fährt kein Zug mehr nach Süden", "Jonas Überall & Freunde"),
        ("Grüße aus der Zwischenzeit", "Straßenköter"),
        ("Wörter, die wir nie verwendet haben", "Völlig Losgelöst"),
    ),
    owner="Maximiliane von Hohenfels",
)
JAPANESE = Music(
    "ja-JP",
    (
        *(
            "朝のコーヒー",
            "集中したい夜に聴く静かなピアノ",
            "ドライブ 2026",
            "日曜の夕食",
        ),
        *("ランニング", "雨の日のジャズ喫茶", "九十年代ロック", "眠る前に", "夏祭り"),
    ),
    (
        ("夜明けまで歩いて帰る道", "青い電車"),
        ("紙のランタン", "苔の軌道"),
        ("冬の果樹園で会いましょう", "すみれの反乱"),
        ("遠回り", "港の灯り"),
    ),
    owner="佐藤ゆき",
)
LONG = "Wolkenkuckucksheimbewohnerversammlung " * 6
RIGHT_TO_LEFT = Music(
    "en-US",
    (
        *("أغاني الصباح الهادئة", "قيادة ليلية", "שירים של שבת", "Road Trip 2026"),
        *("مطبخ الجمعة", "موسيقى للتركيز", "רוק משנות התשעים", "ركض"),
    ),
    (
        ("نسم علينا الهوى", "فيروز"),
        ("أنت عمري", "أم كلثوم"),
        ("ירושלים של זהב", "שולי נתן"),
        ("Paper Lanterns", "Moss Orbit"),
    ),
    owner="ليلى حداد",
)
HOSTILE = Music(
    "en-US",
    (
        "x",
        LONG[:200],
        "🎸🔥",
        "أغاني الصباح الهادئة",
        "שירים של שבת",
        "W" * 200,
        "夜" * 200,
    ),
    (
        (LONG[:200], LONG[:200]),
        ("x", "y"),
        ("🎸", "🔥🔥🔥"),
        ("نسم علينا الهوى من مفرق الوادي", "فيروز"),
    ),
    owner="夜" * 200,
    art=None,
)


def listener(music: Music, screen: ScreenProfile) -> Alexa:
    """The listener before a screen; nothing is linked where they have no playlists."""
    library = LibraryRouter(music.collection(), SampleLibrary(lambda: NOON))
    alexa = Alexa(configuration(library))
    device = DeviceProfile(skill_id="s", token="ada", locale=music.locale)
    alexa.device = replace(device, screen=screen)
    return alexa


def directive(reply: Reply) -> Json:
    """The answer's screen."""
    (found,) = [one for one in reply.directives if one["type"] == APL]
    return dict(found)


async def answers(
    music: Music, screen: ScreenProfile, names: Sequence[str] = SCREENS
) -> dict[str, Reply]:
    """The answer with each of the named screens."""
    alexa, first = listener(music, screen), f"{0:022}"
    replies = {
        "launch": await alexa.opens(),
        "help": await alexa.says("AMAZON.HelpIntent"),
        "shelf": await alexa.says("ListPlaylistsIntent"),
        "playlist": await alexa.touches("choose", "playlists", None, 1, first),
        "song": await alexa.says("RecommendIntent"),
        "play": await alexa.says("PlayIntent"),
        "playing": await alexa.says("NowPlayingIntent"),
    }
    replies["error"] = await _failing(music, alexa.device)
    replies["saved"] = await _saving(music, alexa.device)
    alexa.unlinks()
    replies["linking"] = await alexa.opens()
    with_page = Alexa(
        configuration(music.collection(), skill_page=SKILL_PAGE),
        replace(alexa.device, token=None),
    )
    replies["code"] = await with_page.opens()
    return {name: replies[name] for name in names}


async def _failing(music: Music, device: DeviceProfile) -> Reply:
    """The answer while the library cannot be reached."""
    collection = music.collection()
    collection.fails["playlists"] = Unavailable()
    return await Alexa(configuration(collection), device).says("ListPlaylistsIntent")


async def _saving(music: Music, device: DeviceProfile) -> Reply:
    """The answer to "save it", where songs may be saved."""
    alexa = editing(music, device)
    await alexa.says("NowPlayingIntent")
    return await alexa.says("SaveSongIntent")


def editing(music: Music, device: DeviceProfile) -> Alexa:
    """The listener, whose library may be changed."""
    library, clocks = music.collection(), Clocks(lambda: 0.0, NOON.timestamp, Random(1))
    cache, _ = open_memory_cache(CacheSettings(memory_bytes=2**20), clocks)
    cached = CachedLibrary(library, cache, changeable=True)
    editor = LibraryEditor(cached, UnwrittenLibrary(), library, lambda: NOON)
    return Alexa(configuration(library, editor=editor), device)
