"""Training as values and pure functions: the standard library only.

Nothing here reads a clock, a file of the user's, a database or a terminal.
Time and randomness come in as arguments. Everything else may import from here.
"""
