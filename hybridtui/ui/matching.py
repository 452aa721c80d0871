"""Asking which planned workout a session counts as, from wherever it is looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hybridtui.domain.problems import Problem

if TYPE_CHECKING:
    from hybridtui.domain.session import Session
    from hybridtui.domain.workout import Workout
    from hybridtui.ui.app import HybridApp

NO_WORKOUT = "No planned workout within a week of it is still to do: it counts for itself"


async def workout_for(app: HybridApp, session: Session) -> Workout | None:
    """Return the workout that a session is to count as: the only one near it, or the one that is chosen."""
    from hybridtui.ui.dialogs.match import MatchDialog

    try:
        found, counted = await app.book.ask(
            lambda book: (book.matching.candidates(session.id), book.matching.counts_as(session.id))
        )
    except Problem as problem:
        app.refuse(problem)
        return None
    if not found:
        app.say(NO_WORKOUT)
        return None
    if len(found) == 1:
        return found[0]
    return await app.push_screen_wait(MatchDialog(session, found, counted, app.clock.now().date()))
