<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>BatchBar</name>
    <message numerus="yes">
        <source>Cancelled. {rows} of {files} images are classified.</source>
        <translation>
            <numerusform>Cancelled. {rows} of {files} image is classified.</numerusform>
            <numerusform>Cancelled. {rows} of {files} images are classified.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Stopped. {rows} of {files} images are classified.</source>
        <translation>
            <numerusform>Stopped. {rows} of {files} image is classified.</numerusform>
            <numerusform>Stopped. {rows} of {files} images are classified.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{files} images, none classified yet.</source>
        <translation>
            <numerusform>{files} image, not classified yet.</numerusform>
            <numerusform>{files} images, none classified yet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{rows} of {files} images are classified.</source>
        <translation>
            <numerusform>{rows} of {files} image is classified.</numerusform>
            <numerusform>{rows} of {files} images are classified.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} rows are of files that are gone.</source>
        <translation>
            <numerusform>{count} row is of a file that is gone.</numerusform>
            <numerusform>{count} rows are of files that are gone.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} folders cannot be read.</source>
        <translation>
            <numerusform>{count} folder cannot be read.</numerusform>
            <numerusform>{count} folders cannot be read.</numerusform>
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
    <name>DecisionKeys</name>
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
        <source>{count} images</source>
        <translation>
            <numerusform>{count} image</numerusform>
            <numerusform>{count} images</numerusform>
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
        <source>{count} selected</source>
        <translation>
            <numerusform>{count} selected</numerusform>
            <numerusform>{count} selected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message numerus="yes">
        <source>{count} image names have their folder in them: other files are named alike.</source>
        <translation>
            <numerusform>{count} image name has its folder in it: another file is named alike.</numerusform>
            <numerusform>{count} image names have their folder in them: other files are named alike.</numerusform>
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
    <name>FolderNotice</name>
    <message numerus="yes">
        <source>{count} more</source>
        <translation>
            <numerusform>{count} more</numerusform>
            <numerusform>{count} more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Left out, because they are no images: {names}.</source>
        <translation>
            <numerusform>Left out, because it is no image: {names}.</numerusform>
            <numerusform>Left out, because they are no images: {names}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Nothing was opened, because these are no images: {names}.</source>
        <translation>
            <numerusform>Nothing was opened, because this is no image: {names}.</numerusform>
            <numerusform>Nothing was opened, because these are no images: {names}.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GroupingDialog</name>
    <message numerus="yes">
        <source>Fits {fits} of {count} images: {patients}, {lesions}.</source>
        <translation>
            <numerusform>Fits {fits} of {count} image: {patients}, {lesions}.</numerusform>
            <numerusform>Fits {fits} of {count} images: {patients}, {lesions}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} patients</source>
        <translation>
            <numerusform>{count} patient</numerusform>
            <numerusform>{count} patients</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} lesions</source>
        <translation>
            <numerusform>{count} lesion</numerusform>
            <numerusform>{count} lesions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Histogram</name>
    <message numerus="yes">
        <source>{above} of {total} images at or above {threshold}</source>
        <translation>
            <numerusform>{above} of {total} image at or above {threshold}</numerusform>
            <numerusform>{above} of {total} images at or above {threshold}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ModelBanner</name>
    <message numerus="yes">
        <source>These results, marked *, are of the model {models}. In use is {own}.</source>
        <translation>
            <numerusform>This result, marked *, is of the model {models}. In use is {own}.</numerusform>
            <numerusform>These results, marked *, are of the model {models}. In use is {own}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} of these results, marked *, are of the model {models}. In use is {own}.</source>
        <translation>
            <numerusform>{count} of these results, marked *, is of the model {models}. In use is {own}.</numerusform>
            <numerusform>{count} of these results, marked *, are of the model {models}. In use is {own}.</numerusform>
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
        <source>The batch in “{folder}” was cut short: {done} of {total} images are classified.</source>
        <translation>
            <numerusform>The batch in “{folder}” was cut short: {done} of {total} image is classified.</numerusform>
            <numerusform>The batch in “{folder}” was cut short: {done} of {total} images are classified.</numerusform>
        </translation>
    </message>
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
        <source>Measuring: {count} images to go. The measures are no part of the probability.</source>
        <translation>
            <numerusform>Measuring: {count} image to go. The measures are no part of the probability.</numerusform>
            <numerusform>Measuring: {count} images to go. The measures are no part of the probability.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message numerus="yes">
        <source>Not one of the {count} images</source>
        <translation>
            <numerusform>Not one of the images ({count})</numerusform>
            <numerusform>Not one of the {count} images</numerusform>
        </translation>
    </message>
</context>
</TS>
