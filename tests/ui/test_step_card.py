"""What the card of a step says: the first set of a new exercise is for the form (science R39)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest

from hybridtui.domain.bests import Bests
from hybridtui.domain.calendar import Moment
from hybridtui.domain.effort import Effort
from hybridtui.domain.exercises import catalogue
from hybridtui.domain.history import Exposure
from hybridtui.domain.session import LoggedSet, Session, Status
from hybridtui.domain.today import TodayPage
from hybridtui.domain.workout import Kind, Step, StepKind, Why
from hybridtui.ui.known import KnownExercise
from hybridtui.ui.spot import spot
from hybridtui.ui.step_card import at_step

ROW = Step(kind=StepKind.SET, title="Row", exercise="barbell_row", sets=3, reps=8, rpe=8.0, rest_s=90)
DONE = LoggedSet(id="a", position=1, exercise="barbell_row", reps=8, step=0, set_number=1)
PAGE = TodayPage(day=date(2026, 3, 4), athlete=None, last={}, exercises=catalogue())
NEW = KnownExercise(bests=Bests())
OLD = KnownExercise(
    bests=Bests(reps=8), last=Exposure(session_id="old", local_date=date(2026, 3, 1), sets=(replace(DONE, step=None),))
)


def said(step: Step, known: KnownExercise | None, *sets: LoggedSet) -> str:
    started = Moment.at(datetime.fromisoformat("2026-03-04T18:00:00+01:00"))
    session = Session(
        id="s", kind=Kind.STRENGTH, title="Rows", status=Status.OPEN, started=started, steps=(step,), sets=sets
    )
    here = spot(session, PAGE, None, {}, {} if known is None else {"barbell_row": known})
    card = at_step(here, PAGE, Effort.OFF)
    return "\n".join((card.manner, *(f"{name}: {text}" for name, text in card.facts)))


@pytest.mark.parametrize(("asked", "shown"), [(8.0, "RPE 6"), (5.0, "RPE 5"), (None, "RPE 6")])
def test_the_first_set_of_a_new_exercise_is_no_harder_than_form_allows(asked: float | None, shown: str) -> None:
    assert shown in said(replace(ROW, rpe=asked), NEW)


def test_the_sets_after_it_are_as_hard_as_planned() -> None:
    assert "RPE 8" in said(ROW, NEW, DONE)


@pytest.mark.parametrize("known", [OLD, None], ids=["done before", "not looked up yet"])
def test_what_is_not_known_to_be_new_is_as_planned(known: KnownExercise | None) -> None:
    assert "RPE 8" in said(ROW, known)


def test_stations_are_done_as_they_are() -> None:
    assert "RPE 8" in said(replace(ROW, kind=StepKind.STATION), NEW)


def test_the_card_says_what_such_a_set_is_for_unless_the_target_does() -> None:
    assert "Why: New to your log: this first set is for the form." in said(ROW, NEW)
    assert "Why: As you like" in said(replace(ROW, why=(Why("B.4", "As you like"),)), NEW)
    assert "New to your log" not in said(ROW, OLD)


def test_two_cues_are_shown_with_every_exercise() -> None:
    cues = catalogue()["barbell_row"].cues
    assert len(cues) >= 2
    assert all(cue in said(ROW, NEW) for cue in cues)
