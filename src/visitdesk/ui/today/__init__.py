"""The screen Today: what must I do now? Four figures, and a worklist that empties (reference ui §4.1)."""
