"""sqlite-utils without numpy, which it loads where that is installed: a tenth of a second and 20 MB for nothing.

Numpy comes with what draws pictures, in a process of its own; here no numbers of its kind are ever kept.
"""

import sys

_ABSENT = "numpy" not in sys.modules
if _ABSENT:
    sys.modules["numpy"] = None  # type: ignore[assignment] # how Python is told that a module isn't there
try:
    from sqlite_utils import Database, Migrations
finally:
    if _ABSENT:
        del sys.modules["numpy"]

__all__ = ["Database", "Migrations"]
