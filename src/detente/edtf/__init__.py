"""EDTF: values (parse, bounds, contains, overlaps, intersect, format) and `resolve`, which turns a
time as a report words it (`detente.model.When`) into one."""

from __future__ import annotations

from detente.edtf.resolving import Tense, resolve
from detente.edtf.values import (
    Edtf,
    bounds,
    contains,
    easter_sunday,
    format_days,
    granule,
    intersect,
    overlaps,
    parse,
    shift,
)

__all__ = [
    "Edtf",
    "Tense",
    "bounds",
    "contains",
    "easter_sunday",
    "format_days",
    "granule",
    "intersect",
    "overlaps",
    "parse",
    "resolve",
    "shift",
]
