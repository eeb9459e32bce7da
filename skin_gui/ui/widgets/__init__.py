"""What every room of the window may use.

Theme, icons, layouts and small widgets.
"""
