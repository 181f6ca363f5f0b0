"""Rows and repository of day plans: one draft a day, and publications that are only ever appended."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import cast

from sqlalchemy import String, insert, select, update
from sqlalchemy.orm import Mapped, Session, mapped_column

from visitdesk.errors import Stale
from visitdesk.planning.draft import PlanState
from visitdesk.planning.ports import StoredDayPlan
from visitdesk.security.model import UserId
from visitdesk.store.row import Json, Row


class DayPlanDraftRow(Row):
    """The draft of a day; `version` rises with each save."""

    __tablename__ = "day_plan_drafts"

    day: Mapped[date] = mapped_column(primary_key=True)
    number: Mapped[int]
    state: Mapped[str] = mapped_column(String(20))
    problem: Mapped[object] = mapped_column(Json)
    plan: Mapped[object] = mapped_column(Json)
    saved_at: Mapped[datetime]
    saved_by: Mapped[str] = mapped_column(String(64))
    version: Mapped[int]


class DayPlanPublicationRow(Row):
    """One publication of a day."""

    __tablename__ = "day_plan_publications"

    day: Mapped[date] = mapped_column(primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    problem: Mapped[object] = mapped_column(Json)
    plan: Mapped[object] = mapped_column(Json)
    saved_at: Mapped[datetime]
    saved_by: Mapped[str] = mapped_column(String(64))


class SqlDayPlans:
    """Stored day plans inside one transaction."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def draft(self, day: date) -> StoredDayPlan | None:
        """The day's draft."""
        row = self._session.scalars(select(DayPlanDraftRow).where(DayPlanDraftRow.day == day)).one_or_none()
        if row is None:
            return None
        return StoredDayPlan(
            day=row.day,
            number=row.number,
            state=PlanState(row.state),
            problem=cast("Mapping[str, object]", row.problem),
            plan=cast("Mapping[str, object]", row.plan),
            saved_at=row.saved_at,
            saved_by=UserId(row.saved_by),
            version=row.version,
        )

    def published(self, day: date) -> StoredDayPlan | None:
        """The newest publication of the day."""
        newest = (
            select(DayPlanPublicationRow)
            .where(DayPlanPublicationRow.day == day)
            .order_by(DayPlanPublicationRow.number.desc())
            .limit(1)
        )
        row = self._session.scalars(newest).one_or_none()
        return None if row is None else _publication(row)

    def publications(self, day: date) -> Sequence[StoredDayPlan]:
        """All publications of the day, oldest first."""
        rows = self._session.scalars(
            select(DayPlanPublicationRow).where(DayPlanPublicationRow.day == day).order_by(DayPlanPublicationRow.number)
        )
        return [_publication(row) for row in rows]

    def days(self) -> Sequence[date]:
        """Days with a draft or a publication, oldest first."""
        drafts = self._session.scalars(select(DayPlanDraftRow.day))
        published = self._session.scalars(select(DayPlanPublicationRow.day).distinct())
        return sorted({*drafts, *published})

    def save_draft(self, plan: StoredDayPlan) -> int:
        """Keep the draft, answers its new version.

        Raises:
            Stale: another hand has saved the day's draft since.
        """
        values = {
            "number": plan.number,
            "state": plan.state.value,
            "problem": dict(plan.problem),
            "plan": dict(plan.plan),
            "saved_at": plan.saved_at,
            "saved_by": plan.saved_by,
            "version": plan.version + 1,
        }
        known = self._session.scalars(select(DayPlanDraftRow.version).where(DayPlanDraftRow.day == plan.day)).first()
        if (known or 0) != plan.version:
            raise Stale("store.stale")
        if known is None:
            self._session.execute(insert(DayPlanDraftRow).values(day=plan.day, **values))
        else:
            changed = (
                update(DayPlanDraftRow)
                .where(DayPlanDraftRow.day == plan.day, DayPlanDraftRow.version == plan.version)
                .values(**values)
                .returning(DayPlanDraftRow.day)
                .execution_options(synchronize_session=False)
            )
            if self._session.execute(changed).one_or_none() is None:
                raise Stale("store.stale")
            self._session.expire_all()
        return plan.version + 1

    def add_publication(self, plan: StoredDayPlan) -> None:
        """Keep a publication for good."""
        self._session.add(
            DayPlanPublicationRow(
                day=plan.day,
                number=plan.number,
                problem=dict(plan.problem),
                plan=dict(plan.plan),
                saved_at=plan.saved_at,
                saved_by=plan.saved_by,
            )
        )
        self._session.flush()


def _publication(row: DayPlanPublicationRow) -> StoredDayPlan:
    return StoredDayPlan(
        day=row.day,
        number=row.number,
        state=PlanState.PUBLISHED,
        problem=cast("Mapping[str, object]", row.problem),
        plan=cast("Mapping[str, object]", row.plan),
        saved_at=row.saved_at,
        saved_by=UserId(row.saved_by),
        version=1,
    )
