"""Words of the screens of the cases for every value that is shown; the glossary's, in the language of the window."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from visitdesk.cases.intake.fields import Field
from visitdesk.cases.last_resort import LastResort
from visitdesk.cases.model import (
    AddressKind,
    CancelCause,
    CaseState,
    Channel,
    DebtKind,
    DebtStatus,
    DocumentKind,
    PartyRole,
    PreparationItem,
    VisitState,
)
from visitdesk.compliance.model import ConsentKind, Evidence, Force, HoldKind, NoticeKind, ObjectionGround
from visitdesk.money import Money
from visitdesk.ui.shell.icons import Icon
from visitdesk.ui.shell.theme import theme
from visitdesk.wording import Lang

CHANNEL_PICTURES = {
    Channel.PHONE: Icon.CALL,
    Channel.SMS: Icon.CHAT,
    Channel.LETTER: Icon.MAIL,
    Channel.MESSAGE: Icon.SEND,
    Channel.VISIT: Icon.HOME,
}


def channel_word(channel: Channel) -> str:
    """A way in which a borrower was tried."""
    translate = QCoreApplication.translate
    return {
        Channel.PHONE: translate("CaseWords", "Telephone"),
        Channel.SMS: translate("CaseWords", "Text message"),
        Channel.LETTER: translate("CaseWords", "Letter"),
        Channel.MESSAGE: translate("CaseWords", "App message"),
        Channel.VISIT: translate("CaseWords", "Visit"),
    }[channel]


def case_state_word(state: CaseState) -> str:
    """Whether the branch works on it."""
    translate = QCoreApplication.translate
    return {
        CaseState.OPEN: translate("CaseWords", "Open"),
        CaseState.SETTLED: translate("CaseWords", "Settled"),
        CaseState.CURRENT: translate("CaseWords", "Current again"),
        CaseState.RECALLED: translate("CaseWords", "Recalled"),
    }[state]


def visit_state_word(state: VisitState) -> str:
    """Where a visit stands."""
    translate = QCoreApplication.translate
    return {
        VisitState.REQUESTED: translate("CaseWords", "Requested"),
        VisitState.REFUSED: translate("CaseWords", "Not approved"),
        VisitState.POOLED: translate("CaseWords", "In the pool"),
        VisitState.PLANNED: translate("CaseWords", "Planned"),
        VisitState.PUBLISHED: translate("CaseWords", "Published"),
        VisitState.DISPATCHED: translate("CaseWords", "Dispatched"),
        VisitState.ON_SITE: translate("CaseWords", "On site"),
        VisitState.LEFT: translate("CaseWords", "Left"),
        VisitState.RECORDED: translate("CaseWords", "Recorded"),
        VisitState.REVIEWED: translate("CaseWords", "Reviewed"),
        VisitState.CLOSED: translate("CaseWords", "Filed"),
        VisitState.CANCELLED: translate("CaseWords", "Cancelled"),
    }[state]


def cause_word(cause: CancelCause) -> str:
    """Why a visit was cancelled."""
    translate = QCoreApplication.translate
    return {
        CancelCause.SETTLED: translate("CaseWords", "Settled"),
        CancelCause.CURRENT: translate("CaseWords", "Current again"),
        CancelCause.RECALLED: translate("CaseWords", "Recalled"),
        CancelCause.HOLD: translate("CaseWords", "Hold on visits"),
        CancelCause.OBJECTION: translate("CaseWords", "Objection"),
        CancelCause.COMPLAINT: translate("CaseWords", "Complaint"),
        CancelCause.PLAN_AGREED: translate("CaseWords", "Plan agreed"),
        CancelCause.REFUSAL: translate("CaseWords", "Visits refused"),
        CancelCause.WRONG_REQUEST: translate("CaseWords", "Wrong request"),
        CancelCause.NO_TEAM: translate("CaseWords", "No team"),
    }[cause]


def address_kind_word(kind: AddressKind) -> str:
    """Type of an address."""
    translate = QCoreApplication.translate
    return {
        AddressKind.HOME: translate("CaseWords", "Home"),
        AddressKind.REGISTERED: translate("CaseWords", "Registered"),
        AddressKind.WORK: translate("CaseWords", "Work"),
        AddressKind.OTHER: translate("CaseWords", "Other"),
    }[kind]


def source_word(source: str) -> str:
    """Who gave an address; a free word stands for itself."""
    translate = QCoreApplication.translate
    known = {"lender": translate("CaseWords", "from the lender"), "debtor": translate("CaseWords", "from the borrower")}
    return known.get(source, source)


def role_word_of(role: PartyRole) -> str:
    """How a person stands to the claim."""
    translate = QCoreApplication.translate
    return {
        PartyRole.DEBTOR: translate("CaseWords", "Borrower"),
        PartyRole.GUARANTOR: translate("CaseWords", "Guarantor"),
        PartyRole.JOINTLY_LIABLE: translate("CaseWords", "Co-borrower"),
        PartyRole.CONTACT_PERSON: translate("CaseWords", "Contact person"),
        PartyRole.THIRD_PARTY: translate("CaseWords", "Third person"),
    }[role]


def debt_kind_word(kind: DebtKind) -> str:
    """What was lent."""
    translate = QCoreApplication.translate
    return {
        DebtKind.CREDIT_CARD: translate("CaseWords", "Credit card"),
        DebtKind.CONSUMER_LOAN: translate("CaseWords", "Consumer loan"),
        DebtKind.MICRO_LOAN: translate("CaseWords", "Micro loan"),
        DebtKind.OTHER: translate("CaseWords", "Other loan"),
    }[kind]


def debt_status_word(status: DebtStatus) -> str:
    """Whether the lender has proved the claim."""
    translate = QCoreApplication.translate
    return {
        DebtStatus.VERIFIED: translate("CaseWords", "Claim verified"),
        DebtStatus.UNVERIFIED: translate("CaseWords", "Claim not verified"),
        DebtStatus.UNLAWFUL: translate("CaseWords", "Claim unlawful"),
    }[status]


def document_word(kind: DocumentKind) -> str:
    """A paper on file."""
    translate = QCoreApplication.translate
    return {
        DocumentKind.IDENTITY: translate("CaseWords", "Identity paper"),
        DocumentKind.CONTRACT: translate("CaseWords", "Loan contract"),
        DocumentKind.AUTHORITY: translate("CaseWords", "Authority letter"),
        DocumentKind.STATEMENT: translate("CaseWords", "Statement of account"),
        DocumentKind.OTHER: translate("CaseWords", "Other paper"),
    }[kind]


def item_word(item: PreparationItem) -> str:
    """An item of the preparation checklist."""
    translate = QCoreApplication.translate
    return {
        PreparationItem.ADDRESS: translate("CaseWords", "Address checked"),
        PreparationItem.CONTACT: translate("CaseWords", "Contact trail read"),
        PreparationItem.IDENTITY: translate("CaseWords", "Identity paper on file"),
        PreparationItem.CONTRACT: translate("CaseWords", "Contract and authority"),
        PreparationItem.STRATEGY: translate("CaseWords", "Repayment plans to offer"),
        PreparationItem.TALKING_POINTS: translate("CaseWords", "Talking points"),
        PreparationItem.GOALS: translate("CaseWords", "Goals of the visit"),
        PreparationItem.NOTICE: translate("CaseWords", "Notice, rights notice"),
    }[item]


def hold_word(kind: HoldKind) -> str:
    """Why visits are stopped for now."""
    translate = QCoreApplication.translate
    return {
        HoldKind.OBJECTION: translate("CaseWords", "Objection"),
        HoldKind.COMPLAINT: translate("CaseWords", "Complaint"),
        HoldKind.HARDSHIP: translate("CaseWords", "Hardship"),
        HoldKind.VULNERABILITY: translate("CaseWords", "Special difficulty"),
        HoldKind.LEGAL: translate("CaseWords", "Legal question"),
        HoldKind.OTHER: translate("CaseWords", "Other reason"),
    }[kind]


def ground_word(ground: ObjectionGround) -> str:
    """What an objection says is wrong."""
    translate = QCoreApplication.translate
    return {
        ObjectionGround.NOT_ME: translate("CaseWords", "Not this person"),
        ObjectionGround.NO_DEBT: translate("CaseWords", "No such loan"),
        ObjectionGround.AMOUNT: translate("CaseWords", "The sum is wrong"),
        ObjectionGround.PAID: translate("CaseWords", "Already paid"),
        ObjectionGround.FRAUD: translate("CaseWords", "Taken out by fraud"),
        ObjectionGround.TIME_BARRED: translate("CaseWords", "Time-barred"),
        ObjectionGround.HARASSMENT: translate("CaseWords", "Harassment"),
        ObjectionGround.OTHER: translate("CaseWords", "Other reason"),
    }[ground]


def consent_word(kind: ConsentKind) -> str:
    """What a borrower said yes to."""
    translate = QCoreApplication.translate
    return {
        ConsentKind.QUIET_HOURS: translate("CaseWords", "Visit in quiet hours"),
        ConsentKind.ENTRY: translate("CaseWords", "Entry into the home"),
        ConsentKind.WORKPLACE: translate("CaseWords", "Visit at work"),
        ConsentKind.RECORDING: translate("CaseWords", "Sound or film recording"),
    }[kind]


def notice_word(kind: NoticeKind) -> str:
    """What a borrower was told."""
    translate = QCoreApplication.translate
    return {
        NoticeKind.ADVANCE: translate("CaseWords", "Advance notice of the visit"),
        NoticeKind.AGENCY_TOLD: translate("CaseWords", "Told that an agency is appointed"),
        NoticeKind.ASSIGNMENT: translate("CaseWords", "Told that the claim was assigned"),
    }[kind]


def force_word(force: Force) -> str:
    """What stands behind a rule; policy is never called law."""
    translate = QCoreApplication.translate
    return {
        Force.STATUTE: translate("CaseWords", "Statute"),
        Force.REGULATOR: translate("CaseWords", "Regulator"),
        Force.SELF_REGULATION: translate("CaseWords", "Industry self-regulation"),
        Force.STANDARD: translate("CaseWords", "Recommended standard"),
        Force.POLICY: translate("CaseWords", "Product policy"),
    }[force]


def evidence_word(evidence: Evidence) -> str:
    """How the clause is known."""
    translate = QCoreApplication.translate
    return {
        Evidence.SEEN_TEXT: translate("CaseWords", "wording read"),
        Evidence.SEEN_REPORT: translate("CaseWords", "report read"),
        Evidence.RECALLED: translate("CaseWords", "from memory, ask a lawyer"),
        Evidence.DERIVED: translate("CaseWords", "our conclusion"),
    }[evidence]


def last_resort_word(finding: LastResort) -> str:
    """What the channel history says about a visit."""
    translate = QCoreApplication.translate
    return {
        LastResort.SHOWN: translate("CaseWords", "A visit is the last resort here: the other ways have been tried."),
        LastResort.CHANNELS_MISSING: translate("CaseWords", "Not yet the last resort: other ways have not been tried."),
        LastResort.NOT_LONG: translate("CaseWords", "Not yet the last resort: not long past due, and in contact."),
        LastResort.NOT_PAST_DUE: translate("CaseWords", "Nothing is past due: there is no ground for a visit."),
    }[finding]


def field_word(field: Field) -> str:
    """What a column of an account file can be."""
    translate = QCoreApplication.translate
    return {
        Field.CASE_NO: translate("CaseWords", "Case no."),
        Field.BORROWER_NAME: translate("CaseWords", "Borrower"),
        Field.ID_NO: translate("CaseWords", "Identity no."),
        Field.ID_KIND: translate("CaseWords", "Kind of identity paper"),
        Field.PHONE: translate("CaseWords", "Telephone"),
        Field.LENDER: translate("CaseWords", "Lender"),
        Field.BATCH: translate("CaseWords", "Batch"),
        Field.ENTRUSTED_ON: translate("CaseWords", "Entrusted on"),
        Field.ENTRUSTED_UNTIL: translate("CaseWords", "Entrusted until"),
        Field.CONTRACT_NO: translate("CaseWords", "Contract no."),
        Field.ACCOUNT_NO: translate("CaseWords", "Account no."),
        Field.DEBT_KIND: translate("CaseWords", "Kind of loan"),
        Field.PRODUCT: translate("CaseWords", "Product"),
        Field.PRINCIPAL: translate("CaseWords", "Principal"),
        Field.INTEREST: translate("CaseWords", "Interest"),
        Field.PENALTY: translate("CaseWords", "Penalty"),
        Field.FEES: translate("CaseWords", "Fees"),
        Field.ARREARS: translate("CaseWords", "Arrears"),
        Field.OUTSTANDING: translate("CaseWords", "Outstanding"),
        Field.AS_OF: translate("CaseWords", "As of"),
        Field.DAYS_PAST_DUE: translate("CaseWords", "Days past due"),
        Field.OPENED_ON: translate("CaseWords", "Opened on"),
        Field.LAST_PAID_ON: translate("CaseWords", "Last paid on"),
        Field.ANNUAL_RATE: translate("CaseWords", "Annual rate"),
        Field.HOME_ADDRESS: translate("CaseWords", "Home address"),
        Field.REGISTERED_ADDRESS: translate("CaseWords", "Registered address"),
        Field.WORK_ADDRESS: translate("CaseWords", "Work address"),
        Field.OTHER_ADDRESS: translate("CaseWords", "Other address"),
        Field.PROVINCE: translate("CaseWords", "Province"),
        Field.QUARANTINE: translate("CaseWords", "Held-back no."),
        Field.IGNORED: translate("CaseWords", "Left out"),
    }[field]


def money_text(money: Money) -> str:
    """An amount with its currency and separators: `¥18,240.55`."""
    sign = {"CNY": "¥"}.get(money.currency, f"{money.currency} ")
    return f"{sign}{money.amount:,.2f}"


def day_text(moment: datetime) -> str:
    """`11-20`, for a moment in the zone of the branch."""
    return f"{moment:%m-%d}"


def stamp_text(moment: datetime) -> str:
    """`11-20 16:12`, for a moment in the zone of the branch."""
    return f"{moment:%m-%d %H:%M}"


def weekday_text(moment: datetime) -> str:
    """`Tue 24 Nov 14:02` or `11月24日 周二 14:02`."""
    is_chinese = theme().lang is Lang.ZH
    locale = QLocale("zh_CN" if is_chinese else "en_GB")
    form = "M月d日 ddd" if is_chinese else "ddd d MMM"
    return f"{locale.toString(QDate(moment.year, moment.month, moment.day), form)} {moment:%H:%M}"


def joined(*words: str) -> str:
    """A list in one line: `、` in Chinese, a comma in English."""
    return ("、" if theme().lang is Lang.ZH else ", ").join(word for word in words if word)


def clauses(*words: str) -> str:
    """Half sentences in one line: `，` in Chinese, a comma in English."""
    return ("，" if theme().lang is Lang.ZH else ", ").join(word for word in words if word)


def labelled(label: str, text: str) -> str:
    """A label and its value in one line."""
    return f"{label}：{text}" if theme().lang is Lang.ZH else f"{label}: {text}"
