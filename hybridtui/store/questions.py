"""What the store is asked at every start and at every change: one method for each question."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from hybridtui.store import history, notes, pains, plans, readings, sessions
from hybridtui.store.past import Past

if TYPE_CHECKING:
    from hybridtui.domain.athlete import Athlete
    from hybridtui.domain.bests import Bests, RunBests
    from hybridtui.domain.exercises import Exercise
    from hybridtui.domain.history import Exposure, SessionLine
    from hybridtui.domain.kept_clock import KeptClock
    from hybridtui.domain.matching import Trained
    from hybridtui.domain.pain import Pain
    from hybridtui.domain.readiness import Readiness
    from hybridtui.domain.run_log import RunDay
    from hybridtui.domain.session import LoggedSet, Session
    from hybridtui.domain.workout import Plan


class Questions(Past):
    """The part of the store that Today and the guided session ask; all of it only reads."""

    def athlete(self) -> Athlete | None:
        """Return the athlete; None before the first run."""
        with self._db.reading() as connection:
            return plans.athlete(connection)

    def plan(self) -> Plan | None:
        """Return the plan adopted last, whole."""
        with self._db.reading() as connection:
            return plans.current(connection)

    def own_exercises(self) -> tuple[Exercise, ...]:
        """Return the athlete's own exercises by name."""
        with self._db.reading() as connection:
            return plans.own_exercises(connection)

    def session(self, session_id: str) -> Session | None:
        """Return a session with its steps, sets, runs and marks in order."""
        with self._db.reading() as connection:
            return sessions.one(connection, session_id)

    def running(self, session_id: str) -> tuple[Session | None, KeptClock | None]:
        """Return a session, and the clock that leads through it, as they were at one instant."""
        from hybridtui.store import clocks  # a day without a session asks for none

        with self._db.reading() as connection:
            return sessions.one(connection, session_id), clocks.of(connection, session_id)

    def clock(self, session_id: str) -> KeptClock | None:
        """Return the clock that leads through a session, if one runs."""
        from hybridtui.store import clocks

        with self._db.reading() as connection:
            return clocks.of(connection, session_id)

    def pains(self, since: date) -> tuple[Pain, ...]:
        """Return what was said of pains from the day ``since`` on, oldest first."""
        with self._db.reading() as connection:
            return pains.since(connection, since)

    def exercise_notes(self) -> Mapping[str, str]:
        """Return the notes of exercises, by the exercise's id."""
        with self._db.reading() as connection:
            return notes.every(connection)

    def readiness(self, first: date, last: date) -> tuple[Readiness, ...]:
        """Return the check-ins of the days from ``first`` to ``last``, oldest first."""
        with self._db.reading() as connection:
            return readings.between(connection, first, last)

    def open_session(self) -> Session | None:
        """Return the session that still runs, if any."""
        with self._db.reading() as connection:
            return sessions.newest_open(connection)

    def done_workouts(self) -> frozenset[str]:
        """Return the ids of planned workouts that have a session, open or finished."""
        with self._db.reading() as connection:
            return sessions.done_workouts(connection)

    def trained(self, first: date, last: date) -> tuple[Trained, ...]:
        """Return the finished sessions of the days from ``first`` to ``last``, as matching with a plan asks, by day."""
        with self._db.reading() as connection:
            return sessions.trained(connection, first, last)

    def lines(
        self, *, offset: int = 0, limit: int | None = None, first: date | None = None, last: date | None = None
    ) -> tuple[SessionLine, ...]:
        """Return finished sessions as lines, newest first, of the days from ``first`` to ``last``."""
        with self._db.reading() as connection:
            return sessions.lines(connection, offset=offset, limit=limit, first=first, last=last)

    def count_lines(self, *, first: date | None = None, last: date | None = None) -> int:
        """Return how many lines there are."""
        with self._db.reading() as connection:
            return sessions.count_lines(connection, first=first, last=last)

    def run_days(self, first: date) -> tuple[RunDay, ...]:
        """Return the finished sessions with running from ``first`` on."""
        with self._db.reading() as connection:
            return history.run_days(connection, first)

    def exposures(self, exercise_id: str, limit: int = 20, *, include_open: bool = False) -> tuple[Exposure, ...]:
        """Return the latest sessions with an exercise, oldest first."""
        with self._db.reading() as connection:
            return history.exposures(connection, exercise_id, limit=limit, include_open=include_open)

    def last_exposures(self, exercise_ids: Sequence[str]) -> dict[str, Exposure]:
        """Return, by exercise, the last finished session with it."""
        with self._db.reading() as connection:
            return history.last_exposures(connection, exercise_ids)

    def different_sets(self, exercise_id: str, outside: str = "") -> tuple[LoggedSet, ...]:
        """Return each different set of an exercise once, but for one session; without id, place and time."""
        with self._db.reading() as connection:
            return history.different_sets(connection, exercise_id, outside)

    def bests(self, exercise_id: str) -> Bests:
        """Return the most there ever was of an exercise, in any session."""
        with self._db.reading() as connection:
            return history.bests(connection, exercise_id)

    def run_bests(self) -> RunBests:
        """Return the most there ever was of running, in any session."""
        with self._db.reading() as connection:
            return history.run_bests(connection)
