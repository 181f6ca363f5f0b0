"""The people who go out: settings of the branch, collectors, shifts, leave, apart-list, certificates that are earned."""

from datetime import timedelta

from visitdesk.branch import Branch
from visitdesk.clock import FixedClock
from visitdesk.demo import invention
from visitdesk.demo.model import ADMINISTRATOR, SUPERVISOR, TRAINER, Story, Wish
from visitdesk.people.model import (
    ApartEntry,
    Collector,
    CollectorId,
    Employer,
    Leave,
    Qualification,
    QualificationKind,
    Shift,
)
from visitdesk.training.drills import ideal_path
from visitdesk.training.model import Module
from visitdesk.training.service import VISIT

SPARE = 3
"""Collectors beside the teams: one on leave, one whose badge has run out, one without a certificate."""


def set_up_branch(branch: Branch, wish: Wish) -> None:
    """The branch's own settings: name, telephone, depot, and what law asks about its firm."""
    until = (wish.day + timedelta(days=400)).isoformat()
    evaluated = (wish.day - timedelta(days=120)).isoformat()
    values: dict[str, object] = {
        "branch.name": invention.BRANCH,
        "branch.agency": invention.AGENCY,
        "branch.phone": invention.BRANCH_PHONE,
        "branch.neutral_name": invention.NEUTRAL,
        "branch.depot_lat": invention.DEPOT.lat,
        "branch.depot_lon": invention.DEPOT.lon,
        "branch.agency_listed": "yes",
        "branch.agency_contract_until": until,
        "branch.agency_evaluated_on": evaluated,
        "branch.agency_bad_record": "no",
    }
    for key, value in values.items():
        branch.settings.put(ADMINISTRATOR, key, value)


def hire(branch: Branch, wish: Wish, story: Story) -> None:
    """Two collectors a team and three who cannot go, with shifts for the day and the day after."""
    able = 2 * wish.teams
    for number in range(1, able + SPARE + 1):
        collector = _collector(number, wish, is_badge_late=number == able + 2)
        branch.people.add_collector(SUPERVISOR, collector)
        story.collectors.append(collector.id)
        late = timedelta(minutes=30 if number > able // 2 else 0)
        for days in (0, 1):
            begin, end = wish.at(8, 30, days=days) + late, wish.at(18, 0, days=days) + late
            branch.people.add_shift(SUPERVISOR, Shift(collector=collector.id, start=begin, end=end))
    away = Leave(collector=staff(able + 1), first_day=wish.day, last_day=wish.day + timedelta(days=2), kind="年假")
    branch.people.add_leave(SUPERVISOR, away)
    if wish.teams > 1:
        kin = ApartEntry(collector=staff(1), other=staff(3), case=None, reason="二人为亲属，不同组（演示）")
        branch.people.add_apart(SUPERVISOR, kin)


def train(branch: Branch, clock: FixedClock, wish: Wish, story: Story) -> None:
    """Everybody but the last earns the certificates a visit needs: lesson, drills, assessment, each after the other."""
    modules = [one for one in branch.training.catalogue.modules if VISIT in one.needed_for]
    for collector in story.collectors[:-1]:
        for module in modules:
            clock.set(clock.now() + timedelta(seconds=40))
            number = _earn(branch, collector, module)
            story.certified.append(number)
        proof = Qualification(
            collector=collector,
            kind=QualificationKind.SAFETY,
            name="外访安全与行为（两门合格）",
            valid_from=wish.day - timedelta(days=2),
            valid_until=branch.training.trained_until(collector),
            certificate=story.certified[-1],
        )
        branch.people.add_qualification(SUPERVISOR, proof)


def _earn(branch: Branch, collector: CollectorId, module: Module) -> str:
    desk = branch.training
    desk.start_lesson(TRAINER, collector, module.id)
    desk.finish_lesson(TRAINER, collector, module.id)
    for drill in module.drills:
        desk.finish_drill(TRAINER, collector, drill.id, ideal_path(drill))
    opened = desk.begin_assessment(TRAINER, collector, module.id).sitting
    answers = {item.question: desk.catalogue.question(item.question).right for item in opened.paper}
    desk.finish_assessment(TRAINER, opened.id, answers)
    return str(desk.certify(TRAINER, collector, module.id).certificate.number)


def staff(number: int) -> CollectorId:
    """Staff number of the collector of that number (from 1)."""
    return CollectorId(f"C{number:02d}")


def _collector(number: int, wish: Wish, *, is_badge_late: bool) -> Collector:
    skills = {"female"} if number % 2 == 0 else set()
    if number % 3 == 0:
        skills.add("cantonese")
    until = wish.day - timedelta(days=1) if is_badge_late else wish.day + timedelta(days=200)
    return Collector(
        id=staff(number),
        name=invention.collector_name(number),
        phone=f"+861540001{number:04d}",
        employer=Employer.AGENCY,
        drives=number % 2 == 1,
        skills=frozenset(skills),
        badge_number=f"WF-{number:04d}",
        badge_valid_until=until,
        confidentiality_signed=True,
        has_violent_record=False,
        is_insured=True,
    )
