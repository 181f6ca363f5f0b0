"""The rows of the certificates page, and its columns."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from visitdesk.people.model import CollectorId
from visitdesk.training import certificates
from visitdesk.training.model import Certificate, CertificateState, Module, ModuleId
from visitdesk.ui.shell.table import Column
from visitdesk.ui.shell.theme import theme
from visitdesk.ui.training.path_panel import STATE_LOOK
from visitdesk.ui.training.words import state_word

if TYPE_CHECKING:
    from visitdesk.ui.training.ports import TrainingBranch


@dataclass(frozen=True, slots=True, kw_only=True)
class CertificateRow:
    """A certificate as shown.

    Attributes:
        name: of the holder; the number where the collector is no longer kept.
        issuer, revoker: names of the users; "" for nobody.
    """

    certificate: Certificate
    name: str
    module: Module
    state: CertificateState
    days_left: int
    issuer: str
    revoker: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf:
    """All certificates, and who could get one now: name, collector, module."""

    rows: tuple[CertificateRow, ...]
    ready: tuple[tuple[str, CollectorId, ModuleId], ...]


def read_shelf(branch: "TrainingBranch", today: date) -> Shelf:
    """Read it, newest certificates first."""
    desk = branch.training
    people = branch.people.collectors()
    names: Mapping[CollectorId, str] = {person.id: person.name for person in people}
    users: Mapping[str, str] = {user.id: user.name for user in branch.security.users()}
    modules = {module.id: module for module in desk.catalogue.modules}
    rows = [
        CertificateRow(
            certificate=one,
            name=names.get(one.collector, one.collector),
            module=modules[one.module],
            state=certificates.state_of(one, today),
            days_left=certificates.days_left(one, today),
            issuer=users.get(one.issued_by, one.issued_by),
            revoker=users.get(one.revoked_by, one.revoked_by),
        )
        for one in desk.certificates_of()
        if one.module in modules
    ]
    rows.sort(key=lambda row: (row.certificate.issued_at, row.certificate.number), reverse=True)
    ready = tuple(
        (person.name, person.id, module)
        for person in people
        if person.is_active
        for module in modules
        if desk.progress(person.id, module).readiness.is_ready
    )
    return Shelf(rows=tuple(rows), ready=ready)


def columns() -> tuple[Column[CertificateRow], ...]:
    """Number, holder, module, issued, until, state."""
    return (
        Column(key="number", title=_TITLES["number"], text=lambda row: row.certificate.number, width=120),
        Column(key="name", title=_TITLES["name"], text=lambda row: row.name, width=90, bold=True),
        Column(
            key="module",
            title=_TITLES["module"],
            text=lambda row: f"{row.module.id}  {row.module.title.of(theme().lang)}",
            width=120,
            stretch=True,
        ),
        Column(
            key="issued", title=_TITLES["issued"], text=lambda row: row.certificate.issued_on.isoformat(), width=104
        ),
        Column(
            key="until", title=_TITLES["until"], text=lambda row: row.certificate.valid_until.isoformat(), width=104
        ),
        Column(
            key="state",
            title=_TITLES["state"],
            text=lambda row: state_word(row.state.value),
            picture=lambda row: STATE_LOOK[row.state],
            tone=lambda row: STATE_LOOK[row.state][1],
            sort=lambda row: (list(CertificateState).index(row.state), row.days_left),
            width=120,
        ),
    )


_TITLES: Mapping[str, Callable[[], str]] = {
    "number": lambda: QCoreApplication.translate("Training", "Number"),
    "name": lambda: QCoreApplication.translate("Training", "Holder"),
    "module": lambda: QCoreApplication.translate("Training", "Module"),
    "issued": lambda: QCoreApplication.translate("Training", "Issued"),
    "until": lambda: QCoreApplication.translate("Training", "Until"),
    "state": lambda: QCoreApplication.translate("Training", "State"),
}
