"""What an athlete does in a session, carried out: ask the logbook, follow what comes back.

Knows no widget. Nothing is called saved before the logbook has returned.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from hybridtui.domain.problems import Problem
from hybridtui.domain.session import Session, Status
from hybridtui.ui.day import Day
from hybridtui.ui.stage import UnreadableError
from hybridtui.ui.words import with_times

if TYPE_CHECKING:
    from hybridtui.domain.drafts import RunDraft, SetDraft
    from hybridtui.domain.entry import TargetChange
    from hybridtui.domain.guide import Logged
    from hybridtui.domain.plan.missed import Choice
    from hybridtui.domain.readiness import Readiness
    from hybridtui.domain.today import TodayPage
    from hybridtui.domain.workout import Kind
    from hybridtui.logbook import Logbook
    from hybridtui.ui.spot import Spot
    from hybridtui.ui.step_clock import StepClock


class Guided(Day):
    """Changes the day: one action after another, each told to the logbook."""

    @cached_property
    def step_clock(self) -> StepClock:
        """The timer of one set."""
        from hybridtui.ui.step_clock import StepClock

        return StepClock(self._app)

    async def choose(self, exercise: str) -> str:
        """Go on with this exercise in a free session."""
        past = await self._app.book.ask(lambda book: book.history.exposures(exercise))
        if past:
            self._lasts[exercise] = past[-1]
        self.chosen = exercise
        return ""

    async def invent(self, name: str) -> str:
        """Add an exercise of the athlete's own and go on with it."""
        own = await self._app.book.ask(lambda book: book.add_exercise(name))
        await self.load()
        return await self.choose(own.id)

    async def load(self) -> TodayPage:
        """Ask for the day anew."""
        try:
            page = await self._app.book.ask(lambda book: book.today())
        except Problem as problem:
            self.trouble = problem
            raise
        self.page, self.trouble = page, None
        if page.open_session is None:
            self.leave()
        elif self.session is None or self.session.id != page.open_session.id:
            self._enter(page.open_session, entered=False)
        else:
            self._app.follow(page.open_session)
        return page

    def leave(self) -> None:
        """No session is open (any more)."""
        self.entered, self.chosen = False, None
        self._aims.clear()
        self._app.follow(None)

    def resume(self) -> None:
        """Go on with the session that was offered."""
        self.entered = True

    def _enter(self, session: Session, *, entered: bool) -> None:
        self.entered, self.finished = entered, None
        self.records.clear()
        self._aims.clear()
        self.chosen = max(session.sets, key=lambda s: s.position).exercise if session.sets else None
        self._app.follow(session)

    async def start(self) -> None:
        """Begin the workout that is looked at."""
        if (workout := self.workout) is not None:
            self._enter(await self._app.book.ask(lambda book: book.sessions.start(workout.id)), entered=True)
            await self.load()

    async def check_in(self, reading: Readiness) -> str:
        """Keep how the athlete is, and show the day as it leaves it."""
        await self._app.book.ask(lambda book: book.check_ins.save(reading))
        await self.load()
        return ""

    async def ease_week(self) -> str:
        """Make the week that is proposed a lighter one."""
        proposal = self.page.lighter_week if self.page is not None else None
        if proposal is None:
            return ""
        await self._app.book.ask(lambda book: book.plans.ease(proposal.number, proposal.why))
        await self.load()
        return f"{'This' if proposal.this_week else 'Next'} week is a lighter one: u takes it back"

    async def leave_week(self) -> str:
        """Leave the week that is proposed as it is."""
        await self._app.book.ask(lambda book: book.check_ins.decline())
        await self.load()
        return ""

    async def make_up(self, choice: Choice) -> str:
        """Do what was chosen about a missed workout."""
        await self._app.book.ask(lambda book: book.moves.choose(choice))
        await self.load()
        return choice.label

    async def start_free(self, kind: Kind) -> str:
        """Begin a session without a plan."""
        self._enter(await self._app.book.ask(lambda book: book.sessions.start_free(kind)), entered=True)
        await self.load()
        return ""

    async def log(self, text: str) -> str:
        """Log what was typed, or what was planned if nothing was; return what was done, in words.

        Raises:
            UnreadableError: if it cannot be read.
            Problem: if it was not saved.
        """
        from hybridtui.domain.entry import RunDraftEntry, SetEntry, TargetChange, Unreadable

        here = self._here()
        if here.ticks_only:
            if text.strip():
                raise UnreadableError(here.understood(text)[0])
            return await self._tick(here)
        if here.needs_exercise:
            raise UnreadableError("Choose an exercise first: n")
        entry = here.read(text)
        match entry:
            case SetEntry(sets=sets):
                return await self._log_sets(here, sets)
            case RunDraftEntry():
                return await self._log_run(here, entry.draft)
            case TargetChange():
                return await self._change_target(here, entry)
            case Unreadable(echo=echo):
                raise UnreadableError(with_times(echo))

    async def _change_target(self, here: Spot, change: TargetChange) -> str:
        self.put_step_clock_away()
        if (place := here.place) is None:
            from hybridtui.ui.spot import merged

            self._aims[here.key] = merged(self._aims.get(here.key), change)
            self._spot = None
        else:
            self._app.follow(
                await self._app.book.ask(lambda book: book.sessions.change_target(here.session.id, place, change))
            )
        return with_times(change.echo)

    async def _tick(self, here: Spot) -> str:
        place = here.place
        assert place is not None, "only a step can be ticked"  # noqa: S101 - ticks_only says so
        return self._saved(await self._app.book.ask(lambda book: book.sessions.tick(here.session.id, place)))

    async def _log_sets(self, here: Spot, sets: tuple[SetDraft, ...]) -> str:
        exercise = here.exercise.id if here.exercise else (here.step.exercise if here.step else None)
        if exercise is None:
            raise UnreadableError("This is a run: type distance and time, such as 8km 44:10")
        return self._saved(
            await self._app.book.ask(lambda book: book.sessions.log_sets(here.session.id, here.place, exercise, sets))
        )

    async def _log_run(self, here: Spot, draft: RunDraft) -> str:
        return self._saved(
            await self._app.book.ask(lambda book: book.sessions.log_run(here.session.id, here.place, draft))
        )

    def _saved(self, logged: Logged) -> str:
        self.records += [record for record in logged.records if record not in self.records]
        for record in logged.records:
            self._app.say(record)
        self.put_step_clock_away()
        self._app.follow(logged.session)
        return f"Saved: {logged.label}"

    async def skip(self, *, whole_step: bool = False) -> str:
        """Skip the next set, or all that is left of the step."""
        here = self._here()
        place = here.place
        if place is None:
            raise UnreadableError("Nothing left to skip: f finishes the session")
        if whole_step:
            logged = await self._app.book.ask(lambda book: book.sessions.skip_step(here.session.id, place.step))
        else:
            logged = await self._app.book.ask(lambda book: book.sessions.skip(here.session.id, place))
        return self._saved(logged)

    async def undo(self) -> str:
        """Take back the newest change of the open session, or of the log if none is open."""
        return await self._back(
            lambda book: book.sessions.undo_last(), lambda book, id_: book.sessions.undo(id_), "Undone"
        )

    async def redo(self) -> str:
        """Do again what was taken back last."""
        return await self._back(
            lambda book: book.sessions.redo_last(), lambda book, id_: book.sessions.redo(id_), "Done again"
        )

    async def _back(
        self,
        whole_log: Callable[[Logbook], str | None],
        in_session: Callable[[Logbook, str], tuple[Session | None, str | None]],
        done: str,
    ) -> str:
        self.put_step_clock_away()
        if self.session is None:
            label = await self._app.book.ask(whole_log)
            self.finished = None
            await self.load()
        else:
            id_ = self.session.id
            session, label = await self._app.book.ask(lambda book: in_session(book, id_))
            if session is None or session.status is Status.FINISHED:
                await self.load()
            else:
                self._app.follow(session)
        return f"{done}: {label}" if label else f"Nothing to be {done.lower()}"

    async def lengthen(self, seconds: int) -> str:
        """Make the running clock longer or shorter; a rest stays so, also across a restart."""
        running = self._app.running
        if running is None:
            return ""
        if running.origin == "rest" and self.session is not None:
            session_id = self.session.id
            self._app.follow(await self._app.book.ask(lambda book: book.sessions.adjust_rest(session_id, seconds)))
        else:
            self._app.lengthen(seconds)
        return ""

    async def finish(self, *, rpe: float | None, minutes: int | None, note: str) -> str:
        """Finish the session and keep it for its summary."""
        session_id = self._here().session.id
        done = await self._app.book.ask(
            lambda book: book.sessions.finish(session_id, rpe=rpe, minutes=minutes, note=note)
        )
        self.finished = done
        self.put_step_clock_away()
        await self.load()
        return ""

    async def discard(self) -> str:
        """Drop an open session in which nothing was done."""
        here = self.session
        if here is not None and self.empty:
            await self._app.book.ask(lambda book: book.sessions.abandon(here.id))
            await self.load()
        return "Discarded: nothing was logged"

    def put_step_clock_away(self) -> None:
        """End the step's timer, if it runs."""
        if self._app.running is not None and self._app.running.origin == "step":
            self.step_clock.put_away()

    def start_step_clock(self) -> None:
        """Start the timer that the next set asks for."""
        self.step_clock.start(self._here())

    def stop_step_clock(self) -> str:
        """Stop it; return the entry it stands for."""
        return self.step_clock.stop(self._here())

    def _here(self) -> Spot:
        here = self.spot
        if here is None:
            raise UnreadableError("No session is open")
        return here
