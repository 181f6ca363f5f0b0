"""Words that tell of a debt: papers for third persons are refused where one of them would stand on them.

Source: rule cn-no-disclosure-third (regulation §1a); the list is policy and errs on the strict side.
"""

import re
import unicodedata

from visitdesk.errors import BadInput

DEBT_WORDS = (
    "欠", "债", "贷", "借款", "借钱", "还款", "还钱", "逾期", "催", "罚息", "本金", "利息", "分期", "账单", "对账", "账户",
    "金额", "余额", "人民币", "元整", "信用卡", "消费金融", "金融", "银行", "担保", "保证人", "失信", "征信", "诉讼", "起诉",
    "律师", "法院", "偿", "异议", "外访", "¥", "￥",
)  # fmt: skip
_ENGLISH = re.compile(
    r"(?<![a-z])(debt\w*|loan\w*|lend\w*|borrow\w*|arrear\w*|overdue|past due|collect\w*|repay\w*|instal\w*|interest|principal|"
    r"credit\w*|bank\w*|owe\w*|money|amount|balance|court|lawyer|legal|guarant\w*|account\w*|objection\w*|cny|rmb)(?![a-z])",
    re.IGNORECASE,
)


def debt_words(text: str) -> tuple[str, ...]:
    """The debt words in a text, each once, after folding of widths and blanks (a split word counts)."""
    folded = unicodedata.normalize("NFKC", text)
    joined = re.sub(r"\s+", "", folded)
    chinese = [word for word in DEBT_WORDS if unicodedata.normalize("NFKC", word) in joined]
    return tuple(dict.fromkeys([*chinese, *(match[0].lower() for match in _ENGLISH.finditer(folded))]))


def require_neutral(*texts: str) -> None:
    """Stop a paper for third persons that would tell of the debt.

    Raises:
        BadInput: names the first such word.
    """
    for text in texts:
        for word in debt_words(text):
            raise BadInput("documents.debt_word", word=word)
