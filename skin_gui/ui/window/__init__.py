"""The main window.

Its menus, pages and own dialogs, how it starts, and what happens when it crashes.
"""
