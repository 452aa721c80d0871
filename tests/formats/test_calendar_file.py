"""The plan for calendars: what a calendar reads back is what the plan asks for. Source: formats.md 1.14; RFC 5545."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar, Event

from hybridtui.domain.calendar import Moment
from hybridtui.domain.contents import Contents
from hybridtui.domain.exercises import catalogue
from hybridtui.domain.plan.moving import moved
from hybridtui.domain.session import Session, Status
from hybridtui.domain.workout import RACE, Form, Kind, Plan, Step, StepKind, Why, Workout
from hybridtui.formats.outgoing import calendar_file
from hybridtui.formats.writing import Exported
from tests.formats.test_plan_json import ATHLETES, drafted
from tests.hostile import CONTROLS, MARKUP
from tests.logbook import plans

NOW = datetime(2026, 3, 4, 7, 30, 15, tzinfo=UTC)


def written(
    plan: Plan | None, *, since: date | None = None, now: datetime = NOW, sessions: tuple[Session, ...] = ()
) -> bytes:
    exported = Exported(
        sessions=lambda: iter(sessions),
        contents=Contents(plans=(plans.plan(1, "older"), plan) if plan is not None else ()),
        exercises=catalogue(),
        since=since,
        now=now,
    )
    files = list(calendar_file.write(exported))
    ahead = plan is not None and any(since is None or each.day >= since for each in plan.workouts)
    assert [file.name for file in files] == (["plan.ics"] if ahead else [])
    return b"".join(part for file in files for part in file.parts)


def events(data: bytes, status: str = "CONFIRMED") -> list[Event]:
    """Return the events of the plan that is followed; or ``CANCELLED``, those that earlier ones left behind."""
    calendar = Calendar.from_ical(data)
    assert (str(calendar["version"]), str(calendar["method"])) == ("2.0", "PUBLISH")
    return [each for each in calendar.walk("VEVENT") if isinstance(each, Event) and each["status"] == status]


def with_workouts(*workouts: Workout) -> Plan:
    plan = plans.plan(1)
    return replace(plan, weeks=(replace(plan.weeks[0], workouts=workouts),))


RUN = plans.run("r1", plans.MONDAY)
LIFT = plans.strength("s1", plans.MONDAY + timedelta(days=2))


def told(*workouts: Workout) -> Event:
    """Return the event of the first workout."""
    return events(written(with_workouts(*workouts)))[0]


def test_every_workout_of_the_plan_that_is_followed_is_an_event_of_its_day() -> None:
    plan = plans.plan(4)
    found = events(written(plan))
    assert [(str(each["uid"]), each["dtstart"].dt, each["dtend"].dt) for each in found] == [
        (f"{workout.id}@hybridtui", workout.day, workout.day + timedelta(days=1)) for workout in plan.workouts
    ]
    assert {str(each["transp"]) for each in found} == {"TRANSPARENT"}
    assert b"VTIMEZONE" not in written(plan)


def test_an_event_says_what_there_is_to_do_and_why() -> None:
    why = replace(LIFT, purpose="Legs for the hills.", why=(Why("R12", "Twice a week keeps strength."),))
    event = told(why)
    assert (str(event["summary"]), str(event["status"])) == ("Full body, 40 min", "CONFIRMED")
    assert str(event["description"]).splitlines() == [
        "Warm-up: Brisk walk",
        "- Back squat: 3 x 6-8, 60 kg, RPE 7, rest 2 min",
        "- Push-up: 2 x 8-12, rest 1 min",
        "- Plank: 2 x 30 s, rest 45 s",
        "Cool-down: Hip stretch",
        "",
        "Legs for the hills.",
        "Twice a week keeps strength. (R12)",
    ]
    assert event["categories"].to_ical() == b"Strength"


def test_a_title_that_ends_with_its_length_is_left_as_it_is() -> None:
    assert str(told(replace(RUN, title="Easy run 40 min"))["summary"]) == "Easy run 40 min"


def test_a_group_is_led_by_how_its_clock_goes() -> None:
    squat = Step(kind=StepKind.STATION, title="Squat", reps=10, group=1, form=Form.AMRAP, block_s=720)
    lines = str(told(replace(LIFT, steps=(squat, replace(squat, title="Row"))))["description"]).splitlines()
    assert lines[:3] == ["As many rounds as possible in 12 min:", "- Squat: 1 x 10", "- Row: 1 x 10"]


@pytest.mark.parametrize(
    ("kind", "subtype", "categories"),
    [
        (Kind.RUN, "easy", b"Run"),
        (Kind.RUN, RACE, b"Run,Race"),
        (Kind.COMBO, "", b"Run,Strength"),
        (Kind.HYBRID, "circuit", b"Run,Strength"),
        (Kind.RECOVERY, "", b"Recovery"),
    ],
)
def test_categories_tell_the_sport(kind: Kind, subtype: str, categories: bytes) -> None:
    assert told(replace(RUN, kind=kind, subtype=subtype))["categories"].to_ical() == categories


def test_two_workouts_of_one_day_have_hours_without_a_zone() -> None:
    late = replace(LIFT, day=RUN.day, slot="pm")
    first, second = events(written(with_workouts(RUN, late)))
    assert (first["dtstart"].dt, second["dtstart"].dt) == (
        datetime.combine(RUN.day, time(7)),
        datetime.combine(RUN.day, time(17)),
    )
    assert second["dtend"].dt - second["dtstart"].dt == timedelta(minutes=40)
    assert first["dtstart"].dt.tzinfo is None
    assert {str(each["transp"]) for each in (first, second)} == {"OPAQUE"}


def test_only_what_is_of_a_day_or_later_is_wanted() -> None:
    plan = plans.plan(4)
    since = plans.MONDAY + timedelta(weeks=2)
    found = events(written(plan, since=since))
    assert [each["dtstart"].dt for each in found] == [each.day for each in plan.workouts if each.day >= since]
    assert written(plan, since=date(2030, 1, 1)) == b"", "RFC 5545 3.6: a calendar has at least one event"


def test_what_an_earlier_plan_asked_for_and_nobody_did_is_cancelled_in_the_days_of_this_one() -> None:
    before, kept, dropped, trained = (
        plans.run(name, plans.MONDAY + timedelta(days=days))
        for name, days in (("before", -3), ("r1", 1), ("dropped", 2), ("trained", 3))
    )
    older, newer = with_workouts(before, kept, dropped, trained), with_workouts(RUN)
    done = Session(
        id="x", kind=Kind.RUN, title="", started=Moment.at(NOW), status=Status.FINISHED, workout_id="trained"
    )
    exported = Exported(
        sessions=lambda: iter((done,)),
        contents=Contents(plans=(older, newer)),
        exercises=catalogue(),
        since=None,
        now=NOW,
    )
    (file,) = calendar_file.write(exported)
    data = b"".join(file.parts)
    assert [str(each["uid"]) for each in events(data)] == ["r1@hybridtui"]
    (gone,) = events(data, "CANCELLED")
    assert (str(gone["uid"]), gone["dtstart"].dt) == ("dropped@hybridtui", dropped.day)
    assert gone["sequence"] == calendar_file.sequence(NOW)


def test_without_a_plan_there_is_no_file() -> None:
    assert written(None) == b""


def test_a_workout_that_moves_keeps_its_uid_and_its_event_is_newer() -> None:
    plan = plans.plan(2)
    later = moved(plan, "w1-wed", plans.MONDAY + timedelta(days=3), because="a guest")
    before = {str(each["uid"]): each for each in events(written(plan))}
    after = {str(each["uid"]): each for each in events(written(later, now=NOW + timedelta(seconds=1)))}
    assert before.keys() == after.keys()
    event = after["w1-wed@hybridtui"]
    assert event["dtstart"].dt == plans.MONDAY + timedelta(days=3)
    assert "Moved from Wednesday 4 March: a guest" in str(event["description"])
    assert event["sequence"] > before["w1-wed@hybridtui"]["sequence"]
    assert event["last-modified"].dt > before["w1-wed@hybridtui"]["last-modified"].dt


def test_the_same_plan_at_the_same_time_is_the_same_file() -> None:
    assert written(plans.plan(2)) == written(plans.plan(2))


@given(st.datetimes(datetime(2020, 1, 1), datetime(2087, 1, 1), timezones=st.just(UTC)), st.integers(1, 10**8))
def test_a_later_export_has_a_higher_sequence_and_one_that_calendars_can_hold(now: datetime, seconds: int) -> None:
    later = min(now + timedelta(seconds=seconds), datetime(2088, 1, 1, tzinfo=UTC))
    assert 0 <= calendar_file.sequence(now) < calendar_file.sequence(later) < 2**31


def test_what_is_done_says_so() -> None:
    began = Moment.at(datetime(2026, 3, 2, 17, tzinfo=UTC))
    done = Session(id="x", kind=Kind.RUN, title="", status=Status.FINISHED, started=began, workout_id="w1-mon")
    running = replace(done, id="y", workout_id="w1-wed", status=Status.OPEN)
    first, second, *_ = events(written(plans.plan(1), sessions=(done, running)))
    assert str(first["summary"]) == "✓ Easy run, 40 min"
    assert str(first["description"]).startswith("Done.\n\n")
    assert str(second["summary"]) == "Full body, 40 min"


texts = st.one_of(st.sampled_from([*MARKUP, *CONTROLS, 'a;b,c\\n:d"e', "BEGIN:VEVENT\r\nUID:x"]), st.text(max_size=300))
steps = st.builds(
    Step,
    kind=st.sampled_from(StepKind),
    title=texts,
    sets=st.integers(1, 10),
    reps=st.none() | st.integers(1, 30),
    seconds=st.none() | st.integers(1, 7200),
    tempo=st.none() | texts,
    group=st.none() | st.integers(1, 3),
)
workouts = st.builds(
    Workout,
    id=st.one_of(texts, st.uuids().map(lambda each: each.hex)),
    day=st.dates(date(1970, 1, 1), date(2199, 12, 31)),
    kind=st.sampled_from(Kind),
    subtype=texts,
    title=texts,
    minutes=st.integers(0, 600),
    run_minutes=st.just(0),
    strength_minutes=st.just(0),
    steps=st.lists(steps, max_size=4).map(tuple),
    slot=st.sampled_from(["am", "pm", "noon"]),
    purpose=texts,
    why=st.lists(st.builds(Why, texts, texts), max_size=2).map(tuple),
    moved_from=st.none() | st.dates(),
    because=texts,
)


@settings(max_examples=60)
@given(st.lists(workouts, min_size=1, max_size=4, unique_by=lambda each: each.id))
def test_whatever_a_plan_says_the_file_is_whole_and_says_it(held: list[Workout]) -> None:
    data = written(with_workouts(*held))
    found = events(data)
    assert [each.errors for each in found] == [[]] * len(held)
    assert len({str(each["uid"]) for each in found}) == len(held)
    for event in found:
        assert str(event["uid"]).isascii()
        assert str(event["uid"]).isprintable()
    lines = data.split(b"\r\n")
    assert max(map(len, lines)) <= 75
    assert not any(byte < 32 and byte != 9 for line in lines for byte in line)
    assert Calendar.from_ical(data).to_ical() == data


@pytest.mark.parametrize("name", list(ATHLETES)[::3])
def test_plans_that_are_drafted_are_told_whole(name: str) -> None:
    plan = drafted(name)
    found = events(written(plan))
    assert len({str(each["uid"]) for each in found}) == len(plan.workouts)
    for event, workout in zip(found, plan.workouts, strict=True):
        described = str(event["description"])
        assert all(step.title in described for step in workout.steps)
        assert workout.purpose in described
