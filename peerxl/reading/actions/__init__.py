"""What each row says: an action with its ref, owners, timescale and updates.

It owns the values of an action, which action reads by the table_reader. It must never choose a column. refs and theme
are of their own columns; action_owners are cut by the names in listed_owners, first_names, which knows the column's
name_order, and joined_owners; date_order, year_months, yearless_days, week_numbers and own_years say how the plan
writes its dates.
"""
