"""What can go wrong anywhere in the program."""

from skin_gui.wording.fact import Kind


class ProgramFact(Kind):
    """Faults of the program itself, and of the folders it looks at."""

    UNEXPECTED = (
        "Something went wrong that Skin GUI did not expect; try it again, and report it with the log if it comes back."
    )
    FOLDER_GONE = "The folder {name} is no longer there; open another one."
    NO_FOLDER = "{name} is no folder; open a folder or an image."
    FOLDER_FORBIDDEN = "You are not allowed to read the folder {name}; ask for the right to read it."
    FOLDER_UNREADABLE = "The folder {name} cannot be read; see that its drive is connected, and open it again."
    NO_THUMBNAIL = "{name} cannot be shown; the log says why."
    OUTLINE_ERASED = "Nothing is left of the outline that was drawn; draw another one, or take the program's."
    NOT_ALL_DELETED = "Not everything could be deleted ({why}); close other programs that use it and try again."
