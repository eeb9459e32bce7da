"""What every room of the window may use.

Theme, icons, texts, formats and small widgets.
"""
