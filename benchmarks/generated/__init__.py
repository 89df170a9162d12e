"""Generated processes: events made up at random between real states, told by reports in French in
an agency's manner, with the truth known. Dates are dropped, names spelled in several ways, texts
copied, contradictions planted. The same seed gives the same reports.

    from benchmarks.generated import processes, reports

    for process in processes(seed=1, count=50):       # forty reports each
        process.reports                               # Report: .line(), .article(), .reading()
        process.truth()                               # in the form of the reference records
    pairs = [(r.article(), r.reading()) for r in reports(seed=1, count=20_000)]

`.line()` is a report to be read; `.reading()` is what it says, without mistakes and without the cost
of reading, for tests of the record and of scale. Run from the repository's root, or with it on
PYTHONPATH; pytest has it on its path.
"""

from __future__ import annotations

from benchmarks.generated.process import Process, processes, reports
from benchmarks.generated.readings import Report

__all__ = ["Process", "Report", "processes", "reports"]
