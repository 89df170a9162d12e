"""How many facts that the program reads in forty reports are wrong: judged by hand, counted here.

    python benchmarks/lines.py [--unjudged] [--wrong] [--json]

The reports are forty French documents of NTREX, news of late September 2018 on anything: of those that
are not in the reference record autumn-2018, in file order, the i * n // 40-th. Each is read whole, told
that it came out on 30 September 2018, and every fact that comes out is judged against its text by the
rules of the reference records: events (kind, status, parties, date, place), statements (words, speaker),
undertakings, roles. What the program left out is not counted here.

The judgments are in lines/judged.tsv, one fact a line: document, kind, key, `right` or `wrong`, the fact
in a few words of ours, and why it is wrong. A key is made of all that was judged, so that a fact that
changes has to be judged anew; `--unjudged` lists the facts of today that the file does not know. The
documents are looked for in the folder that DETENTE_SHARED names, else in ../shared. Where they are
missing, only the file is counted, and that is said.
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import json
import os
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import yaml

import detente
from detente import Article, Record
from detente.model import Published

HERE = Path(__file__).parent
SHARED = Path(os.environ.get("DETENTE_SHARED", HERE.parent.parent / "shared"))
CORPUS = SHARED / "corpora" / "ntrex_news"
JUDGED = HERE / "lines" / "judged.tsv"
HOW_MANY = 40
DAY = "2018-09-30"


class Fact(NamedTuple):
    """One fact of one document: `key` is made of `told`, all that is judged of it."""

    document: str
    kind: str
    start: int
    told: str

    @property
    def key(self) -> str:
        return hashlib.sha256(f"{self.kind}|{self.told}".encode()).hexdigest()[:10]


def documents() -> Iterator[Article]:
    """The forty documents, each as an article."""
    lines: dict[str, list[str]] = {}
    names = (CORPUS / "DOCUMENT_IDS.tsv").read_text("utf-8-sig").splitlines()
    texts = (CORPUS / "newstest2019-ref.fra.txt").read_text("utf-8-sig").splitlines()
    for name, text in zip(names, texts, strict=True):
        lines.setdefault(name.strip(), []).append(text.strip())
    gold = yaml.safe_load((SHARED / "gold" / "autumn-2018.yaml").read_text("utf-8"))
    taken = {report["document"] for report in gold["articles"].values()}
    rest = [name for name in lines if name not in taken]
    for name in (rest[i * len(rest) // HOW_MANY] for i in range(HOW_MANY)):
        title, *paragraphs = lines[name]
        yield Article(
            id=name,
            source=name,
            title=title,
            text="\n\n".join([title, *paragraphs]),
            language="fr",
            outlet=name.rsplit(".", 1)[0],
            published=Published(date=DAY, basis="given"),
        )


def facts(document: str, record: Record) -> Iterator[Fact]:
    """All facts of the record of one document, each with what is judged of it."""
    names = {actor.id: actor.name for actor in record.actors}

    def named(*ids: str | None) -> str:
        return ", ".join(names.get(one, one) for one in ids if one)

    for event in record.events:
        place = event.place and (event.place.city, event.place.country)
        who = named(*event.parties, *(p.actor for p in event.participants))
        words = " / ".join(m.exact for m in event.mentions[:1])
        told = f"{event.kind} {event.status} {event.date} {place} [{who}] {words}"
        yield Fact(document, "event", event.mentions[0].start, told)
    for said in record.statements:
        told = f"{said.kind} {named(said.speaker)}: {said.quote} ({said.date})"
        yield Fact(document, "statement", said.evidence[0].start, told)
    for promise in record.undertakings:
        told = f"{promise.mode} {promise.status} [{named(*promise.parties)}] {promise.text}"
        yield Fact(document, "undertaking", promise.evidence[0].start, told)
    for actor in record.actors:
        for role in actor.roles:
            told = f"{actor.name}: {role.standing} {role.title} ({role.organisation})"
            yield Fact(document, "role", role.evidence[0].start if role.evidence else 0, told)


def today() -> list[Fact]:
    """What the program reads today."""
    return [
        fact
        for article in documents()
        for fact in sorted(
            facts(article.id, detente.read([article], whole=True)), key=lambda f: (f.start, f.kind)
        )
    ]


def judged() -> dict[tuple[str, str], dict[str, str]]:
    """The judgments, by document and key."""
    if not JUDGED.exists():
        return {}
    with JUDGED.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t")
        return {(row["document"], row["key"]): row for row in rows}


def main() -> int:
    """Counts, and says what is not judged."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--unjudged", action="store_true", help="facts of today without judgment")
    parser.add_argument("--wrong", action="store_true", help="facts of today that are wrong")
    parser.add_argument("--json", action="store_true")
    wanted = parser.parse_args()
    known = judged()
    if not CORPUS.is_dir():
        wrong = sum(row["verdict"] == "wrong" for row in known.values())
        print(f"no {CORPUS.name} to read: {wrong} of {len(known)} facts in the file are wrong")
        return 0
    found = today()
    new = [fact for fact in found if (fact.document, fact.key) not in known]
    verdicts = Counter(
        (fact.kind, known[fact.document, fact.key]["verdict"])
        for fact in found
        if (fact.document, fact.key) in known
    )
    total, wrong = sum(verdicts.values()), sum(n for (_, v), n in verdicts.items() if v == "wrong")
    for fact in found:
        row = known.get((fact.document, fact.key))
        if (wanted.unjudged and row is None) or (
            wanted.wrong and row and row["verdict"] == "wrong"
        ):
            why = f"  ({row['why']})" if row else ""
            print(f"{fact.document}\t{fact.kind}\t{fact.key}\t{fact.start}\t{fact.told}{why}")
    share = wrong / total if total else 0.0
    if wanted.json:
        counts = {f"{kind} {verdict}": n for (kind, verdict), n in sorted(verdicts.items())}
        print(
            json.dumps({"facts": len(found), "judged": total, "wrong": wrong, **counts}, indent=2)
        )
    elif not (wanted.unjudged or wanted.wrong):
        print(f"{len(found)} facts, {total} judged: {wrong} wrong, {share:.3f}")
        for kind in ("event", "statement", "undertaking", "role"):
            bad, good = verdicts[kind, "wrong"], verdicts[kind, "right"]
            print(f"  {kind:12} {bad:3} wrong of {bad + good}")
    if new:
        print(f"{len(new)} facts are not judged (--unjudged lists them)", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
