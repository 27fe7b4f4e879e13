"""What the commands print for people: short lines that read well in a terminal and in a log."""
