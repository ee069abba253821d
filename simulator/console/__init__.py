"""Console: the real skill between fake Alexa and fake Spotify, with a browser page.

`Sessions` starts an environment; its `Console` performs steps and reports each.
"""

from simulator.console.console import Console, RealSpotify, Sessions, open_session
from simulator.console.recording import Recording, Unreplayable, record, replay
from simulator.console.server import ConsoleServer
from simulator.console.simulated_environment import SimulatedClock, SimulatedEnvironment
from simulator.console.step_report import StepReport, TurnCapture
from simulator.console.steps import AnyStep, InitialState

__all__ = [
    "AnyStep",
    "Console",
    "ConsoleServer",
    "InitialState",
    "RealSpotify",
    "Recording",
    "Sessions",
    "SimulatedClock",
    "SimulatedEnvironment",
    "StepReport",
    "TurnCapture",
    "Unreplayable",
    "open_session",
    "record",
    "replay",
]
