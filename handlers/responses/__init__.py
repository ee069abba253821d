"""How responses are made: messages, phrases, pages of lists, cards, APL screens.

Modules, lowest first: `sanitizing` (clean foreign text), `messages` (Fluent), `phrases`
(music in words), `spoken_list` (what a list must offer), `responder` (message to
response), `apl` and `screens` (documents and their data), `recommendation_reasons`
(evidence in words), `paging` (read a list page by page).
"""

from handlers.responses.localization import Argument, MessageError, Phrase
from handlers.responses.paging import Pager
from handlers.responses.responder import Responder
from handlers.responses.spoken_list import ListContents, SpokenList

__all__ = [
    "Argument",
    "ListContents",
    "MessageError",
    "Pager",
    "Phrase",
    "Responder",
    "SpokenList",
]
