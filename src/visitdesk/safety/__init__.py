"""The safety watch: check-ins, deadlines, overdue, ladder, duress.

`state = fold(events)` and `next_due(state, now)` are pure (`fold`); `service` stores events and raises what is due. An alarm
is stored, so nothing that happens to a clock, a phone or a process takes it back, and only a named person with a reason
ends one. Terms: leg, watch clock, credit time, loud report, ladder, rung (CONTEXT.md). Source: reference safety §3;
numbers and chosen readings: docs/safety-rules.md.
"""
