"""The demonstration day through the command line: twelve visits, two teams, once for the whole module."""

import hashlib
import json
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pypdfium2
import pytest

from visitdesk.app.opening import open_branch, seal_key
from visitdesk.branch import Branch
from visitdesk.cases.model import CaseId, VisitId, VisitState
from visitdesk.cli.door import check
from visitdesk.clock import FixedClock
from visitdesk.demo import day
from visitdesk.demo.invention import borrower_name
from visitdesk.demo.model import DAY, Wish
from visitdesk.documents import verify
from visitdesk.planning.checker import check_plan
from visitdesk.records.model import RecordId
from visitdesk.security.keyslots import SlotKind
from visitdesk.security.opening import Secrets, open_folder
from visitdesk.security.settings_desk import SettingsDesk
from visitdesk.store.database import FILE_NAME, open_database

VISITS, TEAMS, SEED = 12, 2, 1
AFTER = datetime(2026, 11, 26, tzinfo=UTC)


@dataclass(frozen=True, kw_only=True)
class Lived:
    out: Path
    summary: Mapping[str, Any]
    words: str
    log: str

    def text(self, name: str) -> str:
        with pypdfium2.PdfDocument(self.out / name) as document:
            return "".join(page.get_textpage().get_text_bounded() for page in document)

    def names(self, start: str) -> list[str]:
        return [name for name in self.summary["files"] if name.startswith(start)]

    @contextmanager
    def branch(self) -> Iterator[Branch]:
        with open_branch(self.out / "branch", Secrets(), FixedClock(AFTER)) as opened:
            yield opened


@pytest.fixture(scope="module")
def lived(tmp_path_factory: pytest.TempPathFactory) -> Lived:
    """As a person calls it, in a process and a home of its own."""
    home = tmp_path_factory.mktemp("home")
    out, answer = home / "out", home / "answer.json"
    command = [sys.executable, "-m", "visitdesk", "--lang", "zh", "day", "demo", "--out", str(out), "-o", str(answer)]
    command += ["--visits", str(VISITS), "--teams", str(TEAMS), "--seed", str(SEED)]
    places = ("HOME", "USERPROFILE", "LOCALAPPDATA", "XDG_STATE_HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME")
    environment = (
        os.environ | dict.fromkeys(places, str(home)) | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    )
    done = subprocess.run(command, env=environment, capture_output=True, check=False)  # noqa: S603 - our own program
    assert done.returncode == 0, done.stderr.decode()
    assert done.stdout == b""
    summary = json.loads((out / "summary.json").read_text(encoding="utf-8"))
    assert json.loads(answer.read_text(encoding="utf-8")) == summary
    log = "".join(file.read_text(encoding="utf-8") for file in home.rglob("visitdesk.log*"))
    return Lived(out=out, summary=summary, words=done.stderr.decode(), log=log)


def test_that_the_counts_add_up(lived: Lived) -> None:
    counts = lived.summary["counts"]
    assert counts["visits"] == counts["accepted"] == VISITS
    assert counts["rows"] == VISITS + counts["held_back"] + counts["duplicates"]
    assert counts["held_back"] > 0
    assert counts["blocked"] > 0
    assert counts["refused"] + counts["blocked"] + counts["planned"] + counts["unplanned"] == VISITS
    assert counts["made"] == counts["planned"] - counts["objected"] == counts["records"]
    assert counts["alarms"] >= 3
    incidents = lived.summary["incidents"]
    assert all(incidents.values())
    four = [incidents[name] for name in ("missed_check_in", "duress", "break_off", "objection")]
    assert len(set(four)) == 4


def test_that_the_summary_fits_its_schema(lived: Lived) -> None:
    check(lived.summary, "day-summary", "summary.json")


def test_that_every_file_is_named_with_its_hash_and_no_other_lies_there(lived: Lived) -> None:
    found = {
        file.relative_to(lived.out).as_posix(): hashlib.sha256(file.read_bytes()).hexdigest()
        for file in lived.out.rglob("*")
        if file.is_file() and not file.is_relative_to(lived.out / "branch")
    }
    del found["summary.json"]
    assert found == lived.summary["files"]


def test_that_all_kinds_of_paper_are_there(lived: Lived) -> None:
    made = lived.summary["counts"]["made"]
    assert len(lived.names("records/record-")) == len(lived.names("notices/")) == len(lived.names("safety/")) == made
    assert len(lived.names("route-sheets/")) == TEAMS
    for start in ("objections/", "training/handbook", "training/certificate", "batch/", "pictures/map.png"):
        assert lived.names(start), start


def test_that_each_record_is_genuine_by_its_own_seal(lived: Lived) -> None:
    opened = open_folder(lived.out / "branch", Secrets())
    assert opened.kind is SlotKind.DEMONSTRATION
    clock = FixedClock(AFTER)
    database = open_database(lived.out / "branch" / FILE_NAME, opened.key)
    try:
        certificate = seal_key(database, SettingsDesk(database, clock), clock).certificate
        with database.read() as unit:

            def newest(number: str) -> int | None:
                record = unit.records.get(RecordId(number))
                return len(record.revisions) if record else None

            digests = set()
            for name in lived.names("records/"):
                data = (lived.out / name).read_bytes()
                found = verify.verify_file(data, unit.seals, [certificate], newest)
                assert found.verdict is verify.Verdict.GENUINE, name
                digests.add(data)
                spoilt = data.replace(b"/Type", b"/Tipe", 1)
                assert verify.verify_file(spoilt, unit.seals, [certificate], newest).verdict is not found.verdict
        assert len(digests) == lived.summary["counts"]["records"]
    finally:
        database.close()


def test_that_no_route_sheet_names_a_borrower_or_speaks_of_debt(lived: Lived) -> None:
    for name in lived.names("route-sheets/"):
        text = lived.text(name).replace("\n", "")
        assert "YS-2026-" in text
        for number in range(1, VISITS + 1):
            assert borrower_name(number) not in text
        assert not any(word in text for word in ("逾期", "欠款", "借款", "还款", "催收"))


def test_that_a_name_with_a_rare_character_stands_in_its_record(lived: Lived) -> None:
    rare = borrower_name(2)
    assert "𠮷" in rare
    assert rare in lived.text("records/record-V261123-002.pdf")


def test_that_the_objection_emptied_its_visit_from_plan_and_board(lived: Lived) -> None:
    gone = VisitId(lived.summary["incidents"]["objection"])
    assert not (lived.out / "records" / f"record-{gone}.pdf").exists()
    with lived.branch() as branch:
        plan = branch.planning.published(DAY)
        assert plan is not None
        assert gone not in plan.problem.visit_of
        assert branch.visits.get(gone).state is VisitState.POOLED
        assert not branch.watch.board().tiles
        assert not branch.watch.board().alarms


def test_that_the_published_plan_passes_the_checker_and_keeps_the_blocked_out(lived: Lived) -> None:
    with lived.branch() as branch:
        plan = branch.planning.published(DAY)
        assert plan is not None
        assert check_plan(plan.problem, plan.plan).is_feasible
        assert plan.plan.team_of_visit().keys().isdisjoint(lived.summary["blocked"])


def test_that_two_people_ended_the_duress(lived: Lived) -> None:
    with lived.branch() as branch:
        log = branch.watch.visit_log(VisitId(lived.summary["incidents"]["duress"]))
    ends = [entry for entry in log if entry.what == "resolved" and entry.is_restricted]
    assert [str(entry.facts["by"]).count("demo_") for entry in ends] == [2]


def test_that_records_tell_nothing_of_the_duress(lived: Lived) -> None:
    text = lived.text(f"records/record-{lived.summary['incidents']['duress']}.pdf")
    assert "胁迫" not in text


def test_that_the_correction_stands_beside_the_old_words(lived: Lived) -> None:
    with lived.branch() as branch:
        record = branch.records.record(RecordId(f"R-{lived.summary['incidents']['record_corrected']}"))
    assert [one.number for one in record.revisions] == [1, 2]
    assert record.revisions[0].content != record.revisions[1].content


def test_that_reviewed_visits_joined_the_contact_trail(lived: Lived) -> None:
    with lived.branch() as branch:
        page = branch.cases.open(CaseId("YS-2026-0001"))
        assert page.visits[0].state is VisitState.REVIEWED
        assert page.case.trail[-1].note == page.visits[0].id


def test_that_the_audit_trail_is_whole(lived: Lived) -> None:
    with lived.branch() as branch:
        state = branch.security.verify_trail()
    assert state.first_broken is None
    assert state.entries > 20 * VISITS


def test_that_nothing_personal_lies_open_in_the_branch_folder_or_the_log(lived: Lived) -> None:
    stored = b"".join(file.read_bytes() for file in (lived.out / "branch").rglob("*") if file.is_file())
    for number in range(1, VISITS + 1):
        name = borrower_name(number)
        assert name.encode() not in stored
        assert name.encode("utf-16-le") not in stored
        assert name not in lived.log
    assert b"1540000" not in stored
    assert "1540000" not in lived.log
    assert "虚构市" not in lived.log


def test_that_progress_is_told_and_ends_with_a_warning(lived: Lived) -> None:
    lines = lived.words.splitlines()
    assert len(lines) == 9
    assert "演示密钥" in lines[-1]


def test_that_the_same_wish_gives_the_same_counts_and_plan(lived: Lived, tmp_path: Path) -> None:
    wish = Wish(visits=VISITS, teams=TEAMS, seed=SEED)
    clock = day.begin(wish)
    with open_branch(tmp_path / "again", Secrets(), clock) as branch:
        story, _ = day.live(branch, clock, wish, lambda: None)
        again = branch.planning.published(DAY)
        assert again is not None
    with lived.branch() as branch:
        first = branch.planning.published(DAY)
        assert first is not None
        assert first.plan.routes == again.plan.routes
    assert len(story.made) == lived.summary["counts"]["made"]
    assert story.alarms == lived.summary["counts"]["alarms"]
