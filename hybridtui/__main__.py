"""The only place where all parts meet: arguments, settings, clock, logbook, screens."""

from __future__ import annotations
