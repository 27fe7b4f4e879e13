"""The workbooks that owners sent back, found in saved messages and zip files; what holds none is named with what to do."""

from __future__ import annotations

from datetime import UTC, datetime
from email.message import EmailMessage
from email.policy import SMTP
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from peerxl.mail import packed
from peerxl.mail.inbox import Received, Remark, open_path
from tests.conftest import examples
from tests.mail.outlook_files import Attached, Msg

AT = datetime(2026, 12, 1, 9, 30, tzinfo=UTC)
SAM = "Sam Okoro <sam@council.example>"


def workbook(word: str) -> bytes:
    """A workbook as far as anybody here looks into one."""
    out = BytesIO()
    with ZipFile(out, "w") as archive:
        archive.writestr("[Content_Types].xml", "")
        archive.writestr("xl/workbook.xml", word)
    return out.getvalue()


FORM = workbook("form")


def zipped(**files: bytes) -> bytes:
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name.replace("__", ".").replace("_", "/"), content)
    return out.getvalue()


def message(
    *files: tuple[str, bytes], text: str = "Done.", sender: str = SAM, inside: EmailMessage | None = None
) -> EmailMessage:
    mail = EmailMessage(policy=SMTP)
    mail["From"], mail["Date"], mail["Subject"] = sender, "Tue, 01 Dec 2026 09:30:00 +0000", "Re: form"
    mail.set_content(text)
    for name, content in files:
        mail.add_attachment(content, maintype="application", subtype="octet-stream", filename=name)
    if inside:
        mail.add_attachment(inside)
    return mail


def inbox(tmp_path: Path, **files: bytes) -> list[Received | Remark]:
    """What is read of files, each named by its key: "a__eml" is "a.eml"."""
    items: list[Received | Remark] = []
    for key, content in files.items():
        path = tmp_path / key.replace("__", ".")
        path.write_bytes(content)
        items += open_path(path)
    return items


def workbooks(items: list[Received | Remark]) -> list[Received]:
    return [item for item in items if isinstance(item, Received)]


def test_a_form_by_whatever_name(tmp_path: Path) -> None:
    mail = message(("report final (2).dat", FORM), ("notes.docx", b"x"))
    assert inbox(tmp_path, a__eml=mail.as_bytes()) == [
        Received("a.eml, report final (2).dat", "report final (2).dat", FORM, SAM, AT)
    ]


def test_a_form_in_outlook_s_own_format(tmp_path: Path) -> None:
    msg = Msg("Sam Okoro", smtp="sam@council.example", sent_at=AT, attached=(Attached("HR.xlsx", FORM),))
    assert inbox(tmp_path, a__MSG=msg.content()) == [Received("a.MSG, HR.xlsx", "HR.xlsx", FORM, SAM, AT)]


def test_forms_in_messages_in_zip_files_in_messages(tmp_path: Path) -> None:
    """Each with the sender and the day of the message that it was sent with."""
    msg = Msg("Ann Field", smtp="ann@council.example", attached=(Attached("r.xlsx", FORM),)).content()
    inner = message(("HR.xlsx", FORM))
    outer = message(("all.zip", zipped(a__msg=msg, sub_b__xlsx=FORM)), sender="jo@council.example", inside=inner)
    found = inbox(tmp_path, week__zip=zipped(fw__eml=outer.as_bytes(), c__xlsx=FORM))
    assert [(each.place, each.sender, each.sent_at) for each in workbooks(found)] == [
        ("week.zip, fw.eml, all.zip, a.msg, r.xlsx", "Ann Field <ann@council.example>", None),
        ("week.zip, fw.eml, all.zip, b.xlsx", "jo@council.example", AT),
        ("week.zip, fw.eml, Re: form, HR.xlsx", SAM, AT),
        ("week.zip, c.xlsx", "", None),
    ]
    assert len(found) == 4


def test_a_message_inside_another_that_names_nobody(tmp_path: Path) -> None:
    inner = Msg(attached=(Attached("r.xlsx", FORM),))
    outer = Msg("Sam Okoro", smtp="sam@council.example", sent_at=AT, attached=(Attached(message=inner),))
    (form,) = workbooks(inbox(tmp_path, a__msg=outer.content()))
    assert (form.place, form.sender, form.sent_at) == ("a.msg, a message, r.xlsx", SAM, AT)


LINK = "I put it here: https://council.sharepoint.com/:x:/s/abc"
REMARKS: dict[str, tuple[bytes, str]] = {
    "a link": (
        message(text=LINK).as_bytes(),
        "there is a link instead of the workbook (council.sharepoint.com); open it, save the workbook and collect that",
    ),
    "a PDF": (
        message(("Form.PDF", b"%PDF-1.7"), text=LINK).as_bytes(),
        "the form came back as a PDF (Form.PDF), which cannot be collected; ask for the workbook itself",
    ),
    "other files": (
        message(("scan.jpg", b"JPG"), ("notes.docx", zipped(word_document__xml=b""))).as_bytes(),
        "there is no workbook among its files (scan.jpg and notes.docx); ask for the workbook itself",
    ),
    "nothing": (
        message().as_bytes(),
        "there is no workbook with it; read the message, and ask for the workbook itself",
    ),
    "winmail.dat": (
        message(("winmail.dat", b"x")).as_bytes(),
        "its files are packed in winmail.dat, which only Outlook opens; save the workbook from Outlook",
    ),
    "encrypted": (
        message(("message_v2.rpmsg", b"x")).as_bytes(),
        "it is encrypted (message_v2.rpmsg); open it in Outlook and save the workbook from there",
    ),
    "a zip file of nothing": (
        message(("all.zip", zipped(readme__txt=b"x"))).as_bytes(),
        "there is no workbook among its files (all.zip); ask for the workbook itself",
    ),
}


@pytest.mark.parametrize("remark", REMARKS)
def test_what_is_no_form_is_named_with_its_sender(tmp_path: Path, remark: str) -> None:
    content, what = REMARKS[remark]
    assert inbox(tmp_path, a__eml=content) == [Remark("a.eml", SAM, what)]


def test_a_damaged_workbook_is_one_all_the_same(tmp_path: Path) -> None:
    """So that whoever opens it says what is the matter with it; the file beside it asks for nothing."""
    content = message(("HR.xlsx", b"PK\x03\x04 cut off"), ("HR.pdf", b"x")).as_bytes()
    assert [item.place for item in inbox(tmp_path, a__eml=content)] == ["a.eml, HR.xlsx"]


def test_a_picture_in_a_signature_is_nothing(tmp_path: Path) -> None:
    msg = Msg("Sam Okoro", smtp="sam@council.example", attached=(Attached("logo.png", b"PNG", is_hidden=True),))
    what = "there is no workbook with it; read the message, and ask for the workbook itself"
    assert inbox(tmp_path, a__msg=msg.content()) == [Remark("a.msg", "Sam Okoro <sam@council.example>", what)]


def test_a_forwarded_message_is_named_by_its_own_sender(tmp_path: Path) -> None:
    outer = message(sender="jo@council.example", inside=message(("x.pdf", b"x")))
    (remark,) = inbox(tmp_path, a__eml=outer.as_bytes())
    assert (remark.place, remark.sender) == ("a.eml, Re: form", SAM)


def test_a_form_hides_nothing_that_cannot_be_opened(tmp_path: Path) -> None:
    inner = message(("b.zip", b"PK\x03\x04 cut off"), ("c.msg", b"nothing"))
    outer = message(("HR.xlsx", FORM), sender="jo@council.example", inside=inner)
    assert inbox(tmp_path, a__eml=outer.as_bytes()) == [
        Received("a.eml, HR.xlsx", "HR.xlsx", FORM, "jo@council.example", AT),
        Remark("a.eml, Re: form, b.zip", SAM, "it is damaged or too large; unpack it and collect what is in it"),
        Remark(
            "a.eml, Re: form, c.msg",
            SAM,
            "it is no message as Outlook saves it, or damaged; save it again from Outlook",
        ),
    ]


def test_a_message_and_the_one_inside_it_that_bring_other_files(tmp_path: Path) -> None:
    outer = message(("x.pdf", b"x"), sender="jo@council.example", inside=message(text=LINK))
    assert [(item.place, item.sender) for item in inbox(tmp_path, a__eml=outer.as_bytes())] == [
        ("a.eml", "jo@council.example"),
        ("a.eml, Re: form", SAM),
    ]


UNREADABLE = {
    "a__eml": (b"nothing", "it is no saved message; save it again from Outlook"),
    "a__msg": (b"nothing", "it is no message as Outlook saves it, or damaged; save it again from Outlook"),
    "a__zip": (b"PK\x03\x04 cut off", "it is damaged or too large; unpack it and collect what is in it"),
    "b__zip": (b"nothing", "there is no message in it; save it again, or ask for the workbook itself"),
    "c__zip": (zipped(readme__txt=b"x"), "there is no workbook and no message in it; ask for the workbook itself"),
}


@pytest.mark.parametrize("name", UNREADABLE)
def test_what_cannot_be_read(tmp_path: Path, name: str) -> None:
    content, what = UNREADABLE[name]
    assert inbox(tmp_path, **{name: content}) == [Remark(name.replace("__", "."), "", what)]


def test_a_zip_file_with_a_password(tmp_path: Path) -> None:
    content = bytearray(zipped(a__xlsx=FORM))
    # The flag that says so, where the file begins and where it is listed.
    content[6] |= 1
    content[content.rindex(b"PK\x01\x02") + 8] |= 1
    (remark,) = inbox(tmp_path, a__zip=bytes(content))
    assert remark == Remark("a.zip", "", "it needs a password; unpack it and collect what is in it")


def test_a_zip_file_that_unpacks_to_too_much(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packed, "LARGEST", 1_000_000)
    bomb = zipped(a__xlsx=b"\0" * 600_000, b__xlsx=b"\0" * 600_000)
    assert len(bomb) < 3000
    many = zipped(**{f"f{number}__txt": b"" for number in range(1001)})
    found = inbox(tmp_path, a__zip=bomb, b__zip=many)
    what = "it is damaged or too large; unpack it and collect what is in it"
    assert found == [Remark("a.zip", "", what), Remark("b.zip", "", what)]


@settings(max_examples=examples(2))
@given(st.lists(st.tuples(st.integers(0, 5000), st.integers(0, 255)), min_size=1, max_size=12))
def test_a_damaged_zip_file_is_read_or_named(changes: list[tuple[int, int]]) -> None:
    content = bytearray(zipped(a__xlsx=FORM, b__eml=message(("x.xlsx", FORM)).as_bytes(), c__txt=b"hello" * 50))
    for place, byte in changes:
        content[place % len(content)] = byte
    with TemporaryDirectory() as folder:
        found = inbox(Path(folder), a__zip=bytes(content))
    assert found


def test_files_too_deep_in_one_another(tmp_path: Path) -> None:
    content = zipped(a__xlsx=FORM)
    for _ in range(12):
        content = zipped(a__zip=content)
    (remark,) = inbox(tmp_path, a__zip=content)
    assert isinstance(remark, Remark)
    assert remark.message == "it lies too deep in other files; save it by itself"


def test_a_file_too_large_or_gone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("peerxl.mail.inbox.LARGEST", 1024**2)
    large = tmp_path / "large.eml"
    large.write_bytes(b"\0" * (1024**2 + 1))
    assert [*open_path(large), *open_path(tmp_path / "gone.eml")] == [
        Remark("large.eml", "", "it is larger than 1 MB; save its workbooks one by one"),
        Remark("gone.eml", "", "it cannot be read (No such file or directory); close it elsewhere, or save it again"),
    ]


def test_an_old_workbook_is_one_by_its_streams(tmp_path: Path) -> None:
    old = packed.OLE + b"\0" * 100 + "Workbook".encode("utf-16-le")
    assert inbox(tmp_path, a__eml=message(("HR", old)).as_bytes()) == [Received("a.eml, HR", "HR", old, SAM, AT)]
