"""What happened at a visit: outcome, statement, evidence, append-only corrections (外访记录)."""
