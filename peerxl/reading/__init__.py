"""Worksheets read into an action plan: which row is the header, what its columns are, what each row says."""
