"""The outcome of each fault and each quirk in the real client."""

from collections.abc import Mapping

from providers import errors
from providers.errors import ProviderError

ERRORS: Mapping[str, type[ProviderError]] = {
    "unauthorized": errors.LinkExpired,
    "forbidden": errors.Forbidden,
    "forbidden_scope": errors.ScopeMissing,
    "forbidden_premium": errors.PremiumRequired,
    "not_registered": errors.NotAdmitted,
    "not_found": errors.NotFound,
    "permissions_missing": errors.ScopeMissing,
    "token_missing": errors.LinkExpired,
    "no_device": errors.NoActiveDevice,
    "device_gone": errors.NoActiveDevice,
    "restricted": errors.Forbidden,
    "rate_limit": errors.RateLimited,
    "rate_limit_empty": errors.RateLimited,
    "quota": errors.QuotaExceeded,
    "error": errors.Unavailable,
    "error_html": errors.Unavailable,
    "bad_gateway": errors.Unavailable,
    "unavailable": errors.Unavailable,
    "unavailable_json": errors.Unavailable,
    "gateway_timeout": errors.Unavailable,
    "html": errors.Unreadable,
    "not_json": errors.Unreadable,
    "no_body": errors.Unreadable,
    "no_content": errors.Unreadable,
    "hang": errors.TooSlow,
    "drip": errors.TooSlow,
    "reset": errors.Unavailable,
    "short": errors.Unreadable,
    "truncate": errors.Unavailable,
}
# What has no influence on the value, what makes all of it unreadable, and what costs
# fields but no element.
HARMLESS = {"cursors_null", "foreign_next", "null_elements", "sizes_null"} | {
    "unknown_fields"
}
DEADLY = {"array", "bare_null", "wrong_types"}
SPARING = {
    "added_null", "dates_unknown", "dates_year", "display_name_null", "images_null",
    "missing", "owner_null", "totals_null", "edge_dates", "huge_numbers", "odd_fields",
    "ownerless",
}  # fmt: skip
# What may cost an element its place, but never the page.
COSTLY = {"dates_null", "ids_null", "inner_null", "names_null", "nameless_first"}
ONE_THING = {"GET /me", "GET /artists/{id}", "GET /tracks/{id}"}
MAY_REPEAT = {"GET /playlists/{id}/items", "GET /albums/{id}/tracks", "GET /search"}
SHORT = 0.8  # s; leaves an attempt 0.3 beside what the client keeps in reserve
