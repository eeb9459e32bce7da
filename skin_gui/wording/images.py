"""What can be wrong with an image file."""

from skin_gui.wording.fact import Kind


class ImageFact(Kind):
    """Why an image file cannot be used: clauses that follow the file's name."""

    NAMED = "{name} {reason}"
    DAMAGED = "is truncated or damaged; copy or export it again from where it came"
    NO_MEMORY = "needs more memory than is free; close other programs or use a smaller image"
    UNEXPECTED = "could not be processed: something went wrong that the program did not expect; the log says what"
    NOT_CLASSIFIED = "could not be classified ({why}); try it again"
    NOT_MEASURED = "could not be measured ({why}); try it again"
    NO_LESION = "shows no lesion that could be outlined; take a picture with the lesion in its middle"
    ENDS_WORKERS = "ends every worker of the cluster that tries it; look at it on its own"
    FOLDER = "is a folder, not an image; choose an image in it"
    FORBIDDEN_FOLDER = "is a folder that you are not allowed to open; ask for the right to read it"
    NOT_A_FILE = "is not a regular file; choose an image file"
    EMPTY = "is empty (0 bytes); copy or export it again from where it came"
    GONE = "does not exist; it may have been moved, renamed or deleted"
    BROKEN_LINK = "is a link to a file that does not exist; it may have been moved"
    FORBIDDEN = "may not be read: permission is denied; ask for the right to read it"
    UNREADABLE = "cannot be read ({why}); see that its drive is connected, and try again"
    TOO_MANY_BYTES = "is too large: {size:.1f} GB, the limit is {limit:.0f} GB; export a smaller image"
    TOO_MANY_PIXELS = (
        "is too large: {width} x {height} pixels are {size:,.0f} megapixels, the limit is {limit:,.0f} megapixels; "
        "export a smaller image"
    )
    TOO_MANY_FRAMES = (
        "is too large: {width} x {height} pixels x {frames} frames are {size:,.0f} megapixels, the limit is "
        "{limit:,.0f} megapixels; export one frame"
    )
    HIDES_DAMAGE = "is coded in a way (arithmetic coding) in which damage cannot be noticed; export it again"
    SCRAMBLED = (
        "looks scrambled, as if its header misled about its pixels; export it again from the program that it came from"
    )
    LEAVES_OUT_PIXELS = "leaves out some of its pixels, as damaged files do; export it again as PNG"
    TOO_MANY_PASSES = "is stored in {passes} passes, which would take too long; export it again"
    UNFOLDS_TOO_LARGE = (
        "is too large: it is compressed and unfolds to more than the {limit:,.0f} MB that its image needs; export it "
        "uncompressed or as JPEG"
    )
    NO_IMAGE = "is not an image that can be read; supported are {formats}"
    UNSUPPORTED = "is {kind}, which is not supported; export it as one of {formats}"
    ONLY_THUMBNAIL = "holds a thumbnail and not the image itself, as camera raw files do; export it as JPEG or PNG"
    LARGE_PROFILE = "has a colour profile of more than {limit} MiB, the limit; export it as sRGB"
    HIGH_DYNAMIC_RANGE = "has colours of a high dynamic range, which are not supported; export it as sRGB"
    UNKNOWN_KIND = "is damaged or of a kind of its format that is not supported; export it as PNG"
    UNKNOWN_TIFF = "is a damaged TIFF or of a kind that is not supported; export it with 8 or 16 bits"
    LIKE_YBR = "says that its colours are RGB, but they look like YBR; export it again with the colours that it has"
    LIKE_RGB = "says that its colours are YBR, but they look like RGB; export it again with the colours that it has"
    DICOM_WITHOUT_IMAGE = "is a DICOM file without an image; choose one that holds a picture"
    DICOM_OF_KIND_WITHOUT_IMAGE = "is a DICOM file without an image ({kind}); choose one that holds a picture"
    OWN_CAPTURE = "is a picture with its result that this program wrote for an archive; open the image itself"
    DICOM_COMPRESSION = (
        "is a DICOM file compressed as {compression}, which is not supported; export it uncompressed or as JPEG"
    )
    DICOM_UNKNOWN_COMPRESSION = (
        "is a DICOM file that does not say how its pixels are compressed; export it again, as a DICOM file"
    )
    DICOM_COLOURS = "is a DICOM file with {colours} colours, which are not supported; export it as RGB"
    DICOM_FLOATS = "is a DICOM file whose pixels are floating-point numbers, which are not supported; export it as RGB"
    DICOM_WITHOUT_COLOURS = "is a DICOM file that does not say what its colours are; export it again as RGB"
    DICOM_TILES = (
        "is a DICOM file that stores one image in many tiles, which is not supported; export the image as a whole"
    )
    DICOM_CONTRADICTS_SAMPLES = (
        "is a DICOM file that contradicts itself: it has {colours} colours and this many samples a pixel: {samples}; "
        "export it again"
    )
    DICOM_CONTRADICTS_BITS = (
        "is a DICOM file that contradicts itself: it has values of more than {bits} bits; export it again"
    )
    DICOM_CONTRADICTS_WHITE = (
        "is a DICOM file that contradicts itself about which of its greys is white; export it again"
    )


class FileKind(Kind):
    """Kinds of files that are known and not read, each with its article."""

    PHOTOSHOP = "a Photoshop document"
    JPEG_XL = "a JPEG XL image"
    JPEG_LS = "a JPEG-LS image"
    JPEG_XR = "a JPEG XR image"
    CAMERA_RAW = "a camera raw image"
    ICON = "an icon"
    NETPBM = "a Netpbm image"
    OPEN_EXR = "an OpenEXR image"
    RADIANCE = "a Radiance image"
    GIMP = "a GIMP document"
    QOI = "a QOI image"
    DDS = "a DirectDraw surface"
    FITS = "a FITS image"
    SVG = "an SVG drawing"
    PDF = "a PDF document"
    ZIP = "a ZIP archive or Office document"
    OFFICE = "an Office document"
    VIDEO = "a video"
