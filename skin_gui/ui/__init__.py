"""The window: widgets and what connects them."""
