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
        <source>Pictures found in more than one of train, val and test: {count}; results will look too good: keep each in one of them.</source>
        <translation>صور وُجدت في أكثر من جزء من train وval وtest: {count}؛ ستبدو النتائج أفضل مما هي عليه: أبقِ كلًا منها في جزء واحد.</translation>
    </message>
    <message>
        <source>Lesions found in more than one of train, val and test: {count}; results will look too good: keep each in one of them.</source>
        <translation>آفات وُجدت في أكثر من جزء من train وval وtest: {count}؛ ستبدو النتائج أفضل مما هي عليه: أبقِ كلًا منها في جزء واحد.</translation>
    </message>
    <message>
        <source>Patients found in more than one of train, val and test: {count}; results will look too good: keep each in one of them.</source>
        <translation>مرضى وُجدوا في أكثر من جزء من train وval وtest: {count}؛ ستبدو النتائج أفضل مما هي عليه: أبقِ كلًا منهم في جزء واحد.</translation>
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
    <name>ClusterFact</name>
    <message>
        <source>Dask is not installed here; install it with: pip install &quot;skin-gui[cluster]&quot;</source>
        <translation>Dask غير مثبّت هنا؛ ثبّته بالأمر: pip install &quot;skin-gui[cluster]&quot;</translation>
    </message>
    <message>
        <source>There is no Dask scheduler at {address}; start one or correct the address.</source>
        <translation>لا يوجد منظّم Dask في العنوان {address}؛ شغّل واحدًا أو صحّح العنوان.</translation>
    </message>
    <message>
        <source>The scheduler at {address} has no workers; start some: dask worker {address}</source>
        <translation>ليس لدى المنظّم في العنوان {address} عمّال؛ شغّل بعضهم: dask worker {address}</translation>
    </message>
    <message>
        <source>All workers of the cluster are gone; start some and try again.</source>
        <translation>اختفى كل عمّال العنقود؛ شغّل بعضهم ثم أعد المحاولة.</translation>
    </message>
    <message>
        <source>The connection to the scheduler was lost; see whether it still runs, and try again.</source>
        <translation>انقطع الاتصال بالمنظّم؛ تحقق من أنه لا يزال يعمل ثم أعد المحاولة.</translation>
    </message>
    <message>
        <source>The worker at {address} {reason}.</source>
        <translation>العامل في العنوان {address}: {reason}.</translation>
    </message>
    <message>
        <source>A worker {reason}.</source>
        <translation>أحد العمّال: {reason}.</translation>
    </message>
    <message>
        <source>A worker cannot load the model: {reason}</source>
        <translation>لا يستطيع أحد العمّال تحميل النموذج: {reason}</translation>
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
    <message>
        <source>These are few images, so the figures are uncertain: the intervals say how much.</source>
        <translation>هذه الصور قليلة، ولذلك فالأرقام غير مؤكدة: والفواصل تبيّن مقدار ذلك.</translation>
    </message>
</context>
<context>
    <name>DatasetFact</name>
    <message>
        <source>The metadata file {file} does not exist; choose another one.</source>
        <translation>ملف البيانات الوصفية {file} غير موجود؛ اختر غيره.</translation>
    </message>
    <message>
        <source>{file} names no image: it needs the column isic_id, or the columns file and label, in its first line.</source>
        <translation>لا يذكر {file} أي صورة: يلزم في سطره الأول العمود isic_id أو العمودان file وlabel.</translation>
    </message>
    <message>
        <source>{folder} is not a folder; choose a folder of images.</source>
        <translation>{folder} ليس مجلدًا؛ اختر مجلد صور.</translation>
    </message>
    <message>
        <source>The folder {folder} cannot be read ({why}); see that you may read it.</source>
        <translation>لا يمكن قراءة المجلد {folder} ({why})؛ تأكد من أنه يُسمح لك بقراءته.</translation>
    </message>
    <message>
        <source>Images that lie in the folder of one class and have the other in the metadata: {count} ({files}); correct one of the two.</source>
        <translation>صور موجودة في مجلد أحد الصنفين ولها الصنف الآخر في البيانات الوصفية: {count} ({files})؛ صحّح أحدهما.</translation>
    </message>
    <message>
        <source>and more: {count}</source>
        <translation>وأخرى: {count}</translation>
    </message>
    <message>
        <source>There are no labelled images in {folders}: put them into folders named benign and malignant, or add a CSV with the columns isic_id and benign_malignant.</source>
        <translation>لا توجد صور مصنّفة في {folders}: ضعها في مجلدين باسم benign وmalignant، أو أضف ملف CSV فيه العمودان isic_id وbenign_malignant.</translation>
    </message>
    <message>
        <source>There are no labelled images in {folders}: put them into folders named benign and malignant, or add a CSV with the columns isic_id and benign_malignant. {problems: }</source>
        <translation>لا توجد صور مصنّفة في {folders}: ضعها في مجلدين باسم benign وmalignant، أو أضف ملف CSV فيه العمودان isic_id وbenign_malignant. {problems: }</translation>
    </message>
    <message>
        <source>All images in {folders} are benign; both classes are needed, so add malignant ones.</source>
        <translation>كل الصور في {folders} حميدة؛ يلزم الصنفان، فأضف صورًا خبيثة.</translation>
    </message>
    <message>
        <source>All images in {folders} are malignant; both classes are needed, so add benign ones.</source>
        <translation>كل الصور في {folders} خبيثة؛ يلزم الصنفان، فأضف صورًا حميدة.</translation>
    </message>
    <message>
        <source>{file} cannot be read as a CSV table ({why}); save it as CSV in UTF-8 or move it elsewhere.</source>
        <translation>لا يمكن قراءة {file} كجدول CSV ({why})؛ احفظه بصيغة CSV بترميز UTF-8 أو انقله إلى مكان آخر.</translation>
    </message>
    <message>
        <source>{file} is a workbook of a spreadsheet, which is not read; save its table as CSV.</source>
        <translation>{file} مصنّف جداول إلكترونية لا يُقرأ؛ احفظ جدوله بصيغة CSV.</translation>
    </message>
    <message>
        <source>{file} holds what a model said, which is no label; use a table of diagnoses.</source>
        <translation>يحتوي {file} على ما قاله نموذج، وهذا ليس تصنيفًا مرجعيًا؛ استخدم جدولًا بالتشخيصات.</translation>
    </message>
    <message>
        <source>{file} has no column that names images; call it one of these: {columns}.</source>
        <translation>لا يحتوي {file} على عمود يسمّي الصور؛ أعطه أحد هذه الأسماء: {columns}.</translation>
    </message>
    <message>
        <source>{file} names images but has no column of labels; call it one of these: {columns}; or have one for each diagnosis.</source>
        <translation>يسمّي {file} صورًا لكن ليس فيه عمود للتصنيفات؛ أعطه أحد هذه الأسماء: {columns}؛ أو اجعل عمودًا لكل تشخيص.</translation>
    </message>
    <message>
        <source>{file} names none of the images; see that it is their table.</source>
        <translation>لا يسمّي {file} أيًّا من الصور؛ تأكد من أنه جدولها.</translation>
    </message>
    <message>
        <source>{file} has the column &quot;{column}&quot; more than once; leave one of them out.</source>
        <translation>يحتوي {file} على العمود &quot;{column}&quot; أكثر من مرة؛ أبقِ واحدًا منها فقط.</translation>
    </message>
    <message>
        <source>{file} has the label &quot;{label}&quot;; use benign, malignant or indeterminate.</source>
        <translation>في {file} التسمية «{label}»؛ استخدم benign أو malignant أو indeterminate.</translation>
    </message>
    <message>
        <source>{image} is {label} in {file} and {other_label} in {other_file}; correct one of them.</source>
        <translation>{image} هي {label} في {file} و{other_label} في {other_file}؛ صحّح أحدهما.</translation>
    </message>
    <message>
        <source>To split the images {folds} times, at least {folds} different lesions of each class are needed; one class has {fewest}.</source>
        <translation>لتقسيم الصور {folds} مرات يلزم {folds} آفات مختلفة على الأقل من كل صنف؛ في أحد الصنفين {fewest}.</translation>
    </message>
</context>
<context>
    <name>ExportFact</name>
    <message>
        <source>{file} could not be written: it is open in another program such as Excel, or its folder may not be written to; close it or choose another folder.</source>
        <translation>تعذرت كتابة {file}: هو مفتوح في برنامج آخر مثل Excel، أو لا يُسمح بالكتابة في مجلده؛ أغلقه أو اختر مجلدًا آخر.</translation>
    </message>
    <message>
        <source>{file} could not be written: {folder} may not be written to; choose another folder.</source>
        <translation>تعذرت كتابة {file}: لا يُسمح بالكتابة في {folder}؛ اختر مجلدًا آخر.</translation>
    </message>
    <message>
        <source>{file} could not be written: the disk is full; free some space or choose another folder.</source>
        <translation>تعذرت كتابة {file}: القرص ممتلئ؛ أفرغ مساحة أو اختر مجلدًا آخر.</translation>
    </message>
    <message>
        <source>{file} could not be written: the folder {folder} does not exist; choose another folder.</source>
        <translation>تعذرت كتابة {file}: المجلد {folder} غير موجود؛ اختر مجلدًا آخر.</translation>
    </message>
    <message>
        <source>{file}... could not be written: the name is too long; choose a shorter one.</source>
        <translation>تعذرت كتابة {file}...: الاسم طويل جدًا؛ اختر اسمًا أقصر.</translation>
    </message>
    <message>
        <source>{file} could not be written ({why}); try it again or choose another folder.</source>
        <translation>تعذرت كتابة {file} ({why})؛ أعد المحاولة أو اختر مجلدًا آخر.</translation>
    </message>
    <message>
        <source>{file} could not be written; choose another folder.</source>
        <translation>تعذرت كتابة {file}؛ اختر مجلدًا آخر.</translation>
    </message>
    <message>
        <source>{file} could not be written; the disk may be full: free some space and try again.</source>
        <translation>تعذرت كتابة {file}؛ ربما القرص ممتلئ: أفرغ مساحة ثم أعد المحاولة.</translation>
    </message>
    <message>
        <source>{file} is a folder; choose a file name.</source>
        <translation>{file} مجلد؛ اختر اسم ملف.</translation>
    </message>
    <message>
        <source>{file} is not an ordinary file; choose another name.</source>
        <translation>{file} ليس ملفًا عاديًا؛ اختر اسمًا آخر.</translation>
    </message>
    <message>
        <source>{file} would lie among the program&apos;s own files; choose another folder.</source>
        <translation>سيقع {file} بين ملفات البرنامج نفسه؛ اختر مجلدًا آخر.</translation>
    </message>
    <message>
        <source>{file} is an image or named like one; choose another name, to lose no image.</source>
        <translation>{file} صورة أو له اسم صورة؛ اختر اسمًا آخر كي لا تُفقد أي صورة.</translation>
    </message>
    <message>
        <source>{file} is a database and is not overwritten; choose another name.</source>
        <translation>{file} قاعدة بيانات ولا يُكتب فوقها؛ اختر اسمًا آخر.</translation>
    </message>
    <message>
        <source>{file} is write-protected and is not overwritten; choose another name.</source>
        <translation>{file} محمي من الكتابة ولا يُكتب فوقه؛ اختر اسمًا آخر.</translation>
    </message>
    <message>
        <source>No image has a decision or histology that says benign or malignant yet; decide on some images first.</source>
        <translation>ليس لأي صورة قرار أو تشريح نسيجي يقول حميد أو خبيث بعد؛ اتخذ قرارًا في بعض الصور أولًا.</translation>
    </message>
    <message>
        <source>None of these images has a result of the file as it is now, so nothing was written; classify them again.</source>
        <translation>لا توجد لأي من هذه الصور نتيجة للملف كما هو الآن، لذا لم يُكتب شيء؛ صنّفها من جديد.</translation>
    </message>
    <message>
        <source>{folder} is there already; choose a name that is not taken.</source>
        <translation>{folder} موجود؛ اختر اسمًا غير مستخدم.</translation>
    </message>
    <message>
        <source>{folder} would lie among the program&apos;s own files; choose another folder.</source>
        <translation>سيقع {folder} بين ملفات البرنامج نفسه؛ اختر مجلدًا آخر.</translation>
    </message>
    <message>
        <source>None of the reviewed images is where it was; open their folder again.</source>
        <translation>ليست أي من الصور المراجَعة في مكانها؛ افتح مجلدها من جديد.</translation>
    </message>
    <message>
        <source>{file} is there already and is no mask of this program; choose another name.</source>
        <translation>{file} موجود وليس قناعًا من هذا البرنامج؛ اختر اسمًا آخر.</translation>
    </message>
    <message>
        <source>{file} is there already and was not made by this program; choose another folder.</source>
        <translation>{file} موجود ولم يصنعه هذا البرنامج؛ اختر مجلدًا آخر.</translation>
    </message>
</context>
<context>
    <name>FigureName</name>
    <message>
        <source>Accuracy (ACC)</source>
        <translation>الدقة الكلية (ACC)</translation>
    </message>
    <message>
        <source>Sensitivity (SEN)</source>
        <translation>الحساسية (SEN)</translation>
    </message>
    <message>
        <source>Specificity (SPE)</source>
        <translation>النوعية (SPE)</translation>
    </message>
    <message>
        <source>Precision (PRE)</source>
        <translation>الدقة الإيجابية (PRE)</translation>
    </message>
    <message>
        <source>F score</source>
        <translation>مقياس F</translation>
    </message>
    <message>
        <source>AUC</source>
        <translation>AUC</translation>
    </message>
    <message>
        <source>Brier score</source>
        <translation>مقياس برير</translation>
    </message>
    <message>
        <source>ECE</source>
        <translation>ECE</translation>
    </message>
    <message>
        <source>Operating point</source>
        <translation>نقطة التشغيل</translation>
    </message>
</context>
<context>
    <name>FigureNote</name>
    <message>
        <source>{figure} (lower is better)</source>
        <translation>{figure} (الأقل أفضل)</translation>
    </message>
</context>
<context>
    <name>FileKind</name>
    <message>
        <source>a Photoshop document</source>
        <translation>مستند Photoshop</translation>
    </message>
    <message>
        <source>a JPEG XL image</source>
        <translation>صورة JPEG XL</translation>
    </message>
    <message>
        <source>a JPEG-LS image</source>
        <translation>صورة JPEG-LS</translation>
    </message>
    <message>
        <source>a JPEG XR image</source>
        <translation>صورة JPEG XR</translation>
    </message>
    <message>
        <source>a camera raw image</source>
        <translation>صورة كاميرا خام</translation>
    </message>
    <message>
        <source>an icon</source>
        <translation>أيقونة</translation>
    </message>
    <message>
        <source>a Netpbm image</source>
        <translation>صورة Netpbm</translation>
    </message>
    <message>
        <source>an OpenEXR image</source>
        <translation>صورة OpenEXR</translation>
    </message>
    <message>
        <source>a Radiance image</source>
        <translation>صورة Radiance</translation>
    </message>
    <message>
        <source>a GIMP document</source>
        <translation>مستند GIMP</translation>
    </message>
    <message>
        <source>a QOI image</source>
        <translation>صورة QOI</translation>
    </message>
    <message>
        <source>a DirectDraw surface</source>
        <translation>سطح DirectDraw</translation>
    </message>
    <message>
        <source>a FITS image</source>
        <translation>صورة FITS</translation>
    </message>
    <message>
        <source>an SVG drawing</source>
        <translation>رسم SVG</translation>
    </message>
    <message>
        <source>a PDF document</source>
        <translation>مستند PDF</translation>
    </message>
    <message>
        <source>a ZIP archive or Office document</source>
        <translation>أرشيف ZIP أو مستند Office</translation>
    </message>
    <message>
        <source>an Office document</source>
        <translation>مستند Office</translation>
    </message>
    <message>
        <source>a video</source>
        <translation>مقطع فيديو</translation>
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
    <name>GroupingFact</name>
    <message>
        <source>One lesion in several pictures takes two images at least; select them first.</source>
        <translation>الآفة الواحدة في عدة صور تحتاج إلى صورتين على الأقل؛ حددهما أولًا.</translation>
    </message>
    <message>
        <source>These images are of different patients, so they cannot show one lesion; select others.</source>
        <translation>هذه الصور لمرضى مختلفين، فلا يمكن أن تُظهر آفة واحدة؛ حدد غيرها.</translation>
    </message>
    <message>
        <source>The key for patients&apos; pseudonyms cannot be read or made ({why}); see that the program&apos;s data folder can be written to.</source>
        <translation>لا يمكن قراءة مفتاح الأسماء المستعارة للمرضى ولا إنشاؤه ({why})؛ تأكد من إمكان الكتابة في مجلد بيانات البرنامج.</translation>
    </message>
    <message>
        <source>The key for patients&apos; pseudonyms is damaged; delete {file} in the program&apos;s data folder and group the images again.</source>
        <translation>مفتاح الأسماء المستعارة للمرضى تالف؛ احذف {file} من مجلد بيانات البرنامج ثم اجمع الصور من جديد.</translation>
    </message>
    <message>
        <source>The pattern names neither {patient} nor {lesion}; put one of them where it stands.</source>
        <translation>لا يذكر النمط {patient} ولا {lesion}؛ ضع أحدهما في موضعه.</translation>
    </message>
    <message>
        <source>The pattern names {field}, which is not known; use {names}.</source>
        <translation>يذكر النمط {field} وهو غير معروف؛ استخدم {names}.</translation>
    </message>
    <message>
        <source>The pattern names {field} twice; leave one out or write * for it.</source>
        <translation>يذكر النمط {field} مرتين؛ احذف أحدهما أو اكتب * مكانه.</translation>
    </message>
    <message>
        <source>The pattern has a &quot;{sign}&quot; without its other half; write {names}.</source>
        <translation>في النمط «{sign}» بلا نصفه الآخر؛ اكتب {names}.</translation>
    </message>
    <message>
        <source>{file} names no patients or lesions; it needs a column of images ({columns}) and one called patient_id or lesion_id.</source>
        <translation>لا يذكر {file} مرضى ولا آفات؛ يلزمه عمود صور ({columns}) وعمود باسم patient_id أو lesion_id.</translation>
    </message>
    <message>
        <source>{file} names none of these {count} images, so nothing was changed; see that it is their table.</source>
        <translation>لا يذكر {file} أيًا من هذه الصور وعددها {count}، فلم يتغير شيء؛ تأكد من أنه جدولها.</translation>
    </message>
    <message>
        <source>None of these {count} images is a DICOM file that names its patient, so nothing was changed; group by folders or by a table.</source>
        <translation>ليس بين هذه الصور وعددها {count} ملف DICOM يذكر مريضه، فلم يتغير شيء؛ اجمعها بالمجلدات أو بجدول.</translation>
    </message>
    <message>
        <source>The pattern {pattern} fits none of these {count} images, so nothing was changed; see how their folders are named.</source>
        <translation>لا يطابق النمط {pattern} أيًا من هذه الصور وعددها {count}، فلم يتغير شيء؛ انظر كيف سُميت مجلداتها.</translation>
    </message>
</context>
<context>
    <name>ImageFact</name>
    <message>
        <source>{name} {reason}</source>
        <translation>{name}: {reason}</translation>
    </message>
    <message>
        <source>is truncated or damaged; copy or export it again from where it came</source>
        <translation>الملف مبتور أو تالف؛ انسخه أو صدّره من جديد من مصدره</translation>
    </message>
    <message>
        <source>needs more memory than is free; close other programs or use a smaller image</source>
        <translation>تحتاج الصورة إلى ذاكرة أكثر من المتاحة؛ أغلق برامج أخرى أو استخدم صورة أصغر</translation>
    </message>
    <message>
        <source>could not be processed: something went wrong that the program did not expect; the log says what</source>
        <translation>تعذرت معالجة الملف: حدث خطأ لم يتوقعه البرنامج؛ السجل يذكره</translation>
    </message>
    <message>
        <source>could not be classified ({why}); try it again</source>
        <translation>تعذر تصنيف الصورة ({why})؛ أعد المحاولة</translation>
    </message>
    <message>
        <source>could not be measured ({why}); try it again</source>
        <translation>تعذر قياس الصورة ({why})؛ أعد المحاولة</translation>
    </message>
    <message>
        <source>shows no lesion that could be outlined; take a picture with the lesion in its middle</source>
        <translation>لا تُظهر الصورة آفة يمكن تحديد محيطها؛ التقط صورة تكون الآفة في وسطها</translation>
    </message>
    <message>
        <source>ends every worker of the cluster that tries it; look at it on its own</source>
        <translation>يُنهي الملف كل عامل في العنقود يحاول معالجته؛ افحصه وحده</translation>
    </message>
    <message>
        <source>is a folder, not an image; choose an image in it</source>
        <translation>هذا مجلد وليس صورة؛ اختر صورة منه</translation>
    </message>
    <message>
        <source>is a folder that you are not allowed to open; ask for the right to read it</source>
        <translation>هذا مجلد لا يُسمح لك بفتحه؛ اطلب إذن قراءته</translation>
    </message>
    <message>
        <source>is not a regular file; choose an image file</source>
        <translation>ليس ملفًا عاديًا؛ اختر ملف صورة</translation>
    </message>
    <message>
        <source>is empty (0 bytes); copy or export it again from where it came</source>
        <translation>الملف فارغ (0 بايت)؛ انسخه أو صدّره من جديد من مصدره</translation>
    </message>
    <message>
        <source>does not exist; it may have been moved, renamed or deleted</source>
        <translation>الملف غير موجود؛ ربما نُقل أو أُعيدت تسميته أو حُذف</translation>
    </message>
    <message>
        <source>is a link to a file that does not exist; it may have been moved</source>
        <translation>هذا رابط إلى ملف غير موجود؛ ربما نُقل</translation>
    </message>
    <message>
        <source>may not be read: permission is denied; ask for the right to read it</source>
        <translation>لا يمكن قراءة الملف: الإذن مرفوض؛ اطلب إذن قراءته</translation>
    </message>
    <message>
        <source>cannot be read ({why}); see that its drive is connected, and try again</source>
        <translation>لا يمكن قراءة الملف ({why})؛ تأكد من اتصال قرصه ثم أعد المحاولة</translation>
    </message>
    <message>
        <source>is too large: {size:.1f} GB, the limit is {limit:.0f} GB; export a smaller image</source>
        <translation>الملف كبير جدًا: {size:.1f} غ.ب، والحد {limit:.0f} غ.ب؛ صدّر صورة أصغر</translation>
    </message>
    <message>
        <source>is too large: {width} x {height} pixels are {size:,.0f} megapixels, the limit is {limit:,.0f} megapixels; export a smaller image</source>
        <translation>الصورة كبيرة جدًا: {width} × {height} بكسل تساوي {size:,.0f} ميغابكسل، والحد {limit:,.0f} ميغابكسل؛ صدّر صورة أصغر</translation>
    </message>
    <message>
        <source>is too large: {width} x {height} pixels x {frames} frames are {size:,.0f} megapixels, the limit is {limit:,.0f} megapixels; export one frame</source>
        <translation>الصورة كبيرة جدًا: {width} × {height} بكسل × {frames} إطار تساوي {size:,.0f} ميغابكسل، والحد {limit:,.0f} ميغابكسل؛ صدّر إطارًا واحدًا</translation>
    </message>
    <message>
        <source>is coded in a way (arithmetic coding) in which damage cannot be noticed; export it again</source>
        <translation>الملف مرمّز بطريقة (ترميز حسابي) لا يُلاحظ فيها التلف؛ صدّره من جديد</translation>
    </message>
    <message>
        <source>looks scrambled, as if its header misled about its pixels; export it again from the program that it came from</source>
        <translation>تبدو مشوّشة كأن ترويستها لا توافق بكسلاتها؛ صدّرها من جديد من البرنامج الذي جاءت منه</translation>
    </message>
    <message>
        <source>leaves out some of its pixels, as damaged files do; export it again as PNG</source>
        <translation>ينقصه بعض وحدات البكسل، كما في الملفات التالفة؛ صدِّره مرة أخرى بصيغة PNG</translation>
    </message>
    <message>
        <source>is stored in {passes} passes, which would take too long; export it again</source>
        <translation>الملف محفوظ على {passes} مرحلة، وقراءته تستغرق وقتًا طويلًا جدًا؛ صدّره من جديد</translation>
    </message>
    <message>
        <source>is too large: it is compressed and unfolds to more than the {limit:,.0f} MB that its image needs; export it uncompressed or as JPEG</source>
        <translation>الملف كبير جدًا: هو مضغوط ويتجاوز عند فكه {limit:,.0f} م.ب التي تحتاجها صورته؛ صدّره بلا ضغط أو بصيغة JPEG</translation>
    </message>
    <message>
        <source>is not an image that can be read; supported are {formats}</source>
        <translation>ليس صورة يمكن قراءتها؛ الصيغ المدعومة هي {formats}</translation>
    </message>
    <message>
        <source>is {kind}, which is not supported; export it as one of {formats}</source>
        <translation>هذا {kind}، وهو غير مدعوم؛ صدّره بإحدى هذه الصيغ: {formats}</translation>
    </message>
    <message>
        <source>holds a thumbnail and not the image itself, as camera raw files do; export it as JPEG or PNG</source>
        <translation>يحوي صورة مصغرة لا الصورة نفسها، كما في ملفات الكاميرا الخام؛ صدّره بصيغة JPEG أو PNG</translation>
    </message>
    <message>
        <source>has a colour profile of more than {limit} MiB, the limit; export it as sRGB</source>
        <translation>ملف تعريف ألوانه أكبر من الحد {limit} م.ب؛ صدّره بألوان sRGB</translation>
    </message>
    <message>
        <source>has colours of a high dynamic range, which are not supported; export it as sRGB</source>
        <translation>ألوانه ذات نطاق ديناميكي عالٍ غير مدعوم؛ صدّره بألوان sRGB</translation>
    </message>
    <message>
        <source>is damaged or of a kind of its format that is not supported; export it as PNG</source>
        <translation>تالف أو من نوع غير مدعوم من صيغته؛ صدِّره بصيغة PNG</translation>
    </message>
    <message>
        <source>is a damaged TIFF or of a kind that is not supported; export it with 8 or 16 bits</source>
        <translation>ملف TIFF تالف أو من نوع غير مدعوم؛ صدّره بعمق 8 أو 16 بت</translation>
    </message>
    <message>
        <source>says that its colours are RGB, but they look like YBR; export it again with the colours that it has</source>
        <translation>يذكر أن ألوانه RGB، لكنها تبدو YBR؛ صدّره من جديد بألوانه الفعلية</translation>
    </message>
    <message>
        <source>says that its colours are YBR, but they look like RGB; export it again with the colours that it has</source>
        <translation>يذكر أن ألوانه YBR، لكنها تبدو RGB؛ صدّره من جديد بألوانه الفعلية</translation>
    </message>
    <message>
        <source>is a DICOM file without an image; choose one that holds a picture</source>
        <translation>ملف DICOM بلا صورة؛ اختر ملفًا فيه صورة</translation>
    </message>
    <message>
        <source>is a DICOM file without an image ({kind}); choose one that holds a picture</source>
        <translation>ملف DICOM بلا صورة ({kind})؛ اختر ملفًا فيه صورة</translation>
    </message>
    <message>
        <source>is a picture with its result that this program wrote for an archive; open the image itself</source>
        <translation>صورة مع نتيجتها كتبها هذا البرنامج لأرشيف؛ افتح الصورة نفسها</translation>
    </message>
    <message>
        <source>is a DICOM file compressed as {compression}, which is not supported; export it uncompressed or as JPEG</source>
        <translation>ملف DICOM مضغوط بطريقة {compression} غير المدعومة؛ صدّره بلا ضغط أو بصيغة JPEG</translation>
    </message>
    <message>
        <source>is a DICOM file that does not say how its pixels are compressed; export it again, as a DICOM file</source>
        <translation>ملف DICOM لا يذكر طريقة ضغط وحدات البكسل فيه؛ صدِّره مرة أخرى كملف DICOM</translation>
    </message>
    <message>
        <source>is a DICOM file with {colours} colours, which are not supported; export it as RGB</source>
        <translation>ملف DICOM بألوان {colours} غير المدعومة؛ صدّره بألوان RGB</translation>
    </message>
    <message>
        <source>is a DICOM file whose pixels are floating-point numbers, which are not supported; export it as RGB</source>
        <translation>ملف DICOM وحدات البكسل فيه أعداد ذات فاصلة عائمة، وهي غير مدعومة؛ صدِّره بصيغة RGB</translation>
    </message>
    <message>
        <source>is a DICOM file that does not say what its colours are; export it again as RGB</source>
        <translation>ملف DICOM لا يذكر نوع ألوانه؛ صدّره من جديد بألوان RGB</translation>
    </message>
    <message>
        <source>is a DICOM file that stores one image in many tiles, which is not supported; export the image as a whole</source>
        <translation>ملف DICOM يحفظ الصورة الواحدة في عدة قطع، وهذا غير مدعوم؛ صدّر الصورة كاملة</translation>
    </message>
    <message>
        <source>is a DICOM file that contradicts itself: it has {colours} colours and this many samples a pixel: {samples}; export it again</source>
        <translation>ملف DICOM يناقض نفسه: ألوانه {colours} وعدد القيم لكل بكسل {samples}؛ صدّره من جديد</translation>
    </message>
    <message>
        <source>is a DICOM file that contradicts itself: it has values of more than {bits} bits; export it again</source>
        <translation>ملف DICOM يناقض نفسه: فيه قيم تتجاوز {bits} بت؛ صدّره من جديد</translation>
    </message>
    <message>
        <source>is a DICOM file that contradicts itself about which of its greys is white; export it again</source>
        <translation>ملف DICOM يناقض نفسه في أيّ درجاته الرمادية هي البيضاء؛ صدّره من جديد</translation>
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
    <name>ModelFact</name>
    <message>
        <source>A model&apos;s name begins with a letter or a digit and does not end with a dot; choose another.</source>
        <translation>يبدأ اسم النموذج بحرف أو رقم ولا ينتهي بنقطة؛ اختر غيره.</translation>
    </message>
    <message>
        <source>A model&apos;s name has at most {limit} characters; choose a shorter one.</source>
        <translation>لا يتجاوز اسم النموذج {limit} حرفًا؛ اختر اسمًا أقصر.</translation>
    </message>
    <message>
        <source>A model&apos;s name has letters, digits, spaces, dots, underscores and hyphens only; choose another.</source>
        <translation>لا يحوي اسم النموذج إلا حروفًا وأرقامًا ومسافات ونقاطًا وشرطات؛ اختر غيره.</translation>
    </message>
    <message>
        <source>{name} is a name that Windows keeps for itself; choose another.</source>
        <translation>{name} اسم يحتفظ به Windows لنفسه؛ اختر غيره.</translation>
    </message>
    <message>
        <source>There is a model named {name} already; choose another name.</source>
        <translation>يوجد نموذج باسم {name}؛ اختر اسمًا آخر.</translation>
    </message>
    <message>
        <source>There is no model named {name}; choose one of those that the list of models shows.</source>
        <translation>لا يوجد نموذج باسم {name}؛ اختر واحدًا من قائمة النماذج.</translation>
    </message>
    <message>
        <source>There is no earlier model to go back to; activate one of those that the list of models shows.</source>
        <translation>لا يوجد نموذج سابق للرجوع إليه؛ فعّل أحد النماذج الظاهرة في القائمة.</translation>
    </message>
    <message>
        <source>The model that comes with the program cannot be removed.</source>
        <translation>لا يمكن حذف النموذج المرفق بالبرنامج.</translation>
    </message>
    <message>
        <source>The model that comes with the program cannot be renamed.</source>
        <translation>لا يمكن إعادة تسمية النموذج المرفق بالبرنامج.</translation>
    </message>
    <message>
        <source>The model {name} is active; roll back or activate another one first.</source>
        <translation>النموذج {name} نشط؛ ارجع إلى السابق أو نشّط غيره أولًا.</translation>
    </message>
    <message>
        <source>The folder of the models cannot be read ({why}); see that it is there and may be read.</source>
        <translation>لا يمكن قراءة مجلد النماذج ({why})؛ تأكد من وجوده ومن إذن قراءته.</translation>
    </message>
    <message>
        <source>The model could not be stored ({why}); see that there is room on the disk, and try again.</source>
        <translation>تعذر حفظ النموذج ({why})؛ تأكد من وجود مساحة على القرص ثم أعد المحاولة.</translation>
    </message>
    <message>
        <source>The model could not be read ({why}); see that its files are there and may be read.</source>
        <translation>تعذرت قراءة النموذج ({why})؛ تأكد من وجود ملفاته ومن إذن قراءتها.</translation>
    </message>
    <message>
        <source>The model {name} could not be exported ({why}); choose another place.</source>
        <translation>تعذر تصدير النموذج {name} ({why})؛ اختر مكانًا آخر.</translation>
    </message>
    <message>
        <source>The model {name} could not be renamed ({why}); try it again.</source>
        <translation>تعذرت إعادة تسمية النموذج {name} ({why})؛ أعد المحاولة.</translation>
    </message>
    <message>
        <source>The model {name} could not be removed ({why}); close other programs that use it and try again.</source>
        <translation>تعذر حذف النموذج {name} ({why})؛ أغلق البرامج الأخرى التي تستخدمه ثم أعد المحاولة.</translation>
    </message>
    <message>
        <source>The choice of the active model could not be saved ({why}); see that there is room on the disk, and try again.</source>
        <translation>تعذر حفظ اختيار النموذج النشط ({why})؛ تأكد من وجود مساحة على القرص ثم أعد المحاولة.</translation>
    </message>
    <message>
        <source>The note of the active model cannot be read ({why}), so the model that comes with the program is used; activate yours again.</source>
        <translation>لا يمكن قراءة ملاحظة النموذج النشط ({why})، لذلك يُستخدم النموذج المرفق بالبرنامج؛ نشّط نموذجك من جديد.</translation>
    </message>
    <message>
        <source>The active model cannot be used, so the model that comes with the program is. {reason}</source>
        <translation>لا يمكن استخدام النموذج النشط، لذلك يُستخدم النموذج المرفق بالبرنامج. {reason}</translation>
    </message>
    <message>
        <source>An exported model is a zip file: end the name {name} with .zip.</source>
        <translation>النموذج المصدَّر ملف zip: اجعل الاسم {name} ينتهي بـ .zip.</translation>
    </message>
    <message>
        <source>There is no model in the folder {name}: {file} is missing; choose another folder.</source>
        <translation>لا يوجد نموذج في المجلد {name}: الملف {file} ناقص؛ اختر مجلدًا آخر.</translation>
    </message>
    <message>
        <source>The model {name} cannot be read ({why}); install it again.</source>
        <translation>لا يمكن قراءة النموذج {name} ({why})؛ ثبّته من جديد.</translation>
    </message>
    <message>
        <source>The model {name} lacks its file {file}; install it again.</source>
        <translation>ينقص النموذج {name} ملفه {file}؛ ثبّته من جديد.</translation>
    </message>
    <message>
        <source>The file {file} of the model {name} was changed or damaged; install it again.</source>
        <translation>الملف {file} من النموذج {name} تغيّر أو تلف؛ ثبّته من جديد.</translation>
    </message>
    <message>
        <source>The model {name} cannot be used ({why}); install it again.</source>
        <translation>لا يمكن استخدام النموذج {name} ({why})؛ ثبّته من جديد.</translation>
    </message>
    <message>
        <source>The model {name} cannot be loaded ({why}); install it again.</source>
        <translation>لا يمكن تحميل النموذج {name} ({why})؛ ثبّته من جديد.</translation>
    </message>
    <message>
        <source>The model {name} has a network of its own and runs in float32 only; choose float32 or another model.</source>
        <translation>للنموذج {name} شبكة خاصة به ولا يعمل إلا بنمط float32؛ اختر float32 أو نموذجًا آخر.</translation>
    </message>
    <message>
        <source>The model {name} cannot be loaded; install it again.</source>
        <translation>لا يمكن تحميل النموذج {name}؛ ثبّته من جديد.</translation>
    </message>
    <message>
        <source>The model that comes with the program is missing or damaged; install the program again.</source>
        <translation>النموذج المرفق بالبرنامج ناقص أو تالف؛ ثبّت البرنامج من جديد.</translation>
    </message>
    <message>
        <source>The file {file} was changed or damaged; install the program again.</source>
        <translation>الملف {file} تغيّر أو تلف؛ ثبّت البرنامج من جديد.</translation>
    </message>
    <message>
        <source>The file {file} cannot be read; install the program again.</source>
        <translation>لا يمكن قراءة الملف {file}؛ ثبّت البرنامج من جديد.</translation>
    </message>
    <message>
        <source>The network of the lesion&apos;s outline cannot be loaded ({why}); install the program again.</source>
        <translation>لا يمكن تحميل شبكة محيط الآفة ({why})؛ ثبّت البرنامج من جديد.</translation>
    </message>
</context>
<context>
    <name>ModelFault</name>
    <message>
        <source>&apos;{key}&apos; is missing from {file}</source>
        <translation>«{key}» ناقص في {file}</translation>
    </message>
    <message>
        <source>{file} is malformed: {reason}</source>
        <translation>{file} غير سليم البنية: {reason}</translation>
    </message>
    <message>
        <source>{file}: {reason}</source>
        <translation>{file}: {reason}</translation>
    </message>
    <message>
        <source>{file} has no checksum of its own; export the model again with this version</source>
        <translation>ليس في {file} مجموع اختباري خاص به؛ صدّر النموذج من جديد بهذا الإصدار</translation>
    </message>
    <message>
        <source>{file} was changed or damaged: its checksum is wrong</source>
        <translation>{file} تغيّر أو تلف: مجموعه الاختباري خاطئ</translation>
    </message>
    <message>
        <source>a value is of the wrong kind</source>
        <translation>إحدى القيم من نوع خاطئ</translation>
    </message>
    <message>
        <source>its format is version {found}, this program reads {known:d}</source>
        <translation>صيغته من الإصدار {found}، وهذا البرنامج يقرأ الإصدار {known:d}</translation>
    </message>
    <message>
        <source>it is not a benign/malignant VGG16 model</source>
        <translation>ليس نموذج VGG16 للحميد والخبيث</translation>
    </message>
    <message>
        <source>it expects the preprocessing {name}</source>
        <translation>يتوقع المعالجة المسبقة {name}</translation>
    </message>
    <message>
        <source>its features are unknown</source>
        <translation>سماته غير معروفة</translation>
    </message>
    <message>
        <source>its threshold is not between 0 and 1</source>
        <translation>عتبته ليست بين 0 و1</translation>
    </message>
    <message>
        <source>a calibration needs a positive scale and finite numbers, not {scale} and {offset}</source>
        <translation>تحتاج المعايرة إلى مقياس موجب وأعداد منتهية، لا {scale} و{offset}</translation>
    </message>
    <message>
        <source>{file} is malformed</source>
        <translation>{file} غير سليم البنية</translation>
    </message>
    <message>
        <source>{file} names something that is not a model&apos;s folder</source>
        <translation>{file} يسمّي شيئًا ليس مجلد نموذج</translation>
    </message>
    <message>
        <source>not a float16 VGG16 weights file: no tag before {layer}</source>
        <translation>ليس ملف أوزان VGG16 بصيغة float16: لا علامة قبل {layer}</translation>
    </message>
    <message>
        <source>the weights file ends inside {layer}</source>
        <translation>ينتهي ملف الأوزان داخل {layer}</translation>
    </message>
    <message>
        <source>the weights file has {count:d} bytes too many</source>
        <translation>بايتات زائدة في ملف الأوزان: {count:d}</translation>
    </message>
    <message>
        <source>the network has no layer {layer}</source>
        <translation>ليس في الشبكة طبقة {layer}</translation>
    </message>
    <message>
        <source>it reads {head:d} features, the model has {model:d}</source>
        <translation>يقرأ {head:d} من السمات، وللنموذج {model:d}</translation>
    </message>
    <message>
        <source>the support vector machine&apos;s arrays do not fit together</source>
        <translation>مصفوفات آلة المتجهات الداعمة لا تتوافق معًا</translation>
    </message>
    <message>
        <source>the support vector machine&apos;s numbers are not finite</source>
        <translation>أعداد آلة المتجهات الداعمة ليست منتهية</translation>
    </message>
    <message>
        <source>the head&apos;s arrays do not fit together</source>
        <translation>مصفوفات الرأس لا تتوافق معًا</translation>
    </message>
    <message>
        <source>the head does not end in a single logit</source>
        <translation>لا ينتهي الرأس بلوجت واحد</translation>
    </message>
    <message>
        <source>the head&apos;s file is damaged or is not a head</source>
        <translation>ملف الرأس تالف أو ليس رأسًا</translation>
    </message>
    <message>
        <source>its distance to the training data does not fit</source>
        <translation>مسافته إلى بيانات التدريب لا تتوافق معه</translation>
    </message>
    <message>
        <source>it has numbers that are not finite</source>
        <translation>فيه أعداد ليست منتهية</translation>
    </message>
    <message>
        <source>its array {file} is not stored plainly</source>
        <translation>مصفوفته {file} ليست محفوظة دون ضغط</translation>
    </message>
    <message>
        <source>it holds the foreign file {file}</source>
        <translation>فيه ملف غريب {file}</translation>
    </message>
</context>
<context>
    <name>ModelImportFact</name>
    <message>
        <source>There is no file {file}; choose another one.</source>
        <translation>لا يوجد ملف {file}؛ اختر غيره.</translation>
    </message>
    <message>
        <source>{file} cannot be read ({why}); see that you may read it.</source>
        <translation>لا يمكن قراءة {file} ({why})؛ تأكد من أنه يُسمح لك بقراءته.</translation>
    </message>
    <message>
        <source>{file} is not a zip file or is damaged ({why}); export the model again.</source>
        <translation>{file} ليس ملف zip أو هو تالف ({why})؛ صدّر النموذج من جديد.</translation>
    </message>
    <message>
        <source>{file} is larger than any model of this program; choose an exported model.</source>
        <translation>{file} أكبر من أي نموذج لهذا البرنامج؛ اختر نموذجًا مصدَّرًا.</translation>
    </message>
    <message>
        <source>The zip holds {file}, which is not a file of a model; export the model again.</source>
        <translation>يحوي ملف zip الملف {file}، وهو ليس من ملفات النموذج؛ صدّر النموذج من جديد.</translation>
    </message>
    <message>
        <source>The zip holds the file {file} twice; export the model again.</source>
        <translation>يحوي ملف zip الملف {file} مرتين؛ صدّر النموذج من جديد.</translation>
    </message>
    <message>
        <source>The zip&apos;s {file} is not a plain file; export the model again.</source>
        <translation>في ملف zip ليس {file} ملفًا عاديًا؛ صدّر النموذج من جديد.</translation>
    </message>
    <message>
        <source>The zip&apos;s {file} is encrypted or packed in an unknown way; export the model again.</source>
        <translation>في ملف zip الملف {file} مشفّر أو مضغوط بطريقة غير معروفة؛ صدّر النموذج من جديد.</translation>
    </message>
    <message>
        <source>The zip&apos;s {file} is larger than any model of this program; export the model again.</source>
        <translation>في ملف zip الملف {file} أكبر من أي نموذج لهذا البرنامج؛ صدّر النموذج من جديد.</translation>
    </message>
    <message>
        <source>The zip&apos;s {file} unfolds to more than a model could; export the model again.</source>
        <translation>في ملف zip يتجاوز {file} عند فكه حجم أي نموذج؛ صدّر النموذج من جديد.</translation>
    </message>
    <message>
        <source>The zip&apos;s {file} has another size than it claims; export the model again.</source>
        <translation>في ملف zip حجم {file} غير الحجم المذكور؛ صدّر النموذج من جديد.</translation>
    </message>
    <message>
        <source>{file} is not a file of a model; export the model again.</source>
        <translation>{file} ليس من ملفات النموذج؛ صدّر النموذج من جديد.</translation>
    </message>
    <message>
        <source>The model&apos;s file {file} is larger than any model of this program; export the model again.</source>
        <translation>ملف النموذج {file} أكبر من أي نموذج لهذا البرنامج؛ صدّر النموذج من جديد.</translation>
    </message>
    <message>
        <source>This is not a model: {file} is missing; choose an exported model.</source>
        <translation>هذا ليس نموذجًا: الملف {file} ناقص؛ اختر نموذجًا مصدَّرًا.</translation>
    </message>
    <message>
        <source>The model&apos;s description cannot be read ({why}); export the model again.</source>
        <translation>لا يمكن قراءة وصف النموذج ({why})؛ صدّر النموذج من جديد.</translation>
    </message>
    <message>
        <source>The model does not run ({why}); export it again.</source>
        <translation>النموذج لا يعمل ({why})؛ صدّره من جديد.</translation>
    </message>
    <message>
        <source>The model&apos;s file {file} was changed or damaged: its checksum is wrong; export the model again.</source>
        <translation>ملف النموذج {file} تغيّر أو تلف: مجموعه الاختباري خاطئ؛ صدّر النموذج من جديد.</translation>
    </message>
    <message>
        <source>The model&apos;s file {file} is missing; export the model again.</source>
        <translation>ملف النموذج {file} ناقص؛ صدّر النموذج من جديد.</translation>
    </message>
    <message>
        <source>The model needs a base network that neither it nor this version of the program has; install the version of the program that it was made with.</source>
        <translation>يحتاج النموذج إلى شبكة أساس ليست فيه ولا في هذا الإصدار من البرنامج؛ ثبّت إصدار البرنامج الذي صُنع به.</translation>
    </message>
    <message>
        <source>The model&apos;s file {file} is not a text; export the model again.</source>
        <translation>ملف النموذج {file} ليس نصًا؛ صدّر النموذج من جديد.</translation>
    </message>
    <message>
        <source>The model&apos;s file {file} has control characters, which no card needs; export the model again.</source>
        <translation>في ملف النموذج {file} محارف تحكم لا تحتاجها أي بطاقة؛ صدّر النموذج من جديد.</translation>
    </message>
    <message>
        <source>The model&apos;s network is not this program&apos;s VGG16; choose a model that this program made.</source>
        <translation>شبكة النموذج ليست VGG16 الخاصة بهذا البرنامج؛ اختر نموذجًا صنعه هذا البرنامج.</translation>
    </message>
    <message>
        <source>The model&apos;s weights cannot be read ({why}); export the model again.</source>
        <translation>لا يمكن قراءة أوزان النموذج ({why})؛ صدّر النموذج من جديد.</translation>
    </message>
    <message>
        <source>The model&apos;s head cannot be used ({why}); export the model again.</source>
        <translation>لا يمكن استخدام رأس النموذج ({why})؛ صدّر النموذج من جديد.</translation>
    </message>
</context>
<context>
    <name>NetworkFact</name>
    <message>
        <source>The model files {param} and {weights} cannot be read; install the model again.</source>
        <translation>لا يمكن قراءة ملفي النموذج {param} و{weights}؛ ثبّت النموذج من جديد.</translation>
    </message>
    <message>
        <source>The model file {file} is missing; install the model again.</source>
        <translation>ملف النموذج {file} ناقص؛ ثبّت النموذج من جديد.</translation>
    </message>
    <message>
        <source>The network failed at {layer} (ncnn status {status:d}).</source>
        <translation>فشلت الشبكة عند {layer} (حالة ncnn {status:d}).</translation>
    </message>
    <message>
        <source>The outline could not be found (ncnn status {status:d}).</source>
        <translation>تعذر إيجاد المحيط (حالة ncnn {status:d}).</translation>
    </message>
    <message>
        <source>The network gave no finite result for this image.</source>
        <translation>لم تعطِ الشبكة نتيجة محدودة لهذه الصورة.</translation>
    </message>
</context>
<context>
    <name>ProgramFact</name>
    <message>
        <source>Something went wrong that Skin GUI did not expect; try it again, and report it with the log if it comes back.</source>
        <translation>حدث خطأ لم يتوقعه Skin GUI؛ حاول مرة أخرى، وأبلغ عنه مع السجل إن تكرر.</translation>
    </message>
    <message>
        <source>The folder {name} is no longer there; open another one.</source>
        <translation>المجلد {name} لم يعد موجودًا؛ افتح غيره.</translation>
    </message>
    <message>
        <source>{name} is no folder; open a folder or an image.</source>
        <translation>{name} ليس مجلدًا؛ افتح مجلدًا أو صورة.</translation>
    </message>
    <message>
        <source>You are not allowed to read the folder {name}; ask for the right to read it.</source>
        <translation>لا يُسمح لك بقراءة المجلد {name}؛ اطلب إذن قراءته.</translation>
    </message>
    <message>
        <source>The folder {name} cannot be read; see that its drive is connected, and open it again.</source>
        <translation>لا يمكن قراءة المجلد {name}؛ تأكد من اتصال قرصه وافتحه من جديد.</translation>
    </message>
    <message>
        <source>{name} cannot be shown; the log says why.</source>
        <translation>لا يمكن عرض {name}؛ السجل يذكر السبب.</translation>
    </message>
    <message>
        <source>Nothing is left of the outline that was drawn; draw another one, or take the program&apos;s.</source>
        <translation>لم يبقَ شيء من المحيط المرسوم؛ ارسم غيره أو خذ محيط البرنامج.</translation>
    </message>
    <message>
        <source>Not everything could be deleted ({why}); close other programs that use it and try again.</source>
        <translation>تعذر حذف كل شيء ({why})؛ أغلق البرامج الأخرى التي تستخدمه ثم أعد المحاولة.</translation>
    </message>
</context>
<context>
    <name>SessionFact</name>
    <message>
        <source>The disk is full, so the review session could not be saved; free some space and try again.</source>
        <translation>القرص ممتلئ ولم يمكن حفظ جلسة المراجعة؛ أفرغ مساحة ثم أعد المحاولة.</translation>
    </message>
    <message>
        <source>The review session is in use by another program; close that one and try again.</source>
        <translation>جلسة المراجعة مستخدمة في برنامج آخر؛ أغلقه ثم أعد المحاولة.</translation>
    </message>
    <message>
        <source>The review session cannot be saved: its folder may not be written to; ask for the right to do so.</source>
        <translation>لا يمكن حفظ جلسة المراجعة: لا يُسمح بالكتابة في مجلدها؛ اطلب إذن الكتابة.</translation>
    </message>
    <message>
        <source>The review session cannot be opened: its folder is missing or may not be written to; see that it is there.</source>
        <translation>لا يمكن فتح جلسة المراجعة: مجلدها ناقص أو لا يُسمح بالكتابة فيه؛ تأكد من وجوده.</translation>
    </message>
    <message>
        <source>The review session cannot be opened: its file may not be read; ask for the right to read it.</source>
        <translation>لا يمكن فتح جلسة المراجعة: لا يُسمح بقراءة ملفها؛ اطلب إذن قراءته.</translation>
    </message>
    <message>
        <source>The disk failed while the review session was being read or written; look at the disk and try again.</source>
        <translation>فشل القرص أثناء قراءة جلسة المراجعة أو كتابتها؛ افحصه ثم أعد المحاولة.</translation>
    </message>
    <message>
        <source>The review session could not be read or written ({why}); try it again.</source>
        <translation>تعذرت قراءة جلسة المراجعة أو كتابتها ({why})؛ أعد المحاولة.</translation>
    </message>
    <message>
        <source>The saved review session {file} is damaged; open its folder again: decisions that can be read are taken over.</source>
        <translation>جلسة المراجعة المحفوظة {file} تالفة؛ افتح مجلدها من جديد: تُنقل القرارات التي يمكن قراءتها.</translation>
    </message>
    <message>
        <source>{file} is not a review session; open the folder again to begin one.</source>
        <translation>{file} ليس جلسة مراجعة؛ افتح المجلد من جديد لبدء جلسة.</translation>
    </message>
    <message>
        <source>The damaged review session {file} could not be kept aside ({why}), so nothing was changed; see that the program&apos;s data folder can be written to.</source>
        <translation>تعذّر وضع جلسة المراجعة التالفة {file} جانبًا ({why})، لذلك لم يتغير شيء؛ تأكد من إمكان الكتابة في مجلد بيانات البرنامج.</translation>
    </message>
    <message>
        <source>The review session {file} was saved by a newer version of the program; install that one to open it.</source>
        <translation>حُفظت جلسة المراجعة {file} بإصدار أحدث من البرنامج؛ ثبّته لفتحها.</translation>
    </message>
    <message>
        <source>The review session has been closed; open the folder again.</source>
        <translation>أُغلقت جلسة المراجعة؛ افتح المجلد من جديد.</translation>
    </message>
    <message>
        <source>A review session is open in another window; close it there and try again. Nothing was deleted.</source>
        <translation>توجد جلسة مراجعة مفتوحة في نافذة أخرى؛ أغلقها هناك ثم أعد المحاولة. لم يُحذف شيء.</translation>
    </message>
    <message>
        <source>The review session is damaged and open in another window; close it there and try again. Nothing was changed.</source>
        <translation>جلسة المراجعة تالفة ومفتوحة في نافذة أخرى؛ أغلقها هناك ثم أعد المحاولة. لم يتغير شيء.</translation>
    </message>
    <message>
        <source>The folder for review sessions cannot be made ({why}); see that the program&apos;s data folder can be written to.</source>
        <translation>لا يمكن إنشاء مجلد جلسات المراجعة ({why})؛ تأكد من إمكان الكتابة في مجلد بيانات البرنامج.</translation>
    </message>
    <message>
        <source>The review session {file} could not be deleted ({why}); try it again.</source>
        <translation>تعذر حذف جلسة المراجعة {file} ({why})؛ أعد المحاولة.</translation>
    </message>
    <message>
        <source>The saved review session was damaged; it is kept as {aside} and a new one was begun.</source>
        <translation>كانت جلسة المراجعة المحفوظة تالفة؛ حُفظت باسم {aside} وبدأت جلسة جديدة.</translation>
    </message>
    <message>
        <source>The saved review session was damaged; it is kept as {aside} and a new one was begun. Decisions that could be read and were taken over: {saved}.</source>
        <translation>كانت جلسة المراجعة المحفوظة تالفة؛ حُفظت باسم {aside} وبدأت جلسة جديدة. القرارات التي أمكنت قراءتها ونُقلت: {saved}.</translation>
    </message>
    <message>
        <source>The saved review session was damaged: {count} of its rows cannot be trusted any more. What was decided about them is kept; classify their images again.</source>
        <translation>كانت جلسة المراجعة المحفوظة تالفة: عدد الصفوف التي لم يعد يمكن الوثوق بها: {count}. ما تقرر بشأنها محفوظ؛ صنّف صورها من جديد.</translation>
    </message>
    <message>
        <source>The saved session was damaged: classify this image again; what was decided about it is kept.</source>
        <translation>كانت الجلسة المحفوظة تالفة: صنّف هذه الصورة من جديد؛ ما تقرر بشأنها محفوظ.</translation>
    </message>
</context>
<context>
    <name>SettingsFact</name>
    <message>
        <source>The settings could not be saved ({why}), so nothing was changed; see that there is room on the disk, and try again.</source>
        <translation>تعذّر حفظ الإعدادات ({why})، لذلك لم يتغير شيء؛ تأكد من وجود مساحة على القرص ثم حاول مرة أخرى.</translation>
    </message>
    <message>
        <source>Settings cannot be kept, since {folder} cannot be written to ({why}): what you change holds until the program ends; see that you may write there.</source>
        <translation>لا يمكن حفظ الإعدادات، لأنه لا يمكن الكتابة في {folder} ({why}): يسري ما تغيّره حتى نهاية البرنامج؛ تأكد من أنه يمكنك الكتابة هناك.</translation>
    </message>
    <message>
        <source>The settings cannot be read ({why}), so the defaults are used. {kept}</source>
        <translation>لا يمكن قراءة الإعدادات ({why})، لذلك تُستخدم القيم الافتراضية. {kept}</translation>
    </message>
    <message>
        <source>The settings file is broken, so the defaults are used. {kept}</source>
        <translation>ملف الإعدادات تالف، لذلك تُستخدم القيم الافتراضية. {kept}</translation>
    </message>
    <message>
        <source>The settings file is of another version of Skin GUI, so the defaults are used. {kept}</source>
        <translation>ملف الإعدادات من إصدار آخر من Skin GUI، لذلك تُستخدم القيم الافتراضية. {kept}</translation>
    </message>
    <message>
        <source>Some settings cannot be used and have their defaults: {settings}. {kept}</source>
        <translation>بعض الإعدادات لا يمكن استخدامها ولها قيمها الافتراضية: {settings}. {kept}</translation>
    </message>
    <message>
        <source>The file is kept as {file}.</source>
        <translation>حُفظ الملف باسم {file}.</translation>
    </message>
    <message>
        <source>It stays where it is until settings are changed.</source>
        <translation>يبقى في مكانه إلى أن تتغير الإعدادات.</translation>
    </message>
</context>
<context>
    <name>SystemFact</name>
    <message>
        <source>Operation not permitted</source>
        <translation>العملية غير مسموح بها</translation>
    </message>
    <message>
        <source>No such file or directory</source>
        <translation>لا يوجد ملف أو مجلد بهذا الاسم</translation>
    </message>
    <message>
        <source>Input/output error</source>
        <translation>خطأ في القراءة أو الكتابة</translation>
    </message>
    <message>
        <source>Permission denied</source>
        <translation>الإذن مرفوض</translation>
    </message>
    <message>
        <source>Device or resource busy</source>
        <translation>الجهاز أو المورد مشغول</translation>
    </message>
    <message>
        <source>File exists</source>
        <translation>الملف موجود من قبل</translation>
    </message>
    <message>
        <source>Not a directory</source>
        <translation>ليس مجلدًا</translation>
    </message>
    <message>
        <source>Is a directory</source>
        <translation>هذا مجلد</translation>
    </message>
    <message>
        <source>Directory not empty</source>
        <translation>المجلد ليس فارغًا</translation>
    </message>
    <message>
        <source>Too many open files</source>
        <translation>الملفات المفتوحة أكثر مما يُسمح به</translation>
    </message>
    <message>
        <source>File too large</source>
        <translation>الملف كبير جدًا</translation>
    </message>
    <message>
        <source>No space left on device</source>
        <translation>لم تبقَ مساحة على القرص</translation>
    </message>
    <message>
        <source>Read-only file system</source>
        <translation>القرص للقراءة فقط</translation>
    </message>
    <message>
        <source>File name too long</source>
        <translation>اسم الملف طويل جدًا</translation>
    </message>
    <message>
        <source>Stale file handle</source>
        <translation>تغيّر الملف على الخادم</translation>
    </message>
    <message>
        <source>Connection timed out</source>
        <translation>انتهت مهلة الاتصال</translation>
    </message>
    <message>
        <source>no JSON from line {line}, column {column} on</source>
        <translation>ليس JSON بدءًا من السطر {line}، العمود {column}</translation>
    </message>
    <message>
        <source>no text in UTF-8</source>
        <translation>ليس نصًا بترميز UTF-8</translation>
    </message>
    <message>
        <source>{name} is missing</source>
        <translation>{name} ناقص</translation>
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
    <name>TrainingFact</name>
    <message>
        <source>{what} is not part of this viewer edition of Skin GUI, which comes without {libraries}; install the full edition for it: your models, sessions and settings stay as they are.</source>
        <translation>{what}: غير موجود في نسخة العرض هذه من Skin GUI، فهي تأتي دون {libraries}؛ ثبّت النسخة الكاملة لأجله: تبقى نماذجك وجلساتك وإعداداتك كما هي.</translation>
    </message>
    <message>
        <source>Image files disappeared or changed during the training; start it again.</source>
        <translation>اختفت ملفات صور أو تغيرت أثناء التدريب؛ ابدأه من جديد.</translation>
    </message>
    <message>
        <source>There is no preset {preset}; choose one of {presets}.</source>
        <translation>لا يوجد إعداد مسبق باسم {preset}؛ اختر من {presets}.</translation>
    </message>
    <message>
        <source>A training needs at least one epoch; ask for more.</source>
        <translation>يحتاج التدريب إلى دورة واحدة على الأقل؛ اطلب المزيد.</translation>
    </message>
    <message>
        <source>The sensitivity to aim at must be above 0 and at most 1; choose such a number.</source>
        <translation>يجب أن تكون الحساسية المطلوبة أكبر من 0 ولا تتجاوز 1؛ اختر رقمًا كهذا.</translation>
    </message>
    <message>
        <source>The prevalence must be above 0 and below 1; choose such a number.</source>
        <translation>يجب أن يكون معدل الانتشار أكبر من 0 وأقل من 1؛ اختر رقمًا كهذا.</translation>
    </message>
    <message>
        <source>Give the calibrated model a name.</source>
        <translation>أعطِ النموذج المُعاير اسمًا.</translation>
    </message>
    <message>
        <source>The images could not be classified ({why}); try it again.</source>
        <translation>تعذر تصنيف الصور ({why})؛ أعد المحاولة.</translation>
    </message>
    <message>
        <source>Nothing was learnt from these images that holds for others: more images, better labels or more epochs are needed.</source>
        <translation>لم يُتعلم من هذه الصور شيء يصح على غيرها: يلزم مزيد من الصور أو تسميات أفضل أو دورات أكثر.</translation>
    </message>
    <message>
        <source>There are too few different lesions or patients of one class to train on some and check on others; add images of others.</source>
        <translation>الآفات أو المرضى المختلفون من أحد الصنفين أقل من أن يُدرَّب على بعضهم ويُتحقق على البعض؛ أضف صورًا لغيرهم.</translation>
    </message>
    <message>
        <source>Without the held-out images only one class is left; both classes are needed, so add images of the other one.</source>
        <translation>بدون الصور المستبقاة لا يبقى إلا صنف واحد؛ يلزم الصنفان، فأضف صورًا من الآخر.</translation>
    </message>
    <message>
        <source>A calibration needs images of at least {fewest} different benign lesions; there are {found}, so add more.</source>
        <translation>تحتاج المعايرة إلى صور {fewest} آفة حميدة مختلفة على الأقل؛ يوجد {found}، فأضف المزيد.</translation>
    </message>
    <message>
        <source>A calibration needs images of at least {fewest} different malignant lesions; there are {found}, so add more.</source>
        <translation>تحتاج المعايرة إلى صور {fewest} آفة خبيثة مختلفة على الأقل؛ يوجد {found}، فأضف المزيد.</translation>
    </message>
    <message>
        <source>The model tells malignant from benign in these images no better than chance, which no calibration mends; check the labels, or retrain with these images.</source>
        <translation>لا يميز النموذج الخبيث من الحميد في هذه الصور أفضل من المصادفة، ولا تصلح ذلك أي معايرة؛ تحقق من التسميات أو أعد التدريب بهذه الصور.</translation>
    </message>
    <message>
        <source>The computer ran out of memory during the training; close other programs or train on fewer images.</source>
        <translation>نفدت ذاكرة الحاسوب أثناء التدريب؛ أغلق برامج أخرى أو درّب على صور أقل.</translation>
    </message>
    <message>
        <source>The disk is full, so the training cannot go on; make room or clear the training cache.</source>
        <translation>القرص ممتلئ ولا يمكن متابعة التدريب؛ أفرغ مساحة أو امسح ذاكرة التدريب المؤقتة.</translation>
    </message>
    <message>
        <source>A file could not be read or written during the training ({why}); look at the disk and try again.</source>
        <translation>تعذرت قراءة ملف أو كتابته أثناء التدريب ({why})؛ افحص القرص ثم أعد المحاولة.</translation>
    </message>
    <message>
        <source>The training failed because of an error in the program; report it with what the log says.</source>
        <translation>فشل التدريب بسبب خطأ في البرنامج؛ أبلغ عنه مع ما يذكره السجل.</translation>
    </message>
    <message>
        <source>The training was ended from outside, by someone or by the system for lack of memory, and nothing was kept; close other programs and start it again.</source>
        <translation>أُنهي التدريب من الخارج، من قِبل شخص أو من النظام لنقص الذاكرة، ولم يُحفظ شيء؛ أغلق برامج أخرى وابدأه من جديد.</translation>
    </message>
    <message>
        <source>The training ended unexpectedly and nothing was kept; start it again. The log has the details.</source>
        <translation>انتهى التدريب على نحو غير متوقع ولم يُحفظ شيء؛ ابدأه من جديد. التفاصيل في السجل.</translation>
    </message>
    <message>
        <source>The training could not be started ({why}); try it again.</source>
        <translation>تعذر بدء التدريب ({why})؛ أعد المحاولة.</translation>
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
    <message>
        <source>With the new operating point {after} of 100 malignant lesions are found, {before} before; it was chosen for {target}. Activate it only if that is enough for you.</source>
        <translation>عند نقطة التشغيل الجديدة تُكتشف {after} من كل ١٠٠ آفة خبيثة، وكانت {before} من قبل؛ وقد اختيرت من أجل {target}. لا تفعّله إلا إذا كان ذلك كافيًا لك.</translation>
    </message>
</context>
<context>
    <name>TrainingPart</name>
    <message>
        <source>Retraining</source>
        <translation>إعادة التدريب</translation>
    </message>
    <message>
        <source>Calibration</source>
        <translation>المعايرة</translation>
    </message>
    <message>
        <source>Evaluation</source>
        <translation>التقييم</translation>
    </message>
    <message>
        <source>The audit</source>
        <translation>التدقيق</translation>
    </message>
</context>
<context>
    <name>Verdict</name>
    <message>
        <source>The new model is better on these images.</source>
        <translation>النموذج الجديد أفضل على هذه الصور.</translation>
    </message>
    <message>
        <source>The new model is worse on these images.</source>
        <translation>النموذج الجديد أسوأ على هذه الصور.</translation>
    </message>
    <message>
        <source>No clear difference between the two models on these images.</source>
        <translation>لا فرق واضحًا بين النموذجين على هذه الصور.</translation>
    </message>
    <message>
        <source>The tests contradict each other: look at the figures.</source>
        <translation>الاختبارات متعارضة: انظر إلى الأرقام.</translation>
    </message>
    <message>
        <source>The new model finds more malignant lesions, and calls more benign ones malignant.</source>
        <translation>يكتشف النموذج الجديد آفات خبيثة أكثر، ويصف آفات حميدة أكثر بأنها خبيثة.</translation>
    </message>
    <message>
        <source>The new model finds fewer malignant lesions, and calls fewer benign ones malignant.</source>
        <translation>يكتشف النموذج الجديد آفات خبيثة أقل، ويصف آفات حميدة أقل بأنها خبيثة.</translation>
    </message>
    <message>
        <source>The new model finds more malignant lesions; no clear difference among the benign ones.</source>
        <translation>يكتشف النموذج الجديد آفات خبيثة أكثر؛ ولا فرق واضحًا بين الحميدة.</translation>
    </message>
    <message>
        <source>The new model finds fewer malignant lesions; no clear difference among the benign ones.</source>
        <translation>يكتشف النموذج الجديد آفات خبيثة أقل؛ ولا فرق واضحًا بين الحميدة.</translation>
    </message>
    <message>
        <source>The new model calls fewer benign lesions malignant; no clear difference among the malignant ones.</source>
        <translation>يصف النموذج الجديد آفات حميدة أقل بأنها خبيثة؛ ولا فرق واضحًا بين الخبيثة.</translation>
    </message>
    <message>
        <source>The new model calls more benign lesions malignant; no clear difference among the malignant ones.</source>
        <translation>يصف النموذج الجديد آفات حميدة أكثر بأنها خبيثة؛ ولا فرق واضحًا بين الخبيثة.</translation>
    </message>
</context>
<context>
    <name>WorkerFact</name>
    <message>
        <source>has {name} {own} and not {wanted}; install the same version there</source>
        <translation>لديه {name} {own} وليس {wanted}؛ ثبّت هناك الإصدار نفسه</translation>
    </message>
    <message>
        <source>does not see the images under the same path; put them on a disk that all machines share</source>
        <translation>لا يرى الصور في المسار نفسه؛ ضعها على قرص تتشاركه كل الأجهزة</translation>
    </message>
    <message>
        <source>does not have the model {model}; bring it there with skin-gui models export and import</source>
        <translation>ليس لديه النموذج {model}؛ انقله إليه بالأمرين skin-gui models export وimport</translation>
    </message>
    <message>
        <source>lacks this program; install it there with: pip install &quot;skin-gui[cluster]&quot;</source>
        <translation>ليس لديه هذا البرنامج؛ ثبّته هناك بالأمر: pip install &quot;skin-gui[cluster]&quot;</translation>
    </message>
    <message>
        <source>cannot be asked ({why}); look at its log</source>
        <translation>لا يمكن سؤاله ({why})؛ انظر سجله</translation>
    </message>
</context>
</TS>
