"""hybridtui: one plan for running and strength, in the terminal.

The layers, each importing only from those below it::

    __main__            the only place where all parts meet
    ui        cli       screens (Textual)            command line, commands
         logbook        the use cases: gather, ask the domain, write, return a value
    store     formats   SQLite through SQLAlchemy    bytes to values and back
          domain        values and pure functions, standard library only
"""

__version__ = "0.1.0"
