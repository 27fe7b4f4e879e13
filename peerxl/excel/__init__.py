"""Workbooks: read, written anew, and changed cell by cell.

It owns the .xlsx format, which no other room knows. It must never know what a plan is, beyond the cells it is told.
"""
