"""Who and where: the states, bodies, persons and groups of one report, and where it names them.

`find(draft)` fills `draft.actors` and `draft.mentions`. The later steps ask by three functions:
`actors_of(draft, token)`, `states_of(draft, token)` and `side_of(draft, actor_id)`.
"""

from __future__ import annotations

from detente.reading.names.finder import find
from detente.reading.names.lookup import actors_of, side_of, states_of

__all__ = ["actors_of", "find", "side_of", "states_of"]
