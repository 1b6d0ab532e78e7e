"""MUC-4 (1992) as a measure: incidents written as its templates and scored as its official program did."""
