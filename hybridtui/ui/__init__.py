"""The screens: the only package that knows Textual. Asks the logbook, shows values."""
