"""A slow, plain second opinion on the watch: ticks through time in half minutes and rereads each history from the start.

It shares no code with `visitdesk.safety`, not even its words: events are dicts with whole seconds, as `sequences` makes
them. Every instant in a sequence is a multiple of 30 s, and so is every interval of the rules, hence the tick loses none.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

TICK = 30
RANK = {"planned": 0, "on_the_way": 1, "arrived": 2, "at_door": 3, "inside": 4, "left": 5, "safe": 6, "cancelled": 7}
STEPS = {"departed": "on_the_way", "arrived": "arrived", "at_door": "at_door", "inside": "inside", "left": "left"}
#        leg: (reminder before, grace after, priority)
NUMBERS = {
    "on_the_way": (300, 600, 2),
    "arrived": (60, 300, 2),
    "at_door": (180, 120, 1),
    "inside": (180, 120, 1),
    "left": (120, 300, 2),
    "safe": (300, 600, 2),
}
LOUD = {"help", "duress", "alone"}
HALF_ALLOWED = {"departed", "at_door", "inside", "fine", "extension"}
LADDER: dict[str, list[int | str]] = {
    "overdue": [0, 120, "early", 480, 900],
    "alone": [0, 120, "early", 480, 900],
    "help": [0, 120, "early", 900],
    "duress": [0, 120, 900],
    "system": [0, "early", 900],
}

Line = tuple[int, str, str | None, str | None, str | None, int | None, str | None, str | None]


@dataclass
class Alarm:
    kind: str
    visit: str | None
    collector: str | None
    priority: int
    leg: str | None
    raised: int
    of: int | None = None
    owner: str | None = None
    acked: int | None = None
    quiet: int | None = None
    sounding: bool = True
    spoke: bool = False
    resolved: bool = False
    early_done: bool = False


@dataclass
class Person:
    """One collector on one visit: nothing but a history, reread whenever somebody asks."""

    visit: str
    collector: str
    member: bool = True
    history: list[tuple[Any, ...]] = field(default_factory=list)
    shown: set[tuple[str, int]] = field(default_factory=set)
    partner_due: int | None = None
    read: tuple[int, dict[str, Any]] | None = None


class Oracle:
    """Feed events in order, then `finish`; `lines`, `open` and `out` are the answer."""

    def __init__(self) -> None:
        self.plans: dict[str, dict[str, Any]] = {}
        self.people: dict[tuple[str, str], Person] = {}
        self.alarms: list[Alarm] = []
        self.lines: list[Line] = []
        self.seen: set[tuple[str, int]] = set()
        self.top: dict[str, int] = {}
        self.last_credit: dict[str, int] = {}
        self.ahead: dict[str, int] = {}
        self.pins: dict[tuple[str, str], int] = {}
        self.lead = 0
        self.now: int | None = None
        self.clock: dict[str, Any] | None = None
        self.clock_now = 0
        self.deadline_count = 0
        self.rungs: set[tuple[int, int]] = set()

    # ---- reading a history -------------------------------------------------------------------------------------

    def view(self, person: Person) -> dict[str, Any]:
        if person.read is not None and person.read[0] == len(person.history):
            return person.read[1]
        v: dict[str, Any] = {"leg": "planned", "due": None, "set": 0, "id": None, "ext": 0, "over": False}
        v |= {"arrived": False, "heard": None, "silent_from": None, "awaits": False}
        for entry in person.history:
            self.reread(person, v, entry)
        person.read = (len(person.history), v)
        return v

    def reread(self, person: Person, v: dict[str, Any], entry: tuple[Any, ...]) -> None:  # noqa: C901  # read top to bottom like the reference's table
        plan = self.plans[person.visit]
        match entry:
            case ("heard", at):
                v["heard"] = at
            case ("arrived_himself",):
                v["arrived"] = True
            case ("leg", leg, credit, at, ident):
                v["leg"], v["ext"] = leg, 0
                if not v["over"]:
                    v["due"], v["set"], v["id"] = credit + self.buys(plan, leg), at, ident
            case ("fresh", credit, at, ident):
                v["due"], v["set"], v["id"], v["over"] = credit + self.buys(plan, v["leg"]), at, ident, False
            case ("longer", at, ident):
                v["due"], v["set"], v["id"], v["ext"] = v["due"] + 900, at, ident, v["ext"] + 1
            case ("overdue",):
                v["over"] = True
            case ("safe", due, at, ident, awaits):
                v["leg"], v["due"], v["set"], v["id"], v["over"] = "safe", due, at, ident, False
                v["awaits"] = awaits
            case ("nothing_due",):
                v["due"], v["id"], v["over"] = None, None, False
            case ("cancelled",):
                v["leg"], v["due"] = "cancelled", None

    @staticmethod
    def buys(plan: dict[str, Any], leg: str) -> int:
        half = 2 if plan["level"] == "high" else 1
        if leg == "on_the_way":
            return max(900, int(plan["travel_minutes"]) * 90)
        return {"arrived": 300, "at_door": 900 // half, "inside": 1200 // half, "left": 600}[leg]

    # ---- time --------------------------------------------------------------------------------------------------

    def feed(self, event: dict[str, Any]) -> None:
        received = event["t"]
        if self.now is None:
            self.now = received
        self.walk(received + self.lead)
        if event["kind"] == "clock":
            self.read_clock(event)
        else:
            self.take(event)
        self.tick()

    def finish(self, until: int) -> None:
        if self.now is not None:
            self.walk(until + self.lead)

    def walk(self, to: int) -> None:
        assert self.now is not None
        while self.now < to:
            self.now += TICK
            self.tick()

    def read_clock(self, event: dict[str, Any]) -> None:
        assert self.now is not None
        blind = False
        if self.clock is not None:
            step = max(0, event["wall"] - self.clock["wall"])
            if event["boot"] == self.clock["boot"]:
                step = max(step, event["mono"] - self.clock["mono"])
            else:
                blind = event["wall"] < self.clock["wall"]
            target = max(self.now, self.clock_now + step)
        else:
            target = self.now
        self.walk(target)
        if blind:
            self.alarm("system", None, None, 1, None)
            for person in list(self.people.values()):
                v = self.view(person)
                if v["due"] is not None and not v["over"]:
                    self.overdue(person, v)
        self.lead += target - (event["t"] + self.lead)
        self.clock, self.clock_now = event, target

    def tick(self) -> None:
        for person in list(self.people.values()):
            self.look_at(person)
        for alarm in self.alarms:
            if not alarm.resolved:
                self.look_at_alarm(alarm)

    def look_at(self, person: Person) -> None:
        assert self.now is not None
        v = self.view(person)
        who = (person.visit, person.collector)
        if person.partner_due is not None and self.now >= person.partner_due:
            person.partner_due = None
            self.alarm("partner_missing", *who, 2, v["leg"])
        if v["leg"] == "inside" and v["heard"] is not None and self.now >= v["heard"] + 600:
            self.once(person, "silence", v["heard"], "note", None, 3, v["leg"])
        if v["due"] is None or v["over"]:
            return
        reminder, grace, _ = NUMBERS[v["leg"]]
        if self.now >= v["due"] + grace:
            self.overdue(person, v)
        elif self.now >= v["due"]:
            self.once(person, "due", v["id"], "due", "overdue", None, v["leg"])
        elif self.now >= v["due"] - reminder:
            self.once(person, "reminder", v["id"], "reminder", "overdue", None, v["leg"])

    def once(
        self, person: Person, name: str, ident: int, what: str, kind: str | None, prio: int | None, leg: str
    ) -> None:
        if (name, ident) not in person.shown:
            person.shown.add((name, ident))
            assert self.now is not None
            self.lines.append((self.now, what, person.visit, person.collector, kind, prio, leg, None))

    def overdue(self, person: Person, v: dict[str, Any]) -> None:
        person.history.append(("overdue",))
        self.alarm("overdue", person.visit, person.collector, NUMBERS[v["leg"]][2], v["leg"], of=v["id"])

    def alarm(
        self, kind: str, visit: str | None, collector: str | None, priority: int, leg: str | None, of: int | None = None
    ) -> None:
        assert self.now is not None
        alarm = Alarm(kind, visit, collector, priority, leg, self.now, of)
        self.alarms.append(alarm)
        self.lines.append((self.now, "alarm", visit, collector, kind, priority, leg, None))

    def look_at_alarm(self, alarm: Alarm) -> None:
        assert self.now is not None
        age = self.now - alarm.raised
        if alarm.quiet is not None and not alarm.sounding and self.now >= alarm.quiet + 180:
            alarm.sounding = True
            self.say(alarm, "sound_again")
        if alarm.priority != 1 or alarm.spoke:
            return
        for row in LADDER[alarm.kind]:
            if row == "early":
                if not alarm.early_done and (age >= 240 or (age >= 60 and alarm.acked is None)):
                    alarm.early_done = True
                    self.say(alarm, "rung")
            elif age == row:
                self.rung_once(alarm, age)
        if age > 900 and (age - 900) % 120 == 0:
            self.rung_once(alarm, age)

    def rung_once(self, alarm: Alarm, age: int) -> None:
        if (id(alarm), age) not in self.rungs:
            self.rungs.add((id(alarm), age))
            self.say(alarm, "rung")

    def say(self, alarm: Alarm, what: str) -> None:
        assert self.now is not None
        place = (alarm.visit, alarm.collector, alarm.kind, alarm.priority, alarm.leg, alarm.owner)
        self.lines.append((self.now, what, *place))

    # ---- events ------------------------------------------------------------------------------------------------

    def take(self, event: dict[str, Any]) -> None:
        kind = event["kind"]
        if kind in {"acknowledge", "take_over", "step", "resolve"}:
            self.deed(event)
        elif kind in {"publish", "cancel", "recall", "change_team", "hand_over"}:
            getattr(self, kind)(event)
        else:
            self.report(event)

    def refuse(self, visit: str | None, collector: str | None = None, kind: str | None = None) -> None:
        assert self.now is not None
        self.lines.append((self.now, "refused", visit, collector, kind, None, None, None))

    def visit_note(self, visit: str) -> None:
        assert self.now is not None
        self.lines.append((self.now, "note", visit, None, None, None, None, None))

    def on(self, visit: str) -> list[Person]:
        return [person for person in self.people.values() if person.visit == visit]

    def of(self, collector: str) -> list[Person]:
        return [person for person in self.people.values() if person.collector == collector]

    def ident(self) -> int:
        self.deadline_count += 1
        return self.deadline_count

    def publish(self, event: dict[str, Any]) -> None:
        there = self.on(event["visit"])
        views = [self.view(person) for person in there]
        busy = any(1 <= RANK[v["leg"]] <= 5 or v["due"] is not None for v in views)
        begun = any(v["leg"] == "safe" for v in views)
        has_open = any(alarm.visit == event["visit"] and not alarm.resolved for alarm in self.alarms)
        if busy or (begun and has_open):
            self.refuse(event["visit"])
            return
        for person in there:
            del self.people[person.visit, person.collector]
        self.plans[event["visit"]] = event
        for collector in event["team"]:
            self.people[event["visit"], collector] = Person(event["visit"], collector)

    def credit(self, event: dict[str, Any]) -> tuple[str, int, bool]:
        """Order, credit in `received` seconds, whether the clock is off."""
        t: int = event["t"]
        sent: Any = event.get("device_time")
        plan = self.plans.get(event["visit"])
        floor = plan["t"] if plan else t
        if "device" not in event:
            if sent is None:
                return "new", t, False
            return "new", min(t, max(sent, floor)), sent > t + 120 or floor - sent > 120
        device, number = str(event["device"]), int(event["number"])
        if (device, number) in self.seen:
            return "duplicate", t, False
        self.seen.add((device, number))
        if number < self.top.get(device, -1):
            return "old", min(t, sent), False
        self.top[device] = number
        floor = self.last_credit.get(device, floor)
        if 120 < sent - t <= 86400:
            self.ahead[device] = max(self.ahead.get(device, 0), sent - t)
        elif device in self.last_credit and sent - self.ahead.get(device, 0) < floor:
            self.ahead[device] = 0
        claimed = sent - self.ahead.get(device, 0)
        credit = min(t, max(claimed, floor))
        self.last_credit[device] = credit
        return "new", credit, sent > t + 120 or floor - claimed > 120

    def report(self, event: dict[str, Any]) -> None:  # noqa: C901, PLR0912  # read top to bottom like the reference's table
        assert self.now is not None
        order, credit, off = self.credit(event)
        if order == "duplicate":
            return
        kind, who = event["kind"], (event["visit"], event["collector"])
        sender = self.people.get(who)
        leg = self.view(sender)["leg"] if sender else None
        if off:
            self.lines.append((self.now, "note", *who, None, 3, leg, None))
        if kind in LOUD:
            priority = 1 if kind != "alone" or leg == "inside" else 2
            self.alarm(kind, *who, priority, leg)
        if kind == "wrong_pin":
            self.pins[who] = self.pins.get(who, 0) + 1
            if self.pins[who] == 3:
                self.pins[who] = 0
                self.alarm("wrong_pin", *who, 2, leg)
        if order == "old":
            return
        if kind in LOUD or kind == "wrong_pin":
            if sender:
                sender.history.append(("heard", self.now))
            return
        if kind in {"arrived", "fine", "left", "safe"}:
            self.pins[who] = 0
        bought = credit + self.now - event["t"]
        if sender is None:
            if kind in STEPS:
                self.lines.append((self.now, "note", *who, None, 3, None, None))
            return
        self.word(event, sender, bought)
        if event.get("with_partner") and kind in HALF_ALLOWED and sender.member and leg not in {"safe", "cancelled"}:
            for person in self.on(event["visit"]):
                if person is not sender and person.member:
                    self.word(event, person, bought)
        if kind == "arrived" and leg != "arrived" and self.view(sender)["leg"] == "arrived" and sender.member:
            for person in self.on(event["visit"]):
                v = self.view(person)
                waiting = not v["arrived"] and RANK[v["leg"]] < 5 and person.partner_due is None
                if person is not sender and person.member and waiting:
                    person.partner_due = max(bought + 120, self.now)

    def word(self, event: dict[str, Any], person: Person, credit: int) -> None:  # noqa: C901, PLR0912  # read top to bottom like the reference's table
        assert self.now is not None
        kind, v = event["kind"], dict(self.view(person))
        own = person.collector == event["collector"]
        leg, was_over = v["leg"], v["over"]
        if leg in {"safe", "cancelled"}:
            if kind == "home_safe" and leg == "safe":
                self.home(person.collector)
            elif own and kind in STEPS:
                self.lines.append((self.now, "note", person.visit, person.collector, None, 3, leg, None))
            return
        person.history.append(("heard", self.now))
        out = leg != "planned"
        says_there = {"arrived", "at_door", "inside", "left"} | ({"safe", "home_safe", "break_off"} if out else set())
        if own and kind in says_there:
            person.history.append(("arrived_himself",))
            person.partner_due = None
        if kind == "battery" and event["percent"] <= 15:
            self.lines.append((self.now, "note", event["visit"], event["collector"], None, 3, leg, None))
        if kind in {"battery", "position"}:
            return
        if not out:
            if kind in STEPS:
                self.step(person, STEPS[kind], credit)
            elif kind == "extension":
                self.lines.append((self.now, "note", person.visit, person.collector, None, 3, leg, None))
            return
        if kind in STEPS and RANK[STEPS[kind]] > RANK[leg]:
            self.step(person, STEPS[kind], credit)
        elif kind == "fine" and not was_over:
            person.history.append(("fresh", credit, self.now, self.ident()))
        elif kind == "extension" and not was_over:
            if v["ext"] >= 2 and event["source"] == "phone":
                self.lines.append((self.now, "note", person.visit, person.collector, None, 3, leg, None))
            else:
                person.history.append(("longer", self.now, self.ident()))
        elif kind == "break_off":
            if leg != "left":
                self.step(person, "left", credit)
            self.alarm("break_off", person.visit, person.collector, 2, "left")
        elif kind in {"safe", "home_safe"}:
            person.partner_due = None
            self.safe(person, credit)
            if kind == "home_safe":
                self.home(person.collector)
        if was_over:
            shown = self.view(person)["leg"]
            self.lines.append((self.now, "note", person.visit, person.collector, None, 3, shown, None))

    def step(self, person: Person, leg: str, credit: int) -> None:
        was_planned = self.view(person)["leg"] == "planned"
        person.history.append(("leg", leg, credit, self.now, self.ident()))
        if was_planned:
            self.elsewhere_nothing_due(person)

    def elsewhere_nothing_due(self, person: Person) -> None:
        for other in self.of(person.collector):
            if other is not person and self.view(other)["leg"] == "safe":
                other.history.append(("nothing_due",))

    def safe(self, person: Person, credit: int) -> None:
        assert self.now is not None
        others = [other for other in self.of(person.collector) if other is not person]
        if any(1 <= RANK[self.view(other)["leg"]] <= 5 for other in others):
            person.history.append(("safe", None, self.now, None, False))
            return
        follows = any(self.view(other)["leg"] == "planned" and other.member for other in others)
        due = credit + 1800 if follows else max(self.plans[person.visit]["shift_end"], self.now)
        self.elsewhere_nothing_due(person)
        person.history.append(("safe", due, self.now, self.ident(), follows))

    def home(self, collector: str) -> None:
        for other in self.of(collector):
            if self.view(other)["leg"] == "safe":
                other.history.append(("nothing_due",))

    # ---- deeds -------------------------------------------------------------------------------------------------

    def find(self, ref: dict[str, Any]) -> list[Alarm]:
        name = (ref["visit"], ref["collector"], ref["kind"])
        return [alarm for alarm in self.alarms if (alarm.visit, alarm.collector, alarm.kind) == name]

    def team_of(self, alarm: Alarm) -> set[str]:
        about = {person.collector for person in self.people.values() if person.visit == alarm.visit}
        return about | ({alarm.collector} if alarm.collector else set())

    def deed(self, event: dict[str, Any]) -> None:
        assert self.now is not None
        ref, kind = event["alarm"], event["kind"]
        found = self.find(ref)
        alarm = next((alarm for alarm in found if not alarm.resolved), None)
        if alarm is None:
            if found and kind == "step":
                self.lines.append((self.now, "note", ref["visit"], ref["collector"], ref["kind"], None, None, None))
            else:
                self.refuse(ref["visit"], ref["collector"], ref["kind"])
            return
        reason = event.get("reason", "x").strip()
        by = event["by"] if isinstance(event["by"], list) else [event["by"]]
        concerned = kind != "step" and any(one in self.team_of(alarm) for one in by)
        bad = not reason or not by or concerned
        if kind == "acknowledge":
            bad = bad or alarm.owner is not None
        if kind == "take_over":
            bad = bad or alarm.owner == by[0]
        if kind == "resolve" and alarm.kind == "duress":
            bad = bad or len(set(by)) < 2
        if bad:
            self.refuse(ref["visit"], ref["collector"], ref["kind"])
            return
        if kind in {"acknowledge", "take_over"}:
            alarm.owner, alarm.quiet, alarm.sounding = by[0], self.now, False
            alarm.acked = self.now if alarm.acked is None else alarm.acked
            self.say(alarm, "acknowledged")
        elif kind == "step":
            if alarm.owner is not None:
                alarm.quiet, alarm.sounding = self.now, False
            alarm.spoke = alarm.spoke or event["step"] == "spoke"
            self.say(alarm, "note")
        else:
            alarm.resolved = True
            self.say(alarm, "resolved")
            self.after(alarm)

    def after(self, alarm: Alarm) -> None:
        person = self.people.get((alarm.visit or "", alarm.collector or ""))
        if person is None:
            return
        v = self.view(person)
        this = alarm.kind == "overdue" and alarm.of == v["id"]
        if 1 <= RANK[v["leg"]] <= 5 and (this or not v["over"]):
            person.history.append(("fresh", self.now, self.now, self.ident()))
        elif this:
            person.history.append(("nothing_due",))

    def cancel(self, event: dict[str, Any]) -> None:
        there = self.on(event["visit"])
        legs = [self.view(person)["leg"] for person in there]
        is_out = any(1 <= RANK[leg] <= 5 for leg in legs)
        if not event["reason"].strip() or "planned" not in legs or is_out:
            self.refuse(event["visit"])
            return
        self.visit_note(event["visit"])
        for person in there:
            if self.view(person)["leg"] == "planned":
                person.history.append(("cancelled",))
                person.partner_due = None
                self.home_instead(person.collector)

    def home_instead(self, collector: str) -> None:
        assert self.now is not None
        others = self.of(collector)
        if any(self.view(other)["leg"] == "planned" and other.member for other in others):
            return
        for other in others:
            v = self.view(other)
            if v["leg"] == "safe" and v["due"] is not None and v["awaits"] and not v["over"]:
                self.safe(other, self.now)

    def recall(self, event: dict[str, Any]) -> None:
        is_out = any(1 <= RANK[self.view(person)["leg"]] <= 5 for person in self.on(event["visit"]))
        if event["reason"].strip() and is_out:
            self.visit_note(event["visit"])
        else:
            self.refuse(event["visit"])

    def change_team(self, event: dict[str, Any]) -> None:
        assert self.now is not None
        there = self.on(event["visit"])
        members = {person.collector for person in there if person.member}
        active = [person for person in there if person.member and RANK[self.view(person)["leg"]] < 6]
        leaves, joins = set(event["leaves"]), set(event["joins"])
        if not active or not leaves <= members or joins & members or not (members - leaves) | joins:
            self.refuse(event["visit"])
            return
        is_out = any(1 <= RANK[self.view(person)["leg"]] <= 5 for person in there)
        for collector in event["leaves"]:
            person = self.people[event["visit"], collector]
            person.member, person.partner_due = False, None
            if self.view(person)["leg"] == "planned":
                del self.people[event["visit"], collector]
        for collector in event["joins"]:
            former = self.people.get((event["visit"], collector))
            if former is not None and 1 <= RANK[self.view(former)["leg"]] <= 5:
                former.member = True
                continue
            self.people.pop((event["visit"], collector), None)
            person = Person(event["visit"], collector)
            self.people[event["visit"], collector] = person
            if is_out:
                person.history.append(("leg", "on_the_way", self.now, self.now, self.ident()))
                self.elsewhere_nothing_due(person)
        self.visit_note(event["visit"])

    def hand_over(self, event: dict[str, Any]) -> None:
        moved: list[Alarm] = []
        for ref in event["accepted"]:
            mine = [
                alarm
                for alarm in self.find(ref)
                if not alarm.resolved and alarm.owner == event["from"] and not any(alarm is one for one in moved)
            ]
            if not mine or event["from"] == event["to"] or event["to"] in self.team_of(mine[0]):
                self.refuse(ref["visit"], ref["collector"], ref["kind"])
                continue
            moved.append(mine[0])
            mine[0].owner = event["to"]
            self.say(mine[0], "note")

    # ---- answer ------------------------------------------------------------------------------------------------

    def open(self) -> list[tuple[Any, ...]]:
        return [(a.visit, a.collector, a.kind, a.raised, a.owner) for a in self.alarms if not a.resolved]

    def out(self) -> list[tuple[str, str, str, int]]:
        found = []
        for person in self.people.values():
            v = self.view(person)
            if 1 <= RANK[v["leg"]] <= 5:
                found.append((person.visit, person.collector, v["leg"], v["due"]))
        return found
