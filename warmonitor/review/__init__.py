"""People and machine apart: the queue of what needs a person, and what append-only rulings make of claims."""
