"""The safety board: is anybody in trouble, and what do I do next?

Terms: tile (one team on the board), band (act now, keep an eye on, on time, not set out), current alarm (the one that
strip, side panel and F-keys mean), call sheet (报警单), quick line. Sources: reference ui §3, §4.6; reference safety §2–3.
"""
