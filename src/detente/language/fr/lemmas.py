"""Lemmas set right where the trained lemmatizer makes up a word.

The lemmatizer rewrites endings, and on a word that it has not seen it may write one that does not
exist (*négociir*). A verb's lemma that is no infinitive known to the word list is looked for again:
in the table of irregular participles, in simplemma's list, by the regular endings.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

import simplemma

from detente.language.doc import straight

if TYPE_CHECKING:
    from spacy.tokens import Doc

# Irregular past participles, without their endings of gender and number.
PARTICIPLES = {
    "acquis": "acquérir", "admis": "admettre", "appris": "apprendre", "assis": "asseoir",
    "astreint": "astreindre", "atteint": "atteindre", "battu": "battre", "combattu": "combattre",
    "commis": "commettre", "compris": "comprendre", "compromis": "compromettre", "conclu": "conclure",
    "conduit": "conduire", "confondu": "confondre", "connu": "connaître", "conquis": "conquérir",
    "construit": "construire", "contenu": "contenir", "contraint": "contraindre",
    "contredit": "contredire", "convaincu": "convaincre", "convenu": "convenir",
    "correspondu": "correspondre", "couru": "courir", "couvert": "couvrir", "craint": "craindre",
    "cru": "croire", "débattu": "débattre", "déchu": "déchoir", "décrit": "décrire", "déçu": "décevoir",
    "défait": "défaire", "défendu": "défendre", "démis": "démettre", "descendu": "descendre",
    "détenu": "détenir", "détruit": "détruire", "dissous": "dissoudre", "dit": "dire",
    "disparu": "disparaître", "dû": "devoir", "du": "devoir", "élu": "élire", "émis": "émettre",
    "entendu": "entendre", "entrepris": "entreprendre", "entretenu": "entretenir", "été": "être",
    "étendu": "étendre", "eu": "avoir", "exclu": "exclure", "extrait": "extraire", "fait": "faire",
    "fondu": "fondre", "inclus": "inclure", "inscrit": "inscrire", "instruit": "instruire",
    "interdit": "interdire", "interrompu": "interrompre", "intervenu": "intervenir",
    "introduit": "introduire", "joint": "joindre", "lu": "lire", "maintenu": "maintenir",
    "maudit": "maudire", "méconnu": "méconnaître", "mis": "mettre", "mort": "mourir", "né": "naître",
    "obtenu": "obtenir", "offert": "offrir", "omis": "omettre", "ouvert": "ouvrir", "paru": "paraître",
    "parvenu": "parvenir", "peint": "peindre", "perçu": "percevoir", "perdu": "perdre",
    "permis": "permettre", "plaint": "plaindre", "plu": "plaire", "poursuivi": "poursuivre",
    "pourvu": "pourvoir", "pressenti": "pressentir", "prescrit": "prescrire", "prétendu": "prétendre",
    "prévenu": "prévenir", "prévu": "prévoir", "pris": "prendre", "produit": "produire",
    "promis": "promettre", "promu": "promouvoir", "proscrit": "proscrire", "pu": "pouvoir",
    "réadmis": "réadmettre", "reçu": "recevoir", "reconduit": "reconduire", "reconnu": "reconnaître",
    "reconstruit": "reconstruire", "recouvert": "recouvrir", "réduit": "réduire", "réélu": "réélire",
    "rejoint": "rejoindre", "remis": "remettre", "rendu": "rendre", "repris": "reprendre",
    "requis": "requérir", "résolu": "résoudre", "répandu": "répandre", "répondu": "répondre",
    "restreint": "restreindre", "retenu": "retenir", "revenu": "revenir", "revu": "revoir",
    "rompu": "rompre", "rouvert": "rouvrir", "satisfait": "satisfaire", "secouru": "secourir",
    "soumis": "soumettre", "souscrit": "souscrire", "soustrait": "soustraire", "soutenu": "soutenir",
    "souvenu": "souvenir", "su": "savoir", "suivi": "suivre", "surpris": "surprendre",
    "survenu": "survenir", "suspendu": "suspendre", "tenu": "tenir", "tendu": "tendre",
    "traduit": "traduire", "transmis": "transmettre", "vaincu": "vaincre", "vécu": "vivre",
    "vendu": "vendre", "venu": "venir", "vu": "voir", "voulu": "vouloir",
}  # fmt: skip
# Words that are written short, and titles whose lemma the treebanks do not agree on.
SHORT = {
    "c'": "ce", "l'": "le", "d'": "de", "qu'": "que", "jusqu'": "jusque", "lorsqu'": "lorsque", "n'": "ne",
    "puisqu'": "puisque", "quoiqu'": "quoique", "j'": "moi", "m'": "moi", "t'": "toi", "s'": "soi",
    "mm.": "monsieur", "m.": "monsieur", "mme": "madame", "mmes": "madame", "mlle": "mademoiselle",
    "du": "de", "des": "de", "au": "à", "aux": "à",
}  # fmt: skip
_REFORMED = re.compile(r"è(?=[bcdfgjlmnprstvz]{1,3}er(?:ai[ts]?|as?|i?ons|i?ez|ont|aient)$)")
"""A future in the spelling of 1990 (« cèderait »), which word lists have in that of before."""
_CONDITIONAL = frozenset({"ais", "ait", "ions", "iez", "aient"})
_INFINITIVES = ("er", "ir", "re", "oir", "ïr")


def repair(doc: Doc) -> Doc:
    """Set right the lemmas of a tagged and lemmatised document, in place."""
    for token in doc:
        upos = token.pos_
        if upos in ("VERB", "AUX"):
            token.lemma_ = verb(token.text, token.lemma_)
            if "Imp" in token.morph.get("Tense", []) and _conditional(token.text, token.lemma_):
                told = {**token.morph.to_dict(), "Mood": "Cnd", "Tense": "Pres"}
                token.set_morph(told)  # type: ignore[attr-defined]
        elif upos in ("ADP", "SCONJ", "PRON", "ADV", "NOUN"):
            form = token.text.lower().replace("’", "'")
            short = SHORT.get(form)
            if form == "s'" and upos == "SCONJ":
                token.lemma_ = "si"
            elif short is not None:
                token.lemma_ = short
            elif "’" in token.lemma_:
                token.lemma_ = token.lemma_.replace("’", "'")
        elif upos == "DET" and token.text[1:] in ("'", "’"):
            token.lemma_ = "un" if token.text[0] in "dD" else "le"
        if upos in ("NOUN", "ADJ"):
            token.lemma_ = nominal(token.text, token.lemma_)
    return doc


def _conditional(form: str, lemma: str) -> bool:
    """Whether a form is the infinitive in -er with an ending (« cèderaient »): the tagger takes one that it
    has not seen for an imperfect."""
    small = _REFORMED.sub("é", form.lower())
    return lemma.endswith("er") and small.startswith(lemma) and small[len(lemma) :] in _CONDITIONAL


def candidates(word: str, lemma: str) -> frozenset[str]:
    """The lemmas that a word may have: the model's, the word list's, and the word itself."""
    word, lemma = straight(word), straight(lemma or word)  # a pipeline may give no lemma
    return frozenset({word, lemma, _listed(word), _listed(lemma)})


@lru_cache(maxsize=200_000)
def _listed(word: str) -> str:
    return simplemma.lemmatize(word, lang="fr")


@lru_cache(maxsize=50_000)
def verb(form: str, lemma: str) -> str:
    """The infinitive of a verb's form: ``lemma`` if it is a known one, else the best guess."""
    lemma = lemma.lower()
    if lemma.endswith(_INFINITIVES) and simplemma.is_known(lemma, lang="fr"):
        return lemma
    small = form.lower()
    for cut in ("", "e", "s", "es"):
        stem = small[: len(small) - len(cut)] if small.endswith(cut) else ""
        if stem in PARTICIPLES:
            return PARTICIPLES[stem]
    for spelled in (small, _REFORMED.sub("é", small)):
        listed = simplemma.lemmatize(spelled, lang="fr").lower()
        if listed.endswith(_INFINITIVES) and listed != spelled:
            return listed
    for guess in _by_ending(small):
        if simplemma.is_known(guess, lang="fr"):
            return guess
    return lemma


def _by_ending(form: str) -> list[str]:
    """Infinitives that a regular participle or present could belong to, likeliest first."""
    in_oir = ("yant", "yait", "yaient", "yons", "yez", "ient")  # « prévoyant », « prévoient »
    guesses = [form[: -len(end)] + "ir" for end in in_oir if form.endswith("o" + end)]
    bare = form.rstrip("s")
    if bare.endswith("e") and bare[-2:-1] in "éiu":
        bare = bare[:-1]
    if bare.endswith("é"):
        guesses.append(bare[:-1] + "er")
    if bare.endswith("i"):
        guesses.append(bare + "r")
    if bare.endswith("u"):
        guesses += [bare[:-1] + "re", bare[:-1] + "oir"]
    for ending in (
        "issent",
        "issant",
        "issait",
        "issaient",
        "ent",
        "ant",
        "ait",
        "aient",
        "e",
        "a",
        "it",
    ):
        if form.endswith(ending):
            stem = form[: -len(ending)]
            guesses += [stem + "er", stem + "ir", stem + "re"]
    return guesses


@lru_cache(maxsize=50_000)
def nominal(form: str, lemma: str) -> str:
    """A noun's or adjective's lemma: ``lemma`` if it is a known word, else the list's.

    A capital is the line's, not the word's, if the list knows the word in small letters, with its
    accent if need be (*Etats*).
    """
    if (lemma.islower() and simplemma.is_known(lemma, lang="fr")) or not form.isalpha():
        return lemma
    small = form.lower()
    for word in (small, "é" + small[1:] if small[0] == "e" else small):
        if simplemma.is_known(word, lang="fr"):
            return simplemma.lemmatize(word, lang="fr")
    return lemma
