"""The quiet lines under Today's balance: how the athlete is, and what waits for an answer."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from textual.content import Content

from hybridtui.domain.pain import ALARMING
from hybridtui.domain.readiness import Band, Instead
from hybridtui.domain.text import clean
from hybridtui.domain.today import TodayPage
from hybridtui.ui.check_in import COLOURS, SIGNS
from hybridtui.ui.look import DONE_SIGN, DOT

NUDGE = Content.assemble(
    ("How are you today? ", "$foreground-muted"), ("1", "bold"), (" worn out to ", "$foreground-muted"), ("5", "bold"),
    (" fresh, and four digits more; ", "$foreground-muted"), ("c", "bold"), (" asks", "$foreground-muted"),
)  # fmt: skip

REASON = 106
"""Longest reason for a move, so that its keys are seen on a small screen, too."""


def how_you_are(page: TodayPage) -> Content:
    """Return what today's check-in says and changes; without one a nudge, if there is something to train."""
    reading, verdict = page.reading, page.readiness
    if reading is None or verdict is None:
        return NUDGE if page.workouts else Content("")
    name = Content.styled(f"{SIGNS[verdict.band]} {verdict.band}", f"bold {COLOURS[verdict.band]}")
    changed = [each for each in page.adjusted if each.changes]
    if reading.kept and verdict.band is not Band.GREEN:
        said = " today, and as planned all the same: your choice"
    elif reading.instead is Instead.REST:
        said = " today, and you rest"
    elif changed:
        texts = [DOT.join(each.changes) for each in changed]
        if len(changed) > 1:
            texts = [f"{each.planned.title}: {text}" for each, text in zip(changed, texts, strict=True)]
        said = f" today: {clean('; '.join(texts), 400)}"
    else:
        said = " today: as planned"
    return Content.assemble(name, said)


def notices(page: TodayPage) -> Iterator[Content]:
    """Yield where it hurts, what waits for an answer, and what counts as done already."""
    if page.pains:
        yield _aches(page)
    if (proposal := page.lighter_week) is not None:
        week = "this week" if proposal.this_week else "next week"
        yield Content.assemble(
            (f"{proposal.why.text.removesuffix('.')}: ", "$text-warning"), f"make {week} a lighter one? ",
            ("l", "bold"), " yes, ", ("d", "bold"), " no",
        )  # fmt: skip
    if page.too_close:
        yield _too_close(page)
    if page.missed:
        first, more = page.missed[0], len(page.missed) - 1
        others = f" and {more} more" if more else ""
        yield Content.assemble(
            f"Missed: {first.day:%A}, {clean(first.title)}{others}. ", ("x", "bold"), " shifts, swaps or drops it",
        )  # fmt: skip
    for sentence in page.credited.values():
        yield Content.assemble((f"{DONE_SIGN} ", "$text-success"), clean(sentence, 200))


def _too_close(page: TodayPage) -> Content:
    """Return what lies too close to what was done, the surest first, and the keys that move or ease it."""
    first = min(page.too_close, key=lambda each: (not each.breach.hard, each.workout.day))
    today = first.workout.day == page.day
    moves = () if first.workout.is_race else (("P", "bold"), " and ", ("m", "bold"), " move it")
    eases = ("; " if moves else "", ("c", "bold"), " eases it") if today else ()
    label = (f"{first.breach.rule} ", "$text-warning" if first.breach.hard else "$foreground-muted")
    others = len(page.too_close) - 1
    more = ("; ", ("P", "bold"), f" tells {others} more") if others else ()
    return Content.assemble(label, _reason(clean(first.breach.text, 4 * REASON)), *moves, *eases, *more)


def _reason(text: str) -> str:
    """Return as much of a sentence as there is room for, first without what explains it: Plan tells all."""
    if len(text) > REASON and ": " in text:
        text = text.rpartition(": ")[0]
    return f"{text}. " if len(text) <= REASON else text[:REASON].rpartition(" ")[0] + "… "


def _aches(page: TodayPage) -> Content:
    """Return where it hurts, since when, and what of today spares it."""
    told = "; ".join(f"{pain.name} {pain.level} of 10 {_when(pain.day, page.day)}" for pain in page.pains)
    alarming = any(pain.part in ALARMING for pain in page.pains)
    first = ("have it looked at before you train again",) if alarming else ()
    what = DOT.join((*first, *(change for each in page.spared for change in each.changes)))
    what = what or "nothing of today is changed"
    return Content.assemble((told, "$text-warning"), ", ", ("a", "bold"), f" says how it is now: {clean(what, 300)}")


def _when(day: date, today: date) -> str:
    return "today" if day == today else f"on {day:%A}"
