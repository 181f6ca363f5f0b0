"""Writes `docs/rules.md`: every rule of the carried packs with effect, force, evidence and clause, for lawyers and auditors.

Run it after editing a pack: `python -m tests.house.rules_table`.
"""

from pathlib import Path

from visitdesk.compliance.engine import FUNCTIONS
from visitdesk.compliance.model import Basis, Pack, Rule
from visitdesk.compliance.pack import CARRIED, load
from visitdesk.compliance.telling import clause
from visitdesk.wording import Lang

FILE = Path(__file__).resolve().parents[2] / "docs" / "rules.md"

_HEAD = """# Rules that decide on a visit

Made from `resources/policies/*.toml` by `python -m tests.house.rules_table`; do not edit by hand.

Not legal advice: a lawyer of the deploying firm confirms each line before a pack is switched on.

- **Effect**: BLOCK no override · BLOCK* lifted by the debtor's consent named behind it · HOLD until two people clear it ·
  WARN a typed reason · REQ the record cannot be closed without it.
- **Force**: L1 statute · L2 regulator · L3 industry self-regulation · L4 recommended standard · L5 house policy, never law.
- **Evidence**: SEEN-T wording read in a copy · SEEN-R a report read · RECALLED from memory, to be confirmed by your lawyer ·
  DERIVED the effect is ours.
- **Judged**: `form` from the fact sheet of `compliance check` · `inside` only in the program, where absence blocks ·
  `no` listed in every verdict as not judged.
"""

_INSIDE = frozenset({"agency_told_at", "is_assigned_debt", "assignment_told_at", "decided_by", "insured", "work"})


def table() -> str:
    """The whole page."""
    return "\n".join([_HEAD, *(_pack(load(name)) for name in CARRIED)])


def _pack(pack: Pack) -> str:
    lines = [
        f"## {pack.title.en} · {pack.title.zh} (`{pack.version}`)",
        "",
        "| order | rule | effect | force | evidence | judged | clause | asks for |",
        "| --- | --- | --- | --- | --- | --- | --- | --- |",
    ]
    for rule in pack.rules:
        lines.append(_line(rule, rule.basis, ""))
        lines += [_line(rule, basis, key) for key, basis in rule.other.items()]
    return "\n".join([*lines, ""])


def _line(rule: Rule, basis: Basis, key: str) -> str:
    name = f"`{rule.id}`" if not key else f"`{rule.id}` ({key})"
    effect = f"{rule.effect.value} {rule.lifted_by.value}" if rule.lifted_by else rule.effect.value
    cells = [
        rule.group.value,
        name,
        effect.replace("*", "\\*"),
        basis.force.value,
        basis.evidence.value,
        _judged(rule),
        f"{clause(basis, Lang.ZH)}<br>{clause(basis, Lang.EN)} [{basis.source}]",
        f"{rule.says.zh}<br>{rule.says.en}",
    ]
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


def _judged(rule: Rule) -> str:
    if rule.id not in FUNCTIONS:
        return "no"
    return "inside" if set(rule.needs) <= _INSIDE else "form"


def main() -> None:
    """Write the page."""
    FILE.parent.mkdir(exist_ok=True)
    FILE.write_text(table(), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
