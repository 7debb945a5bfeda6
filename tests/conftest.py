"""Shared by all tests: where sample files live, so that tests in any folder can use the same people."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent / "state_machines"))
