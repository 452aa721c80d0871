"""The day as the logbook last told it, and where in it the athlete is."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import TYPE_CHECKING

from hybridtui.domain.problems import Problem
from hybridtui.ui.stage import Stage

if TYPE_CHECKING:
    from hybridtui.domain.effort import Effort
    from hybridtui.domain.entry import TargetChange
    from hybridtui.domain.session import Session
    from hybridtui.domain.today import TodayPage
    from hybridtui.domain.workout import Why, Workout
    from hybridtui.ui.app import HybridApp
    from hybridtui.ui.known import KnownExercise, KnownRuns
    from hybridtui.ui.spot import Spot


class Day:
    """What is known of the day and its session; what follows from it is derived when asked for."""

    def __init__(self, app: HybridApp) -> None:
        self._app = app
        self.page: TodayPage | None = None
        """None until the logbook answered."""
        self.chosen: str | None = None
        """The exercise of a free session."""
        self.entered = False
        """False while an open session is only offered."""
        self.finished: Session | None = None
        """A session that was just finished, until its summary was seen."""
        self.records: tuple[str, ...] = ()
        """Bests that fell in this session, in words."""
        self.trouble: Problem | None = None
        """Why the log cannot be opened."""
        self.turn = asyncio.Lock()
        """Held by whoever changes the session: one after another, in the order of the keys."""
        self._aims: dict[str, TargetChange] = {}
        """Targets changed outside a plan, which keeps none; by exercise."""
        self.recalled: dict[str, KnownExercise] = {}
        """What the log knows of the exercises of the session, by id; asked for as they come."""
        self.runs: KnownRuns | None = None
        """What it knows of running, once the open session needs it."""
        self._asked: tuple[str, str, str] | None = None
        """An unusual entry, where it was typed (:attr:`Spot.key`), and what was asked about it."""
        self._looked_at = 0
        self._spot: tuple[Session, TodayPage, str | None, Effort, Spot] | None = None
        """The spot, and what it was derived from: every key that could be offered asks for it."""

    @property
    def stage(self) -> Stage:
        """What the day is about."""
        if self.trouble is not None:
            return Stage.TROUBLE
        if self.page is None:
            return Stage.LOADING
        if self.session is not None:
            return Stage.GUIDE if self.entered else Stage.RESUME
        return Stage.READY if self.finished is None else Stage.SUMMARY

    @property
    def at_rest(self) -> bool:
        """True while a known athlete has no session before them: nothing has to be quick."""
        return self.stage is Stage.READY and self.page is not None and self.page.athlete is not None

    @property
    def empty(self) -> bool:
        """True if a session is open in which nothing was done yet."""
        session = self.session
        return session is not None and not (session.sets or session.runs or session.marks)

    @property
    def workouts(self) -> tuple[Workout, ...]:
        """Today's workouts that are still to do."""
        return self.page.workouts if self.page else ()

    @property
    def workout(self) -> Workout | None:
        """The one that is looked at before one is started."""
        return self.workouts[self._looked_at % len(self.workouts)] if self.workouts else None

    def look(self, by: int) -> None:
        """Look at the next or previous of today's workouts."""
        self._looked_at += by

    def reasons(self) -> tuple[str, tuple[Why, ...]] | None:
        """Return what is being looked at, and why it is there."""
        here = self.spot
        if here is not None and here.step is not None and here.step.why:
            return here.step.title, here.step.why
        if here is not None or self.page is None:
            return None
        told = self.page.readiness.why if self.page.readiness is not None else ()
        if self.workout is not None and (why := (*told, *self.workout.why)):
            return self.workout.title, why
        if why := (*told, *(reason for each in self.page.adjusted for reason in each.why)):
            return "today", why
        return None

    @property
    def effort(self) -> Effort:
        """How the effort of every set is asked for."""
        return self._app.settings.effort

    @property
    def session(self) -> Session | None:
        """The open session."""
        return self._app.session

    @property
    def spot(self) -> Spot | None:
        """Where the athlete is in the open session."""
        session, page = self.session, self.page
        if session is None or page is None:
            return None
        from hybridtui.ui.spot import spot  # a day without a session needs none of it

        kept = self._spot
        if kept is None or kept[0] is not session or kept[1] is not page or kept[2:4] != (self.chosen, self.effort):
            here = spot(session, page, self.chosen, self._aims, self.recalled)
            here = replace(
                here,
                last_run=self.runs.last if self.runs is not None else None,
                expected=replace(here.expected, effort=self.effort),
            )
            self._spot = kept = (session, page, self.chosen, self.effort, here)
        return kept[4]

    def understood(self, text: str) -> tuple[str, bool]:
        """Return what the entry line means here, in words, and whether it can be logged."""
        here = self.spot
        if here is None:
            return "", True
        if self._asked is not None and self._asked[:2] == (here.key, text.strip()):
            return self._asked[2], False
        return here.understood(text)
