"""Work on the machines of a Dask cluster: the same functions, results in the same order.

Only when the user names a scheduler; nothing else of the program uses a network.
"""
