"""`warmonitor doctor`: what is wrong, and the mend."""

from __future__ import annotations

from warmonitor.cli.desk import monitor_at
from warmonitor.cli.options import FormatForEyes, Output, StoreAt, form_of
from warmonitor.cli.output import opened
from warmonitor.cli.talk import Talk, counted


def doctor(store: StoreAt = None, output: Output = None, form: FormatForEyes = None) -> int:
    """Look for what is wrong with the store and what it needs, and say the mend; exit code 1 if anything is."""
    with monitor_at(store) as monitor:
        problems = monitor.doctor()
    with opened(output) as out:
        if form is not None or output is not None:
            from warmonitor import export
            from warmonitor.monitor import Problem

            export.write(problems, Problem, form_of(form, output), out)
        else:
            for problem in problems:
                out.write(f"{problem.what}\n    {problem.mend}\n".encode())
    talk = Talk()
    talk.last(f"{counted(len(problems), 'thing')} to mend." if problems else "all is sound.")
    return 1 if problems else 0
