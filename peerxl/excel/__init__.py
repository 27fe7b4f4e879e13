"""Workbooks as files: read, written anew, changed cell by cell, and saved.

It owns the .xlsx format, which no other room knows. It must never know what a plan is, beyond the cells it is told.
"""
