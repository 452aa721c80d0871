"""One exercise in full: how it is done, what it works, what is easier and harder, and one's own past with it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from textual.content import Content

from hybridtui.domain.exercises import Exercise
from hybridtui.domain.history import Exposure
from hybridtui.domain.library import pattern_words
from hybridtui.domain.own_exercises import is_known_by_name
from hybridtui.domain.text import clean, clean_note
from hybridtui.ui import look, words
from hybridtui.ui.questions.means import item_words
from hybridtui.ui.widgets.fitted import hanging
from hybridtui.ui.widgets.text_pane import TextPane

INDENT = 10
"""Cells of the labels on the left."""

MOST_EXPOSURES = 8
SENTENCE = 400


@dataclass(frozen=True, slots=True)
class ExercisePage:
    """What is shown of an exercise."""

    exercise: Exercise
    ladder: tuple[Exercise, ...]
    """Easiest first, the exercise itself among them."""
    equipment: frozenset[str]
    """What the athlete has."""
    past: tuple[Exposure, ...] | None = None
    """Oldest first; None while it is being read."""
    note: str = ""
    """The athlete's own."""


class ExerciseView(TextPane):
    """An exercise, or in words why there is none."""

    def show(self, page: ExercisePage) -> None:
        """Show an exercise."""
        self.write(page.exercise.name, lambda width: _lines(page, width))

    def say(self, sentence: str) -> None:
        """Show a sentence in the place of an exercise."""
        self.write("", lambda width: Content(sentence).wrap(max(10, width)))


def _lines(page: ExercisePage, width: int) -> Iterator[Content]:
    exercise = page.exercise
    yield from Content.styled(_nature(exercise), "$foreground-muted").wrap(max(10, width))
    yield Content()
    if page.note:
        yield from _fact("Note", Content(clean_note(page.note)), width)
    yield from _fact("Works", _muscles(exercise), width)
    yield from _fact("Needs", _equipment(exercise, page.equipment), width)
    for number, cue in enumerate(exercise.cues):
        yield from _fact("How" if number == 0 else "", Content(clean(cue, SENTENCE)), width)
    if exercise.why_runner:
        yield from _fact("Runners", Content(clean(exercise.why_runner, SENTENCE)), width)
    if len(page.ladder) > 1:
        yield Content()
        yield from _fact("Ladder", _ladder(page), width)
    yield Content()
    yield from _past(page.past, width)


def _fact(label: str, text: Content, width: int) -> list[Content]:
    return hanging(Content.styled(label, "bold"), text, width, INDENT)


def _nature(exercise: Exercise) -> str:
    parts = [
        "your own" if exercise.own else "",
        pattern_words(exercise),
        "seconds" if exercise.timed else "repetitions",
        "each side" if exercise.unilateral else "",
    ]
    return look.DOT.join(part for part in parts if part)


def _muscles(exercise: Exercise) -> Content:
    if not exercise.primary:
        return Content.styled("not known", "$foreground-muted")
    others = ", ".join(muscle.replace("_", " ") for muscle in exercise.secondary)
    return Content.assemble(
        (exercise.primary.replace("_", " "), "bold"),
        (f", also {others}" if others else "", "$foreground-muted"),
        (f"{look.DOT}known by its name" if is_known_by_name(exercise) else "", "$foreground-muted"),
    )


def _equipment(exercise: Exercise, has: frozenset[str]) -> Content:
    ways = [" and ".join(item_words(item) for item in sorted(way)) for way in exercise.equipment]
    needs = " or ".join(way or "floor or wall only" for way in ways)
    if exercise.possible_with(has):
        return Content(needs)
    return Content.assemble(needs, ("  you do not have it", "$text-warning"))


def _ladder(page: ExercisePage) -> Content:
    """Write the steps in a line, the one shown marked by sign and weight."""
    steps: list[Content] = []
    for step in page.ladder:
        name = clean(step.name)
        current = step.id == page.exercise.id
        steps.append(Content.styled(f"[{name}]", "bold $primary") if current else Content(name))
    return Content.styled(" < ", "$foreground-muted").join(steps)


def _past(past: Sequence[Exposure] | None, width: int) -> Iterator[Content]:
    if past is None:
        return
    if not past:
        yield from _fact("Your log", Content.styled("not in it yet", "$foreground-muted"), width)
    for number, exposure in enumerate(reversed(past[-MOST_EXPOSURES:])):
        day = f"{exposure.local_date.day:>2} {exposure.local_date:%b %Y}"
        done = Content.assemble((f"{day}  ", "$foreground-muted"), words.done_sets(exposure.sets))
        yield from _fact("Your log" if number == 0 else "", done, width)
