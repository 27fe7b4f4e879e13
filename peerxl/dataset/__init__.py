"""Plans as data for analysts: one row an action-quarter, and the forms of file that hold such rows.

It owns the columns, their types and what each means, and how rows become a file's bytes. It must never know where a
file goes, nor word anything for a committee.
"""
