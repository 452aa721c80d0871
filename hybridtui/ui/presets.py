"""Clocks that need no session: Tabata, EMOM, AMRAP, rounds, countdown, stopwatch."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from hybridtui.domain import timeline
from hybridtui.domain.problems import Problem
from hybridtui.domain.timeline import Timeline
from hybridtui.ui.running import hands

MOST_MINUTES, MOST_ROUNDS, MOST_SECONDS = 180, 99, 3600

_ROUNDS = re.compile(r"(\d{1,4})\s*s?\s*/\s*(\d{1,4})\s*s?\s*[x×*]\s*(\d{1,2})", re.ASCII)


@dataclass(frozen=True, slots=True, kw_only=True)
class Preset:
    """A clock ready to be started; minutes or rounds can be changed before."""

    name: str
    about: str
    minutes: int = 0
    """Of EMOM, AMRAP and countdown; 0: counted otherwise."""
    work: int = 0
    rest: int = 0
    rounds: int = 0

    @property
    def length(self) -> str:
        """How long it takes, in words."""
        if self.rounds:
            return f"{self.rounds} × {self.work} s / {self.rest} s"
        return f"{self.minutes} min" if self.minutes else "open"

    @property
    def key(self) -> str:
        """What it is found by."""
        return self.name.casefold()

    def changed(self, by: int) -> Preset:
        """Return it with a minute or round more or less; what is open stays so."""
        if self.rounds:
            return replace(self, rounds=max(1, min(MOST_ROUNDS, self.rounds + by)))
        if self.minutes:
            return replace(self, minutes=max(1, min(MOST_MINUTES, self.minutes + by)))
        return self

    def started(self, ticks: float) -> Timeline:
        """Return its timeline, begun at ``ticks``."""
        match self.key:
            case "tabata" | "rounds":
                return timeline.rounds(self.work, self.rest, self.rounds, ticks)
            case "emom":
                return timeline.emom(self.minutes, ticks)
            case "amrap":
                return timeline.amrap(self.minutes, ticks)
            case "countdown":
                return timeline.countdown(self.minutes * 60, ticks, "Countdown")
            case _:
                return timeline.stopwatch(ticks)


PRESETS = (
    Preset(name="Tabata", about="all out and rest, eight times", work=20, rest=10, rounds=8),
    Preset(name="EMOM", about="begin anew every minute on the minute", minutes=10),
    Preset(name="AMRAP", about="as many rounds as possible", minutes=12),
    Preset(name="Rounds", about="work and rest of your own", work=40, rest=20, rounds=5),
    Preset(name="Countdown", about="to the end of the time", minutes=5),
    Preset(name="Stopwatch", about="until you stop it"),
)


def read_rounds(text: str) -> tuple[int, int, int]:
    """Read ``40/20 x 8``: seconds of work, of rest, and how many rounds.

    >>> read_rounds("40/20x8")
    (40, 20, 8)

    Raises:
        Problem: if it says something else.
    """
    found = _ROUNDS.fullmatch(text.strip())
    if found is None:
        raise Problem("Type work and rest in seconds and the rounds: 40/20 x 8")
    work, rest, rounds = (int(part) for part in found.groups())
    if not (1 <= work <= MOST_SECONDS and rest <= MOST_SECONDS and 1 <= rounds <= MOST_ROUNDS):
        raise Problem(f"Work and rest up to {hands(MOST_SECONDS)}, and from 1 to {MOST_ROUNDS} rounds")
    return work, rest, rounds
