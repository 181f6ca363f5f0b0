"""What a record is told in: every field has its line, differences carry signs, sums on screen are exact."""

import random
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from tests.records.samples import STATEMENT, content, facts
from visitdesk.money import Money
from visitdesk.records.model import Content, Offer
from visitdesk.ui.records.plan_dialog import PlanDialog
from visitdesk.ui.records.section import WordsBox
from visitdesk.ui.records.tell import Mark, differences, lines, untold_fields
from visitdesk.ui.shell.context import Shell
from visitdesk.ui.shell.theme import Theme


def test_that_every_field_of_a_record_is_told_somewhere() -> None:
    assert untold_fields() == frozenset()


def test_that_what_was_not_told_has_no_line(theme: Theme) -> None:
    told = {line.field for line in lines(facts(), Content())}
    assert told == {"times", "entry", "borrower_signature"}
    assert "hardship" in {line.field for line in lines(facts(), content())}


def test_that_the_statement_is_told_as_it_was_typed(theme: Theme) -> None:
    (line,) = [line for line in lines(facts(), content()) if line.field == "statement"]
    assert line.value == STATEMENT
    assert line.is_quote


def test_that_only_changed_lines_differ_and_both_sides_read_whole(theme: Theme) -> None:
    before, after = content(), replace(content(), objection="对罚息的计算方式有异议，要求提供明细。")
    (found,) = differences(facts(), before, after)
    assert "".join(words for _, words in found.before) == before.objection
    assert "".join(words for _, words in found.after) == after.objection
    assert [mark for mark, _ in found.before] == [Mark.SAME, Mark.GONE, Mark.SAME]


def test_that_words_that_share_nothing_are_shown_whole(theme: Theme) -> None:
    before = replace(content(), account="天气晴朗")
    (found,) = differences(facts(), before, replace(before, account="两人门外交谈后离开"))
    assert found.before == ((Mark.GONE, "天气晴朗"),)
    assert found.after == ((Mark.NEW, "两人门外交谈后离开"),)


@pytest.mark.parametrize(
    "words", ["", " ", "a\n\nb\n", "\t缩进\N{NO-BREAK SPACE}x ", "王𠮷喆\N{ZERO WIDTH SPACE}", STATEMENT]
)
def test_that_a_box_of_words_gives_back_every_character(qtbot: QtBot, theme: Theme, words: str) -> None:
    box = WordsBox(name="box")
    qtbot.addWidget(box)
    box.set_words(words)
    assert box.words() == words


def test_that_every_plan_on_screen_sums_to_its_total(qtbot: QtBot, shell: Shell) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    taken: list[Offer] = []
    dialog = PlanDialog(
        shell, parent, balance=Money(Decimal(100)), as_of=date(2026, 11, 24), is_card=True, run=taken.append
    )
    chance = random.Random(7)
    for _ in range(25):
        fen, count = chance.randrange(10_000, 50_000_000), chance.randrange(1, 61)
        dialog.sum.setText(str(Money.from_minor(fen)))
        dialog.count.setValue(count)
        dialog.sum.textEdited.emit(dialog.sum.text())
        for card in dialog.cards:
            if card.proposal is None:
                continue
            rows = card.proposal.plan.rows
            total = sum(row.amount.minor for row in rows)
            assert card.total.text() == f"Together exactly ¥{Money.from_minor(total).amount:,.2f}"
            assert sum(row.principal.minor for row in rows) == fen
            assert total == fen  # no interest was asked for
            assert rows[-1].remaining.minor == 0
    dialog.cards[0].by_borrower.click()
    assert taken[0].instalments == len(dialog.cards[0].proposal.plan.rows if dialog.cards[0].proposal else ())


def test_that_a_balance_that_is_no_sum_is_said_and_nothing_is_offered(qtbot: QtBot, shell: Shell) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = PlanDialog(shell, parent, balance=None, as_of=date(2026, 11, 24), is_card=True, run=lambda _: None)
    for words in ("", "abc", "-5", "0", "1e9", "NaN"):
        dialog.sum.setText(words)
        dialog.sum.textEdited.emit(words)
        assert dialog.form["sum"].fault
        assert all(card.proposal is None for card in dialog.cards)
    dialog.close()


def test_that_a_plan_beyond_sixty_months_may_not_be_offered_by_the_team(qtbot: QtBot, shell: Shell) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = PlanDialog(
        shell, parent, balance=Money(Decimal(60000)), as_of=date(2020, 11, 24), is_card=True, run=lambda _: None
    )
    dialog.first.setDate(dialog.first.date().addYears(6))
    card = dialog.cards[0]
    assert not card.by_team.isEnabled()
    assert card.by_team.toolTip()
    assert card.findChild(QLabel) is not None
    dialog.close()
