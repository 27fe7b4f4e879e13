"""The library as one page that runs in a browser, with nothing to install and no network.

It owns what the page is made of, how it is built, and what it asks the commands for. It must never hold a rule about
plans: whatever the page shows, a command says.
"""
