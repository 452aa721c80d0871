"""Reading a log from the JSON that hybridtui writes. Nothing in it is believed: a stranger may have written it.

Texts are cleaned, numbers and days held against their ranges, ids against each other. What
is odd is refused by itself, named by its place, such as ``sessions[12].sets[3].reps``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import TypeVar

from hybridtui.domain import body_weight, readiness
from hybridtui.domain.athlete import Athlete
from hybridtui.domain.body_weight import BodyWeight
from hybridtui.domain.codec import DAMAGE, Codec, OddValueError
from hybridtui.domain.contents import Contents
from hybridtui.domain.exercise_names import ExerciseName
from hybridtui.domain.exercises import OWN, Exercise, catalogue
from hybridtui.domain.imports import Refusal
from hybridtui.domain.names import fold
from hybridtui.domain.notes import ExerciseNote
from hybridtui.domain.pain import Pain
from hybridtui.domain.plan.inputs import validate
from hybridtui.domain.problems import Problem
from hybridtui.domain.readiness import Readiness
from hybridtui.domain.session import Session
from hybridtui.domain.skips import SkipReason
from hybridtui.domain.text import NAME_LIMIT, clean, clean_note
from hybridtui.domain.workout import Plan
from hybridtui.formats import limits, texts
from hybridtui.formats.own import own_limits
from hybridtui.formats.own.json_items import Item, OddJsonError, items
from hybridtui.formats.reading import Read, ReadOptions, UnreadableError

FORMAT = "hybridtui log"
VERSION = 1

PARTS = ("exercises", "names", "notes", "plans", "readiness", "pains", "weights", "skips")
"""Lists of a document beside its sessions, in the order in which they are written: what others name comes first."""

_SESSIONS = "sessions"

MOST_ODD = 5_000
"""So many entries may be refused; with more of them it is no log."""

T = TypeVar("T")


def read(data: bytes, options: ReadOptions) -> Read:
    """Read a log with all that is in it.

    Raises:
        UnreadableError: if it is not whole, if a newer hybridtui wrote it, or next to nothing of it can be read.
    """
    decoded = texts.decode(data)
    if decoded is None or decoded.guessed:
        raise UnreadableError("it is not written in UTF-8, as JSON is; export it again")
    reading = _Reading(options)
    try:
        for item in items(decoded.text, frozenset((*PARTS, _SESSIONS))):
            reading.take(item)
    except OddJsonError as error:
        raise UnreadableError(f"it is no whole JSON document: {error}; export it again") from error
    return reading.read()


class _Reading:
    """What was read so far."""

    def __init__(self, options: ReadOptions) -> None:
        self._options = options
        self._version: object = None
        self._athlete: Athlete | None = None
        self._values: list[object] = []
        self._sessions: list[Session] = []
        self._refused: list[Refusal] = []
        self._known_here: dict[str, str] = {}
        """Ids of own exercises that this log has by another id."""
        self._seen: set[tuple[str, object]] = set()

    def take(self, item: Item) -> None:
        """Read one value of the document."""
        if item.name == "version":
            self._version = _supported(item.value)
        elif item.place is not None:
            self._take_one(item, f"{item.name}[{item.place}]")
            self._refuse_if_odd()
        elif item.name in PARTS or item.name == _SESSIONS:
            self._refused.append(Refusal(item.name, "it is no list"))
        elif item.name == "athlete" and item.value is not None:
            self._athlete = self._understood(_ATHLETE, item.value, item.name)

    def _refuse_if_odd(self) -> None:
        if len(self._refused) > MOST_ODD:
            first = self._refused[0]
            raise UnreadableError(
                f"over {MOST_ODD:,} of its entries cannot be read, so none was taken; the first is "
                f"{first.where}: {first.reason}"
            )

    def _take_one(self, item: Item, where: str) -> None:
        if item.name == _SESSIONS:
            session = self._understood(self._session, item.value, where)
            if session is not None:
                self._sessions.append(session)
        else:
            value = self._understood(_PART[item.name], item.value, where)
            if isinstance(value, Exercise) and (here := self._options.own.get(fold(value.name), value.id)) != value.id:
                self._known_here[value.id] = here
            elif value is not None:
                self._values.append(value)

    def _understood(self, understand: Callable[[object], T], plain: object, where: str) -> T | None:
        """Return what a plain value means; None if it was refused."""
        try:
            value = understand(harmless(plain, self._known_here))
            self._tell_apart(value)
        except RecursionError:
            self._refused.append(Refusal(where, "it is nested too deeply"))
        except OddValueError as error:
            joint = "." if error.path and not error.path.startswith("[") else ""
            self._refused.append(Refusal(f"{where}{joint}{error.path}", clean(error.reason, 200)))
        except (Problem, *DAMAGE) as error:
            self._refused.append(Refusal(where, clean(str(error), 200)))
        else:
            return value
        return None

    def _tell_apart(self, value: object) -> None:
        """Check that what the value is known by does not come twice."""
        for key in _keys(value):
            if key in self._seen:
                raise OddValueError(f"{key[0]} {key[1]} comes twice")
        self._seen.update(_keys(value))

    def _session(self, plain: object) -> Session:
        session = _SESSION(plain)
        limits.started(session.started.utc, self._options.latest)
        limits.checked(session)
        ids = self._options.ids
        return replace(
            session.in_log_of(None),
            sets=tuple(replace(each, id=ids()) for each in session.sets),
            runs=tuple(replace(each, id=ids()) for each in session.runs),
            marks=tuple(replace(each, id=ids()) for each in session.marks),
        )

    def read(self) -> Read:
        """Return all that was read."""
        if self._version is None:
            raise UnreadableError("it does not say the version of its format; export it again")
        contents = Contents(
            athlete=self._athlete,
            plans=self._of(Plan),
            exercises=self._of(Exercise),
            names=self._of(ExerciseName),
            readiness=self._of(Readiness),
            pains=self._of(Pain),
            notes=self._of(ExerciseNote),
            weights=self._of(BodyWeight),
            skips=self._of(SkipReason),
        )
        return Read(
            sessions=tuple(self._sessions),
            exercises=contents.exercises,
            contents=contents,
            own=True,
            refused=tuple(self._refused),
        )

    def _of(self, kind: type[T]) -> tuple[T, ...]:
        return tuple(value for value in self._values if isinstance(value, kind))


def _supported(version: object) -> object:
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        raise UnreadableError("the version of its format is no number; export it again")
    if version > VERSION:
        raise UnreadableError(f"a newer hybridtui wrote it (version {clean(str(version), 12)}): update hybridtui first")
    return version


def harmless(plain: object, instead: Mapping[str, str], name: str = "") -> object:
    """Return a plain value with every text cleaned, and those replaced that ``instead`` has another for."""
    if isinstance(plain, str):
        cleaned = plain if _is_plain(plain) else _cleaned(plain, name)
        return instead.get(cleaned, cleaned)
    if isinstance(plain, list):
        return [harmless(each, instead, name) for each in plain]
    if isinstance(plain, dict):
        return {key: harmless(each, instead, key) for key, each in plain.items()}
    return plain


def _is_plain(text: str) -> bool:
    """Return whether cleaning a text would change nothing: most texts are names and ids."""
    return len(text) <= NAME_LIMIT and text.isascii() and text.isprintable() and text == " ".join(text.split())


def _cleaned(text: str, name: str) -> str:
    if name in own_limits.NAMES:
        return clean(text, own_limits.LONGEST_NAME)
    return clean_note(text, own_limits.LONGEST_TEXT)


def _reader(kind: type[T], further: Callable[[T], object] | None = None) -> Callable[[object], T]:
    """Return what makes values of a kind from plain ones, all of them in range."""
    codec = Codec(kind)

    def understand(plain: object) -> T:
        value = codec.value(plain)
        own_limits.check(value)
        if further is not None:
            further(value)
        return value

    return understand


def _own_exercise(exercise: Exercise) -> None:
    library = catalogue().values()
    if not exercise.own:
        raise OddValueError(f"the id of an exercise of your own begins with '{OWN}'", "id")
    if exercise.pattern not in {"other", *(each.pattern for each in library)}:
        raise OddValueError(f"'{exercise.pattern}' is no pattern of movement", "pattern")
    muscles = {"", *(each.primary for each in library)}
    for name, told in (("primary", (exercise.primary,)), ("secondary", exercise.secondary)):
        if unknown := set(told) - muscles:
            raise OddValueError(f"'{min(unknown)}' is no muscle that is counted", name)


def _plan(plan: Plan) -> None:
    validate(plan.athlete)


def _weight(weight: BodyWeight) -> None:
    body_weight.checked(weight.weight)


_SESSION = _reader(Session)
_ATHLETE = _reader(Athlete, validate)
_EXERCISE, _PLAN = _reader(Exercise, _own_exercise), _reader(Plan, _plan)
_READINESS, _WEIGHT = _reader(Readiness, readiness.checked), _reader(BodyWeight, _weight)
_PART: Mapping[str, Callable[[object], object]] = {
    "exercises": _EXERCISE,
    "names": _reader(ExerciseName),
    "notes": _reader(ExerciseNote),
    "plans": _PLAN,
    "readiness": _READINESS,
    "pains": _reader(Pain),
    "weights": _WEIGHT,
    "skips": _reader(SkipReason),
}


def _keys(value: object) -> Iterator[tuple[str, object]]:
    """Yield what a value is known by in a log: nothing else may be known by the same."""
    match value:
        case Session():
            yield "session", value.id
            if value.fingerprint is not None:
                yield "the fingerprint", value.fingerprint
        case Plan():
            yield "plan", value.id
            yield from (("workout", workout.id) for workout in value.workouts)
        case Exercise() | Pain():
            yield type(value).__name__.lower(), value.id
        case ExerciseName():
            yield "name", value.folded
        case ExerciseNote():
            yield "note of", value.exercise
        case Readiness() | BodyWeight():
            yield "the readiness of" if isinstance(value, Readiness) else "the weight of", value.day
        case SkipReason():
            yield "reason for", value.workout_id
