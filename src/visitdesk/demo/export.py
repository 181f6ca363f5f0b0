"""The papers of the lived day, one after the other, each with the name it gets in the folder."""

from collections.abc import Iterator

from visitdesk.branch import Branch
from visitdesk.demo.account_file import NAME
from visitdesk.demo.model import CLERK, OFFICER, SUPERVISOR, TRAINER, Story, Wish
from visitdesk.records.model import Copy, RecordId
from visitdesk.security.model import Actor, Role
from visitdesk.training.model import CertificateNumber

_WATCHER = Actor(user=OFFICER.user, roles=frozenset({Role.SAFETY_OFFICER, Role.CLERK}), desk=OFFICER.desk)
"""Prints the logs of the watch: sees what is restricted, and may print."""

Files = Iterator[tuple[str, bytes]]
"""Name below the folder, with `/`, and the bytes."""


def papers(branch: Branch, wish: Wish, story: Story, account_file: bytes) -> Files:
    """Everything the day leaves on paper, and the account file it began with."""
    yield f"accounts/{NAME}", account_file
    yield "accounts/held-back.csv", branch.intake.export_held(CLERK, wish.lang, as_text=True)
    for team, sheet in branch.papers.route_sheets(CLERK, wish.day, wish.lang).items():
        yield f"route-sheets/route-sheet-{team}.pdf", sheet
    for visit in story.recorded:
        yield f"notices/rights-notice-{visit}.pdf", branch.papers.rights_notice(CLERK, visit, wish.lang)
    yield from _records(branch, wish, story)
    for visit in story.made:
        yield f"safety/safety-log-{visit}.pdf", branch.papers.safety_log(_WATCHER, visit, wish.lang)
    if story.objected_case is not None:
        receipt = branch.papers.objection_form(CLERK, story.objected_case, wish.lang)
        yield f"objections/objection-receipt-{story.objected_case}.pdf", receipt
    if story.recorded:
        yield "cards/call-back-cards.pdf", branch.papers.call_back_cards(CLERK, story.recorded[0], wish.lang)
    yield "training/handbook.pdf", branch.papers.handbook(TRAINER, wish.lang)
    yield "training/trainers-book.pdf", branch.papers.handbook(TRAINER, wish.lang, for_trainer=True)
    for number in story.certified[:1]:
        yield (
            f"training/certificate-{number}.pdf",
            branch.papers.certificate(TRAINER, CertificateNumber(number), wish.lang),
        )


def _records(branch: Branch, wish: Wish, story: Story) -> Files:
    """Each record sealed by itself for the file; all of them once more as print jobs."""
    numbers = [RecordId(f"R-{visit}") for visit in story.recorded]
    for visit, number in zip(story.recorded, numbers, strict=True):
        yield f"records/record-{visit}.pdf", branch.records.draw_copy(CLERK, number, Copy.FILE, wish.lang).data
    if story.corrected is not None:
        copy = branch.records.draw_copy(SUPERVISOR, RecordId(f"R-{story.corrected}"), Copy.BORROWER, wish.lang)
        yield f"copies/record-{story.corrected}-borrower.pdf", copy.data
    if numbers:
        batch = f"B{wish.day:%Y%m%d}"
        for name, data in branch.papers.record_batch(CLERK, batch, numbers, Copy.FILE, wish.lang).items():
            yield f"batch/{name}", data


def summary(wish: Wish, story: Story, hashes: dict[str, str]) -> dict[str, object]:
    """What came of the day, in counts, and the SHA-256 of every file; the branch's own folder goes on living."""
    return {
        "version": 1,
        "day": wish.day.isoformat(),
        "seed": wish.seed,
        "lang": wish.lang.value,
        "is_demonstration": True,
        "counts": counts(story, wish),
        "incidents": {
            "missed_check_in": story.missed,
            "duress": story.duress,
            "break_off": story.broken_off,
            "objection": story.objected,
            "record_sent_back": story.returned,
            "record_corrected": story.corrected,
        },
        "blocked": dict(sorted(story.blocked.items())),
        "branch": "branch",
        "files": dict(sorted(hashes.items())),
    }


def counts(story: Story, wish: Wish) -> dict[str, int]:
    """The day in numbers; they depend on the wish alone."""
    return {
        "rows": story.rows,
        "accepted": story.accepted,
        "held_back": story.held_back,
        "duplicates": story.duplicates,
        "collectors": len(story.collectors),
        "teams": wish.teams,
        "certificates": len(story.certified),
        "visits": len(story.visits),
        "refused": len(story.refused),
        "blocked": len(story.blocked),
        "planned": len(story.planned),
        "unplanned": len(story.unplanned),
        "objected": int(story.objected is not None),
        "made": len(story.made),
        "alarms": story.alarms,
        "records": len(story.recorded),
    }
