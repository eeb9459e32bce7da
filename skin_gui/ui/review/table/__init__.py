"""The table of results: its rows, its columns, the model that sorts and filters them, and the view on it.

It knows neither the session that its rows are kept in nor the panel around it.
"""
