"""What a workbook's file holds beside its sheets: macros, data, links, people's names; by each part's kind."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from peerxl.excel.patch.parts.package import is_true, local_name
from peerxl.excel.publish.exposure import Exposure
from peerxl.excel.publish.workbook import PublishedWorkbook
from peerxl.model.finding import Severity

ERROR, WARNING, ADVICE = Severity.ERROR, Severity.WARNING, Severity.ADVICE


@dataclass(frozen=True, slots=True)
class PartRule:
    """A kind of part that has no place in a published file: known by its name or by what the file calls its content."""

    code: str
    pattern: re.Pattern[str]
    found: str
    remedy: str
    rule: int = 10
    severity: Severity = ERROR


def make_rule(code: str, pattern: str, found: str, remedy: str, rule: int = 10, severity: Severity = ERROR) -> PartRule:
    return PartRule(code, re.compile(pattern, re.IGNORECASE), found, remedy, rule, severity)


SAVE_AS_XLSX = "save it as an Excel workbook without macros (.xlsx)"
INSPECT = "remove it with File, Info, Check for Issues, Inspect Document"

# The first line that fits a part is the one that is told. Held against "name type", folded.
PART_RULES = (
    make_rule("threaded-comment", r"threadedcomment", "comments in threads, with their writers", "delete the comments"),
    make_rule("person", r"/persons?/|\.person\+xml", "the names of people who wrote comments", INSPECT, 11),
    make_rule("comment", r"\.comments\+xml|/comments\d*\.xml", "comments (notes), with their writers", "delete them"),
    make_rule("macro-signature", r"vbaprojectsignature", "a signature of macros, with its signer", SAVE_AS_XLSX),
    make_rule("macro", r"vbaproject|vbadata|macrosheet|/macrosheets/", "macros", SAVE_AS_XLSX),
    make_rule("pivot-cache", r"pivotcache", "all the data behind a pivot table", "paste the table as values"),
    make_rule("pivot-table", r"pivottable", "a pivot table", "paste the table as values", 10, WARNING),
    make_rule("slicer", r"slicer|timelinecache|/timelines?/", "a slicer, with values of its data", "delete it"),
    make_rule("data-model", r"/model/item\.data|\.model\+data|powerpivot", "a data model, with all its tables",
              "delete it in Power Pivot, or copy what is to be published into a new workbook"),
    make_rule("external-link", r"externallink", "values taken from another workbook, and its path",
              "break the links with Data, Edit Links"),
    make_rule("query", r"querytable|/connections\.xml|\.connections\+xml|datamashup", "a query, with where its data is",
              "delete it under Data, Queries and Connections"),
    make_rule("xml-map", r"xmlmaps|tablesinglecells", "a map to XML data", "delete it under Developer, Source"),
    make_rule("control", r"activex|ctrlprop|formcontrol", "a control, with its code and values", "delete the control"),
    make_rule("embedded-file", r"/embeddings/|oleobject|\.package$", "a file in the file",
              "delete the object, or paste it as a picture"),
    make_rule("ribbon", r"customui", "buttons of its own on the ribbon", SAVE_AS_XLSX),
    make_rule("web-extension", r"webextension|taskpane", "an add-in, with its settings", INSPECT),
    make_rule("custom-xml", r"^/?customxml/|\.customxml", "custom XML data", INSPECT),
    make_rule("sensitivity-label", r"labelinfo|/docmetadata/", "a sensitivity label",
              "ask whoever set the label whether the file may be published, then take it off", 11),
    make_rule("revision", r"/revisions/|revisionheaders|revisionlog|usernames", "earlier versions of its cells",
              "stop sharing the workbook with Review, Unshare"),
    make_rule("signature", r"_xmlsignatures|digital-signature", "a digital signature, with its signer",
              "publish a copy without it", 11),
    make_rule("thumbnail", r"thumbnail", "a small picture of the first sheet as it was once saved",
              "save it without a preview picture (File, Info, Properties)"),
    make_rule("rich-data", r"/richdata/", "values with data behind them (linked data types, pictures in cells)",
              "convert them to text with Data Type, Convert to Text", 10, WARNING),
    make_rule("printer", r"printersettings", "the name of a printer", "publish a new workbook instead", 11, ADVICE),
)  # fmt: skip
_LABEL = re.compile(r"msip_label|classification|sensitivity", re.IGNORECASE)


def list_parts(workbook: PublishedWorkbook) -> Iterator[Exposure]:
    """Parts that have no place in a published file, one line a kind."""
    found: dict[PartRule, list[str]] = {}
    for member in workbook.package.archive.members:
        kind = workbook.types.get(member.key, "")
        rule = next((rule for rule in PART_RULES if rule.pattern.search(f"{member.name} {kind}")), None)
        if rule is not None and not member.name.endswith(".rels"):
            found.setdefault(rule, []).append(member.name)
    for rule, names in found.items():
        parts = f" in {len(names)} parts" if len(names) > 1 else ""
        yield Exposure(
            rule.rule, rule.code, rule.severity, f"the file holds {rule.found}{parts}", rule.remedy, part=names[0]
        )


# The properties that name a person or a body beyond the council, by where they stand and what they are called.
TELLING = {
    "lastModifiedBy": "who saved it last",
    "manager": "a manager",
    "company": "a company",
    "hyperlinkbase": "a path",
    "keywords": "keywords",
    "description": "a comment on the file",
    "category": "a category",
}
LIBRARIES = re.compile(r"openpyxl|xlsxwriter|apache poi|sheetjs|closedxml|phpspreadsheet|epplus|aspose", re.IGNORECASE)
LOGIN = re.compile(r"[\w.+-]+@[\w.-]+|[A-Za-z]{0,12}\\[\w.-]+|[a-z]{2,12}\d{2,6}|[a-z]+\.[a-z]+")


CORE, CUSTOM = "docProps/core.xml", "docProps/custom.xml"


def list_properties(workbook: PublishedWorkbook) -> Iterator[Exposure]:
    """What the file's properties tell of people, machines and labels; and what they leave out."""
    properties = read_properties(workbook)
    creator = properties.get("creator", "")
    for name, what in TELLING.items():
        text = properties.get(name.lower(), "")
        if text and not (text == creator and not LOGIN.fullmatch(text)):
            severity = WARNING if name in ("lastModifiedBy", "manager") else ADVICE
            yield Exposure(11, "property", severity, f"its properties name {what} ({name})", INSPECT, part=CORE)
    if LIBRARIES.search(creator) or LOGIN.fullmatch(creator):
        remedy = "put the council's name there (File, Info, Properties)"
        yield Exposure(7, "creator", WARNING, "its author is a login or a program", remedy, part=CORE)
    for name in ("title", "subject", "creator"):
        if not properties.get(name):
            remedy = f"give it one (File, Info, Properties, {name.capitalize()})"
            yield Exposure(7, f"no-{name}", ADVICE, f"its properties have no {name}", remedy, part=CORE)
    if not properties.get("language", "").lower().startswith("en"):
        remedy = "set en-GB, so that a screen reader speaks it as English"
        yield Exposure(7, "no-language", ADVICE, "its properties name no language", remedy, part=CORE)
    own = [name for name in properties if name.startswith("custom ")]
    labels = [name for name in own if _LABEL.search(name)]
    if labels:
        remedy = "ask whoever set the label whether the file may be published, then take it off"
        yield Exposure(
            11, "sensitivity-label", ERROR, "a sensitivity label stands in its properties", remedy, part=CUSTOM
        )
    if len(own) > len(labels):
        yield Exposure(
            11, "custom-property", WARNING, f"{len(own) - len(labels)} properties of its own", INSPECT, part=CUSTOM
        )


def read_properties(workbook: PublishedWorkbook) -> dict[str, str]:
    """The file's properties by their names in small letters; its own begin with "custom "."""
    found: dict[str, str] = {}
    package = workbook.package
    for kind in ("core-properties", "coreProperties", "extended-properties", "extendedProperties"):
        for member in package.find_related("", kind):
            found |= {local_name(each).lower(): (each.text or "").strip() for each in package.read_tree(member)}
    for kind in ("custom-properties", "customProperties"):
        for member in package.find_related("", kind):
            for each in package.read_tree(member):
                text = "".join(each.itertext()).strip()
                found[f"custom {each.get('name', '')}"] = text or "set"
    return {name: text for name, text in found.items() if text}


PRINT_NAMES = re.compile(r"_xlnm\.(?:Print_(?:Area|Titles)|_FilterDatabase)", re.IGNORECASE)
_PATH = re.compile(r"(?:[A-Za-z]:|\\\\|file:)[\\/]", re.IGNORECASE)


def list_workbook_facts(workbook: PublishedWorkbook) -> Iterator[Exposure]:
    """What the list of the sheets says beside them: names, paths, scenarios, views of other people."""
    elements = list(workbook.tree.iter())
    names = [each for each in elements if local_name(each) == "definedName"]
    own = [each for each in names if not PRINT_NAMES.fullmatch(each.get("name", ""))]
    hidden = [each for each in own if is_true(each.get("hidden"))]
    if own:
        what = f"{len(own)} defined names, {len(hidden)} of them hidden" if hidden else f"{len(own)} defined names"
        remedy = "delete them under Formulas, Name Manager, where they are no print areas or titles"
        yield Exposure(10, "defined-name", WARNING, what, remedy, part=workbook.member.name)
    if any(local_name(each) == "absPath" for each in elements):
        remedy = "publish a new workbook in its place"
        yield Exposure(
            11,
            "path",
            WARNING,
            "the folder where it was saved, with the user's name in it",
            remedy,
            part=workbook.member.name,
        )
    if any(local_name(each) == "customWorkbookView" for each in elements):
        remedy = "delete them under View, Custom Views"
        yield Exposure(
            10,
            "custom-view",
            WARNING,
            "views that hide other rows and columns, with their users' names",
            remedy,
            part=workbook.member.name,
        )


def list_targets(workbook: PublishedWorkbook) -> Iterator[Exposure]:
    """Links that lead out of the file: to paths and addresses; a link to a page on the web is only told."""
    package = workbook.package
    for sheet in workbook.sheets:
        targets = [link for link in package.read_relationships(sheet.part) if link.is_external] if sheet.part else []
        links = [link for link in targets if link.kind.lower() == "hyperlink"]
        paths = [link for link in links if _PATH.match(link.target) or not re.match(r"\w+:|#", link.target)]
        mails = [link for link in links if link.target.lower().startswith("mailto:")]
        for code, rule, severity, found, kind, remedy in (
            ("link-to-file", 10, ERROR, paths, "to files, whose paths they show", "take the links out"),
            ("link-to-address", 11, ERROR, mails, "to e-mail addresses", "take them out, or give a team's address"),
            ("link", 12, ADVICE, [link for link in links if link not in (*paths, *mails)], "to the web",
             "see that each leads where it should, and that its words say where"),
        ):  # fmt: skip
            if found:
                ids = {link.identity for link in found}
                cells = tuple(
                    element.get("ref", "")
                    for element in sheet.list_elements("hyperlink")
                    if ids & set(element.attrib.values())
                )
                count = f"{len(found)} links" if len(found) > 1 else "a link"
                yield sheet.expose(rule, code, severity, f"{count} {kind}", remedy, cells)
