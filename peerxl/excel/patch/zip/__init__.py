"""The archive a workbook is kept in, as bytes: it must never know what a member's content means."""
