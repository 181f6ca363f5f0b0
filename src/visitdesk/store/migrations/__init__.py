"""Alembic migrations, one file a step; files lie beside the code so that they can be shipped as data."""
