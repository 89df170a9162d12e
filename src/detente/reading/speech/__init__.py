"""Who says what: quotations, reported speech and dialogue of one report, with speaker and cue.

The order of the work: quotation marks (`marks`), the sentences around them (`hosts`), the verbs and
phrases that say that somebody speaks (`cues`) and their subjects (`subjects`), then each quotation
with its cue (`direct`), each reported clause (`indirect`) and each turn (`dialogue`), with the speaker
as an actor (`speakers`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.reading.speech.reader import Reader

if TYPE_CHECKING:
    from detente.reading.draft import Draft


def find(draft: Draft) -> None:
    """Adds the report's statements to the draft, with ids `s1`…, in the order of the text.

    Needs the draft's doc and mentions; a speaker who is named by common nouns only is added to the
    draft's actors. Works in any order of `dates` and `names`, but knows no date without them."""
    reader = Reader(draft)
    draft.statements.extend(reader.statements())
    reader.speakers.leave_silent()
