"""The version resource of the Windows executables: what Explorer shows under Properties, Details."""

from PyInstaller.utils.win32.versioninfo import (
    FixedFileInfo,
    StringFileInfo,
    StringStruct,
    StringTable,
    VarFileInfo,
    VarStruct,
    VSVersionInfo,
)

_ENGLISH_UNICODE = (0x0409, 0x04B0)


def version_info(version: str, file_name: str) -> VSVersionInfo:
    """The resource for a version such as "0.1.0" and the executable's name."""
    numbers = (*map(int, version.split(".")), 0)
    texts = {
        "CompanyName": "The Skin GUI authors",
        "FileDescription": "Skin GUI",
        "FileVersion": version,
        "InternalName": "skin-gui",
        "LegalCopyright": "Copyright the Skin GUI authors; Apache License 2.0",
        "OriginalFilename": file_name,
        "ProductName": "Skin GUI",
        "ProductVersion": version,
        "Comments": "Research and education; not a medical device",
    }
    language, codepage = _ENGLISH_UNICODE
    table = StringTable(f"{language:04x}{codepage:04x}", [StringStruct(name, text) for name, text in texts.items()])
    return VSVersionInfo(
        ffi=FixedFileInfo(filevers=numbers, prodvers=numbers),
        kids=[StringFileInfo([table]), VarFileInfo([VarStruct("Translation", list(_ENGLISH_UNICODE))])],
    )
