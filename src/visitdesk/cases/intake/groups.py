"""The same case number more than once in a file: the same row again, another account of the case, or a contradiction.

A contradiction holds back every row that is part of it: which one is right is not ours to guess.
"""

from collections.abc import Iterable
from dataclasses import replace

from visitdesk.cases.intake.fields import Field, half_width
from visitdesk.cases.intake.rows import Draft, Fault

Contradiction = tuple[Draft, Fault]


def group(drafts: Iterable[Draft]) -> tuple[list[tuple[Draft, ...]], list[Draft], list[Contradiction]]:
    """Sort drafts by case.

    Returns:
        the accounts of each case in file order (one tuple a case), the rows that only repeat another one, and the rows
        held back because they contradict each other. Every draft is in exactly one of the three.
    """
    by_case: dict[str, list[Draft]] = {}
    for draft in drafts:
        by_case.setdefault(draft.text(Field.CASE_NO), []).append(draft)
    cases: list[tuple[Draft, ...]] = []
    repeated: list[Draft] = []
    against: list[Contradiction] = []
    for rows in by_case.values():
        if len(rows) == 1:
            cases.append((rows[0],))
            continue
        kept = _one_case(rows, repeated, against)
        if kept:
            cases.append(kept)
    return cases, repeated, against


def _one_case(rows: list[Draft], repeated: list[Draft], against: list[Contradiction]) -> tuple[Draft, ...]:
    if not _is_one_person(rows):
        against.extend((row, _fault(Field.BORROWER_NAME, "two_persons", rows)) for row in rows)
        return ()
    by_account: dict[str, list[Draft]] = {}
    for row in rows:
        by_account.setdefault(row.account_key, []).append(row)
    if len(by_account) > 1 and "" in by_account:
        unknown = by_account.pop("")
        against.extend((row, _fault(Field.ACCOUNT_NO, "which_account", rows)) for row in unknown)
    kept: list[Draft] = []
    for same in by_account.values():
        if all(row.agrees_with(same[0]) for row in same):
            kept.append(_with_all_remarks(same))
            repeated.extend(same[1:])
        else:
            against.extend((row, _fault(Field.CASE_NO, "rows_contradict", same)) for row in same)
    return tuple(kept)


def _is_one_person(rows: list[Draft]) -> bool:
    names = {half_width(row.text(Field.BORROWER_NAME)).casefold() for row in rows}
    numbers = {row.text(Field.ID_NO) for row in rows} - {""}
    return len(names) == 1 and len(numbers) <= 1


def _with_all_remarks(same: list[Draft]) -> Draft:
    remarks = dict.fromkeys(remark for row in same for remark in row.remarks)
    return replace(same[0], remarks=tuple(remarks))


def _fault(field: Field, word: str, rows: list[Draft]) -> Fault:
    numbers = "、".join(str(row.row) for row in rows[:6]) + ("…" if len(rows) > 6 else "")
    return Fault(field=field.value, code=f"intake.{word}", facts={"rows": numbers})
