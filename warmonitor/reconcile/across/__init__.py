"""Across reports: which episodes are one happening, whatever order they come in."""
