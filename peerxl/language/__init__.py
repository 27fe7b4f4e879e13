"""Officers' words read into values: timescales and owners.

It owns what a phrase means. It must never know the cell it stood in, nor the plan around it.
"""
