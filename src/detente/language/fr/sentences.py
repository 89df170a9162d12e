"""French press text into sentences, by rules.

The trained parser could cut sentences too, but it loses its way where the press is least tidy:
quotation marks that open and never close, text scraped without the blanks between paragraphs,
abbreviations before names. Here each mark that could end a sentence is looked at with what stands on
both sides of it.
"""

from __future__ import annotations

import re
from itertools import pairwise

from detente.language.fr.lines import paragraphs

# Before a name, a number or a letter: never the end.
TITLES = frozenset(
    "m mm mr mme mmes mlle mlles mgr dr drs pr prs me mes st ste ss gén cdt lt sgt adj amb cf n no nos "
    "pp pt c-à-d s.e s.exc s.m éd env tél bd av hon rév sén dép v vs c".split()
)
# Words too: an abbreviation only before a number (`art. 5`, `vol. II`).
COUNTED = frozenset(
    "art p vol chap fig al sect ann par janv févr avr juil sept oct nov déc".split()
)
# Ranks that are words too (`le col`, `le cap`): an abbreviation unless a sentence plainly begins.
RANKS = frozenset("col cap dir min sec op adm proc".split())
ENDING = frozenset("etc hab ibid cie inc corp ltd co jr sr apr".split())
# Words that begin sentences and are no names: after `etc.`, `U.R.S.S.` or `C.` they tell the end.
STARTERS = frozenset(
    "à a après afin ailleurs ainsi alors au aucun aucune aujourd aussi autre autres aux avant avec beaucoup bien c "
    "car ce ceci cela celle celles celui cependant certains certaines ces cet cette ceux chaque chez "
    "comme comment d dans de depuis des dès deux deuxième donc du durant elle elles en encore enfin "
    "ensuite entre est et faute grâce hier ici il ils j jamais je jeudi jusqu l la là le les leur "
    "leurs lors lorsque lundi m mais malgré mardi mercredi même moins n ne ni notre nos nous on or "
    "où ou outre par parce parmi pas pendant personne peu plus plusieurs pour pourquoi pourtant près "
    "puis puisque qu quand quant que quel quelle quelques qui quoi rien s sa samedi sans selon ses si "
    "soit son sous sur tandis tant tous tout toute toutefois toutes trois très un une vendredi vers "
    "voici voilà votre vous y dimanche seul seule interrogé interrogée questionné".split()
)
_SUFFIXES = frozenset(
    "fr com org net ru eu info be ch uk us io gov int pl ua de it es js net".split()
)
_MARK = re.compile(r"[.!?…]+(?:[ \u00a0\u202f]?[!?…]+)*")
_WORD_BEFORE = re.compile(r"[\w.\-]+$")
_WORD_AFTER = re.compile(r"[^\W\d_]+")
_COUNT = re.compile(r"\d|(?:[IVXLC]+|[A-Z])\b(?!['’])")
_ADDRESS = re.compile(r"""(?:https?://|www\.)[^\s<>«»"“”]*[^\s<>«»"“”.,;:!?)\]…'’]""")
_CUT_OUT = re.compile(r"[\[(](?:\.\.\.|…)[\])]")  # words left out of a quotation
_BLANK = " \t\n\r\u00a0\u202f\u2009\u200a\u2028\u2029\x0b\x0c\x85\u200b"
_OPEN, _CLOSE = "«“„‹([", "»”›)]"
_STRAIGHT = "\"'’"
SHORT_QUOTE = 60  # characters; a title such as « Tout ! Maintenant ! » is not cut


def split(text: str) -> list[tuple[int, int]]:
    """The sentences of ``text`` as offsets (start, end) in characters, trimmed of white space.

    They are in order, do not overlap, and hold every character that is not white space. A line
    without a stop (a headline, an item of a list) is a sentence.
    """
    found: list[tuple[int, int]] = []
    for start, end in paragraphs(text):
        cuts = [start, *(start + cut for cut in _cuts(text[start:end])), end]
        for left, right in pairwise(cuts):
            piece = text[left:right]
            bare = piece.strip(_BLANK)
            if not bare:
                continue
            begin = left + len(piece) - len(piece.lstrip(_BLANK))
            stop = begin + len(bare)
            if found and left > start and not any(char.isalnum() for char in bare):
                found[-1] = (found[-1][0], stop)  # a stray mark belongs to what stands before it
            else:
                found.append((begin, stop))
    return found


def _cuts(line: str) -> list[int]:
    """Where a paragraph is cut, as offsets in it."""
    closers = _closing_straight(line)
    fixed = _units(line)
    cuts: list[int] = []
    last = 0
    for mark in _MARK.finditer(line):
        if mark.start() == 0 or any(a < mark.start() < b for a, b in fixed):
            continue
        after = _past_closers(line, mark.end(), closers)
        closed = line[mark.end() : after].strip(_BLANK) != ""
        place = after
        while place < len(line) and line[place] in _BLANK:
            place += 1
        if place >= len(line):
            break
        if _ends(line, mark, place, place > after, closed, last):
            cuts.append(place)
            last = place
    return cuts


def _past_closers(line: str, place: int, closers: set[int]) -> int:
    """The place behind the closing marks that follow ``place``, blanks between them included."""
    end = place
    while place < len(line):
        char = line[place]
        if char in _BLANK:
            place += 1
        elif (char in _CLOSE and not _opens(line, place)) or place in closers:
            place += 1
            end = place
        else:
            break
    return end


def _opens(line: str, place: int) -> bool:
    """Whether a ``»`` stands where an opening mark should (``qu' »on ne peut``)."""
    return (
        line[place] in "»”"
        and place > 0
        and line.count("«", 0, place) + line.count("“", 0, place)
        <= line.count("»", 0, place) + line.count("”", 0, place)
        and line[place - 1] in _BLANK
        and place + 1 < len(line)
        and line[place + 1].isalpha()
    )


def _closing_straight(line: str) -> set[int]:
    """The straight quotation marks that close, told by their neighbours, else by taking turns."""
    closing: set[int] = set()
    inside = False
    for place, char in enumerate(line):
        if char != '"':
            continue
        before = line[place - 1] if place else " "
        after = line[place + 1] if place + 1 < len(line) else " "
        free_before = before in _BLANK or before in "(['’«-–—"
        free_after = after in _BLANK or after in ".,;:!?…)]»-"
        opening = free_before if free_before != free_after else not inside
        if not opening:
            closing.add(place)
        inside = opening
    return closing


def _units(line: str) -> list[tuple[int, int]]:
    """Stretches that are not cut: asides in brackets, short quotations within a sentence."""
    units = [found.span() for found in _ADDRESS.finditer(line)]
    for found in re.finditer(r"\(([^()]{0,300})\)|\[([^\[\]]{0,300})\]", line):
        before = line[max(0, found.start() - 5) : found.start()].rstrip(_BLANK)
        within = before and before[-1] not in '.!?…»”"'
        if within or not any(char.isalpha() for char in found.group()):
            units.append(found.span())
    for found in re.finditer(r"«([^«»]*)»|“([^“”]*)”", line):
        before = line[max(0, found.start() - 5) : found.start()].rstrip(_BLANK)
        after = line[found.end() : found.end() + 5].lstrip(_BLANK)
        inside = before and before[-1] not in ".!?…:"
        if inside and len(found.group()) <= SHORT_QUOTE and after[:1].islower():
            units.append(found.span())
    return units


def _ends(line: str, mark: re.Match[str], place: int, blank: bool, closed: bool, last: int) -> bool:
    """Whether a sentence ends at ``mark`` and the next begins at ``place``.

    :param blank: whether white space stands between them.
    :param closed: whether a quotation or bracket was closed between them.
    :param last: where the sentence began that would end here.
    """
    if _CUT_OUT.match(line, place):
        return blank
    char = line[place]
    begins = place
    while begins < len(line) and (line[begins] in _OPEN + _STRAIGHT + "-–—…" + _BLANK):
        begins += 1
    first = line[begins : begins + 1]
    if not first or first in ".,;:!?)]}»”/":
        return _opens(line, place) if char in "»”" else False
    if first.islower():
        return False
    if not (first.isupper() or first.isdigit()):
        return False
    if char in "-–—" and closed and line[place + 1 : place + 2] not in _BLANK:
        return False
    word = _WORD_AFTER.match(line, begins)
    after = word.group() if word else ""
    starter = after.lower() in STARTERS
    if mark.group() != ".":
        return blank or not first.isdigit()
    if closed:
        return blank or first.isupper()
    before_match = _WORD_BEFORE.search(line, max(0, mark.start() - 40), mark.start())
    before = before_match.group() if before_match else ""
    if not blank and char not in _OPEN + _STRAIGHT:
        quoted = not before and line[mark.start() - 1] in _CLOSE + '"'  # « … ».Le ministre
        return (quoted and line[begins + 1 : begins + 2] != ".") or _glued(
            line, before, begins, after
        )
    return _after_stop(line, place, before, after, starter, mark.start() - len(before) <= last + 1)


def _glued(line: str, before: str, begins: int, after: str) -> bool:
    """Whether a full stop with no blank after it ends a sentence (``en 1993.Et les``)."""
    if "." in before or line[begins].isdigit() or after.lower() in _SUFFIXES:
        return False
    if before.lower() in TITLES or (len(before) < 2 and not before.isdigit()):
        return False
    if before.isupper() and len(after) == 1:
        return False
    follows = line[begins + len(after) : begins + len(after) + 1]
    if after.isupper() and len(after) > 1:
        return before.islower()
    return bool(after) and follows not in ("", ".", "@", "/", "_") and not after[1:].isupper()


def _after_stop(line: str, place: int, before: str, after: str, starter: bool, alone: bool) -> bool:
    """Whether a full stop followed by a blank ends a sentence, from the word that it stands at.

    :param alone: whether that word is all there is of the sentence (the number of a list).
    """
    small = before.lower()
    letter = len(before) == 1 and before.isupper() and before != "M"
    if small in TITLES and not letter:
        return False
    if small in COUNTED and not letter:
        return not _COUNT.match(line, place)
    if small in RANKS:
        return starter
    if small in ENDING:
        return True
    if alone and re.fullmatch(r"\d{1,2}|[A-Z]|[IVX]+", before):
        return False
    initials = re.fullmatch(r"(?:[^\W\d_](?:-[^\W\d_])?\.)*-?[^\W\d_]", before)
    if initials and len(after) == 1 and line[place + 1 : place + 2] == ".":
        return False  # « H. D. Deve Gowda »
    if initials and before[-1].isupper():
        return starter
    return True
