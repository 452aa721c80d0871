"""The one-line commands, one a file: they ask the logbook and print."""
