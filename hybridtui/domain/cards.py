"""Information cards: what to drink, eat and heed, beside the workouts they belong to.

Cards inform; none of them changes a plan, and none promises anything: no calories, no
fat burning, no freedom from injury. Source: science.md R33-R38, R42, E.7, H.1-H.3.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from hybridtui.domain.athlete import Athlete, Limit
from hybridtui.domain.hard_sets import HARD_RPE
from hybridtui.domain.plan.definitions import HARD_CIRCUIT_LEVEL, QUALITY_SUBTYPES, is_hard, is_long
from hybridtui.domain.session import Session
from hybridtui.domain.workout import Kind, Workout


class When(StrEnum):
    """When a card is of use."""

    BEFORE = "before"
    DURING = "during"
    AFTER = "after"
    ANY_TIME = "any time"


@dataclass(frozen=True, slots=True)
class Card:
    """A few sentences to read once; ``rule`` is what it comes from."""

    rule: str
    when: When
    title: str
    text: str


DRINK_BEFORE = Card(
    "R33",
    When.BEFORE,
    "Drinking",
    "Come to the session neither thirsty nor full. In heat, or for more than an hour, take something to drink along.",
)
DRINK_AFTER = Card(
    "R33",
    When.AFTER,
    "Drinking",
    "Drink to thirst. If you often weigh over 2 % less after a session, drink a little more next time; "
    "drinking far beyond thirst does harm too.",
)
PROTEIN = Card(
    "R34",
    When.AFTER,
    "Protein",
    "The usual advice for people who train is 1.4-2.0 g per kg of body mass a day, in meals of 20-40 g "
    "every three to four hours: eggs, dairy, fish, meat, soya, lentils.",
)
CARBOHYDRATE_BEFORE = Card(
    "R35",
    When.BEFORE,
    "Carbohydrate",
    "A few hours before a longer run, eat a carbohydrate-rich meal that you know well: bread, oats, rice, potatoes.",
)
CARBOHYDRATE_AFTER = Card(
    "R35",
    When.AFTER,
    "Carbohydrate",
    "After long or hard work a normal meal with carbohydrate-rich food is enough: rice, pasta, potatoes, fruit.",
)
CARBOHYDRATE_SOON = Card(
    "R35",
    When.AFTER,
    "Carbohydrate",
    "The next session is less than eight hours away: about 1.0-1.2 g of carbohydrate per kg of body mass an hour, "
    "for the first hours, suggests itself. Otherwise normal meals are enough.",
)
OMEGA_3 = Card(
    "R36",
    When.ANY_TIME,
    "Omega-3 foods",
    "Salmon and other oily fish, chia seeds and walnuts hold omega-3 fats. Good food; nobody runs faster for it.",
)
SLEEP = Card(
    "R37",
    When.ANY_TIME,
    "Sleep",
    "Adults are advised to sleep seven hours or more. After a short night an easier day is often the better choice.",
)
COACH = Card(
    "R38",
    When.ANY_TIME,
    "Someone who looks",
    "A coach sees what no app sees, and a physiotherapist is the one to ask about pain that stays or comes back.",
)
DISCLAIMER = Card(
    "R38",
    When.ANY_TIME,
    "What this is",
    "General information about training, not medical advice. Numbers are estimates. If you have a condition, take "
    "medication or are unsure, talk to a health professional first.",
)
STOP = Card(
    "R42",
    When.DURING,
    "Stop and rest",
    "Dizzy, faint, or a pain or pressure in the chest? Stop, sit or lie down, and get help at once if it does not "
    "pass quickly; have it looked at before you train again. A sudden pain in a joint ends the session too.",
)
ILL = Card(
    "H.1",
    When.ANY_TIME,
    "Ill",
    "With fever, or feeling ill, rest. Training waits until you have been well for a day or two.",
)
ACTIVE = Card(
    "E.7",
    When.ANY_TIME,
    "A floor for health",
    "The World Health Organization advises 150-300 minutes of moderate or 75-150 of vigorous movement a week, and "
    "strength on two days. Running counts as vigorous.",
)
ADULT_NEAR = Card(
    "H.2",
    When.ANY_TIME,
    "With an adult",
    "Below 16 this plan trains technique, without weights. Train with an adult who knows the exercises.",
)
BALANCE_WORK = Card(
    "H.2",
    When.ANY_TIME,
    "Steady on your feet",
    "From 65 on, work on one leg and side planks earn their place, and smaller steps in load and minutes are fine.",
)
PREGNANT = Card(
    "H.2",
    When.ANY_TIME,
    "Pregnancy",
    "Please train with the advice of the person who looks after your pregnancy: this plan cannot replace it.",
)

LONGER_RUN_MIN = 60
"""Running from which a meal beforehand is worth a thought (a product decision)."""

OLDER, ADULT = 65, 16


def cards_for(workout: Workout) -> tuple[Card, ...]:
    """Return the cards of one workout, in the order of use; none for recovery."""
    return tuple(_of_workout(workout)) if workout.kind is not Kind.RECOVERY else ()


def _of_workout(workout: Workout) -> Iterator[Card]:
    taxing = is_hard(workout)
    yield DRINK_BEFORE
    if is_long(workout) or workout.run_minutes >= LONGER_RUN_MIN:
        yield CARBOHYDRATE_BEFORE
    if taxing:
        yield STOP
    yield DRINK_AFTER
    if taxing:
        yield CARBOHYDRATE_AFTER
    if taxing or workout.strength_minutes:
        yield PROTEIN


def card_after(session: Session, number: int, *, soon_again: bool = False) -> Card:
    """Return the one card that is shown when a session ends; ``number`` counts the athlete's sessions.

    Sessions of even and of odd number have cards of their own, of which those that fit
    the session take turns: so no card comes twice running. ``soon_again``: another session is
    to be trained the same day.
    """
    drink_and_eat, others = _after(session, soon_again=soon_again)
    fitting = others if number % 2 else drink_and_eat
    return fitting[number // 2 % len(fitting)]


def _after(session: Session, *, soon_again: bool) -> tuple[tuple[Card, ...], tuple[Card, ...]]:
    if session.kind is Kind.RECOVERY:
        return (OMEGA_3,), (SLEEP, COACH)
    long = session.run_s >= LONGER_RUN_MIN * 60
    if not (long or _was_hard(session)):
        return (DRINK_AFTER, OMEGA_3), (*((PROTEIN,) if session.strength_s else ()), SLEEP, COACH)
    eat = CARBOHYDRATE_SOON if soon_again else CARBOHYDRATE_AFTER
    return (eat, DRINK_AFTER), (PROTEIN, SLEEP, COACH)


def _was_hard(session: Session) -> bool:
    if session.rpe is not None:
        return session.rpe >= HARD_RPE
    return session.subtype in QUALITY_SUBTYPES or (session.level or 0) >= HARD_CIRCUIT_LEVEL


def notes_for(athlete: Athlete) -> tuple[Card, ...]:
    """Return what is shown once, before a plan begins, to those whom it concerns (H.2)."""
    age = athlete.age
    notes = (
        (ADULT_NEAR, age is not None and age < ADULT),
        (BALANCE_WORK, age is not None and age >= OLDER),
        (PREGNANT, Limit.PREGNANCY in athlete.limits),
    )
    return tuple(card for card, shown in notes if shown)


IN_HELP = (DISCLAIMER, STOP, ILL, COACH, ACTIVE)
"""What stays to be read for everybody (H.1)."""
