"""Scorers of coded reports against hand-coded sets, one file a task.

Each task has a `Gold` record (one line of TASK.gold.jsonl) and a `score` that takes the golds and what the program made
of the reports, and returns a `Score`. Where the sets come from is told in benchmarks/README.md.
"""
