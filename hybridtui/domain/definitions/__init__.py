"""What every number of history means: one definition each, by id.

Each module defines the numbers of one part of history; here they are put together.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from hybridtui.domain.figures import Definition


@cache
def definitions() -> Mapping[str, Definition]:
    """Return all definitions by id."""
    from hybridtui.domain.definitions import days, load, minutes, review, running, strength

    parts = (days, load, minutes, review, running, strength)
    return MappingProxyType({one.id: one for part in parts for one in part.DEFINITIONS})
