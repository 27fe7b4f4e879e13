"""Workbooks: read, written anew, and changed cell by cell.

It owns the .xlsx format: no other room knows more of it than the endings of its files. It must never know what a plan
is, beyond the cells it is told.
"""
