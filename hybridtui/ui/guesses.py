"""Asking what exercise a watch's guess, or an exercise of one's own, really is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from hybridtui.domain.exercises import Exercise
from hybridtui.domain.guesses import guesses
from hybridtui.domain.problems import Problem
from hybridtui.domain.session import LoggedSet, Session
from hybridtui.ui.dialogs.pick_exercise import OwnName, PickExerciseDialog
from hybridtui.ui.look import count
from hybridtui.ui.session_sheet import exercise_name

if TYPE_CHECKING:
    from hybridtui.logbook import Logbook
    from hybridtui.ui.app import HybridApp
    from hybridtui.ui.corrections import LogEntry
    from hybridtui.ui.session_page import SessionPage

_AS_GUESSED, _ALL = "as guessed", "all as guessed"


@dataclass(frozen=True, slots=True)
class Confirmation:
    """Sets whose exercise a watch guessed, and what it was."""

    sets: tuple[str, ...]
    exercise: str | None
    """None: as guessed."""

    def made(self, session_id: str, book: Logbook) -> str:
        """Confirm them, and say so."""
        book.names.confirm(session_id, self.sets, self.exercise)
        left = sum(each.unconfirmed for each in book.sessions.get(session_id).sets)
        more = f", {left} left: g" if left else ""
        return f"Confirmed {count(len(self.sets), 'set')}{more}. u takes it back"


async def confirmation(
    app: HybridApp, page: SessionPage, session: Session, entry: LogEntry | None
) -> Confirmation | None:
    """Ask what the sets of one guessed exercise were: of the set in hand, else of the first; None: left as it is."""
    guessed = [each for each in session.sets if each.unconfirmed]
    if not guessed:
        return None
    asked = entry if isinstance(entry, LoggedSet) and entry.unconfirmed else guessed[0]
    mine = [each for each in guessed if each.exercise == asked.exercise]
    name = exercise_name(asked.exercise, page.exercises)
    ahead = {_AS_GUESSED: f"✓ {name}, as guessed"}
    if len(guessed) > len(mine):
        ahead[_ALL] = f"✓ all {count(len(guessed), 'guessed set')} as guessed"
    loaded = any(each.load is not None for each in mine)
    dialog = PickExerciseDialog(
        page.exercises,
        question=f"{name}, guessed for {count(len(mine), 'set')}: what was it?",
        adds=False,
        likely=guesses(
            name, {id_: each for id_, each in page.exercises.items() if id_ != asked.exercise}, loaded=loaded
        ),
        ahead=ahead,
    )
    answer = await app.push_screen_wait(dialog)
    if answer is None or isinstance(answer, OwnName):
        return None
    return Confirmation(_ids(guessed if answer == _ALL else mine), None if answer in ahead else answer)


def _ids(sets: Sequence[LoggedSet]) -> tuple[str, ...]:
    return tuple(each.id for each in sets)


async def remap(app: HybridApp, own: Exercise) -> None:
    """Ask what an exercise of one's own really is, and make its whole history that one."""
    try:
        likely = await app.book.ask(lambda book: book.names.likely(own.id))
        exercises = {**await app.book.ask(lambda book: book.exercises())}
        exercises.pop(own.id, None)
        question = f"{own.name} is really: {count(likely.sets, 'set')} will change"
        dialog = PickExerciseDialog(exercises, question=question, adds=False, likely=likely.guesses)
        answer = await app.push_screen_wait(dialog)
        if answer is None or isinstance(answer, OwnName):
            return
        sets = await app.book.ask(lambda book: book.names.remap(own.id, answer))
    except Problem as problem:
        app.refuse(problem)
        return
    app.guided.recalled.clear()  # Today reads it anew
    app.say(f"{count(sets, 'set')} of {own.name} count as {exercises[answer].name} now. u in History takes it back")
