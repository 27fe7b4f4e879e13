"""Which rows of a table are actions, and why the others are none.

It owns what becomes of a row: action_rows reads them, asides says why one is left aside. It must never read a value.
A body_row is told from part_titles, numbered_parts, part_leads, part_lines and part_cards, guidance_rows,
headings_again, rows_beneath and totals, by row_likeness; stand_ins is what is read of a row whose action is blank.
"""
