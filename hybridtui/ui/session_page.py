"""What the page of one session shows, read in one go on the logbook's thread."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from hybridtui.domain.athlete import Athlete
from hybridtui.domain.exercises import Exercise
from hybridtui.domain.history import SessionLine
from hybridtui.domain.pain import Pain
from hybridtui.domain.same_workout import BY_ITSELF
from hybridtui.domain.session import Session
from hybridtui.domain.workout import Workout

if TYPE_CHECKING:
    from hybridtui.logbook import Logbook


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionPage:
    """The session and what it takes to name and measure it."""

    session: Session | None
    """None once it is deleted."""
    exercises: Mapping[str, Exercise]
    athlete: Athlete
    counts_as: Workout | None
    """The planned workout that it counts for."""
    pains: tuple[Pain, ...]
    """What was said to hurt in it."""
    others: tuple[SessionLine, ...] = ()
    """The other records of the same workout, the one that counts first."""

    lenders: tuple[Session, ...] = ()
    """Those of them that lend what the session lacks; none if it lacks nothing."""

    @property
    def told_again(self) -> bool:
        """True if it is one of several records of a workout, or was until it was told to count by itself."""
        return bool(self.others) or (self.session is not None and BY_ITSELF in self.session.flags)


def read(book: Logbook, session_id: str) -> SessionPage:
    """Return the page as the log is now."""
    session = book.history.session(session_id)
    others = book.history.told_again(session_id)
    return SessionPage(
        session=session,
        exercises=book.exercises(),
        athlete=book.athlete() or Athlete(),
        counts_as=book.matching.counts_as(session_id),
        pains=book.pains.told_in(session) if session is not None else (),
        others=others,
        lenders=_lenders(book, session, others) if session is not None else (),
    )


def _lenders(book: Logbook, session: Session, others: tuple[SessionLine, ...]) -> tuple[Session, ...]:
    if session.lent_rpe is None and session.lent_hr is None:
        return ()
    found = (book.history.session(line.id) for line in others)
    return tuple(each for each in found if each is not None)
