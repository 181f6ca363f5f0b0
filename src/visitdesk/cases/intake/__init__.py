"""Intake of account files (导入): from strange bytes to judged rows, with nothing guessed and nothing lost.

The stations, in order: `sniff` (what is it), `unpack` (is it a bomb), `delimited` or `workbook` (cells), `layout` (where
is the table), `headers` (which column is what), `rows` (is each value valid), `groups` (the same case twice),
`merge` (what it means for the stored case). Sources: reference peers §6, security-storage §12, contracts §8.
"""
