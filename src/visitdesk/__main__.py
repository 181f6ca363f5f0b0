"""From the command line to the root it names; nothing else."""

import sys

from visitdesk.app.console import main

if __name__ == "__main__":
    sys.exit(main())
