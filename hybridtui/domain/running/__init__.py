"""Running by numbers: VDOT and paces, race estimates, critical speed, slopes, heart rates. Source: science.md C.

Everything here is an estimate from few numbers, and is to be shown as one.
"""

from hybridtui.domain.running.daniels import race_time, vdot
from hybridtui.domain.running.fitness import Fitness, paces_of, race_prediction, vdot_of
from hybridtui.domain.running.grade import cost_of_grade, gap_pace
from hybridtui.domain.running.power_law import riegel
from hybridtui.domain.running.trials import CriticalSpeed, Trial, critical_speed
from hybridtui.domain.running.zones import Paces, paces

__all__ = [
    "CriticalSpeed",
    "Fitness",
    "Paces",
    "Trial",
    "cost_of_grade",
    "critical_speed",
    "gap_pace",
    "paces",
    "paces_of",
    "race_prediction",
    "race_time",
    "riegel",
    "vdot",
    "vdot_of",
]
