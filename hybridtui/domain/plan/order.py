"""What is asked of a strength session, and what came of it: the values of filling. Source: science.md F.4."""

from __future__ import annotations

from dataclasses import dataclass, field

from hybridtui.domain.exercises import Exercise
from hybridtui.domain.plan.aims import Stage
from hybridtui.domain.plan.bookends import Bookends
from hybridtui.domain.plan.choice import Means
from hybridtui.domain.plan.coverage import Coverage, Needed, lead, movement
from hybridtui.domain.plan.definitions import Region
from hybridtui.domain.plan.gradual import Ceiling
from hybridtui.domain.plan.prescription import Prescription
from hybridtui.domain.plan.templates import CORE, LEGS_FIRST, Template

LEG_PATTERNS = frozenset({"squat", "hinge", "lunge", "plyo", "bridge", "hip_abd", "hip_add", "calf"})
"""What a session leaves out while legs rest for a race (C.9)."""

EXTRAS = {
    "SF": ("calf", CORE, "hip_abd"),
    "SL": ("bridge", "hip_abd", CORE),
    "SU": (CORE, "hip_abd"),
    "SA": (CORE,),
    "SB": (CORE,),
    "SC": (CORE, CORE, "hip_abd", "push_h"),
}
"""What is added where there is time left."""

SMALL_EXTRAS = {
    "SF": ("arm", "hip_add", "carry"),
    "SL": ("hip_add", CORE),
    "SU": ("arm", "carry"),
    "SA": (),
    "SB": (),
    "SC": ("carry",),
}
"""What is added besides where the main muscles have had their sets."""

_OTHER_SIDE = {"push_h": "pull_h", "push_v": "pull_v", "pull_h": "push_h", "pull_v": "push_v"}
"""Where the week has pushed more than pulled, pulls take the better places and pushes come last (R18)."""

_LEG_WORK = (("squat", Region.QUADS), ("hinge", Region.POSTERIOR), ("lunge", Region.QUADS))
_JUMP = "plyo"
_WITH_JUMPS = ("SF", "SL", "SA")


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What is asked of a strength session."""

    template: Template
    seconds: int
    """For everything, warm-up and cool-down included."""
    bookends: Bookends
    stage: Stage
    means: Means
    needed: Needed
    covered: Coverage
    used: frozenset[str] = frozenset()
    """Exercises of this training block."""
    lower_nearby: bool = False
    """True if a lower session lies on an adjacent day (I.12)."""
    one_set: bool = False
    """True if a single set may do (I.13)."""
    last: bool = True
    """True if no later session of the week pushes or pulls (R18)."""
    no_legs: bool = False
    """True if legs rest for a race (C.9)."""
    ceiling: Ceiling = field(default_factory=Ceiling)

    @property
    def slots(self) -> tuple[str, ...]:
        """The patterns wanted, most wanted first."""
        slots = self._slots()
        if self.stage.jumps and self.template.id in _WITH_JUMPS:
            slots = (_JUMP, *slots)
        return self._spared((*self._missing(slots), *slots))

    @property
    def extras(self) -> tuple[str, ...]:
        """The patterns added where there is time left."""
        return self._spared(EXTRAS[self.template.id])

    @property
    def small_extras(self) -> tuple[str, ...]:
        """The patterns added where the main muscles have had their sets."""
        return self._spared(SMALL_EXTRAS[self.template.id])

    def _spared(self, slots: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(slot for slot in slots if slot not in LEG_PATTERNS) if self.no_legs else slots

    def _missing(self, slots: tuple[str, ...]) -> tuple[str, ...]:
        """Leg work that the week needs and no other session has, if the template works those muscles (R17, H5)."""
        offered = {movement(slot) for slot in slots}
        wanted = self.covered.missing & self.needed.movements - offered
        return tuple(slot for slot, region in _LEG_WORK if slot in wanted and region in self.template.regions)

    def _slots(self) -> tuple[str, ...]:
        slots = LEGS_FIRST if self.template.id == "SF" and self.stage.heavy else self.template.slots
        if self.covered.lead > 0 and self.template.id in ("SF", "SU"):
            return tuple(sorted((_OTHER_SIDE.get(slot, slot) for slot in slots), key=lambda slot: lead(slot) > 0))
        if self.covered.lead >= 0 and self.template.id == "SC" and "push" not in self.needed.movements:
            return tuple(slot for slot in slots if slot != "push_h")
        return slots


@dataclass(frozen=True, slots=True)
class Filled:
    """A session's exercises in their order, and what is left for warm-up and cool-down."""

    prescriptions: tuple[Prescription, ...]
    bookends: Bookends
    cut: tuple[str, ...] = ()
    """Movements that the week needed and the time did not allow."""
    impossible: tuple[str, ...] = ()
    """Patterns that neither limits nor equipment leave anything for."""
    bent: tuple[str, ...] = ()
    """Rules about the sets of a muscle that the session could not keep."""

    @property
    def exercises(self) -> tuple[Exercise, ...]:
        """The exercises in order."""
        return tuple(p.exercise for p in self.prescriptions)
