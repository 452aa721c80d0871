"""The diary: by week and month, compact, and only words where people wrote words."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from hybridtui.domain.session import RunEntry, Session, SetKind, Side, Status
from hybridtui.domain.text import clean, clean_note
from hybridtui.domain.units import Distance, DistanceUnit, Load, WeightUnit
from hybridtui.domain.workout import Kind
from hybridtui.formats.outgoing import markdown
from hybridtui.formats.outgoing.markdown_sessions import sets_in_words
from tests.formats.exported import exported, files
from tests.store.builders import logged, session

RENDERED = MarkdownIt("commonmark").enable("table").enable("strikethrough")


def done(id_: str = "s", *, day: int = 0, **fields: object) -> Session:
    given_ = {"status": Status.FINISHED, "strength_s": 2400.0, "load_au": 280.0, "rpe": 7.0} | fields
    return session(id_, day=day, **given_)


def diary(*sessions: Session) -> str:
    (data,) = files(markdown.write, exported(sessions)).values()
    return data.decode()


def test_weeks_have_their_days_and_sums_and_sessions_their_sets() -> None:
    squats = tuple(logged(f"q{n}", n, rpe=8.0) for n in range(3))
    text = diary(done(sets=squats, tonnage_kg=1200.0, note="Felt strong."))
    assert "# March 2026\n\n## 2026-W10 (2-8 March)\n\n**1 session, 40 min**: strength 40 min; 1,200 kg\n" in text
    assert (
        "### Wednesday 4 March, 17:00: Lower body\n\n40 min, RPE 7, load 280\n\n> Felt strong.\n\n"
        "- Barbell back squat 3x5 @ 80 kg, RPE 8\n" in text
    )
    assert "| March 2026 | 1 |  | 40 min |  |  | 1,200 kg |\n" in text


def test_runs_have_their_pace_and_like_ones_stand_together() -> None:
    ran = RunEntry(id="r", position=0, distance=Distance(8, DistanceUnit.KM), seconds=2650.0, avg_hr=152, rpe=4.0)
    jog = replace(ran, distance=None, seconds=75.0, subtype="hills", avg_hr=None, rpe=None)
    fields = {"kind": Kind.RUN, "title": "Easy run", "strength_s": 0.0, "run_s": 2650.0}
    text = diary(done(runs=(ran, replace(jog, position=1), replace(jog, position=2)), **fields))
    assert "- Run (easy) 8 km in 44:10 (5:31/km), 152 bpm, RPE 4\n- 2 x Run (hills) 1:15\n" in text
    assert "**1 session, 44 min**: run 44 min; 8 km\n" in text


@pytest.mark.parametrize(
    ("sets", "words"),
    [
        ([{}, {"reps": 6}], "5, 6 @ 80 kg"),
        ([{"kind": SetKind.WARMUP, "load": Load(40.0)}, {}, {}], "warm-up 1x5 @ 40 kg; 2x5 @ 80 kg"),
        ([{"load": Load(10.0), "bodyweight": True}], "1x5 @ bodyweight + 10 kg"),
        ([{"load": Load(135, WeightUnit.LB)}], "1x5 @ 135 lb"),
        ([{"load": None, "reps": None, "seconds": 45.0, "per_side": True}] * 2, "2x45 s per side"),
        ([{"side": Side.LEFT}, {"side": Side.RIGHT, "reps": 6}] * 2, "2x5/6 left/right @ 80 kg"),
        ([{"side": Side.LEFT}, {"side": Side.LEFT, "reps": 6}], "5, 6 left @ 80 kg"),
        ([{"rpe": 8.0}, {}], "2x5 @ 80 kg, RPE 8, -"),
        ([{"reps": 0}], "failed @ 80 kg"),
        ([{"kind": SetKind.DROP}], "drop set 1x5 @ 80 kg"),
        ([{"reps": None, "distance": Distance(40)}], "1x40 m @ 80 kg"),
    ],
)
def test_sets_are_told_compactly(sets: list[dict[str, object]], words: str) -> None:
    assert sets_in_words([logged(str(n), n, **fields) for n, fields in enumerate(sets)]) == words


def test_of_the_records_of_one_workout_the_one_that_counts_is_told() -> None:
    text = diary(done("a", title="Told"), done("b", title="Told again", same_as="a"))
    assert "Told again" not in text
    assert "**1 session" in text


def test_weeks_follow_one_another_under_the_month_they_begin_in() -> None:
    text = diary(done("a", day=-7), done("b", day=-2), done("c", day=28))
    heads = [line for line in text.splitlines() if line.startswith(("# ", "## "))]
    assert heads == [
        "# Training log", "# February 2026", "## 2026-W09 (23 February - 1 March)", "# March 2026",
        "## 2026-W10 (2-8 March)", "## 2026-W14 (30 March - 5 April)", "# By month",
    ]  # fmt: skip


def test_an_empty_log_says_so() -> None:
    assert "No session yet." in diary()


SIGNS = st.text("*_`~[]()<>#+-=.!|\\&;:123 abc\n>", max_size=30)


@settings(max_examples=80)
@given(SIGNS.map(clean).filter(bool), SIGNS.map(clean_note))
def test_what_people_wrote_is_shown_as_they_wrote_it(title: str, note: str) -> None:
    text = diary(done(title=title, note=note, sets=(logged("a", note=note),)))
    shown = RENDERED.parse(text)
    inline = [token for token in shown if token.type == "inline"]
    assert not [token for token in shown if token.type.startswith(("html", "code", "fence"))]
    kinds = {child.type for token in inline for child in token.children or ()}
    assert kinds <= {"text", "text_special", "softbreak", "hardbreak", "strong_open", "strong_close"}
    heading = next(token for token in inline if token.content.startswith("Wednesday"))
    assert "".join(child.content for child in heading.children or ()) == f"Wednesday 4 March, 17:00: {title}"
    depth, quoted = 0, []
    for token in shown:
        depth += (token.type == "blockquote_open") - (token.type == "blockquote_close")
        quoted += [token] if depth and token.type == "inline" else []
    words = " ".join("".join(child.content or " " for child in token.children or ()) for token in quoted)
    wanted = " ".join(line.strip() for line in note.split("\n"))
    assert words.split() == (wanted.split() * 2 if note else [])


def test_a_day_is_a_day_at_the_turn_of_the_year() -> None:
    text = diary(done(day=-63))
    assert "## 2026-W01 (29 December 2025 - 4 January 2026)" in text
