"""What the program says of itself: the user guide, the list of keys, what it is made of.

It is opened from the window, and made when it is wanted.
"""
