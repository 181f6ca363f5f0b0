"""May we visit? One verdict per visit and moment; each rule cites its clause (合规结论)."""
