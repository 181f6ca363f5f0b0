"""The past-due case: borrower, accounts, addresses, contact trail; intake of account files; preparation of a visit.

A loan is *past due* (逾期); only a check-in is *overdue*. Sources: reference peers §5–6, security-storage §12.
"""
