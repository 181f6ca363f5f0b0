"""The synthetic branch, made through the same services."""
