"""The papers of a day, drawn from what the branch knows; each drawing is entered in the audit trail."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from visitdesk.app.branch_sources import BranchLaw, BranchRoster
from visitdesk.app.flow import BranchFlow, PlannedStop
from visitdesk.cases.masking import masked_id
from visitdesk.cases.model import Address, Case, CaseId, Visit, VisitId
from visitdesk.cases.visit_states import AHEAD
from visitdesk.clock import Clock
from visitdesk.compliance.model import NoticeKind
from visitdesk.compliance.stop_deeds import ANSWER_WITHIN
from visitdesk.documents import (
    batch,
    call_back_card,
    certificate,
    handbook,
    objection,
    rights_notice,
    route_sheet,
    safety_log,
    visit_record,
)
from visitdesk.documents.house import House
from visitdesk.errors import BadInput, RuleBroken
from visitdesk.people.model import Collector, CollectorId, TeamId
from visitdesk.planning.day_clock import DayClock
from visitdesk.planning.draft import DayDraft
from visitdesk.planning.model import DayRoute
from visitdesk.planning.service import PlanningDesk
from visitdesk.records.model import Copy, FiguresTold, RecordId, RecordState, TeamMember, VisitFacts
from visitdesk.records.service import RecordDesk
from visitdesk.safety.service import WatchDesk
from visitdesk.security.audit import Deed
from visitdesk.security.model import Actor, Role
from visitdesk.security.permissions import Deed as Permission
from visitdesk.security.permissions import require
from visitdesk.security.settings_desk import SettingsDesk
from visitdesk.store.database import Database
from visitdesk.training.model import CertificateNumber
from visitdesk.training.service import TrainingDesk
from visitdesk.wording import Lang

_WORD_DUE_AFTER = timedelta(minutes=15)
"""From the planned arrival to the first word that is owed (reference safety §3.2, at the door)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rooms:
    """The desks that papers are drawn from."""

    settings: SettingsDesk
    roster: BranchRoster
    planning: PlanningDesk
    watch: WatchDesk
    records: RecordDesk
    training: TrainingDesk
    flow: BranchFlow
    law: BranchLaw


def house_of(settings: SettingsDesk) -> House:
    """The branch as its papers name it."""
    name = str(settings.value("branch.name")) or "VisitDesk"
    phone = str(settings.value("branch.phone"))
    return House(
        branch=name,
        neutral_name=str(settings.value("branch.neutral_name")) or "服务中心",
        phone=phone,
        complaint_channels=((name, phone),) if phone else (),
    )


class BranchPapers:
    """Draws papers; who may not print gets none."""

    def __init__(self, database: Database, clock: Clock, rooms: Rooms) -> None:
        self._database = database
        self._clock = clock
        self._rooms = rooms

    def route_sheets(self, actor: Actor, day: date, lang: Lang) -> Mapping[TeamId, bytes]:
        """One sheet a team, without debt data, from the newest publication."""
        require(actor, Permission.PRINT)
        stops = self._rooms.flow.stops(day)
        draft = self._rooms.planning.published(day)
        if draft is None:
            raise BadInput("app.nothing_published", value=day.isoformat())
        clock = DayClock(day, draft.problem.time_zone)
        sheets: dict[TeamId, bytes] = {}
        for number, route in enumerate(draft.plan.routes, 1):
            mine = [stops[VisitId(stop.visit)] for stop in route.stops]
            if not mine:
                continue
            begin = mine[0].arrive if route.leave is None else clock.instant(route.leave)
            back = mine[-1].leave if route.back is None else clock.instant(route.back)
            pause = route.pause
            rest = None if pause is None else (clock.instant(pause.start), clock.instant(pause.end))
            sheet = route_sheet.RouteSheet(
                number=f"RS-{day:%Y%m%d}-{number:02}",
                team=route.team,
                house=house_of(self._rooms.settings),
                time_zone=draft.problem.time_zone,
                leave=begin,
                back=back,
                members=self._members(mine[0].members),
                stops=self._stops(mine, _travel(draft, route)),
                officers=self._officers(),
                rest=rest,
            )
            sheets[TeamId(route.team)] = route_sheet.render(sheet, lang)
        self._enter(actor, "paper.route_sheets", "day_plan", day.isoformat(), count=len(sheets))
        return sheets

    def rights_notice(self, actor: Actor, visit: VisitId, lang: Lang) -> bytes:
        """The notice of rights for the borrower."""
        require(actor, Permission.PRINT)
        found, case, _ = self._of(visit)
        stop = self._lawful_stop(found)
        notice = rights_notice.RightsNotice(
            case=case.id,
            borrower=case.borrower.name,
            lender=case.lender,
            agency=str(self._rooms.settings.value("branch.agency")),
            authority="",
            team=tuple(f"{one.name}（{one.id}）" for one in self._known(stop.members if stop else ())),
            purpose=found.purpose,
            house=house_of(self._rooms.settings),
            figures=_figures(case),
        )
        self._enter(actor, "paper.rights_notice", "visit", visit)
        return rights_notice.render(notice, lang)

    def objection_form(self, actor: Actor, case: CaseId, lang: Lang) -> bytes:
        """The form, with the receipt where an objection has come in."""
        require(actor, Permission.PRINT)
        with self._database.read() as unit:
            found = unit.cases.get(case)
            received = unit.compliance.objections(case)
        if found is None:
            raise BadInput("cases.no_such_case", value=case)
        last = received[-1] if received else None
        zone = ZoneInfo(str(self._rooms.settings.value("branch.time_zone")))
        form = objection.ObjectionForm(
            case=case,
            lender=found.lender,
            house=house_of(self._rooms.settings),
            receipt_number=last.id[:12] if last else "",
            received_at=last.received_at if last else None,
            answer_by=last.due.astimezone(zone).date() if last else None,
            answer_days=ANSWER_WITHIN.days,
        )
        self._enter(actor, "paper.objection_form", "case", case)
        return objection.render(form, lang)

    def call_back_cards(self, actor: Actor, visit: VisitId, lang: Lang) -> bytes:
        """A sheet of neutral cards."""
        require(actor, Permission.PRINT)
        found, case, _ = self._of(visit)
        stop = self._lawful_stop(found)
        team = self._known(stop.members if stop else ())
        ask_for = team[0].name if team else str(self._rooms.settings.value("branch.name"))
        card = call_back_card.Card(name=case.borrower.name, ask_for=ask_for, number=visit)
        self._enter(actor, "paper.call_back_cards", "visit", visit)
        cards = call_back_card.CallBackCards(cards=(card,), house=house_of(self._rooms.settings))
        return call_back_card.render(cards, lang)

    def record_facts(self, visit: VisitId) -> VisitFacts:
        """What is known of a visit when its record is opened."""
        found, case, address = self._of(visit)
        stop = self._rooms.flow.stop_of(visit)
        if stop is None:
            raise BadInput("app.not_on_plan", value=visit)
        with self._database.read() as unit:
            notices = [one for one in unit.compliance.notices(case.id) if one.visit == visit]
        advance = [one for one in notices if one.kind is NoticeKind.ADVANCE]
        heard = [entry for entry in self._rooms.watch.visit_log(visit) if entry.what == "report" and entry.collector]
        return VisitFacts(
            visit=visit,
            case=case.id,
            lender=case.lender,
            agency=str(self._rooms.settings.value("branch.agency")),
            branch=str(self._rooms.settings.value("branch.name")) or "VisitDesk",
            borrower=case.borrower.name,
            id_masked=masked_id(case.borrower.id_number),
            address=address.text,
            address_kind=address.kind,
            time_zone=address.time_zone,
            purpose=found.purpose,
            planned=(stop.start, stop.leave),
            team=tuple(
                TeamMember(id=one.id, name=one.name, badge=one.badge_number) for one in self._known(stop.members)
            ),
            notice_sent_at=advance[-1].sent_at if advance else None,
            notice_channel=advance[-1].channel if advance else "",
            check_ins=tuple(
                (entry.collector, entry.rule.removeprefix("report."), entry.at) for entry in heard if entry.collector
            ),
        )

    def safety_log(self, actor: Actor, visit: VisitId, lang: Lang) -> bytes:
        """The log of the watch for one visit; entries about a duress signal only for those who watch."""
        require(actor, Permission.PRINT)
        paper = safety_log.SafetyLogPaper(
            visit=visit,
            branch=str(self._rooms.settings.value("branch.name")) or "VisitDesk",
            time_zone=str(self._rooms.settings.value("branch.time_zone")),
            entries=self._rooms.watch.visit_log(visit),
            names={one.id: one.name for one in self._rooms.roster.collectors()},
            with_restricted=actor.has(Role.SAFETY_OFFICER),
        )
        self._enter(actor, "paper.safety_log", "visit", visit)
        return safety_log.render(paper, lang)

    def record_batch(
        self, actor: Actor, name: str, records: Sequence[RecordId], copy: Copy, lang: Lang
    ) -> Mapping[str, bytes]:
        """Final records merged into print jobs of at most fifty, by file name, with a manifest of roots.

        Raises:
            RuleBroken: one of them is not final; BadInput: there is none.
        """
        require(actor, Permission.PRINT)
        values = [self._values(number, copy) for number in records]
        if not values:
            raise BadInput("documents.batch_size", count=0)
        parts = batch.jobs_of(values)
        jobs = [
            batch.draw_job(
                part,
                lang,
                batch=name,
                number=number,
                total=len(parts),
                house=house_of(self._rooms.settings),
                made_at=self._clock.now(),
                time_zone=str(self._rooms.settings.value("branch.time_zone")),
            )
            for number, part in enumerate(parts, 1)
        ]
        self._enter(actor, "paper.record_batch", "batch", name, count=len(values))
        return {job.name: job.data for job in jobs} | {f"{name}.json": batch.manifest(jobs)}

    def handbook(self, actor: Actor, lang: Lang, *, for_trainer: bool = False) -> bytes:
        """The training handbook, or the trainer's book."""
        require(actor, Permission.TRAIN)
        book = handbook.Handbook(
            catalogue=self._rooms.training.catalogue,
            branch=str(self._rooms.settings.value("branch.name")) or "VisitDesk",
            printed_on=self._clock.now().date(),
            for_trainer=for_trainer,
        )
        self._enter(actor, "paper.handbook", "training", "trainer" if for_trainer else "learner")
        return handbook.render(book, lang)

    def certificate(self, actor: Actor, number: CertificateNumber, lang: Lang) -> bytes:
        """A certificate."""
        require(actor, Permission.TRAIN)
        found = next((one for one in self._rooms.training.certificates_of() if one.number == number), None)
        if found is None:
            raise BadInput("training.unknown_certificate", value=number)
        holder = self._known((found.collector,))
        paper = certificate.TrainingCertificate(
            certificate=found,
            holder=holder[0].name if holder else found.collector,
            module=self._rooms.training.catalogue.module(found.module),
            issuer=self._name_of(found.issued_by),
            branch=str(self._rooms.settings.value("branch.name")) or "VisitDesk",
        )
        self._enter(actor, "paper.certificate", "training", number)
        return certificate.render(paper, lang)

    def _values(self, number: RecordId, copy: Copy) -> visit_record.RecordValues:
        record = self._rooms.records.record(number)
        if record.state is not RecordState.FINAL:
            raise RuleBroken("records.wrong_state", rule="record-state", record=number, state=record.state.value)
        photos = {one.id: self._rooms.records.photo(one) for one in record.content.evidence if one.print_copy}
        shown = photos if copy in visit_record.ALL else {}
        return visit_record.RecordValues(record=record, copy=copy, house=house_of(self._rooms.settings), photos=shown)

    # --- parts ------------------------------------------------------------------------------------------------

    def _of(self, visit: VisitId) -> tuple[Visit, Case, Address]:
        with self._database.read() as unit:
            found = unit.visits.get(visit)
            case = unit.cases.get(found.case) if found else None
        if found is None or case is None:
            raise BadInput("cases.no_such_visit", value=visit)
        address = next((one for one in case.addresses if one.id == found.address), None)
        if address is None:
            raise BadInput("cases.no_such_address", case=case.id)
        return found, case, address

    def _lawful_stop(self, visit: Visit) -> PlannedStop | None:
        """The visit's stop; nothing is printed for a visit ahead that may not take place.

        Raises:
            RuleBroken: the law forbids it now; the rule is named.
        """
        stop = self._rooms.flow.stop_of(visit.id)
        if visit.state in AHEAD:
            question = (stop.start, stop.leave, stop.members) if stop is not None else None
            verdict = (
                self._rooms.law.for_stop(visit, *question)
                if question is not None
                else self._rooms.law.for_day([visit], self._next_day())[visit.id]
            )
            if not verdict.allowed:
                rule = verdict.decided_by.rule.id if verdict.decided_by is not None else ""
                raise RuleBroken("app.visit_blocked", rule=rule, visit=visit.id)
        return stop

    def _next_day(self) -> date:
        zone = ZoneInfo(str(self._rooms.settings.value("branch.time_zone")))
        return (self._clock.now().astimezone(zone) + timedelta(days=1)).date()

    def _known(self, members: tuple[CollectorId, ...]) -> list[Collector]:
        known = {one.id: one for one in self._rooms.roster.collectors()}
        return [known[member] for member in members if member in known]

    def _members(self, members: tuple[CollectorId, ...]) -> tuple[route_sheet.RouteMember, ...]:
        return tuple(
            route_sheet.RouteMember(id=one.id, name=one.name, badge=one.badge_number) for one in self._known(members)
        )

    def _stops(self, stops: list[PlannedStop], travel: Mapping[str, int]) -> tuple[route_sheet.RouteStop, ...]:
        rows: list[route_sheet.RouteStop] = []
        known = [(stop, *self._of(stop.visit)) for stop in stops]
        doors = Counter(address.text for _, _, _, address in known)
        for stop, visit, case, address in known:
            window = visit.windows[0] if visit.windows else (stop.start, stop.leave)
            rows.append(
                route_sheet.RouteStop(
                    code=case.id,
                    address=address.text,
                    arrive=stop.arrive,
                    leave=stop.leave,
                    window=window,
                    due=stop.arrive + _WORD_DUE_AFTER,
                    short_name=case.borrower.name[:1] if doors[address.text] > 1 else "",
                    is_high_care=visit.safety_level.value == "high",
                    travel_minutes=round(travel[stop.visit] / 60) if stop.visit in travel else None,
                )
            )
        return tuple(rows)

    def _officers(self) -> tuple[tuple[str, str], ...]:
        """Whom teams ring: the branch's own number with the names of those who watch."""
        phone = str(self._rooms.settings.value("branch.phone"))
        with self._database.read() as unit:
            users = [one for one in unit.users.all() if one.is_active and Role.SAFETY_OFFICER in one.roles]
        names = [one.name for one in users] or [str(self._rooms.settings.value("branch.name")) or "VisitDesk"]
        return tuple((name, phone) for name in names)

    def _name_of(self, user: str) -> str:
        with self._database.read() as unit:
            return next((one.name for one in unit.users.all() if one.id == user), user)

    def _enter(self, actor: Actor, name: str, kind: str, subject: str, **facts: object) -> None:
        with self._database.begin() as unit:
            deed = Deed(name=name, actor=actor, subject_kind=kind, subject=subject, facts=facts)
            unit.audit.append(deed, self._clock.now())


def _figures(case: Case) -> FiguresTold | None:
    if not case.accounts:
        return None
    first = case.accounts[0]
    outstanding, arrears = first.outstanding, first.arrears
    for account in case.accounts[1:]:
        outstanding, arrears = outstanding + account.outstanding, arrears + account.arrears
    as_of = min(account.as_of for account in case.accounts)
    return FiguresTold(outstanding=outstanding, arrears=arrears, as_of=as_of, source=case.lender)


def _travel(draft: DayDraft, route: DayRoute) -> Mapping[str, int]:
    """Seconds on the road before each stop of a route, breaks and waiting left out; empty where the plan has no matrix."""
    problem, found = draft.problem, dict[str, int]()
    if problem.matrix is None:
        return found
    here = problem.team_of[route.team].start
    for stop in route.stops:
        there = problem.visit_of[stop.visit].place
        found[stop.visit] = problem.matrix.seconds[here][there] or 0
        here = there
    return found
