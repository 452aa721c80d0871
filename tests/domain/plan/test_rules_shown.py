"""The rules of science.md A that a plan cannot break, because the app shows or offers something: where that is shown.

The last test counts all forty-two.
"""

from __future__ import annotations

import re
from dataclasses import fields, replace
from datetime import timedelta

import pytest

from hybridtui.domain import cards
from hybridtui.domain.athlete import EQUIPMENT_PROFILES, Athlete, Level, Limit, StrengthGoal
from hybridtui.domain.exercises import catalogue
from hybridtui.domain.history import Exposure
from hybridtui.domain.plan import missed
from hybridtui.domain.plan.adjusting import adjusted, for_day
from hybridtui.domain.plan.check import check
from hybridtui.domain.plan.circuit_templates import USUAL_MINUTES, template_of
from hybridtui.domain.progression import next_target
from hybridtui.domain.readiness import Band, Instead, Readiness, band, fatigue
from hybridtui.domain.session import LoggedSet
from hybridtui.domain.units import WeightUnit
from hybridtui.domain.workout import Kind, Step, StepKind, Workout
from tests.domain.plan import test_rules
from tests.domain.plan.builders import MONDAY, P1, P2, P3, find, plan
from tests.domain.plan.mutations import made
from tests.domain.sessions import session

RUNNER = plan(P2)
WELL = Readiness(day=MONDAY, fatigue=3, sleep_quality=3, soreness=3, stress=3, mood=3)
WORN = replace(WELL, fatigue=1, sleep_quality=2, stress=2, mood=2, soreness=2)
ALL_CARDS = tuple(card for card in vars(cards).values() if isinstance(card, cards.Card))


def test_r13_eighteen_circuits() -> None:
    found = {
        template_of(m, level, kit=kit) for m in USUAL_MINUTES.values() for level in (1, 2, 3) for kit in (True, False)
    }
    assert len({template.id for template in found}) == 18
    assert len({(t.level, t.length, t.stations) for t in found}) == 18


def test_r24_readiness_changes_the_day_and_says_so() -> None:
    long = find(RUNNER, 1, "long")
    for worse in (Band.AMBER, Band.ORANGE, Band.RED):
        changed = adjusted(long, worse, P2)
        assert changed.changes
        assert changed.workout is None or changed.workout.minutes < long.minutes
    assert adjusted(long, Band.GREEN, P2).workout == long


@pytest.mark.parametrize("instead", list(Instead))
def test_r24_rest_and_recovery_are_always_there(instead: Instead) -> None:
    (changed,) = for_day([find(RUNNER, 1, "SF")], replace(WELL, instead=instead), Band.GREEN, P2)
    assert changed.workout is None or changed.workout.kind is Kind.RECOVERY


def test_r25_lasting_fatigue_proposes_a_lighter_week() -> None:
    days = [replace(WORN, day=MONDAY + timedelta(days=n)) for n in range(3)]
    why = fatigue(days, MONDAY + timedelta(days=2))
    assert why is not None
    assert why.rule == "R25"
    assert fatigue([replace(r, fatigue=5, sleep_quality=5, mood=5) for r in days], MONDAY + timedelta(days=2)) is None


def repetitions(goal: StrengthGoal) -> list[int]:
    steps = (s for week in plan(replace(P3, strength_goal=goal)).weeks for w in week.workouts for s in w.steps)
    return [s.reps for s in steps if s.reps is not None and s.logs_sets and s.exercise == "back_squat"]


def test_r27_the_athlete_chooses_what_strength_aims_at() -> None:
    assert max(repetitions(StrengthGoal.STRENGTH)) < min(repetitions(StrengthGoal.ENDURANCE))


def trained(*reps: int, rpe: float, sessions: int = 2) -> list[Exposure]:
    sets = tuple(LoggedSet(id=f"s{n}", position=n, exercise="x", reps=r, rpe=rpe) for n, r in enumerate(reps))
    return [
        Exposure(
            session_id=f"e{n}",
            local_date=MONDAY + timedelta(days=3 * n),
            sets=sets,
            target_reps=12,
            target_reps_max=15,
            target_sets=len(reps),
        )
        for n in range(sessions)
    ]


def offered(exercise: str, past: list[Exposure]) -> str:
    step = Step(kind=StepKind.SET, title="Set", exercise=exercise, sets=2, reps=12, reps_max=15, rpe=7.0)
    return next_target(step, catalogue()[exercise], past, WeightUnit.KG).why


def test_r28_twice_at_the_top_offers_the_harder_exercise_and_twice_short_the_easier() -> None:
    assert "Single-leg glute bridge" in offered("glute_bridge", trained(15, 15, rpe=7.0))
    assert "Wall push-up" in offered("incline_push_up", trained(8, 8, rpe=9.0))


def test_r29_slower_where_nothing_harder_is_left() -> None:
    top = next(
        e for e in catalogue().values() if e.harder is None and frozenset() in e.equipment and e.pattern == "lunge"
    )
    assert "3 s down" in offered(top.id, trained(15, 15, rpe=7.0))


def ruled(rule: str) -> list[cards.Card]:
    return [card for card in ALL_CARDS if card.rule == rule]


def run(subtype: str = "easy", minutes: int = 45) -> Workout:
    return made(1, Kind.RUN, subtype, minutes)


def test_r33_drinking_before_and_after_each_run() -> None:
    shown = cards.cards_for(run())
    assert {card.when for card in shown if card.rule == "R33"} == {cards.When.BEFORE, cards.When.AFTER}
    assert cards.cards_for(made(1, Kind.RECOVERY, "yoga", 30)) == ()


def test_r34_protein_after_strength_and_hard_sessions() -> None:
    assert cards.PROTEIN in cards.cards_for(made(1, Kind.STRENGTH, "SU", 40))
    assert cards.PROTEIN in cards.cards_for(run("long"))
    assert cards.PROTEIN not in cards.cards_for(run())


def test_r35_carbohydrate_before_longer_runs_and_after_hard_sessions() -> None:
    long = run("long", 90)
    assert [c.when for c in cards.cards_for(long) if c.rule == "R35"] == [cards.When.BEFORE, cards.When.AFTER]
    fast = run("tempo")
    assert cards.CARBOHYDRATE_AFTER in cards.cards_for(fast)
    hard = session(kind=Kind.RUN, rpe=9.0)
    assert cards.CARBOHYDRATE_SOON in {cards.card_after(hard, number, soon_again=True) for number in range(12)}
    assert not [c for c in cards.cards_for(run(minutes=30)) if c.rule == "R35"]


def test_r36_omega_3_foods_without_a_promise() -> None:
    text = cards.OMEGA_3.text.lower()
    assert all(food in text for food in ("salmon", "chia", "walnut"))
    easy = session(kind=Kind.RUN, rpe=3.0)
    assert cards.OMEGA_3 in {cards.card_after(easy, number) for number in range(12)}


def test_r37_a_short_night_is_a_hint_and_a_very_short_one_lowers_the_band() -> None:
    short, long = (band(replace(WELL, sleep_hours=hours), []) for hours in (6.5, 7.5))
    assert (short.band, [why.rule for why in short.why]) == (Band.GREEN, ["R37"])
    assert not long.why
    assert band(replace(WELL, sleep_hours=4.5), []).band is Band.AMBER


def test_r38_a_coach_or_physiotherapist_and_no_medical_advice() -> None:
    assert "physiotherapist" in cards.COACH.text
    assert cards.IN_HELP[0] is cards.DISCLAIMER
    assert "not medical advice" in cards.DISCLAIMER.text


@pytest.mark.parametrize(
    ("athlete", "card"),
    [
        (Athlete(age=14), cards.ADULT_NEAR),
        (Athlete(age=70), cards.BALANCE_WORK),
        (Athlete(limits=frozenset({Limit.PREGNANCY})), cards.PREGNANT),
    ],
)
def test_h2_notes_for_bodies_that_need_them(athlete: Athlete, card: cards.Card) -> None:
    assert cards.notes_for(athlete) == (card,)
    assert not cards.notes_for(Athlete(age=30))


def test_r39_form_comes_first() -> None:
    done = ("arm", "squat", "lunge", "hinge", "bridge", "push_h", "push_v", "pull_h", "pull_v", "plyo", "calf")
    for exercise in catalogue().values():
        if exercise.pattern in done or exercise.pattern.startswith("core"):
            assert len(exercise.cues) >= 2, exercise.id
    first = {s.rpe for w in plan(P1).weeks[0].workouts for s in w.steps if s.logs_sets}
    assert max(rpe for rpe in first if rpe is not None) <= 6
    assert "mind the form" in offered("glute_bridge", [])


def test_r40_level_needs_and_time_are_asked_for_and_used() -> None:
    assert {"level", "goal", "limits", "days", "minutes"} <= {field.name for field in fields(Athlete)}
    usual = plan(P3)
    for other in (
        replace(P3, level=Level.BEGINNER),
        replace(P3, limits=frozenset({Limit.KNEE})),
        replace(P3, minutes=(30,) * 7),
        replace(P3, equipment=EQUIPMENT_PROFILES["travel"]),
    ):
        assert plan(other).weeks != usual.weeks


def test_r41_what_is_offered_for_missed_work_breaks_nothing() -> None:
    missing = find(RUNNER, 1, "SF")
    there = {b for b in check(RUNNER) if b.hard}
    for choice in missed.choices(RUNNER, missing.id, missing.day + timedelta(days=1), frozenset()):
        if choice.plan is not None and choice.action is not missed.Action.DROP:
            assert {b for b in check(choice.plan) if b.hard} <= there


def test_r42_dizziness_means_stop_and_is_not_explained_by_fat() -> None:
    assert cards.STOP in cards.cards_for(run("vo2"))
    assert "stop" in cards.STOP.text.lower()
    assert "dizzy" in cards.STOP.text.lower()


@pytest.mark.parametrize("card", ALL_CARDS, ids=lambda card: card.title)
def test_no_card_claims_what_nobody_knows(card: cards.Card) -> None:
    claims = r"burn|fat-burning|lactate|optimal|prevent|injur|glyc|glycaem|detox|80 %|guarantee|calor|immune"
    assert not re.search(claims, card.text.lower())
    assert 20 < len(card.text) < 320


def test_every_rule_has_its_test() -> None:
    named = {name for module in (test_rules, __import__(__name__, fromlist=["x"])) for name in vars(module)}
    lacking = [f"R{n}" for n in range(1, 43) if not any(name.startswith(f"test_r{n:02d}_") for name in named)]
    assert lacking == []
