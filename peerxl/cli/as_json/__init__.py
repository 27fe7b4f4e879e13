"""Values and results as JSON documents for scripts: quarters are "Q4 2022/23", days ISO, what nobody knows null.

It owns the names in these documents, which scripts rely on. It must never leave a name out or rename one, nor read a
file.
"""
