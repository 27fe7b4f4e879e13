"""What happened to a plan: who was asked what, what came back, what was decided; append-only, beside the master.

The union of the files is the truth and nothing in them is ever rewritten. The index, the lists and the registers are
made from it and can be thrown away. It never looks into a workbook, sends nothing and asks no clock: values, days and
the run's id come from the commands.
"""
