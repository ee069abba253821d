"""Who answers what about recommendations; they come before those who turn pages."""

from handlers.base import RequestHandler
from handlers.choosing import PlaylistAct
from handlers.feedback import Mind, MoreLikeThis, Why
from handlers.own_playlists import PlaylistPicks, RecommendPlaylist, Rediscover
from handlers.paging import Pager
from handlers.reasons import Reasons
from handlers.recommend import Another, Granting, Recommend, StartPicksOver
from handlers.speech import Words
from handlers.suggesting import Picks, Suggesting
from handlers.wishing import Wishes
from providers.recommender.factory import Advice


def recommending(
    advice: Advice, words: Words, pager: Pager, opening: PlaylistAct
) -> list[RequestHandler]:
    """Adds its lists to `pager`; `opening` opens a playlist that was recommended.

    A session remembers `handlers.suggesting.Suggested` for these.
    """
    recommendations, reasons = advice.recommendations, Reasons(advice.moods)
    picks = Picks(recommendations, reasons, words)
    suggesting = Suggesting(pager, words)
    granting = Granting(recommendations, suggesting, words)
    pager.add(picks, PlaylistPicks(advice.playlists, reasons, words, opening))
    return [
        Recommend(granting, Wishes(advice.moods), words),
        Another(granting),
        StartPicksOver(granting),
        Mind(recommendations, picks, granting),
        MoreLikeThis(picks, granting),
        Why(picks, reasons, words),
        RecommendPlaylist(pager),
        Rediscover(advice.rediscovery, suggesting, words),
    ]
