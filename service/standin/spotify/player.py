"""What plays where: the devices of an account and what they are doing."""

from dataclasses import dataclass, field
from typing import Any

from service.standin.spotify.catalogue import Track


@dataclass(slots=True)
class Device:
    """`id` and `volume` are None for a device that does not say."""

    id: str | None
    name: str
    kind: str
    volume: int | None
    active: bool = False

    def json(self) -> dict[str, Any]:
        """https://developer.spotify.com/documentation/web-api/reference/get-a-users-available-devices"""
        return {
            "id": self.id,
            "is_active": self.active,
            "is_private_session": False,
            "is_restricted": self.id is None,
            "name": self.name,
            "supports_volume": self.volume is not None,
            "type": self.kind,
            "volume_percent": self.volume,
        }


@dataclass(slots=True)
class Player:
    """One for each account; `queue` holds addresses, next first."""

    devices: list[Device] = field(default_factory=list)
    playing: bool = False
    track: Track | None = None
    queue: list[str] = field(default_factory=list)

    @property
    def active(self) -> Device | None:
        return next((one for one in self.devices if one.active), None)

    def device(self, device_id: str | None) -> Device | None:
        """That device, or with None the active one."""
        if device_id is None:
            return self.active
        return next((one for one in self.devices if one.id == device_id), None)

    def activate(self, device: Device) -> None:
        for one in self.devices:
            one.active = one is device


def usual_player(name: str) -> Player:
    """A kitchen speaker and a telephone for most; odd things for `quirky`."""
    if name in {"nobody", "shy"}:
        return Player()
    kitchen = Device(f"{name}-kitchen", "Kitchen", "Speaker", 40, active=True)
    phone = Device(f"{name}-phone", "Phone", "Smartphone", 70)
    if name == "quirky":
        phone = Device(None, "Old Radio", "Unknown", None)
    return Player([kitchen, phone])
