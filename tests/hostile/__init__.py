"""Files that do harm, made by hand and by a seed: each is a plan, or one of our own sentences, in time and in memory."""
