"""Importing files: read them on any thread, tell new from known, write all of it or nothing.

1. ``Imports.begin`` asks the log what readers must know: zone, units, names of exercises.
2. :meth:`Reading.read` may take long, touches no log and can be stopped: it reads the files in
   processes of their own and lays their sessions down in ``staging``, in short in memory.
3. ``Imports.preview`` sorts them by what the log knows (``sorting``), finds what known ones
   lack (``completing``), what a file holds beside sessions (``missing``) or says otherwise
   (``correcting``), and which names mean nothing yet (``naming``); all of that is a
   ``Decision``, told by ``reporting``.
4. ``Imports.write`` decides again, with what was answered meanwhile, and adds all of it
   with the files themselves (``keeping``) as one batch, which undo takes back.
5. :meth:`Reading.close`, whatever happened: nothing is left behind.
"""

from hybridtui.logbook.imports.importing import Imports
from hybridtui.logbook.imports.reading import STOPPED, Reading

__all__ = ["STOPPED", "Imports", "Reading"]
