"""Who the listener is."""

from typing import Any

from service.standin.spotify.api.call import Call, Endpoint


def me(call: Call) -> Any:
    """https://developer.spotify.com/documentation/web-api/reference/get-current-users-profile"""
    profile, links = call.account.profile, call.rendering.links
    pictures = links.pictures("user", profile.id) if profile.picture else []
    known = links.user(profile.id) | {
        "account_id": profile.account_id,
        "display_name": profile.display_name,
        "images": pictures,
    }
    if call.rendering.regime == "extended":
        known |= {
            "country": profile.country,
            "product": "premium" if profile.premium else "free",
            "followers": {"href": None, "total": 3},
        }
    return known


ENDPOINTS = (Endpoint("GET", "/me", me),)
