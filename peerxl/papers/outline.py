"""How a document reads from its title down: its parts under their headings, whatever the form."""

from __future__ import annotations

from dataclasses import dataclass

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
    """The sections with their headings; one that is alone and has the document's title needs none."""
    return tuple(Part(section, name_part(section, document)) for section in document.sections)


def name_part(section: Section, document: Document) -> str:
    """The section's title without the document's, which stands above it: "Plan: live actions" is "Live actions"."""
    if section.title == document.title:
        return section.name if len(document.sections) > 1 else ""
    rest = section.title.removeprefix(f"{document.title}: ")
    return rest[:1].upper() + rest[1:]
