"""May we visit? One verdict per visit and moment, each rule citing its clause; holds, consents, objections.

Rules are data (`resources/policies/<pack>.toml`: clause, force, evidence, numbers) plus one small pure function each,
found by rule id. Facts are told apart: known, known to be none, not shown (blocks), no such field (not judged).
Terms: verdict (合规结论), rule (规则), clause (依据条款), force (效力层级), hold (暂停外访), consent (同意), objection (异议).
Sources: reference regulation and its supplement (the supplement wins), contracts §4. Not legal advice: a lawyer of the
deploying firm confirms each rule before the pack is switched on.
"""
