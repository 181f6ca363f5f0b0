"""Tests of the demonstration day."""
