; The installer for Windows: Inno Setup 6.3 or newer, after `make package`.
;
;   ISCC.exe /DVersion=0.1.0 [/DVariant=viewer] build_spec\windows\skin_gui.iss
;
; It installs for the current user without administrator's rights, or for all users where those are given.

#ifndef Version
  #error Name the version: /DVersion=0.1.0
#endif
#ifndef Variant
  #define Variant "full"
#endif
#if Variant == "full"
  #define Folder "skin-gui"
#else
  #define Folder "skin-gui-viewer"
#endif

[Setup]
; One AppId for both editions: the one replaces the other.
AppId={{6B0F2C64-3C5B-4B7C-9E0B-6B8D1C6B7A51}
AppName=Skin GUI
AppVersion={#Version}
AppPublisher=The Skin GUI authors
AppComments=Research and education; not a medical device
VersionInfoVersion={#Version}
DefaultDirName={autopf}\Skin GUI
DefaultGroupName=Skin GUI
DisableProgramGroupPage=yes
PrivilegesRequired=lowest
PrivilegesRequiredOverridesAllowed=dialog
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
MinVersion=10.0.17763
LicenseFile=..\..\LICENSE
InfoBeforeFile=..\..\NOTICE
SetupIconFile=..\..\resources\icons\skin-gui.ico
UninstallDisplayIcon={app}\skin-gui.exe
WizardStyle=modern
Compression=lzma2
SolidCompression=yes
OutputDir=..\..\dist
OutputBaseFilename={#Folder}-{#Version}-setup
CloseApplications=yes
ChangesAssociations=yes
ChangesEnvironment=yes

[Languages]
Name: "en"; MessagesFile: "compiler:Default.isl"
Name: "de"; MessagesFile: "compiler:Languages\German.isl"
Name: "es"; MessagesFile: "compiler:Languages\Spanish.isl"
Name: "fr"; MessagesFile: "compiler:Languages\French.isl"

[Tasks]
Name: "desktopicon"; Description: "{cm:CreateDesktopIcon}"; GroupDescription: "{cm:AdditionalIcons}"; Flags: unchecked
Name: "path"; Description: "Add the command skin-gui-cli to the search path"; Flags: unchecked

; What an earlier version brought along and this one does not: the libraries are replaced as a whole.
[InstallDelete]
Type: filesandordirs; Name: "{app}\_internal"

[Files]
Source: "..\..\dist\{#Folder}\*"; DestDir: "{app}"; Flags: ignoreversion recursesubdirs createallsubdirs

[Icons]
Name: "{group}\Skin GUI"; Filename: "{app}\skin-gui.exe"
Name: "{autodesktop}\Skin GUI"; Filename: "{app}\skin-gui.exe"; Tasks: desktopicon

; Offered under "Open with"; no file type is taken over.
[Registry]
Root: HKA; Subkey: "Software\Classes\Applications\skin-gui.exe"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\Applications\skin-gui.exe"; ValueType: string; ValueName: "FriendlyAppName"; ValueData: "Skin GUI"
Root: HKA; Subkey: "Software\Classes\Applications\skin-gui.exe\shell\open\command"; ValueType: string; ValueData: """{app}\skin-gui.exe"" gui ""%1"""
Root: HKA; Subkey: "Software\Classes\Applications\skin-gui.exe\SupportedTypes"; ValueType: string; ValueName: ".jpg"; ValueData: ""
Root: HKA; Subkey: "Software\Classes\Applications\skin-gui.exe\SupportedTypes"; ValueType: string; ValueName: ".jpeg"; ValueData: ""
Root: HKA; Subkey: "Software\Classes\Applications\skin-gui.exe\SupportedTypes"; ValueType: string; ValueName: ".jpe"; ValueData: ""
Root: HKA; Subkey: "Software\Classes\Applications\skin-gui.exe\SupportedTypes"; ValueType: string; ValueName: ".jfif"; ValueData: ""
Root: HKA; Subkey: "Software\Classes\Applications\skin-gui.exe\SupportedTypes"; ValueType: string; ValueName: ".mpo"; ValueData: ""
Root: HKA; Subkey: "Software\Classes\Applications\skin-gui.exe\SupportedTypes"; ValueType: string; ValueName: ".png"; ValueData: ""
Root: HKA; Subkey: "Software\Classes\Applications\skin-gui.exe\SupportedTypes"; ValueType: string; ValueName: ".tif"; ValueData: ""
Root: HKA; Subkey: "Software\Classes\Applications\skin-gui.exe\SupportedTypes"; ValueType: string; ValueName: ".tiff"; ValueData: ""
Root: HKA; Subkey: "Software\Classes\Applications\skin-gui.exe\SupportedTypes"; ValueType: string; ValueName: ".bmp"; ValueData: ""
Root: HKA; Subkey: "Software\Classes\Applications\skin-gui.exe\SupportedTypes"; ValueType: string; ValueName: ".dib"; ValueData: ""
Root: HKA; Subkey: "Software\Classes\Applications\skin-gui.exe\SupportedTypes"; ValueType: string; ValueName: ".webp"; ValueData: ""
Root: HKA; Subkey: "Software\Classes\Applications\skin-gui.exe\SupportedTypes"; ValueType: string; ValueName: ".gif"; ValueData: ""
Root: HKA; Subkey: "Software\Classes\Applications\skin-gui.exe\SupportedTypes"; ValueType: string; ValueName: ".jp2"; ValueData: ""
Root: HKA; Subkey: "Software\Classes\Applications\skin-gui.exe\SupportedTypes"; ValueType: string; ValueName: ".j2k"; ValueData: ""
Root: HKA; Subkey: "Software\Classes\Applications\skin-gui.exe\SupportedTypes"; ValueType: string; ValueName: ".jpf"; ValueData: ""
Root: HKA; Subkey: "Software\Classes\Applications\skin-gui.exe\SupportedTypes"; ValueType: string; ValueName: ".jpx"; ValueData: ""
Root: HKA; Subkey: "Software\Classes\Applications\skin-gui.exe\SupportedTypes"; ValueType: string; ValueName: ".j2c"; ValueData: ""
Root: HKA; Subkey: "Software\Classes\Applications\skin-gui.exe\SupportedTypes"; ValueType: string; ValueName: ".jpc"; ValueData: ""
Root: HKA; Subkey: "Software\Classes\Applications\skin-gui.exe\SupportedTypes"; ValueType: string; ValueName: ".heic"; ValueData: ""
Root: HKA; Subkey: "Software\Classes\Applications\skin-gui.exe\SupportedTypes"; ValueType: string; ValueName: ".heif"; ValueData: ""
Root: HKA; Subkey: "Software\Classes\Applications\skin-gui.exe\SupportedTypes"; ValueType: string; ValueName: ".hif"; ValueData: ""
Root: HKA; Subkey: "Software\Classes\Applications\skin-gui.exe\SupportedTypes"; ValueType: string; ValueName: ".avif"; ValueData: ""
Root: HKA; Subkey: "Software\Classes\Applications\skin-gui.exe\SupportedTypes"; ValueType: string; ValueName: ".dcm"; ValueData: ""
Root: HKA; Subkey: "Software\Classes\Applications\skin-gui.exe\SupportedTypes"; ValueType: string; ValueName: ".dicom"; ValueData: ""
Root: HKA; Subkey: "Software\Classes\Applications\skin-gui.exe\SupportedTypes"; ValueType: string; ValueName: ".dic"; ValueData: ""
Root: HKA; Subkey: "Software\Classes\Applications\skin-gui.exe\SupportedTypes"; ValueType: string; ValueName: ".ima"; ValueData: ""

[Run]
Filename: "{app}\skin-gui.exe"; Description: "{cm:LaunchProgram,Skin GUI}"; Flags: nowait postinstall skipifsilent

[Code]
const
  EnvironmentKey = 'Environment';
  MachineEnvironmentKey = 'SYSTEM\CurrentControlSet\Control\Session Manager\Environment';

function EnvironmentRoot(): Integer;
begin
  if IsAdminInstallMode then Result := HKEY_LOCAL_MACHINE else Result := HKEY_CURRENT_USER;
end;

function EnvironmentSubkey(): String;
begin
  if IsAdminInstallMode then Result := MachineEnvironmentKey else Result := EnvironmentKey;
end;

function SearchPath(): String;
begin
  if not RegQueryStringValue(EnvironmentRoot, EnvironmentSubkey, 'Path', Result) then Result := '';
end;

{ The search path without the program's folder, whether it was in it or not. }
function WithoutProgram(Path: String): String;
var
  Entries: String;
begin
  Entries := ';' + Path + ';';
  StringChangeEx(Entries, ';' + ExpandConstant('{app}') + ';', ';', True);
  Result := Copy(Entries, 2, Length(Entries) - 2);
end;

procedure CurStepChanged(CurStep: TSetupStep);
var
  Path: String;
begin
  if (CurStep <> ssPostInstall) or not WizardIsTaskSelected('path') then Exit;
  Path := WithoutProgram(SearchPath);
  if (Path <> '') and (Path[Length(Path)] <> ';') then Path := Path + ';';
  RegWriteExpandStringValue(EnvironmentRoot, EnvironmentSubkey, 'Path', Path + ExpandConstant('{app}'));
end;

procedure CurUninstallStepChanged(CurUninstallStep: TUninstallStep);
begin
  if (CurUninstallStep = usPostUninstall) and (SearchPath <> WithoutProgram(SearchPath)) then
    RegWriteExpandStringValue(EnvironmentRoot, EnvironmentSubkey, 'Path', WithoutProgram(SearchPath));
end;
