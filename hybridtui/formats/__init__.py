"""Bytes in, domain values and problems out. No database, no file system; one format a file."""
