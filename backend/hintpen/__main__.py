"""`python -m hintpen` is `hintpen`."""

import sys

from hintpen.cli import main

sys.exit(main())
