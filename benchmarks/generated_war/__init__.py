"""A war that never was: reports of it with known truth, to measure reconciling by."""
