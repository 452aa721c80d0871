"""A session in one typed line: what it becomes, and what is said where it is not understood."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hybridtui.domain import guide
from hybridtui.domain.athlete import EQUIPMENT_PROFILES
from hybridtui.domain.blocks import EXAMPLES, LONGEST, Block, Known, read, read_done
from hybridtui.domain.exercises import catalogue
from hybridtui.domain.problems import Problem
from hybridtui.domain.units import DistanceUnit, Load, WeightUnit
from hybridtui.domain.workout import Form, Kind, Step, StepKind
from tests.hostile import CONTROLS, MARKUP, UNICODE

KNOWN = Known(exercises=catalogue(), at_hand=EQUIPMENT_PROFILES["gym"])


def block(line: str, **known: object) -> Block:
    return read(line, replace(KNOWN, **known))  # type: ignore[arg-type]


def main(found: Block) -> tuple[Step, ...]:
    """The steps between warm-up and cool-down."""
    return tuple(step for step in found.steps if step.kind not in (StepKind.WARMUP, StepKind.COOLDOWN))


def ends(found: Block) -> list[tuple[StepKind, int | None]]:
    """Warm-up and cool-down: kind and seconds."""
    return [(step.kind, step.seconds) for step in found.steps if step.kind in (StepKind.WARMUP, StepKind.COOLDOWN)]


def intended(step: Step) -> tuple[object, ...]:
    """What one step asks for, as short as the table below."""
    what = f"{step.distance_m:g} m" if step.distance_m else f"{step.seconds} s" if step.seconds else step.reps
    if step.reps_max is not None:
        what = f"{step.reps}-{step.reps_max}"
    return step.kind.value, step.exercise or step.title, step.sets, what, step.rest_s


WARM, COOL, WALK, WALK_AFTER = ((StepKind.WARMUP, 600), (StepKind.COOLDOWN, 300), (StepKind.WARMUP, 300),
                                (StepKind.COOLDOWN, 180))  # fmt: skip


# --- runs (C.7, C.8) ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "subtype", "work", "rest", "around"),
    [
        ("6x400m/90s", "reps", ("400 m", 6, "400 m"), ("Easy jog", 5, "90 s"), [WARM, COOL]),
        ("5x3min/2min", "vo2", ("3 min", 5, "180 s"), ("Easy jog", 4, "120 s"), [WARM, COOL]),
        ("10x1min/1min", "fartlek", ("1 min", 10, "60 s"), ("Easy jog", 9, "60 s"), [WARM, COOL]),
        ("8 x 200 m / 60 s", "reps", ("200 m", 8, "200 m"), ("Easy jog", 7, "60 s"), [WARM, COOL]),
        ("3 × 1,5 km / 2:30", "vo2", ("1.5 km", 3, "1500 m"), ("Easy jog", 2, "150 s"), [WARM, COOL]),
        ("4x8min T/90s", "cruise", ("8 min at T", 4, "480 s"), ("Easy jog", 3, "90 s"), [WARM, COOL]),
        ("6x400m", "reps", ("400 m", 6, "400 m"), ("Easy jog", 5, "90 s"), [WARM, COOL]),
        ("5x3min", "vo2", ("3 min", 5, "180 s"), ("Easy jog", 4, "180 s"), [WARM, COOL]),
        ("6x400m/90s walk", "reps", ("400 m", 6, "400 m"), ("Walk", 5, "90 s"), [WARM, COOL]),
        ("6x60s hill/90s", "hills", ("Uphill 1 min", 6, "60 s"), ("Walk or jog down", 5, "90 s"), [WARM, COOL]),
        ("8x(60s run/90s walk)", "runwalk", ("Run", 8, "60 s"), ("Walk", 7, "90 s"), [WALK, WALK_AFTER]),
        ("8x60s/90s walk", "runwalk", ("Run", 8, "60 s"), ("Walk", 7, "90 s"), [WALK, WALK_AFTER]),
    ],
)
def test_repeats_are_as_many_as_typed_with_a_rest_between_them(
    line: str, subtype: str, work: tuple[str, int, str], rest: tuple[str, int, str], around: list[object]
) -> None:
    found = block(line)
    on, off = main(found)
    assert (found.kind, found.subtype) == (Kind.RUN, subtype)
    assert intended(on) == ("interval", *work, 0)
    assert intended(off) == ("recovery", *rest, 0)
    assert on.group == off.group is not None
    assert ends(found) == around
    assert found.added, "what was not typed is said"


@given(st.integers(1, 50), st.sampled_from(["400m", "3min", "20s", "1 km", "90 s hill"]))
def test_the_number_of_repeats_is_exactly_what_was_typed(times: int, work: str) -> None:
    found = block(f"{times}x{work}/60s" if times > 1 else f"{times}x{work}")
    walked = [found.steps[place.step] for place in guide.places(found.steps)]
    assert sum(step.kind is StepKind.INTERVAL for step in walked) == times
    assert sum(step.kind is StepKind.RECOVERY for step in walked) == times - 1
    running = [step.kind for step in walked if step.kind in (StepKind.INTERVAL, StepKind.RECOVERY)]
    assert running[-1] is StepKind.INTERVAL, "nobody jogs on after the last one"


@pytest.mark.parametrize(
    ("line", "subtype", "title", "what", "around"),
    [
        ("20min T", "tempo", "Tempo run", "1200 s", [WARM, COOL]),
        ("20 min tempo", "tempo", "Tempo run", "1200 s", [WARM, COOL]),
        ("10km", "easy", "Run", "10000 m", []),
        ("40min", "easy", "Run", "2400 s", []),
        ("40min easy", "easy", "Easy run", "2400 s", []),
        ("1:10:00", "easy", "Run", "4200 s", []),
        ("6 mi", "easy", "Run", "9656.06 m", []),
    ],
)
def test_a_single_stretch_is_one_step_and_warmed_up_for_only_if_it_is_fast(
    line: str, subtype: str, title: str, what: str, around: list[object]
) -> None:
    found = block(line)
    (step,) = main(found)
    assert intended(step) == ("interval", title, 1, what, 0)
    assert (found.subtype, step.group, ends(found)) == (subtype, None, around)


def test_strides_follow_easy_running_which_is_their_warm_up() -> None:
    found = block("30min + 6x20s/60s")
    easy, stride, walk = main(found)
    assert intended(easy) == ("interval", "Run", 1, "1800 s", 0)
    assert intended(stride) == ("interval", "Stride 20 s", 6, "20 s", 0)
    assert intended(walk) == ("recovery", "Walk", 5, "60 s", 0)
    assert (found.subtype, ends(found)) == ("strides", [WALK_AFTER])


def test_what_is_typed_around_repeats_takes_the_place_of_warm_up_and_cool_down() -> None:
    found = block("15min easy + 5x3min I/2min + 10min")
    assert (found.subtype, ends(found), found.added) == ("vo2", [], "")
    assert [step.sets for step in found.steps] == [1, 5, 4, 1]


def test_a_zone_has_the_athletes_own_pace() -> None:
    found = block("20min T", pace_of={"T": 270.0}.get)
    assert main(found)[0].pace_s_per_km == 270


# --- blocks and sets (field.md table B) -----------------------------------------------------------


def stations(line: str) -> list[tuple[object, ...]]:
    return [intended(step)[1:] for step in block(line).steps]


def test_an_amrap_is_one_block_of_stations_with_its_rounds_open() -> None:
    found = block("amrap 12: 5 pull-up, 10 push-up, 15 squat")
    assert found.kind is Kind.STRENGTH
    assert [intended(step) for step in found.steps] == [
        ("station", "pull_up", 1, 5, 0),
        ("station", "push_up", 1, 10, 0),
        ("station", "bodyweight_squat", 1, 15, 0),
    ]
    assert {(step.form, step.block_s, step.group) for step in found.steps} == {(Form.AMRAP, 720, 1)}
    assert found.echo == "AMRAP 12 min: 5 pull-ups, 10 push-ups, 15 bodyweight squats"


@pytest.mark.parametrize(
    "line", ["12 min amrap: 5 burpees", "amrap 12min 5 burpee", "AMRAP 12: 5 burpees", "amrap12:5 burpee"]
)
def test_an_amrap_may_be_typed_in_several_ways(line: str) -> None:
    (step,) = block(line).steps
    assert (step.exercise, step.reps, step.form, step.block_s) == ("burpee", 5, Form.AMRAP, 720)


def test_an_emom_takes_turns_for_as_many_minutes_as_typed() -> None:
    steps = block("emom 10: 10 kettlebell swing, 8 burpee").steps
    assert [(step.exercise, step.sets, step.reps, step.form, step.block_s) for step in steps] == [
        ("kettlebell_swing", 5, 10, Form.EMOM, 60),
        ("burpee", 5, 8, Form.EMOM, 60),
    ]


@given(st.integers(1, 50), st.integers(1, 5))
def test_turns_add_up_to_the_minutes_of_an_emom_and_the_rounds_of_a_tabata(total: int, among: int) -> None:
    chosen = ["burpee", "push-up", "squat jump", "swing", "row"][:among]
    if among > total:
        with pytest.raises(Problem, match="do not fit"):
            block(f"emom {total}: " + ", ".join(f"5 {name}" for name in chosen))
        return
    emom = block(f"emom {total}: " + ", ".join(f"5 {name}" for name in chosen)).steps
    tabata = block(f"tabata {total}: " + ", ".join(chosen)).steps
    assert len(guide.places(emom)) == len(guide.places(tabata)) == total
    order = [place.step for place in guide.places(emom)]
    assert order == [turn % among for turn in range(total)], "in turn, to the last"


def test_longer_stretches_than_a_minute() -> None:
    (step,) = block("e2mom 10: 5 squat 80").steps
    assert (step.exercise, step.sets, step.block_s, step.load) == ("back_squat", 5, 120, Load(80))


@pytest.mark.parametrize(
    ("line", "steps"),
    [
        ("tabata: squat jump", [("squat_jump", 8, "20 s", 10)]),
        ("tabata squat jump, push up", [("squat_jump", 4, "20 s", 10), ("push_up", 4, "20 s", 10)]),
        ("rounds 4 40/20: push-up, row", [("push_up", 4, "40 s", 20), ("barbell_row", 4, "40 s", 20)]),
        ("4 rounds 1min/30s: plank", [("plank", 4, "60 s", 30)]),
        ("circuit 2 30/30: burpee", [("burpee", 2, "30 s", 30)]),
        ("3 rounds: 10 squat, 10 push-up", [("bodyweight_squat", 3, 10, 0), ("push_up", 3, 10, 60)]),
        ("3 rounds /2min: 10 squat + 30s plank", [("bodyweight_squat", 3, 10, 0), ("plank", 3, "30 s", 120)]),
    ],
)
def test_rounds_by_the_clock_and_by_number(line: str, steps: list[tuple[object, ...]]) -> None:
    assert stations(line) == steps
    assert {step.kind for step in block(line).steps} == {StepKind.STATION}
    assert len({step.group for step in block(line).steps} - {None}) == 1


def test_a_circuit_with_running_is_half_running() -> None:
    found = block("3 rounds: 400m run, 21 swings, 12 pull ups")
    assert (found.kind, found.subtype) == (Kind.HYBRID, "circuit")
    assert intended(found.steps[0]) == ("interval", "Run", 3, "400 m", 0)


def test_a_superset_is_one_group_with_a_rest_after_the_round() -> None:
    bench, row = block("superset 3x10 bench press + row").steps
    assert (intended(bench), intended(row)) == (("set", "bench_press", 3, 10, 90), ("set", "barbell_row", 3, 10, 90))
    assert bench.group == row.group is not None
    assert [s.exercise for s in block("superset 2x5 squat 60 + swing").steps] == ["back_squat", "kettlebell_swing"]
    heavy = block("superset 4: 8 bench press 60 + 10 row 40 / 2min").steps
    assert [(s.sets, s.reps, s.load, s.rest_s) for s in heavy] == [(4, 8, Load(60), 120), (4, 10, Load(40), 120)]


@pytest.mark.parametrize(
    ("line", "steps"),
    [
        ("3x8 back squat 80", [("back_squat", 3, 8, 90)]),
        ("3x8 squat 82,5, 3x10 row 40kg", [("back_squat", 3, 8, 90), ("barbell_row", 3, 10, 90)]),
        ("plank 3x45s; 2 x 10 dip", [("plank", 3, "45 s", 90), ("dip", 2, 10, 90)]),
        ("3x8-12 curls", [("db_curl", 3, "8-12", 90)]),
        ("squat 5x5 100kg @8 /3min", [("back_squat", 5, 5, 180)]),
        ("push-up, plank", [("push_up", 3, "8-12", 90), ("plank", 3, "30 s", 90)]),
        ("10 burpee\n3x45 side planks", [("burpee", 1, 10, 90), ("side_plank", 3, "45 s", 90)]),
        ("3 x 10 kb swings 24", [("kettlebell_swing", 3, 10, 90)]),
    ],
)  # fmt: skip
def test_sets_one_exercise_after_another(line: str, steps: list[tuple[object, ...]]) -> None:
    assert stations(line) == steps
    assert {step.group for step in block(line).steps} == {None}


def test_loads_are_read_in_the_athletes_unit_with_a_decimal_comma() -> None:
    assert [s.load for s in block("3x8 squat 82,5, 3x10 row 40kg").steps] == [Load(82.5), Load(40)]
    assert block("3x8 squat 185", weight_unit=WeightUnit.LB).steps[0].load == Load(185, WeightUnit.LB)
    weighted = block("3x5 pull-up +10").steps[0]
    assert (weighted.exercise, weighted.load) == ("weighted_pull_up", Load(10))


def test_one_sided_work_is_done_on_each_side() -> None:
    found = block("3x8 reverse lunge")
    assert found.steps[0].per_side
    assert found.echo == "3 x 8 reverse lunges each side"


def test_what_is_at_hand_decides_what_a_short_name_means() -> None:
    assert block("3x10 row", at_hand=EQUIPMENT_PROFILES["none"]).steps[0].exercise == "superman_row"


def test_the_athletes_own_exercise_is_found_by_its_name_even_with_digits_in_it() -> None:
    own = replace(catalogue()["push_up"], id="own:1", name="Machine 7")
    with_own = {**catalogue(), own.id: own}
    assert block("3x8 machine 7", exercises=with_own).steps[0].exercise == own.id
    assert block("3x8 machine 7 40", exercises=with_own).steps[0].load == Load(40)


# --- what is not understood -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "part", "example"),
    [
        ("3x8 thruster", '"thruster"', "Perhaps"),
        ("amrap: 5 push-up", "AMRAP", "amrap 12:"),
        ("amrap 12:", "Which exercises", "amrap 12:"),
        ("amrap 12: push-up", "Push-up: how many", "amrap 12:"),
        ("amrap 12: 3x5 push-up", "push-ups", "amrap 12:"),
        ("emom 5: 400m run", "400m run", "3 rounds: 400m run"),
        ("e3mom 10: 5 squat", "10 min", "3 min"),
        ("tabata: 10 squat", "the clock decides", "tabata: squat jump"),
        ("superset bench press", "two exercises", "superset 3x10"),
        ("6x400m/400m", "400m", "6x400m/90s"),
        ("6x400m/soon", '"6x400m/soon"', "6x400m/90s"),
        ("99x400m/90s", "99 repeats", "50"),
        ("6x3:75/2min", "go to 59", "44:10"),
        ("0 rounds: 5 squat", "0 rounds", "50"),
        ("3x9999 squat", "9999 reps", "1000"),
        ("3x12-8 squat", "12-8", "smaller number"),
        ("3x8 squat 9000", "9000: A load", "1000 kg"),
        ("3x8 squat @80", "@80", "RPE"),
        ("", "Nothing to do", "3x8 back squat"),
        ("400m x", '"400m x"', "6x400m"),
        ("x" * (LONGEST + 1), "too long", str(LONGEST)),
    ],
)
def test_what_is_not_understood_is_named_with_an_example(line: str, part: str, example: str) -> None:
    with pytest.raises(Problem) as refused:
        block(line)
    assert part in str(refused.value)
    assert example in str(refused.value)


def all_examples() -> Iterator[str]:
    return (line for lines in EXAMPLES.values() for line in lines)


@pytest.mark.parametrize("line", list(all_examples()))
def test_every_example_can_be_taken_and_its_title_typed_again(line: str) -> None:
    if read_done(line) is not None:
        return
    found = block(line)
    assert found.title == line
    assert block(found.title) == found


WORDS = [
    "6x",
    "400m",
    "/90s",
    "amrap",
    "12",
    ":",
    "emom",
    "tabata",
    "rounds",
    "4",
    "40/20",
    "superset",
    "3x10",
    "squat",
    "push-up",
    "+",
    ",",
    "(",
    ")",
    "@8",
    "/2min",
    "run",
    "walk",
    "T",
    "hill",
    "80",
    "kg",
    "1:10",
    "x",
    "and",
    "-",
]


@given(st.one_of(st.text(max_size=140), st.lists(st.sampled_from(WORDS), max_size=14).map(" ".join)))
def test_no_text_makes_reading_stumble_and_no_steps_are_without_end(text: str) -> None:
    with suppress(Problem):
        found = block(text)
        assert 1 <= len(found.steps) <= 60
        assert all(1 <= step.sets <= 360 for step in found.steps)
        assert found.echo
    with suppress(Problem):
        read_done(text)


@pytest.mark.parametrize("text", [*MARKUP, *CONTROLS, *UNICODE])
def test_hostile_text_is_refused_in_clean_words(text: str) -> None:
    for line in (text, f"3x8 {text}", f"amrap 12: 5 {text}", f"6x400m/{text}"):
        with suppress(Problem):
            block(line[:LONGEST])
        try:
            block(line[:LONGEST])
        except Problem as problem:
            said = str(problem)
        else:
            said = ""
        assert not any(ord(c) < 32 or 0x7F <= ord(c) < 0xA0 or c in "\u202e\u2066" for c in said)


def test_a_long_row_of_letters_is_read_as_fast_as_any() -> None:
    with pytest.raises(Problem):
        block("6x400m" + "a b " * 28 + "!")


# --- done already ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "metres", "seconds", "days_ago", "began"),
    [
        ("8km 44:10", 8000, 2650, None, None),
        ("8km 44:10 today", 8000, 2650, 0, None),
        ("8 km 44:10 yesterday 18:30", 8000, 2650, 1, "18:30"),
        ("done 40min", None, 2400, None, None),
        ("40min yesterday at 7", None, 2400, 1, "07:00"),
        ("5:20/km 30min", 5630, 1800, None, None),
    ],
)
def test_a_run_with_its_time_is_done_already(
    line: str, metres: float | None, seconds: float, days_ago: int | None, began: str | None
) -> None:
    done = read_done(line)
    assert done is not None
    assert (done.draft.distance.metres if done.draft.distance else None) == (pytest.approx(metres) if metres else None)
    assert done.draft.seconds == seconds
    assert (done.days_ago, f"{done.began:%H:%M}" if done.began else None) == (days_ago, began)


@pytest.mark.parametrize("line", ["10km", "40min", "6x400m/90s", "amrap 12: 5 squat", "", "3x8 squat 80"])
def test_a_run_to_come_is_not_taken_for_done(line: str) -> None:
    assert read_done(line) is None


@pytest.mark.parametrize(("line", "said"), [("done", "8km 44:10"), ("8km 44:10 today 25:00", "25:00")])
def test_a_run_that_is_done_but_not_understood_is_told_how(line: str, said: str) -> None:
    with pytest.raises(Problem, match=said):
        read_done(line)


def test_a_bare_number_is_in_the_athletes_unit() -> None:
    done = read_done("5 40:00", DistanceUnit.MI)
    assert done is not None
    assert done.echo.startswith("5 mi in 40:00")
