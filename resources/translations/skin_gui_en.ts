<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>BatchBar</name>
    <message numerus="yes">
        <source>{files} images, none classified yet.</source>
        <translation>
            <numerusform>{files} image, not classified yet.</numerusform>
            <numerusform>{files} images, none classified yet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} failed</source>
        <translation>
            <numerusform>{count} failed</numerusform>
            <numerusform>{count} failed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BrowserFooter</name>
    <message numerus="yes">
        <source>{total} images</source>
        <translation>
            <numerusform>{total} image</numerusform>
            <numerusform>{total} images</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} unreadable</source>
        <translation>
            <numerusform>{count} unreadable</numerusform>
            <numerusform>{count} unreadable</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} folders not readable</source>
        <translation>
            <numerusform>{count} folder not readable</numerusform>
            <numerusform>{count} folders not readable</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ComparisonView</name>
    <message numerus="yes">
        <source>The models disagree on {count} images. Click one to see it in the window.</source>
        <translation>
            <numerusform>The models disagree on {count} image. Click it to see it in the window.</numerusform>
            <numerusform>The models disagree on {count} images. Click one to see it in the window.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FolderDialog</name>
    <message numerus="yes">
        <source>{count} lie on another drive and were copied.</source>
        <translation>
            <numerusform>{count} lies on another drive and was copied.</numerusform>
            <numerusform>{count} lie on another drive and were copied.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} are not where they were and were left out.</source>
        <translation>
            <numerusform>{count} is not where it was and was left out.</numerusform>
            <numerusform>{count} are not where they were and were left out.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PlaceRow</name>
    <message numerus="yes">
        <source>{count} files</source>
        <translation>
            <numerusform>{count} file</numerusform>
            <numerusform>{count} files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ResumeBanner</name>
    <message numerus="yes">
        <source>{count} are reviewed.</source>
        <translation>
            <numerusform>{count} is reviewed.</numerusform>
            <numerusform>{count} are reviewed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReviewTable</name>
    <message numerus="yes">
        <source>Record one decision for {count} images?</source>
        <translation>
            <numerusform>Record one decision for {count} image?</numerusform>
            <numerusform>Record one decision for {count} images?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} of them have not been on the screen since the folder was opened.</source>
        <translation>
            <numerusform>{count} of them has not been on the screen since the folder was opened.</numerusform>
            <numerusform>{count} of them have not been on the screen since the folder was opened.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Note for {count} images</source>
        <translation>
            <numerusform>Note for {count} image</numerusform>
            <numerusform>Note for {count} images</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Measuring: {count} images to go. The measures are no part of the probability.</source>
        <translation>
            <numerusform>Measuring: {count} image to go. The measures are no part of the probability.</numerusform>
            <numerusform>Measuring: {count} images to go. The measures are no part of the probability.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} selected</source>
        <translation>
            <numerusform>{count} selected</numerusform>
            <numerusform>{count} selected</numerusform>
        </translation>
    </message>
</context>
</TS>
