"""The clock that leads through the open session: on the steady clock while the program runs, by the wall clock after.

The log says which clock runs; memory only knows what it reads on the steady clock. So a
step of the wall clock changes nothing, a second window cannot disagree with the first,
and a killed program goes on where the clock on the wall is. Source: reliability.md 2.6.
"""

from __future__ import annotations

from hybridtui.domain.engine.state import Now
from hybridtui.domain.kept_clock import KeptClock
from hybridtui.domain.session import Session
from hybridtui.domain.timeline import Timeline


class Clocks:
    """What the clocks in the log read on the steady clock of this process."""

    def __init__(self) -> None:
        self._known: tuple[KeptClock, Timeline] | None = None

    def line(self, kept: KeptClock | None, session: Session | None, now: Now) -> Timeline | None:
        """Return a clock of the log on the steady clock; None if none runs, or if nobody followed it to its end.

        Likewise if it leads through other steps than the session has.
        """
        if kept is None or session is None:
            return None
        if self._known is not None and self._known[0] == kept:
            return self._known[1]
        if not kept.leads_through(session) or kept.is_forgotten(now):
            return None
        line = kept.line(now)
        self.remember(kept, line)
        return line

    def remember(self, kept: KeptClock, line: Timeline) -> None:
        """Remember what a clock that is in the log reads."""
        self._known = kept, line
