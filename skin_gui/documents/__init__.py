"""What the training found, as documents in English: reports of the commands, plots, and model cards.

The layers below hand facts over; here they become text, as in `ui` in the user's language.
"""
