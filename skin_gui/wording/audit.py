"""What the audit of training folders finds."""

from skin_gui.wording.fact import Kind


class AuditFact(Kind):
    """Findings, and the conclusion from them."""

    UNREADABLE = "Files that cannot be read: {count} of {total}."
    LEFT_OUT = "Left out, {reason}: {count}."
    EXACT_COPIES = "Exact copies: {files} files in groups of copies: {groups}; a split keeps each group together."
    NEAR_COPIES = (
        "Nearly the same picture, re-encoded, resized, turned or taken again: {files} files, groups of them: {groups}; "
        "a split keeps each group together."
    )
    PICTURES_OF_BOTH_CLASSES = (
        "Pictures found both as benign and as malignant: {count}; one of the labels of each must be wrong."
    )
    LESIONS_OF_BOTH_CLASSES = (
        "Lesions found with benign and with malignant images: {count}; one of the labels of each must be wrong."
    )
    PICTURES_ACROSS = (
        "Pictures found in more than one of train, val and test: {count}; "
        "results will look too good: keep each in one of them."
    )
    LESIONS_ACROSS = (
        "Lesions found in more than one of train, val and test: {count}; "
        "results will look too good: keep each in one of them."
    )
    PATIENTS_ACROSS = (
        "Patients found in more than one of train, val and test: {count}; "
        "results will look too good: keep each in one of them."
    )
    LESION = "lesion {name}"
    PATIENT = "patient {name}"
    NO_IMAGES = "There are no images that can be read; images of both classes are needed."
    NO_BENIGN = "There are no benign images that can be read; both classes are needed."
    NO_MALIGNANT = "There are no malignant images that can be read; both classes are needed."
    TOO_FEW = (
        "There are too few different images that can be read: {benign} benign, {malignant} malignant; at least "
        "{minimum} of each class are needed."
    )
    IMBALANCE = (
        "The classes differ in size: {benign} benign, {malignant} malignant; accuracy alone says little here, and "
        "training has to weight the classes."
    )
    IMBALANCE_IN_SPLIT = (
        "In {split} the classes differ in size: {benign} benign, {malignant} malignant; accuracy alone says little "
        "here, and training has to weight the classes."
    )
    ONE_SOURCE = (
        "All images come from one source, {source}; no figure measured on them can say how a model does in another "
        "clinic."
    )
    SOURCES = "The images come from several sources: {count} ({sources:; })."
    SOURCE_SHARE = "{source}: {benign} benign, {malignant} malignant, {share:.0%}"
    ONE_CLASS_SOURCES = (
        "Sources with images of one class only: {count} ({sources:; }); they hold {share:.0%} of all images. There the "
        "source alone tells the label, and a model may learn the source instead: add images of the other class from "
        "the same source, or leave it out."
    )
    ONLY_BENIGN = "{source}: only benign"
    ONLY_MALIGNANT = "{source}: only malignant"
    MORE_SOURCES = "and more: {count}"
    SHORTCUT_UNKNOWN = "There are too few lesions to measure whether the label can be told from the source."
    NO_SHORTCUT = (
        "Properties of the files that have nothing to do with the lesion hardly tell the label (AUC {auc:.2f}, 95 % "
        "interval {low:.2f} to {high:.2f})."
    )
    SHORTCUT = (
        "The label can be told without looking at the lesion (AUC {auc:.2f}, 95 % interval {low:.2f} to {high:.2f}): "
        "{signs:; }. Benign and malignant images seem to come from different sources, and a model may learn the source "
        "instead."
    )
    FROM_PICTURES = "from the picture files with an AUC of {auc:.2f}"
    FROM_PICTURES_ABOVE_ALL = "from the picture files with an AUC of {auc:.2f}, above all {properties}"
    FROM_METADATA = "from gaps in the metadata with an AUC of {auc:.2f}"
    FROM_METADATA_ABOVE_ALL = "from gaps in the metadata with an AUC of {auc:.2f}, above all {properties}"
    TO_BE_MENDED = "This data cannot be trained on as it is."
    READ_WARNINGS = "This data can be trained on; read the warnings first."
    USABLE = "This data can be trained on."
    NOTHING_FOUND = "This data can be trained on; nothing was found."


class FileProperty(Kind):
    """What a file has that has nothing to do with the lesion."""

    WIDTH = "width"
    HEIGHT = "height"
    ASPECT_RATIO = "aspect ratio"
    JPEG_QUALITY = "JPEG quality"
    JPEG_QUANTISATION = "JPEG quantisation"
    CHROMA_SUBSAMPLING = "chroma subsampling"
    DARK_CORNERS = "dark corners"
    DARK_FRAME = "dark frame"
    EXIF = "EXIF"
    COLOUR_PROFILE = "colour profile"
    FORMAT = "{format} format"
    BYTES_PER_PIXEL = "bytes per pixel"
    ISIC_ID = "ISIC id given"
    LESION_ID = "lesion id given"
    PATIENT_ID = "patient id given"
    DIAGNOSIS = "diagnosis given"
    AGE = "age given"
    SEX = "sex given"
    SITE = "site given"
    SKIN_TYPE = "skin type given"


class LeftOut(Kind):
    """Why something of a data set is not used."""

    TABLE_NAMES_NO_IMAGE = "folders of which {table} names no image"
    NO_CLEAR_LABEL = "images whose label is indeterminate or missing"
    NO_LABEL = "images without a class folder or a metadata row"
    NO_FILE = "metadata rows without an image file"
    CHANGED_SINCE_REVIEW = "images that are gone or have changed since they were reviewed"
