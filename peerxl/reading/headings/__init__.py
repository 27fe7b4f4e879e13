"""What the words of a heading mean, and which words in a cell tell what it is.

It owns the words that officers head columns with. It must never look at a sheet. A heading is read in heading, by its
key: as a whole, else by its parts, its edges and its dates, by the rules and the words, owner_words, date_words and
abbreviations that stand here as data; denied is what a heading was not read as, quarter_names the quarter in it,
cell_words the words that tell in a cell.
"""
