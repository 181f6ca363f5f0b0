"""The branch day: teams, travel times, routes, reasons, and an independent checker (当日计划)."""
