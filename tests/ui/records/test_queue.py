"""The queue and printing, by a robot: what waits, two hundred records in the background, pause, resume, skipped."""

# ruff: noqa: ARG002  # stand-ins
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QSpinBox

from tests.robots.hands import press
from tests.robots.records import RecordsRobot
from tests.robots.window import WindowRobot
from tests.screens import Screen
from tests.ui.records import lived
from tests.ui.records.lived import Lived
from visitdesk.cases.model import VisitState
from visitdesk.changed import Changed
from visitdesk.records.model import Copy, RecordId
from visitdesk.records.printing import LeftOut, PrintJob
from visitdesk.security.model import Actor, Role, UserId
from visitdesk.ui.records.panel import pages
from visitdesk.ui.records.print_run import PrintRun, Stage
from visitdesk.ui.records.print_target import FolderTarget
from visitdesk.ui.shell.actions import Key

Open = Callable[[Screen], WindowRobot]


@pytest.fixture
def branch(tmp_path: Path) -> Iterator[Lived]:
    with lived.own(tmp_path) as opened:
        yield opened


@pytest.fixture
def records(open_screen: Open, branch: Lived) -> RecordsRobot:
    return RecordsRobot(open_screen(Screen(name="records", page="records", specs=lambda: pages(branch))))


def test_that_every_visit_left_stands_on_the_pile_it_waits_on(records: RecordsRobot) -> None:
    piles = {pile: records.sees_pile(pile) for pile in ("to_write", "to_review", "returned", "to_print", "filed")}
    assert piles == {
        "to_write": [lived.visit(n) for n in (0, lived.UNTOLD, lived.DRAFT, 8)],
        "to_review": [lived.visit(lived.SUBMITTED)],
        "returned": [lived.visit(lived.RETURNED)],
        "to_print": [lived.visit(lived.FINAL), lived.visit(lived.CORRECTED)],
        "filed": [lived.visit(lived.FILED)],
    }


def test_that_what_is_missing_is_told_in_words(records: RecordsRobot) -> None:
    records.sees_pile("to_write")
    table = records.queue.table
    column = next(i for i, one in enumerate(table.rows.columns) if one.key == "lacks")
    texts = {row.id: str(table.rows.index(at, column).data()) for at, row in enumerate(table.rows.shown())}
    assert texts[lived.visit(0)] == "Everything: the record is not begun"
    assert texts[lived.visit(lived.DRAFT)].endswith(" and 7 more")
    records.sees_pile("returned")
    assert str(table.rows.index(0, column).data()) == "Returned: 请写明等候多久、由谁开门"


def test_that_a_role_without_records_is_told_whom_to_ask(records: RecordsRobot) -> None:
    records.window.window.shell.set_actor(Actor(user=UserId("t"), roles=frozenset({Role.TRAINER})))
    records.queue.opened(None)
    texts = [label.text() for label in records.queue.findChildren(QLabel) if label.isVisible()]
    assert "Records are not open to your role" in texts


def test_that_all_of_a_pile_are_printed_and_filed_by_three_keys(
    records: RecordsRobot, branch: Lived, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("visitdesk.ui.records.print_parts.default_folder", lambda: tmp_path / "out")
    monkeypatch.setattr("visitdesk.ui.records.print_parts.printers", list)
    records.sees_pile("to_print")
    records.queue.table.setFocus()
    records.window.presses(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    records.window.presses(Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    records.rests()
    assert records.window.find(QComboBox, "print.copy", records.window.dialog).currentText() == "File copy"
    press(QApplication.focusWidget() or records.window.dialog, Qt.Key.Key_Return)
    run = records.queue.bar.run
    assert run is not None
    records.window.bot.waitUntil(lambda: run.stage is Stage.DONE, timeout=30_000)
    records.rests()
    assert [file.suffix for file in (tmp_path / "out").iterdir()] == [".pdf"]
    assert records.sees_pile("to_print") == []
    assert len(records.sees_pile("filed")) == 3
    assert branch.visits.get(lived.visit(lived.FINAL)).state is VisitState.CLOSED
    assert records.window.find(QLabel, "print.words").text() == "2 records printed and filed."


def test_that_a_draft_is_not_printed(records: RecordsRobot) -> None:
    records.sees_pile("to_write")
    action = records.queue.shell.actions[Key.PRINT]
    assert not action.isEnabled()
    assert "Choose accepted records" in action.toolTip()


# --- two hundred ------------------------------------------------------------------------------------------------


class Paper:
    """A printer that keeps what it gets, and stops being full of paper when asked."""

    by_sheet = True

    def __init__(self) -> None:
        self.sheets: list[str] = []
        self.open = ""
        self.at = 0
        self.on_sheet: Callable[[int], None] = lambda _: None

    def whole(self, name: str, data: bytes) -> None:
        raise AssertionError(name)

    def begin(self, name: str) -> None:
        assert not self.open
        self.open = name

    def sheet(self, picture: bytes) -> None:
        assert self.open
        self.sheets.append(f"{self.open}:{picture.decode()}")
        self.on_sheet(len(self.sheets))

    def end(self) -> None:
        self.open = ""


class Prints:
    """Draws three pages a record without drawing; the third of each fifty has no glyph."""

    def __init__(self) -> None:
        self.filed_records: list[RecordId] = []
        self.jobs: list[PrintJob] = []

    def job(
        self, actor: Actor, batch: str, records: list[RecordId], copy: Copy, lang: object, *, number: int, total: int
    ) -> Callable[[], PrintJob]:
        bad = LeftOut(
            record=records[2], code="documents.no_glyph", facts={"character": "?", "point": "U+1", "field": "x"}
        )
        good = tuple(one for one in records if one != records[2])
        made = PrintJob(
            batch=batch,
            number=number,
            total=total,
            name=f"{batch}-{number:02}.pdf",
            data=str(number).encode(),
            digest="",
            pages=3 * len(good),
            records=good,
            left_out=(bad,),
        )
        self.jobs.append(made)
        return lambda: made

    def pages(self, pdf: bytes, width: int, *, first: int = 1, count: int | None = None) -> tuple[bytes, ...]:
        return (str(first).encode(),)

    def rest_of(self, pdf: bytes, page: int) -> bytes:
        return pdf + f" from {page}".encode()

    def filed(self, actor: Actor, job: PrintJob) -> Changed:
        self.filed_records += job.records
        return Changed()


MANY = [RecordId(f"R-{number:03}") for number in range(200)]


def begun(records: RecordsRobot, target: object) -> tuple[PrintRun, Prints]:
    shell, prints = records.window.window.shell, Prints()
    run = PrintRun(shell, prints, MANY, Copy.FILE, target, shell.clock.now())  # type: ignore[arg-type]  # stand-ins
    records.queue.bar.follow(run)
    return run, prints


def goes_on_until(records: RecordsRobot, run: PrintRun, stage: Stage) -> None:
    records.window.bot.waitUntil(lambda: run.stage is stage, timeout=30_000)


def test_that_two_hundred_records_print_in_the_background_with_pause_and_resume(records: RecordsRobot) -> None:
    paper = Paper()
    run, prints = begun(records, paper)
    paper.on_sheet = lambda count: run.pause() if count == 200 else None
    run.start()
    goes_on_until(records, run, Stage.PAUSED)
    assert (run.number, run.sheets, run.of_sheets) == (2, 53, 147)
    assert len(prints.filed_records) == 49  # only the job that is wholly out
    bar = records.queue.bar
    assert bar.resume.isVisible()
    assert records.window.find(QSpinBox, "print.sheet").value() == 54
    assert "Job 2 of 4" in bar.words.text()
    bar.sheet.setValue(51)  # the last three sheets were crumpled
    paper.on_sheet = lambda _: None
    bar.resume.click()
    goes_on_until(records, run, Stage.DONE)
    assert run.printed == len(prints.filed_records) == 196
    second = [one.rpartition(":")[2] for one in paper.sheets if "-02.pdf" in one]
    assert second == [str(n) for n in (*range(1, 54), *range(51, 148))]
    assert [one.record for one in run.left_out] == [RecordId(f"R-{n:03}") for n in (2, 52, 102, 152)]
    assert bar.skipped.text() == "4 records skipped"
    bar.skipped.click()
    texts = [label.text() for label in records.window.dialog.findChildren(QLabel)]
    assert any(text.startswith("R-002  ") for text in texts)
    records.window.dialog.close()


def test_that_a_folder_gets_one_file_a_job_and_a_full_disk_stops_the_run_without_filing(
    records: RecordsRobot, tmp_path: Path
) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("no folder", encoding="utf-8")
    target = FolderTarget(blocked)
    run, prints = begun(records, target)
    run.start()
    goes_on_until(records, run, Stage.FAILED)
    assert prints.filed_records == []
    assert run.fault is not None
    target.folder = tmp_path / "out"
    run.resume()
    goes_on_until(records, run, Stage.DONE)
    assert sorted(file.name[-6:] for file in target.folder.iterdir()) == ["01.pdf", "02.pdf", "03.pdf", "04.pdf"]
    assert run.printed == 196


def test_that_the_window_stays_alive_while_it_prints(records: RecordsRobot) -> None:
    paper = Paper()
    run, _ = begun(records, paper)
    looks: list[bool] = []
    paper.on_sheet = lambda _: looks.append(records.queue.isVisible() and not QApplication.activeModalWidget())
    run.start()
    goes_on_until(records, run, Stage.DONE)
    assert len(looks) == 196 * 3
    assert all(looks)


def test_that_a_real_job_of_the_branch_is_drawn_and_written_whole(
    records: RecordsRobot, branch: Lived, tmp_path: Path
) -> None:
    numbers = [lived.record(lived.FINAL), lived.record(lived.DRAFT)]
    shell = records.window.window.shell
    run = PrintRun(shell, branch.prints, numbers, Copy.COURT, FolderTarget(tmp_path / "out"), shell.clock.now())
    run.start()
    goes_on_until(records, run, Stage.DONE)
    assert [one.code for one in run.left_out] == ["records.wrong_state"]
    (file,) = (tmp_path / "out").iterdir()
    assert branch.prints.page_count(file.read_bytes()) == run.of_sheets


def test_that_a_copy_is_exported_sealed(records: RecordsRobot, branch: Lived, tmp_path: Path) -> None:
    records.sees_pile("to_print")
    records.opens(lived.visit(lived.FINAL))
    records.window.presses(Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    records.rests()
    paper = records.paper
    paper.set_filter("borrower")
    paper.export_to(tmp_path / "copy.pdf")
    records.rests()
    proof = branch.prints.verify((tmp_path / "copy.pdf").read_bytes())
    assert (proof.is_genuine, proof.copy) == (True, "borrower")


def test_that_a_draft_is_shown_as_paper_but_not_handed_out(records: RecordsRobot) -> None:
    records.sees_pile("to_write")
    records.opens(lived.visit(lived.DRAFT))
    records.window.presses(Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    records.rests()
    assert records.paper.pages_shown
    assert not records.paper.shell.actions[Key.EXPORT].isEnabled()
