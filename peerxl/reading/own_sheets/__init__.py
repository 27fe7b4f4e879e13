"""What the plan's own sheets say: Settings, Owners, Statuses and Letters.

It owns the settings of a plan. It must never look at a tracker. settings reads them all: values and timing are the
rows of the Settings sheet, contacts the Owners sheet, vocabulary the Statuses sheet, each from its records.
"""
