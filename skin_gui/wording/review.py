"""What can go wrong with a review session, with exports, with grouping and with the settings."""

from skin_gui.wording.fact import Kind


class SessionFact(Kind):
    """Why a review session cannot be opened or saved, and what was done about a damaged one."""

    DISK_FULL = "The disk is full, so the review session could not be saved; free some space and try again."
    IN_USE = "The review session is in use by another program; close that one and try again."
    READ_ONLY = "The review session cannot be saved: its folder may not be written to; ask for the right to do so."
    CANNOT_OPEN = (
        "The review session cannot be opened: its folder is missing or may not be written to; see that it is there."
    )
    FORBIDDEN = "The review session cannot be opened: its file may not be read; ask for the right to read it."
    DISK_FAILED = "The disk failed while the review session was being read or written; look at the disk and try again."
    FAILED = "The review session could not be read or written ({why}); try it again."
    DAMAGED = (
        "The saved review session {file} is damaged; open its folder again: decisions that can be read are taken over."
    )
    NO_SESSION = "{file} is not a review session; open the folder again to begin one."
    NEWER = "The review session {file} was saved by a newer version of the program; install that one to open it."
    CLOSED = "The review session has been closed; open the folder again."
    OPEN_ELSEWHERE = "A review session is open in another window; close it there and try again. Nothing was deleted."
    DAMAGED_AND_OPEN = (
        "The review session is damaged and open in another window; close it there and try again. Nothing was changed."
    )
    NO_FOLDER = (
        "The folder for review sessions cannot be made ({why}); see that the program's data folder can be written to."
    )
    NOT_KEPT_ASIDE = (
        "The damaged review session {file} could not be kept aside ({why}), so nothing was changed; see that the "
        "program's data folder can be written to."
    )
    NOT_DELETED = "The review session {file} could not be deleted ({why}); try it again."
    KEPT_ASIDE = "The saved review session was damaged; it is kept as {aside} and a new one was begun."
    KEPT_ASIDE_AND_SALVAGED = (
        "The saved review session was damaged; it is kept as {aside} and a new one was begun. Decisions that could be "
        "read and were taken over: {saved}."
    )
    ROWS_DAMAGED = (
        "The saved review session was damaged: {count} of its rows cannot be trusted any more. What was decided about "
        "them is kept; classify their images again."
    )
    CLASSIFY_AGAIN = "The saved session was damaged: classify this image again; what was decided about it is kept."


class ExportFact(Kind):
    """Why a file could not be written; what was there before is untouched."""

    OPEN_ELSEWHERE = (
        "{file} could not be written: it is open in another program such as Excel, or its folder may not be written "
        "to; close it or choose another folder."
    )
    FORBIDDEN = "{file} could not be written: {folder} may not be written to; choose another folder."
    DISK_FULL = "{file} could not be written: the disk is full; free some space or choose another folder."
    NO_FOLDER = "{file} could not be written: the folder {folder} does not exist; choose another folder."
    NAME_TOO_LONG = "{file}... could not be written: the name is too long; choose a shorter one."
    FAILED = "{file} could not be written ({why}); try it again or choose another folder."
    REPORT_NOT_BEGUN = "{file} could not be written; choose another folder."
    REPORT_NOT_ENDED = "{file} could not be written; the disk may be full: free some space and try again."
    IS_FOLDER = "{file} is a folder; choose a file name."
    NOT_ORDINARY = "{file} is not an ordinary file; choose another name."
    AMONG_OWN_FILES = "{file} would lie among the program's own files; choose another folder."
    IS_IMAGE = "{file} is an image or named like one; choose another name, to lose no image."
    IS_DATABASE = "{file} is a database and is not overwritten; choose another name."
    WRITE_PROTECTED = "{file} is write-protected and is not overwritten; choose another name."
    NOTHING_LABELLED = (
        "No image has a decision or histology that says benign or malignant yet; decide on some images first."
    )
    NOTHING_FOR_ARCHIVE = (
        "None of these images has a result of the file as it is now, so nothing was written; classify them again."
    )
    FOLDER_TAKEN = "{folder} is there already; choose a name that is not taken."
    FOLDER_AMONG_OWN_FILES = "{folder} would lie among the program's own files; choose another folder."
    IMAGES_GONE = "None of the reviewed images is where it was; open their folder again."
    NO_OWN_MASK = "{file} is there already and is no mask of this program; choose another name."
    MASK_OF_OTHERS = "{file} is there already and was not made by this program; choose another folder."


class GroupingFact(Kind):
    """Why images cannot be grouped by patient and lesion; the groups are as they were."""

    ONE_IMAGE = "One lesion in several pictures takes two images at least; select them first."
    DIFFERENT_PATIENTS = "These images are of different patients, so they cannot show one lesion; select others."
    KEY_UNREADABLE = (
        "The key for patients' pseudonyms cannot be read or made ({why}); see that the program's data folder can be "
        "written to."
    )
    KEY_DAMAGED = (
        "The key for patients' pseudonyms is damaged; delete {file} in the program's data folder and group the images "
        "again."
    )
    PATTERN_NAMES_NONE = "The pattern names neither {patient} nor {lesion}; put one of them where it stands."
    PATTERN_UNKNOWN = "The pattern names {field}, which is not known; use {names}."
    PATTERN_TWICE = "The pattern names {field} twice; leave one out or write * for it."
    PATTERN_HALF = 'The pattern has a "{sign}" without its other half; write {names}.'
    TABLE_NAMES_NOTHING = (
        "{file} names no patients or lesions; it needs a column of images ({columns}) and one called patient_id or "
        "lesion_id."
    )
    TABLE_FITS_NONE = "{file} names none of these {count} images, so nothing was changed; see that it is their table."
    DICOM_FITS_NONE = (
        "None of these {count} images is a DICOM file that names its patient, so nothing was changed; group by folders "
        "or by a table."
    )
    PATTERN_FITS_NONE = (
        "The pattern {pattern} fits none of these {count} images, so nothing was changed; see how their folders are "
        "named."
    )


class SettingsFact(Kind):
    """What is wrong with the file of settings."""

    NOT_SAVED = (
        "The settings could not be saved ({why}), so nothing was changed; see that there is room on the disk, and try "
        "again."
    )
    NOT_KEPT = (
        "Settings cannot be kept, since {folder} cannot be written to ({why}): what you change holds until the program "
        "ends; see that you may write there."
    )
    UNREADABLE = "The settings cannot be read ({why}), so the defaults are used. {kept}"
    BROKEN = "The settings file is broken, so the defaults are used. {kept}"
    OTHER_VERSION = "The settings file is of another version of Skin GUI, so the defaults are used. {kept}"
    SOME_BROKEN = "Some settings cannot be used and have their defaults: {settings}. {kept}"
    KEPT_ASIDE = "The file is kept as {file}."
    STAYS = "It stays where it is until settings are changed."
