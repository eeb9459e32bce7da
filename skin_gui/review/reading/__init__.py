"""What reviewed images add up to, and what can be made of them."""
