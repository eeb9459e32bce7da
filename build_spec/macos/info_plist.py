"""What the macOS application says of itself."""

from typing import Any

from skin_gui.imaging.formats import FORMATS


def info_plist(version: str) -> dict[str, Any]:
    """The values of Info.plist beside those that PyInstaller writes."""
    return {
        "CFBundleDisplayName": "Skin GUI",
        "CFBundleName": "Skin GUI",
        "CFBundleVersion": version,
        "CFBundleDevelopmentRegion": "en",
        # Offered under "Open With"; no file type is taken over.
        "CFBundleDocumentTypes": [
            {
                "CFBundleTypeName": "Image",
                "CFBundleTypeRole": "Viewer",
                "LSHandlerRank": "Alternate",
                "LSItemContentTypes": [name for one in FORMATS for name in one.uniform_types],
            }
        ],
        "LSApplicationCategoryType": "public.app-category.medical",
        "LSMinimumSystemVersion": "13.0",  # the oldest that the pinned Qt runs on
        "NSHighResolutionCapable": True,
        "NSHumanReadableCopyright": "Copyright the Skin GUI authors. Apache License 2.0. "
        "Research and education; not a medical device.",
        "NSPrincipalClass": "NSApplication",
        "NSRequiresAquaSystemAppearance": False,  # the dark appearance is followed
    }
