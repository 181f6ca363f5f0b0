"""Repayment plans a team may offer at the door: limits and exact arithmetic (还款方案).

Terms: instalment (期), level payment, remaining, effective annual rate; a plan made here is a proposal only, the lender
decides (rule `cn-plan-authority`). Nothing is ever a float: amounts are counted in whole smallest units (fen).
Sources: contracts §5 to the letter; reference training §6 with its vectors; 信用卡业务监督管理办法 art. 70; Civil Code
561, 670, 676, 680.
"""
