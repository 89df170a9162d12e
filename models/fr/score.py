"""Attachment, tags and lemmas of a pipeline on gold tokens."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from models.fr.convert import Sentence


def score(nlp: Language, sentences: list[Sentence]) -> dict[str, float]:
    """Percent right over all tokens, punctuation counted (as CoNLL does), of ``sentences``.

    ``las`` compares full labels; ``las_u`` labels without subtypes (as CoNLL 2018 does);
    ``las_np`` full labels without punctuation (as spaCy's own scorer does).
    """
    docs = [
        Doc(
            nlp.vocab,
            words=[t.form for t in s.tokens],
            spaces=[t.space for t in s.tokens],
            sent_starts=[i == 0 for i in range(len(s.tokens))],
        )
        for s in sentences
    ]
    docs = list(nlp.pipe(docs))
    counts = dict.fromkeys(("uas", "las", "las_u", "las_np", "upos", "lemma"), 0)
    total = plain = 0
    for doc, sentence in zip(docs, sentences, strict=True):
        for token, gold in zip(doc, sentence.tokens, strict=True):
            label = token.dep_ if token.head.i != token.i else "root"
            head = token.head.i == gold.head
            universal = label.partition(":")[0] == gold.deprel.partition(":")[0]
            counts["uas"] += head
            counts["las"] += head and label == gold.deprel
            counts["las_u"] += head and universal
            counts["upos"] += token.pos_ == gold.upos
            counts["lemma"] += token.lemma_.casefold() == gold.lemma.casefold()
            total += 1
            if gold.upos != "PUNCT":
                plain += 1
                counts["las_np"] += head and label == gold.deprel
    return {
        name: 100 * value / (plain if name == "las_np" else total) for name, value in counts.items()
    }
