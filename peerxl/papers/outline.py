"""How a document reads from its title down: its parts under their headings, whatever the form."""

from __future__ import annotations

from dataclasses import dataclass, replace

from peerxl.documents.document import Document, Section


@dataclass(frozen=True, slots=True)
class Part:
    """A section below the document's own title, which is heading 1.

    Its heading, 2, is empty where the document's title says it already; ``level`` is that of the headings inside it.
    """

    section: Section
    heading: str

    @property
    def level(self) -> int:
        return 3 if self.heading else 2


def list_parts(document: Document) -> tuple[Part, ...]:
    """The sections with their headings; one that is alone and has the document's title needs none.

    What the first says of whose paper it is stands above the title: see ``name_source``.
    """
    sections = tuple(
        section if index else replace(section, intro=tuple(line for line in section.lines if not line.is_cleared))
        for index, section in enumerate(document.sections)
    )
    return tuple(Part(section, name_part(section, document)) for section in sections)


def name_source(document: Document) -> str:
    """Whose paper it is, and all else that the council wants said before its title; nothing where nobody says so."""
    front = " ".join(line.text for line in document.sections[0].lines if line.is_cleared)
    return front or document.council


def has_front(document: Document) -> bool:
    """Whether the council wants more said there than who it is."""
    return any(line.is_cleared for line in document.sections[0].lines)


def name_part(section: Section, document: Document) -> str:
    """The section's title without the document's, which stands above it: "Plan: live actions" is "Live actions"."""
    if section.title == document.title:
        return section.name if len(document.sections) > 1 else ""
    rest = section.title.removeprefix(f"{document.title}: ")
    return rest[:1].upper() + rest[1:]
