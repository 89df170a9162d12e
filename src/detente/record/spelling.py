"""Names of persons across spellings: what two reports write differently and mean alike.

French, English, German and Polish ways of writing Slavic, Arabic, Persian, Turkish, Korean and
Chinese names are folded onto one key: « Khrouchtchev » and “Khrushchev”, « Rohani »
and “Rouhani”. The key says that two spellings may be one name; `detente.record.actors` decides.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise, permutations

from anyascii import anyascii
from rapidfuzz import fuzz

PARTICLES = frozenset(
    "al el ul ol an ash as ad ed ar az at de del della di da do dos das du des la le les von zu van der den ter ben bin ibn "
    "abu abou bint y e i af av".split()
)
"""Small words in names that a report keeps or drops."""

SONS = frozenset("ben bin ibn bint".split())
"""“son of”, “daughter of”: the word behind them is the father's name."""

_FOLDS = [
    (r"(?:s?tsc?h|shch|sch|sh|tch|cz|ch)+", "S"),
    (r"dzh|dj|zh|dz|dsch", "j"),
    (r"kh|ck|q", "k"),
    (r"gh|gu(?=[eiy])", "g"),
    (r"ph|ff|w|f", "v"),
    (r"th", "t"),
    (r"dh", "d"),
    (r"x", "ks"),
    (r"c(?=[eiy])", "s"),
    (r"c", "k"),
    (r"ou|oo", "u"),
    (r"y", "i"),
    (r"(?<![aeiou])ie(?=[aeou])|^ie|^ye", "e"),
    (r"ii+", "i"),
    (r"i(?=[aeou])(?<=[aeou]i)", ""),
    (r"(.)\1+", r"\1"),
    (r"(?<=[^aeiou])e$", ""),
    (r"(?<=[aeiou])h$", ""),
]

_SAME_GIVEN = [
    set(group.split())
    for group in """
    alexander alexandre alexandr aleksandr aleksander oleksandr alejandro alessandro alex sacha sasha
    alexei alexey aleksei aleksey oleksiy alexis
    andrew andrei andrey andre andreas andrii andriy andres andy
    anthony antony anton antonio antoine tony antony
    benjamin ben binyamin benyamin
    catherine katherine ekaterina yekaterina caterina kate kathy cathy
    charles charlie carlos karl carl
    christopher chris christophe
    daniel dan danny daniil danil
    david dave davit
    dmitri dmitry dimitri dmitriy dmytro
    donald don
    edward ed eddie eduard edouard
    elizabeth liz beth elisabeth
    eugene evgueni yevgeny evgeny ievgueni yevgeni gene
    frederick fred frederic
    george georges gueorgui georgy georgi giorgi yuri iouri youri
    gregory greg grigori grigory
    henry henri enrique harry hank
    ivan john jean jon johnny jack juan
    james jim jimmy jamie
    joseph joe josep jose iossif yossef
    jeffrey jeff
    joshua josh
    kenneth ken kenny
    konstantin constantin kostiantyn
    lawrence larry laurence
    leonard leo len
    leonid leonide
    mark marc marco marcos
    matthew matt matthieu mathieu
    michael mike mick mikhail mikhael michel mykhailo miguel
    mohammed mohamed muhammad mohammad mohamad muhammed mehmet mohand
    natalia natalya natacha nathalie
    nicholas nick nicolas nikolai nikolay mykola nicolai
    oleg oleh
    patrick pat
    paul pavel pavlo pablo
    peter piotr pyotr petr petro pierre pete pedro
    philip philippe phil
    richard rick dick rich
    robert bob rob bobby roberto
    ronald ron
    samuel sam
    serge serguei sergei sergey sergueï serhii serhiy sergio
    stephen steven steve stephane stefan
    susan sue suzanne
    theodore ted theo fyodor fiodor
    thomas tom tomas tommy
    timothy tim
    vladimir volodymyr vlad wladimir
    vladislav vladyslav
    viktor victor
    viacheslav vyacheslav viatcheslav
    william bill will billy guillaume willy
    yitzhak isaac itzhak
    yasser yassir
    """.strip().splitlines()
]
_GIVEN = {name: n for n, group in enumerate(_SAME_GIVEN) for name in sorted(group)}


def tokens(name: str) -> tuple[str, ...]:
    """The words of a name in small ASCII letters; « Il-sung », « al-Assad » come apart."""
    plain = re.sub(r"['’‘`ʼ]", "", anyascii(name).lower())
    return tuple(re.findall(r"[a-z]+", plain))


@lru_cache(maxsize=65536)
def parts(name: str) -> tuple[str, ...]:
    """The words of a name that tell people apart: no particles (unless nothing else is left);
    syllables of a hyphened given name (« Il-sung », « Jean-Marc ») are one part."""
    plain = re.sub(r"['’‘`ʼ.]", " ", anyascii(name).lower())
    words = [re.sub(r"[^a-z]", "", w) for w in _bound(plain).split()]
    kept = [w for w in words if w and w not in PARTICLES]
    return tuple(kept or [w for w in words if w])


@lru_cache(maxsize=65536)
def forms(name: str) -> frozenset[tuple[str, ...]]:
    """`parts` of a name, and of a name with the father's (« Tarek ben Salem al-Nour ») also those
    without the family's behind it."""
    plain = re.sub(r"['’‘`ʼ.]", " ", anyascii(name).lower())
    words = _bound(plain).split()
    ends = [n + 2 for n, word in enumerate(words) if word in SONS and n]
    return frozenset([parts(name), *(parts(" ".join(words[:end])) for end in ends[-1:])])


def fathers(name: str) -> frozenset[str]:
    """The words of a name that are the father's: nobody goes by them alone but with “son of”."""
    words = _bound(re.sub(r"['’‘`ʼ.]", " ", anyascii(name).lower())).split()
    return frozenset(b for a, b in pairwise(words) if a in SONS)


def _bound(plain: str) -> str:
    """Particles before a hyphen come off (« al-assad »), other hyphens bind."""
    return re.sub(
        r"\b([a-z]+)-", lambda m: m[1] + (" " if m[1] in PARTICLES else ""), plain
    ).replace("-", "")


@lru_cache(maxsize=65536)
def key(word: str) -> str:
    """One word of a name, folded across transliterations."""
    for pattern, put in _FOLDS:
        word = re.sub(pattern, put, word)
    return word


@lru_cache(maxsize=65536)
def skeleton(word: str) -> str:
    """The consonants of a folded word, and its first vowel where it starts with one."""
    folded = key(word)
    head = folded[:1].replace("u", "o").replace("e", "i")
    return head + re.sub(r"[aeiouh]", "", folded[1:])


@lru_cache(maxsize=65536)
def alike(one: str, other: str, *, given: bool = False) -> float:
    """How well two words of names agree, 0 to 1; 0 where they don't. Initials fit at 0.5.

    With `given`, usual variants of first names count as one (Michael, Mike, Mikhaïl)."""
    if key(one) == key(other):
        return 1.0
    if given and _GIVEN.get(one, -1) == _GIVEN.get(other, -2):
        return 1.0
    if min(len(one), len(other)) == 1:
        return 0.5 if key(one[0]) == key(other[0]) else 0.0
    near = fuzz.ratio(key(one), key(other)) / 100
    if len(skeleton(one)) > 2 and skeleton(one) == skeleton(other) and near >= 0.7:
        return 0.9
    if skeleton(one).replace("k", "g") == skeleton(other).replace("k", "g") and near >= 0.8:
        return 0.8
    return 0.8 if near >= 0.86 and min(len(one), len(other)) >= 5 else 0.0


def same_name(one: tuple[str, ...], other: tuple[str, ...]) -> float:
    """How well two full names (`parts` of each, two or more) agree, 0 to 1; 0: two persons.

    The shorter one's words are all found in the longer one, in order, family name included; a
    name of two words may be turned round. At most one word may be a loose match."""
    short, long = sorted((one, other), key=len)
    if len(short) < 2:
        return 0.0
    if "".join(map(key, short)) == "".join(map(key, long)):
        return 1.0
    best = _in_order(short, long)
    if len(short) == len(long) == 2:
        turned = _in_order(short[::-1], long)
        best = max(best, turned if turned >= 0.9 else 0.0)
    if len(short) == 2 and len(long) == 3:  # « Kim Il Sung », « Kim Ilsung »
        joined = [(long[0], long[1] + long[2]), (long[0] + long[1], long[2])]
        best = max(best, *(_in_order(short, pair) for pair in joined))
    return best


def _in_order(short: tuple[str, ...], long: tuple[str, ...]) -> float:
    """The weakest agreement when both ends of the names are aligned and what is between may be
    left out; 0 where more than one word is loose."""
    inner = range(1, len(long) - 1)
    best = 0.0
    for chosen in permutations(inner, len(short) - 2):
        if list(chosen) != sorted(chosen):
            continue
        aligned = [0, *chosen, len(long) - 1]
        pairs = [(short[i], long[j]) for i, j in enumerate(aligned)]
        scores = [alike(a, b, given=n < len(pairs) - 1) for n, (a, b) in enumerate(pairs)]
        if scores[-1] < 0.8 or sum(s < 0.9 for s in scores) > 1:
            continue
        best = max(best, min(scores))
    return best


def nearly(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two names differ in one word only, and there by a letter or two, of names of two
    words by a vowel of the given one: one name for people of one state."""
    if len(one) != len(other) or len(one) < 2:
        return False
    unlike = [(a, b) for a, b in zip(one, other, strict=True) if alike(a, b, given=True) < 0.9]
    if len(one) > 2:
        return len(unlike) <= 1 and all(fuzz.ratio(key(a), key(b)) >= 70 for a, b in unlike)
    return unlike == [(one[0], other[0])] and (
        min(len(one[0]), len(other[0])) > 4
        and fuzz.ratio(key(one[0]), key(other[0])) >= 75
        and _consonants(one[0]) == _consonants(other[0])
    )


def sounds_like(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two full names sound alike, each word; or one is how the other begins. One name for
    those who hold one post of one state."""
    short, long = sorted((one, other), key=len)
    return len(short) > 1 and all(map(_sounds, short, long))


@lru_cache(maxsize=65536)
def _sounds(one: str, other: str) -> bool:
    if min(len(one), len(other)) < 3:
        return one == other
    if alike(one, other, given=True) >= 0.8:
        return True
    vowels = [len(re.findall(r"[aeiou]+", key(word))) for word in (one, other)]
    if min(len(key(one)), len(key(other))) < 6 and vowels[0] != vowels[1]:
        return False  # « Qiang » is not « Keqiang »
    bare = fuzz.ratio(_consonants(one), _consonants(other))
    return fuzz.ratio(key(one), key(other)) >= 70 and bare >= 75


def _consonants(word: str) -> str:
    """The consonants of a folded word, none twice running."""
    return re.sub(r"(.)\1+", r"\1", re.sub(r"[aeiouh]", "", key(word)))
