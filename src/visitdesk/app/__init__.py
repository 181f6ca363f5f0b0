"""Composition roots: the only place that sees everything and puts it together."""
