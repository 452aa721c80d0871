"""Workouts for a watch: with the loads and reps that the log gives them today, as the guide would ask for them."""

from __future__ import annotations

import pytest

from hybridtui.domain.drafts import SetDraft
from hybridtui.domain.exports import ExportFormat
from hybridtui.domain.problems import Problem
from hybridtui.domain.units import Load
from hybridtui.domain.workout import Kind
from tests.formats.test_fit_workouts import steps_of
from tests.logbook import plans


def test_a_watch_is_told_the_targets_of_the_day(reopen, tmp_path) -> None:
    book = reopen()
    book.plans.adopt(plans.plan(2))
    session = book.sessions.start_free(Kind.STRENGTH)
    book.sessions.log_sets(session.id, None, "back_squat", [SetDraft(load=Load(80), reps=7, rpe=7)] * 3)
    book.sessions.finish(session.id, rpe=6, minutes=30)
    report = book.exports.write(ExportFormat.FIT, tmp_path / "watch")
    assert len(report.files) == 5
    archive = book.exports.write(ExportFormat.FIT, tmp_path / "watch.zip")
    assert archive.in_words.startswith("5 files, ")
    planned = book.plans.current().workout("w1-wed")
    target = next(step for step in book.plans.targeted(planned).steps if step.exercise == "back_squat")
    squats = [
        step
        for step in steps_of((tmp_path / "watch" / "2026-03-04-full-body.fit").read_bytes())
        if step.get("wkt_step_name") == "Back squat"
    ]
    assert target.load is not None
    assert {step["exercise_weight"] for step in squats} == {target.load.kg}
    assert [step["duration_reps"] for step in squats] in (list(target.aims), [target.aims[0]])


def test_without_a_plan_there_is_nothing_for_a_watch(reopen, tmp_path) -> None:
    with pytest.raises(Problem, match="adopt a plan"):
        reopen().exports.write(ExportFormat.FIT, tmp_path / "watch")
    assert not (tmp_path / "watch").exists()
