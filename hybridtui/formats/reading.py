"""What a reader is given and what it hands back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta, timezone, tzinfo
from uuid import uuid4

from hybridtui.domain.body_weight import BodyWeight
from hybridtui.domain.calendar import Moment
from hybridtui.domain.contents import Contents
from hybridtui.domain.exercises import Exercise
from hybridtui.domain.imports import Refusal
from hybridtui.domain.session import Session
from hybridtui.domain.unit_questions import DistanceQuestion, UnitQuestion, Units
from hybridtui.domain.units import DistanceUnit, WeightUnit


def fresh_id() -> str:
    """Return an id that no other process makes."""
    return uuid4().hex


def untold(_done: int) -> None:
    """Tell nobody how far a reader has come."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadOptions:
    """What files may leave unsaid, and what a reader must not ask the machine for."""

    zone: tzinfo
    """For files that name none."""
    zone_name: str | None
    """Its IANA name, if known."""
    latest: datetime
    """Sessions that start later are refused; aware."""
    ids: Callable[[], str]
    """Makes the ids of sessions, sets and runs."""
    weight_unit: WeightUnit | None = None
    distance_unit: DistanceUnit = DistanceUnit.KM
    distance_assumed: bool = True
    """False if somebody said so: then nothing is to be asked or warned of."""
    own: Mapping[str, str] = field(default_factory=dict)
    """What names stand for beside the library: ids of exercises by folded name (:func:`hybridtui.domain.names.fold`).

    The athlete's own exercises, and the names that they said are one of the library's.
    """
    progress: Callable[[int], None] = untold
    """Told now and then by readers of large files how many of its bytes are read."""

    def said(self, units: Units | None) -> ReadOptions:
        """Return the options of a file of which the athlete said the units; the same if nothing was."""
        if units is None:
            return self
        said = units.distance is not None
        return replace(
            self,
            weight_unit=units.weight or self.weight_unit,
            distance_unit=units.distance or self.distance_unit,
            distance_assumed=self.distance_assumed and not said,
        )

    @property
    def zone_called(self) -> str:
        """The assumed zone, as a warning names it."""
        return self.zone_name or "this computer’s"

    @property
    def zone_assumed(self) -> str:
        """What is said of a file that names no zone."""
        return f"the file names no time zone: {self.zone_called} was assumed"

    def local(self, when: datetime) -> Moment:
        """Place a wall-clock time of the file in the assumed zone."""
        return Moment.at(when.replace(tzinfo=self.zone), self.zone_name)

    def at(self, utc: datetime, offset_s: int | None) -> Moment:
        """Place an instant, by the file's offset or else in the assumed zone.

        The zone is named only where its clocks agreed with the file's at that instant.
        """
        assumed = Moment.at(utc.astimezone(self.zone), self.zone_name)
        if offset_s is None or offset_s == assumed.offset_s:
            return assumed
        return Moment.at(utc.astimezone(timezone(timedelta(seconds=offset_s))))


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """What was read of one file."""

    sessions: tuple[Session, ...] = ()
    """Finished, with fingerprints, in the order of the file; those of our own may run on, and be known by id only."""
    exercises: tuple[Exercise, ...] = ()
    """Own exercises that the sessions use and the athlete does not have yet."""
    weights: tuple[BodyWeight, ...] = ()
    contents: Contents | None = None
    """What else the file of another log of ours holds; None of every other format."""
    own: bool = False
    """True if the file is one of ours: its sessions bear the ids by which this log may know them."""
    replaces: bool = False
    """True if what the file says of a session of this log takes the place of what is in it (the daybook)."""
    refused: tuple[Refusal, ...] = ()
    warnings: tuple[str, ...] = ()
    question: UnitQuestion | None = None
    """Set if the file cannot be read before it is answered."""
    distance_question: DistanceQuestion | None = None
    """Set if distances were read in an assumed unit."""


class UnreadableError(Exception):
    """A file that holds nothing to import; the message says why and what to do."""


class IrrelevantError(UnreadableError):
    """A sound file that holds no training, such as a watch's record of a day: no mistake in an archive of many."""


class UnknownFormatError(UnreadableError):
    """A file of no format that is known."""
