"""The use cases: gather values from the store, ask the domain, write, return a value."""

from typing import TYPE_CHECKING

__all__ = ["Logbook"]

if TYPE_CHECKING:
    from hybridtui.logbook.book import Logbook
else:

    def __getattr__(name: str) -> object:
        """Load the logbook, and with it the store, when it is asked for: commands on files need neither."""
        if name != "Logbook":
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        from hybridtui.logbook.book import Logbook

        return Logbook
