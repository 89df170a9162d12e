"""How first sentences of agency reports are read, one by one: a measure by kind of fault.

    python -m benchmarks.leads [--show]

Each sentence of leads.yaml is read as a report of its own. Of those that tell an event: how many
give one of a right kind (`found`), and of these how many have the right status, the very states,
the day and the place; `added` counts events of other kinds, which may be right too. The sentences
were written without looking at the rules, but rules have been mended by them since: a low figure is
a fault, a high one no proof.
"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

import yaml

from detente.model import Article, Event, Published, Reading
from detente.reading import read_article

PUBLISHED = "2019-03-13"
LEADS = Path(__file__).with_name("leads.yaml")


def leads() -> list[dict[str, Any]]:
    """The sentences and what each should give."""
    found: list[dict[str, Any]] = yaml.safe_load(LEADS.read_text("utf-8"))
    return found


def read(sentence: str) -> Reading:
    """The reading of a sentence as a report of its own."""
    published = Published(date=PUBLISHED, basis="stated")
    return read_article(
        Article(id="lead", source="lead", language="fr", published=published, text=sentence)
    )


def judged(lead: dict[str, Any], event: Event, reading: Reading) -> dict[str, bool]:
    """What of an event is as it should be."""
    states = {actor.id: actor.country for actor in reading.actors}
    parties = {states.get(party, party) for party in event.parties} - {None}
    place = {event.place.city, event.place.country} if event.place else set()
    return {
        "kind": event.kind in lead["kinds"],
        "status": event.status in lead["statuses"],
        "parties": parties == set(lead.get("parties", ())),
        "date": lead.get("date") in (None, event.date),
        "place": lead.get("place") is None or lead["place"] in place,
    }


def measure(*, show: bool = False) -> dict[str, float]:
    """Figures over all sentences: shares of 1, and `added`, a number a sentence."""
    right = dict.fromkeys(("status", "parties", "date", "place"), 0)
    telling = found = told = added = 0
    for lead in leads():
        reading = read(lead["say"])
        judgments = [judged(lead, event, reading) for event in reading.events]
        best = max(judgments, key=lambda j: (j["kind"], sum(j.values())), default={"kind": False})
        wanted = "none" not in lead["kinds"]
        telling += wanted
        found += wanted and best["kind"]
        told += best["kind"]
        added += sum(not judgment["kind"] for judgment in judgments)
        for figure in right:
            right[figure] += best["kind"] and best[figure]
        wrong = [name for name, holds in best.items() if not holds]
        if show and wrong and (wanted or best["kind"]):
            print(f"{', '.join(wrong)}: {lead['say']}")
    shares = {figure: count / max(1, told) for figure, count in right.items()}
    return {"found": found / telling, **shares, "added": added / len(leads())}


if __name__ == "__main__":
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--show", action="store_true", help="what is missed or wrong")
    for figure, value in measure(show=parser.parse_args().show).items():
        print(f"{value:6.3f}  {figure}")
