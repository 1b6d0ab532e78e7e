"""Within one report: which of its claims tell one happening."""
