"""Moving a workout: the days it may go to, what each would break, and how that is said."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from textual.content import Content

from hybridtui.domain.dates import full_day
from hybridtui.domain.text import clean
from hybridtui.domain.workout import Why, Workout
from hybridtui.ui import look
from hybridtui.ui.widgets.plan_week import Cursor, Mark, Marks
from hybridtui.ui.widgets.workout_lines import reason

if TYPE_CHECKING:
    from hybridtui.domain.plan.moving import Candidate

LEGEND = look.DOT.join(
    (
        f"{look.BEST_SIGN} best day",
        f"{look.DONE_SIGN} breaks nothing",
        f"{look.BENT_SIGN} bends a rule",
        f"{look.MISSED_SIGN} breaks a hard rule",
    )
)


@dataclass(frozen=True, slots=True)
class Moving:
    """A workout that has been lifted from its day."""

    workout: Workout
    candidates: tuple[Candidate, ...]

    def at(self, day: date | None) -> Candidate | None:
        """Return what is known of a day."""
        return next((candidate for candidate in self.candidates if candidate.day == day), None)

    def lands(self, cursor: Cursor | None) -> bool:
        """Return whether it would come to another day than its own."""
        candidate = self.at(cursor.day if cursor is not None else None)
        return candidate is not None and not candidate.here

    @property
    def best(self) -> date:
        """The day that is best, or where the workout is now."""
        return next((candidate.day for candidate in self.candidates if candidate.best), self.workout.day)

    @property
    def marks(self) -> Marks:
        """What is written below the days."""
        return Marks({candidate.day: _mark(candidate) for candidate in self.candidates}, self.workout.id)

    def lines(self, day: date, planned: Sequence[Workout], width: int) -> Iterator[Content]:
        """Say what moving the workout to ``day`` would mean, where so much is ``planned`` already."""
        candidate = self.at(day)
        if candidate is None:
            return
        title = full_day(day)
        yield from Content.assemble((title, "bold"), look.DOT, _verdict(candidate)).wrap(max(10, width))
        others = [f"{look.sign(w.kind)} {clean(w.title)}" for w in planned if w.id != self.workout.id]
        if others:
            yield from Content.styled(f"There already: {', '.join(others)}", "$foreground-muted").wrap(max(10, width))
        for breach in candidate.breaches:
            yield from reason(Why(breach.rule, clean(breach.text, 400)), width)
        yield Content()
        yield from Content.styled(_next_step(candidate), "$foreground-muted").wrap(max(10, width))


def is_hard(candidate: Candidate) -> bool:
    """Return whether a day would break a hard rule: then a reason is asked for."""
    return any(breach.hard for breach in candidate.breaches)


def _sign(candidate: Candidate) -> tuple[str, str]:
    """Return the sign of a day, and its colour."""
    if is_hard(candidate):
        return look.MISSED_SIGN, "$text-error"
    if candidate.breaches:
        return look.BENT_SIGN, "$text-warning"
    return look.DONE_SIGN, "$text-success"


def _mark(candidate: Candidate) -> Mark:
    """Write a day's mark: its sign, and the ids of the rules it would break."""
    rules = tuple(dict.fromkeys(clean(breach.rule) for breach in candidate.breaches))
    sign, colour = _sign(candidate)
    if candidate.best:
        sign = look.BEST_SIGN
    if candidate.here:
        return Mark(sign=sign if candidate.best else "", word="here", style="bold")
    if candidate.best:
        return Mark(sign=sign, word="" if rules else "best", rules=rules, style=f"bold {colour}")
    return Mark(sign=sign, rules=rules, style=colour)


def _verdict(candidate: Candidate) -> Content:
    sign, colour = _sign(candidate)
    if candidate.here:
        return Content(f"where it is now{', the best day' if candidate.best else ''}")
    words = "breaks a hard rule" if is_hard(candidate) else "bends a rule" if candidate.breaches else "breaks no rule"
    best = f"{look.BEST_SIGN} the best day, " if candidate.best else f"{sign} "
    return Content.styled(best + words, f"bold {colour}")


def _next_step(candidate: Candidate) -> str:
    if candidate.here:
        return "Arrows go over the days it may go to; esc leaves it here."
    if is_hard(candidate):
        return "enter moves it here all the same: you will be asked for your reason, which is kept."
    return "enter moves it here; esc leaves it where it is."
