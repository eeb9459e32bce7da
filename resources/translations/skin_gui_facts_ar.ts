<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar" sourcelanguage="en">
<context>
    <name>AuditFact</name>
    <message>
        <source>Files that cannot be read: {count} of {total}.</source>
        <translation>ملفات لا يمكن قراءتها: {count} من {total}.</translation>
    </message>
    <message>
        <source>Left out, {reason}: {count}.</source>
        <translation>تُرك جانبًا، {reason}: {count}.</translation>
    </message>
    <message>
        <source>Exact copies: {files} files in groups of copies: {groups}; a split keeps each group together.</source>
        <translation>نسخ مطابقة: عدد الملفات {files}، عدد مجموعات النسخ {groups}؛ يُبقي التقسيم كل مجموعة معًا.</translation>
    </message>
    <message>
        <source>Nearly the same picture, re-encoded, resized, turned or taken again: {files} files, groups of them: {groups}; a split keeps each group together.</source>
        <translation>الصورة نفسها تقريبًا، أُعيد ترميزها أو تحجيمها أو تدويرها أو التقاطها: عدد الملفات {files}، عدد المجموعات {groups}؛ يُبقي التقسيم كل مجموعة معًا.</translation>
    </message>
    <message>
        <source>Pictures found both as benign and as malignant: {count}; one of the labels of each must be wrong.</source>
        <translation>صور وُجدت حميدة وخبيثة معًا: {count}؛ إحدى التسميتين خاطئة في كل منها.</translation>
    </message>
    <message>
        <source>Lesions found with benign and with malignant images: {count}; one of the labels of each must be wrong.</source>
        <translation>آفات لها صور حميدة وصور خبيثة: {count}؛ إحدى التسميات خاطئة في كل منها.</translation>
    </message>
    <message>
        <source>Pictures found in more than one of train, val and test: {count}; results will look too good.</source>
        <translation>صور وُجدت في أكثر من جزء من train وval وtest: {count}؛ ستبدو النتائج أفضل مما هي عليه.</translation>
    </message>
    <message>
        <source>Lesions found in more than one of train, val and test: {count}; results will look too good.</source>
        <translation>آفات وُجدت في أكثر من جزء من train وval وtest: {count}؛ ستبدو النتائج أفضل مما هي عليه.</translation>
    </message>
    <message>
        <source>Patients found in more than one of train, val and test: {count}; results will look too good.</source>
        <translation>مرضى وُجدوا في أكثر من جزء من train وval وtest: {count}؛ ستبدو النتائج أفضل مما هي عليه.</translation>
    </message>
    <message>
        <source>lesion {name}</source>
        <translation>الآفة {name}</translation>
    </message>
    <message>
        <source>patient {name}</source>
        <translation>المريض {name}</translation>
    </message>
    <message>
        <source>There are no images that can be read; images of both classes are needed.</source>
        <translation>لا توجد صور يمكن قراءتها؛ يلزم وجود صور من الصنفين.</translation>
    </message>
    <message>
        <source>There are no benign images that can be read; both classes are needed.</source>
        <translation>لا توجد صور حميدة يمكن قراءتها؛ يلزم وجود الصنفين.</translation>
    </message>
    <message>
        <source>There are no malignant images that can be read; both classes are needed.</source>
        <translation>لا توجد صور خبيثة يمكن قراءتها؛ يلزم وجود الصنفين.</translation>
    </message>
    <message>
        <source>There are too few different images that can be read: {benign} benign, {malignant} malignant; at least {minimum} of each class are needed.</source>
        <translation>الصور المختلفة التي يمكن قراءتها قليلة جدًا: حميدة {benign}، خبيثة {malignant}؛ يلزم {minimum} على الأقل من كل صنف.</translation>
    </message>
    <message>
        <source>The classes differ in size: {benign} benign, {malignant} malignant; accuracy alone says little here, and training has to weight the classes.</source>
        <translation>الصنفان مختلفان في الحجم: حميدة {benign}، خبيثة {malignant}؛ لا تدل الدقة وحدها هنا على الكثير، ويجب أن يوازن التدريب بين الصنفين.</translation>
    </message>
    <message>
        <source>In {split} the classes differ in size: {benign} benign, {malignant} malignant; accuracy alone says little here, and training has to weight the classes.</source>
        <translation>في {split} الصنفان مختلفان في الحجم: حميدة {benign}، خبيثة {malignant}؛ لا تدل الدقة وحدها هنا على الكثير، ويجب أن يوازن التدريب بين الصنفين.</translation>
    </message>
    <message>
        <source>All images come from one source, {source}; no figure measured on them can say how a model does in another clinic.</source>
        <translation>كل الصور من مصدر واحد، {source}؛ لا يدل أي رقم مقيس عليها على أداء النموذج في عيادة أخرى.</translation>
    </message>
    <message>
        <source>The images come from several sources: {count} ({sources:; }).</source>
        <translation>الصور من عدة مصادر: {count} ({sources:؛ }).</translation>
    </message>
    <message>
        <source>{source}: {benign} benign, {malignant} malignant, {share:.0%}</source>
        <translation>{source}: حميدة {benign}، خبيثة {malignant}، {share:.0%}</translation>
    </message>
    <message>
        <source>Sources with images of one class only: {count} ({sources:; }); they hold {share:.0%} of all images. There the source alone tells the label, and a model may learn the source instead: add images of the other class from the same source, or leave it out.</source>
        <translation>مصادر صورها من صنف واحد فقط: {count} ({sources:؛ })؛ وفيها {share:.0%} من كل الصور. هناك يكشف المصدر وحده التسمية، وقد يتعلم النموذج المصدر بدلًا منها: أضف صورًا من الصنف الآخر من المصدر نفسه، أو اتركه جانبًا.</translation>
    </message>
    <message>
        <source>{source}: only benign</source>
        <translation>{source}: حميدة فقط</translation>
    </message>
    <message>
        <source>{source}: only malignant</source>
        <translation>{source}: خبيثة فقط</translation>
    </message>
    <message>
        <source>and more: {count}</source>
        <translation>وأخرى: {count}</translation>
    </message>
    <message>
        <source>There are too few lesions to measure whether the label can be told from the source.</source>
        <translation>الآفات قليلة جدًا لقياس ما إذا كان المصدر يكشف التسمية.</translation>
    </message>
    <message>
        <source>Properties of the files that have nothing to do with the lesion hardly tell the label (AUC {auc:.2f}, 95 % interval {low:.2f} to {high:.2f}).</source>
        <translation>خصائص الملفات التي لا صلة لها بالآفة لا تكاد تكشف التسمية (AUC {auc:.2f}، فاصل 95 % من {low:.2f} إلى {high:.2f}).</translation>
    </message>
    <message>
        <source>The label can be told without looking at the lesion (AUC {auc:.2f}, 95 % interval {low:.2f} to {high:.2f}): {signs:; }. Benign and malignant images seem to come from different sources, and a model may learn the source instead.</source>
        <translation>يمكن معرفة التسمية دون النظر إلى الآفة (AUC {auc:.2f}، فاصل 95 % من {low:.2f} إلى {high:.2f}): {signs:؛ }. يبدو أن الصور الحميدة والخبيثة من مصادر مختلفة، وقد يتعلم النموذج المصدر بدلًا منها.</translation>
    </message>
    <message>
        <source>from the picture files with an AUC of {auc:.2f}</source>
        <translation>من ملفات الصور بقيمة AUC {auc:.2f}</translation>
    </message>
    <message>
        <source>from the picture files with an AUC of {auc:.2f}, above all {properties}</source>
        <translation>من ملفات الصور بقيمة AUC {auc:.2f}، وخاصة {properties}</translation>
    </message>
    <message>
        <source>from gaps in the metadata with an AUC of {auc:.2f}</source>
        <translation>من ثغرات البيانات الوصفية بقيمة AUC {auc:.2f}</translation>
    </message>
    <message>
        <source>from gaps in the metadata with an AUC of {auc:.2f}, above all {properties}</source>
        <translation>من ثغرات البيانات الوصفية بقيمة AUC {auc:.2f}، وخاصة {properties}</translation>
    </message>
    <message>
        <source>This data cannot be trained on as it is.</source>
        <translation>لا يمكن التدريب على هذه البيانات كما هي.</translation>
    </message>
    <message>
        <source>This data can be trained on; read the warnings first.</source>
        <translation>يمكن التدريب على هذه البيانات؛ اقرأ التحذيرات أولًا.</translation>
    </message>
    <message>
        <source>This data can be trained on.</source>
        <translation>يمكن التدريب على هذه البيانات.</translation>
    </message>
    <message>
        <source>This data can be trained on; nothing was found.</source>
        <translation>يمكن التدريب على هذه البيانات؛ لم يُعثر على شيء.</translation>
    </message>
</context>
<context>
    <name>ComparisonFact</name>
    <message>
        <source>Neither model was fitted to any of the held-out files. Copies that were saved anew, and other photographs of the same lesions, are not recognised.</source>
        <translation>لم يُضبط أي من النموذجين على أي من الملفات المستبقاة. ولا تُعرف النسخ التي حُفظت من جديد ولا الصور الأخرى للآفات نفسها.</translation>
    </message>
    <message>
        <source>The active model was fitted to {seen} of the {count} held-out images, so its figures look too good.</source>
        <translation>ضُبط النموذج النشط على {seen} من الصور المستبقاة وعددها {count}، لذلك تبدو أرقامه أفضل مما هي عليه.</translation>
    </message>
    <message>
        <source>The model that the training started from was fitted to {seen} of the {count} held-out images, so its figures look too good.</source>
        <translation>ضُبط النموذج الذي انطلق منه التدريب على {seen} من الصور المستبقاة وعددها {count}، لذلك تبدو أرقامه أفضل مما هي عليه.</translation>
    </message>
    <message>
        <source>It cannot be guaranteed that the held-out images are new to both: the active model keeps no list of its training images.</source>
        <translation>لا يمكن ضمان أن الصور المستبقاة جديدة على النموذجين: لا يحتفظ النموذج النشط بقائمة صور تدريبه.</translation>
    </message>
    <message>
        <source>It cannot be guaranteed that the held-out images are new to both: the model that the training started from keeps no list of its training images.</source>
        <translation>لا يمكن ضمان أن الصور المستبقاة جديدة على النموذجين: لا يحتفظ النموذج الذي انطلق منه التدريب بقائمة صور تدريبه.</translation>
    </message>
    <message>
        <source>{model}, which the training started from, finds {outside} of these {images} images ({share:.0%}), training and held-out ones, unlike its training data.</source>
        <translation>يجد {model}، الذي انطلق منه التدريب، {outside} من هذه الصور وعددها {images} ({share:.0%})، صور التدريب والمستبقاة، مختلفة عن بيانات تدريبه.</translation>
    </message>
</context>
<context>
    <name>FileProperty</name>
    <message>
        <source>width</source>
        <translation>العرض</translation>
    </message>
    <message>
        <source>height</source>
        <translation>الارتفاع</translation>
    </message>
    <message>
        <source>aspect ratio</source>
        <translation>نسبة العرض إلى الارتفاع</translation>
    </message>
    <message>
        <source>JPEG quality</source>
        <translation>جودة JPEG</translation>
    </message>
    <message>
        <source>JPEG quantisation</source>
        <translation>تكميم JPEG</translation>
    </message>
    <message>
        <source>chroma subsampling</source>
        <translation>تقليل عينات اللون</translation>
    </message>
    <message>
        <source>dark corners</source>
        <translation>زوايا داكنة</translation>
    </message>
    <message>
        <source>dark frame</source>
        <translation>إطار داكن</translation>
    </message>
    <message>
        <source>EXIF</source>
        <translation>EXIF</translation>
    </message>
    <message>
        <source>colour profile</source>
        <translation>ملف تعريف الألوان</translation>
    </message>
    <message>
        <source>{format} format</source>
        <translation>صيغة {format}</translation>
    </message>
    <message>
        <source>bytes per pixel</source>
        <translation>بايت لكل بكسل</translation>
    </message>
    <message>
        <source>ISIC id given</source>
        <translation>وجود معرّف ISIC</translation>
    </message>
    <message>
        <source>lesion id given</source>
        <translation>وجود معرّف الآفة</translation>
    </message>
    <message>
        <source>patient id given</source>
        <translation>وجود معرّف المريض</translation>
    </message>
    <message>
        <source>diagnosis given</source>
        <translation>وجود التشخيص</translation>
    </message>
    <message>
        <source>age given</source>
        <translation>وجود العمر</translation>
    </message>
    <message>
        <source>sex given</source>
        <translation>وجود الجنس</translation>
    </message>
    <message>
        <source>site given</source>
        <translation>وجود الموضع</translation>
    </message>
    <message>
        <source>skin type given</source>
        <translation>وجود نوع الجلد</translation>
    </message>
</context>
<context>
    <name>LeftOut</name>
    <message>
        <source>folders of which {table} names no image</source>
        <translation>مجلدات لا يذكر {table} أي صورة منها</translation>
    </message>
    <message>
        <source>images whose label is indeterminate or missing</source>
        <translation>صور تسميتها غير محددة أو ناقصة</translation>
    </message>
    <message>
        <source>images without a class folder or a metadata row</source>
        <translation>صور بلا مجلد صنف ولا سطر بيانات وصفية</translation>
    </message>
    <message>
        <source>metadata rows without an image file</source>
        <translation>أسطر بيانات وصفية بلا ملف صورة</translation>
    </message>
    <message>
        <source>images that are gone or have changed since they were reviewed</source>
        <translation>صور اختفت أو تغيرت منذ مراجعتها</translation>
    </message>
</context>
<context>
    <name>Text</name>
    <message>
        <source>{text}</source>
        <translation>{text}</translation>
    </message>
    <message>
        <source>, </source>
        <translation>، </translation>
    </message>
</context>
<context>
    <name>TrainingNote</name>
    <message>
        <source>{count} of the {total} test images show lesions, patients or pictures that are also outside the test split; they are used neither for training nor for the comparison.</source>
        <translation>{count} من صور الاختبار وعددها {total} تُظهر آفات أو مرضى أو صورًا موجودة أيضًا خارج جزء الاختبار؛ ولا تُستخدم في التدريب ولا في المقارنة.</translation>
    </message>
    <message>
        <source>The folders&apos; test split is too small to compare on, so images are held out of all folders.</source>
        <translation>جزء الاختبار في المجلدات أصغر من أن يُقارَن عليه، لذلك تُستبقى صور من كل المجلدات.</translation>
    </message>
    <message>
        <source>The new model is stored, but could not be activated: {reason}</source>
        <translation>حُفظ النموذج الجديد، لكن تعذر تنشيطه: {reason}</translation>
    </message>
    <message>
        <source>Files that could not be read and were left out: {count}.</source>
        <translation>ملفات تعذرت قراءتها وتُركت جانبًا: {count}.</translation>
    </message>
    <message>
        <source>{known} of these {total} images are known to {model} already, so the figures look too good.</source>
        <translation>{known} من هذه الصور وعددها {total} معروفة من قبل لدى {model}، لذلك تبدو الأرقام أفضل مما هي عليه.</translation>
    </message>
</context>
</TS>
