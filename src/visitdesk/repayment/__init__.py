"""The repayment plans a team may offer at the door: limits and exact arithmetic (还款方案)."""
