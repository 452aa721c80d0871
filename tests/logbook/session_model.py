"""A session as a plain model keeps it: lists, numbers and a queue of what the clock leads through.

It shares no code with the engine, the log or the guide. Times are whole seconds since the
session began.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import NamedTuple

FORGOTTEN_S = 15 * 60
"""A clock that ended longer before a restart than that was followed by nobody (the limit is the app's)."""

UNSTOPPED_S = 4 * 3600
"""A stopwatch that runs longer than that was left on."""

TO_CHANGE_S = 3
"""Counted in before a hold."""


class At(NamedTuple):
    """A set of a step."""

    step: int
    number: int


class Done(NamedTuple):
    """A set, or a run."""

    what: str
    """The exercise; empty: a run."""
    reps: int | None
    seconds: int | None
    at: At
    time: int
    note: str = ""


class Mark(NamedTuple):
    kind: str
    at: At
    time: int


@dataclass(frozen=True)
class Asked:
    """A step: ``by`` is time (it leads), hold, or reps."""

    title: str
    by: str
    sets: int = 1
    seconds: int = 0
    is_run: bool = False
    what: str = ""
    """The exercise."""
    group: str = ""
    """What is skipped as one: the whole warm-up."""


class Stretch(NamedTuple):
    """So many seconds of the clock (None: until it is stopped), of a set, which they may end."""

    at: At | None
    seconds: int | None
    ends: bool
    is_lead_in: bool = False


@dataclass(frozen=True)
class Content:
    """What the athlete would say was done."""

    steps: tuple[Asked, ...]
    done: tuple[Done, ...] = ()
    marks: tuple[Mark, ...] = ()
    pauses: tuple[tuple[int, int | None], ...] = ()
    note: str = ""
    minutes: int | None = None
    """Of a finished session; None: it runs."""
    rests: tuple[int | None, ...] = ()
    """After each of what was done: how long is the engine's to say, and undo's to bring back."""

    @property
    def paused(self) -> bool:
        return bool(self.pauses) and self.pauses[-1][1] is None

    @property
    def walk(self) -> list[At]:
        return [At(index, n) for index, step in enumerate(self.steps) for n in range(1, step.sets + 1)]

    @property
    def left(self) -> list[At]:
        over = {each.at for each in self.done} | {each.at for each in self.marks}
        return [at for at in self.walk if at not in over]

    def went_on(self, now: int) -> Content:
        if not self.paused:
            return self
        return replace(self, pauses=(*self.pauses[:-1], (self.pauses[-1][0], now)))

    def with_done(self, at: At, now: int, *, reps: int | None = None, seconds: int | None = None) -> Content:
        new = Done(self.steps[at.step].what, reps, seconds, at, now)
        return replace(self, done=(*self.done, new))

    def marked(self, kind: str, places: list[At], now: int) -> Content:
        return replace(self, marks=tuple(sorted((*self.marks, *(Mark(kind, at, now) for at in places)))))

    def ended(self, at: At, now: int, seconds: int) -> Content:
        """As the clock ends it."""
        step = self.steps[at.step]
        if step.is_run or step.by == "hold":
            return self.with_done(at, now, seconds=seconds)
        return self.marked("done", [at], now)

    def reopened(self, now: int) -> Content:
        """What lies between the end and now is a pause; the end was told without those before."""
        assert self.minutes is not None
        ended = 60 * self.minutes + sum(end - began for began, end in self.pauses if end is not None)
        pauses = (*self.pauses, (ended, now)) if ended < now else self.pauses
        return replace(self, minutes=None, pauses=pauses)

    def swapped(self, index: int, new: Asked) -> Content:
        """What was begun of a step stays, the rest is the new one's."""
        numbers = sorted({e.at.number for e in (*self.done, *self.marks) if e.at.step == index})
        begun = [n for n in numbers if n <= self.steps[index].sets]
        fresh = replace(new, sets=self.steps[index].sets - len(begun))
        if not begun:
            return self._put((*self.steps[:index], fresh, *self.steps[index + 1 :]), {}, index, 0)
        old = replace(self.steps[index], sets=len(begun))
        steps = (*self.steps[:index], old, fresh, *self.steps[index + 1 :])
        return self._put(steps, {n: k for k, n in enumerate(begun, 1)}, index, 1)

    def _put(self, steps: tuple[Asked, ...], numbers: dict[int, int], index: int, shift: int) -> Content:
        def moved(at: At) -> At:
            if at.step == index:
                return At(index, numbers.get(at.number, at.number))
            return At(at.step + shift * (at.step > index), at.number)

        return replace(
            self,
            steps=steps,
            done=tuple(each._replace(at=moved(each.at)) for each in self.done),
            marks=tuple(sorted(each._replace(at=moved(each.at)) for each in self.marks)),
        )


class Model:
    """The session, what undo and redo know, and the clock."""

    def __init__(self, steps: tuple[Asked, ...]) -> None:
        self.now = 0
        self.content: Content | None = Content(steps)
        self.past: list[tuple[Content | None, bool]] = []
        """What was before each change, and whether the change was a small one."""
        self.future: list[list[tuple[Content | None, bool]]] = []
        self.queue: list[Stretch] = []
        """What the clock leads through; empty: none runs."""
        self.began = 0
        """When the first of them began."""
        self._stopped_at: int | None = None
        self._behind: list[tuple[At, int]] = []
        """What the clock led through before, and when each of it began."""

    @property
    def here(self) -> Content:
        assert self.content is not None
        return self.content

    @property
    def runs(self) -> bool:
        """True while the session is open."""
        return self.content is not None and self.content.minutes is None

    def put(self, after: Content | None) -> None:
        """Go on to another state; pauses and rests are small things, and what stays the same is nothing."""
        before = self.content
        if after == before:
            return
        minor = before is not None and after is not None and _essence(before) == _essence(after)
        self.past.append((before, minor))
        self.content = after
        self.future.clear()

    def can_undo(self) -> bool:
        return any(not minor for _, minor in self.past)

    @property
    def before(self) -> Content | None:
        """What undo would bring back."""
        return self.past[self._newest][0] if self.can_undo() else self.content

    @property
    def after(self) -> Content | None:
        """What redo would bring back."""
        return self.future[-1][-1][0] if self.future else self.content

    @property
    def _newest(self) -> int:
        return max(n for n, (_, minor) in enumerate(self.past) if not minor)

    def undo(self) -> None:
        last = self._newest
        states = [before for before, _ in self.past[last:]] + [self.content]
        group = [(after, minor) for after, (_, minor) in zip(states[1:], self.past[last:], strict=True)]
        before, self.content = self.content, self.past[last][0]
        del self.past[last:]
        self.future.append(group)
        self._taken_along(before)

    def redo(self) -> None:
        before = self.content
        for after, minor in self.future.pop():
            self.past.append((self.content, minor))
            self.content = after
        self._taken_along(before)

    def _taken_along(self, before: Content | None) -> None:
        """Let the clock run on where the steps are what they were."""
        if before is None or not self.runs or (self.queue and self.queue[0].at is None):
            self.queue.clear()
            return
        assert not self.queue or before.steps == self.here.steps
        first = next(iter(self.here.left), None)
        if self.queue and first is not None and self.here.steps[first.step].by != "time" and first < self.queue[0].at:
            self.queue.clear()
        self._stand_or_go()
        if self.queue and self._behind and self._behind[-1][0] in self.here.left:
            at, began = self._behind[-1]
            seconds = self.here.steps[at.step].seconds
            if self.clock_now - began < seconds:
                self.queue, self.began = [Stretch(at, seconds, True), *self._tail(self.here, at)], began
                self._behind.pop()
                return
        self.happened(self.here)

    def _stand_or_go(self) -> None:
        if self.here.paused and self._stopped_at is None:
            self.hold()
        elif not self.here.paused:
            self.go_on()

    @property
    def clock_now(self) -> int:
        """It stands still while the session does."""
        return self.now if self._stopped_at is None else self._stopped_at

    def reading(self) -> tuple[At | None, int | None] | None:
        """What the clock shows: the set, and the seconds left."""
        if not self.queue:
            return None
        gone = self.clock_now - self.began
        for stretch in self.queue:
            if stretch.seconds is None:
                return stretch.at, None
            if gone < stretch.seconds:
                return stretch.at, stretch.seconds - gone
            gone -= stretch.seconds
        return self.queue[-1].at, 0

    def restarted(self) -> None:
        """Put away a clock that ended while nobody was there; one that is only asleep still counts."""
        whole = [stretch.seconds for stretch in self.queue if stretch.seconds is not None]
        if len(whole) == len(self.queue) and self.clock_now - self.began - sum(whole) > FORGOTTEN_S:
            self.queue.clear()

    def _left_on(self) -> bool:
        """Say whether nobody stopped a stopwatch for hours."""
        watch = bool(self.queue) and self.queue[0].seconds is None
        return watch and self.clock_now - self.began > UNSTOPPED_S

    def passed(self, but: At | None = None) -> Content:
        """The session after all that the clock led through; the clock goes along."""
        after = before = self.here
        if self._left_on():
            self.queue.clear()
        at = None
        while self.queue and self.queue[0].seconds is not None and self.clock_now - self.began >= self.queue[0].seconds:
            stretch = self.queue.pop(0)
            assert stretch.seconds is not None
            if stretch.at is not None and not stretch.is_lead_in:
                self._behind.append((stretch.at, self.began))
            self.began += stretch.seconds
            at = stretch.at
            if stretch.ends and at is not None and at != but and at in after.left:
                after = after.ended(at, self.began, stretch.seconds)
        if after != before and self.queue:
            self._rewrite(after)
        return after

    def happened(self, after: Content) -> None:
        """Let the clock follow what was done or left out."""
        if not self.queue:
            return
        at = self.queue[0].at
        if at is None:
            self.queue.clear()
        elif after.steps[at.step].by != "time":
            if at not in after.left:
                self.queue.clear()
        elif at in after.left:
            self._rewrite(after)
        else:
            self._go_on(after, at)

    def begin(self, after: Content) -> None:
        if self.queue:
            return
        self.began, self._stopped_at = self.now, None
        self._behind.clear()
        at = next(iter(after.left), None)
        step = after.steps[at.step] if at is not None else None
        if at is None or step is None or step.by == "reps":
            self.queue = [Stretch(at, None, False)]
        elif step.by == "hold":
            self.queue = [Stretch(at, TO_CHANGE_S, False, True), Stretch(at, step.seconds, True)]
        else:
            self.queue = [Stretch(at, step.seconds, True), *self._tail(after, at)]

    def split(self, after: Content) -> Content:
        if not self.queue:
            return after
        now, gone = self.queue[0], self.now - self.began
        if now.is_lead_in:
            self.queue.pop(0)
            self.began = self.now
            return after
        if now.at is None:
            self.queue.clear()
            return after
        step = after.steps[now.at.step]
        if gone < 1 and (step.is_run or step.by != "time"):
            return after
        if step.by == "reps":
            self.queue.clear()
            return after
        after = after.ended(now.at, self.now, max(1, gone))
        if step.by == "hold":
            self.queue.clear()
        else:
            self._go_on(after, now.at)
        return after

    def longer(self, seconds: int) -> None:
        first = self.queue[0]
        if first.seconds is not None:
            self.queue[0] = first._replace(seconds=max(self.clock_now - self.began, first.seconds + seconds))

    def hold(self) -> None:
        self._stopped_at = self.now if self.queue else None

    def go_on(self) -> None:
        if self._stopped_at is not None:
            stood = self.now - self._stopped_at
            self.began += stood
            self._behind = [(at, began + stood) for at, began in self._behind]
            self._stopped_at = None

    def moved(self, index: int, shift: int) -> None:
        """Steps after ``index`` moved down."""
        self.queue = [
            s if s.at is None else s._replace(at=At(s.at.step + shift * (s.at.step > index), s.at.number))
            for s in self.queue
        ]
        self._behind = [(at._replace(step=at.step + shift * (at.step > index)), began) for at, began in self._behind]

    def _go_on(self, after: Content, ended: At) -> None:
        self.queue = self._tail(after, ended)
        self._behind.append((ended, self.began))
        self.began = self.clock_now

    def _rewrite(self, after: Content) -> None:
        at = self.queue[0].at
        if at is not None:
            self.queue = [*(s for s in self.queue if s.at == at), *self._tail(after, at)]

    def _tail(self, after: Content, at: At) -> list[Stretch]:
        """What goes by time after a set, up to what does not."""
        tail: list[Stretch] = []
        for other in after.left:
            if after.steps[at.step].by != "time" or (other > at and after.steps[other.step].by != "time"):
                break
            if other > at:
                tail.append(Stretch(other, after.steps[other.step].seconds, True))
        return tail


def _essence(content: Content) -> Content:
    return replace(content, pauses=(), rests=())
