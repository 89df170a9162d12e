"""What can happen, as data: kinds of event, topics, classes of words, each in YAML.

`load()` gives the codebook, `check(read)` runs a reader over the examples that every kind holds.
The format of a kind is told in `docs/codebook.md`.
"""

from __future__ import annotations

from detente.codebook.checking import Failure, check
from detente.codebook.entries import Codebook, Example, Frame, Kind, Topic, Words
from detente.codebook.loading import load

__all__ = ["Codebook", "Example", "Failure", "Frame", "Kind", "Topic", "Words", "check", "load"]
