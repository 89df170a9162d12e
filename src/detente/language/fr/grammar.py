"""The small words of French, from `grammar.yaml`."""

from __future__ import annotations

from importlib.resources import files

from detente.language.grammar import folded, grammar

GRAMMAR = grammar(files("detente.language.fr") / "grammar.yaml")
FOLDED = folded(GRAMMAR)
"""For what compares folded words."""
