"""What happened at a visit: outcome, statement, evidence, append-only corrections (外访记录).

Terms: the *statement* (陈述) is the borrower's words, kept exactly as typed; the *account* (外访员说明) is the team's own.
A record goes draft → submitted → returned or final; a final record changes only by corrections that keep the old text.
What a record must hold: reference regulation §2. Outcome codes: reference peers §6. Root and copies: documents §5.
"""
