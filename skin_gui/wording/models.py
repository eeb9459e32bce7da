"""What can be wrong with a model, with its name, or with the store of models."""

from skin_gui.wording.fact import Kind


class ModelFact(Kind):
    """Why a model cannot be used, stored or changed."""

    NAME_BEGINS_BADLY = "A model's name begins with a letter or a digit and does not end with a dot; choose another."
    NAME_TOO_LONG = "A model's name has at most {limit} characters; choose a shorter one."
    NAME_HAS_ODD_CHARACTERS = (
        "A model's name has letters, digits, spaces, dots, underscores and hyphens only; choose another."
    )
    NAME_RESERVED = "{name} is a name that Windows keeps for itself; choose another."
    NAME_TAKEN = "There is a model named {name} already; choose another name."
    NO_MODEL_NAMED = "There is no model named {name}; choose one of those that the list of models shows."
    NO_EARLIER = "There is no earlier model to go back to; activate one of those that the list of models shows."
    SHIPPED_STAYS = "The model that comes with the program cannot be removed."
    SHIPPED_KEEPS_ITS_NAME = "The model that comes with the program cannot be renamed."
    ACTIVE = "The model {name} is active; roll back or activate another one first."
    FOLDER_UNREADABLE = "The folder of the models cannot be read ({why}); see that it is there and may be read."
    NOT_STORED = "The model could not be stored ({why}); see that there is room on the disk, and try again."
    NOT_READ = "The model could not be read ({why}); see that its files are there and may be read."
    NOT_EXPORTED = "The model {name} could not be exported ({why}); choose another place."
    NOT_RENAMED = "The model {name} could not be renamed ({why}); try it again."
    NOT_REMOVED = "The model {name} could not be removed ({why}); close other programs that use it and try again."
    CHOICE_NOT_SAVED = (
        "The choice of the active model could not be saved ({why}); see that there is room on the disk, and try again."
    )
    CHOICE_UNREADABLE = (
        "The note of the active model cannot be read ({why}), so the model that comes with the program is used; "
        "activate yours again."
    )
    SHIPPED_STANDS_IN = "The active model cannot be used, so the model that comes with the program is. {reason}"
    NOT_A_ZIP_NAME = "An exported model is a zip file: end the name {name} with .zip."
    NO_DESCRIPTION = "There is no model in the folder {name}: {file} is missing; choose another folder."
    UNREADABLE = "The model {name} cannot be read ({why}); install it again."
    LACKS_FILE = "The model {name} lacks its file {file}; install it again."
    FILE_CHANGED = "The file {file} of the model {name} was changed or damaged; install it again."
    UNUSABLE = "The model {name} cannot be used ({why}); install it again."
    NOT_LOADED = "The model {name} cannot be loaded ({why}); install it again."
    NO_INT8 = "The model {name} has a network of its own and runs in float32 only; choose float32 or another model."
    START_NOT_LOADED = "The model {name} cannot be loaded; install it again."
    SHIPPED_MISSING = "The model that comes with the program is missing or damaged; install the program again."
    PROGRAM_FILE_CHANGED = "The file {file} was changed or damaged; install the program again."
    PROGRAM_FILE_UNREADABLE = "The file {file} cannot be read; install the program again."
    OUTLINE_NOT_LOADED = "The network of the lesion's outline cannot be loaded ({why}); install the program again."


class ModelImportFact(Kind):
    """Why a file is no model that can be imported."""

    NO_FILE = "There is no file {file}; choose another one."
    ZIP_UNREADABLE = "{file} cannot be read ({why}); see that you may read it."
    ZIP_DAMAGED = "{file} is not a zip file or is damaged ({why}); export the model again."
    ZIP_TOO_LARGE = "{file} is larger than any model of this program; choose an exported model."
    FOREIGN_MEMBER = "The zip holds {file}, which is not a file of a model; export the model again."
    MEMBER_TWICE = "The zip holds the file {file} twice; export the model again."
    MEMBER_NOT_PLAIN = "The zip's {file} is not a plain file; export the model again."
    MEMBER_ENCRYPTED = "The zip's {file} is encrypted or packed in an unknown way; export the model again."
    MEMBER_TOO_LARGE = "The zip's {file} is larger than any model of this program; export the model again."
    MEMBER_UNFOLDS = "The zip's {file} unfolds to more than a model could; export the model again."
    MEMBER_OF_OTHER_SIZE = "The zip's {file} has another size than it claims; export the model again."
    FOREIGN_FILE = "{file} is not a file of a model; export the model again."
    FILE_TOO_LARGE = "The model's file {file} is larger than any model of this program; export the model again."
    NO_DESCRIPTION = "This is not a model: {file} is missing; choose an exported model."
    DESCRIPTION_UNREADABLE = "The model's description cannot be read ({why}); export the model again."
    DOES_NOT_RUN = "The model does not run ({why}); export it again."
    CHECKSUM_WRONG = "The model's file {file} was changed or damaged: its checksum is wrong; export the model again."
    FILE_MISSING = "The model's file {file} is missing; export the model again."
    BASE_MISSING = (
        "The model needs a base network that neither it nor this version of the program has; install the version of "
        "the program that it was made with."
    )
    CARD_NO_TEXT = "The model's file {file} is not a text; export the model again."
    CARD_CONTROLS = "The model's file {file} has control characters, which no card needs; export the model again."
    FOREIGN_NETWORK = "The model's network is not this program's VGG16; choose a model that this program made."
    WEIGHTS_UNREADABLE = "The model's weights cannot be read ({why}); export the model again."
    HEAD_UNUSABLE = "The model's head cannot be used ({why}); export the model again."


class ModelFault(Kind):
    """What is wrong with a file of a model: words in brackets."""

    KEY_MISSING = "'{key}' is missing from {file}"
    MALFORMED = "{file} is malformed: {reason}"
    OF_FILE = "{file}: {reason}"
    NO_CHECKSUM = "{file} has no checksum of its own; export the model again with this version"
    CHECKSUM_WRONG = "{file} was changed or damaged: its checksum is wrong"
    WRONG_KIND = "a value is of the wrong kind"
    OTHER_FORMAT = "its format is version {found}, this program reads {known:d}"
    OTHER_NETWORK = "it is not a benign/malignant VGG16 model"
    OTHER_PREPROCESSING = "it expects the preprocessing {name}"
    UNKNOWN_FEATURES = "its features are unknown"
    NO_PROBABILITY = "its threshold is not between 0 and 1"
    NO_CALIBRATION = "a calibration needs a positive scale and finite numbers, not {scale} and {offset}"
    CHOICE_MALFORMED = "{file} is malformed"
    CHOICE_NAMES_NO_MODEL = "{file} names something that is not a model's folder"
    NO_TAG = "not a float16 VGG16 weights file: no tag before {layer}"
    WEIGHTS_END = "the weights file ends inside {layer}"
    WEIGHTS_GO_ON = "the weights file has {count:d} bytes too many"
    NO_LAYER = "the network has no layer {layer}"
    OTHER_FEATURES = "it reads {head:d} features, the model has {model:d}"
    SVM_DOES_NOT_FIT = "the support vector machine's arrays do not fit together"
    SVM_NOT_FINITE = "the support vector machine's numbers are not finite"
    HEAD_DOES_NOT_FIT = "the head's arrays do not fit together"
    NO_SINGLE_LOGIT = "the head does not end in a single logit"
    NO_HEAD = "the head's file is damaged or is not a head"
    DISTANCE_DOES_NOT_FIT = "its distance to the training data does not fit"
    NOT_FINITE = "it has numbers that are not finite"
    PACKED_ARRAY = "its array {file} is not stored plainly"
    FOREIGN_ARRAY = "it holds the foreign file {file}"


class NetworkFact(Kind):
    """Why a network cannot be loaded or gives nothing."""

    FILES_UNREADABLE = "The model files {param} and {weights} cannot be read; install the model again."
    FILE_MISSING = "The model file {file} is missing; install the model again."
    LAYER_FAILED = "The network failed at {layer} (ncnn status {status:d})."
    OUTLINE_FAILED = "The outline could not be found (ncnn status {status:d})."
    NOT_FINITE = "The network gave no finite result for this image."
