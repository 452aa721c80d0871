"""A richer copy completes the session that is known; nothing is doubled, and nothing that was said is lost."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hybridtui.domain.calendar import Moment
from hybridtui.domain.flags import CHECKSUM_WRONG, LENGTH_ESTIMATED, RECOVERED, ROWS_LEFT_OUT, ZONE_ASSUMED
from hybridtui.domain.merging import completed, gist, knows_more
from hybridtui.domain.session import LoggedSet, RunEntry, Session, Source, Status
from hybridtui.domain.totals import with_totals
from hybridtui.domain.units import Distance, DistanceUnit, Load, WeightUnit
from hybridtui.domain.workout import Kind
from tests.domain.sessions import after, session

SETS = tuple(
    LoggedSet(
        id=f"s{at}", position=at, exercise=exercise, load=Load(kg), reps=reps, rpe=8.0, rest_s=120, note=f"set {at}"
    )
    for at, (exercise, kg, reps) in enumerate(
        [("back_squat", 100.0, 5), ("back_squat", 100.0, 5), ("bench_press", 80.0, 6), ("own:row", 60.0, 10)]
    )
)
RUN = RunEntry(
    id="r", position=4, distance=Distance(3.0, DistanceUnit.KM), seconds=900.0, elapsed_s=950.0, avg_hr=150,
    max_hr=171, ascent_m=40.0, rpe=5.0, note="windy",
)  # fmt: skip


def lifted(**known: object) -> Session:
    """Return an imported hour of lifting with a run at its end, told in full."""
    given = {
        "kind": Kind.COMBO, "status": Status.FINISHED, "source": Source.STRONG, "fingerprint": "strong:1",
        "ended": session().started.later(timedelta(hours=1)), "run_s": 900.0, "strength_s": 2700.0,
        "sets": SETS, "runs": (RUN,), "rpe": 7.0, "avg_hr": 120, "note": "good", "flags": (),
    }  # fmt: skip
    return with_totals(session(**(given | known)))


WHOLE = lifted()


def bare(whole: Session) -> Session:
    """Return what two logs of the same training have in common."""
    return replace(
        whole,
        sets=tuple(replace(each, id="") for each in whole.sets),
        runs=tuple(replace(each, id="") for each in whole.runs),
    )


def without(*names: str, **known: object) -> Session:
    """Return the session by an export that lacks some columns."""
    empty = {"rpe": None, "rest_s": None, "note": "", "avg_hr": None, "max_hr": None, "ascent_m": None,
             "elapsed_s": None}  # fmt: skip
    gone = {name: empty[name] for name in names}

    def bared(part: LoggedSet | RunEntry) -> LoggedSet | RunEntry:
        return replace(part, **{name: value for name, value in gone.items() if hasattr(part, name)})

    header = {name: value for name, value in gone.items() if name in {"rpe", "note", "avg_hr"}}
    parts = {"sets": tuple(map(bared, SETS)), "runs": (bared(RUN),)}
    return lifted(**(header | parts | known))


@pytest.mark.parametrize("lacking", ["rpe", "rest_s", "note", "avg_hr", "max_hr", "ascent_m", "elapsed_s"])
def test_a_copy_with_a_column_more_fills_it(lacking: str) -> None:
    poor = without(lacking)
    assert knows_more(gist(WHOLE), gist(poor))
    assert not knows_more(gist(poor), gist(WHOLE))
    assert completed(poor, WHOLE) == WHOLE
    assert completed(WHOLE, poor) is None


def test_the_load_follows_the_effort_that_was_filled_in() -> None:
    poor = without("rpe")
    assert poor.load_estimated
    filled = completed(poor, WHOLE)
    assert filled is not None
    assert (filled.load_au, filled.load_estimated) == (420.0, False)


def test_a_copy_that_is_all_of_it_tells_its_load_too() -> None:
    told = replace(WHOLE, load_au=434.0, load_estimated=False, run_s=1200.0, strength_s=2400.0)
    whole = completed(replace(told, sets=(), runs=(), tonnage_kg=0.0), told)
    assert whole is not None
    assert bare(whole) == bare(told)
    assert completed(without("rpe", load_au=434.0), WHOLE).load_au == WHOLE.load_au


def test_a_later_longer_export_adds_the_sets_between_and_behind() -> None:
    first = lifted(
        kind=Kind.STRENGTH, runs=(), run_s=0.0, strength_s=1800.0, ended=WHOLE.started.later(timedelta(minutes=30)),
        sets=(replace(SETS[0], id="kept", rpe=9.0), replace(SETS[2], position=1)),
    )  # fmt: skip
    grown = completed(first, WHOLE)
    assert grown is not None
    assert [each.id for each in grown.sets] == ["kept", "s1", "s2", "s3"]
    assert [each.position for each in (*grown.sets, *grown.runs)] == [0, 1, 2, 3, 4]
    assert grown.sets[0].rpe == 9.0, "what is told stays"
    assert (grown.kind, grown.total_s, grown.tonnage_kg) == (Kind.COMBO, 3600.0, WHOLE.tonnage_kg)
    assert completed(WHOLE, first) is None


def test_a_set_that_was_corrected_keeps_its_numbers_and_none_is_added() -> None:
    mended = (SETS[0], replace(SETS[1], reps=6), *SETS[2:])
    assert completed(lifted(sets=mended), WHOLE) is None
    longer = lifted(sets=(*SETS, replace(SETS[3], id="s5", position=5)))
    assert completed(lifted(sets=mended), longer) is None
    filled = completed(lifted(sets=tuple(replace(each, note="") for each in mended)), WHOLE)
    assert filled is not None
    assert [(each.reps, each.note) for each in filled.sets[:2]] == [(5, "set 0"), (6, "set 1")]


def test_what_the_athlete_wrote_stays() -> None:
    mine = lifted(title="Mine", note="my words", rpe=9.0, sets=tuple(replace(each, rpe=6.0) for each in SETS))
    assert completed(mine, WHOLE) is None


def test_the_same_file_fills_nothing_that_was_emptied_by_hand() -> None:
    emptied = without("note", original="a" * 64)
    assert completed(emptied, replace(WHOLE, original="a" * 64)) is None
    assert completed(emptied, replace(WHOLE, original="b" * 64)) is not None


def test_an_exercise_that_was_confirmed_stays_and_a_guess_gives_way() -> None:
    guessed = lifted(sets=tuple(replace(each, exercise="plank", unconfirmed=True, note="") for each in SETS))
    assert completed(WHOLE, guessed) is None
    told = completed(guessed, WHOLE)
    assert told is not None
    assert [(each.exercise, each.unconfirmed) for each in told.sets] == [(each.exercise, False) for each in SETS]


def test_pounds_and_kilograms_are_one_set() -> None:
    loads = [Load(pound, WeightUnit.LB) for pound in (220.46, 220.46, 176.37, 132.28)]
    pounds = tuple(replace(each, load=load) for each, load in zip(SETS, loads, strict=True))
    in_pounds = lifted(sets=(*pounds, replace(pounds[-1], id="more", position=5)))
    grown = completed(lifted(), in_pounds)
    assert grown is not None
    assert [each.load for each in grown.sets[:4]] == [each.load for each in SETS]
    assert len(grown.sets) == 5


def test_a_told_length_takes_the_place_of_an_estimate() -> None:
    estimated = lifted(flags=(LENGTH_ESTIMATED,), strength_s=720.0, ended=WHOLE.started.later(timedelta(minutes=27)))
    assert completed(estimated, WHOLE) == WHOLE
    assert completed(WHOLE, estimated) is None


def test_rows_that_were_left_out_come_with_a_copy_that_has_them_all() -> None:
    rest = lifted(sets=SETS[1:], flags=(ROWS_LEFT_OUT,))
    grown = completed(rest, WHOLE)
    assert grown is not None
    assert (grown.flags, len(grown.sets)) == ((), 4)


def test_a_zone_that_is_told_takes_the_place_of_an_assumed_one() -> None:
    started = replace(WHOLE.started, offset_s=0, zone="UTC")
    assumed = lifted(flags=(ZONE_ASSUMED,), started=started, ended=started.later(timedelta(hours=1)))
    told = completed(assumed, WHOLE)
    assert told is not None
    assert (told.started, told.ended, told.flags) == (WHOLE.started, WHOLE.ended, ())


def test_a_zone_that_is_told_moves_a_start_that_was_only_told_by_the_clock_on_the_wall() -> None:
    """Half way round the world: the list of a service did not say so."""
    started = Moment(WHOLE.started.utc + timedelta(hours=9), WHOLE.started.offset_s - 9 * 3600, None, after(0).date())
    assumed = lifted(flags=(ZONE_ASSUMED,), started=started, ended=started.later(timedelta(hours=1)))
    told = completed(assumed, WHOLE)
    assert told is not None
    assert (told.started, told.ended, told.flags) == (WHOLE.started, WHOLE.ended, ())
    corrected = assumed.begun_at(started.local - timedelta(minutes=20))
    assert completed(corrected, WHOLE) is None, "what the athlete said of its start stays"


def test_a_sound_file_takes_the_place_of_one_that_was_cut_off() -> None:
    part = replace(RUN, id="mine", distance=Distance(1.2, DistanceUnit.KM), seconds=361.0, avg_hr=140, rpe=None)
    cut = lifted(kind=Kind.RUN, sets=(), runs=(part,), run_s=361.0, strength_s=0.0, flags=(RECOVERED,), note="my words")
    sound = lifted(kind=Kind.RUN, sets=(), runs=(RUN,), run_s=900.0, strength_s=0.0)
    mended = completed(cut, sound)
    assert mended == replace(sound, runs=(replace(RUN, id="mine"),), note="my words")
    assert completed(sound, cut) is None
    wrong = replace(sound, flags=(CHECKSUM_WRONG,))
    better = completed(cut, wrong)
    assert better is not None
    assert (better.flags, better.run_s) == ((CHECKSUM_WRONG,), 900.0), "less was lost"
    assert completed(wrong, cut) is None
    assert knows_more(gist(wrong), gist(cut))


@st.composite
def copies(draw: st.DrawFn) -> Session:
    """Return the session as some export may tell it: columns are missing, and sets at its end."""
    names = draw(st.sets(st.sampled_from(["rpe", "rest_s", "note", "avg_hr", "max_hr", "ascent_m", "elapsed_s"])))
    some = without(*sorted(names))
    count = draw(st.integers(1, len(SETS) + 1))
    if count > len(SETS):
        return some
    ended = WHOLE.started.later(timedelta(minutes=10 * count))
    return with_totals(replace(some, sets=some.sets[:count], runs=(), kind=Kind.STRENGTH, run_s=0.0,
                               strength_s=600.0 * count, ended=ended))  # fmt: skip


@given(copies(), copies())
def test_the_order_of_two_copies_does_not_matter(one: Session, other: Session) -> None:
    both = completed(one, other) or one
    assert bare(both) == bare(completed(other, one) or other)
    assert completed(both, one) is None, "a second time adds nothing"
    assert completed(both, other) is None
    if both != one:
        assert gist(both) != gist(one)


@given(copies(), copies())
def test_a_gist_never_hides_a_copy_that_has_all_and_more(one: Session, other: Session) -> None:
    gained = completed(one, other)
    if gained is not None and bare(gained) == bare(other):
        assert knows_more(gist(other), gist(one))


def test_times_of_sets_are_kept_as_told() -> None:
    timed = lifted(sets=tuple(replace(each, logged_at=after(60 * at)) for at, each in enumerate(SETS)))
    assert completed(WHOLE, timed) == timed
