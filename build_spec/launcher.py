"""What PyInstaller freezes: `skin_gui.__main__` under a name of its own, since a script is always `__main__`."""

from skin_gui.__main__ import main

if __name__ == "__main__":
    main()
