"""What Plan changes: workouts that are moved or were missed, other answers, and all of it taken back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from textual import work
from textual.reactive import var

from hybridtui.domain.dates import full_day
from hybridtui.domain.problems import Problem
from hybridtui.domain.text import clean
from hybridtui.domain.workout import Step, Why, Workout
from hybridtui.ui.moving import Moving, is_hard
from hybridtui.ui.screens.place import Place

if TYPE_CHECKING:
    from datetime import date

    from hybridtui.logbook import Logbook


class ChangingPlace(Place):
    """A screen from which the plan is changed; every change can be undone."""

    moving: var[Moving | None] = var(None, init=False)
    """The workout that has been lifted from its day."""

    def read_again(self) -> None:
        """Read the plan after a change."""
        raise NotImplementedError

    def explain(self, title: str, reasons: Sequence[Why]) -> None:
        """Show reasons in full."""
        from hybridtui.ui.dialogs.why import WhyDialog

        self.app.push_screen(WhyDialog(title, reasons))

    @work(exclusive=True, group="lift", name="read")
    async def lift(self, workout: Workout) -> None:
        """Begin to move a workout: ask which days it may go to."""
        try:
            candidates = await self.app.book.ask(lambda book: book.moves.candidates(workout.id))
        except Problem as problem:
            self.app.refuse(problem)
            return
        if any(not candidate.here for candidate in candidates):
            self.moving = Moving(workout, tuple(candidates))
        else:
            self.app.say(f"There is no other day for {workout.title}.")

    @work(exclusive=True, group="put")
    async def put(self, moving: Moving, day: date) -> None:
        """Move the lifted workout to ``day``; a hard rule is broken only for a reason."""
        from hybridtui.ui.dialogs.move_reason import MoveReasonDialog

        candidate = moving.at(day)
        if candidate is None or candidate.here:
            return
        because = ""
        if is_hard(candidate):
            reason = await self.app.push_screen_wait(MoveReasonDialog(moving.workout.title, candidate.breaches))
            if reason is None:
                return
            because = reason
        self.moving = None
        where = f"{clean(moving.workout.title)} moved to {full_day(day)}"
        self.change(lambda book: book.moves.move(moving.workout.id, day, because), f"{where}: u takes it back")

    def action_first_run(self) -> None:
        """Answer all questions again."""
        self.app.action_first_run()

    @work(exclusive=True, group="missed")
    async def make_up(self, workout: Workout) -> None:
        """Offer what can be done about a missed workout, and do what is chosen."""
        from hybridtui.ui.dialogs.missed import MissedDialog

        try:
            choices = await self.app.book.ask(lambda book: book.moves.choices(workout.id))
        except Problem as problem:
            self.app.refuse(problem)
            return
        choice = await self.app.push_screen_wait(MissedDialog(workout, choices))
        if choice is not None:
            self.change(lambda book: book.moves.choose(choice), f"{clean(choice.label)}: u takes it back")

    @work(exclusive=True, group="offer")
    async def exchange(self, workout: Workout, step: Step) -> None:
        """Do the exercise that the log suggests in place of a step's, if the athlete says so (R28, R29)."""
        from hybridtui.ui.dialogs.confirm import ConfirmDialog

        try:
            offer = await self.app.book.ask(lambda book: book.plans.suggested(step, workout))
        except Problem as problem:
            self.app.refuse(problem)
            return
        if offer is None or (old := step.exercise) is None:
            self.app.say(f"Nothing is suggested in place of {clean(step.title)}.")
            return
        new = clean(offer.exercise.name)
        wanted = f"{new}, slower" if offer.exercise.id == old else f"{new} instead of {clean(step.title)}"
        about = f"{clean(offer.why, 400)} It holds for all strength work from today on; u takes it back."
        if await self.app.push_screen_wait(ConfirmDialog(f"{wanted}?", about)):
            self.change(lambda book: book.plans.exchange(old, offer.exercise.id), f"{wanted}: u takes it back")

    @work(exclusive=True, group="draft")
    async def action_what_if(self, field: str = "") -> None:
        """Show what other answers would make of the plan; adopting it can be undone."""
        from hybridtui.ui.screens.draft import DraftScreen

        try:
            athlete = await self.app.book.ask(lambda book: book.athlete())
            plan = await self.app.book.ask(lambda book: book.plans.current())
        except Problem as problem:
            self.app.refuse(problem)
            return
        if athlete is None:
            self.app.action_first_run()
            return
        drafted = await self.app.push_screen_wait(DraftScreen(athlete, plan, field))
        if drafted is not None:
            self.change(lambda book: book.plans.adopt(drafted, answers=True), "New plan adopted: u takes it back")

    def action_undo(self) -> None:
        """Undo the newest change."""
        self._go_back(lambda book: book.sessions.undo_last(), "Undone", "undo")

    def action_redo(self) -> None:
        """Do again what was undone last."""
        self._go_back(lambda book: book.sessions.redo_last(), "Done again", "redo")

    @work(group="change", name="do")
    async def _go_back(self, question: Callable[[Logbook], str | None], done: str, verb: str) -> None:
        try:
            label = await self.app.book.ask(question)
        except Problem as problem:
            self.app.refuse(problem)
            return
        self.app.say(f"{done}: {label}" if label else f"Nothing to {verb}")
        self.read_again()

    @work(group="change", name="do")
    async def change(self, question: Callable[[Logbook], object], done: str) -> None:
        """Write a change, say that it is done, and show the plan as it is then."""
        try:
            await self.app.book.ask(question)
        except Problem as problem:
            self.app.refuse(problem)
            return
        self.app.say(done)
        self.read_again()
