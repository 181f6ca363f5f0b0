"""Who goes where, and what does each change cost? The plan of one branch day: pool, lanes, map, optimiser, publishing.

Terms: pool (待排池), lane (a team's row on the time axis), load (share of the shift spent outside), lock (锁定).
Edits are pure functions of `planning.draft`; each is one undo step, and nothing is stored before a save.
"""
