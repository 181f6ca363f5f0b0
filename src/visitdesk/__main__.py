"""From the command line to the root it names; nothing else."""

import sys
from multiprocessing import freeze_support

from visitdesk.app.console import main

if __name__ == "__main__":
    freeze_support()  # the planner's process starts this program again in a frozen build
    sys.exit(main())
