"""A record scored against a reference record read by hand, and a reference set made from what people
decided on a record."""

from __future__ import annotations

from detente.evaluation.figures import Score, evaluate
from detente.evaluation.making import reference_of
from detente.evaluation.reference import Reference, load, to_yaml

__all__ = ["Reference", "Score", "evaluate", "load", "reference_of", "to_yaml"]
