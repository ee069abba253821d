"""Where a conversation stands between two requests, as a device keeps it."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from service.console.entities import updated
from service.console.interaction_model import Entity
from service.console.reply import Reply
from service.standin.alexa import Session

# https://developer.amazon.com/docs/alexa/custom-skills/use-dynamic-entities-for-customized-interactions.html
ENTITIES_LIVE = timedelta(minutes=30)
ELICIT = "Dialog.ElicitSlot"

DynamicEntities = Mapping[str, tuple[Entity, ...]]


@dataclass(frozen=True, slots=True)
class Standing:
    """`elicited` are the intent and slot that the skill asked for by directive.

    `reprompted` once the reprompt was heard: the next silence ends the session.
    """

    session: Session | None = None
    microphone: bool = False
    reprompt: str = ""
    reprompted: bool = False
    elicited: tuple[str, str] | None = None
    sent: DynamicEntities = field(default_factory=dict)
    sent_until: datetime | None = None

    def entities(self, now: datetime) -> DynamicEntities:
        """The dynamic entities in force."""
        return self.sent if self.sent_until and now < self.sent_until else {}

    def after(
        self, reply: Reply, session: Session, now: datetime, *, screen: bool
    ) -> "Standing":
        """Where a reply leaves the conversation; `screen` if the device has one."""
        sent = self.entities(now)
        changed = updated(sent, reply.directives)
        until = self.sent_until if changed is sent else now + ENTITIES_LIVE
        if not _stays(reply, screen=screen):
            return Standing(sent=changed, sent_until=until)
        return Standing(
            session=replace(session, new=False, attributes=reply.attributes or {}),
            microphone=reply.ends is False,
            reprompt=reply.reprompt,
            elicited=_elicited(reply),
            sent=changed,
            sent_until=until,
        )

    def closed(self) -> "Standing":
        """The session is over; what Alexa knows of the listener's names stays."""
        return Standing(sent=self.sent, sent_until=self.sent_until)


def _stays(reply: Reply, *, screen: bool) -> bool:
    """Left to the device, a session stays while there is something to see."""
    if reply.status != 200 or reply.ends:
        return False
    return reply.ends is False or (screen and reply.screen is not None)


def _elicited(reply: Reply) -> tuple[str, str] | None:
    for directive in reply.directives:
        intent = (directive.get("updatedIntent") or {}).get("name")
        if directive.get("type") == ELICIT and intent:
            return str(intent), str(directive.get("slotToElicit"))
    return None
