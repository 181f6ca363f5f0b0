"""Nouns of the room `compliance`: rules, findings, verdicts, and the facts the branch records about a case."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import NewType

from visitdesk.cases.model import CaseId, VisitId
from visitdesk.errors import Unavailable
from visitdesk.security.model import Role, UserId

RuleId = NewType("RuleId", str)
HoldId = NewType("HoldId", str)
ConsentId = NewType("ConsentId", str)
ObjectionId = NewType("ObjectionId", str)
NoticeId = NewType("NoticeId", str)
RefusalId = NewType("RefusalId", str)
VerdictId = NewType("VerdictId", str)


class Effect(StrEnum):
    """What a rule does; the words of the compliance form (reference regulation §0)."""

    BLOCK = "BLOCK"
    LIFTABLE = "BLOCK*"
    HOLD = "HOLD"
    WARN = "WARN"
    REQ = "REQ"
    PASS = "PASS"  # noqa: S105  # the form's word, no secret


class Force(StrEnum):
    """What stands behind a rule, from statute to house policy."""

    STATUTE = "L1"
    REGULATOR = "L2"
    SELF_REGULATION = "L3"
    STANDARD = "L4"
    POLICY = "L5"


class Evidence(StrEnum):
    """How the clause is known; never blurred (reference regulation §0)."""

    SEEN_TEXT = "SEEN-T"
    SEEN_REPORT = "SEEN-R"
    RECALLED = "RECALLED"
    DERIVED = "DERIVED"


class Group(StrEnum):
    """The order of judging (reference regulation §1f); the first failing rule in it decides."""

    DEBT = "debt"
    HOLDS = "holds"
    REFUSAL = "refusal"
    PERSON = "person"
    PLACE = "place"
    TIME = "time"
    FREQUENCY = "frequency"
    TEAM = "team"
    DOCUMENTS = "documents"
    DATA = "data"


class Stage(StrEnum):
    """The moments at which a visit is judged."""

    PLAN = "plan"
    DISPATCH = "dispatch"
    CHECK_IN = "check_in"
    ENTRY = "entry"


class ConsentKind(StrEnum):
    """What a debtor can say yes to."""

    QUIET_HOURS = "quiet_hours"
    ENTRY = "entry"
    WORKPLACE = "workplace"
    RECORDING = "recording"


class HoldKind(StrEnum):
    """Why visits are stopped for now."""

    OBJECTION = "objection"
    COMPLAINT = "complaint"
    HARDSHIP = "hardship"
    VULNERABILITY = "vulnerability"
    LEGAL = "legal"
    OTHER = "other"


class NoticeKind(StrEnum):
    """What a debtor was told before a visit."""

    ADVANCE = "advance"
    AGENCY_TOLD = "agency_told"
    ASSIGNMENT = "assignment"


class ObjectionState(StrEnum):
    """Where an objection stands (glossary §9)."""

    RECEIVED = "received"
    UPHELD = "upheld"
    NOT_UPHELD = "not_upheld"


class ObjectionGround(StrEnum):
    """What an objection says is wrong (reference regulation §4)."""

    NOT_ME = "not_me"
    NO_DEBT = "no_debt"
    AMOUNT = "amount"
    PAID = "paid"
    FRAUD = "fraud"
    TIME_BARRED = "time_barred"
    HARASSMENT = "harassment"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """The same words in both languages."""

    zh: str
    en: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Basis:
    """What a finding cites: clause, force and how the clause is known."""

    clause: Words
    force: Force
    evidence: Evidence
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One rule of a pack, as its TOML file tells it.

    Attributes:
        says: what the rule asks for, for people.
        effect: what a failing or unshown fact brings about.
        lifted_by: consent that lifts it; only rules with the effect `BLOCK*` have one.
        needs: dotted fact names of the form that it judges; empty where the form has none.
        numbers: configuration the firm may edit: numbers and word lists.
        other: bases for special cases, by key, e.g. `policy` where the law binds only some debts.
    """

    id: RuleId
    group: Group
    effect: Effect
    basis: Basis
    says: Words
    lifted_by: ConsentKind | None = None
    needs: tuple[str, ...] = ()
    numbers: Mapping[str, object] = field(default_factory=dict)
    other: Mapping[str, Basis] = field(default_factory=dict)

    def number(self, name: str) -> int:
        """A whole number of the pack.

        Raises:
            Unavailable: the edited pack lacks it or holds something else.
        """
        value = self.numbers.get(name)
        if isinstance(value, bool) or not isinstance(value, int):
            raise Unavailable("compliance.pack_broken", value=f"{self.id}.{name}")
        return value

    def words(self, name: str) -> frozenset[str]:
        """A list of words of the pack.

        Raises:
            Unavailable: the edited pack lacks it or holds something else.
        """
        value = self.numbers.get(name)
        if not isinstance(value, list) or not all(isinstance(word, str) for word in value):
            raise Unavailable("compliance.pack_broken", value=f"{self.id}.{name}")
        return frozenset(value)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pack:
    """The rules of one country and firm (规则包), in the order in which they are judged."""

    id: str
    version: str
    title: Words
    rules: tuple[Rule, ...]

    def rule(self, identity: str) -> Rule:
        """The rule of that id; a wrong id is a programming fault."""
        return next(rule for rule in self.rules if rule.id == identity)


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What one rule says of one visit.

    Attributes:
        lifted_by: the consent that lifted a `BLOCK*`; None where nothing did.
        code: name of the sentence; `facts` fill it.
    """

    rule: Rule
    effect: Effect
    basis: Basis
    code: str
    facts: Mapping[str, object] = field(default_factory=dict)
    lifted_by: ConsentKind | None = None

    @property
    def forbids(self) -> bool:
        """Whether the visit may not take place because of it: BLOCK, HOLD, or a BLOCK* that nothing lifted."""
        if self.effect is Effect.LIFTABLE:
            return self.lifted_by is None
        return self.effect in {Effect.BLOCK, Effect.HOLD}


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """May this visit take place, judged at one instant (合规结论)."""

    findings: tuple[Finding, ...]
    pack: str
    pack_version: str
    evaluated_at: datetime

    @property
    def allowed(self) -> bool:
        """No finding forbids it."""
        return not any(finding.forbids for finding in self.findings)

    @property
    def decided_by(self) -> Finding | None:
        """The first finding, in the order of judging, that forbids it."""
        return next((finding for finding in self.findings if finding.forbids), None)

    @property
    def warnings(self) -> tuple[Finding, ...]:
        """What asks for a typed reason."""
        return tuple(finding for finding in self.findings if finding.effect is Effect.WARN)


@dataclass(frozen=True, slots=True, kw_only=True)
class Hold:
    """No visit to this case until a named role clears it (暂停外访).

    Attributes:
        owner: who must see to it until `deadline`.
        cleared_with: the second person, who agreed.
    """

    id: HoldId
    case: CaseId
    kind: HoldKind
    reason: str
    owner: UserId
    deadline: datetime
    placed_by: UserId
    placed_at: datetime
    cleared_at: datetime | None = None
    cleared_by: UserId | None = None
    cleared_with: UserId | None = None
    clear_role: Role | None = None
    clear_reason: str = ""
    version: int = 1

    @property
    def is_open(self) -> bool:
        """Not cleared yet."""
        return self.cleared_at is None


@dataclass(frozen=True, slots=True, kw_only=True)
class Consent:
    """A debtor's yes to one thing on named days (同意); ends at once by a word.

    Attributes:
        given_by: only `debtor` lifts a rule; others are kept as they were told.
        how: channel or paper, e.g. `sms`, `signed`.
    """

    id: ConsentId
    case: CaseId
    kind: ConsentKind
    given_by: str
    given_at: datetime
    how: str
    dates: tuple[date, ...]
    recorded_by: UserId
    recorded_at: datetime
    withdrawn_at: datetime | None = None
    version: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Objection:
    """A claim that debt, sum or person is wrong (异议); collectors cannot close it, the burden is on the firm.

    Attributes:
        words: verbatim, never edited.
        hold: the hold it placed; released only after an answer.
    """

    id: ObjectionId
    case: CaseId
    ground: ObjectionGround
    words: str
    received_at: datetime
    received_by: UserId
    due: datetime
    hold: HoldId
    state: ObjectionState = ObjectionState.RECEIVED
    answer: str = ""
    answered_at: datetime | None = None
    answered_by: UserId | None = None
    version: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """What the debtor was told, when and how (上门预告 and appointment of an agency).

    Attributes:
        visit: the visit it announces; None for notices about the case as a whole.
    """

    id: NoticeId
    case: CaseId
    kind: NoticeKind
    sent_at: datetime
    channel: str
    recorded_by: UserId
    recorded_at: datetime
    visit: VisitId | None = None
    purpose: bool = False
    staff: bool = False
    right_to_refuse: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """The debtor said no to visits (拒绝); it never raises a priority.

    Attributes:
        revoked_at: when the debtor himself took it back.
    """

    id: RefusalId
    case: CaseId
    said_at: datetime
    words: str
    recorded_by: UserId
    recorded_at: datetime
    revoked_at: datetime | None = None
    version: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredVerdict:
    """A verdict as kept: replayable from its facts and pack version.

    Attributes:
        facts: the judged fact sheet in the form of contracts §4, plus `inside`.
        findings: the answer's findings in English, so that an auditor can compare a replay.
    """

    id: VerdictId
    visit: VisitId
    case: CaseId
    stage: Stage
    pack: str
    pack_version: str
    allowed: bool
    decided_by: str | None
    facts: Mapping[str, object]
    findings: tuple[Mapping[str, object], ...]
    judged_at: datetime
    judged_by: UserId
