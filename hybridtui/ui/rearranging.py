"""What an athlete changes about the session while it runs, and what is at hand today."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from hybridtui.ui.changing import Changing
from hybridtui.ui.stage import UnreadableError

if TYPE_CHECKING:
    from hybridtui.domain.guide import Logged
    from hybridtui.domain.today import TodayPage
    from hybridtui.domain.workout import Step, Workout
    from hybridtui.logbook import Logbook
    from hybridtui.logbook.freedom import Options, Profile
    from hybridtui.ui.dialogs.swap import Swap

TAKES_BACK = "u takes it back"


@dataclass(frozen=True, slots=True)
class PlaceToday:
    """Where the athlete trains on one day, where that is not as always."""

    day: date
    name: str
    """Of its equipment: ``home``, ``travel`` ..."""
    equipment: frozenset[str]


class Rearranging(Changing):
    """Exchanges, moves and adds steps; keeps for the day what equipment there is."""

    place_today: PlaceToday | None = None
    """Where the athlete said to train today: kept for the day, not in the log."""

    @property
    def at_hand(self) -> frozenset[str] | None:
        """What is at hand today; None: what the athlete said once and for all."""
        place = self.place_today
        if place is None or self.page is None or place.day != self.page.day:
            return None
        return place.equipment

    @property
    def place_name(self) -> str:
        """Where the athlete trains today, by the name of its equipment; empty: where it is as always."""
        return self.place_today.name if self.at_hand is not None and self.place_today is not None else ""

    async def load(self) -> TodayPage:
        """Ask for the day anew, its workouts as they are with what is at hand."""
        page = await super().load()
        at_hand = self.at_hand
        if at_hand is None or not page.workouts:
            return page
        workouts = await self._app.book.ask(lambda book: book.freedom.equipped(page.workouts, at_hand))
        self.page = replace(page, workouts=workouts)
        return self.page

    def steps_today(self, workout: Workout) -> tuple[Step, ...] | None:
        """Return the steps to begin a workout with where the place decides them; None: as planned."""
        return workout.steps if self.at_hand is not None else None

    async def options(self, step: int | None = None) -> Options:
        """Return what can be done in place of a step's exercise, once all that was asked for before is done.

        Raises:
            Problem: if the step has none.
            UnreadableError: if nothing is left to do.
        """
        async with self.turn:
            session_id, index = self._step(step)
            at_hand = self.at_hand
            return await self._app.book.ask(lambda book: book.freedom.options(session_id, index, at_hand))

    async def swap(self, wanted: Swap) -> str:
        """Do another exercise in place of a step's, or the same slower; return what was done."""
        session_id, at_hand = self._here().session.id, self.at_hand
        index, exercise, now_on = wanted.index, wanted.exercise, wanted.from_now_on

        def change(book: Logbook) -> Logged:
            if wanted.rung:
                climb = book.freedom.easier if wanted.rung < 0 else book.freedom.harder
                return climb(session_id, index, from_now_on=now_on, equipment=at_hand)
            return book.freedom.swap(session_id, index, exercise, from_now_on=now_on, equipment=at_hand)

        logged = await self._carried(change)
        return f"{_first(logged.label)}, {'from now on' if now_on else 'today only'}: {TAKES_BACK}"

    async def swap_for_own(self, wanted: Swap, name: str) -> str:
        """Add an exercise of the athlete's own and do it in place of a step's."""
        return await self.swap(replace(wanted, exercise=await self._own(name)))

    async def climb(self, by: int) -> str:
        """Make the step in focus easier (-1) or harder (1), for today."""
        session_id, index = self._step(None)
        at_hand = self.at_hand

        def change(book: Logbook) -> Logged:
            climb = book.freedom.easier if by < 0 else book.freedom.harder
            return climb(session_id, index, equipment=at_hand)

        return f"{_first((await self._carried(change)).label)}, today only: {TAKES_BACK}"

    async def rearrange(self, change: Callable[[Logbook, str], Logged]) -> str:
        """Change the rest of the open session; return what was done.

        Raises:
            Problem: if it cannot be, or was not saved.
        """
        session_id = self._here().session.id
        return f"{(await self._carried(lambda book: change(book, session_id))).label}: {TAKES_BACK}"

    async def add(self, exercise: str, at: int) -> str:
        """Add an exercise to the open session, before the step ``at``."""
        at_hand = self.at_hand
        return await self.rearrange(lambda book, id_: book.freedom.add(id_, exercise, at, at_hand))

    async def add_own(self, name: str, at: int) -> str:
        """Add an exercise of the athlete's own to the library and to the open session."""
        return await self.add(await self._own(name), at)

    async def profiles(self) -> tuple[Profile, ...]:
        """Return the usual sets of equipment, each with what it would change of the session, or of the day."""
        async with self.turn:
            session_id = self.session.id if self.session is not None else None
            page = await super().load() if session_id is None else None
            workouts = page.workouts if page is not None else ()
            return await self._app.book.ask(lambda book: book.freedom.profiles(session_id, workouts))

    async def equip(self, profile: Profile) -> str:
        """Train with what is there today: the rest of the session, or the workouts to come."""
        if (page := self.page) is None:
            return ""
        session, equipment = self.session, profile.equipment
        self.place_today = PlaceToday(page.day, profile.name, equipment) if profile.name != "own" else None
        if session is None:
            await self.load()
        elif profile.changes:
            await self._carried(lambda book: book.freedom.equip(session.id, equipment))
        changed = f"{'; '.join(profile.changes)}" if profile.changes else "nothing has to change"
        undo = f": {TAKES_BACK}" if session is not None and profile.changes else ""
        return f"Equipment today, {profile.name}: {changed}{undo}"

    async def _own(self, name: str) -> str:
        """Add an exercise of the athlete's own to the library, and return its id."""
        own = await self._app.book.ask(lambda book: book.add_exercise(name))
        await self.load()
        return own.id

    async def _carried(self, change: Callable[[Logbook], Logged]) -> Logged:
        """Carry a change out, and return what came of it."""
        logged = await self._app.book.ask(change)
        await self._saved(logged)
        return logged

    def _step(self, step: int | None) -> tuple[str, int]:
        """The session, and the step meant: the one in focus if none is given."""
        here = self._here()
        if step is not None:
            return here.session.id, step
        if here.place is None:
            raise UnreadableError("Everything is done: there is no exercise to change. f finishes the session")
        return here.session.id, here.place.step


def _first(label: str) -> str:
    """What is done now, without what it replaces: that is still on the screen, and there is little room."""
    return label.partition(" in place of ")[0]
