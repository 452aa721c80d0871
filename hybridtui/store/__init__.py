"""The only package that knows SQLAlchemy. Takes and returns frozen domain values."""

from hybridtui.store.database import Patience
from hybridtui.store.store import Store

__all__ = ["Patience", "Store"]
