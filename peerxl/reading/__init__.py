"""Worksheets read into an action plan: which row is the header, what its columns are, what each row says.

It owns the way from a sheet's cells to a plan. It must never open a file, nor correct what it reads. The way, with the
module that each step begins in, and those that help it:

    plan             the whole way
    settings         what the plan's own sheets say: timing, own_words
    tracker          each sheet's tables, as a tracker_layout, and why a sheet is read or not: plan_names, selection
    title            what stands above a table: its quarter and its year
    header           the row of headings: header_row, header_bands, merged_headings
    headings         what a heading says: heading_key, then heading_whole, heading_parts, heading_edges and
                     heading_dates, by the rules of heading_rules and the words of heading_words; quarter_names
    table_edges      where the table ends: calendar_columns
    profile          what a column's cells hold: cell_kinds, cell_words, column_kinds, number_shown
    columns          what each column, a draft at first, is for: field_proposals, then column_choice, action_column by
                     ranked_columns and item_columns, dated_columns, done_dates, owner_columns, ticks,
                     percent_statuses, unnamed_columns, cells_alone; quarters says of when, denied_heading what a
                     heading was not read as
    verdict          whether it is a tracker: needed_weight by surroundings and schedule, cell_evidence, standing by
                     standing_sign, standing_times and standing_lists; refusal says why not
    rows             which rows are actions: asides, by body_row, part_titles, part_lines, guidance_rows,
                     headings_again, rows_beneath and row_likeness; stand_ins say what is read where an action is
                     blank
    action           each row's values: told_statuses, refs, theme, action_owners, first_names, listed_owners,
                     joined_owners, date_order, year_months, own_years
    faults           what is said of all this: column_faults
    next_quarter     what moves on to the next quarter: quarter_words; answer_columns and nowhere say where answers go
"""
