"""`python -m skin_gui` and the command `skin-gui`."""

import multiprocessing


def main() -> None:
    """Start the program: a command, or the window when none is named."""
    # Before any heavy import: in a frozen program a child process would otherwise open the window again.
    multiprocessing.freeze_support()
    from skin_gui.cli import main as command_line  # noqa: PLC0415

    command_line()


if __name__ == "__main__":
    main()
