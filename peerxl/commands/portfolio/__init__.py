"""Many workbooks read at once: found, read in processes of their own here or on a cluster, kept, and written."""
