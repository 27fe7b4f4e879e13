"""What each column of a table is for, by its heading and by its cells.

It owns the layout of a tracker (tracker_layout), which drafting comes to from a draft of each column. It must never
look at what one row says. A field is proposed in field_proposals (by due_cells, last_actions, numbered_cells and
resources) and settled in column_choice, action_column (by ranked_columns, item_columns and follow_ups), dated_columns,
done_dates, owner_columns, ref_choice, updates, percent_statuses, unnamed_columns and cells_alone, and undated_due once
it is a tracker; owners_with_times say by when as well, schedule tells a list of dates, quarters of when a report is,
times_taken how long something takes.
"""
