"""What happened to a plan: who was asked what, what came back, what was decided; append-only, beside the master.

It owns the lines and files of the record, the forms as they were issued, the index over them, and the lists and
registers made of them. The union of the files is the truth: nothing in them is rewritten, and all else can be thrown
away. It must never look into a workbook or send anything, nor ask a clock what day it is: only how long an index has
lain unused.
"""
