"""Leaks on purpose, and their harmless likes: `semgrep --test .ci/semgrep` reads them."""

import hmac
import logging

from providers.secret import Secret

log = logging.getLogger(__name__)


def the_token_itself(token, turn, counts):
    # ruleid: secret-reaches-a-reader
    log.info("token %s", token.reveal())
    # ruleid: secret-reaches-a-reader
    log.warning(f"token {token.reveal()}")
    text = token.reveal().strip()
    # ruleid: secret-reaches-a-reader
    raise ValueError("bad token " + text)


def by_other_roads(user, turn, counts, family):
    # ruleid: secret-reaches-a-reader
    turn.conclude("failed", user.access_token)
    headers = {"Authorization": f"Bearer {user.access_token}"}
    # ruleid: secret-reaches-a-reader
    log.info("sent", extra={"fields": headers})
    # ruleid: secret-reaches-a-reader
    counts.add(user.access_token)
    # ruleid: secret-reaches-a-reader
    family.add_metric((user.access_token,), 1)
    # ruleid: secret-reaches-a-reader
    print(user.access_token)


def somebody(user, account, playlist, turn, counts):
    # ruleid: listener-reaches-a-reader
    log.error("for %s", user.user_id)
    names = [account.name]
    # ruleid: listener-reaches-a-reader
    counts.add(names[0])
    # ruleid: listener-reaches-a-reader
    turn.conclude("answered", playlist.name)
    # ruleid: listener-reaches-a-reader
    raise KeyError(playlist.id)


def where_it_belongs(session, token, user, pepper, counts, turn, reply):
    # ok: secret-reaches-a-reader
    session.get("/me", headers={"Authorization": f"Bearer {token.reveal()}"})
    # ok: secret-reaches-a-reader
    log.info("length %d", len(token.reveal()))
    tag = hmac.digest(pepper, token.reveal().encode(), "sha256")
    # ok: secret-reaches-a-reader
    counts.add(tag)
    key = Secret(user.user_id)
    # ok: listener-reaches-a-reader
    log.info("keyed %r", key)
    # ok: secret-reaches-a-reader
    log.info("answered %d", reply.status)
    # ok: listener-reaches-a-reader
    turn.conclude("answered")
