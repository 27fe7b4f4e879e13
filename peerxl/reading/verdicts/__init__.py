"""Whether a table is a tracker, and if not, why.

It owns the verdict. It must never read a row. needed_weight is what must speak for it, by its surroundings;
cell_evidence is what its cells bear out; standing tells tables of what is always so, by standing_sign, standing_times,
standing_limits, standing_measures, standing_occasions, standing_lists, standing_done, risks and controls; refusal says
why a table is none, and what would settle it.
"""
