"""Secret: text that must never be shown, such as a token, a key or a password."""

from typing import final


@final
class Secret:
    """Text that is hidden in every repr, log line and traceback.

    Two secrets of the same text are equal; an empty one is false.

    >>> Secret("hush")
    Secret(***)
    """

    __slots__ = ("_text",)

    def __init__(self, text: str) -> None:
        self._text = text

    def reveal(self) -> str:
        """Return the text itself; call this only where it leaves for its one reader."""
        return self._text

    def __repr__(self) -> str:
        return "Secret(***)"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Secret) and self._text == other._text

    def __hash__(self) -> int:
        return hash(self._text)

    def __bool__(self) -> bool:
        return bool(self._text)
