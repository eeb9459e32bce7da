"""What the program can tell its user: each kind of fact with its English wording, one module a room.

The layers below `ui` and `cli` hand facts over; those two make them sentences, `ui` in the user's language.
"""
