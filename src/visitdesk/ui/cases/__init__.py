"""Screens of the cases: the list, one case, the import of account files, the rows held back.

Terms: case, borrower, account, address, contact trail, visit request, preparation, verdict, hold, objection, held-back
row (glossary §1-3). Look: reference ui §4.2-4.4 and its pictures.
"""
