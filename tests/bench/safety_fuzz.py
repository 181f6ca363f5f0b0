"""Masses of random events against the oracle: `python -m tests.bench.safety_fuzz --events N --seed K`."""

import argparse
import json
import random
import sys
import time

from tests.safety.sequences import as_form, make
from tests.safety.twin import difference


def main() -> int:
    """Run until N events are through; the first violations are printed with their events."""
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("--events", type=int, default=100_000)
    words.add_argument("--seed", type=int, default=1)
    words.add_argument("--show", type=int, default=3, help="violations to print in full")
    asked = words.parse_args()
    done = sequences = violations = 0
    begun = time.perf_counter()
    while done < asked.events:
        rng = random.Random(f"{asked.seed}/{sequences}")
        day = make(rng, rng.randint(5, 60))
        events = day.events
        done, sequences = done + len(events), sequences + 1
        found = difference(events, day.oracle)
        if found:
            violations += 1
            if violations <= asked.show:
                sys.stdout.write(f"sequence {asked.seed}/{sequences - 1}: {found}\n")
                sys.stdout.writelines(json.dumps(as_form(event)) + "\n" for event in events)
    spent = time.perf_counter() - begun
    sys.stdout.write(
        f"{done} events, {sequences} sequences, {violations} violations, {spent:.0f} s, {done / spent:.0f} events/s\n"
    )
    return 1 if violations else 0


if __name__ == "__main__":
    sys.exit(main())
