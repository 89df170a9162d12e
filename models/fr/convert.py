"""Treebanks in CoNLL-U become the sentences that the French model learns from.

What goes in are the Universal Dependencies files of ``shared/corpora``; what comes out are
:class:`Sentence` values with one entry a written token. A multiword token (*au*, *du*, *auquel*) is
one token here, because a report's text is cut where it is written, not where its grammar is: it takes
the tag, lemma and head of the member whose head lies outside (the first, if several do), and what
hung on any member hangs on the token.

The treebanks were made by different hands; where they use two labels for one thing, the label of
Sequoia is taken, since Sequoia is the news prose that the model is for.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

ID, FORM, LEMMA, UPOS, FEATS, HEAD, DEPREL, MISC = 0, 1, 2, 3, 5, 6, 7, 9

# One label for one thing, Sequoia's where it has one.
LABELS = {
    "obj:lvc": "obj",
    "parataxis:parenth": "parataxis:insert",
    "nmod:appos": "nmod",
    "flat": "flat:name",
    "compound": "nmod",
    "dep:comp": "dep",
}
REFLEXIVES = {"se", "s'", "s’", "me", "m'", "te", "t'", "nous", "vous"}
# Feature values that the spoken treebanks keep in MISC for nouns and adjectives.
MISC_FEATURES = ("Gender[lex]", "Number[lex]", "Number[ctxt]", "Gender[ctxt]")
KEPT_FEATURES = (
    "Case", "Definite", "Foreign", "Gender", "Mood", "Number", "NumType", "Person", "Polarity",
    "Poss", "PronType", "Reflex", "Tense", "VerbForm", "Voice",
)  # fmt: skip


@dataclass(slots=True)
class Token:
    """One written token; ``head`` is an index into the sentence, its own for the root."""

    form: str
    lemma: str
    upos: str
    feats: str
    head: int
    deprel: str
    space: bool


@dataclass(slots=True)
class Sentence:
    """A sentence of a treebank, with the name of the treebank and the text as it was printed."""

    source: str
    tokens: list[Token] = field(default_factory=list)
    text: str = ""


def read_conllu(path: Path, source: str = "", harmonise: bool = True) -> Iterator[Sentence]:
    """Yield the sentences of a CoNLL-U file, multiword tokens merged.

    :param path: the file.
    :param source: a short name kept with each sentence; by default the file's stem.
    :param harmonise: use Sequoia's labels; off for test sets, whose labels stay as they are.
    """
    rows: list[list[str]] = []
    text = ""
    for line in [*path.read_text(encoding="utf-8").splitlines(), ""]:
        if line.startswith("# text = "):
            text = line[len("# text = ") :]
        elif line.startswith("#"):
            continue
        elif line.strip():
            rows.append(line.split("\t"))
        elif rows:
            sentence = _sentence(rows, source or path.stem, text, harmonise)
            if sentence is not None:
                yield sentence
            rows, text = [], ""


def _sentence(rows: list[list[str]], source: str, text: str, harmonise: bool) -> Sentence | None:
    """Merge a sentence's rows into tokens; ``None`` where the annotation is not a whole tree."""
    words = {int(row[ID]): row for row in rows if row[ID].isdigit()}
    if any(not row[HEAD].isdigit() for row in words.values()):
        return None
    groups: list[tuple[list[str], list[int]]] = []  # the row that is printed, its members
    covered = 0
    for row in rows:
        if "-" in row[ID]:
            first, last = (int(part) for part in row[ID].split("-"))
            groups.append((row, list(range(first, last + 1))))
            covered = last
        elif row[ID].isdigit() and int(row[ID]) > covered:
            groups.append((row, [int(row[ID])]))
    index = {member: i for i, (_, members) in enumerate(groups) for member in members}
    index[0] = -1
    tokens = []
    for i, (printed, members) in enumerate(groups):
        outside = [m for m in members if int(words[m][HEAD]) not in members] or members[:1]
        chosen = words[outside[0]]
        if chosen[DEPREL] == "_" or chosen[UPOS] == "_":
            return None
        head = index[int(chosen[HEAD])]
        form = printed[FORM].replace("\u00a0", " ")
        tokens.append(
            Token(
                form=form,
                lemma=_lemma(chosen),
                upos=chosen[UPOS],
                feats=_features(chosen),
                head=i if head < 0 else head,
                deprel=_label(chosen) if harmonise else chosen[DEPREL],
                space="SpaceAfter=No" not in printed[MISC].split("|"),
            )
        )
    if sum(token.head == i for i, token in enumerate(tokens)) != 1:
        return None
    return Sentence(source, tokens, text)


def _lemma(row: list[str]) -> str:
    lemma = row[LEMMA] if row[LEMMA] != "_" or row[FORM] == "_" else row[FORM]
    return lemma.replace("\u00a0", " ")


def _label(row: list[str]) -> str:
    label = row[DEPREL]
    if label == "expl:comp" and row[FORM].lower().lstrip("-") in REFLEXIVES:
        return "expl:pv"
    return LABELS.get(label, label)


def _features(row: list[str]) -> str:
    """The features kept, as ``Key=Value|…`` in order, or the empty string."""
    pairs = dict(part.split("=", 1) for part in row[FEATS].split("|") if "=" in part)
    if row[UPOS] in ("NOUN", "PROPN"):
        extra = dict(part.split("=", 1) for part in row[MISC].split("|") if "=" in part)
        for key in MISC_FEATURES:
            name = key.partition("[")[0]
            if extra.get(key) not in (None, "Unknown") and name not in pairs:
                pairs[name] = extra[key]
    if row[UPOS] == "PRON":
        pairs.pop("Case", None)
    return "|".join(f"{key}={pairs[key]}" for key in sorted(KEPT_FEATURES) if key in pairs)
