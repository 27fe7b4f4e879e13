"""Worksheets read into an action plan: which row is the header, what its columns are, what each row says.

It owns the way from a sheet's cells to a plan. It must never open a file, nor correct what it reads. The way, with the
room that each step is in; each knows only those before it:

    headings         what the words of a heading, or of a cell, mean
    cells            what the cells of a column hold
    headers          the row of headings, what stands above it, and where the table ends
    columns          what each column is for
    rows             which rows are actions, and why the others are none
    verdicts         whether it is a tracker
    own_sheets       what the plan's own sheets say: its settings, owners and statuses
    trackers         each sheet's tables, why a sheet is read or not, and what is said of it
    actions          what each row says
    plan             the whole way

What moves on to the next quarter is in next_quarter and quarter_words; answer_columns and nowhere say where answers go.
"""
