"""Pure values: what a plan is.

It owns the nouns of the house and what each can say of itself. It must never know how they were read, or where they
are written to.
"""
