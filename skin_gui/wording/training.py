"""What a training, a comparison or a calibration says of its images and models."""

from typing import Any

from skin_gui.wording.fact import Kind


class ComparisonFact(Kind):
    """Whether two models can be compared fairly on the held-out images."""

    NEW_TO_BOTH = (
        "Neither model was fitted to any of the held-out files. Copies that were saved anew, and other photographs of "
        "the same lesions, are not recognised."
    )
    SEEN_BY_ACTIVE = (
        "The active model was fitted to {seen} of the {count} held-out images, so its figures look too good."
    )
    SEEN_BY_START = (
        "The model that the training started from was fitted to {seen} of the {count} held-out images, so its figures "
        "look too good."
    )
    ACTIVE_KEEPS_NO_LIST = (
        "It cannot be guaranteed that the held-out images are new to both: the active model keeps no list of its "
        "training images."
    )
    START_KEEPS_NO_LIST = (
        "It cannot be guaranteed that the held-out images are new to both: the model that the training started from "
        "keeps no list of its training images."
    )
    UNFAMILIAR = (
        "{model}, which the training started from, finds {outside} of these {images} images ({share:.0%}), training "
        "and held-out ones, unlike its training data."
    )
    FEW_IMAGES = "These are few images, so the figures are uncertain: the intervals say how much."


class Verdict(Kind):
    """What a comparison of a new model with the active one comes to."""

    BETTER = "The new model is better on these images."
    WORSE = "The new model is worse on these images."
    NO_DIFFERENCE = "No clear difference between the two models on these images."
    CONTRADICTORY = "The tests contradict each other: look at the figures."
    MORE_FOUND_MORE_FLAGGED = "The new model finds more malignant lesions, and calls more benign ones malignant."
    FEWER_FOUND_FEWER_FLAGGED = "The new model finds fewer malignant lesions, and calls fewer benign ones malignant."
    MORE_FOUND = "The new model finds more malignant lesions; no clear difference among the benign ones."
    FEWER_FOUND = "The new model finds fewer malignant lesions; no clear difference among the benign ones."
    FEWER_FLAGGED = "The new model calls fewer benign lesions malignant; no clear difference among the malignant ones."
    MORE_FLAGGED = "The new model calls more benign lesions malignant; no clear difference among the malignant ones."


class TrainingNote(Kind):
    """What the reader of a run or of a calibration should know."""

    TEST_IMAGES_LEAKED = (
        "{count} of the {total} test images show lesions, patients or pictures that are also outside the test split; "
        "they are used neither for training nor for the comparison."
    )
    TEST_SPLIT_TOO_SMALL = "The folders' test split is too small to compare on, so images are held out of all folders."
    NOT_ACTIVATED = "The new model is stored, but could not be activated: {reason}"
    UNREADABLE = "Files that could not be read and were left out: {count}."
    KNOWN_IMAGES = "{known} of these {total} images are known to {model} already, so the figures look too good."
    FINDS_FEWER = (
        "With the new operating point {after} of 100 malignant lesions are found, {before} before; it was chosen for "
        "{target}. Activate it only if that is enough for you."
    )


class FigureName(Kind):
    """The figures of an evaluation, as tables name them; in small letters the attributes of `Metrics`."""

    ACCURACY = "Accuracy (ACC)"
    SENSITIVITY = "Sensitivity (SEN)"
    SPECIFICITY = "Specificity (SPE)"
    PRECISION = "Precision (PRE)"
    F_SCORE = "F score"
    AUC = "AUC"
    BRIER = "Brier score"
    ECE = "ECE"
    THRESHOLD = "Operating point"

    def of(self, metrics: Any) -> Any:
        """This figure of a `Metrics`: an estimate, or a number."""
        return getattr(metrics, self.name.lower())


class FigureNote(Kind):
    """What a table adds to a figure's name."""

    LOWER_IS_BETTER = "{figure} (lower is better)"


class TrainingPart(Kind):
    """What only the full edition has: the subject of a sentence."""

    RETRAINING = "Retraining"
    CALIBRATION = "Calibration"
    EVALUATION = "Evaluation"
    AUDIT = "The audit"


class TrainingFact(Kind):
    """Why a training or a calibration cannot be done; nothing was changed."""

    VIEWER_EDITION = (
        "{what} is not part of this viewer edition of Skin GUI, which comes without {libraries}; install the full "
        "edition for it: your models, sessions and settings stay as they are."
    )
    FILES_CHANGED = "Image files disappeared or changed during the training; start it again."
    NO_PRESET = "There is no preset {preset}; choose one of {presets}."
    NO_EPOCHS = "A training needs at least one epoch; ask for more."
    BAD_SENSITIVITY = "The sensitivity to aim at must be above 0 and at most 1; choose such a number."
    BAD_PREVALENCE = "The prevalence must be above 0 and below 1; choose such a number."
    NO_NAME = "Give the calibrated model a name."
    NOT_CLASSIFIED = "The images could not be classified ({why}); try it again."
    NOTHING_LEARNT = (
        "Nothing was learnt from these images that holds for others: more images, better labels or more epochs are "
        "needed."
    )
    TOO_FEW_LESIONS = (
        "There are too few different lesions or patients of one class to train on some and check on others; add images "
        "of others."
    )
    ONE_CLASS_LEFT = (
        "Without the held-out images only one class is left; both classes are needed, so add images of the other one."
    )
    FEW_BENIGN = (
        "A calibration needs images of at least {fewest} different benign lesions; there are {found}, so add more."
    )
    FEW_MALIGNANT = (
        "A calibration needs images of at least {fewest} different malignant lesions; there are {found}, so add more."
    )
    UPSIDE_DOWN = (
        "The model tells malignant from benign in these images no better than chance, which no calibration mends; "
        "check the labels, or retrain with these images."
    )
    NO_MEMORY = "The computer ran out of memory during the training; close other programs or train on fewer images."
    DISK_FULL = "The disk is full, so the training cannot go on; make room or clear the training cache."
    FILE_FAILED = "A file could not be read or written during the training ({why}); look at the disk and try again."
    UNEXPECTED = "The training failed because of an error in the program; report it with what the log says."
    NOT_STARTED = "The training could not be started ({why}); try it again."
    ENDED_FROM_OUTSIDE = (
        "The training was ended from outside, by someone or by the system for lack of memory, and nothing was kept; "
        "close other programs and start it again."
    )
    ENDED = "The training ended unexpectedly and nothing was kept; start it again. The log has the details."


class DatasetFact(Kind):
    """Why folders or tables cannot be trained on."""

    NO_METADATA_FILE = "The metadata file {file} does not exist; choose another one."
    METADATA_NAMES_NO_IMAGE = (
        "{file} names no image: it needs the column isic_id, or the columns file and label, in its first line."
    )
    NO_FOLDER = "{folder} is not a folder; choose a folder of images."
    FOLDER_UNREADABLE = "The folder {folder} cannot be read ({why}); see that you may read it."
    CONTRADICTING_LABELS = (
        "Images that lie in the folder of one class and have the other in the metadata: {count} ({files}); correct one "
        "of the two."
    )
    MORE_FILES = "and more: {count}"
    NO_LABELLED_IMAGES = (
        "There are no labelled images in {folders}: put them into folders named benign and malignant, or add a CSV "
        "with the columns isic_id and benign_malignant."
    )
    NO_LABELLED_IMAGES_BUT_TABLES = (
        "There are no labelled images in {folders}: put them into folders named benign and malignant, or add a CSV "
        "with the columns isic_id and benign_malignant. {problems: }"
    )
    ALL_BENIGN = "All images in {folders} are benign; both classes are needed, so add malignant ones."
    ALL_MALIGNANT = "All images in {folders} are malignant; both classes are needed, so add benign ones."
    TABLE_UNREADABLE = "{file} cannot be read as a CSV table ({why}); save it as CSV in UTF-8 or move it elsewhere."
    TABLE_IS_WORKBOOK = "{file} is a workbook of a spreadsheet, which is not read; save its table as CSV."
    TABLE_OF_RESULTS = "{file} holds what a model said, which is no label; use a table of diagnoses."
    TABLE_WITHOUT_IMAGES = "{file} has no column that names images; call it one of these: {columns}."
    TABLE_WITHOUT_LABELS = (
        "{file} names images but has no column of labels; call it one of these: {columns}; or have one for each "
        "diagnosis."
    )
    TABLE_WITH_COLUMN_TWICE = '{file} has the column "{column}" more than once; leave one of them out.'
    TABLE_NAMES_NONE = "{file} names none of the images; see that it is their table."
    UNKNOWN_LABEL = '{file} has the label "{label}"; use benign, malignant or indeterminate.'
    TABLES_CONTRADICT = "{image} is {label} in {file} and {other_label} in {other_file}; correct one of them."
    TOO_FEW_FOR_FOLDS = (
        "To split the images {folds} times, at least {folds} different lesions of each class are needed; one class has "
        "{fewest}."
    )
