"""Archives that are no exports: after many files of no known kind the others are not looked at.

Folders are looked at to their ends: somebody keeps them, and one export may lie among thousands of other tables.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from hybridtui.formats.incoming.opening import Source
from hybridtui.formats.incoming.telling import Parcel, Told

MOST_STRANGE = 1_000
"""So many files of no known kind, and none of a known one: that is no export of training."""


@dataclass(slots=True)
class Strangers:
    """What came of the files of each archive so far."""

    _unknown: Counter[str] = field(default_factory=Counter)
    _known: set[str] = field(default_factory=set)

    def note(self, source: Source, what: Parcel | Told | int) -> bool:
        """Note what a file told; True if its archive is given up with it."""
        among = source.among
        if not source.one_of_many or among in self._known:
            return False
        if not isinstance(what, Told) or not what.unknown:
            self._known.add(among)
        else:
            self._unknown[among] += 1
        return among not in self._known and self._unknown[among] == MOST_STRANGE
