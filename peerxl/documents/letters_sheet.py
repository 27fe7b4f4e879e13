"""The Letters sheet of a master: a row for each letter that owners are sent, to be worded otherwise than we do."""

from __future__ import annotations

from peerxl.documents.document import Section, TableColumn, TableEntry, TableRow
from peerxl.documents.palette import Tone
from peerxl.model.settings import Settings

LETTERS_SHEET = "Letters"
USES = {
    "ask": "to an owner who has something to answer",
    "reminder": "to an owner who has not answered yet",
    "escalation": "to an owner who is late, with a copy to whom they report to",
    "notice": "to an owner whose questions somebody else has answered",
}
"""The letters, and to whom each is sent."""
INTRO = (
    "Where Wording is blank the letter is worded by peerxl. Words in double curly brackets are filled in, such as "
    "{{ name }}, {{ plan }}, {{ quarter }}, {{ number }}, {{ reply_by }}, {{ coordinator }} and {{ table }}, the "
    "questions themselves; a word that nobody knows is named when the letters are made."
)


def build_letters_section(settings: Settings) -> Section:
    """Each letter's subject and words, as the council has them."""
    own = {letter: cell.text for letter, cell in settings.letters}
    rows = [
        (f"{kind}{part}", f"The {'subject' if part else 'letter'} {use}.")
        for kind, use in USES.items()
        for part in (" subject", "")
    ]
    return Section(
        name=LETTERS_SHEET,
        title="Letters to owners",
        intro=(INTRO,),
        table_name="Letters",
        columns=(TableColumn("Letter", 122), TableColumn("Wording", 400), TableColumn("What it is for", 250)),
        rows=tuple(
            TableRow.of(letter, TableEntry(own.get(letter, ""), Tone.INPUT, is_input=True), use) for letter, use in rows
        ),
    )
