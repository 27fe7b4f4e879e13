"""The trackers of a workbook: which sheets are read, and what is said of them.

It owns the fate of each sheet. It must never read an action. tracker reads a sheet, by its name in plan_names too;
selection takes those that make the plan, own_words the words it uses for a status, legend what its signs mean; faults,
aside_faults, column_faults and tables_beside say what was not read as it stands.
"""
