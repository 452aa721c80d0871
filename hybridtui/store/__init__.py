"""The only package that knows SQLAlchemy. Takes and returns frozen domain values."""
