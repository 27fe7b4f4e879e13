"""Mails that go out and mails that come back: worded, drafted, sent, and read where officers saved them.

It owns the wording of letters, the form of a message and its delivery, and what lies in saved messages. It must never
know a plan or a workbook's cells, decide who is written to, or write a password down.
"""
