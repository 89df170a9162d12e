"""The recipe of the French model, and the folder that it ships."""

import json
import random
import sys
from pathlib import Path

import pytest

from detente.language.fr.features import even, shape, traits, vocabulary
from detente.language.fr.pipeline import MODEL

ROOT = Path(__file__).parents[3]
if not (ROOT / "models" / "fr").is_dir():
    pytest.skip("the recipe is not beside the package", allow_module_level=True)
sys.path.insert(0, str(ROOT))

from models.fr.convert import Sentence, read_conllu  # noqa: E402
from models.fr.mix import varied  # noqa: E402

CONLLU = """\
# text = Il parle du port auquel "Anne" pense.
1\tIl\tlui\tPRON\t_\tPerson=3\t2\tnsubj\t_\t_
2\tparle\tparler\tVERB\t_\tMood=Ind\t0\troot\t_\t_
3-4\tdu\t_\t_\t_\t_\t_\t_\t_\t_
3\tde\tde\tADP\t_\t_\t5\tcase\t_\t_
4\tle\tle\tDET\t_\tDefinite=Def\t5\tdet\t_\t_
5\tport\tport\tNOUN\t_\tGender=Masc\t2\tobl:arg\t_\t_
6-7\tauquel\t_\t_\t_\t_\t_\t_\t_\t_
6\tà\tà\tADP\t_\t_\t7\tcase\t_\t_
7\tlequel\tlequel\tPRON\t_\t_\t11\tobl:arg\t_\t_
8\t"\t"\tPUNCT\t_\t_\t9\tpunct\t_\tSpaceAfter=No
9\tAnne\tAnne\tPROPN\t_\t_\t11\tnsubj\t_\tSpaceAfter=No
10\t"\t"\tPUNCT\t_\t_\t9\tpunct\t_\t_
11\tpense\tpenser\tVERB\t_\t_\t5\tacl:relcl\t_\tSpaceAfter=No
12\t.\t.\tPUNCT\t_\t_\t2\tpunct\t_\t_

"""


@pytest.fixture
def sentence(tmp_path: Path) -> Sentence:
    path = tmp_path / "made_up.conllu"
    path.write_text(CONLLU, encoding="utf-8")
    (found,) = read_conllu(path)
    return found


def test_multiword_tokens_are_merged(sentence: Sentence) -> None:
    assert [t.form for t in sentence.tokens] == 'Il parle du port auquel " Anne " pense .'.split()
    du, auquel = sentence.tokens[2], sentence.tokens[4]
    assert (du.upos, du.lemma, du.deprel, du.head) == ("ADP", "de", "case", 3)
    assert (auquel.upos, auquel.deprel, auquel.head) == ("PRON", "obl:arg", 8)
    assert [t.head for t in sentence.tokens].count(1) == 4  # the root is its own head


def test_the_text_is_kept(sentence: Sentence) -> None:
    text = "".join(t.form + " " * t.space for t in sentence.tokens).strip()
    assert text == 'Il parle du port auquel "Anne" pense.' == sentence.text


def test_copies_vary_and_keep_the_tree(sentence: Sentence) -> None:
    rng = random.Random(1)
    copies = [varied(sentence, rng) for _ in range(200)]
    heads = [t.head for t in sentence.tokens]
    assert all([t.head for t in copy.tokens] == heads[: len(copy.tokens)] for copy in copies)
    assert {copy.tokens[5].form for copy in copies} >= {'"', "«", "“"}
    assert {len(copy.tokens) for copy in copies} == {9, 10}
    assert sentence.tokens[5].form == '"'


def test_traits() -> None:
    assert even("États") == even("Etats") == "etats"
    assert even("L’") == "l'"
    assert even("1905") == "0000"
    assert shape("Abcdefg-12") == "Xxxxx-dd"
    assert traits("parlait")[1] == "parler"
    assert vocabulary(["un"]) == b""
    assert vocabulary(["un", "un"]) != b""


def test_shipped_model() -> None:
    files = [path for path in MODEL.rglob("*") if path.is_file()]
    assert sum(path.stat().st_size for path in files) <= 15_000_000
    assert "LGPL-LR" in (MODEL / "LICENSE").read_text(encoding="utf-8")
    meta = json.loads((MODEL / "meta.json").read_text(encoding="utf-8"))
    assert meta["lang"] == "detente_fr"
    for path in files:
        data = path.read_bytes()
        assert str(ROOT).encode() not in data
        assert b"/home/" not in data
