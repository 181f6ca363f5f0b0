"""Figures over the rooms below: what there is to do today, read by whoever sits at a desk (报表)."""
