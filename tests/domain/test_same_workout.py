"""Which records are of one workout, and which of them counts. Source: formats.md 1.1 and 1.10."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from hybridtui.domain.same_workout import MOST_A_DAY, told_twice
from hybridtui.domain.session import Source
from hybridtui.domain.workout import Kind
from hybridtui.domain.workout_records import COPIED, LISTS, Record, Told

SIX = datetime(2026, 3, 4, 18, 0, tzinfo=UTC)


def record(id_: str, *, at: float = 0.0, minutes: float = 60.0, lasts: float | None = None, **fields: object) -> Record:
    """Return an hour's run at six, so many minutes later; ``lasts``: by the clock."""
    began = SIX + timedelta(minutes=at)
    ended = began + timedelta(minutes=minutes if lasts is None else lasts)
    given = {"kind": Kind.RUN, "source": Source.APP, "file": id_} | fields
    return Record(id=id_, began=began, ended=ended, day=began.date(), seconds=minutes * 60, **given)  # type: ignore[arg-type]


WATCH = record("watch", source=Source.FIT, metres=10_000.0)


@pytest.mark.parametrize(
    ("other", "same"),
    [
        (record("x", at=0.9, minutes=61, source=Source.STRONG), True),
        (record("x", at=1.1, minutes=60, source=Source.STRONG), False),
        (record("x", minutes=55, source=Source.STRONG), False),
        (record("x", minutes=55, metres=10_190.0, source=Source.STRONG), True),
        (record("x", minutes=55, metres=10_210.0, source=Source.STRONG), False),
        (record("x", minutes=60, kind=Kind.STRENGTH, source=Source.STRONG), False),
        (record("x", source=Source.FIT, metres=10_010.0), True),
        (record("x", source=Source.FIT), True),
        (record("x", source=Source.FIT, metres=10_010.0, minutes=55), False),
        (record("x", source=Source.FIT, metres=9_000.0), False),
        (record("x", source=Source.FIT, metres=10_010.0, file="watch"), False),
        (record("x", at=1.1, source=Source.FIT, metres=10_010.0), False),
        (record("x", at=30, minutes=60), True),
        (record("x", at=31, minutes=60), False),
        (record("x", at=50, minutes=15), True),
        (record("x", at=53, minutes=15), False),
        (record("x", at=50, minutes=15, source=Source.STRONG), False),
        (record("x", at=180, minutes=5, metres=10_100.0), True),
        (record("x", at=180, minutes=5, metres=10_300.0), False),
        (record("x", at=24 * 60, metres=10_000.0), False),
        (record("x", at=180, minutes=5, metres=10_100.0, source=Source.STRONG), False),
        (record("x", at=30, kind=Kind.OTHER, sport="cycling"), False),
        (record("x", at=30, kind=Kind.COMBO), True),
    ],
)
def test_a_record_of_the_watch_and_another(other: Record, same: bool) -> None:
    assert (len(told_twice([WATCH, other])) == 1) is same
    assert told_twice([WATCH, other]) == told_twice([other, WATCH])


@pytest.mark.parametrize("source", [Source.APP, Source.STRONG])
def test_what_is_told_twice_in_one_place_is_two_workouts(source: Source) -> None:
    both = [record("a", metres=5000.0, source=source), record("b", at=0.5, metres=5000.0, source=source)]
    assert told_twice(both) == {}


@pytest.mark.parametrize(
    ("app", "file", "counts"),
    [
        ({"sets": 3}, {"rated": True, "metres": 9.0}, "app"),
        ({"rated": True}, {"sets": 3}, "file"),
        ({}, {"rated": True}, "file"),
        ({"rated": True}, {"metres": 9.0}, "file"),
        ({"rated": True, "metres": 9.0}, {"metres": 9.0}, "app"),
        ({}, {"metres": 9.0}, "file"),
        ({"sets": 3, "metres": 9.0}, {"sets": 2, "metres": 9.0}, "app"),
    ],
)
def test_the_richer_record_counts(app: dict[str, object], file: dict[str, object], counts: str) -> None:
    both = [
        replace(record("app", kind=Kind.STRENGTH), **app),  # type: ignore[arg-type]
        replace(record("file", kind=Kind.STRENGTH, source=Source.FIT), **file),  # type: ignore[arg-type]
    ]
    (left_out,) = told_twice(both).items()
    assert left_out == ("file" if counts == "app" else "app", counts)


@pytest.mark.parametrize(("apart_s", "minutes"), [(18, (3323 / 60, 3368 / 60)), (58, (70.0, 4306 / 60))])
def test_two_workouts_of_one_export_that_begin_in_one_minute_are_two(
    apart_s: float, minutes: tuple[float, float]
) -> None:
    """As long as each other within 2 %: an app tells a workout once."""
    two = [
        record("a", kind=Kind.STRENGTH, source=Source.STRONG, minutes=minutes[0], sets=24),
        record("b", kind=Kind.STRENGTH, source=Source.STRONG, minutes=minutes[1], sets=24, at=apart_s / 60),
    ]
    assert told_twice(two) == {}
    watch = record("watch", kind=Kind.STRENGTH, source=Source.FIT, minutes=minutes[0], at=0.1)
    assert told_twice([*two, watch]) == {"watch": "a"}


def test_of_two_equal_runs_on_one_day_each_finds_its_own_record() -> None:
    app = [record("morning", at=-600, metres=5000.0), record("evening", metres=5000.0)]
    watch = [replace(each, id=f"{each.id} watch", source=Source.FIT, metres=5050.0) for each in app]
    assert told_twice([*app, *watch]) == {"morning watch": "morning", "evening watch": "evening"}
    assert told_twice([app[1], *watch]) == {"evening watch": "evening"}, "the morning's run was not logged"


def test_a_workout_that_all_told_counts_once() -> None:
    all_ = [record(f"{source}", source=source, metres=8000.0) for source in Source]
    assert told_twice(all_) == dict.fromkeys(set(Source) - {Source.APP}, "app")


def test_a_run_with_strength_may_be_told_by_a_record_of_each() -> None:
    whole = record("whole", kind=Kind.COMBO, minutes=90)
    run = record("run", minutes=40, source=Source.FIT, metres=8000.0)
    lifting = record("lifting", at=42, minutes=45, kind=Kind.STRENGTH, source=Source.FIT, sets=12)
    later = record("later", at=200, minutes=45, kind=Kind.STRENGTH, source=Source.FIT, sets=12)
    assert told_twice([whole, run, lifting, later]) == {"run": "whole", "lifting": "whole"}


@pytest.mark.parametrize("kind", [Kind.HYBRID, Kind.COMBO])
def test_a_watch_that_took_it_all_for_a_run_does_not_take_its_strength_away(kind: Kind) -> None:
    assert told_twice([record("app", at=2, kind=kind, rated=True), WATCH]) == {"watch": "app"}


LIFTED = record("strong", kind=Kind.STRENGTH, source=Source.STRONG, sets=18, reps=96, tonnage_kg=7200.0)


@pytest.mark.parametrize(
    ("other", "same"),
    [
        # a service's list, or a watch, that only knows when something was lifted
        (record("x", at=25, minutes=50, kind=Kind.STRENGTH, source=Source.STRAVA), True),
        (record("x", at=31, minutes=60, kind=Kind.STRENGTH, source=Source.STRAVA), False),
        (record("x", at=25, minutes=50, kind=Kind.STRENGTH, source=Source.FIT, sets=30), True),
        (record("x", at=25, minutes=50, kind=Kind.OTHER, sport="workout", source=Source.STRAVA), False),
        # the next weight training of a list, the same long, an hour later
        (record("x", at=60, minutes=60, kind=Kind.STRENGTH, source=Source.STRAVA), False),
        # the same history in another app, by a clock that rounds to minutes
        (replace(LIFTED, id="x", source=Source.HEVY, began=SIX + timedelta(minutes=3), seconds=3000.0), True),
        (replace(LIFTED, id="x", source=Source.HEVY, tonnage_kg=7230.0), True),
        (replace(LIFTED, id="x", source=Source.HEVY, began=SIX + timedelta(minutes=3), reps=97), False),
        (replace(LIFTED, id="x", source=Source.HEVY, began=SIX + timedelta(minutes=3), tonnage_kg=7260.0), False),
        (replace(LIFTED, id="x", source=Source.HEVY, day=SIX.date() + timedelta(days=1), seconds=9.0), False),
        (replace(LIFTED, id="x", source=Source.APP, began=SIX + timedelta(hours=3)), True),
        # one app tells a workout once, however alike two of a day are
        (replace(LIFTED, id="x", began=SIX + timedelta(hours=3)), False),
    ],
)  # fmt: skip
def test_a_workout_of_a_lifting_app_and_another(other: Record, same: bool) -> None:
    assert (len(told_twice([LIFTED, other])) == 1) is same
    assert told_twice([LIFTED, other]) == told_twice([other, LIFTED])


OF_THE_DAY = record("notes", at=-18 * 60, kind=Kind.STRENGTH, source=Source.FITNOTES, sets=18, reps=96,
                    tonnage_kg=7200.0, told=Told.DAY)  # fmt: skip


@pytest.mark.parametrize(
    ("other", "same"),
    [
        (LIFTED, True),
        (replace(LIFTED, reps=95), False),
        (replace(LIFTED, day=SIX.date() + timedelta(days=1)), False),
        (record("x", kind=Kind.STRENGTH, source=Source.STRAVA), True),
        (record("x", kind=Kind.STRENGTH, source=Source.FIT, sets=30), True),
        (record("x", kind=Kind.RUN, source=Source.STRAVA), False),
        # at midnight, where the day begins that is told for want of a time
        (record("x", at=-18 * 60, kind=Kind.STRENGTH, sets=3), False),
    ],
)
def test_an_app_that_tells_only_the_day(other: Record, same: bool) -> None:
    assert (len(told_twice([OF_THE_DAY, other])) == 1) is same
    assert told_twice([OF_THE_DAY, other]) == told_twice([other, OF_THE_DAY])


def test_of_two_weight_trainings_of_a_day_one_is_that_of_the_day() -> None:
    two = [record(f"{at}", at=at, kind=Kind.STRENGTH, source=Source.STRAVA) for at in (0, 180)]
    assert told_twice([OF_THE_DAY, *two]) == {"0": "notes"}


def test_a_run_without_a_time_is_the_watchs_run_of_that_day_and_length() -> None:
    notes = record("notes", at=-18 * 60, source=Source.FITNOTES, metres=10_100.0, told=Told.DAY)
    assert told_twice([notes, WATCH]) == {"notes": "watch"} or told_twice([notes, WATCH]) == {"watch": "notes"}
    assert told_twice([replace(notes, metres=10_300.0), WATCH]) == {}


@pytest.mark.parametrize(
    ("poorer", "richer"),
    [
        (Source.TCX, Source.FIT),
        (Source.GPX, Source.TCX),
        (Source.STRAVA, Source.GPX),
        (Source.GARMIN, Source.GPX),
        (Source.APPLE, Source.STRAVA),
    ],
)
def test_the_source_that_loses_least_counts(poorer: Source, richer: Source) -> None:
    first, second = (record(source.value, source=source, metres=5000.0) for source in (poorer, richer))
    assert told_twice([replace(first, rated=poorer in LISTS and richer not in LISTS), second]) == {
        poorer.value: richer.value
    }


@pytest.mark.parametrize("sport", ["", "training"])
def test_a_file_that_does_not_say_the_sport_may_be_a_copy_of_any(sport: str) -> None:
    watch = record("watch", kind=Kind.STRENGTH, source=Source.FIT, sets=12)
    unsaid = record("x", at=0.5, kind=Kind.OTHER, sport=sport, source=Source.TCX)
    assert told_twice([watch, unsaid]) == {"x": "watch"}
    assert told_twice([watch, replace(unsaid, seconds=3000.0)]) == {}
    assert told_twice([watch, replace(unsaid, sport="yoga")]) == {}
    assert told_twice([replace(unsaid, metres=9.0), replace(WATCH, metres=0.0)]) == {"x": "watch"}


def test_sets_told_by_hand_count_before_a_watchs_guesses() -> None:
    guessed = record("watch", at=3, kind=Kind.STRENGTH, source=Source.FIT, sets=30, metres=500.0, rated=True)
    assert told_twice([LIFTED, guessed]) == {"watch": "strong"}


@pytest.mark.parametrize("source", sorted(COPIED))
def test_copies_of_one_file_in_several_places_count_once(source: Source) -> None:
    three = [record(f"{n}", source=source, at=n / 10, metres=8000.0 + n) for n in range(3)]
    assert set(told_twice(three).values()) == {"0"}


def test_neither_ids_nor_the_order_decide() -> None:
    chance = random.Random(11)
    records = [
        replace(
            record(
                f"{n}",
                at=chance.randrange(0, 3000, 20),
                minutes=chance.choice([30, 60]),
                kind=chance.choice([Kind.RUN, Kind.STRENGTH]),
                source=chance.choice(list(Source)),
                metres=chance.choice([0.0, 5000.0]),
                sets=chance.choice([0, 12]),
            ),
            key=f"key {n}",
        )
        for n in range(120)
    ]

    def told() -> set[tuple[str, str]]:
        shuffled = [replace(each, id=f"{chance.random()}") for each in records]
        chance.shuffle(shuffled)
        keys = {each.id: each.key for each in shuffled}
        return {(keys[twice], keys[counts]) for twice, counts in told_twice(shuffled).items()}

    found = told()
    assert len(found) > 20
    assert all(told() == found for _ in range(5))


def test_the_order_of_the_log_does_not_matter() -> None:
    chance = random.Random(5)
    records = [
        record(
            f"r{n}",
            at=chance.randrange(0, 4000, 10),
            minutes=chance.choice([10, 30, 60]),
            kind=chance.choice([Kind.RUN, Kind.STRENGTH, Kind.COMBO]),
            source=chance.choice(list(Source)),
            metres=chance.choice([0.0, 5000.0, 5050.0]),
            rated=chance.random() < 0.5,
        )
        for n in range(150)
    ]
    found = told_twice(records)
    assert found
    assert not set(found) & set(found.values()), "what counts in place of another counts itself"
    for _ in range(5):
        chance.shuffle(records)
        assert told_twice(records) == found


def test_a_made_up_day_is_not_compared_record_by_record() -> None:
    crowd = [record(f"{n}", at=n, source=[Source.FIT, Source.STRONG][n % 2]) for n in range(MOST_A_DAY + 1)]
    next_day = [record("ran", at=24 * 60), record("watch", at=24 * 60, source=Source.FIT)]
    assert told_twice([*crowd, *next_day]) == told_twice(next_day) != {}
    assert told_twice(crowd[:-1])
