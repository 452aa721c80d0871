"""Looking back: weeks, the log, the past of an exercise."""

from __future__ import annotations

from datetime import date

from hybridtui.domain.bests import Bests, RunBests
from hybridtui.domain.calendar import By
from hybridtui.domain.history import Exposure, SessionLine, Totals
from hybridtui.domain.recent import Recent, recent, since
from hybridtui.domain.session import Session
from hybridtui.logbook.kit import Kit

RUNS_LOOKED_THROUGH = 100
"""So many of the latest sessions are looked through for a run of the same kind."""


class History:
    """What was done, finished sessions only."""

    def __init__(self, kit: Kit) -> None:
        self._kit = kit

    def totals(self, by: By, count: int, last: date | None = None) -> tuple[Totals, ...]:
        """Return the sums of ``count`` weeks or months up to the one that holds ``last`` (today), oldest first."""
        newest = by.of(last or self._kit.today())
        return self._kit.store.totals(by, newest.plus(1 - count), newest)

    def lines(self, offset: int = 0, limit: int | None = None) -> tuple[SessionLine, ...]:
        """Return sessions as lines, newest first."""
        return self._kit.store.lines(offset=offset, limit=limit)

    def count(self) -> int:
        """Return how many lines there are."""
        return self._kit.store.count_lines()

    def changed(self) -> tuple[int, int]:
        """Return what is another one after each change to the log, and each undo: whether to read again."""
        return self._kit.store.changed()

    def session(self, session_id: str) -> Session | None:
        """Return one session in full."""
        return self._kit.store.session(session_id)

    def told_again(self, session_id: str) -> tuple[SessionLine, ...]:
        """Return the other records of the same workout as lines, the one that counts first; usually none."""
        return self._kit.store.told_again(session_id)

    def exposures(self, exercise_id: str, limit: int = 20) -> tuple[Exposure, ...]:
        """Return the latest times an exercise was done, oldest first."""
        return self._kit.store.exposures(exercise_id, limit)

    def bests(self, exercise_id: str) -> Bests:
        """Return the most there ever was of an exercise, of sessions that run too."""
        return self._kit.store.bests(exercise_id)

    def run_bests(self) -> RunBests:
        """Return the most there ever was of running, of sessions that run too."""
        return self._kit.store.run_bests()

    def recent(self) -> Recent:
        """Return what the last weeks amount to: where a plan may begin."""
        today = self._kit.today()
        return recent(self._kit.store.lines(first=since(today), last=today), today)

    def last_run(self, subtype: str) -> Session | None:
        """Return the newest finished session of running of this kind, of the latest hundred sessions; None: none."""
        for line in self._kit.store.lines(limit=RUNS_LOOKED_THROUGH):
            if line.run_s and line.same_as is None:
                session = self._kit.store.session(line.id)
                if session is not None and session.runs and session.subtype == subtype:
                    return session
        return None
