"""The council's calendar: working days, the dates counted back from a committee, and when somebody is late.

It owns days and the rules they are counted by. It must never know who is asked what, nor ask what today is.
"""
