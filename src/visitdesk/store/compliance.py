"""Rows of the room `compliance`: holds, consents, objections, notices, refusals, verdicts."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import cast

from sqlalchemy import Text, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from visitdesk.cases.model import CaseId, VisitId
from visitdesk.compliance.model import (
    Consent,
    ConsentId,
    ConsentKind,
    Hold,
    HoldId,
    HoldKind,
    Notice,
    NoticeId,
    NoticeKind,
    Objection,
    ObjectionGround,
    ObjectionId,
    ObjectionState,
    Refusal,
    RefusalId,
    Stage,
    StoredVerdict,
    VerdictId,
)
from visitdesk.errors import Stale
from visitdesk.security.model import Role, UserId
from visitdesk.store.row import Json, Row


class HoldRow(Row):
    """One hold; open while `cleared_at` is empty."""

    __tablename__ = "compliance_hold"

    id: Mapped[str] = mapped_column(primary_key=True)
    case: Mapped[str] = mapped_column(index=True)
    kind: Mapped[str]
    reason: Mapped[str] = mapped_column(Text)
    owner: Mapped[str]
    deadline: Mapped[datetime]
    placed_by: Mapped[str]
    placed_at: Mapped[datetime]
    cleared_at: Mapped[datetime | None]
    cleared_by: Mapped[str | None]
    cleared_with: Mapped[str | None]
    clear_role: Mapped[str | None]
    clear_reason: Mapped[str] = mapped_column(Text)
    version: Mapped[int] = mapped_column()

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012


class ConsentRow(Row):
    """One consent; `dates` is a list of ISO days."""

    __tablename__ = "compliance_consent"

    id: Mapped[str] = mapped_column(primary_key=True)
    case: Mapped[str] = mapped_column(index=True)
    kind: Mapped[str]
    given_by: Mapped[str]
    given_at: Mapped[datetime]
    how: Mapped[str]
    dates: Mapped[object] = mapped_column(Json)
    recorded_by: Mapped[str]
    recorded_at: Mapped[datetime]
    withdrawn_at: Mapped[datetime | None]
    version: Mapped[int] = mapped_column()

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012


class ObjectionRow(Row):
    """One objection with its words as they were said."""

    __tablename__ = "compliance_objection"

    id: Mapped[str] = mapped_column(primary_key=True)
    case: Mapped[str] = mapped_column(index=True)
    ground: Mapped[str]
    words: Mapped[str] = mapped_column(Text)
    received_at: Mapped[datetime]
    received_by: Mapped[str]
    due: Mapped[datetime]
    hold: Mapped[str]
    state: Mapped[str]
    answer: Mapped[str] = mapped_column(Text)
    answered_at: Mapped[datetime | None]
    answered_by: Mapped[str | None]
    version: Mapped[int] = mapped_column()

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012


class NoticeRow(Row):
    """One notice to the debtor."""

    __tablename__ = "compliance_notice"

    id: Mapped[str] = mapped_column(primary_key=True)
    case: Mapped[str] = mapped_column(index=True)
    kind: Mapped[str]
    sent_at: Mapped[datetime]
    channel: Mapped[str]
    recorded_by: Mapped[str]
    recorded_at: Mapped[datetime]
    visit: Mapped[str | None]
    purpose: Mapped[bool]
    staff: Mapped[bool]
    right_to_refuse: Mapped[bool]


class RefusalRow(Row):
    """One refusal of visits; in force while `revoked_at` is empty."""

    __tablename__ = "compliance_refusal"

    id: Mapped[str] = mapped_column(primary_key=True)
    case: Mapped[str] = mapped_column(index=True)
    said_at: Mapped[datetime]
    words: Mapped[str] = mapped_column(Text)
    recorded_by: Mapped[str]
    recorded_at: Mapped[datetime]
    revoked_at: Mapped[datetime | None]
    version: Mapped[int] = mapped_column()

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012


class VerdictRow(Row):
    """One verdict with the facts it rests on; never changed."""

    __tablename__ = "compliance_verdict"

    id: Mapped[str] = mapped_column(primary_key=True)
    visit: Mapped[str] = mapped_column(index=True)
    case: Mapped[str]
    stage: Mapped[str]
    pack: Mapped[str]
    pack_version: Mapped[str]
    allowed: Mapped[bool]
    decided_by: Mapped[str | None]
    facts: Mapped[object] = mapped_column(Json)
    findings: Mapped[object] = mapped_column(Json)
    judged_at: Mapped[datetime]
    judged_by: Mapped[str]


class SqlCompliance:
    """The room's repository inside one transaction; fulfils `ComplianceRepository`."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def add_hold(self, hold: Hold) -> None:
        """Keep a new hold."""
        self._session.add(HoldRow(id=hold.id, **_hold_columns(hold)))
        self._session.flush()

    def hold(self, identity: HoldId) -> Hold | None:
        """The hold of that id."""
        row = self._session.get(HoldRow, identity)
        return _hold(row) if row else None

    def holds(self, case: CaseId | None = None, *, only_open: bool = False) -> Sequence[Hold]:
        """Holds, oldest first; of one case or of all."""
        wanted = select(HoldRow).order_by(HoldRow.placed_at, HoldRow.id)
        if case is not None:
            wanted = wanted.where(HoldRow.case == case)
        if only_open:
            wanted = wanted.where(HoldRow.cleared_at.is_(None))
        return [_hold(row) for row in self._session.scalars(wanted)]

    def change_hold(self, hold: Hold) -> None:
        """Keep a hold's new state.

        Raises:
            Stale: its version is not the stored one.
        """
        self._change(self._session.get(HoldRow, hold.id), hold.version, _hold_columns(hold))

    def add_consent(self, consent: Consent) -> None:
        """Keep a new consent."""
        self._session.add(ConsentRow(id=consent.id, **_consent_columns(consent)))
        self._session.flush()

    def consent(self, identity: ConsentId) -> Consent | None:
        """The consent of that id."""
        row = self._session.get(ConsentRow, identity)
        return _consent(row) if row else None

    def consents(self, case: CaseId) -> Sequence[Consent]:
        """Consents of a case, oldest first, withdrawn ones too."""
        wanted = select(ConsentRow).where(ConsentRow.case == case).order_by(ConsentRow.recorded_at, ConsentRow.id)
        return [_consent(row) for row in self._session.scalars(wanted)]

    def change_consent(self, consent: Consent) -> None:
        """Keep a consent's withdrawal.

        Raises:
            Stale: its version is not the stored one.
        """
        self._change(self._session.get(ConsentRow, consent.id), consent.version, _consent_columns(consent))

    def add_objection(self, objection: Objection) -> None:
        """Keep a new objection."""
        self._session.add(ObjectionRow(id=objection.id, **_objection_columns(objection)))
        self._session.flush()

    def objection(self, identity: ObjectionId) -> Objection | None:
        """The objection of that id."""
        row = self._session.get(ObjectionRow, identity)
        return _objection(row) if row else None

    def objections(self, case: CaseId | None = None) -> Sequence[Objection]:
        """Objections, oldest first; of one case or of all."""
        wanted = select(ObjectionRow).order_by(ObjectionRow.received_at, ObjectionRow.id)
        if case is not None:
            wanted = wanted.where(ObjectionRow.case == case)
        return [_objection(row) for row in self._session.scalars(wanted)]

    def change_objection(self, objection: Objection) -> None:
        """Keep an objection's answer.

        Raises:
            Stale: its version is not the stored one.
        """
        row = self._session.get(ObjectionRow, objection.id)
        self._change(row, objection.version, _objection_columns(objection))

    def add_notice(self, notice: Notice) -> None:
        """Keep a new notice."""
        self._session.add(
            NoticeRow(
                id=notice.id,
                case=notice.case,
                kind=notice.kind.value,
                sent_at=notice.sent_at,
                channel=notice.channel,
                recorded_by=notice.recorded_by,
                recorded_at=notice.recorded_at,
                visit=notice.visit,
                purpose=notice.purpose,
                staff=notice.staff,
                right_to_refuse=notice.right_to_refuse,
            )
        )
        self._session.flush()

    def notices(self, case: CaseId) -> Sequence[Notice]:
        """Notices of a case, oldest first."""
        wanted = select(NoticeRow).where(NoticeRow.case == case).order_by(NoticeRow.sent_at, NoticeRow.id)
        return [_notice(row) for row in self._session.scalars(wanted)]

    def add_refusal(self, refusal: Refusal) -> None:
        """Keep a refusal of visits."""
        self._session.add(RefusalRow(id=refusal.id, **_refusal_columns(refusal)))
        self._session.flush()

    def refusal(self, identity: RefusalId) -> Refusal | None:
        """The refusal of that id."""
        row = self._session.get(RefusalRow, identity)
        return _refusal(row) if row else None

    def refusals(self, case: CaseId) -> Sequence[Refusal]:
        """Refusals of a case, oldest first, revoked ones too."""
        wanted = select(RefusalRow).where(RefusalRow.case == case).order_by(RefusalRow.said_at, RefusalRow.id)
        return [_refusal(row) for row in self._session.scalars(wanted)]

    def change_refusal(self, refusal: Refusal) -> None:
        """Keep a refusal's end.

        Raises:
            Stale: its version is not the stored one.
        """
        self._change(self._session.get(RefusalRow, refusal.id), refusal.version, _refusal_columns(refusal))

    def add_verdict(self, verdict: StoredVerdict) -> None:
        """Keep a verdict."""
        self._session.add(
            VerdictRow(
                id=verdict.id,
                visit=verdict.visit,
                case=verdict.case,
                stage=verdict.stage.value,
                pack=verdict.pack,
                pack_version=verdict.pack_version,
                allowed=verdict.allowed,
                decided_by=verdict.decided_by,
                facts=dict(verdict.facts),
                findings=[dict(finding) for finding in verdict.findings],
                judged_at=verdict.judged_at,
                judged_by=verdict.judged_by,
            )
        )
        self._session.flush()

    def verdicts(self, visit: VisitId) -> Sequence[StoredVerdict]:
        """Verdicts of a visit, oldest first."""
        wanted = select(VerdictRow).where(VerdictRow.visit == visit).order_by(VerdictRow.judged_at, VerdictRow.id)
        return [_verdict(row) for row in self._session.scalars(wanted)]

    def _change(
        self, row: HoldRow | ConsentRow | ObjectionRow | RefusalRow | None, version: int, columns: Mapping[str, object]
    ) -> None:
        if row is None or row.version != version:
            raise Stale("store.stale")
        for name, value in columns.items():
            setattr(row, name, value)
        self._session.flush()


def _hold_columns(hold: Hold) -> dict[str, object]:
    return {
        "case": hold.case,
        "kind": hold.kind.value,
        "reason": hold.reason,
        "owner": hold.owner,
        "deadline": hold.deadline,
        "placed_by": hold.placed_by,
        "placed_at": hold.placed_at,
        "cleared_at": hold.cleared_at,
        "cleared_by": hold.cleared_by,
        "cleared_with": hold.cleared_with,
        "clear_role": hold.clear_role.value if hold.clear_role else None,
        "clear_reason": hold.clear_reason,
    }


def _hold(row: HoldRow) -> Hold:
    return Hold(
        id=HoldId(row.id),
        case=CaseId(row.case),
        kind=HoldKind(row.kind),
        reason=row.reason,
        owner=UserId(row.owner),
        deadline=row.deadline,
        placed_by=UserId(row.placed_by),
        placed_at=row.placed_at,
        cleared_at=row.cleared_at,
        cleared_by=UserId(row.cleared_by) if row.cleared_by else None,
        cleared_with=UserId(row.cleared_with) if row.cleared_with else None,
        clear_role=Role(row.clear_role) if row.clear_role else None,
        clear_reason=row.clear_reason,
        version=row.version,
    )


def _consent_columns(consent: Consent) -> dict[str, object]:
    return {
        "case": consent.case,
        "kind": consent.kind.value,
        "given_by": consent.given_by,
        "given_at": consent.given_at,
        "how": consent.how,
        "dates": [day.isoformat() for day in consent.dates],
        "recorded_by": consent.recorded_by,
        "recorded_at": consent.recorded_at,
        "withdrawn_at": consent.withdrawn_at,
    }


def _consent(row: ConsentRow) -> Consent:
    return Consent(
        id=ConsentId(row.id),
        case=CaseId(row.case),
        kind=ConsentKind(row.kind),
        given_by=row.given_by,
        given_at=row.given_at,
        how=row.how,
        dates=tuple(date.fromisoformat(day) for day in cast("list[str]", row.dates)),
        recorded_by=UserId(row.recorded_by),
        recorded_at=row.recorded_at,
        withdrawn_at=row.withdrawn_at,
        version=row.version,
    )


def _objection_columns(objection: Objection) -> dict[str, object]:
    return {
        "case": objection.case,
        "ground": objection.ground.value,
        "words": objection.words,
        "received_at": objection.received_at,
        "received_by": objection.received_by,
        "due": objection.due,
        "hold": objection.hold,
        "state": objection.state.value,
        "answer": objection.answer,
        "answered_at": objection.answered_at,
        "answered_by": objection.answered_by,
    }


def _objection(row: ObjectionRow) -> Objection:
    return Objection(
        id=ObjectionId(row.id),
        case=CaseId(row.case),
        ground=ObjectionGround(row.ground),
        words=row.words,
        received_at=row.received_at,
        received_by=UserId(row.received_by),
        due=row.due,
        hold=HoldId(row.hold),
        state=ObjectionState(row.state),
        answer=row.answer,
        answered_at=row.answered_at,
        answered_by=UserId(row.answered_by) if row.answered_by else None,
        version=row.version,
    )


def _notice(row: NoticeRow) -> Notice:
    return Notice(
        id=NoticeId(row.id),
        case=CaseId(row.case),
        kind=NoticeKind(row.kind),
        sent_at=row.sent_at,
        channel=row.channel,
        recorded_by=UserId(row.recorded_by),
        recorded_at=row.recorded_at,
        visit=VisitId(row.visit) if row.visit else None,
        purpose=row.purpose,
        staff=row.staff,
        right_to_refuse=row.right_to_refuse,
    )


def _refusal_columns(refusal: Refusal) -> dict[str, object]:
    return {
        "case": refusal.case,
        "said_at": refusal.said_at,
        "words": refusal.words,
        "recorded_by": refusal.recorded_by,
        "recorded_at": refusal.recorded_at,
        "revoked_at": refusal.revoked_at,
    }


def _refusal(row: RefusalRow) -> Refusal:
    return Refusal(
        id=RefusalId(row.id),
        case=CaseId(row.case),
        said_at=row.said_at,
        words=row.words,
        recorded_by=UserId(row.recorded_by),
        recorded_at=row.recorded_at,
        revoked_at=row.revoked_at,
        version=row.version,
    )


def _verdict(row: VerdictRow) -> StoredVerdict:
    return StoredVerdict(
        id=VerdictId(row.id),
        visit=VisitId(row.visit),
        case=CaseId(row.case),
        stage=Stage(row.stage),
        pack=row.pack,
        pack_version=row.pack_version,
        allowed=row.allowed,
        decided_by=row.decided_by,
        facts=cast("dict[str, object]", row.facts),
        findings=tuple(cast("list[dict[str, object]]", row.findings)),
        judged_at=row.judged_at,
        judged_by=UserId(row.judged_by),
    )
