"""The logbook: one object that answers the screens and the commands."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self, TypeVar
from uuid import uuid4

from hybridtui.domain.athlete import Athlete
from hybridtui.domain.change import Change
from hybridtui.domain.clock import Clock
from hybridtui.domain.exercises import Exercise
from hybridtui.domain.problems import StoreProblem
from hybridtui.domain.today import TodayPage
from hybridtui.logbook.kit import Kit
from hybridtui.logbook.plans import Plans
from hybridtui.logbook.readiness import CheckIns
from hybridtui.logbook.today import Today
from hybridtui.store import Store
from hybridtui.store.codec import DAMAGE

if TYPE_CHECKING:
    from hybridtui.logbook.by_hand import ByHand
    from hybridtui.logbook.days import Days
    from hybridtui.logbook.exercise_names import ExerciseNames
    from hybridtui.logbook.exports import Exports
    from hybridtui.logbook.freedom import Freedom
    from hybridtui.logbook.history import History
    from hybridtui.logbook.imports import Imports
    from hybridtui.logbook.lifting import Lifting
    from hybridtui.logbook.loads import Loads
    from hybridtui.logbook.matching import Matching
    from hybridtui.logbook.mileage import Mileage
    from hybridtui.logbook.moves import Moves
    from hybridtui.logbook.notes import Notes
    from hybridtui.logbook.pains import Pains
    from hybridtui.logbook.reviews import Reviews
    from hybridtui.logbook.search import Search
    from hybridtui.logbook.sessions import Sessions
    from hybridtui.logbook.unplanned import Unplanned
    from hybridtui.logbook.weights import Weights

T = TypeVar("T")


def new_id() -> str:
    """Return an id that no other device makes."""
    return uuid4().hex


class Logbook:
    """The use cases: gather, ask the domain, write, return a value.

    Used on one thread. Every change is saved when its method returns, and can be undone.
    """

    def __init__(self, store: Store, clock: Clock, ids: Callable[[], str] = new_id) -> None:
        self._kit = Kit(store, clock, ids)
        self.plans = Plans(self._kit)
        self.check_ins = CheckIns(self._kit)
        self._today = Today(self._kit, self.plans, self.check_ins)

    @classmethod
    def open(
        cls,
        location: str | Path,
        clock: Clock,
        *,
        ids: Callable[[], str] = new_id,
        read_only: bool = False,
        begin: bool = True,
    ) -> Self:
        """Open the log at a path or SQLite URL, beginning one if there is none, unless ``begin`` forbids it.

        Raises:
            StoreProblem: if it cannot be used; nothing was overwritten.
        """
        return cls(Store.open(location, read_only=read_only, begin=begin), clock, ids)

    def get_ready(self) -> None:
        """Load what the first keys need, once Today is there: what leads a session, and what writes."""
        from hybridtui.domain.engine import handling  # noqa: F401 - a session loads it with its first event
        from hybridtui.logbook import weights  # noqa: F401 - and this with its first set

        self._kit.store.get_ready()
        self.sessions  # noqa: B018 - made when first asked for

    @cached_property
    def sessions(self) -> Sessions:
        """Beginning, carrying out and finishing a session."""
        from hybridtui.logbook.sessions import Sessions

        return Sessions(self._kit, self.plans, self.check_ins)

    @cached_property
    def moves(self) -> Moves:
        """Moving workouts of the plan."""
        from hybridtui.logbook.moves import Moves

        return Moves(self._kit, self.plans)

    @cached_property
    def notes(self) -> Notes:
        """Notes on exercises."""
        from hybridtui.logbook.notes import Notes

        return Notes(self._kit)

    @cached_property
    def history(self) -> History:
        """What was done, as lines and totals."""
        from hybridtui.logbook.history import History

        return History(self._kit)

    @cached_property
    def imports(self) -> Imports:
        """Reading files of other apps; its readers are loaded when first asked for."""
        from hybridtui.logbook.imports import Imports

        return Imports(self._kit)

    @cached_property
    def exports(self) -> Exports:
        """The log in other formats; each writer is loaded when first asked for."""
        from hybridtui.logbook.exports import Exports

        return Exports(self._kit)

    @cached_property
    def names(self) -> ExerciseNames:
        """What names in files stand for; loaded when first asked for."""
        from hybridtui.logbook.exercise_names import ExerciseNames

        return ExerciseNames(self._kit)

    @cached_property
    def freedom(self) -> Freedom:
        """Changing the rest of a session; the engine that prescribes is loaded when first asked for."""
        from hybridtui.logbook.freedom import Freedom

        return Freedom(self._kit, self.plans, self.check_ins, self.sessions)

    @cached_property
    def pains(self) -> Pains:
        """What the athlete says of pains; what spares them is loaded when first asked for."""
        from hybridtui.logbook.pains import Pains

        return Pains(self._kit, self.plans, self.check_ins, self.sessions)

    @cached_property
    def matching(self) -> Matching:
        """Counting sessions as planned workouts, by hand."""
        from hybridtui.logbook.matching import Matching

        return Matching(self._kit, self.plans)

    @cached_property
    def unplanned(self) -> Unplanned:
        """Sessions from a typed line; reading one is loaded when first asked for."""
        from hybridtui.logbook.unplanned import Unplanned

        return Unplanned(self._kit, self.sessions)

    @cached_property
    def lifting(self) -> Lifting:
        """Strength: what History shows of it, and the maxima and muscles of a week or month."""
        from hybridtui.logbook.lifting import Lifting

        return Lifting(self._kit)

    @cached_property
    def mileage(self) -> Mileage:
        """Running: what History shows of it, and the VDOT of a day."""
        from hybridtui.logbook.mileage import Mileage

        return Mileage(self._kit)

    @cached_property
    def days(self) -> Days:
        """The calendar: what each day was, and how far each week went as planned."""
        from hybridtui.logbook.days import Days

        return Days(self._kit)

    @cached_property
    def search(self) -> Search:
        """Sessions by a filter; the language is loaded when first asked in."""
        from hybridtui.logbook.search import Search

        return Search(self._kit)

    @cached_property
    def loads(self) -> Loads:
        """Load: what History shows of it, and how it stands on a day."""
        from hybridtui.logbook.loads import Loads

        return Loads(self._kit)

    @cached_property
    def reviews(self) -> Reviews:
        """Weeks and months in numbers and words."""
        from hybridtui.logbook.reviews import Reviews

        return Reviews(self._kit, self.history)

    @cached_property
    def by_hand(self) -> ByHand:
        """What is written down in one line; reading one is loaded when first asked for."""
        from hybridtui.logbook.by_hand import ByHand

        return ByHand(self._kit, self.plans, self.sessions)

    @cached_property
    def weights(self) -> Weights:
        """The body weight."""
        from hybridtui.logbook.weights import Weights

        return Weights(self._kit)

    def close(self) -> None:
        """Close the log."""
        self._kit.store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    def read_only(self) -> bool:
        """True if nothing can be saved."""
        return self._kit.store.read_only

    def check(self) -> str | None:
        """Return what is wrong with the file, in words; None if nothing is."""
        return self._kit.store.quick_check()

    def answer(self, question: Callable[[Self], T]) -> T:
        """Return what ``question`` reads of the past, if need be without what cannot be read (``left_out``).

        A question that writes is not to be asked so: it may be asked twice.
        """
        try:
            return question(self)
        except (StoreProblem, *DAMAGE):
            if not self._kit.store.look_past_damage():
                raise
        return question(self)

    @property
    def left_out(self) -> str:
        """What :meth:`answer` leaves out because it cannot be read, in words; empty: nothing."""
        return self._kit.store.left_out

    def athlete(self) -> Athlete | None:
        """Return the athlete; None before the first run."""
        return self._kit.store.athlete()

    def save_athlete(self, athlete: Athlete) -> None:
        """Save the answers of the first run, or changed ones."""
        self._kit.apply(Change(label="change of your answers", athlete=athlete))

    def today(self) -> TodayPage:
        """Return everything that Today shows."""
        return self._today.page()

    def exercises(self) -> Mapping[str, Exercise]:
        """Return the library and the athlete's own exercises, by id."""
        return self._kit.exercises()

    def add_exercise(self, name: str, like: str | None = None) -> Exercise:
        """Add an own exercise; it counts for the same muscles as the one it is ``like``.

        Raises:
            Problem: if the name is empty or taken.
        """
        from hybridtui.logbook.own_exercises import add

        return add(self._kit, name, like)
