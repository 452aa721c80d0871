"""Importing files: read them on any thread, tell new from known, write all of it or nothing.

``begin``, then :meth:`Reading.read`, which may take long and touches no log, then
``preview`` and ``write``, which take no longer than the log itself.
"""

from hybridtui.logbook.imports.importing import Imports
from hybridtui.logbook.imports.reading import STOPPED, Reading

__all__ = ["STOPPED", "Imports", "Reading"]
