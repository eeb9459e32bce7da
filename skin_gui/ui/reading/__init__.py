"""The review mode: one large image after the other, read by keyboard."""
