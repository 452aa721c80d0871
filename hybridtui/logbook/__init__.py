"""The use cases: gather values from the store, ask the domain, write, return a value."""

from hybridtui.logbook.book import Logbook

__all__ = ["Logbook"]
