"""Which row is the header, what stands above it, and where its table ends.

It owns the choice of the row: header takes the best header_row, with its header_bands and merged_headings. It must
never settle what a column is for. title is what stands above a table, its quarter and its year; table_edges is where
the table ends, other_tables are rows that head other things beneath it, and calendar_columns are those of a chart.
"""
