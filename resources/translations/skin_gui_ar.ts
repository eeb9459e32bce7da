<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About Skin GUI</source>
        <translation>حول Skin GUI</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>الإصدارات</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>التراخيص</translation>
    </message>
    <message>
        <source>Copy Versions</source>
        <translation>نسخ الإصدارات</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>Benign or malignant for dermoscopic images, on your own machine.</source>
        <translation>تصنيف صور تنظير الجلد إلى حميدة أو خبيثة، على حاسوبك أنت.</translation>
    </message>
    <message>
        <source>not in this edition</source>
        <translation>غير موجود في هذه النسخة</translation>
    </message>
    <message>
        <source>Skin GUI&apos;s code is licensed under the Apache License, Version 2.0.</source>
        <translation>شفرة Skin GUI مرخّصة برخصة Apache، الإصدار 2.0.</translation>
    </message>
    <message>
        <source>The network&apos;s convolutional base is VGG16 by Karen Simonyan and Andrew Zisserman (CC BY 4.0). The model was fitted on images of the ISIC Archive, HAM10000 among them (CC BY-NC 4.0): it is for non-commercial research and education.</source>
        <translation>القاعدة الالتفافية للشبكة هي VGG16 من عمل Karen Simonyan وAndrew Zisserman ‏(CC BY 4.0). ضُبط النموذج على صور من ISIC Archive، ومنها HAM10000 ‏(CC BY-NC 4.0): وهو للبحث والتعليم غير التجاريين.</translation>
    </message>
    <message>
        <source>Qt and Qt for Python are used under the GNU Lesser General Public License, version 3. Their libraries are separate files, which you may replace with builds of your own; their source is at code.qt.io.</source>
        <translation>تُستخدم Qt وQt for Python برخصة جنو العمومية الصغرى، الإصدار 3. ومكتباتهما ملفات منفصلة يمكنك استبدالها بمكتبات تبنيها بنفسك؛ ومصدرهما على code.qt.io.</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>&amp;Open Image…</source>
        <translation>&amp;فتح صورة…</translation>
    </message>
    <message>
        <source>Open &amp;Folder…</source>
        <translation>فتح م&amp;جلد…</translation>
    </message>
    <message>
        <source>Read Folder &amp;Again</source>
        <translation>إعادة &amp;قراءة المجلد</translation>
    </message>
    <message>
        <source>Open &amp;Samples</source>
        <translation>فتح ال&amp;عينات</translation>
    </message>
    <message>
        <source>&amp;Export Results…</source>
        <translation>ت&amp;صدير النتائج…</translation>
    </message>
    <message>
        <source>&amp;PDF Report…</source>
        <translation>تقرير &amp;PDF…</translation>
    </message>
    <message>
        <source>Classify &amp;Again with This Model</source>
        <translation>إعادة ال&amp;تصنيف بهذا النموذج</translation>
    </message>
    <message>
        <source>&amp;Close Image</source>
        <translation>إ&amp;غلاق الصورة</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>إ&amp;نهاء</translation>
    </message>
    <message>
        <source>&amp;Copy Result</source>
        <translation>ن&amp;سخ النتيجة</translation>
    </message>
    <message>
        <source>&amp;Find…</source>
        <translation>&amp;بحث…</translation>
    </message>
    <message>
        <source>&amp;Previous Image</source>
        <translation>الصورة ال&amp;سابقة</translation>
    </message>
    <message>
        <source>&amp;Next Image</source>
        <translation>الصورة ال&amp;تالية</translation>
    </message>
    <message>
        <source>&amp;First Image</source>
        <translation>الصورة الأ&amp;ولى</translation>
    </message>
    <message>
        <source>&amp;Last Image</source>
        <translation>الصورة الأ&amp;خيرة</translation>
    </message>
    <message>
        <source>Zoom &amp;In</source>
        <translation>ت&amp;كبير</translation>
    </message>
    <message>
        <source>Zoom &amp;Out</source>
        <translation>ت&amp;صغير</translation>
    </message>
    <message>
        <source>&amp;Fit to Window</source>
        <translation>&amp;ملاءمة النافذة</translation>
    </message>
    <message>
        <source>Original Si&amp;ze</source>
        <translation>الح&amp;جم الأصلي</translation>
    </message>
    <message>
        <source>Ca&amp;librate Ruler…</source>
        <translation>م&amp;عايرة المسطرة…</translation>
    </message>
    <message>
        <source>&amp;Magnifier</source>
        <translation>المكبّر (&amp;ب)</translation>
    </message>
    <message>
        <source>&amp;Ruler</source>
        <translation>المس&amp;طرة</translation>
    </message>
    <message>
        <source>Show &amp;Heatmap</source>
        <translation>إظهار ال&amp;خريطة الحرارية</translation>
    </message>
    <message>
        <source>Re&amp;view Mode</source>
        <translation>&amp;وضع المراجعة</translation>
    </message>
    <message>
        <source>F&amp;ull Screen</source>
        <translation>م&amp;لء الشاشة</translation>
    </message>
    <message>
        <source>&amp;Settings…</source>
        <translation>الإ&amp;عدادات…</translation>
    </message>
    <message>
        <source>&amp;User Guide</source>
        <translation>&amp;دليل المستخدم</translation>
    </message>
    <message>
        <source>&amp;Keyboard Shortcuts</source>
        <translation>ا&amp;ختصارات لوحة المفاتيح</translation>
    </message>
    <message>
        <source>&amp;About Skin GUI</source>
        <translation>&amp;حول Skin GUI</translation>
    </message>
    <message>
        <source>&amp;System</source>
        <translation>ال&amp;نظام</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;فاتح</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;داكن</translation>
    </message>
</context>
<context>
    <name>AgreementBox</name>
    <message>
        <source>Agreement</source>
        <translation>الاتفاق</translation>
    </message>
    <message>
        <source>Counted once you and the model, or histology, have both spoken.</source>
        <translation>يُحسب بعد أن تقول أنت والنموذج، أو الفحص النسيجي، الرأي.</translation>
    </message>
    <message>
        <source>You and the model</source>
        <translation>أنت والنموذج</translation>
    </message>
    <message>
        <source>Your first reading and the model</source>
        <translation>قراءتك الأولى والنموذج</translation>
    </message>
    <message>
        <source>You and histology</source>
        <translation>أنت والفحص النسيجي</translation>
    </message>
    <message>
        <source>Your first reading and histology</source>
        <translation>قراءتك الأولى والفحص النسيجي</translation>
    </message>
    <message>
        <source>The model and histology</source>
        <translation>النموذج والفحص النسيجي</translation>
    </message>
    <message>
        <source>{count} of {total}: {share} (95 % interval {low} to {high})</source>
        <translation>{count} من {total}: {share} (فاصل ٩٥٪؜ من {low} إلى {high})</translation>
    </message>
</context>
<context>
    <name>Assessment</name>
    <message>
        <source>Nevus</source>
        <translation>وحمة</translation>
    </message>
    <message>
        <source>Melanoma</source>
        <translation>ورم ميلانيني</translation>
    </message>
    <message>
        <source>Basal cell carcinoma</source>
        <translation>سرطان الخلايا القاعدية</translation>
    </message>
    <message>
        <source>Squamous cell carcinoma or actinic keratosis</source>
        <translation>سرطان الخلايا الحرشفية أو التقرن السفعي</translation>
    </message>
    <message>
        <source>Benign keratosis</source>
        <translation>تقرن حميد</translation>
    </message>
    <message>
        <source>Dermatofibroma</source>
        <translation>ورم ليفي جلدي</translation>
    </message>
    <message>
        <source>Vascular lesion</source>
        <translation>آفة وعائية</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>أخرى</translation>
    </message>
    <message>
        <source>Other, benign</source>
        <translation>أخرى، حميدة</translation>
    </message>
    <message>
        <source>Other, malignant</source>
        <translation>أخرى، خبيثة</translation>
    </message>
    <message>
        <source>Biopsy</source>
        <translation>خزعة</translation>
    </message>
    <message>
        <source>Excision</source>
        <translation>استئصال</translation>
    </message>
    <message>
        <source>Follow-up</source>
        <translation>متابعة</translation>
    </message>
    <message>
        <source>Second opinion</source>
        <translation>رأي ثانٍ</translation>
    </message>
    <message>
        <source>Photograph again</source>
        <translation>إعادة التصوير</translation>
    </message>
    <message>
        <source>Tell the patient</source>
        <translation>إبلاغ المريض</translation>
    </message>
    <message>
        <source>Teaching</source>
        <translation>تعليم</translation>
    </message>
    <message>
        <source>Diagnosis</source>
        <translation>التشخيص</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>العلامات</translation>
    </message>
    <message>
        <source>Histology</source>
        <translation>الفحص النسيجي</translation>
    </message>
</context>
<context>
    <name>AuditView</name>
    <message>
        <source>Benign</source>
        <translation>حميد</translation>
    </message>
    <message>
        <source>Malignant</source>
        <translation>خبيث</translation>
    </message>
    <message>
        <source>Together</source>
        <translation>معًا</translation>
    </message>
    <message>
        <source>Different lesions, patients or pictures: {count}</source>
        <translation>آفات أو مرضى أو صور مختلفة: {count}</translation>
    </message>
</context>
<context>
    <name>Badges</name>
    <message>
        <source>Synthetic</source>
        <translation>اصطناعية</translation>
    </message>
    <message>
        <source>Unreadable</source>
        <translation>غير مقروءة</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>فشل</translation>
    </message>
</context>
<context>
    <name>BatchBar</name>
    <message>
        <source>Classify Folder</source>
        <translation>تصنيف المجلد</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>إيقاف مؤقت</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Sub-folders</source>
        <translation>المجلدات الفرعية</translation>
    </message>
    <message>
        <source>Classify the folders within this folder too</source>
        <translation>تصنيف المجلدات الفرعية لهذا المجلد أيضًا</translation>
    </message>
    <message>
        <source>Progress of the batch</source>
        <translation>تقدّم الدفعة</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>تصدير…</translation>
    </message>
    <message>
        <source>Save the results as CSV or as a PDF report (Ctrl+E)</source>
        <translation>حفظ النتائج بصيغة CSV أو كتقرير PDF ‏(Ctrl+E)</translation>
    </message>
    <message>
        <source>Pausing…</source>
        <translation>جارٍ الإيقاف المؤقت…</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>متابعة</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>استئناف</translation>
    </message>
    <message>
        <source>Cancelling…</source>
        <translation>جارٍ الإلغاء…</translation>
    </message>
    <message>
        <source>Retry Failed ({count})</source>
        <translation>إعادة محاولة الفاشلة ({count})</translation>
    </message>
    <message>
        <source>Open a folder to classify its images.</source>
        <translation>افتح مجلدًا لتصنيف صوره.</translation>
    </message>
    <message>
        <source>Opening the folder…</source>
        <translation>جارٍ فتح المجلد…</translation>
    </message>
    <message numerus="yes">
        <source>Cancelled. {rows} of {files} images are classified.</source>
        <translation>
            <numerusform>أُلغيت. الصور المصنّفة: {rows} من {files}.</numerusform>
            <numerusform>أُلغيت. الصور المصنّفة: {rows} من {files}.</numerusform>
            <numerusform>أُلغيت. الصور المصنّفة: {rows} من {files}.</numerusform>
            <numerusform>أُلغيت. الصور المصنّفة: {rows} من {files}.</numerusform>
            <numerusform>أُلغيت. الصور المصنّفة: {rows} من {files}.</numerusform>
            <numerusform>أُلغيت. الصور المصنّفة: {rows} من {files}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Stopped. {rows} of {files} images are classified.</source>
        <translation>
            <numerusform>توقّفت. الصور المصنّفة: {rows} من {files}.</numerusform>
            <numerusform>توقّفت. الصور المصنّفة: {rows} من {files}.</numerusform>
            <numerusform>توقّفت. الصور المصنّفة: {rows} من {files}.</numerusform>
            <numerusform>توقّفت. الصور المصنّفة: {rows} من {files}.</numerusform>
            <numerusform>توقّفت. الصور المصنّفة: {rows} من {files}.</numerusform>
            <numerusform>توقّفت. الصور المصنّفة: {rows} من {files}.</numerusform>
        </translation>
    </message>
    <message>
        <source>This folder cannot be read now.</source>
        <translation>لا يمكن قراءة هذا المجلد الآن.</translation>
    </message>
    <message>
        <source>This folder holds no image.</source>
        <translation>لا يحتوي هذا المجلد على أي صورة.</translation>
    </message>
    <message numerus="yes">
        <source>{files} images, none classified yet.</source>
        <translation>
            <numerusform>لا صور.</numerusform>
            <numerusform>صورة واحدة لم تُصنّف بعد.</numerusform>
            <numerusform>صورتان لم تُصنّفا بعد.</numerusform>
            <numerusform>{files} صور لم تُصنّف أيّ منها بعد.</numerusform>
            <numerusform>{files} صورة لم تُصنّف أيّ منها بعد.</numerusform>
            <numerusform>{files} صورة لم تُصنّف أيّ منها بعد.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{rows} of {files} images are classified.</source>
        <translation>
            <numerusform>الصور المصنّفة: {rows} من {files}.</numerusform>
            <numerusform>الصور المصنّفة: {rows} من {files}.</numerusform>
            <numerusform>الصور المصنّفة: {rows} من {files}.</numerusform>
            <numerusform>الصور المصنّفة: {rows} من {files}.</numerusform>
            <numerusform>الصور المصنّفة: {rows} من {files}.</numerusform>
            <numerusform>الصور المصنّفة: {rows} من {files}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} rows are of files that are gone.</source>
        <translation>
            <numerusform>{count} صفوف لملفات لم تعد موجودة.</numerusform>
            <numerusform>صف واحد لملف لم يعد موجودًا.</numerusform>
            <numerusform>صفان لملفين لم يعودا موجودين.</numerusform>
            <numerusform>{count} صفوف لملفات لم تعد موجودة.</numerusform>
            <numerusform>{count} صفًا لملفات لم تعد موجودة.</numerusform>
            <numerusform>{count} صف لملفات لم تعد موجودة.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} folders cannot be read.</source>
        <translation>
            <numerusform>لا يمكن قراءة {count} مجلدات.</numerusform>
            <numerusform>لا يمكن قراءة مجلد واحد.</numerusform>
            <numerusform>لا يمكن قراءة مجلدين.</numerusform>
            <numerusform>لا يمكن قراءة {count} مجلدات.</numerusform>
            <numerusform>لا يمكن قراءة {count} مجلدًا.</numerusform>
            <numerusform>لا يمكن قراءة {count} مجلد.</numerusform>
        </translation>
    </message>
    <message>
        <source>Preparing…</source>
        <translation>جارٍ التحضير…</translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation>{done} من {total}</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>متوقف مؤقتًا</translation>
    </message>
    <message>
        <source>{time} left</source>
        <translation>يتبقى {time}</translation>
    </message>
    <message numerus="yes">
        <source>{count} failed</source>
        <translation>
            <numerusform>لم تفشل أي صورة</numerusform>
            <numerusform>فشلت صورة واحدة</numerusform>
            <numerusform>فشلت صورتان</numerusform>
            <numerusform>فشلت {count} صور</numerusform>
            <numerusform>فشلت {count} صورة</numerusform>
            <numerusform>فشلت {count} صورة</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BatchReview</name>
    <message>
        <source>Batch Review</source>
        <translation>مراجعة الدفعة</translation>
    </message>
    <message>
        <source>Batch Review in Its Own &amp;Window</source>
        <translation>مراجعة الدفعة في نافذة مس&amp;تقلة</translation>
    </message>
    <message>
        <source>{name} and {count} more</source>
        <translation>{name} و{count} أخرى</translation>
    </message>
</context>
<context>
    <name>BeforeAfter</name>
    <message>
        <source>Activate</source>
        <translation>تنشيط</translation>
    </message>
    <message>
        <source>Keep Without Activating</source>
        <translation>الاحتفاظ دون تنشيط</translation>
    </message>
    <message>
        <source>Discard…</source>
        <translation>حذف…</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>قبل</translation>
    </message>
    <message>
        <source>After</source>
        <translation>بعد</translation>
    </message>
    <message>
        <source>Measured {measured}. Probabilities, Brier score and ECE are for a prevalence of {prevalence}. Calibration changes no order of images, so the AUC stays.</source>
        <translation>قيس {measured}. الاحتمالات ودرجة بريير وECE محسوبة لانتشار قدره {prevalence}. لا تغيّر المعايرة ترتيب الصور، لذلك تبقى AUC كما هي.</translation>
    </message>
</context>
<context>
    <name>BrowserController</name>
    <message>
        <source>Image &amp;Browser</source>
        <translation>متص&amp;فّح الصور</translation>
    </message>
    <message>
        <source>Several files and folders are open. Open one folder to see its images here.</source>
        <translation>عدة ملفات ومجلدات مفتوحة. افتح مجلدًا واحدًا لرؤية صوره هنا.</translation>
    </message>
</context>
<context>
    <name>BrowserFooter</name>
    <message>
        <source>Size of the thumbnails</source>
        <translation>حجم الصور المصغّرة</translation>
    </message>
    <message>
        <source>Size of the thumbnails (Ctrl+wheel)</source>
        <translation>حجم الصور المصغّرة (Ctrl + عجلة الفأرة)</translation>
    </message>
    <message>
        <source>{shown} of {total} images</source>
        <translation>{shown} من {total} صورة</translation>
    </message>
    <message numerus="yes">
        <source>{total} images</source>
        <translation>
            <numerusform>لا صور</numerusform>
            <numerusform>صورة واحدة</numerusform>
            <numerusform>صورتان</numerusform>
            <numerusform>{total} صور</numerusform>
            <numerusform>{total} صورة</numerusform>
            <numerusform>{total} صورة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} unreadable</source>
        <translation>
            <numerusform>كلها مقروءة</numerusform>
            <numerusform>واحدة غير مقروءة</numerusform>
            <numerusform>اثنتان غير مقروءتين</numerusform>
            <numerusform>{count} غير مقروءة</numerusform>
            <numerusform>{count} غير مقروءة</numerusform>
            <numerusform>{count} غير مقروءة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} folders not readable</source>
        <translation>
            <numerusform>كل المجلدات مقروءة</numerusform>
            <numerusform>مجلد واحد غير مقروء</numerusform>
            <numerusform>مجلدان غير مقروءين</numerusform>
            <numerusform>{count} مجلدات غير مقروءة</numerusform>
            <numerusform>{count} مجلدًا غير مقروء</numerusform>
            <numerusform>{count} مجلد غير مقروء</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BrowserHeader</name>
    <message>
        <source>Recent folders</source>
        <translation>المجلدات الأخيرة</translation>
    </message>
    <message>
        <source>Sort by</source>
        <translation>الترتيب حسب</translation>
    </message>
    <message>
        <source>Sub-folders</source>
        <translation>المجلدات الفرعية</translation>
    </message>
    <message>
        <source>Show the images of folders within the folder as well</source>
        <translation>إظهار صور المجلدات الفرعية أيضًا</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>الأحدث أولًا</translation>
    </message>
    <message>
        <source>Oldest first</source>
        <translation>الأقدم أولًا</translation>
    </message>
    <message>
        <source>Largest first</source>
        <translation>الأكبر أولًا</translation>
    </message>
    <message>
        <source>Most probably malignant first</source>
        <translation>الأرجح خباثةً أولًا</translation>
    </message>
    <message>
        <source>Label: malignant first</source>
        <translation>التصنيف: الخبيث أولًا</translation>
    </message>
    <message>
        <source>Not reviewed first</source>
        <translation>غير المراجَعة أولًا</translation>
    </message>
    <message>
        <source>Patient and lesion</source>
        <translation>المريض والآفة</translation>
    </message>
    <message>
        <source>Nothing yet</source>
        <translation>لا شيء بعد</translation>
    </message>
</context>
<context>
    <name>BrowserModel</name>
    <message>
        <source>{label}, probability of malignancy {probability}</source>
        <translation>{label}، احتمال الخباثة {probability}</translation>
    </message>
    <message>
        <source>Reviewed: agreed</source>
        <translation>روجعت: موافقة</translation>
    </message>
    <message>
        <source>Reviewed: changed to {label}</source>
        <translation>روجعت: غُيّرت إلى {label}</translation>
    </message>
    <message>
        <source>Reviewed: unsure</source>
        <translation>روجعت: غير مؤكدة</translation>
    </message>
    <message>
        <source>Synthetic sample</source>
        <translation>عينة اصطناعية</translation>
    </message>
</context>
<context>
    <name>BrushBar</name>
    <message>
        <source>Correct the Outline</source>
        <translation>تصحيح المحيط</translation>
    </message>
    <message>
        <source>Save Mask…</source>
        <translation>حفظ القناع…</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>إضافة</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>مسح</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>تراجع</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>إعادة</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>إعادة ضبط</translation>
    </message>
    <message>
        <source>The program&apos;s own outline again</source>
        <translation>العودة إلى محيط البرنامج</translation>
    </message>
    <message>
        <source>Size of the brush</source>
        <translation>حجم الفرشاة</translation>
    </message>
    <message>
        <source>Draw on the image. E changes between adding and erasing, [ and ] the size; Ctrl+Z takes a stroke back; Esc ends. Without a mouse, the arrow keys move the brush; Space draws, and so do the arrows with Shift. With Ctrl held the mouse moves the image. The measures follow; the probability does not.</source>
        <translation>ارسم على الصورة. يبدّل E بين الإضافة والمسح، و[ و] يغيّران الحجم؛ يتراجع Ctrl+Z عن خط؛ وينهي Esc. دون فأر تحرّك مفاتيح الأسهم الفرشاة؛ وترسم المسافة، وكذلك الأسهم مع Shift. مع إبقاء Ctrl مضغوطًا يحرّك الفأر الصورة. تتبع القياسات ذلك؛ أما الاحتمال فلا يتغير.</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>الحجم</translation>
    </message>
</context>
<context>
    <name>BusyBar</name>
    <message>
        <source>Working</source>
        <translation>قيد العمل</translation>
    </message>
</context>
<context>
    <name>CalibratePage</name>
    <message>
        <source>Calibrate</source>
        <translation>معايرة</translation>
    </message>
    <message>
        <source>A folder</source>
        <translation>مجلد</translation>
    </message>
    <message>
        <source>The reviewed images</source>
        <translation>الصور التي تمت مراجعتها</translation>
    </message>
    <message>
        <source>Choose Folder…</source>
        <translation>اختيار مجلد…</translation>
    </message>
    <message>
        <source>My clinic</source>
        <translation>عيادتي</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>تلقائي</translation>
    </message>
    <message>
        <source>Cancel Calibration</source>
        <translation>إلغاء المعايرة</translation>
    </message>
    <message>
        <source>Make the active model&apos;s probabilities and its operating point right for your clinic and camera, with a few dozen of your own labelled images. Nothing else of the model changes, and nothing changes before you decide. No image leaves this computer.</source>
        <translation>اضبط احتمالات النموذج النشط ونقطة تشغيله لعيادتك وجهازك ببضع عشرات من صورك المصنّفة. لا يتغيّر شيء آخر في النموذج، ولا يتغيّر شيء قبل قرارك. لا تغادر أي صورة هذا الحاسوب.</translation>
    </message>
    <message>
        <source>With folders named benign and malignant; at least 20 different lesions of each.</source>
        <translation>فيه مجلدان باسم benign وmalignant؛ ٢٠ آفة مختلفة على الأقل من كل منهما.</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>المجلد</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>الصور</translation>
    </message>
    <message>
        <source>Results show it, with the words “not validated”. A name that is taken gets a number.</source>
        <translation>تعرضه النتائج مع عبارة «غير مُصادَق عليه». ويُضاف رقم إلى الاسم المستخدم من قبل.</translation>
    </message>
    <message>
        <source>Share of malignant lesions where the model will be used. Automatic: that of the images, but the model&apos;s own where about as many are benign as malignant.</source>
        <translation>نسبة الآفات الخبيثة حيث سيُستخدم النموذج. تلقائي: نسبة الصور، أو نسبة النموذج إذا كان عدد الحميدة والخبيثة متقاربًا.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <source>Prevalence</source>
        <translation>الانتشار</translation>
    </message>
    <message>
        <source>Cancelled. Nothing was stored.</source>
        <translation>أُلغيت. لم يُحفظ شيء.</translation>
    </message>
    <message>
        <source>Labelled Images</source>
        <translation>صور مصنّفة</translation>
    </message>
    <message>
        <source>Classifying your images…</source>
        <translation>جارٍ تصنيف صورك…</translation>
    </message>
    <message>
        <source>{name} is active now.</source>
        <translation>{name} نشط الآن.</translation>
    </message>
    <message>
        <source>{name} is on the Model page; it is not active.</source>
        <translation>{name} موجود في صفحة النموذج؛ وهو غير نشط.</translation>
    </message>
    <message>
        <source>Discard Calibration</source>
        <translation>حذف المعايرة</translation>
    </message>
    <message>
        <source>At least {fewest} of each are needed.</source>
        <translation>يلزم {fewest} على الأقل من كل نوع.</translation>
    </message>
    <message>
        <source>Images in it: benign {benign}, malignant {malignant}.</source>
        <translation>الصور فيه: حميدة {benign}، خبيثة {malignant}.</translation>
    </message>
    <message>
        <source>Counting its images…</source>
        <translation>جارٍ عدّ صوره…</translation>
    </message>
    <message>
        <source>Discard the calibrated model {name}? Your images stay.</source>
        <translation>هل تحذف النموذج المعايَر {name}؟ تبقى صورك.</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>حذف</translation>
    </message>
    <message>
        <source>{name} is discarded.</source>
        <translation>حُذف {name}.</translation>
    </message>
    <message>
        <source>Look at the figures, then decide.</source>
        <translation>انظر إلى الأرقام ثم قرّر.</translation>
    </message>
    <message>
        <source>{benign} benign and {malignant} malignant images of the open session are decided.</source>
        <translation>في الجلسة المفتوحة قرار لـ {benign} صورة حميدة و{malignant} صورة خبيثة.</translation>
    </message>
</context>
<context>
    <name>CameraBanner</name>
    <message>
        <source>Dismiss</source>
        <translation>إخفاء</translation>
    </message>
    <message>
        <source>{count} of {total} images are unlike the model’s training data.</source>
        <translation>{count} من {total} صورة لا تشبه بيانات تدريب النموذج.</translation>
    </message>
    <message>
        <source>{count} of {total} images are called malignant.</source>
        <translation>صُنّفت {count} من {total} صورة خبيثة.</translation>
    </message>
    <message>
        <source>{count} of {total} images are called benign.</source>
        <translation>صُنّفت {count} من {total} صورة حميدة.</translation>
    </message>
    <message>
        <source>The model’s figures do not seem to hold for this camera or clinic. Calibrate it for your own clinic with labelled images: Settings, Calibrate.</source>
        <translation>يبدو أن أرقام النموذج لا تنطبق على هذا الجهاز أو هذه العيادة. عايره لعيادتك بصور مصنّفة: الإعدادات، معايرة.</translation>
    </message>
</context>
<context>
    <name>CardView</name>
    <message>
        <source>Model card</source>
        <translation>بطاقة النموذج</translation>
    </message>
    <message>
        <source>Choose a model to read its card.</source>
        <translation>اختر نموذجًا لقراءة بطاقته.</translation>
    </message>
</context>
<context>
    <name>CentralStack</name>
    <message>
        <source>Classifying…</source>
        <translation>جارٍ التصنيف…</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>جارٍ البدء…</translation>
    </message>
    <message>
        <source>What can be seen of it is shown, without a result.</source>
        <translation>يُعرض ما يمكن رؤيته منها، بلا نتيجة.</translation>
    </message>
    <message>
        <source>This image cannot be shown</source>
        <translation>لا يمكن عرض هذه الصورة</translation>
    </message>
    <message>
        <source>There is no result for this image.</source>
        <translation>لا توجد نتيجة لهذه الصورة.</translation>
    </message>
    <message>
        <source>None of these folders holds an image.</source>
        <translation>لا يحتوي أي من هذه المجلدات على صورة.</translation>
    </message>
    <message>
        <source>The folder {name} holds no image.</source>
        <translation>لا يحتوي المجلد {name} على أي صورة.</translation>
    </message>
    <message>
        <source>The folder {name} itself holds no image. “Sub-folders” shows those of folders within it.</source>
        <translation>لا يحتوي المجلد {name} نفسه على أي صورة. يعرض «المجلدات الفرعية» صور المجلدات التي فيه.</translation>
    </message>
    <message>
        <source>No images here</source>
        <translation>لا توجد صور هنا</translation>
    </message>
    <message>
        <source>no model</source>
        <translation>لا نموذج</translation>
    </message>
    <message>
        <source>Images can be looked at, but not classified, until a model is installed.</source>
        <translation>يمكن مشاهدة الصور، لكن لا يمكن تصنيفها قبل تثبيت نموذج.</translation>
    </message>
</context>
<context>
    <name>Checklists</name>
    <message>
        <source>Atypical pigment network (2)</source>
        <translation>شبكة صباغية غير نموذجية (٢)</translation>
    </message>
    <message>
        <source>Blue-whitish veil (2)</source>
        <translation>غلالة زرقاء مبيضة (٢)</translation>
    </message>
    <message>
        <source>Atypical vascular pattern (2)</source>
        <translation>نمط وعائي غير نموذجي (٢)</translation>
    </message>
    <message>
        <source>Irregular streaks (1)</source>
        <translation>خطوط غير منتظمة (١)</translation>
    </message>
    <message>
        <source>Irregular pigmentation (1)</source>
        <translation>تصبغ غير منتظم (١)</translation>
    </message>
    <message>
        <source>Irregular dots and globules (1)</source>
        <translation>نقاط وكريات غير منتظمة (١)</translation>
    </message>
    <message>
        <source>Regression structures (1)</source>
        <translation>بنى تراجع (١)</translation>
    </message>
    <message>
        <source>Symmetry of pattern (speaks against melanoma)</source>
        <translation>تناظر النمط (يعارض الورم الميلانيني)</translation>
    </message>
    <message>
        <source>A single colour (speaks against melanoma)</source>
        <translation>لون واحد (يعارض الورم الميلانيني)</translation>
    </message>
    <message>
        <source>Blue-white veil</source>
        <translation>غلالة زرقاء بيضاء</translation>
    </message>
    <message>
        <source>Multiple brown dots</source>
        <translation>نقاط بنية متعددة</translation>
    </message>
    <message>
        <source>Pseudopods</source>
        <translation>أقدام كاذبة</translation>
    </message>
    <message>
        <source>Radial streaming</source>
        <translation>خطوط شعاعية</translation>
    </message>
    <message>
        <source>Scar-like depigmentation</source>
        <translation>زوال تصبغ شبيه بالندبة</translation>
    </message>
    <message>
        <source>Peripheral black dots or globules</source>
        <translation>نقاط أو كريات سوداء طرفية</translation>
    </message>
    <message>
        <source>Five or six colours</source>
        <translation>خمسة ألوان أو ستة</translation>
    </message>
    <message>
        <source>Multiple blue or grey dots</source>
        <translation>نقاط زرقاء أو رمادية متعددة</translation>
    </message>
    <message>
        <source>Broadened network</source>
        <translation>شبكة عريضة</translation>
    </message>
    <message>
        <source>{score} (suspicious from {limit}), revised {revised} (from {low})</source>
        <translation>{score} (مشتبه به من {limit})، المعدّلة {revised} (من {low})</translation>
    </message>
    <message>
        <source>suspicious</source>
        <translation>مشتبه</translation>
    </message>
    <message>
        <source>not suspicious</source>
        <translation>غير مشتبه بها</translation>
    </message>
    <message>
        <source>7-point checklist</source>
        <translation>قائمة النقاط السبع</translation>
    </message>
    <message>
        <source>Menzies&apos; method</source>
        <translation>طريقة منزيس</translation>
    </message>
</context>
<context>
    <name>ChecklistsDialog</name>
    <message>
        <source>Checklists</source>
        <translation>قوائم المعايير</translation>
    </message>
    <message>
        <source>7-point checklist</source>
        <translation>قائمة النقاط السبع</translation>
    </message>
    <message>
        <source>Menzies&apos; method</source>
        <translation>طريقة منزيس</translation>
    </message>
    <message>
        <source>For melanocytic lesions. No part of the probability.</source>
        <translation>للآفات الميلانينية. ليست جزءًا من الاحتمال.</translation>
    </message>
    <message>
        <source>{criterion} – proposed from the measures</source>
        <translation>{criterion} – مقترح من القياسات</translation>
    </message>
    <message>
        <source>not filled in</source>
        <translation>غير معبأة</translation>
    </message>
</context>
<context>
    <name>CompareWindow</name>
    <message>
        <source>Compare</source>
        <translation>مقارنة</translation>
    </message>
    <message>
        <source>&amp;Side by Side</source>
        <translation>&amp;جنبًا إلى جنب</translation>
    </message>
    <message>
        <source>&amp;Image and Heatmap</source>
        <translation>ال&amp;صورة والخريطة الحرارية</translation>
    </message>
    <message>
        <source>Over &amp;Time</source>
        <translation>عبر ال&amp;زمن</translation>
    </message>
</context>
<context>
    <name>ComparisonView</name>
    <message>
        <source>Compare Models</source>
        <translation>مقارنة النموذجين</translation>
    </message>
    <message>
        <source>ROC curve</source>
        <translation>منحنى ROC</translation>
    </message>
    <message>
        <source>Reliability</source>
        <translation>المعايرة</translation>
    </message>
    <message>
        <source>New model</source>
        <translation>النموذج الجديد</translation>
    </message>
    <message>
        <source>Active model</source>
        <translation>النموذج النشط</translation>
    </message>
    <message>
        <source>The models agree on every image.</source>
        <translation>يتفق النموذجان في كل الصور.</translation>
    </message>
    <message numerus="yes">
        <source>The models disagree on {count} images. Click one to see it in the window.</source>
        <translation>
            <numerusform>يتفق النموذجان في كل الصور.</numerusform>
            <numerusform>يختلف النموذجان في صورة واحدة. انقر عليها لعرضها في النافذة.</numerusform>
            <numerusform>يختلف النموذجان في صورتين. انقر على إحداهما لعرضها في النافذة.</numerusform>
            <numerusform>يختلف النموذجان في {count} صور. انقر على إحداها لعرضها في النافذة.</numerusform>
            <numerusform>يختلف النموذجان في {count} صورة. انقر على إحداها لعرضها في النافذة.</numerusform>
            <numerusform>يختلف النموذجان في {count} صورة. انقر على إحداها لعرضها في النافذة.</numerusform>
        </translation>
    </message>
    <message>
        <source>Discard…</source>
        <translation>حذف…</translation>
    </message>
    <message>
        <source>Remove the new model from the store</source>
        <translation>حذف النموذج الجديد من المخزن</translation>
    </message>
    <message>
        <source>Keep Without Activating</source>
        <translation>الاحتفاظ دون تنشيط</translation>
    </message>
    <message>
        <source>Leave it on the Model page; the active model stays in use</source>
        <translation>تركه في صفحة النموذج؛ ويبقى النموذج النشط مستخدمًا</translation>
    </message>
    <message>
        <source>Activate</source>
        <translation>تنشيط</translation>
    </message>
    <message>
        <source>Use the new model from now on; the Model page can roll it back</source>
        <translation>استخدام النموذج الجديد من الآن؛ ويمكن التراجع من صفحة النموذج</translation>
    </message>
</context>
<context>
    <name>ConfusionView</name>
    <message>
        <source>benign</source>
        <translation>حميد</translation>
    </message>
    <message>
        <source>malignant</source>
        <translation>خبيث</translation>
    </message>
    <message>
        <source>Confusion matrix</source>
        <translation>مصفوفة الالتباس</translation>
    </message>
    <message>
        <source>{tn} of {benign} benign and {tp} of {malignant} malignant images are called so.</source>
        <translation>صُنّفت تصنيفًا صحيحًا {tn} من {benign} صورة حميدة و{tp} من {malignant} صورة خبيثة.</translation>
    </message>
    <message>
        <source>The model says</source>
        <translation>رأي النموذج</translation>
    </message>
    <message>
        <source>Truly</source>
        <translation>في الواقع</translation>
    </message>
</context>
<context>
    <name>CrashDialog</name>
    <message>
        <source>Something went wrong</source>
        <translation>حدث خطأ ما</translation>
    </message>
    <message>
        <source>Skin GUI met an error that it did not expect. You can go on, but if it happens again, please restart the program. The report below names neither files nor patients; copy it to tell us.</source>
        <translation>واجه Skin GUI خطأً غير متوقع. يمكنك المتابعة، ولكن إذا تكرّر الخطأ فيُرجى إعادة تشغيل البرنامج. لا يذكر التقرير أدناه أسماء ملفات ولا مرضى؛ انسخه لإبلاغنا.</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>التقرير</translation>
    </message>
    <message>
        <source>Copy Report</source>
        <translation>نسخ التقرير</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>تم النسخ</translation>
    </message>
</context>
<context>
    <name>Curves</name>
    <message>
        <source>Loss</source>
        <translation>الخسارة</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>الدقة</translation>
    </message>
    <message>
        <source>AUC</source>
        <translation>AUC</translation>
    </message>
    <message>
        <source>Epoch</source>
        <translation>الدورة</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>التدريب</translation>
    </message>
    <message>
        <source>Validation</source>
        <translation>التحقق</translation>
    </message>
    <message>
        <source>Epoch {number} of {epochs}. Best so far on the validation images: epoch {best}, AUC {auc}.</source>
        <translation>الدورة {number} من {epochs}. الأفضل حتى الآن على صور التحقق: الدورة {best}، AUC ‏{auc}.</translation>
    </message>
</context>
<context>
    <name>DecisionKeys</name>
    <message>
        <source>Nothing recorded: the result is hidden. Say benign, malignant or unsure.</source>
        <translation>لم يُسجل شيء: النتيجة مخفية. قل حميد أو خبيث أو غير مؤكد.</translation>
    </message>
    <message>
        <source>Nothing recorded: a file that could not be classified takes no decision.</source>
        <translation>لم يُسجَّل شيء: الملف الذي تعذّر تصنيفه لا يقبل قرارًا.</translation>
    </message>
    <message>
        <source>Nothing recorded: the image was not on the screen yet.</source>
        <translation>لم يُسجَّل شيء: لم تكن الصورة على الشاشة بعد.</translation>
    </message>
    <message>
        <source>Batch review</source>
        <translation>مراجعة الدفعة</translation>
    </message>
    <message numerus="yes">
        <source>Record one decision for {count} images?</source>
        <translation>
            <numerusform>لا توجد صور لتسجيل قرار لها</numerusform>
            <numerusform>تسجيل قرار لصورة واحدة؟</numerusform>
            <numerusform>تسجيل قرار واحد لصورتين؟</numerusform>
            <numerusform>تسجيل قرار واحد لـ {count} صور؟</numerusform>
            <numerusform>تسجيل قرار واحد لـ {count} صورة؟</numerusform>
            <numerusform>تسجيل قرار واحد لـ {count} صورة؟</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} of them have not been on the screen since the folder was opened.</source>
        <translation>
            <numerusform>كلها كانت على الشاشة منذ فتح المجلد.</numerusform>
            <numerusform>واحدة منها لم تظهر على الشاشة منذ فتح المجلد.</numerusform>
            <numerusform>اثنتان منها لم تظهرا على الشاشة منذ فتح المجلد.</numerusform>
            <numerusform>{count} منها لم تظهر على الشاشة منذ فتح المجلد.</numerusform>
            <numerusform>{count} منها لم تظهر على الشاشة منذ فتح المجلد.</numerusform>
            <numerusform>{count} منها لم تظهر على الشاشة منذ فتح المجلد.</numerusform>
        </translation>
    </message>
    <message>
        <source>Record for All</source>
        <translation>تسجيل للجميع</translation>
    </message>
    <message>
        <source>Undone: {step}</source>
        <translation>تم التراجع: {step}</translation>
    </message>
    <message>
        <source>Redone: {step}</source>
        <translation>تمت الإعادة: {step}</translation>
    </message>
    <message numerus="yes">
        <source>{count} images</source>
        <translation>
            <numerusform>لا صور</numerusform>
            <numerusform>صورة واحدة</numerusform>
            <numerusform>صورتان</numerusform>
            <numerusform>{count} صور</numerusform>
            <numerusform>{count} صورة</numerusform>
            <numerusform>{count} صورة</numerusform>
        </translation>
    </message>
    <message>
        <source>not reviewed</source>
        <translation>غير مراجَعة</translation>
    </message>
    <message>
        <source>now: {review}</source>
        <translation>الآن: {review}</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>ملاحظة</translation>
    </message>
    <message numerus="yes">
        <source>Note for {count} images</source>
        <translation>
            <numerusform>ملاحظة</numerusform>
            <numerusform>ملاحظة لصورة واحدة</numerusform>
            <numerusform>ملاحظة لصورتين</numerusform>
            <numerusform>ملاحظة لـ {count} صور</numerusform>
            <numerusform>ملاحظة لـ {count} صورة</numerusform>
            <numerusform>ملاحظة لـ {count} صورة</numerusform>
        </translation>
    </message>
    <message>
        <source>Another window has changed {file}: {step}.</source>
        <translation>غيّرت نافذة أخرى {file}: {step}.</translation>
    </message>
    <message>
        <source>Another window has changed rows of this folder: {count}. They are shown as they are now.</source>
        <translation>غيّرت نافذة أخرى صفوفًا في هذا المجلد: {count}. تُعرض الآن كما هي.</translation>
    </message>
    <message>
        <source>Nothing was changed here; look at it again first.</source>
        <translation>لم يُغيَّر شيء هنا؛ انظر إليه مرة أخرى أولاً.</translation>
    </message>
    <message numerus="yes">
        <source>{count} selected</source>
        <translation>
            <numerusform>لم يُحدَّد شيء</numerusform>
            <numerusform>حُدّد واحد</numerusform>
            <numerusform>حُدّد اثنان</numerusform>
            <numerusform>حُدّدت {count}</numerusform>
            <numerusform>حُدّد {count}</numerusform>
            <numerusform>حُدّد {count}</numerusform>
        </translation>
    </message>
    <message>
        <source>decision withdrawn</source>
        <translation>سُحب القرار</translation>
    </message>
</context>
<context>
    <name>Disagreements</name>
    <message>
        <source>Images on which the models disagree</source>
        <translation>الصور التي يختلف فيها النموذجان</translation>
    </message>
    <message>
        <source>malignant</source>
        <translation>خبيث</translation>
    </message>
    <message>
        <source>benign</source>
        <translation>حميد</translation>
    </message>
    <message>
        <source>Truly {truth}
new {new}
active {active}</source>
        <translation>الحقيقة: {truth}
الجديد: {new}
النشط: {active}</translation>
    </message>
</context>
<context>
    <name>ErrorPage</name>
    <message>
        <source>This image cannot be shown</source>
        <translation>لا يمكن عرض هذه الصورة</translation>
    </message>
    <message>
        <source>The file was not changed.</source>
        <translation>لم يُعدَّل الملف.</translation>
    </message>
    <message>
        <source>Open Another Image…</source>
        <translation>فتح صورة أخرى…</translation>
    </message>
    <message>
        <source>Next Image</source>
        <translation>الصورة التالية</translation>
    </message>
    <message>
        <source>Include Sub-folders</source>
        <translation>تضمين المجلدات الفرعية</translation>
    </message>
</context>
<context>
    <name>ExpectationBox</name>
    <message>
        <source>Sensitivity</source>
        <translation>الحساسية</translation>
    </message>
    <message>
        <source>of malignant lesions are found</source>
        <translation>من الآفات الخبيثة تُكتشف</translation>
    </message>
    <message>
        <source>Specificity</source>
        <translation>النوعية</translation>
    </message>
    <message>
        <source>of benign lesions are called benign</source>
        <translation>من الآفات الحميدة تُصنّف حميدة</translation>
    </message>
    <message>
        <source>PPV</source>
        <translation>القيمة التنبؤية الإيجابية</translation>
    </message>
    <message>
        <source>of those called malignant are malignant</source>
        <translation>من المصنّفة خبيثة هي خبيثة فعلًا</translation>
    </message>
    <message>
        <source>NPV</source>
        <translation>القيمة التنبؤية السلبية</translation>
    </message>
    <message>
        <source>of those called benign are benign</source>
        <translation>من المصنّفة حميدة هي حميدة فعلًا</translation>
    </message>
    <message>
        <source>Reading the active model…</source>
        <translation>جارٍ قراءة النموذج النشط…</translation>
    </message>
    <message>
        <source>Malignant from {threshold} on. What to expect there was not measured: only the model&apos;s own operating point is known.</source>
        <translation>خبيث ابتداءً من {threshold}. لم يُقَس الأداء المتوقع عند هذه النقطة: نقطة تشغيل النموذج وحدها معروفة.</translation>
    </message>
    <message>
        <source>Malignant from {threshold} on</source>
        <translation>خبيث ابتداءً من {threshold}</translation>
    </message>
    <message>
        <source>With 95 % intervals, measured {data}. The intervals of the predictive values span what both rates allow; they hold only if your patients resemble those images.</source>
        <translation>فواصل الثقة ٩٥٪؜، القياس: {data}. تشمل فواصل القيم التنبؤية ما يسمح به المعدلان؛ ولا تصح إلا إذا كان مرضاك يشبهون تلك الصور.</translation>
    </message>
    <message>
        <source>Of {all} lesions, {malignant} of them malignant: {found} are found, {missed} missed, and {flagged} benign ones wrongly flagged.</source>
        <translation>من بين {all} آفة، منها {malignant} خبيثة: تُكتشف {found} وتفوت {missed}، ويُشار خطأً إلى {flagged} من الحميدة.</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Export</source>
        <translation>تصدير</translation>
    </message>
    <message>
        <source>Results (CSV for Excel and others)</source>
        <translation>النتائج (CSV لبرنامج Excel وغيره)</translation>
    </message>
    <message>
        <source>Scores (CSV of the ISIC challenges)</source>
        <translation>الدرجات (CSV بصيغة تحديات ISIC)</translation>
    </message>
    <message>
        <source>Report (PDF, a page for each image)</source>
        <translation>تقرير (PDF، صفحة لكل صورة)</translation>
    </message>
    <message>
        <source>Report for an archive (DICOM, encapsulated PDF)</source>
        <translation>تقرير للأرشيف (DICOM، ملف PDF مغلّف)</translation>
    </message>
    <message>
        <source>Results for an archive (DICOM, Secondary Capture and SR)</source>
        <translation>النتائج للأرشيف (DICOM، ‏Secondary Capture وSR)</translation>
    </message>
    <message>
        <source>Contact sheet (PDF, twelve images a page)</source>
        <translation>ورقة صور مصغرة (PDF، اثنتا عشرة صورة في الصفحة)</translation>
    </message>
    <message>
        <source>Selected ({count})</source>
        <translation>المحددة ({count})</translation>
    </message>
    <message>
        <source>Shown ({count})</source>
        <translation>المعروضة ({count})</translation>
    </message>
    <message>
        <source>All ({count})</source>
        <translation>الكل ({count})</translation>
    </message>
    <message>
        <source>Semicolons and decimal commas, as Excel wants them here</source>
        <translation>فواصل منقوطة وفواصل عشرية كما يريدها Excel هنا</translation>
    </message>
    <message>
        <source>Measures too; they are no part of the probability</source>
        <translation>القياسات أيضًا؛ وهي ليست جزءًا من الاحتمال</translation>
    </message>
    <message>
        <source>File</source>
        <translation>الملف</translation>
    </message>
    <message>
        <source>Progress of the export</source>
        <translation>تقدّم التصدير</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>طباعة…</translation>
    </message>
    <message>
        <source>Show in Folder</source>
        <translation>إظهار في المجلد</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>الصيغة</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>الصفوف</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>التقرير</translation>
    </message>
    <message>
        <source>A new folder with two files for each image: its picture with the result, and the result.</source>
        <translation>مجلد جديد فيه ملفان لكل صورة: الصورة مع النتيجة، والنتيجة نفسها.</translation>
    </message>
    <message>
        <source>These images are of several patients, so the patient reference is not printed.</source>
        <translation>هذه الصور لعدة مرضى، لذلك لا يُطبع مرجع المريض.</translation>
    </message>
    <message>
        <source>These images may be of several lesions, so each has the site of its group alone.</source>
        <translation>قد تُظهر هذه الصور آفات متعددة، لذا تحمل كل صورة موضع مجموعتها فقط.</translation>
    </message>
    <message>
        <source>At most {count} images are printed at once; a report (PDF) holds any number.</source>
        <translation>تُطبع {count} صورة على الأكثر في المرة الواحدة؛ ويتسع التقرير (PDF) لأي عدد.</translation>
    </message>
    <message>
        <source>The scores are those of {models}; the file does not say so.</source>
        <translation>الدرجات من {models}؛ الملف نفسه لا يذكر ذلك.</translation>
    </message>
    <message>
        <source>DICOM (*.dcm)</source>
        <translation>DICOM (*.dcm)</translation>
    </message>
    <message>
        <source>Written to {file}</source>
        <translation>كُتب في {file}</translation>
    </message>
    <message>
        <source>Images that could not be classified are left out.</source>
        <translation>تُستبعد الصور التي تعذّر تصنيفها.</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>CSV (*.csv)</source>
        <translation>CSV (*.csv)</translation>
    </message>
    <message numerus="yes">
        <source>{count} image names have their folder in them: other files are named alike.</source>
        <translation>
            <numerusform>{count} من أسماء الصور تتضمن مجلدها: توجد ملفات أخرى بالاسم نفسه.</numerusform>
            <numerusform>{count} من أسماء الصور تتضمن مجلدها: توجد ملفات أخرى بالاسم نفسه.</numerusform>
            <numerusform>{count} من أسماء الصور تتضمن مجلدها: توجد ملفات أخرى بالاسم نفسه.</numerusform>
            <numerusform>{count} من أسماء الصور تتضمن مجلدها: توجد ملفات أخرى بالاسم نفسه.</numerusform>
            <numerusform>{count} من أسماء الصور تتضمن مجلدها: توجد ملفات أخرى بالاسم نفسه.</numerusform>
            <numerusform>{count} من أسماء الصور تتضمن مجلدها: توجد ملفات أخرى بالاسم نفسه.</numerusform>
        </translation>
    </message>
    <message>
        <source>Left out, as they have no result of the file as it is now: {count}.</source>
        <translation>استُبعدت لعدم وجود نتيجة للملف كما هو الآن: {count}.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>Cancelled; no file was written.</source>
        <translation>أُلغي التصدير؛ لم يُكتب أي ملف.</translation>
    </message>
</context>
<context>
    <name>ExportTarget</name>
    <message>
        <source>File</source>
        <translation>الملف</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>استعراض…</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>تصدير</translation>
    </message>
    <message>
        <source>{file} exists. Replace it?</source>
        <translation>الملف {file} موجود. هل تريد استبداله؟</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>استبدال</translation>
    </message>
</context>
<context>
    <name>FiguresTable</name>
    <message>
        <source>New: {name}</source>
        <translation>الجديد: {name}</translation>
    </message>
    <message>
        <source>Active: {name}</source>
        <translation>النشط: {name}</translation>
    </message>
</context>
<context>
    <name>FileFacts</name>
    <message>
        <source>Image</source>
        <translation>الصورة</translation>
    </message>
    <message>
        <source>File</source>
        <translation>الملف</translation>
    </message>
    <message>
        <source>Modified</source>
        <translation>آخر تعديل</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>الجهاز</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>النموذج</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>المدة</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>القرار</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>ملاحظة</translation>
    </message>
    <message>
        <source>Diagnosis</source>
        <translation>التشخيص</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>العلامات</translation>
    </message>
    <message>
        <source>Histology</source>
        <translation>الفحص النسيجي</translation>
    </message>
    <message>
        <source>{width} × {height} pixels</source>
        <translation>{width} × {height} بكسل</translation>
    </message>
    <message>
        <source>{format}, {size}</source>
        <translation>{format}، {size}</translation>
    </message>
</context>
<context>
    <name>FileOpener</name>
    <message>
        <source>Reading again…</source>
        <translation>جارٍ إعادة القراءة…</translation>
    </message>
    <message>
        <source>Looking for images…</source>
        <translation>جارٍ البحث عن الصور…</translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>File or note</source>
        <translation>بحث</translation>
    </message>
    <message>
        <source>Filter by text</source>
        <translation>تصفية حسب النص</translation>
    </message>
    <message>
        <source>Part of the file name, the note or the problem (Ctrl+F)</source>
        <translation>جزء من اسم الملف أو الملاحظة أو المشكلة (Ctrl+F)</translation>
    </message>
    <message>
        <source>Filter by label</source>
        <translation>تصفية حسب التصنيف</translation>
    </message>
    <message>
        <source>All labels</source>
        <translation>كل التصنيفات</translation>
    </message>
    <message>
        <source>Malignant</source>
        <translation>خبيث</translation>
    </message>
    <message>
        <source>Benign</source>
        <translation>حميد</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>فشل</translation>
    </message>
    <message>
        <source>Filter by review</source>
        <translation>تصفية حسب المراجعة</translation>
    </message>
    <message>
        <source>All reviews</source>
        <translation>كل المراجعات</translation>
    </message>
    <message>
        <source>Not reviewed</source>
        <translation>غير مراجَعة</translation>
    </message>
    <message>
        <source>Reviewed</source>
        <translation>مراجَعة</translation>
    </message>
    <message>
        <source>Agrees with model</source>
        <translation>توافق النموذج</translation>
    </message>
    <message>
        <source>Differs from model</source>
        <translation>تخالف النموذج</translation>
    </message>
    <message>
        <source>Reviewed benign</source>
        <translation>روجعت: حميد</translation>
    </message>
    <message>
        <source>Reviewed malignant</source>
        <translation>روجعت: خبيث</translation>
    </message>
    <message>
        <source>Unsure</source>
        <translation>غير مؤكد</translation>
    </message>
    <message>
        <source>With a note</source>
        <translation>مع ملاحظة</translation>
    </message>
    <message>
        <source>With histology</source>
        <translation>مع فحص نسيجي</translation>
    </message>
    <message>
        <source>Any disagreement</source>
        <translation>أي اختلاف</translation>
    </message>
    <message>
        <source>Filter by warnings</source>
        <translation>تصفية حسب التحذيرات</translation>
    </message>
    <message>
        <source>All warnings</source>
        <translation>كل التحذيرات</translation>
    </message>
    <message>
        <source>With warnings</source>
        <translation>مع تحذيرات</translation>
    </message>
    <message>
        <source>Without warnings</source>
        <translation>دون تحذيرات</translation>
    </message>
    <message>
        <source>Lowest probability shown</source>
        <translation>أدنى احتمال معروض</translation>
    </message>
    <message>
        <source>Highest probability shown</source>
        <translation>أعلى احتمال معروض</translation>
    </message>
    <message>
        <source>Show all rows</source>
        <translation>إظهار كل الصفوف</translation>
    </message>
    <message>
        <source>{shown} of {total} shown</source>
        <translation>المعروض {shown} من {total}</translation>
    </message>
</context>
<context>
    <name>FilterField</name>
    <message>
        <source>Filter by name</source>
        <translation>تصفية حسب الاسم</translation>
    </message>
    <message>
        <source>Show only files whose name contains these words (Ctrl+F)</source>
        <translation>إظهار الملفات التي تحتوي أسماؤها على هذه الكلمات فقط (Ctrl+F)</translation>
    </message>
</context>
<context>
    <name>FindingView</name>
    <message>
        <source>Hide Files</source>
        <translation>إخفاء الملفات</translation>
    </message>
    <message>
        <source>Show Files ({count})</source>
        <translation>إظهار الملفات ({count})</translation>
    </message>
    <message>
        <source>Double-click an image to see it</source>
        <translation>انقر نقرًا مزدوجًا على صورة لعرضها</translation>
    </message>
    <message>
        <source>Group {number}</source>
        <translation>المجموعة {number}</translation>
    </message>
</context>
<context>
    <name>FirstRunNotice</name>
    <message>
        <source>Notice</source>
        <translation>تنبيه</translation>
    </message>
    <message>
        <source>Do not diagnose or treat anyone by what it says. Your images never leave this computer.</source>
        <translation>لا تشخّص أحدًا ولا تعالجه بناءً على ما يقوله. لا تغادر صورك هذا الحاسوب أبدًا.</translation>
    </message>
    <message>
        <source>I Understand</source>
        <translation>فهمت</translation>
    </message>
</context>
<context>
    <name>FolderDialog</name>
    <message>
        <source>Make Labelled Folder</source>
        <translation>إنشاء مجلد مسمى</translation>
    </message>
    <message>
        <source>{benign} benign and {malignant} malignant images. Histology counts before your decision.</source>
        <translation>{benign} صورة حميدة و{malignant} خبيثة. يُقدَّم الفحص النسيجي على قرارك.</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>المجلد</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>استعراض…</translation>
    </message>
    <message>
        <source>Links: they take no room</source>
        <translation>روابط: لا تشغل مساحة</translation>
    </message>
    <message>
        <source>Copies</source>
        <translation>نسخ</translation>
    </message>
    <message>
        <source>The images stay where they are.</source>
        <translation>تبقى الصور في مكانها.</translation>
    </message>
    <message>
        <source>Make Folder</source>
        <translation>إنشاء المجلد</translation>
    </message>
    <message>
        <source>Show in Folder</source>
        <translation>إظهار في المجلد</translation>
    </message>
    <message>
        <source>As</source>
        <translation>على هيئة</translation>
    </message>
    <message>
        <source>Made {folder}: {benign} benign and {malignant} malignant images.</source>
        <translation>أُنشئ {folder}: {benign} صورة حميدة و{malignant} خبيثة.</translation>
    </message>
    <message>
        <source>Add it in Settings under Retrain or Calibrate.</source>
        <translation>أضفه في الإعدادات تحت إعادة التدريب أو المعايرة.</translation>
    </message>
    <message numerus="yes">
        <source>{count} lie on another drive and were copied.</source>
        <translation>
            <numerusform>لم تُنسخ أي صورة.</numerusform>
            <numerusform>صورة واحدة على قرص آخر فنُسخت.</numerusform>
            <numerusform>صورتان على قرص آخر فنُسختا.</numerusform>
            <numerusform>{count} صور على قرص آخر فنُسخت.</numerusform>
            <numerusform>{count} صورة على قرص آخر فنُسخت.</numerusform>
            <numerusform>{count} صورة على قرص آخر فنُسخت.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} are not where they were and were left out.</source>
        <translation>
            <numerusform>لم تُستبعد أي صورة.</numerusform>
            <numerusform>صورة واحدة لم تعد في مكانها فاستُبعدت.</numerusform>
            <numerusform>صورتان لم تعودا في مكانهما فاستُبعدتا.</numerusform>
            <numerusform>{count} صور لم تعد في مكانها فاستُبعدت.</numerusform>
            <numerusform>{count} صورة لم تعد في مكانها فاستُبعدت.</numerusform>
            <numerusform>{count} صورة لم تعد في مكانها فاستُبعدت.</numerusform>
        </translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
</context>
<context>
    <name>FolderNotice</name>
    <message>
        <source>Read Again</source>
        <translation>إعادة القراءة</translation>
    </message>
    <message>
        <source>Look whether the folder is back (F5)</source>
        <translation>التحقق من عودة المجلد (F5)</translation>
    </message>
    <message>
        <source>Hide this notice</source>
        <translation>إخفاء هذا التنبيه</translation>
    </message>
    <message>
        <source>The folder {name} can no longer be read; what is shown and decided is kept, and Read Again brings the rest once it is back.</source>
        <translation>لم يعد بالإمكان قراءة المجلد {name}؛ ما هو معروض وما تقرر محفوظ، و«إعادة القراءة» تجلب الباقي عند عودته.</translation>
    </message>
    <message numerus="yes">
        <source>{count} more</source>
        <translation>
            <numerusform>{count} أخرى</numerusform>
            <numerusform>واحد آخر</numerusform>
            <numerusform>اثنان آخران</numerusform>
            <numerusform>{count} أخرى</numerusform>
            <numerusform>{count} آخر</numerusform>
            <numerusform>{count} آخر</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Left out, because they are no images: {names}.</source>
        <translation>
            <numerusform>استُبعدت لأنها ليست صورًا: {names}.</numerusform>
            <numerusform>استُبعد لأنه ليس صورة: {names}.</numerusform>
            <numerusform>استُبعدا لأنهما ليسا صورتين: {names}.</numerusform>
            <numerusform>استُبعدت لأنها ليست صورًا: {names}.</numerusform>
            <numerusform>استُبعدت لأنها ليست صورًا: {names}.</numerusform>
            <numerusform>استُبعدت لأنها ليست صورًا: {names}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Nothing was opened, because these are no images: {names}.</source>
        <translation>
            <numerusform>لم يُفتح شيء لأن هذه ليست صورًا: {names}.</numerusform>
            <numerusform>لم يُفتح شيء لأن هذا ليس صورة: {names}.</numerusform>
            <numerusform>لم يُفتح شيء لأن هذين ليسا صورتين: {names}.</numerusform>
            <numerusform>لم يُفتح شيء لأن هذه ليست صورًا: {names}.</numerusform>
            <numerusform>لم يُفتح شيء لأن هذه ليست صورًا: {names}.</numerusform>
            <numerusform>لم يُفتح شيء لأن هذه ليست صورًا: {names}.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FoldersList</name>
    <message>
        <source>Training folders</source>
        <translation>مجلدات التدريب</translation>
    </message>
    <message>
        <source>Drop folders here, or add them. Images lie in folders named benign and malignant, with train, val and test above them if you have splits, or beside a CSV with the ISIC columns. Nothing is changed in them.</source>
        <translation>أسقط المجلدات هنا أو أضفها. توجد الصور في مجلدين باسم benign وmalignant، داخل train وval وtest إن كانت لديك تقسيمات، أو بجانب ملف CSV بأعمدة ISIC. لا يُغيَّر فيها شيء.</translation>
    </message>
    <message>
        <source>Add Folder…</source>
        <translation>إضافة مجلد…</translation>
    </message>
    <message>
        <source>Add Training Folder</source>
        <translation>إضافة مجلد تدريب</translation>
    </message>
    <message>
        <source>Only folders can be added.</source>
        <translation>لا يمكن إضافة سوى مجلدات.</translation>
    </message>
    <message>
        <source>Take this folder out of the list</source>
        <translation>إزالة هذا المجلد من القائمة</translation>
    </message>
    <message>
        <source>Remove {name}</source>
        <translation>إزالة {name}</translation>
    </message>
</context>
<context>
    <name>GeneralPage</name>
    <message>
        <source>General</source>
        <translation>عام</translation>
    </message>
</context>
<context>
    <name>GroupingDialog</name>
    <message>
        <source>Group Images by Patient and Lesion</source>
        <translation>تجميع الصور حسب المريض والآفة</translation>
    </message>
    <message>
        <source>By the names of &amp;folders and files</source>
        <translation>حسب أسماء الم&amp;جلدات والملفات</translation>
    </message>
    <message>
        <source>By a &amp;table (CSV with the columns of the ISIC archive)</source>
        <translation>حسب جد&amp;ول (CSV بأعمدة أرشيف ISIC)</translation>
    </message>
    <message>
        <source>By what &amp;DICOM files say of themselves</source>
        <translation>حسب ما تذكره ملفات &amp;DICOM</translation>
    </message>
    <message>
        <source>Pattern</source>
        <translation>النمط</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>الجدول</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>استعراض…</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>تجميع</translation>
    </message>
    <message>
        <source>Parts of the path below the opened folder: {names}; * stands for any part of a name, ** for any folders.</source>
        <translation>أجزاء المسار تحت المجلد المفتوح: {names}؛ تعني * أي جزء من اسم، و** أي مجلدات.</translation>
    </message>
    <message>
        <source>Columns: one that names the image, patient_id, lesion_id, and if known acquisition_day and anatom_site_*.</source>
        <translation>الأعمدة: عمود اسم الصورة وpatient_id وlesion_id، وacquisition_day وanatom_site_* إن عُرفا.</translation>
    </message>
    <message>
        <source>Patient number and lesion are kept as a keyed hash that cannot be turned back, dates as days since the patient’s first picture.</source>
        <translation>يُحفظ رقم المريض والآفة على شكل بصمة بمفتاح لا يمكن عكسها، والتواريخ بعدد الأيام منذ أول صورة للمريض.</translation>
    </message>
    <message>
        <source>What you said by hand stays. No file is changed or moved.</source>
        <translation>يبقى ما حددته يدويًا. لا يُغيَّر أي ملف ولا يُنقل.</translation>
    </message>
    <message>
        <source>Tables (*.csv *.tsv *.txt)</source>
        <translation>جداول (*.csv *.tsv *.txt)</translation>
    </message>
    <message numerus="yes">
        <source>Fits {fits} of {count} images: {patients}, {lesions}.</source>
        <translation>
            <numerusform>يطابق {fits} من {count} من الصور: {patients}، {lesions}.</numerusform>
            <numerusform>يطابق {fits} من {count} من الصور: {patients}، {lesions}.</numerusform>
            <numerusform>يطابق {fits} من {count} من الصور: {patients}، {lesions}.</numerusform>
            <numerusform>يطابق {fits} من {count} من الصور: {patients}، {lesions}.</numerusform>
            <numerusform>يطابق {fits} من {count} من الصور: {patients}، {lesions}.</numerusform>
            <numerusform>يطابق {fits} من {count} من الصور: {patients}، {lesions}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} patients</source>
        <translation>
            <numerusform>لا مرضى</numerusform>
            <numerusform>مريض واحد</numerusform>
            <numerusform>مريضان</numerusform>
            <numerusform>{count} مرضى</numerusform>
            <numerusform>{count} مريضًا</numerusform>
            <numerusform>{count} مريض</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} lesions</source>
        <translation>
            <numerusform>لا آفات</numerusform>
            <numerusform>آفة واحدة</numerusform>
            <numerusform>آفتان</numerusform>
            <numerusform>{count} آفات</numerusform>
            <numerusform>{count} آفة</numerusform>
            <numerusform>{count} آفة</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GuideWindow</name>
    <message>
        <source>User Guide</source>
        <translation>دليل المستخدم</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>المحتويات</translation>
    </message>
    <message>
        <source>Find in the guide</source>
        <translation>بحث في الدليل</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>غير موجود</translation>
    </message>
</context>
<context>
    <name>HeaderForm</name>
    <message>
        <source>Patient reference</source>
        <translation>مرجع المريض</translation>
    </message>
    <message>
        <source>Site</source>
        <translation>الموضع</translation>
    </message>
    <message>
        <source>Reviewer</source>
        <translation>المراجع</translation>
    </message>
    <message>
        <source>Clinic</source>
        <translation>العيادة</translation>
    </message>
    <message>
        <source>Summary first</source>
        <translation>الملخص أولًا</translation>
    </message>
</context>
<context>
    <name>HeatmapControls</name>
    <message>
        <source>Show heatmap</source>
        <translation>إظهار الخريطة الحرارية</translation>
    </message>
    <message>
        <source>Heatmap opacity</source>
        <translation>عتامة الخريطة الحرارية</translation>
    </message>
    <message>
        <source>Opacity</source>
        <translation>العتامة</translation>
    </message>
    <message>
        <source>Nothing in this image speaks for malignant in one place.</source>
        <translation>لا شيء في هذه الصورة يدل على الخباثة في موضع بعينه.</translation>
    </message>
    <message>
        <source>Where the evidence for malignant lies that has a place, not why. One scale for all images.</source>
        <translation>أين تقع دلائل الخباثة التي لها موضع، لا سببها. مقياس واحد لكل الصور.</translation>
    </message>
</context>
<context>
    <name>HeatmapLegend</name>
    <message>
        <source>Colours of the heatmap, from no evidence to strong evidence</source>
        <translation>ألوان الخريطة الحرارية، من لا دليل إلى دليل قوي</translation>
    </message>
    <message>
        <source>The scale ends where evidence like it over a quarter of the image, and as much that has no place, makes 50 % into 95 %.</source>
        <translation>ينتهي المقياس حيث تجعل مثل هذه الدلائل على ربع الصورة، ومثلها بلا موضع، نسبة ٥٠٪؜ تبلغ ٩٥٪؜.</translation>
    </message>
    <message>
        <source>none</source>
        <translation>لا شيء</translation>
    </message>
    <message>
        <source>strong</source>
        <translation>قوي</translation>
    </message>
</context>
<context>
    <name>Histogram</name>
    <message>
        <source>Histogram of probabilities</source>
        <translation>مدرّج الاحتمالات</translation>
    </message>
    <message>
        <source>Images that were classified at different operating points: {total}</source>
        <translation>صور صُنّفت عند نقاط تشغيل مختلفة: {total}</translation>
    </message>
    <message numerus="yes">
        <source>{above} of {total} images at or above {threshold}</source>
        <translation>
            <numerusform>{above} من {total} صورة عند {threshold} أو أكثر</numerusform>
            <numerusform>{above} من {total} صورة عند {threshold} أو أكثر</numerusform>
            <numerusform>{above} من {total} صورة عند {threshold} أو أكثر</numerusform>
            <numerusform>{above} من {total} صورة عند {threshold} أو أكثر</numerusform>
            <numerusform>{above} من {total} صورة عند {threshold} أو أكثر</numerusform>
            <numerusform>{above} من {total} صورة عند {threshold} أو أكثر</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImageBrowser</name>
    <message>
        <source>Image browser</source>
        <translation>متصفّح الصور</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>الصور</translation>
    </message>
    <message>
        <source>Open a folder to see its images here.</source>
        <translation>افتح مجلدًا لعرض صوره هنا.</translation>
    </message>
    <message>
        <source>Open Folder…</source>
        <translation>فتح مجلد…</translation>
    </message>
    <message>
        <source>Open Another Folder…</source>
        <translation>فتح مجلد آخر…</translation>
    </message>
    <message>
        <source>No file name contains “{text}”.</source>
        <translation>لا يوجد اسم ملف يحتوي على «{text}».</translation>
    </message>
    <message>
        <source>Show All</source>
        <translation>إظهار الكل</translation>
    </message>
    <message>
        <source>Looking for images…</source>
        <translation>جارٍ البحث عن الصور…</translation>
    </message>
    <message>
        <source>There are no images in {name}.</source>
        <translation>لا توجد صور في {name}.</translation>
    </message>
    <message>
        <source>Include Sub-folders</source>
        <translation>تضمين المجلدات الفرعية</translation>
    </message>
</context>
<context>
    <name>ImageView</name>
    <message>
        <source>Image</source>
        <translation>الصورة</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Drop to open</source>
        <translation>أفلت للفتح</translation>
    </message>
</context>
<context>
    <name>MeasuresController</name>
    <message>
        <source>Result</source>
        <translation>النتيجة</translation>
    </message>
    <message>
        <source>Measures</source>
        <translation>القياسات</translation>
    </message>
    <message>
        <source>Measuring…</source>
        <translation>جارٍ القياس…</translation>
    </message>
</context>
<context>
    <name>MeasuresPanel</name>
    <message>
        <source>Measures</source>
        <translation>القياسات</translation>
    </message>
    <message>
        <source>For melanocytic lesions only. Structures (D) are not measured, so the score is a range. Below {low} benign, to {high} suspicious, above malignant.</source>
        <translation>للآفات الميلانينية فقط. لا تُقاس البنى (D)، لذلك تكون الدرجة مدى. أقل من {low} حميدة، وحتى {high} مشتبهة، وما فوق ذلك خبيثة.</translation>
    </message>
    <message>
        <source>Outline</source>
        <translation>المحيط</translation>
    </message>
    <message>
        <source>A · Asymmetry</source>
        <translation>A · عدم التناظر</translation>
    </message>
    <message>
        <source>B · Border</source>
        <translation>B · الحافة</translation>
    </message>
    <message>
        <source>C · Colours</source>
        <translation>C · الألوان</translation>
    </message>
    <message>
        <source>Dermoscopy score (ABCD rule)</source>
        <translation>درجة التنظير الجلدي (قاعدة ABCD)</translation>
    </message>
    <message>
        <source>Show on the image</source>
        <translation>إظهار على الصورة</translation>
    </message>
    <message>
        <source>After Stolz et al. 1994, measured by the program. It does not change the probability of malignancy.</source>
        <translation>وفق Stolz وآخرين 1994، بقياس البرنامج. لا يغيّر احتمال الخباثة.</translation>
    </message>
    <message>
        <source>Open a dermoscopic image to see its measures here.</source>
        <translation>افتح صورة تنظير جلدي لرؤية قياساتها هنا.</translation>
    </message>
    <message>
        <source>No lesion was found that could be outlined with any confidence.</source>
        <translation>لم يُعثر على آفة يمكن تحديد محيطها بثقة.</translation>
    </message>
    <message>
        <source>Nothing is left of the outline that was drawn.</source>
        <translation>لم يبق شيء من المحيط المرسوم.</translation>
    </message>
    <message>
        <source>Within your own outline</source>
        <translation>داخل محيطك أنت</translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;ملف</translation>
    </message>
    <message>
        <source>Open &amp;Recent</source>
        <translation>فتح الأ&amp;خيرة</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>ت&amp;حرير</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;عرض</translation>
    </message>
    <message>
        <source>&amp;Patients and Lesions</source>
        <translation>المر&amp;ضى والآفات</translation>
    </message>
    <message>
        <source>This I&amp;mage</source>
        <translation>&amp;هذه الصورة</translation>
    </message>
    <message>
        <source>Th&amp;eme</source>
        <translation>ال&amp;سمة</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>ا&amp;نتقال</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>م&amp;ساعدة</translation>
    </message>
    <message>
        <source>Nothing yet</source>
        <translation>لا شيء بعد</translation>
    </message>
    <message>
        <source>&amp;Clear</source>
        <translation>م&amp;سح</translation>
    </message>
</context>
<context>
    <name>MessageBox</name>
    <message>
        <source>Warnings</source>
        <translation>التحذيرات</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>خطأ</translation>
    </message>
</context>
<context>
    <name>ModelBanner</name>
    <message>
        <source>Classify the images whose results another model has made; decisions and notes stay</source>
        <translation>تصنيف الصور التي جاءت نتائجها من نموذج آخر؛ وتبقى القرارات والملاحظات</translation>
    </message>
    <message>
        <source>Classify Again with This Model ({count})</source>
        <translation>إعادة التصنيف بهذا النموذج ({count})</translation>
    </message>
    <message numerus="yes">
        <source>These results, marked *, are of the model {models}. In use is {own}.</source>
        <translation>
            <numerusform>هذه النتائج، المعلَّمة بـ *، من النموذج {models}. النموذج المستخدم هو {own}.</numerusform>
            <numerusform>هذه النتائج، المعلَّمة بـ *، من النموذج {models}. النموذج المستخدم هو {own}.</numerusform>
            <numerusform>هذه النتائج، المعلَّمة بـ *، من النموذج {models}. النموذج المستخدم هو {own}.</numerusform>
            <numerusform>هذه النتائج، المعلَّمة بـ *، من النموذج {models}. النموذج المستخدم هو {own}.</numerusform>
            <numerusform>هذه النتائج، المعلَّمة بـ *، من النموذج {models}. النموذج المستخدم هو {own}.</numerusform>
            <numerusform>هذه النتائج، المعلَّمة بـ *، من النموذج {models}. النموذج المستخدم هو {own}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} of these results, marked *, are of the model {models}. In use is {own}.</source>
        <translation>
            <numerusform>{count} من هذه النتائج، المعلَّمة بـ *، من النموذج {models}. النموذج المستخدم هو {own}.</numerusform>
            <numerusform>{count} من هذه النتائج، المعلَّمة بـ *، من النموذج {models}. النموذج المستخدم هو {own}.</numerusform>
            <numerusform>{count} من هذه النتائج، المعلَّمة بـ *، من النموذج {models}. النموذج المستخدم هو {own}.</numerusform>
            <numerusform>{count} من هذه النتائج، المعلَّمة بـ *، من النموذج {models}. النموذج المستخدم هو {own}.</numerusform>
            <numerusform>{count} من هذه النتائج، المعلَّمة بـ *، من النموذج {models}. النموذج المستخدم هو {own}.</numerusform>
            <numerusform>{count} من هذه النتائج، المعلَّمة بـ *، من النموذج {models}. النموذج المستخدم هو {own}.</numerusform>
        </translation>
    </message>
    <message>
        <source>{name} (another of that name)</source>
        <translation>{name} (نموذج آخر بهذا الاسم)</translation>
    </message>
</context>
<context>
    <name>ModelButtons</name>
    <message>
        <source>Activate</source>
        <translation>تنشيط</translation>
    </message>
    <message>
        <source>Roll Back</source>
        <translation>تراجع</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>إعادة تسمية</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>تصدير…</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>استيراد…</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>حذف…</translation>
    </message>
    <message>
        <source>Go back to the model that was active before</source>
        <translation>العودة إلى النموذج الذي كان نشطًا من قبل</translation>
    </message>
    <message>
        <source>There is no earlier model to go back to.</source>
        <translation>لا يوجد نموذج سابق يمكن الرجوع إليه.</translation>
    </message>
    <message>
        <source>The shipped model stays as it is.</source>
        <translation>يبقى النموذج المرفق كما هو.</translation>
    </message>
    <message>
        <source>The active model cannot be deleted: activate another one first.</source>
        <translation>لا يمكن حذف النموذج النشط: نشّط نموذجًا آخر أولًا.</translation>
    </message>
</context>
<context>
    <name>ModelPage</name>
    <message>
        <source>Model</source>
        <translation>النموذج</translation>
    </message>
    <message>
        <source>What you do here is done at once. Results that are saved keep the model they were made with.</source>
        <translation>ما تفعله هنا يسري فورًا. وتحتفظ النتائج المحفوظة بالنموذج الذي أنتجها.</translation>
    </message>
    <message>
        <source>The figures of two models are of different images and cannot be compared; a retraining compares the new model with the active one on the same.</source>
        <translation>أرقام نموذجين تخصّ صورًا مختلفة ولا تُقارن ببعضها؛ إعادة التدريب تقارن النموذج الجديد بالنشط على الصور نفسها.</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>النماذج</translation>
    </message>
    <message>
        <source>Checking the model…</source>
        <translation>جارٍ التحقق من النموذج…</translation>
    </message>
    <message>
        <source>Going back to the earlier model…</source>
        <translation>جارٍ العودة إلى النموذج السابق…</translation>
    </message>
    <message>
        <source>Export Model</source>
        <translation>تصدير النموذج</translation>
    </message>
    <message>
        <source>Models (*.zip)</source>
        <translation>النماذج (*.zip)</translation>
    </message>
    <message>
        <source>Exported to {file}.</source>
        <translation>صُدّر إلى {file}.</translation>
    </message>
    <message>
        <source>Writing {file}…</source>
        <translation>جارٍ كتابة {file}…</translation>
    </message>
    <message>
        <source>Import Model</source>
        <translation>استيراد نموذج</translation>
    </message>
    <message>
        <source>Imported; it is not active yet, and marked as not validated.</source>
        <translation>تم الاستيراد؛ النموذج ليس نشطًا بعد، وهو موسوم بأنه غير مُصادَق عليه.</translation>
    </message>
    <message>
        <source>Checking {file}…</source>
        <translation>جارٍ التحقق من {file}…</translation>
    </message>
    <message>
        <source>Delete the model {name}? This cannot be undone; export it first to keep a copy.</source>
        <translation>هل تريد حذف النموذج {name}؟ لا يمكن التراجع عن ذلك؛ صدّره أولًا للاحتفاظ بنسخة.</translation>
    </message>
    <message>
        <source>Delete Model</source>
        <translation>حذف النموذج</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>حذف</translation>
    </message>
    <message>
        <source>Deleting…</source>
        <translation>جارٍ الحذف…</translation>
    </message>
    <message>
        <source>The model {name} is deleted.</source>
        <translation>حُذف النموذج {name}.</translation>
    </message>
    <message>
        <source>Renaming…</source>
        <translation>جارٍ إعادة التسمية…</translation>
    </message>
    <message>
        <source>Active: {name}</source>
        <translation>النشط: {name}</translation>
    </message>
</context>
<context>
    <name>ModelTable</name>
    <message>
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <source>State</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>تاريخ الإنشاء</translation>
    </message>
    <message>
        <source>AUC</source>
        <translation>AUC</translation>
    </message>
    <message>
        <source>Sensitivity</source>
        <translation>الحساسية</translation>
    </message>
    <message>
        <source>Specificity</source>
        <translation>النوعية</translation>
    </message>
    <message>
        <source>Measured on</source>
        <translation>قيس على</translation>
    </message>
    <message>
        <source>Trained on</source>
        <translation>دُرّب على</translation>
    </message>
    <message>
        <source>{count} (calibration)</source>
        <translation>{count} (معايرة)</translation>
    </message>
    <message>
        <source>Images for calibration and operating point: {count}. Made from the model {name}.</source>
        <translation>صور المعايرة ونقطة التشغيل: {count}. صُنع من النموذج {name}.</translation>
    </message>
    <message>
        <source>Images that its network and head were trained on: {count}.</source>
        <translation>الصور التي دُرّبت عليها شبكته ورأسه: {count}.</translation>
    </message>
    <message>
        <source>Cannot be used</source>
        <translation>غير صالح</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>نشط</translation>
    </message>
    <message>
        <source>Shipped</source>
        <translation>مرفق</translation>
    </message>
    <message>
        <source>Not validated</source>
        <translation>غير مُصادَق عليه</translation>
    </message>
    <message>
        <source>Nobody but its maker has checked this model. Its results say so.</source>
        <translation>لم يتحقق من هذا النموذج أحد غير صانعه. وتذكر نتائجه ذلك.</translation>
    </message>
    <message>
        <source>Measured on the images that were held out of its training</source>
        <translation>مقيس على الصور التي استُبعدت من تدريبه</translation>
    </message>
    <message>
        <source>At the model&apos;s operating point, measured {data}</source>
        <translation>عند نقطة تشغيل النموذج، القياس: {data}</translation>
    </message>
</context>
<context>
    <name>OverTime</name>
    <message>
        <source>Over time</source>
        <translation>عبر الزمن</translation>
    </message>
    <message>
        <source>Earlier picture</source>
        <translation>الصورة الأقدم</translation>
    </message>
    <message>
        <source>Later picture</source>
        <translation>الصورة الأحدث</translation>
    </message>
    <message>
        <source>&amp;Blend</source>
        <translation>&amp;مزج</translation>
    </message>
    <message>
        <source>&amp;Difference</source>
        <translation>ال&amp;فرق</translation>
    </message>
    <message>
        <source>Grey where both pictures are alike; brighter or darker where the later one is</source>
        <translation>رمادي حيث تتشابه الصورتان؛ أفتح أو أغمق حيث تكون الأحدث كذلك</translation>
    </message>
    <message>
        <source>From the earlier picture to the later one</source>
        <translation>من الصورة الأقدم إلى الأحدث</translation>
    </message>
    <message>
        <source>Choose two different pictures.</source>
        <translation>اختر صورتين مختلفتين.</translation>
    </message>
    <message>
        <source>Laying the pictures over each other…</source>
        <translation>جارٍ وضع الصورتين إحداهما فوق الأخرى…</translation>
    </message>
    <message>
        <source>Points that agree: {points}. Correlation: {correlation}.</source>
        <translation>النقاط المتوافقة: {points}. الارتباط: {correlation}.</translation>
    </message>
    <message>
        <source>The pictures could not be aligned reliably: they may show different lesions, or one too differently. Do not read a change from this overlay; compare them side by side.</source>
        <translation>تعذّرت محاذاة الصورتين بشكل موثوق: قد تُظهران آفتين مختلفتين، أو آفة واحدة باختلاف كبير. لا تستنتج تغيّرًا من هذا التراكب؛ قارنهما جنبًا إلى جنب.</translation>
    </message>
</context>
<context>
    <name>Pane</name>
    <message>
        <source>Classifying…</source>
        <translation>جارٍ التصنيف…</translation>
    </message>
    <message>
        <source>Take this image out</source>
        <translation>إخراج هذه الصورة</translation>
    </message>
    <message>
        <source>The result is hidden until you have decided.</source>
        <translation>النتيجة مخفية حتى تقرر.</translation>
    </message>
    <message>
        <source>{label}, probability of malignancy {probability}</source>
        <translation>{label}، احتمال الخباثة {probability}</translation>
    </message>
    <message>
        <source>operating point {threshold}</source>
        <translation>نقطة التشغيل {threshold}</translation>
    </message>
    <message>
        <source>Nothing in this image speaks for malignant in one place.</source>
        <translation>لا شيء في هذه الصورة يدل على الخباثة في موضع بعينه.</translation>
    </message>
</context>
<context>
    <name>PlaceRow</name>
    <message>
        <source>Open the folder</source>
        <translation>فتح المجلد</translation>
    </message>
    <message>
        <source>Open the folder: {name}</source>
        <translation>فتح المجلد: {name}</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>مسح</translation>
    </message>
    <message>
        <source>Clear: {name}</source>
        <translation>مسح: {name}</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>فارغ</translation>
    </message>
    <message numerus="yes">
        <source>{count} files</source>
        <translation>
            <numerusform>لا ملفات</numerusform>
            <numerusform>ملف واحد</numerusform>
            <numerusform>ملفان</numerusform>
            <numerusform>{count} ملفات</numerusform>
            <numerusform>{count} ملفًا</numerusform>
            <numerusform>{count} ملف</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PlanForm</name>
    <message>
        <source>Retrained model</source>
        <translation>نموذج مُعاد تدريبه</translation>
    </message>
    <message>
        <source>Recommended</source>
        <translation>موصى بها</translation>
    </message>
    <message>
        <source>As in the paper</source>
        <translation>كما في الورقة البحثية</translation>
    </message>
    <message>
        <source>The shipped model</source>
        <translation>النموذج المرفق</translation>
    </message>
    <message>
        <source>The active model</source>
        <translation>النموذج النشط</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>التدريب</translation>
    </message>
    <message>
        <source>Give the new model a name.</source>
        <translation>سمِّ النموذج الجديد.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <source>Results show it, with the words “not validated”. A name that is taken gets a number.</source>
        <translation>تعرضه النتائج مع عبارة «غير مُصادَق عليه». ويُضاف رقم إلى الاسم المستخدم من قبل.</translation>
    </message>
    <message>
        <source>Recipe</source>
        <translation>الطريقة</translation>
    </message>
    <message>
        <source>The recommended one learns from several levels of the network, the paper&apos;s from the last.</source>
        <translation>تتعلم الطريقة الموصى بها من عدة مستويات في الشبكة، وطريقة الورقة البحثية من المستوى الأخير.</translation>
    </message>
    <message>
        <source>Start from</source>
        <translation>البدء من</translation>
    </message>
    <message>
        <source>Its network is kept; its last layers go on learning where they know none of your images.</source>
        <translation>يُحتفظ بشبكته؛ وتواصل طبقاته الأخيرة التعلم إذا لم تكن تعرف أيًّا من صورك.</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>الدورات</translation>
    </message>
    <message>
        <source>Passes through the images at most; the best one is kept.</source>
        <translation>الحد الأقصى لمرات المرور على الصور؛ ويُحتفظ بأفضلها.</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>البذرة</translation>
    </message>
    <message>
        <source>The same seed and images give the same model.</source>
        <translation>البذرة نفسها مع الصور نفسها تعطي النموذج نفسه.</translation>
    </message>
    <message>
        <source>As usual ({count})</source>
        <translation>المعتاد ({count})</translation>
    </message>
</context>
<context>
    <name>PredictionPage</name>
    <message>
        <source>Prediction</source>
        <translation>التنبؤ</translation>
    </message>
    <message>
        <source>For the model {name} only its own operating point is known, so no sensitivity can be aimed at.</source>
        <translation>لا يُعرف للنموذج {name} سوى نقطة تشغيله، ولذلك لا يمكن استهداف حساسية معيّنة.</translation>
    </message>
</context>
<context>
    <name>PredictionPanel</name>
    <message>
        <source>Result</source>
        <translation>النتيجة</translation>
    </message>
    <message>
        <source>Copy Result</source>
        <translation>نسخ النتيجة</translation>
    </message>
    <message>
        <source>Copy the result as text</source>
        <translation>نسخ النتيجة كنص</translation>
    </message>
    <message>
        <source>Open a dermoscopic image to see its result here.</source>
        <translation>افتح صورة تنظير جلد لعرض نتيجتها هنا.</translation>
    </message>
    <message>
        <source>The review table says {label} ({probability}), by {model}. “Agree” there means that result.</source>
        <translation>يقول جدول المراجعة: {label} ({probability})، وفق {model}. و«موافقة» فيه تعني تلك النتيجة.</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>تم النسخ</translation>
    </message>
</context>
<context>
    <name>PrivacyPage</name>
    <message>
        <source>Privacy</source>
        <translation>الخصوصية</translation>
    </message>
    <message>
        <source>Nothing leaves this machine. Skin GUI opens no network connection: images, results and models stay in the folders below. Only what you export goes where you put it.</source>
        <translation>لا شيء يغادر هذا الحاسوب. لا يفتح Skin GUI أي اتصال بالشبكة: تبقى الصور والنتائج والنماذج في المجلدات أدناه. ولا يذهب إلا ما تصدّره أنت إلى حيث تضعه.</translation>
    </message>
    <message>
        <source>What is kept</source>
        <translation>ما يُحتفظ به</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>الإعدادات</translation>
    </message>
    <message>
        <source>Preferences, window layout, recent files</source>
        <translation>التفضيلات وتخطيط النوافذ والملفات الأخيرة</translation>
    </message>
    <message>
        <source>Review sessions</source>
        <translation>جلسات المراجعة</translation>
    </message>
    <message>
        <source>Results, decisions and notes, with the files&apos; paths</source>
        <translation>النتائج والقرارات والملاحظات، مع مسارات الملفات</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>النماذج</translation>
    </message>
    <message>
        <source>Those that you trained or imported</source>
        <translation>النماذج التي درّبتها أو استوردتها</translation>
    </message>
    <message>
        <source>Thumbnails</source>
        <translation>الصور المصغّرة</translation>
    </message>
    <message>
        <source>Small pictures of your images, made again when needed</source>
        <translation>صور صغيرة من صورك، تُنشأ من جديد عند الحاجة</translation>
    </message>
    <message>
        <source>Training features</source>
        <translation>سمات التدريب</translation>
    </message>
    <message>
        <source>Numbers computed from training images</source>
        <translation>أعداد محسوبة من صور التدريب</translation>
    </message>
    <message>
        <source>Logs</source>
        <translation>السجلات</translation>
    </message>
    <message>
        <source>What happened, for finding faults</source>
        <translation>ما حدث، للعثور على الأعطال</translation>
    </message>
    <message>
        <source>What the menus remember</source>
        <translation>ما تتذكره القوائم</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>نسيان</translation>
    </message>
    <message>
        <source>Forget recent files</source>
        <translation>نسيان الملفات الأخيرة</translation>
    </message>
    <message>
        <source>Forgotten</source>
        <translation>تم النسيان</translation>
    </message>
    <message>
        <source>Paths that were opened of late, and the folders that dialogs were used in</source>
        <translation>المسارات التي فُتحت مؤخرًا، والمجلدات المستخدمة في مربعات الحوار</translation>
    </message>
    <message>
        <source>Recent files</source>
        <translation>الملفات الأخيرة</translation>
    </message>
    <message>
        <source>No file manager answers. The folder is {folder}</source>
        <translation>لا يستجيب أي مدير ملفات. المجلد هو {folder}</translation>
    </message>
    <message>
        <source>Delete all review sessions? Every result, decision and note that was not exported is lost. Your images are not touched.</source>
        <translation>هل تريد حذف كل جلسات المراجعة؟ ستُفقد كل النتائج والقرارات والملاحظات التي لم تُصدَّر. لن تُمسّ صورك.</translation>
    </message>
    <message>
        <source>Delete Review Sessions</source>
        <translation>حذف جلسات المراجعة</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>حذف</translation>
    </message>
</context>
<context>
    <name>ProbabilityBar</name>
    <message>
        <source>Probability of malignancy</source>
        <translation>احتمال الخباثة</translation>
    </message>
    <message>
        <source>operating point {threshold}</source>
        <translation>نقطة التشغيل {threshold}</translation>
    </message>
    <message>
        <source>Malignant from {threshold} on</source>
        <translation>خبيث ابتداءً من {threshold}</translation>
    </message>
</context>
<context>
    <name>ReadingMode</name>
    <message>
        <source>Classifying…</source>
        <translation>جارٍ التصنيف…</translation>
    </message>
    <message>
        <source>{number} of {count}, {reviewed} reviewed</source>
        <translation>{number} من {count}، روجعت {reviewed}</translation>
    </message>
    <message>
        <source>No image is open</source>
        <translation>لا توجد صورة مفتوحة</translation>
    </message>
</context>
<context>
    <name>ReadingPanel</name>
    <message>
        <source>Review mode</source>
        <translation>وضع المراجعة</translation>
    </message>
    <message>
        <source>The result is hidden until you have decided.</source>
        <translation>النتيجة مخفية حتى تقرر.</translation>
    </message>
    <message>
        <source>It has been on the screen before: this is no first reading.</source>
        <translation>سبق أن ظهرت على الشاشة: هذه ليست قراءة أولى.</translation>
    </message>
    <message>
        <source>Classify Folder</source>
        <translation>تصنيف المجلد</translation>
    </message>
    <message>
        <source>Hide the result until I have decided</source>
        <translation>إخفاء النتيجة حتى أقرر</translation>
    </message>
    <message>
        <source>To read without being led: what you decide then is kept as first reading</source>
        <translation>للقراءة دون تأثير: يُحفظ ما تقرره حينها قراءةً أولى</translation>
    </message>
    <message>
        <source>Disagreements only</source>
        <translation>الاختلافات فقط</translation>
    </message>
    <message>
        <source>Images on which two of you, the model and histology differ</source>
        <translation>صور يختلف فيها اثنان منك ومن النموذج ومن الفحص النسيجي</translation>
    </message>
    <message>
        <source>Make Labelled Folder…</source>
        <translation>إنشاء مجلد مسمى…</translation>
    </message>
    <message>
        <source>Put the reviewed images into a folder to train or calibrate with</source>
        <translation>وضع الصور المراجَعة في مجلد للتدريب أو المعايرة</translation>
    </message>
    <message>
        <source>Diagnosis</source>
        <translation>التشخيص</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>العلامات</translation>
    </message>
    <message>
        <source>Histology</source>
        <translation>الفحص النسيجي</translation>
    </message>
    <message>
        <source>Checklists</source>
        <translation>قوائم المعايير</translation>
    </message>
    <message>
        <source>Not decided</source>
        <translation>بلا قرار</translation>
    </message>
    <message>
        <source>None</source>
        <translation>لا شيء</translation>
    </message>
</context>
<context>
    <name>ResultBox</name>
    <message>
        <source>Probability of malignancy</source>
        <translation>احتمال الخباثة</translation>
    </message>
    <message>
        <source>Operating point moved: the review table labels this image at {point}, not at {own}.</source>
        <translation>نقطة التشغيل محرَّكة: جدول المراجعة يصنّف هذه الصورة عند {point} لا عند {own}.</translation>
    </message>
    <message>
        <source>Reset to {own}</source>
        <translation>العودة إلى {own}</translation>
    </message>
    <message>
        <source>At or above the operating point of {threshold}, so the image is labelled malignant.</source>
        <translation>عند نقطة التشغيل {threshold} أو فوقها، ولذلك صُنّفت الصورة خبيثة.</translation>
    </message>
    <message>
        <source>Below the operating point of {threshold}, so the image is labelled benign.</source>
        <translation>دون نقطة التشغيل {threshold}، ولذلك صُنّفت الصورة حميدة.</translation>
    </message>
    <message>
        <source>At this point the model finds {found} of 100 malignant lesions and wrongly flags {flagged} of 100 benign ones (measured {data}).</source>
        <translation>عند هذه النقطة يكتشف النموذج {found} من كل ١٠٠ آفة خبيثة، ويشير خطأً إلى {flagged} من كل ١٠٠ آفة حميدة (القياس: {data}).</translation>
    </message>
    <message>
        <source>This is the review table&apos;s operating point; the one chosen in Settings is {threshold}.</source>
        <translation>هذه نقطة تشغيل جدول المراجعة؛ والمختارة في الإعدادات {threshold}.</translation>
    </message>
    <message>
        <source>This is the review table&apos;s operating point; the model&apos;s own is {threshold}.</source>
        <translation>هذه نقطة تشغيل جدول المراجعة؛ ونقطة النموذج نفسه {threshold}.</translation>
    </message>
</context>
<context>
    <name>ResultColumns</name>
    <message>
        <source>Of the model {model}, which is not in use now</source>
        <translation>من النموذج {model}، وهو غير مستخدم الآن</translation>
    </message>
    <message>
        <source>This patient&apos;s lesions by probability: number {rank} of {count}. A lesion counts by its highest picture.</source>
        <translation>آفات هذا المريض حسب الاحتمال: رقم {rank} من {count}. تُحسب الآفة بأعلى صورها احتمالًا.</translation>
    </message>
    <message>
        <source>File</source>
        <translation>الملف</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>التصنيف</translation>
    </message>
    <message>
        <source>Probability</source>
        <translation>الاحتمال</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>المراجعة</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>ملاحظة</translation>
    </message>
    <message>
        <source>Warnings</source>
        <translation>التحذيرات</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>المشكلة</translation>
    </message>
    <message>
        <source>Reviewed</source>
        <translation>مراجَعة</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>الحجم</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>المجلد</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>النموذج</translation>
    </message>
    <message>
        <source>Classified</source>
        <translation>وقت التصنيف</translation>
    </message>
    <message>
        <source>Patient</source>
        <translation>المريض</translation>
    </message>
    <message>
        <source>Lesion</source>
        <translation>الآفة</translation>
    </message>
    <message>
        <source>Rank</source>
        <translation>الترتيب</translation>
    </message>
    <message>
        <source>Unlike others</source>
        <translation>مختلفة عن غيرها</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>التُقطت</translation>
    </message>
    <message>
        <source>Site</source>
        <translation>الموضع</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>فشل</translation>
    </message>
    <message>
        <source>Unsure</source>
        <translation>غير مؤكد</translation>
    </message>
    <message>
        <source>unlike training data</source>
        <translation>لا تشبه بيانات التدريب</translation>
    </message>
    <message>
        <source>blurred</source>
        <translation>ضبابية</translation>
    </message>
    <message>
        <source>colours uncertain</source>
        <translation>الألوان غير مؤكدة</translation>
    </message>
    <message>
        <source>too dark</source>
        <translation>داكنة جدًا</translation>
    </message>
    <message>
        <source>too bright</source>
        <translation>ساطعة جدًا</translation>
    </message>
    <message>
        <source>model not validated</source>
        <translation>نموذج غير مُصادَق عليه</translation>
    </message>
    <message>
        <source>changed since review</source>
        <translation>تغيّرت منذ المراجعة</translation>
    </message>
</context>
<context>
    <name>ResultsHeader</name>
    <message>
        <source>Default Columns</source>
        <translation>الأعمدة الافتراضية</translation>
    </message>
</context>
<context>
    <name>ResultsView</name>
    <message>
        <source>Results</source>
        <translation>النتائج</translation>
    </message>
</context>
<context>
    <name>ResumeBanner</name>
    <message>
        <source>Continue the last batch</source>
        <translation>متابعة الدفعة الأخيرة</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>متابعة</translation>
    </message>
    <message>
        <source>Not Now</source>
        <translation>ليس الآن</translation>
    </message>
    <message numerus="yes">
        <source>The batch in “{folder}” was cut short: {done} of {total} images are classified.</source>
        <translation>
            <numerusform>قُطعت دفعة «{folder}»: صُنّف من صورها {done} من {total}.</numerusform>
            <numerusform>قُطعت دفعة «{folder}»: صُنّف من صورها {done} من {total}.</numerusform>
            <numerusform>قُطعت دفعة «{folder}»: صُنّف من صورها {done} من {total}.</numerusform>
            <numerusform>قُطعت دفعة «{folder}»: صُنّف من صورها {done} من {total}.</numerusform>
            <numerusform>قُطعت دفعة «{folder}»: صُنّف من صورها {done} من {total}.</numerusform>
            <numerusform>قُطعت دفعة «{folder}»: صُنّف من صورها {done} من {total}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} are reviewed.</source>
        <translation>
            <numerusform>لم تُراجع أي صورة.</numerusform>
            <numerusform>روجعت صورة واحدة.</numerusform>
            <numerusform>روجعت صورتان.</numerusform>
            <numerusform>روجعت {count} صور.</numerusform>
            <numerusform>روجعت {count} صورة.</numerusform>
            <numerusform>روجعت {count} صورة.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RetrainPage</name>
    <message>
        <source>Retrain</source>
        <translation>إعادة التدريب</translation>
    </message>
    <message>
        <source>Checking the images</source>
        <translation>فحص الصور</translation>
    </message>
    <message>
        <source>Start Training</source>
        <translation>بدء التدريب</translation>
    </message>
    <message>
        <source>Teach the model with your own labelled images. The result is compared with the active model on images that are held out, and nothing changes before you decide. No image leaves this computer.</source>
        <translation>درّب النموذج بصورك المصنّفة. تُقارن النتيجة بالنموذج النشط على صور مستبقاة، ولا يتغير شيء قبل قرارك. لا تغادر أي صورة هذا الحاسوب.</translation>
    </message>
    <message>
        <source>Drop folders to add them</source>
        <translation>أفلت المجلدات لإضافتها</translation>
    </message>
    <message>
        <source>Checking the images… {part}</source>
        <translation>جارٍ فحص الصور… {part}</translation>
    </message>
    <message>
        <source>Estimating time and disk space…</source>
        <translation>جارٍ تقدير الوقت ومساحة القرص…</translation>
    </message>
    <message>
        <source>There is too little room on the disk: {size} are needed, {free} are free.</source>
        <translation>مساحة القرص غير كافية: يلزم {size} والمتاح {free}.</translation>
    </message>
    <message>
        <source>About {time} and {size} of disk space ({free} are free).</source>
        <translation>نحو {time} و{size} من مساحة القرص (المتاح {free}).</translation>
    </message>
    <message>
        <source>{part} of the features are computed already.</source>
        <translation>حُسب {part} من السمات بالفعل.</translation>
    </message>
    <message>
        <source>Cancelled. Only the computed features are kept; the next start goes on from them.</source>
        <translation>أُلغي التدريب. يُحتفظ بالسمات المحسوبة فقط؛ ومنها يتابع البدء التالي.</translation>
    </message>
</context>
<context>
    <name>ReviewBar</name>
    <message>
        <source>Agree</source>
        <translation>موافقة</translation>
    </message>
    <message>
        <source>The model is right</source>
        <translation>النموذج على صواب</translation>
    </message>
    <message>
        <source>Benign</source>
        <translation>حميد</translation>
    </message>
    <message>
        <source>It is benign</source>
        <translation>إنها حميدة</translation>
    </message>
    <message>
        <source>Malignant</source>
        <translation>خبيث</translation>
    </message>
    <message>
        <source>It is malignant</source>
        <translation>إنها خبيثة</translation>
    </message>
    <message>
        <source>Unsure</source>
        <translation>غير مؤكد</translation>
    </message>
    <message>
        <source>It cannot be told</source>
        <translation>لا يمكن الجزم</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>ملاحظة</translation>
    </message>
    <message>
        <source>Write a note</source>
        <translation>كتابة ملاحظة</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>سحب</translation>
    </message>
    <message>
        <source>Take the decision back; the note stays</source>
        <translation>سحب القرار؛ وتبقى الملاحظة</translation>
    </message>
    <message>
        <source>Next Unreviewed</source>
        <translation>التالية غير المراجَعة</translation>
    </message>
    <message>
        <source>Go to the next image without a decision</source>
        <translation>الانتقال إلى الصورة التالية التي لا قرار لها</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>تراجع</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>إعادة</translation>
    </message>
    <message>
        <source>Advance</source>
        <translation>تقدّم</translation>
    </message>
    <message>
        <source>After a decision, go to the next image without one</source>
        <translation>بعد القرار، الانتقال إلى الصورة التالية التي لا قرار لها</translation>
    </message>
</context>
<context>
    <name>ReviewTable</name>
    <message>
        <source>Batch review</source>
        <translation>مراجعة الدفعة</translation>
    </message>
    <message>
        <source>Another window has changed the patients and lesions of this folder.</source>
        <translation>غيّرت نافذة أخرى المرضى والآفات في هذا المجلد.</translation>
    </message>
    <message numerus="yes">
        <source>Measuring: {count} images to go. The measures are no part of the probability.</source>
        <translation>
            <numerusform>القياس جارٍ: لم تبق صور. القياسات ليست جزءًا من الاحتمال.</numerusform>
            <numerusform>القياس جارٍ: بقيت صورة واحدة. القياسات ليست جزءًا من الاحتمال.</numerusform>
            <numerusform>القياس جارٍ: بقيت صورتان. القياسات ليست جزءًا من الاحتمال.</numerusform>
            <numerusform>القياس جارٍ: بقيت {count} صور. القياسات ليست جزءًا من الاحتمال.</numerusform>
            <numerusform>القياس جارٍ: بقيت {count} صورة. القياسات ليست جزءًا من الاحتمال.</numerusform>
            <numerusform>القياس جارٍ: بقيت {count} صورة. القياسات ليست جزءًا من الاحتمال.</numerusform>
        </translation>
    </message>
    <message>
        <source>No row passes the filter.</source>
        <translation>لا يطابق المرشّحَ أي صف.</translation>
    </message>
    <message>
        <source>Results of a folder appear here.</source>
        <translation>تظهر نتائج المجلد هنا.</translation>
    </message>
    <message>
        <source>Rows appear as they are classified.</source>
        <translation>تظهر الصفوف تباعًا مع التصنيف.</translation>
    </message>
    <message>
        <source>Nothing is classified yet.</source>
        <translation>لم يُصنّف شيء بعد.</translation>
    </message>
</context>
<context>
    <name>Ruler</name>
    <message>
        <source>{count} pixels</source>
        <translation>{count} بكسل</translation>
    </message>
    <message>
        <source>{millimetres} mm</source>
        <translation>{millimetres} مم</translation>
    </message>
    <message>
        <source>{length}. How large a pixel is, this file does not say: calibrate the ruler.</source>
        <translation>{length}. لا يذكر الملف حجم البكسل: عاير المسطرة.</translation>
    </message>
    <message>
        <source>{length}, by your own calibration of this image.</source>
        <translation>{length}، وفق معايرتك لهذه الصورة.</translation>
    </message>
    <message>
        <source>{length}, by the file&apos;s pixel spacing.</source>
        <translation>{length}، وفق تباعد البكسلات في الملف.</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>Appearance</source>
        <translation>المظهر</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>السمة</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>كالنظام</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>فاتح</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>داكن</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>اللغة</translation>
    </message>
    <message>
        <source>Takes effect when Skin GUI is started again.</source>
        <translation>يسري عند بدء Skin GUI من جديد.</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>حجم النص</translation>
    </message>
    <message>
        <source>100 % is the system&apos;s own size.</source>
        <translation>١٠٠٪؜ هو حجم النظام.</translation>
    </message>
    <message>
        <source>Folders</source>
        <translation>المجلدات</translation>
    </message>
    <message>
        <source>At the start</source>
        <translation>عند البدء</translation>
    </message>
    <message>
        <source>Show the start page</source>
        <translation>إظهار صفحة البداية</translation>
    </message>
    <message>
        <source>Open what was open last</source>
        <translation>فتح آخر ما كان مفتوحًا</translation>
    </message>
    <message>
        <source>Include sub-folders</source>
        <translation>تضمين المجلدات الفرعية</translation>
    </message>
    <message>
        <source>A folder that is opened for the first time brings its sub-folders along.</source>
        <translation>يُفتح المجلد للمرة الأولى مع مجلداته الفرعية.</translation>
    </message>
    <message>
        <source>Storage</source>
        <translation>التخزين</translation>
    </message>
    <message>
        <source>Thumbnails take at most</source>
        <translation>أقصى حجم للصور المصغّرة</translation>
    </message>
    <message>
        <source>Beyond it, those that were not seen for longest are deleted.</source>
        <translation>عند تجاوزه تُحذف التي لم تُعرض منذ أطول مدة.</translation>
    </message>
    <message>
        <source>MB</source>
        <translation>ميغابايت</translation>
    </message>
    <message>
        <source>Training features take at most</source>
        <translation>أقصى حجم لسمات التدريب</translation>
    </message>
    <message>
        <source>They make the next training on the same images much faster.</source>
        <translation>تجعل التدريب التالي على الصور نفسها أسرع بكثير.</translation>
    </message>
    <message>
        <source>Operating point</source>
        <translation>نقطة التشغيل</translation>
    </message>
    <message>
        <source>Call a lesion malignant</source>
        <translation>تُعدّ الآفة خبيثة</translation>
    </message>
    <message>
        <source>Applies to what is classified from now on; saved results keep their own.</source>
        <translation>ينطبق على ما يُصنّف من الآن؛ وتحتفظ النتائج المحفوظة بنقطتها.</translation>
    </message>
    <message>
        <source>As the model proposes</source>
        <translation>كما يقترح النموذج</translation>
    </message>
    <message>
        <source>To find a share of malignant lesions</source>
        <translation>لاكتشاف نسبة من الآفات الخبيثة</translation>
    </message>
    <message>
        <source>From a probability on</source>
        <translation>ابتداءً من احتمال معيّن</translation>
    </message>
    <message>
        <source>Sensitivity to aim at</source>
        <translation>الحساسية المستهدفة</translation>
    </message>
    <message>
        <source>The share of malignant lesions that are to be found.</source>
        <translation>نسبة الآفات الخبيثة المطلوب اكتشافها.</translation>
    </message>
    <message>
        <source>Malignant from</source>
        <translation>خبيث ابتداءً من</translation>
    </message>
    <message>
        <source>The probability of malignancy that decides.</source>
        <translation>احتمال الخباثة الذي يُحسم عنده القرار.</translation>
    </message>
    <message>
        <source>What to expect</source>
        <translation>الأداء المتوقع</translation>
    </message>
    <message>
        <source>Malignant among your lesions</source>
        <translation>نسبة الخبيث بين آفاتك</translation>
    </message>
    <message>
        <source>Your clinic&apos;s prevalence. It changes what a result means, not the result.</source>
        <translation>معدل الانتشار في عيادتك. يغيّر معنى النتيجة لا النتيجة نفسها.</translation>
    </message>
    <message>
        <source>Heatmap</source>
        <translation>الخريطة الحرارية</translation>
    </message>
    <message>
        <source>Show the heatmap</source>
        <translation>إظهار الخريطة الحرارية</translation>
    </message>
    <message>
        <source>Where the network looked, not why.</source>
        <translation>أين نظرت الشبكة، لا لماذا.</translation>
    </message>
    <message>
        <source>Opacity</source>
        <translation>العتامة</translation>
    </message>
    <message>
        <source>Computation</source>
        <translation>الحساب</translation>
    </message>
    <message>
        <source>Average with the mirror image</source>
        <translation>متوسط مع الصورة المعكوسة</translation>
    </message>
    <message>
        <source>Takes twice the time. The model&apos;s figures were measured with the model&apos;s own setting.</source>
        <translation>يستغرق ضعف الوقت. قيست أرقام النموذج بإعداده الخاص.</translation>
    </message>
    <message>
        <source>As the model was made</source>
        <translation>كما أُنشئ النموذج</translation>
    </message>
    <message>
        <source>Always</source>
        <translation>دائمًا</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>أبدًا</translation>
    </message>
    <message>
        <source>Network precision</source>
        <translation>دقة الشبكة</translation>
    </message>
    <message>
        <source>int8 is faster on recent processors, and its probabilities differ in the second or third digit. The model&apos;s figures were measured in float32.</source>
        <translation>‏int8 أسرع على المعالجات الحديثة، وتختلف الاحتمالات في الرقم الثاني أو الثالث. قيست أرقام النموذج بـ float32.</translation>
    </message>
    <message>
        <source>Processor cores</source>
        <translation>أنوية المعالج</translation>
    </message>
    <message>
        <source>Fewer leave more to other programs.</source>
        <translation>كلما قلّت، بقي المزيد للبرامج الأخرى.</translation>
    </message>
    <message>
        <source>All</source>
        <translation>الكل</translation>
    </message>
    <message>
        <source>The notice of the first start was accepted</source>
        <translation>قُبل تنبيه التشغيل الأول</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>الإعدادات</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>الصفحات</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>موافق</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>تطبيق</translation>
    </message>
    <message>
        <source>Restore Defaults</source>
        <translation>استعادة الافتراضي</translation>
    </message>
    <message>
        <source>Show this page&apos;s defaults; nothing changes before you apply them</source>
        <translation>عرض القيم الافتراضية لهذه الصفحة؛ ولا يتغير شيء قبل تطبيقها</translation>
    </message>
    <message>
        <source>The language changes when Skin GUI is started again.</source>
        <translation>تتغير اللغة عند بدء Skin GUI من جديد.</translation>
    </message>
</context>
<context>
    <name>ShortcutsWindow</name>
    <message>
        <source>Keyboard Shortcuts</source>
        <translation>اختصارات لوحة المفاتيح</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
</context>
<context>
    <name>SideBySide</name>
    <message>
        <source>Side by side</source>
        <translation>جنبًا إلى جنب</translation>
    </message>
    <message>
        <source>heatmap</source>
        <translation>خريطة حرارية</translation>
    </message>
    <message>
        <source>&amp;Zoom and move together</source>
        <translation>ت&amp;كبير وتحريك معًا</translation>
    </message>
    <message>
        <source>Show &amp;heatmaps</source>
        <translation>إظهار ال&amp;خرائط الحرارية</translation>
    </message>
    <message>
        <source>&amp;Fit</source>
        <translation>م&amp;لاءمة</translation>
    </message>
</context>
<context>
    <name>SimilarPanel</name>
    <message>
        <source>Similar cases</source>
        <translation>حالات مشابهة</translation>
    </message>
    <message>
        <source>Similar cases, the most alike first</source>
        <translation>حالات مشابهة، الأكثر شبهًا أولًا</translation>
    </message>
    <message>
        <source>From the images that you have reviewed, or that lie in labelled folders, among those classified here. Alike in what the classifier sees; that proves no diagnosis.</source>
        <translation>من بين الصور المصنّفة هنا التي راجعتها أو الموجودة في مجلدات موسومة. متشابهة فيما يراه المصنّف؛ وهذا لا يثبت أي تشخيص.</translation>
    </message>
    <message>
        <source>Open a dermoscopic image to see similar cases here.</source>
        <translation>افتح صورة تنظير جلدي لرؤية الحالات المشابهة هنا.</translation>
    </message>
    <message>
        <source>The images whose labels you know were classified with another model, whose view cannot be compared with this one&apos;s. Classify them again in the batch review (F10).</source>
        <translation>صُنّفت الصور المعروفة تصنيفاتها بنموذج آخر لا يمكن مقارنة رؤيته بهذا. صنّفها مجددًا في مراجعة الدفعة (F10).</translation>
    </message>
    <message>
        <source>There is no case to compare with yet. Classify a folder of images whose labels you know, or review one (F10): they are compared from then on. Nothing leaves this computer.</source>
        <translation>لا توجد حالة للمقارنة بعد. صنّف مجلد صور تعرف تصنيفاتها أو راجع مجلدًا (F10): ستُقارن منذ ذلك الحين. لا شيء يغادر هذا الحاسوب.</translation>
    </message>
    <message>
        <source>The only case known is malignant</source>
        <translation>الحالة الوحيدة المعروفة خبيثة</translation>
    </message>
    <message>
        <source>The only case known is benign</source>
        <translation>الحالة الوحيدة المعروفة حميدة</translation>
    </message>
    <message>
        <source>{count} of the {all} most alike are malignant</source>
        <translation>{count} من أقرب {all} حالات خبيثة</translation>
    </message>
    <message>
        <source>{label} · {diagnosis}</source>
        <translation>{label} · {diagnosis}</translation>
    </message>
    <message>
        <source>by histology</source>
        <translation>حسب الفحص النسيجي</translation>
    </message>
    <message>
        <source>by your review</source>
        <translation>حسب مراجعتك</translation>
    </message>
    <message>
        <source>by its folder or table</source>
        <translation>حسب مجلدها أو جدولها</translation>
    </message>
    <message>
        <source>The file is not there any more.</source>
        <translation>لم يعد الملف موجودًا.</translation>
    </message>
</context>
<context>
    <name>SimilarSearch</name>
    <message>
        <source>Similar</source>
        <translation>مشابهة</translation>
    </message>
    <message>
        <source>Looking for similar cases…</source>
        <translation>جارٍ البحث عن حالات مشابهة…</translation>
    </message>
    <message>
        <source>The model in use keeps nothing by which images could be compared.</source>
        <translation>النموذج المستخدم لا يحتفظ بما يتيح مقارنة الصور.</translation>
    </message>
</context>
<context>
    <name>StageList</name>
    <message>
        <source>Done</source>
        <translation>تم</translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message>
        <source>Open a dermoscopic image</source>
        <translation>افتح صورة تنظير جلد</translation>
    </message>
    <message>
        <source>Drop an image or a folder here, or choose one. No image leaves this computer.</source>
        <translation>أسقط صورة أو مجلدًا هنا، أو اختر. لا تغادر أي صورة هذا الحاسوب.</translation>
    </message>
    <message>
        <source>Open Image…</source>
        <translation>فتح صورة…</translation>
    </message>
    <message>
        <source>Open Folder…</source>
        <translation>فتح مجلد…</translation>
    </message>
    <message>
        <source>Try the Samples</source>
        <translation>تجربة العينات</translation>
    </message>
    <message>
        <source>Synthetic images that show how the program works</source>
        <translation>صور اصطناعية تبيّن كيف يعمل البرنامج</translation>
    </message>
    <message>
        <source>Opened recently</source>
        <translation>فُتحت حديثًا</translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>Place in the folder</source>
        <translation>الموضع في المجلد</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>التكبير</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>النموذج</translation>
    </message>
    <message numerus="yes">
        <source>Not one of the {count} images</source>
        <translation>
            <numerusform>ليست من الصور ({count})</numerusform>
            <numerusform>ليست الصورة الوحيدة</numerusform>
            <numerusform>ليست من الصورتين</numerusform>
            <numerusform>ليست من {count} صور</numerusform>
            <numerusform>ليست من {count} صورة</numerusform>
            <numerusform>ليست من {count} صورة</numerusform>
        </translation>
    </message>
    <message>
        <source>Image {place} of {count}</source>
        <translation>الصورة {place} من {count}</translation>
    </message>
    <message>
        <source>Zoom {zoom} %</source>
        <translation>التكبير {zoom}٪؜</translation>
    </message>
    <message>
        <source>Model: {name}</source>
        <translation>النموذج: {name}</translation>
    </message>
    <message>
        <source>Loading the model…</source>
        <translation>جارٍ تحميل النموذج…</translation>
    </message>
</context>
<context>
    <name>SummaryStrip</name>
    <message>
        <source>Summary</source>
        <translation>الملخص</translation>
    </message>
    <message>
        <source>Malignant</source>
        <translation>خبيث</translation>
    </message>
    <message>
        <source>Benign</source>
        <translation>حميد</translation>
    </message>
    <message>
        <source>Warnings</source>
        <translation>التحذيرات</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>فشل</translation>
    </message>
    <message>
        <source>Reviewed</source>
        <translation>مراجَعة</translation>
    </message>
    <message>
        <source>To review</source>
        <translation>للمراجعة</translation>
    </message>
    <message>
        <source>Agreement with the model shows after the first decision.</source>
        <translation>يظهر الاتفاق مع النموذج بعد أول قرار.</translation>
    </message>
    <message>
        <source>Model and reviewer agree on {agreed} of {compared} ({share}).</source>
        <translation>يتفق النموذج والمراجع في {agreed} من {compared} ({share}).</translation>
    </message>
    <message>
        <source>Show only these rows</source>
        <translation>إظهار هذه الصفوف فقط</translation>
    </message>
</context>
<context>
    <name>ThresholdControl</name>
    <message>
        <source>Operating point</source>
        <translation>نقطة التشغيل</translation>
    </message>
    <message>
        <source>Operating point in percent</source>
        <translation>نقطة التشغيل بالمئة</translation>
    </message>
    <message>
        <source>chosen here</source>
        <translation>مختارة هنا</translation>
    </message>
    <message>
        <source>of the model</source>
        <translation>نقطة النموذج</translation>
    </message>
    <message>
        <source>from Settings</source>
        <translation>من الإعدادات</translation>
    </message>
    <message>
        <source>as classified</source>
        <translation>كما عند التصنيف</translation>
    </message>
    <message>
        <source>as classified: {low} to {high}</source>
        <translation>كما عند التصنيف: من {low} إلى {high}</translation>
    </message>
    <message>
        <source>Use the operating point that each image was classified at</source>
        <translation>استخدام نقطة التشغيل التي صُنّفت عندها كل صورة</translation>
    </message>
    <message>
        <source>Use the operating point chosen in Settings</source>
        <translation>استخدام نقطة التشغيل المختارة في الإعدادات</translation>
    </message>
    <message>
        <source>Use the model&apos;s operating point</source>
        <translation>استخدام نقطة تشغيل النموذج</translation>
    </message>
    <message>
        <source>Each image is labelled at the operating point that it was classified at</source>
        <translation>تُوسَم كل صورة عند نقطة التشغيل التي صُنّفت عندها</translation>
    </message>
    <message>
        <source>Malignant from {threshold} on</source>
        <translation>خبيث ابتداءً من {threshold}</translation>
    </message>
</context>
<context>
    <name>ThumbnailView</name>
    <message>
        <source>Images</source>
        <translation>الصور</translation>
    </message>
</context>
<context>
    <name>TimeLine</name>
    <message>
        <source>Days since the first picture</source>
        <translation>الأيام منذ أول صورة</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>الصورة</translation>
    </message>
    <message>
        <source>%</source>
        <translation>%</translation>
    </message>
    <message>
        <source>Probability over time</source>
        <translation>الاحتمال عبر الزمن</translation>
    </message>
</context>
<context>
    <name>TrainingButtons</name>
    <message>
        <source>Stop Early and Keep the Best</source>
        <translation>الإيقاف مبكرًا وحفظ الأفضل</translation>
    </message>
    <message>
        <source>End after this epoch; the best epoch so far becomes the new model</source>
        <translation>الإنهاء بعد هذه الدورة؛ وتصبح أفضل دورة حتى الآن النموذج الجديد</translation>
    </message>
    <message>
        <source>Cancel Training</source>
        <translation>إلغاء التدريب</translation>
    </message>
    <message>
        <source>End at once and keep nothing but the computed features</source>
        <translation>الإنهاء فورًا والاحتفاظ بالسمات المحسوبة فقط</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>رجوع</translation>
    </message>
    <message>
        <source>Compare and Decide…</source>
        <translation>المقارنة واتخاذ القرار…</translation>
    </message>
    <message>
        <source>Cancelling…</source>
        <translation>جارٍ الإلغاء…</translation>
    </message>
</context>
<context>
    <name>TrainingController</name>
    <message>
        <source>Discard Model</source>
        <translation>حذف النموذج</translation>
    </message>
    <message>
        <source>Delete the new model {name}? This cannot be undone.</source>
        <translation>هل تحذف النموذج الجديد {name}؟ لا يمكن التراجع عن ذلك.</translation>
    </message>
    <message>
        <source>“Keep Without Activating” leaves it on the Model page.</source>
        <translation>«الاحتفاظ دون تفعيل» يتركه في صفحة النموذج.</translation>
    </message>
    <message>
        <source>Delete the Model</source>
        <translation>حذف النموذج</translation>
    </message>
    <message>
        <source>A training is running. Quit and cancel it?</source>
        <translation>التدريب جارٍ. هل تريد الإنهاء وإلغاءه؟</translation>
    </message>
    <message>
        <source>The features computed so far are kept, so that the next training on these images is faster.</source>
        <translation>يُحتفظ بالسمات المحسوبة حتى الآن، ليكون التدريب التالي على هذه الصور أسرع.</translation>
    </message>
    <message>
        <source>Cancel Training and Quit</source>
        <translation>إلغاء التدريب والإنهاء</translation>
    </message>
    <message>
        <source>Keep Running</source>
        <translation>مواصلة التدريب</translation>
    </message>
</context>
<context>
    <name>TrainingIndicator</name>
    <message>
        <source>Show the training</source>
        <translation>إظهار التدريب</translation>
    </message>
    <message>
        <source>Cancelling the training…</source>
        <translation>جارٍ إلغاء التدريب…</translation>
    </message>
    <message>
        <source>The training failed</source>
        <translation>فشل التدريب</translation>
    </message>
    <message>
        <source>New model ready: compare</source>
        <translation>النموذج الجديد جاهز: قارن</translation>
    </message>
    <message>
        <source>Training: starting…</source>
        <translation>التدريب: جارٍ البدء…</translation>
    </message>
    <message>
        <source>{stage}: {part}</source>
        <translation>{stage}: {part}</translation>
    </message>
</context>
<context>
    <name>TrainingProgress</name>
    <message>
        <source>Training. You can close this window and go on working.</source>
        <translation>التدريب جارٍ. يمكنك إغلاق هذه النافذة ومواصلة العمل.</translation>
    </message>
    <message>
        <source>Stopping after this epoch; the best one is kept, calibrated and compared.</source>
        <translation>سيتوقف بعد هذه الدورة؛ وتُحفظ أفضل دورة وتُعاير وتُقارن.</translation>
    </message>
    <message>
        <source>Cancelling…</source>
        <translation>جارٍ الإلغاء…</translation>
    </message>
    <message>
        <source>The training failed. Nothing was changed.</source>
        <translation>فشل التدريب. لم يتغير شيء.</translation>
    </message>
    <message>
        <source>The new model is ready. Compare it with the active one before you decide.</source>
        <translation>النموذج الجديد جاهز. قارنه بالنموذج النشط قبل أن تقرر.</translation>
    </message>
</context>
<context>
    <name>WindowFiles</name>
    <message>
        <source>Copy &amp;Image</source>
        <translation>نسخ ال&amp;صورة</translation>
    </message>
    <message>
        <source>Copy &amp;Path</source>
        <translation>نسخ ال&amp;مسار</translation>
    </message>
    <message>
        <source>Show in &amp;Folder</source>
        <translation>إظهار في الم&amp;جلد</translation>
    </message>
    <message>
        <source>&amp;Open With…</source>
        <translation>&amp;فتح باستخدام…</translation>
    </message>
    <message>
        <source>&amp;Export This…</source>
        <translation>ت&amp;صدير هذا…</translation>
    </message>
    <message>
        <source>Contact S&amp;heet…</source>
        <translation>ورقة الصور المصغرة (&amp;و)…</translation>
    </message>
    <message>
        <source>None of the selected images has a result: classify the folder.</source>
        <translation>ليس لأي من الصور المحددة نتيجة: صنّف المجلد.</translation>
    </message>
    <message>
        <source>{name} is not on the screen yet; nothing was copied.</source>
        <translation>{name} ليست معروضة بعد؛ لم يُنسخ شيء.</translation>
    </message>
    <message>
        <source>No program of this computer opens {name}.</source>
        <translation>لا يوجد برنامج في هذا الحاسوب يفتح {name}.</translation>
    </message>
    <message>
        <source>{name} is not named like an image: it might be run, and was not opened.</source>
        <translation>لا يحمل {name} اسم صورة: قد يُشغَّل برنامجًا، ولم يُفتح.</translation>
    </message>
</context>
<context>
    <name>WindowHelp</name>
    <message>
        <source>In the image</source>
        <translation>في الصورة</translation>
    </message>
    <message>
        <source>In the image browser</source>
        <translation>في متصفّح الصور</translation>
    </message>
    <message>
        <source>In review mode</source>
        <translation>في وضع المراجعة</translation>
    </message>
    <message>
        <source>In the table of the batch review</source>
        <translation>في جدول مراجعة الدفعة</translation>
    </message>
    <message>
        <source>Go about</source>
        <translation>التنقل</translation>
    </message>
    <message>
        <source>First and last image</source>
        <translation>الصورة الأولى والأخيرة</translation>
    </message>
    <message>
        <source>Go to the image</source>
        <translation>الانتقال إلى الصورة</translation>
    </message>
</context>
<context>
    <name>WindowLesions</name>
    <message>
        <source>&amp;Compare Images</source>
        <translation>مقار&amp;نة الصور</translation>
    </message>
    <message>
        <source>Lesion over &amp;Time</source>
        <translation>الآفة عبر ال&amp;زمن</translation>
    </message>
    <message>
        <source>&amp;Group Images…</source>
        <translation>ت&amp;جميع الصور…</translation>
    </message>
    <message>
        <source>&amp;Sort by Patient</source>
        <translation>&amp;ترتيب حسب المريض</translation>
    </message>
    <message>
        <source>Selected Images Show the &amp;Same Lesion</source>
        <translation>الصور المحددة تُظهر الآفة ن&amp;فسها</translation>
    </message>
    <message>
        <source>Selected Images Show &amp;Different Lesions</source>
        <translation>الصور المحددة تُظهر آفات م&amp;ختلفة</translation>
    </message>
    <message>
        <source>&amp;Remove All Groups…</source>
        <translation>إ&amp;زالة كل المجموعات…</translation>
    </message>
    <message>
        <source>Up to four images can be compared side by side; select two to four of them.</source>
        <translation>يمكن مقارنة ما يصل إلى أربع صور جنبًا إلى جنب؛ حدد من اثنتين إلى أربع.</translation>
    </message>
    <message>
        <source>No other picture of this lesion is known. Group the images of the folder, or select several pictures of one lesion in the table and try again.</source>
        <translation>لا تُعرف صورة أخرى لهذه الآفة. جمّع صور المجلد، أو حدد عدة صور لآفة واحدة في الجدول وحاول مجددًا.</translation>
    </message>
    <message>
        <source>Patients and lesions</source>
        <translation>المرضى والآفات</translation>
    </message>
    <message>
        <source>Remove all groups of this folder?</source>
        <translation>هل تزيل كل مجموعات هذا المجلد؟</translation>
    </message>
    <message>
        <source>What you said by hand is removed too. Images, results and decisions stay.</source>
        <translation>يُزال أيضًا ما حددته يدويًا. تبقى الصور والنتائج والقرارات.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>إزالة</translation>
    </message>
</context>
<context>
    <name>WindowReview</name>
    <message>
        <source>Classify the whole folder and review its results (F10)</source>
        <translation>تصنيف المجلد كله ومراجعة نتائجه (F10)</translation>
    </message>
    <message>
        <source>Batch review</source>
        <translation>مراجعة الدفعة</translation>
    </message>
    <message>
        <source>A folder is being classified. Stop that and open “{name}”?</source>
        <translation>يجري تصنيف مجلد. هل تريد إيقافه وفتح «{name}»؟</translation>
    </message>
    <message>
        <source>What is finished is kept.</source>
        <translation>ما انتهى منه يُحفظ.</translation>
    </message>
    <message>
        <source>Stop and Open</source>
        <translation>إيقاف وفتح</translation>
    </message>
    <message>
        <source>Keep Classifying</source>
        <translation>متابعة التصنيف</translation>
    </message>
</context>
<context>
    <name>WindowTools</name>
    <message>
        <source>Calibrate Ruler</source>
        <translation>معايرة المسطرة</translation>
    </message>
    <message>
        <source>How long is the line in millimetres? It holds for this image alone.</source>
        <translation>ما طول الخط بالمليمترات؟ يسري ذلك على هذه الصورة وحدها.</translation>
    </message>
</context>
<context>
    <name>batch_texts</name>
    <message>
        <source>{number} images/min</source>
        <translation>{number} صورة/د</translation>
    </message>
    <message>
        <source>{number} images/s</source>
        <translation>{number} صورة/ث</translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation>{seconds} ث</translation>
    </message>
    <message>
        <source>{minutes} min {seconds} s</source>
        <translation>{minutes} د {seconds} ث</translation>
    </message>
    <message>
        <source>{hours} h {minutes} min</source>
        <translation>{hours} س {minutes} د</translation>
    </message>
</context>
<context>
    <name>comparison</name>
    <message>
        <source>1 − specificity</source>
        <translation>١ − النوعية</translation>
    </message>
    <message>
        <source>Sensitivity</source>
        <translation>الحساسية</translation>
    </message>
    <message>
        <source>Predicted probability</source>
        <translation>الاحتمال المتنبأ به</translation>
    </message>
    <message>
        <source>Observed share malignant</source>
        <translation>نسبة الخبيث المرصودة</translation>
    </message>
    <message>
        <source>New model</source>
        <translation>النموذج الجديد</translation>
    </message>
    <message>
        <source>Active model</source>
        <translation>النموذج النشط</translation>
    </message>
    <message>
        <source>Chance, or perfect calibration</source>
        <translation>الصدفة، أو المعايرة التامة</translation>
    </message>
    <message>
        <source>not defined</source>
        <translation>غير معرّف</translation>
    </message>
    <message>
        <source>{low} to {high}</source>
        <translation>{low} إلى {high}</translation>
    </message>
    <message>
        <source>Both models are right and wrong on the same images.</source>
        <translation>النموذجان يصيبان ويخطئان في الصور نفسها.</translation>
    </message>
    <message>
        <source>Malignant lesions that only the new model finds: {new}; that only the active one finds: {active}.</source>
        <translation>آفات خبيثة لا يكتشفها إلا النموذج الجديد: {new}؛ ولا يكتشفها إلا النموذج النشط: {active}.</translation>
    </message>
    <message>
        <source>Benign lesions that only the new model calls benign: {new}; that only the active one does: {active}.</source>
        <translation>آفات حميدة لا يصفها بالحميدة إلا النموذج الجديد: {new}؛ ولا يصفها كذلك إلا النموذج النشط: {active}.</translation>
    </message>
    <message>
        <source>The AUC differs by {difference}.</source>
        <translation>تختلف AUC بمقدار {difference}.</translation>
    </message>
    <message>
        <source>The new model is not validated: nobody has checked it on lesions from elsewhere. Its name says so in every result and every export.</source>
        <translation>النموذج الجديد غير مُصادَق عليه: لم يتحقق منه أحد على آفات من مصدر آخر. يُذكر ذلك في اسمه مع كل نتيجة وكل تصدير.</translation>
    </message>
    <message>
        <source>the folders&apos; own test split</source>
        <translation>مجموعة الاختبار في المجلدات</translation>
    </message>
    <message>
        <source>images held out of the folders</source>
        <translation>صور مستبقاة من المجلدات</translation>
    </message>
    <message>
        <source>Compared on {which}: {count} images, {benign} benign and {malignant} malignant.</source>
        <translation>المقارنة على {which}: {count} صورة، {benign} حميدة و{malignant} خبيثة.</translation>
    </message>
    <message>
        <source>Chance alone hardly explains that ({p}, {test}).</source>
        <translation>يصعب تفسير ذلك بالصدفة وحدها ({p}، {test}).</translation>
    </message>
    <message>
        <source>Chance alone may explain that ({p}, {test}).</source>
        <translation>قد تفسّر الصدفة وحدها ذلك ({p}، {test}).</translation>
    </message>
</context>
<context>
    <name>formats</name>
    <message>
        <source>{seconds} s</source>
        <translation>{seconds} ث</translation>
    </message>
    <message>
        <source>{number} %</source>
        <translation>{number}٪؜</translation>
    </message>
</context>
<context>
    <name>lesions</name>
    <message>
        <source>day {day}</source>
        <translation>اليوم {day}</translation>
    </message>
    <message>
        <source>{rank} of {count}</source>
        <translation>{rank} من {count}</translation>
    </message>
    <message>
        <source>{number} ×</source>
        <translation>{number} ×</translation>
    </message>
    <message>
        <source>{times}, stands out</source>
        <translation>{times}، تبرز</translation>
    </message>
    <message>
        <source>How much it differs from the patient&apos;s other lesions in what the classifier sees, as a multiple of what is usual among them. It says that the lesion looks different, not that it is malignant, and is no part of the probability.</source>
        <translation>مقدار اختلافها عن آفات المريض الأخرى فيما يراه المصنّف، كمضاعف للمعتاد بينها. يعني ذلك أن مظهر الآفة مختلف، لا أنها خبيثة، ولا يدخل في الاحتمال.</translation>
    </message>
</context>
<context>
    <name>measures</name>
    <message>
        <source>white</source>
        <translation>أبيض</translation>
    </message>
    <message>
        <source>red</source>
        <translation>أحمر</translation>
    </message>
    <message>
        <source>light brown</source>
        <translation>بني فاتح</translation>
    </message>
    <message>
        <source>dark brown</source>
        <translation>بني غامق</translation>
    </message>
    <message>
        <source>blue-grey</source>
        <translation>أزرق رمادي</translation>
    </message>
    <message>
        <source>black</source>
        <translation>أسود</translation>
    </message>
    <message>
        <source>benign</source>
        <translation>حميدة</translation>
    </message>
    <message>
        <source>suspicious</source>
        <translation>مشتبه</translation>
    </message>
    <message>
        <source>malignant</source>
        <translation>خبيثة</translation>
    </message>
    <message>
        <source>{low} to {high}</source>
        <translation>{low} إلى {high}</translation>
    </message>
    <message>
        <source>By the rule: {verdict}</source>
        <translation>حسب القاعدة: {verdict}</translation>
    </message>
    <message>
        <source>By the rule: {low} to {high}</source>
        <translation>حسب القاعدة: {low} إلى {high}</translation>
    </message>
    <message>
        <source>Unlike the images that the model learned from: what was outlined may be no lesion. Look at the outline before you use the score.</source>
        <translation>لا تشبه الصور التي تعلّم منها النموذج: قد لا يكون ما حُدِّد آفة. انظر إلى الحدود قبل أن تستعمل النتيجة.</translation>
    </message>
    <message>
        <source>Measures</source>
        <translation>القياسات</translation>
    </message>
    <message>
        <source>{range}. {verdict}, for melanocytic lesions only.</source>
        <translation>{range}. {verdict}، للآفات الميلانينية فقط.</translation>
    </message>
    <message>
        <source>not measured</source>
        <translation>لم يُقس</translation>
    </message>
    <message>
        <source>asymmetry {a}, border {b}, colours {c}, structures {d}</source>
        <translation>عدم التناظر {a}، الحافة {b}، الألوان {c}، البنى {d}</translation>
    </message>
    <message>
        <source>Criteria</source>
        <translation>المعايير</translation>
    </message>
    <message>
        <source>Outline</source>
        <translation>المحيط</translation>
    </message>
    <message>
        <source>{part} of the image. Drawn by hand.</source>
        <translation>{part} من الصورة. مرسوم باليد.</translation>
    </message>
    <message>
        <source>{part} of the image. Expected overlap with an expert&apos;s: {overlap}.</source>
        <translation>{part} من الصورة. التطابق المتوقع مع تحديد خبير: {overlap}.</translation>
    </message>
    <message>
        <source>Greatest diameter at least {millimetres} mm, by the file&apos;s pixel spacing.</source>
        <translation>أكبر قطر {millimetres} مم على الأقل، حسب تباعد بكسلات الملف.</translation>
    </message>
    <message>
        <source>Greatest diameter {millimetres} mm, by the file&apos;s pixel spacing.</source>
        <translation>أكبر قطر {millimetres} مم، حسب تباعد بكسلات الملف.</translation>
    </message>
    <message>
        <source>The lesion goes on beyond what the image shows: size, asymmetry and border are of the part in sight.</source>
        <translation>تمتدّ الآفة إلى ما بعد ما تُظهره الصورة: الحجم وعدم التناظر والحافة تخصّ الجزء الظاهر.</translation>
    </message>
    <message>
        <source>shape</source>
        <translation>الشكل</translation>
    </message>
    <message>
        <source>colour</source>
        <translation>اللون</translation>
    </message>
    <message>
        <source>structure</source>
        <translation>البنية</translation>
    </message>
    <message>
        <source>The halves are alike over both axes.</source>
        <translation>النصفان متشابهان حول المحورين.</translation>
    </message>
    <message>
        <source>, </source>
        <translation>، </translation>
    </message>
    <message>
        <source>The halves differ over one axis, in {kinds}.</source>
        <translation>يختلف النصفان حول محور واحد في {kinds}.</translation>
    </message>
    <message>
        <source>The halves differ over both axes, in {kinds}.</source>
        <translation>يختلف النصفان حول المحورين في {kinds}.</translation>
    </message>
    <message>
        <source>The pigment ends abruptly in {count} of 8 eighths.</source>
        <translation>ينتهي الصباغ فجأة في {count} من ٨ أثمان.</translation>
    </message>
    <message>
        <source>{source} {auc} ({low} to {high})</source>
        <translation>{source} {auc} ({low} إلى {high})</translation>
    </message>
    <message>
        <source>How well the score tells melanomas from nevi (area under the curve, 95 % interval): {figures}.</source>
        <translation>قدرة الدرجة على تمييز الميلانوما من الوحمات (المساحة تحت المنحنى، مجال ٩٥٪؜): {figures}.</translation>
    </message>
    <message>
        <source>{measure} on {sources}</source>
        <translation>{measure} على {sources}</translation>
    </message>
    <message>
        <source>; </source>
        <translation>؛ </translation>
    </message>
    <message>
        <source>No better than chance: {list}.</source>
        <translation>ليس أفضل من الصدفة: {list}.</translation>
    </message>
    <message>
        <source>asymmetry</source>
        <translation>عدم التناظر</translation>
    </message>
    <message>
        <source>border</source>
        <translation>الحافة</translation>
    </message>
    <message>
        <source>colours</source>
        <translation>الألوان</translation>
    </message>
    <message>
        <source>the score</source>
        <translation>الدرجة</translation>
    </message>
    <message>
        <source>{points} of {most}</source>
        <translation>{points} من {most}</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>نعم</translation>
    </message>
    <message>
        <source>no</source>
        <translation>لا</translation>
    </message>
    <message>
        <source>Asymmetry (A)</source>
        <translation>عدم التناظر (A)</translation>
    </message>
    <message>
        <source>Border (B)</source>
        <translation>الحافة (B)</translation>
    </message>
    <message>
        <source>Colours (C)</source>
        <translation>الألوان (C)</translation>
    </message>
    <message>
        <source>Structures (D)</source>
        <translation>البنى (D)</translation>
    </message>
    <message>
        <source>Dermoscopy score</source>
        <translation>درجة تنظير الجلد</translation>
    </message>
    <message>
        <source>Score at least</source>
        <translation>الدرجة على الأقل</translation>
    </message>
    <message>
        <source>Score at most</source>
        <translation>الدرجة على الأكثر</translation>
    </message>
    <message>
        <source>Lesion&apos;s part</source>
        <translation>نسبة الآفة</translation>
    </message>
    <message>
        <source>Outline confidence</source>
        <translation>الثقة في المحيط</translation>
    </message>
    <message>
        <source>Cut by the image</source>
        <translation>مقطوعة بحافة الصورة</translation>
    </message>
    <message>
        <source>drawn by hand</source>
        <translation>مرسوم باليد</translation>
    </message>
    <message>
        <source>Dermoscopy score {range}, for melanocytic lesions only.</source>
        <translation>درجة تنظير الجلد {range}، للآفات الميلانينية فقط.</translation>
    </message>
    <message>
        <source>No part of the probability of malignancy.</source>
        <translation>ليست جزءًا من احتمال الخباثة.</translation>
    </message>
    <message>
        <source>Measured within an outline drawn by hand.</source>
        <translation>قيس داخل محيط مرسوم باليد.</translation>
    </message>
    <message>
        <source>Save Mask</source>
        <translation>حفظ القناع</translation>
    </message>
    <message>
        <source>PNG (*.png)</source>
        <translation>PNG (*.png)</translation>
    </message>
    <message>
        <source>Written to {file}</source>
        <translation>كُتب في {file}</translation>
    </message>
</context>
<context>
    <name>open_dialogs</name>
    <message>
        <source>Images ({patterns})</source>
        <translation>الصور ({patterns})</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>كل الملفات (*)</translation>
    </message>
    <message>
        <source>Open Image</source>
        <translation>فتح صورة</translation>
    </message>
    <message>
        <source>Open Folder</source>
        <translation>فتح مجلد</translation>
    </message>
</context>
<context>
    <name>report</name>
    <message>
        <source>Skin GUI report</source>
        <translation>تقرير Skin GUI</translation>
    </message>
    <message>
        <source>The file has changed since it was classified; the picture is new.</source>
        <translation>تغيّر الملف منذ تصنيفه؛ الصورة المعروضة هي الجديدة.</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>النموذج</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>تاريخ الإنشاء</translation>
    </message>
    <message>
        <source>Validated</source>
        <translation>المصادقة</translation>
    </message>
    <message>
        <source>yes: the model that comes with the program</source>
        <translation>نعم: النموذج المرفق بالبرنامج</translation>
    </message>
    <message>
        <source>no: a retrained model, its figures are unchecked</source>
        <translation>لا: نموذج مُعاد تدريبه، ولم يُتحقق من أرقامه</translation>
    </message>
    <message>
        <source>Operating point</source>
        <translation>نقطة التشغيل</translation>
    </message>
    <message>
        <source>Sensitivity there</source>
        <translation>الحساسية عندها</translation>
    </message>
    <message>
        <source>Specificity there</source>
        <translation>النوعية عندها</translation>
    </message>
    <message>
        <source>Measured</source>
        <translation>القياس</translation>
    </message>
    <message>
        <source>Clinics</source>
        <translation>العيادات</translation>
    </message>
    <message>
        <source>AUC</source>
        <translation>AUC</translation>
    </message>
    <message>
        <source>{value} (95 % CI {low} – {high})</source>
        <translation>{value} (فاصل الثقة ٩٥٪؜: {low} – {high})</translation>
    </message>
    <message>
        <source>File and model</source>
        <translation>الملف والنموذج</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>الصورة</translation>
    </message>
    <message>
        <source>Evidence for malignant that has a place, on one scale for all images; no colour: none</source>
        <translation>دلائل الخباثة التي لها موضع، بمقياس واحد لكل الصور؛ بلا لون: لا شيء</translation>
    </message>
    <message>
        <source>There is no heatmap: this model did not make the result.</source>
        <translation>لا توجد خريطة حرارية: لم ينتج هذا النموذج النتيجة.</translation>
    </message>
    <message>
        <source>none</source>
        <translation>لا شيء</translation>
    </message>
    <message>
        <source>strong</source>
        <translation>قوي</translation>
    </message>
    <message>
        <source>Calibrated probability of malignancy</source>
        <translation>احتمال الخباثة المُعاير</translation>
    </message>
    <message>
        <source>operating point {threshold}</source>
        <translation>نقطة التشغيل {threshold}</translation>
    </message>
    <message>
        <source>At or above the operating point of {threshold}, so the image is labelled malignant.</source>
        <translation>عند نقطة التشغيل {threshold} أو فوقها، ولذلك صُنّفت الصورة خبيثة.</translation>
    </message>
    <message>
        <source>Below the operating point of {threshold}, so the image is labelled benign.</source>
        <translation>دون نقطة التشغيل {threshold}، ولذلك صُنّفت الصورة حميدة.</translation>
    </message>
    <message>
        <source>It was chosen in Settings; the model&apos;s own is {threshold}.</source>
        <translation>اختيرت في الإعدادات؛ ونقطة النموذج نفسه {threshold}.</translation>
    </message>
    <message>
        <source>The reviewer has moved it; the model&apos;s own is {threshold}.</source>
        <translation>غيّرها المراجع؛ ونقطة النموذج نفسه {threshold}.</translation>
    </message>
    <message>
        <source>At this point the model finds {found} of 100 malignant lesions and wrongly flags {flagged} of 100 benign ones.</source>
        <translation>عند هذه النقطة يكتشف النموذج {found} من كل ١٠٠ آفة خبيثة، ويشير خطأً إلى {flagged} من كل ١٠٠ آفة حميدة.</translation>
    </message>
    <message>
        <source>Patient reference</source>
        <translation>مرجع المريض</translation>
    </message>
    <message>
        <source>Site</source>
        <translation>الموضع</translation>
    </message>
    <message>
        <source>Reviewer</source>
        <translation>المراجع</translation>
    </message>
    <message>
        <source>Clinic</source>
        <translation>العيادة</translation>
    </message>
    <message>
        <source>not reviewed</source>
        <translation>غير مراجَعة</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>القرار</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>ملاحظة</translation>
    </message>
    <message>
        <source>{name} (continued)</source>
        <translation>{name} (تابع)</translation>
    </message>
    <message>
        <source>Measures, no part of the probability</source>
        <translation>قياسات، ليست جزءًا من الاحتمال</translation>
    </message>
    <message>
        <source>File</source>
        <translation>الملف</translation>
    </message>
    <message>
        <source>Pixels</source>
        <translation>البكسلات</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>Classified</source>
        <translation>وقت التصنيف</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>البرنامج</translation>
    </message>
    <message>
        <source>Skin GUI contact sheet</source>
        <translation>ورقة صور مصغرة من Skin GUI</translation>
    </message>
    <message>
        <source>Page {page} of {pages}</source>
        <translation>الصفحة {page} من {pages}</translation>
    </message>
    <message>
        <source>Reviewer: {label}</source>
        <translation>المراجع: {label}</translation>
    </message>
    <message>
        <source>Histology: {label}</source>
        <translation>الفحص النسيجي: {label}</translation>
    </message>
    <message>
        <source>Print Report</source>
        <translation>طباعة التقرير</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>الملخص</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>النتيجة</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>الصور</translation>
    </message>
    <message>
        <source>Labelled malignant, benign</source>
        <translation>مسماة خبيثة، حميدة</translation>
    </message>
    <message>
        <source>Could not be classified</source>
        <translation>تعذر تصنيفها</translation>
    </message>
    <message>
        <source>Reviewed: malignant, benign, unsure</source>
        <translation>المراجَعة: خبيثة، حميدة، غير مؤكدة</translation>
    </message>
    <message>
        <source>Reviewer and model agree</source>
        <translation>يتفق المراجع والنموذج</translation>
    </message>
    <message>
        <source>Reviewer and histology agree</source>
        <translation>يتفق المراجع والفحص النسيجي</translation>
    </message>
    <message>
        <source>Model and histology agree</source>
        <translation>يتفق النموذج والفحص النسيجي</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>التصنيف</translation>
    </message>
    <message>
        <source>Probability</source>
        <translation>الاحتمال</translation>
    </message>
</context>
<context>
    <name>texts</name>
    <message>
        <source>Research and education; not a medical device</source>
        <translation>للبحث والتعليم؛ ليس جهازًا طبيًا</translation>
    </message>
    <message>
        <source>Malignant</source>
        <translation>خبيث</translation>
    </message>
    <message>
        <source>Benign</source>
        <translation>حميد</translation>
    </message>
    <message>
        <source>The file has changed since it was classified.</source>
        <translation>تغيّر الملف منذ تصنيفه.</translation>
    </message>
    <message>
        <source>Synthetic sample: drawn, not photographed</source>
        <translation>عينة اصطناعية: مرسومة لا مصوّرة</translation>
    </message>
    <message>
        <source>Unlike the images that the model learned from: do not rely on the number.</source>
        <translation>لا تشبه الصور التي تعلّم منها النموذج: لا تعتمد على الرقم.</translation>
    </message>
    <message>
        <source>The file&apos;s colour profile is broken or missing: its colours may be wrong, and the number with them.</source>
        <translation>ملف تعريف ألوان الملف تالف أو مفقود: قد تكون ألوانه خاطئة، والرقم معها.</translation>
    </message>
    <message>
        <source>The image is blurred.</source>
        <translation>الصورة ضبابية.</translation>
    </message>
    <message>
        <source>The image is too dark.</source>
        <translation>الصورة داكنة جدًا.</translation>
    </message>
    <message>
        <source>The image is too bright or overexposed.</source>
        <translation>الصورة ساطعة جدًا أو مفرطة التعريض.</translation>
    </message>
    <message>
        <source>The file has changed since it was reviewed.</source>
        <translation>تغيّر الملف منذ مراجعته.</translation>
    </message>
    <message>
        <source>By a model that is not validated</source>
        <translation>من نموذج غير مُصادَق عليه</translation>
    </message>
    <message>
        <source>In a clinic that is not in its training data it found {found} of 100 malignant lesions and cleared {cleared} of 100 benign ones; in those of its training data {found_home} and {cleared_home}.</source>
        <translation>في عيادة ليست في بيانات تدريبه وجد {found} من كل ١٠٠ آفة خبيثة واستبعد {cleared} من كل ١٠٠ آفة حميدة؛ وفي عيادات بيانات تدريبه {found_home} و{cleared_home}.</translation>
    </message>
    <message>
        <source>Its probabilities are for a clinic where {malignant} of 100 lesions are malignant.</source>
        <translation>احتمالاته لعيادة فيها {malignant} من كل ١٠٠ آفة خبيثة.</translation>
    </message>
    <message>
        <source>sources held out in turn ({sources}), {images} images</source>
        <translation>مصادر استُبعدت بالتناوب ({sources})، {images} صورة</translation>
    </message>
    <message>
        <source>out of fold, {folds} folds by lesion, {images} images</source>
        <translation>خارج الطية، {folds} طيات حسب الآفة، عدد الصور {images}</translation>
    </message>
    <message>
        <source>out of fold, {folds} folds by patient, {images} images</source>
        <translation>خارج الطية، {folds} طيات حسب المريض، عدد الصور {images}</translation>
    </message>
    <message>
        <source>out of fold, {folds} folds by picture, {images} images</source>
        <translation>خارج الطية، {folds} طيات حسب الصورة، عدد الصور {images}</translation>
    </message>
    <message>
        <source>File</source>
        <translation>الملف</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>التصنيف</translation>
    </message>
    <message>
        <source>Probability of malignancy</source>
        <translation>احتمال الخباثة</translation>
    </message>
    <message>
        <source>Operating point</source>
        <translation>نقطة التشغيل</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>تحذير</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>النموذج</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>المدة</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>القرار</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>ملاحظة</translation>
    </message>
</context>
<context>
    <name>training</name>
    <message>
        <source>Checking the images</source>
        <translation>فحص الصور</translation>
    </message>
    <message>
        <source>Computing features</source>
        <translation>حساب السمات</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>التدريب</translation>
    </message>
    <message>
        <source>Calibrating the probabilities</source>
        <translation>معايرة الاحتمالات</translation>
    </message>
    <message>
        <source>Comparing with the active model</source>
        <translation>المقارنة بالنموذج النشط</translation>
    </message>
    <message>
        <source>{time} left</source>
        <translation>يتبقى {time}</translation>
    </message>
    <message>
        <source>Validation</source>
        <translation>التحقق</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>الاختبار</translation>
    </message>
    <message>
        <source>In no split</source>
        <translation>خارج التقسيمات</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>الصور</translation>
    </message>
</context>
<context>
    <name>window</name>
    <message>
        <source>Tool bar</source>
        <translation>شريط الأدوات</translation>
    </message>
    <message>
        <source>More tools</source>
        <translation>أدوات أخرى</translation>
    </message>
</context>
</TS>
