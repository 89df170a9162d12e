"""French words that keep a full stop, written without it."""

from __future__ import annotations

BEFORE_NAME = frozenset(
    "M MM Mr MMr Mme Mmes Mlle Mlles Me Mes Mgr Dr Drs Pr Prs St Ste S.E S.Exc S.M gén col cdt cap "
    "lt adj sgt amb prés dir st ste cf Cf n no nos No Nos N art Art al éd op p pp vol Vol chap fig "
    "tél Tél env approx c-à-d bd av. Jr".split()
)
"""No sentence ends after these."""
AT_END = frozenset("etc av apr J.-C J-C J.C hab ibid Cie Inc Corp Ltd Co".split())
"""A sentence ends after these before a capital that is no name's."""
