"""How sure an outline is: the fit of what tells outlined lesions from outlined skin; no part of the program."""
