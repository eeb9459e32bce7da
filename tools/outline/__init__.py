"""The training of the lesion outline's network, from expert masks; no part of the program."""
