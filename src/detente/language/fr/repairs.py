"""Slips of the trained model that rules know better, set right in the parsed document.

Three are common in press reports. « L'Inde et le Pakistan ont … »: two names joined before a plural
verb, which the parser takes for two clauses. And « ils suivraient », « ils ouvraient »: a conditional
or future that is taken for an imperfect, or an imperfect taken for one of them.
And « X a, lors d'une visite, accusé Y »: an auxiliary apart from its participle.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.language.doc import morph
from detente.language.fr import endings, names

if TYPE_CHECKING:
    from detente.language.doc import Doc, Token

IMPERFECT = ("ais", "ait", "aient")  # « ouvrions » is a subjunctive too
CONDITIONAL = ("ais", "ait", "ions", "iez", "aient")
FUTURE = ("ai", "as", "a", "ons", "ez", "ont")
NOMINAL = ("NOUN", "PROPN")
PLURAL = "Plur"
GROUP = ("AUX", "PRON", "ADV")
PHRASE = ("DET", "NOUN", "PROPN", "ADJ", "ADP", "NUM")
ADJECTIVES = frozenset({"rebelle", "rebelles"})
"""Adjectives that end as verb forms do."""
LOOK_ALIKE = {"dément": "démentir", "ment": "mentir", "date": "dater"}
"""Verb forms that end as adverbs do, or look like nouns."""
BETWEEN = "entre"
ASIDE = 18
"""Tokens between an auxiliary and its participle at most."""
NOBODY_DOES = frozenset(
    "agir avérer avoir ensuivre faire falloir passer pouvoir produire révéler trouver vendre".split()
)
"""Verbs that « il » before « se » or « y » may stand with for nobody (« il s'agit », « il y a »)."""
LONGEST = 8
"""Tokens of a noun phrase before a verb at most, for the last rule to trust it."""


def repair(doc: Doc) -> Doc:
    """Sets right what is named above, in place, and gives the document back."""
    for token in doc:
        if token.pos_ == "X" and names.people(token.text):
            _people(token)
        if token.lower_ in LOOK_ALIKE and token.pos_ != "VERB":
            _look_alike(token)
        if token.lower_ in ADJECTIVES and token.pos_ == "VERB":
            _adjective(token)
        if token.pos_ in ("NOUN", "ADJ"):
            _participle(token)
        if token.dep_ == "expl:subj":
            _somebody(token)
        if token.pos_ in ("VERB", "AUX"):
            _mood(token)
            if _plural(token):
                _shared_subject(token)
                _names_before(token)
            _phrase_before(token)
            if token.dep_ == "conj":
                _between(token)
            if token.pos_ == "AUX":
                _parted(token)
            if token.dep_ == "acl":
                _agreeing(token)
    return doc


def _people(token: Token) -> None:
    """« deux gardes-frontières kazakhs »: an adjective of nationality that the model does not know,
    and that it takes for the head of its noun."""
    token.pos_ = "ADJ"
    if not token.i or token.is_sent_start:
        return
    noun = token.nbor(-1)
    if noun.head != token or noun.pos_ not in ("ADJ", "NOUN") or noun.dep_ not in ("amod", "nmod"):
        return
    if names.people(noun.text) or token.head == token:
        return
    noun.pos_ = "NOUN"
    for child in token.children:
        if child is not noun:
            child.hang(noun, child.dep_)
    noun.hang(token.head, token.dep_)
    token.hang(noun, "amod")


def _look_alike(token: Token) -> None:
    """« Kiev dément avoir … », « la rencontre date de mai »: a verb with the form of an adverb or noun,
    where it has a verb's company."""
    company = {c.dep_ for c in token.children}
    noun = not company.isdisjoint(("det", "cop", "case"))
    if not noun and not company.isdisjoint(("nsubj", "obj", "ccomp", "xcomp")):
        token.pos_, token.lemma_ = "VERB", LOOK_ALIKE[token.lower_]
        token.morph = morph("Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin")


def _adjective(token: Token) -> None:
    """« le chef rebelle X »: an adjective taken for a verb, with its noun for the subject."""
    noun = token.nbor(-1) if token.i and not token.is_sent_start else None
    if noun is None or noun.pos_ != "NOUN":
        return
    token.pos_ = "ADJ"
    if noun.head != token:
        return
    above = noun if token.head == token else token.head
    dep = token.dep_
    for child in token.children:
        if child != noun:
            child.hang(noun, "appos" if child.pos_ == "PROPN" else child.dep_)
    noun.hang(above, dep)
    token.hang(noun, "amod")


def _participle(token: Token) -> None:
    """« ils se sont tous deux engagés à … »: a participle taken for a noun, with « se » and its
    auxiliary before it."""
    labels = {child.dep_ for child in token.children if child.i < token.i}
    if (
        "aux:tense" in labels
        and "expl:pv" in labels
        and endings.past_participle(token.lower_.rstrip("s"))
    ):
        token.pos_ = "VERB"
        token.morph = morph("Tense=Past|VerbForm=Part")


def _agreeing(participle: Token) -> None:
    """« l'accord de cessation des hostilités signé mardi », « trois membres de la garde enlevés », « les
    otages travaillant pour le groupe X enlevés »: a participle belongs to the noun that it agrees
    with, not to one that stands with this noun."""
    at, past = participle.head, "Part" in participle.morph.get("VerbForm", ())
    if not past or at.pos_ not in NOMINAL or at.i > participle.i or _agree(at, participle):
        return
    if any(c.dep_ in ("nummod", "conj") and c.i < participle.i for c in at.children):
        return  # « contre cinq Russes capturés », « X et Y capturés »
    while at.head.i < at.i and _stands_with(at):
        step, at = at.dep_, at.head
        if step != "conj" and at.pos_ in NOMINAL and _agree(at, participle):
            between = [participle.doc[n] for n in range(at.i + 1, participle.i)]
            if not any(_determined(n) and _agree(n, participle) for n in between):
                participle.hang(at, "acl")
            return


def _stands_with(token: Token) -> bool:
    """Whether a noun, or a verb with its nouns, only says more of a noun before it."""
    if token.head.pos_ in NOMINAL:
        return token.dep_ in ("nmod", "conj", "acl", "acl:relcl")
    return token.head.dep_.startswith("acl") and token.dep_.startswith(("obl", "obj"))


def _determined(token: Token) -> bool:
    """A noun with its article, unlike « échange » in « un accord d'échange de détenus »."""
    return token.pos_ == "NOUN" and any(c.dep_ == "det" for c in token.children)


def _agree(noun: Token, participle: Token) -> bool:
    """Whether gender and number, as far as they are known, are the same."""
    both = ((noun.morph.get(f), participle.morph.get(f)) for f in ("Gender", "Number"))
    return all(one == other for one, other in both if one and other)


def _between(verb: Token) -> None:
    """« L'accord conclu entre le gouvernement et la guérilla prévoit … »: of two parties the second,
    taken for the subject of the verb, which is the first noun of all."""
    subject = next((c for c in verb.children if c.dep_ == "nsubj" and c.i < verb.i), None)
    if subject is None or subject.pos_ not in NOMINAL or _plural(verb):
        return
    doc, joint = verb.doc, subject.left_edge.i - 1
    if joint <= verb.sent.start or doc[joint].lower_ != "et" or subject.right_edge.i + 1 != verb.i:
        return
    first = doc[joint - 1]
    while first.head != first and not any(c.lower_ == BETWEEN for c in first.children):
        first = first.head
    top = first.ancestors[-1] if first.ancestors else first
    if first == top or top.pos_ != "NOUN" or verb.head not in (first, *first.ancestors):
        return
    if any(c.dep_ == "conj" and c != verb for c in first.children):
        return
    subject.hang(first, "conj")
    doc[joint].hang(subject, "cc")
    verb.hang(verb, "ROOT")
    for child in top.children:
        if child.i > verb.i:
            child.hang(verb, child.dep_)
    top.hang(verb, "nsubj")


def _somebody(pronoun: Token) -> None:
    """« Il s'est entretenu avec X », « il se rendra à Y »: few verbs with « se » have nobody for « il »."""
    with_se = any(c is not pronoun and c.dep_.startswith("expl") for c in pronoun.head.children)
    if with_se and pronoun.head.lemma_ not in NOBODY_DOES:
        pronoun.dep_ = "nsubj"


def _mood(verb: Token) -> None:
    """Mood and tense of a form that its infinitive tells, whatever the model says."""
    features = _told_by_infinitive(verb.lemma_.lower(), verb.lower_)
    if features is None:
        return
    known = {name: ",".join(values) for name, values in verb.morph.items()}
    if known.get("VerbForm", "Fin") == "Fin":
        set_right = known | features | {"VerbForm": "Fin"}
        verb.morph = morph("|".join(f"{name}={set_right[name]}" for name in sorted(set_right)))


def _told_by_infinitive(lemma: str, word: str) -> dict[str, str] | None:
    """An infinitive with a future ending is a future or conditional (« suivraient »); a stem in r
    with an ending of the imperfect only looks like one (« ouvrait », « livrait »)."""
    stem = lemma[:-2]
    if lemma.endswith(("rer", "rir")) and word.startswith(stem) and word[len(stem) :] in IMPERFECT:
        return {"Mood": "Ind", "Tense": "Imp"}
    stem = lemma.removesuffix("e")
    if not lemma.endswith(("r", "re")) or not word.startswith(stem):
        return None
    ending = word[len(stem) :]
    if ending in CONDITIONAL:
        return {"Mood": "Cnd", "Tense": "Pres"}
    return {"Mood": "Ind", "Tense": "Fut"} if ending in FUTURE else None


def _plural(verb: Token) -> bool:
    finite = [c for c in verb.children if c.dep_.startswith("aux") or c.dep_ == "cop"] or [verb]
    return any(PLURAL in token.morph.get("Number", []) for token in finite)


def _shared_subject(verb: Token) -> None:
    """« A et B + plural verb »: A is the subject and B its conjunct, whatever the parser made of A."""
    subjects = [c for c in verb.children if c.dep_ in ("nsubj", "nsubj:pass") and c.i < verb.i]
    if not subjects or subjects[-1].pos_ not in NOMINAL:
        return
    second = subjects[-1]
    joint = second.left_edge.i - 1
    if joint <= verb.sent.start or verb.doc[joint].lower_ != "et":
        return
    first = subjects[0] if len(subjects) > 1 else verb.head
    if first.pos_ not in NOMINAL or first.i >= joint or _reach(first, verb) != joint - 1:
        return
    if first == verb.head:
        said = _told_by(first, verb)
        if verb.dep_ != "conj" or (first.dep_ != "ROOT" and said is None):
            return
        label = second.dep_
        verb.hang(verb, "ROOT")
        if said is not None:
            said.hang(verb, "parataxis")
        for child in first.children:
            if child.dep_ == "punct" and child.i > verb.i:
                child.hang(verb, "punct")
        first.hang(verb, label)
    second.hang(first, "conj")
    verb.doc[joint].hang(second, "cc")


def _told_by(subject: Token, verb: Token) -> Token | None:
    """The verb of « A et B sont parvenus à un accord, ont confirmé les deux parties » that the parser
    takes for that of A; None where `verb` has no such incise behind it."""
    said = subject.head
    if subject.dep_ != "nsubj" or said.dep_ != "ROOT" or said.i < verb.i:
        return None
    first = min([said.i, *(c.i for c in said.children if verb.i < c.i and c.pos_ in GROUP)])
    own = any(c.i > said.i and c.pos_ in NOMINAL for c in said.children)
    return said if own and verb.doc[first - 1].text == "," else None


def _names_before(verb: Token) -> None:
    """« …, A et B + plural verb » whose names the parser hung elsewhere: they are the subject."""
    if any(c.dep_.startswith("nsubj") or c.dep_ == "aux:caus" for c in verb.children):
        return
    group = [
        verb.i,
        *(c.i for c in verb.children if c.pos_ in ("AUX", "PRON", "ADV") and c.i < verb.i),
    ]
    doc, sent = verb.doc, verb.sent
    joint = _run_start(doc, min(group), sent.start) - 1
    if joint <= sent.start or joint + 1 == min(group) or doc[joint].lower_ != "et":
        return
    first = _run_start(doc, joint, sent.start)
    if first == joint or (first > sent.start and doc[first - 1].text != ","):
        return
    if any(t.i == verb.i for t in (doc[first], doc[joint + 1]) for t in t.subtree):
        return
    doc[first].hang(verb, "nsubj")
    doc[joint + 1].hang(doc[first], "conj")
    doc[joint].hang(doc[joint + 1], "cc")


def _phrase_before(verb: Token) -> None:
    """« Selon un document du ministère, l'Iran s'est engagé … », « X a retiré sa plainte et Tokyo a
    levé … »: a main verb without a subject, right behind a noun phrase that the parser hung on a
    noun before it. After « et » the verb has to be in the singular: it has one subject."""
    if any(c.dep_.startswith(("nsubj", "expl:subj")) for c in verb.children):
        return
    opening = "," if verb.dep_ == "ROOT" else "et" if verb.dep_ == "conj" else None
    if opening is None or (opening == "et" and _plural(verb)):
        return
    doc, sent = verb.doc, verb.sent
    end = min([verb.i, *(c.i for c in verb.children if c.pos_ in GROUP and c.i < verb.i)])
    first = end
    while first > sent.start and first > end - LONGEST and doc[first - 1].pos_ in PHRASE:
        first -= 1
    if (
        first == end
        or first == sent.start
        or doc[first - 1].lower_ != opening
        or doc[first].pos_ == "ADP"
    ):
        return
    head = next((t for t in doc[first:end] if t.pos_ in NOMINAL), None)
    if head is None or head.dep_ not in ("appos", "nmod", "flat", "flat:name", "conj", "dep"):
        return
    if head.head.i >= first or (PLURAL in head.morph.get("Number", [])) != _plural(verb):
        return
    head.hang(verb, "nsubj")


def _parted(aux: Token) -> None:
    """« X a, lors d'une visite à Y, accusé Z »: an auxiliary that words between commas part from its
    participle, and that the parser took for a verb by itself."""
    doc = aux.doc
    if aux.i + 2 >= len(doc) or aux.nbor().text != "," or aux.dep_ == "cop":
        return
    if aux.dep_.startswith("aux"):
        for child in aux.children:
            child.hang(aux.head, child.dep_)
        return
    between = doc[aux.i + 2 : aux.i + 2 + ASIDE]
    comma = next((t.i for t in between if t.text == ","), None)
    if comma is None or any("Fin" in t.morph.get("VerbForm", []) for t in doc[aux.i + 1 : comma]):
        return
    made = next((t for t in doc[comma + 1 : comma + 4] if t.pos_ != "ADV"), None)
    if made is None or made.pos_ != "VERB" or "Past" not in made.morph.get("Tense", []):
        return
    if "Part" not in made.morph.get("VerbForm", []):
        return
    behind = [c for c in made.children if c.dep_.startswith("nsubj") and c.i > made.i]
    own = [c for c in aux.children if c != made]
    made.hang(made if aux.head == aux else aux.head, aux.dep_)
    aux.hang(made, "aux:tense")
    for child in own:
        child.hang(made, child.dep_)
    for child in behind:
        child.hang(made, "obj")


def _run_start(doc: Doc, end: int, start: int) -> int:
    """Where the run of proper names that ends before token `end` begins; `end` where none does."""
    first = end
    while first > start and doc[first - 1].pos_ == "PROPN":
        first -= 1
    return first


def _reach(first: Token, verb: Token) -> int:
    """The last token of `first`'s own phrase, the verb's clause left out."""
    inside = [t.i for t in first.subtree if t.i < verb.i and t != verb]
    own = [i for i in inside if not any(a.i == verb.i for a in first.doc[i].ancestors)]
    return max(own, default=first.i)
