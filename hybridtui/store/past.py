"""What the store is asked of the past: each question of history in a module of its own, loaded when it is asked."""

from __future__ import annotations

from hybridtui.store.database import Database


class Past:
    """The part of the store that History asks; the first screen loads none of it."""

    _db: Database
