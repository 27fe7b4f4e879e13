"""Worksheets read into an action plan: which row is the header, what its columns are, what each row says.

It owns the way from a sheet's cells to a plan. It must never open a file, nor correct what it reads.
"""
