"""The Web API's own way to say no."""

from typing import Any


class Refusal(Exception):
    """An error in the Web API's shape.

    https://developer.spotify.com/documentation/web-api/concepts/api-calls#response-error
    """

    def __init__(self, status: int, message: str, reason: str | None = None) -> None:
        super().__init__(message)
        self.status = status
        self.message = message
        self.reason = reason

    @property
    def body(self) -> dict[str, Any]:
        known: dict[str, Any] = {"status": self.status, "message": self.message}
        return {"error": known | ({"reason": self.reason} if self.reason else {})}


def malformed(name: str) -> Refusal:
    return Refusal(400, f"Invalid {name}")


def scope_missing() -> Refusal:
    return Refusal(403, "Insufficient client scope")


def not_found() -> Refusal:
    return Refusal(404, "Resource not found")
