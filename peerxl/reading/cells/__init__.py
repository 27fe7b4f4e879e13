"""What the cells of a column hold, whatever its heading says.

It owns the profile of a column: its texts, dates and numbers. It must never say what the column is for. cell_kinds
tells what one cell is, column_kinds what most are, number_shown how a number is shown, written_dates which words are a
date, told_times what says when, day_spans which spans of days follow on, stages what a part of a project is called,
ticks what marks mean, name_lists which cells list who acts, treatments in which way a risk is met, indicators what is
only measured, told_statuses which cells tell a status and more, closed_stories which stories leave an action closed,
and closed_ahead which call closed what will be so on a day to come.
"""
