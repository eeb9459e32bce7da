"""What a training, a comparison or a calibration says of its images and models."""

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
