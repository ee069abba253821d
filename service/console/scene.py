"""What a conversation starts from: enough to set the very same stage again."""

from datetime import datetime
from typing import Literal

import msgspec

from service.standin.alexa import Screen

# https://developer.amazon.com/docs/alexa/alexa-presentation-language/apl-viewport-characteristics.html
SCREENS = {
    "round": Screen(shape="ROUND", width=480, height=480),
    "small": Screen(width=960, height=480),
    "large": Screen(width=1280, height=800),
    "tv": Screen(mode="TV", width=1920, height=1080, dpi=320),
}

ScreenName = Literal["none", "round", "small", "large", "tv"]
CacheKind = Literal["memory", "redis"]


class Scene(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`seed` makes the stand-in's music, `began` is the time of the first step.

    `account` is linked from the start; None starts unlinked. `name` goes into the
    request ids, by which the skill chooses between wordings.
    """

    began: datetime
    name: str = "console"
    seed: int = 1
    locale: str = "en-US"
    account: str | None = "ada"
    screen: ScreenName = "large"
    cache: CacheKind = "memory"
