"""Random days for the watch: pairs, offline phones, wild clocks, two consoles, restarts. Whole half minutes only.

`make(rng)` works with a `random.Random` (mass runs) and with Hypothesis' own random (which then shrinks).
Events are dicts with seconds; `as_form` gives the JSON form of the doors. The oracle lives along, so that deeds aim at
alarms that are really open and teams mostly take the step that comes next.
"""

from __future__ import annotations

import random
from datetime import UTC, datetime, timedelta
from typing import Any

from tests.safety.oracle import Oracle

START = datetime(2026, 11, 25, 0, 0, tzinfo=UTC)
Event = dict[str, Any]

WORDS = (
    ["departed"] * 5
    + ["arrived"] * 6
    + ["at_door"] * 5
    + ["inside"] * 5
    + ["left"] * 4
    + ["safe"] * 4
    + ["fine"] * 6
    + ["extension"] * 5
    + ["home_safe", "break_off", "help", "duress", "alone", "wrong_pin", "wrong_pin", "battery", "position"]
)
KINDS = ["overdue", "help", "duress", "alone", "partner_missing", "wrong_pin", "break_off", "system"]
NEXT = {
    "planned": ["departed"],
    "on_the_way": ["arrived", "extension", "fine"],
    "arrived": ["at_door", "inside", "extension"],
    "at_door": ["inside", "left", "fine", "extension"],
    "inside": ["left", "fine", "extension", "position"],
    "left": ["safe", "safe", "fine", "extension", "home_safe"],
    "safe": ["home_safe", "departed", "safe"],
    "cancelled": ["departed"],
}
GAPS = [0, 30, 30, 60, 60, 60, 90, 120, 120, 120, 180, 180, 240, 300, 300, 300, 420, 600, 600, 750, 900, 1200, 1800]
OFFICERS = ["O1", "O2", "S1"]


class Day:
    """The world the events come from: real time, phones with queues, the computer's clocks."""

    def __init__(self, rng: random.Random) -> None:
        self.rng = rng
        self.t = 28_800
        self.events: list[Event] = []
        self.oracle = Oracle()
        self.people = [f"C{n}" for n in range(1, rng.randint(2, 4) + 1)]
        self.visits: list[str] = []
        self.numbers: dict[str, int] = {}
        self.skew = {person: rng.choice([0] * 12 + [-600, 600, 30, 86_400 * 30]) for person in self.people}
        self.queue: list[Event] = []
        self.sent: list[Event] = []
        self.wall_off, self.mono, self.boot, self.mono_t = 0, 1000, 1, self.t

    def add(self, event: Event) -> None:
        stamped = {"t": self.t, **event}
        self.events.append(stamped)
        self.oracle.feed(stamped)

    def pick_visit(self) -> str:
        return self.rng.choice([*self.visits, *self.visits, *self.visits, "V0"])

    def publish(self) -> None:
        rng = self.rng
        visit = f"V{len(self.visits) + 1}" if not self.visits or rng.random() < 0.8 else rng.choice(self.visits)
        if visit not in self.visits:
            self.visits.append(visit)
        team = list(dict.fromkeys(rng.choice(self.people) for _ in range(rng.choice([1, 2, 2, 2, 3]))))
        end = self.t + rng.choice([0, 1800, 3600, 3600, 7200, 14_400])
        travel = rng.choice([0, 5, 9, 10, 11, 20, 35])
        level = rng.choice(["normal", "normal", "high"])
        self.add(
            {
                "kind": "publish",
                "visit": visit,
                "team": team,
                "travel_minutes": travel,
                "shift_end": end,
                "level": level,
            }
        )

    def report(self) -> None:
        rng = self.rng
        person, kind, visit = rng.choice(self.people), rng.choice(WORDS), self.pick_visit()
        if self.oracle.people and rng.random() < 0.75:
            known = rng.choice(list(self.oracle.people.values()))
            person, visit = known.collector, known.visit
            kind = rng.choice(NEXT[self.oracle.view(known)["leg"]])
        event: Event = {"kind": kind, "visit": visit, "collector": person}
        if rng.random() < 0.5:
            event["with_partner"] = rng.random() < 0.8
        if kind == "battery":
            event["percent"] = rng.choice([5, 15, 16, 80])
        if rng.random() < 0.25:
            event["source"] = "officer"
            if rng.random() < 0.3:
                event["device_time"] = self.t - rng.choice([0, 60, 300, 1200])
            self.add(event)
            return
        number = self.numbers[person] = self.numbers.get(person, 0) + rng.choice([1, 1, 1, 1, 2])
        sent = self.t + self.skew[person] + rng.choice([0] * 30 + [-7200, 90_000, 300])
        event |= {"source": "phone", "device": f"D{person}", "number": number, "device_time": sent}
        self.sent.append(event)
        if rng.random() < 0.2:
            self.queue.append(event)
            return
        self.add(event)
        while kind in {"extension", "wrong_pin"} and rng.random() < 0.6:
            number += 1
            self.numbers[person] = number
            event = {**event, "number": number}
            self.add(event)

    def deliver(self) -> None:
        """Phones come back: queued reports in any order, some twice."""
        queue, self.queue = self.queue, []
        if self.rng.random() < 0.5:
            self.rng.shuffle(queue)
        for event in queue:
            self.add(event)
        if self.sent and self.rng.random() < 0.5:
            self.add(self.rng.choice(self.sent))

    def ref(self) -> Event:
        opened = self.oracle.open()
        if opened and self.rng.random() < 0.85:
            visit, collector, kind, *_ = self.rng.choice(opened)
            return {"visit": visit, "collector": collector, "kind": kind}
        kind = self.rng.choice(KINDS)
        if kind == "system":
            return {"visit": None, "collector": None, "kind": kind}
        return {"visit": self.pick_visit(), "collector": self.rng.choice(self.people), "kind": kind}

    def deed(self) -> None:
        rng = self.rng
        by = rng.choice([*OFFICERS, *OFFICERS, self.people[0]])
        kind = rng.choice(["acknowledge", "acknowledge", "take_over", "step", "resolve", "resolve", "resolve"])
        event: Event = {"kind": kind, "alarm": self.ref(), "by": by}
        if kind in {"take_over", "resolve"}:
            event["reason"] = rng.choice(["heard", "heard", "heard", " ", ""])
        if kind == "step":
            event["step"] = rng.choice(["rang_no_answer", "spoke", "code_word", "call_sheet", "other"])
        if kind == "resolve":
            event["by"] = rng.choice([[by], [by], [by, "S1"], [by, by], ["O1", "S1"], ["O1", "S1"], []])
        self.add(event)
        if kind == "acknowledge" and rng.random() < 0.5:
            self.t += rng.choice([30, 150, 180])
            step = rng.choice(["rang_no_answer", "spoke", "code_word"])
            self.add({"kind": "step", "alarm": event["alarm"], "by": by, "step": step})

    def board_deed(self) -> None:
        rng = self.rng
        kind = rng.choice(["cancel", "recall", "change_team", "hand_over"])
        event: Event = {"kind": kind}
        if kind == "hand_over":
            refs = [self.ref() for _ in range(rng.randint(0, 3))]
            event |= {"from": rng.choice(OFFICERS), "to": rng.choice(OFFICERS), "accepted": refs}
        else:
            event |= {"visit": self.pick_visit(), "by": "O1"}
        if kind in {"cancel", "recall"}:
            event["reason"] = rng.choice(["late", "late", ""])
        if kind == "change_team":
            event["leaves"] = rng.choice([[], [rng.choice(self.people)]])
            event["joins"] = [rng.choice(self.people)] if rng.random() < 0.7 or not event["leaves"] else []
        self.add(event)

    def clock(self) -> None:
        rng = self.rng
        self.mono += self.t - self.mono_t
        self.mono_t = self.t
        match rng.choice(["plain", "plain", "step", "sleep", "awake", "reboot", "blind"]):
            case "step":
                self.wall_off += rng.choice([-7200, -60, 60, 1800, 3600])
            case "sleep":
                self.mono -= rng.choice([0, 60, 600])
            case "awake":
                self.mono += rng.choice([60, 900])
            case "reboot":
                self.boot, self.mono = self.boot + 1, rng.choice([0, 30])
            case "blind":
                self.boot, self.mono = self.boot + 1, 0
                self.wall_off -= rng.choice([30, 10_000])
        self.add({"kind": "clock", "wall": self.t + self.wall_off, "mono": self.mono, "boot": f"b{self.boot}"})


def make(rng: random.Random, length: int) -> Day:
    """A day of about `length` events in the order they were received, with the oracle that has seen them."""
    day = Day(rng)
    has_clock = rng.random() < 0.3
    for _ in range(rng.randint(1, 3)):
        day.publish()
    while len(day.events) < length:
        day.t += rng.choice(GAPS)
        roll = rng.random()
        if roll < 0.55:
            day.report()
        elif roll < 0.60:
            day.deliver()
        elif roll < 0.86:
            day.deed()
        elif roll < 0.91:
            day.board_deed()
        elif roll < 0.94:
            day.publish()
        elif has_clock:
            day.clock()
    day.deliver()
    return day


def instant(seconds: int) -> datetime:
    """Seconds of a sequence as an instant."""
    return START + timedelta(seconds=seconds)


def as_form(event: Event) -> dict[str, Any]:
    """The JSON form of docs/doors.md §6."""
    form = {name: value for name, value in event.items() if name not in {"t", "mono"}}
    form["received"] = instant(event["t"]).isoformat()
    for name in ("shift_end", "device_time", "wall"):
        if name in form:
            form[name] = instant(form[name]).isoformat()
    if event["kind"] == "clock":
        form["monotonic"] = event["mono"]
    return form
