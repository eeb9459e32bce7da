<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>AuditFact</name>
    <message>
        <source>Files that cannot be read: {count} of {total}.</source>
        <translation>Fichiers illisibles&#xa0;: {count} sur {total}.</translation>
    </message>
    <message>
        <source>Left out, {reason}: {count}.</source>
        <translation>Laissés de côté, {reason}&#xa0;: {count}.</translation>
    </message>
    <message>
        <source>Exact copies: {files} files in groups of copies: {groups}; a split keeps each group together.</source>
        <translation>Copies exactes&#xa0;: {files} fichiers, groupes de copies&#xa0;: {groups}&#x202f;; une répartition garde chaque groupe ensemble.</translation>
    </message>
    <message>
        <source>Nearly the same picture, re-encoded, resized, turned or taken again: {files} files, groups of them: {groups}; a split keeps each group together.</source>
        <translation>Presque la même photo, réencodée, redimensionnée, tournée ou reprise&#xa0;: {files} fichiers, groupes&#xa0;: {groups}&#x202f;; une répartition garde chaque groupe ensemble.</translation>
    </message>
    <message>
        <source>Pictures found both as benign and as malignant: {count}; one of the labels of each must be wrong.</source>
        <translation>Photos présentes à la fois comme bénignes et comme malignes&#xa0;: {count}&#x202f;; pour chacune, l’une des étiquettes est fausse.</translation>
    </message>
    <message>
        <source>Lesions found with benign and with malignant images: {count}; one of the labels of each must be wrong.</source>
        <translation>Lésions ayant des images bénignes et des images malignes&#xa0;: {count}&#x202f;; pour chacune, l’une des étiquettes est fausse.</translation>
    </message>
    <message>
        <source>Pictures found in more than one of train, val and test: {count}; results will look too good: keep each in one of them.</source>
        <translation>Photos présentes dans plusieurs des parties train, val et test&#xa0;: {count}&#x202f;; les résultats paraîtront trop bons&#xa0;: gardez chacune dans une seule.</translation>
    </message>
    <message>
        <source>Lesions found in more than one of train, val and test: {count}; results will look too good: keep each in one of them.</source>
        <translation>Lésions présentes dans plusieurs des parties train, val et test&#xa0;: {count}&#x202f;; les résultats paraîtront trop bons&#xa0;: gardez chacune dans une seule.</translation>
    </message>
    <message>
        <source>Patients found in more than one of train, val and test: {count}; results will look too good: keep each in one of them.</source>
        <translation>Patients présents dans plusieurs des parties train, val et test&#xa0;: {count}&#x202f;; les résultats paraîtront trop bons&#xa0;: gardez chacun dans une seule.</translation>
    </message>
    <message>
        <source>lesion {name}</source>
        <translation>lésion {name}</translation>
    </message>
    <message>
        <source>patient {name}</source>
        <translation>patient {name}</translation>
    </message>
    <message>
        <source>There are no images that can be read; images of both classes are needed.</source>
        <translation>Aucune image n’est lisible&#x202f;; il faut des images des deux classes.</translation>
    </message>
    <message>
        <source>There are no benign images that can be read; both classes are needed.</source>
        <translation>Aucune image bénigne n’est lisible&#x202f;; il faut les deux classes.</translation>
    </message>
    <message>
        <source>There are no malignant images that can be read; both classes are needed.</source>
        <translation>Aucune image maligne n’est lisible&#x202f;; il faut les deux classes.</translation>
    </message>
    <message>
        <source>There are too few different images that can be read: {benign} benign, {malignant} malignant; at least {minimum} of each class are needed.</source>
        <translation>Trop peu d’images différentes sont lisibles&#xa0;: bénignes {benign}, malignes {malignant}&#x202f;; il en faut au moins {minimum} de chaque classe.</translation>
    </message>
    <message>
        <source>The classes differ in size: {benign} benign, {malignant} malignant; accuracy alone says little here, and training has to weight the classes.</source>
        <translation>Les classes sont de tailles différentes&#xa0;: bénignes {benign}, malignes {malignant}&#x202f;; l’exactitude seule dit peu de chose ici, et l’entraînement doit pondérer les classes.</translation>
    </message>
    <message>
        <source>In {split} the classes differ in size: {benign} benign, {malignant} malignant; accuracy alone says little here, and training has to weight the classes.</source>
        <translation>Dans {split}, les classes sont de tailles différentes&#xa0;: bénignes {benign}, malignes {malignant}&#x202f;; l’exactitude seule dit peu de chose ici, et l’entraînement doit pondérer les classes.</translation>
    </message>
    <message>
        <source>All images come from one source, {source}; no figure measured on them can say how a model does in another clinic.</source>
        <translation>Toutes les images viennent d’une seule source, {source}&#x202f;; aucun chiffre mesuré sur elles ne dit comment un modèle se comporte dans une autre clinique.</translation>
    </message>
    <message>
        <source>The images come from several sources: {count} ({sources:; }).</source>
        <translation>Les images viennent de plusieurs sources&#xa0;: {count} ({sources:; }).</translation>
    </message>
    <message>
        <source>{source}: {benign} benign, {malignant} malignant, {share:.0%}</source>
        <translation>{source}&#xa0;: bénignes {benign}, malignes {malignant}, {share:.0%}</translation>
    </message>
    <message>
        <source>Sources with images of one class only: {count} ({sources:; }); they hold {share:.0%} of all images. There the source alone tells the label, and a model may learn the source instead: add images of the other class from the same source, or leave it out.</source>
        <translation>Sources dont les images sont d’une seule classe&#xa0;: {count} ({sources:; })&#x202f;; elles contiennent {share:.0%} de toutes les images. Là, la source seule révèle l’étiquette, et un modèle peut apprendre la source à la place&#xa0;: ajoutez des images de l’autre classe venant de la même source, ou laissez celle-ci de côté.</translation>
    </message>
    <message>
        <source>{source}: only benign</source>
        <translation>{source}&#xa0;: bénignes seulement</translation>
    </message>
    <message>
        <source>{source}: only malignant</source>
        <translation>{source}&#xa0;: malignes seulement</translation>
    </message>
    <message>
        <source>and more: {count}</source>
        <translation>et d’autres&#xa0;: {count}</translation>
    </message>
    <message>
        <source>There are too few lesions to measure whether the label can be told from the source.</source>
        <translation>Il y a trop peu de lésions pour mesurer si l’étiquette se devine d’après la source.</translation>
    </message>
    <message>
        <source>Properties of the files that have nothing to do with the lesion hardly tell the label (AUC {auc:.2f}, 95 % interval {low:.2f} to {high:.2f}).</source>
        <translation>Les propriétés des fichiers sans rapport avec la lésion ne révèlent guère l’étiquette (AUC {auc:.2f}, intervalle à 95&#xa0;% de {low:.2f} à {high:.2f}).</translation>
    </message>
    <message>
        <source>The label can be told without looking at the lesion (AUC {auc:.2f}, 95 % interval {low:.2f} to {high:.2f}): {signs:; }. Benign and malignant images seem to come from different sources, and a model may learn the source instead.</source>
        <translation>L’étiquette se devine sans regarder la lésion (AUC {auc:.2f}, intervalle à 95&#xa0;% de {low:.2f} à {high:.2f})&#xa0;: {signs:; }. Les images bénignes et malignes semblent venir de sources différentes, et un modèle peut apprendre la source à la place.</translation>
    </message>
    <message>
        <source>from the picture files with an AUC of {auc:.2f}</source>
        <translation>d’après les fichiers d’image avec une AUC de {auc:.2f}</translation>
    </message>
    <message>
        <source>from the picture files with an AUC of {auc:.2f}, above all {properties}</source>
        <translation>d’après les fichiers d’image avec une AUC de {auc:.2f}, surtout {properties}</translation>
    </message>
    <message>
        <source>from gaps in the metadata with an AUC of {auc:.2f}</source>
        <translation>d’après les lacunes des métadonnées avec une AUC de {auc:.2f}</translation>
    </message>
    <message>
        <source>from gaps in the metadata with an AUC of {auc:.2f}, above all {properties}</source>
        <translation>d’après les lacunes des métadonnées avec une AUC de {auc:.2f}, surtout {properties}</translation>
    </message>
    <message>
        <source>This data cannot be trained on as it is.</source>
        <translation>Ces données ne permettent pas d’entraînement en l’état.</translation>
    </message>
    <message>
        <source>This data can be trained on; read the warnings first.</source>
        <translation>Ces données permettent un entraînement&#x202f;; lisez d’abord les avertissements.</translation>
    </message>
    <message>
        <source>This data can be trained on.</source>
        <translation>Ces données permettent un entraînement.</translation>
    </message>
    <message>
        <source>This data can be trained on; nothing was found.</source>
        <translation>Ces données permettent un entraînement&#x202f;; rien n’a été trouvé.</translation>
    </message>
</context>
<context>
    <name>ClusterFact</name>
    <message>
        <source>Dask is not installed here; install it with: pip install &quot;skin-gui[cluster]&quot;</source>
        <translation>Dask n’est pas installé ici&#x202f;; installez-le avec&#xa0;: pip install &quot;skin-gui[cluster]&quot;</translation>
    </message>
    <message>
        <source>There is no Dask scheduler at {address}; start one or correct the address.</source>
        <translation>Il n’y a pas d’ordonnanceur Dask à l’adresse {address}&#x202f;; démarrez-en un ou corrigez l’adresse.</translation>
    </message>
    <message>
        <source>The scheduler at {address} has no workers; start some: dask worker {address}</source>
        <translation>L’ordonnanceur à l’adresse {address} n’a pas d’exécutants&#x202f;; démarrez-en&#xa0;: dask worker {address}</translation>
    </message>
    <message>
        <source>All workers of the cluster are gone; start some and try again.</source>
        <translation>Tous les exécutants de la grappe ont disparu&#x202f;; démarrez-en et réessayez.</translation>
    </message>
    <message>
        <source>The connection to the scheduler was lost; see whether it still runs, and try again.</source>
        <translation>La liaison avec l’ordonnanceur est perdue&#x202f;; voyez s’il fonctionne encore, et réessayez.</translation>
    </message>
    <message>
        <source>The worker at {address} {reason}.</source>
        <translation>L’exécutant à l’adresse {address} {reason}.</translation>
    </message>
    <message>
        <source>A worker {reason}.</source>
        <translation>Un exécutant {reason}.</translation>
    </message>
    <message>
        <source>A worker cannot load the model: {reason}</source>
        <translation>Un exécutant ne peut pas charger le modèle&#xa0;: {reason}</translation>
    </message>
</context>
<context>
    <name>ComparisonFact</name>
    <message>
        <source>Neither model was fitted to any of the held-out files. Copies that were saved anew, and other photographs of the same lesions, are not recognised.</source>
        <translation>Aucun des deux modèles n’a été ajusté à l’un des fichiers mis à part. Les copies réenregistrées et d’autres photographies des mêmes lésions ne sont pas reconnues.</translation>
    </message>
    <message>
        <source>The active model was fitted to {seen} of the {count} held-out images, so its figures look too good.</source>
        <translation>Le modèle actif a été ajusté à {seen} des {count} images mises à part&#x202f;; ses chiffres paraissent donc trop bons.</translation>
    </message>
    <message>
        <source>The model that the training started from was fitted to {seen} of the {count} held-out images, so its figures look too good.</source>
        <translation>Le modèle dont l’entraînement est parti a été ajusté à {seen} des {count} images mises à part&#x202f;; ses chiffres paraissent donc trop bons.</translation>
    </message>
    <message>
        <source>It cannot be guaranteed that the held-out images are new to both: the active model keeps no list of its training images.</source>
        <translation>On ne peut garantir que les images mises à part soient nouvelles pour les deux&#xa0;: le modèle actif ne garde pas la liste de ses images d’entraînement.</translation>
    </message>
    <message>
        <source>It cannot be guaranteed that the held-out images are new to both: the model that the training started from keeps no list of its training images.</source>
        <translation>On ne peut garantir que les images mises à part soient nouvelles pour les deux&#xa0;: le modèle dont l’entraînement est parti ne garde pas la liste de ses images d’entraînement.</translation>
    </message>
    <message>
        <source>{model}, which the training started from, finds {outside} of these {images} images ({share:.0%}), training and held-out ones, unlike its training data.</source>
        <translation>{model}, dont l’entraînement est parti, juge {outside} de ces {images} images ({share:.0%}), d’entraînement et mises à part, différentes de ses données d’entraînement.</translation>
    </message>
    <message>
        <source>These are few images, so the figures are uncertain: the intervals say how much.</source>
        <translation>Ces images sont peu nombreuses, donc les chiffres sont incertains&#xa0;: les intervalles disent à quel point.</translation>
    </message>
</context>
<context>
    <name>DatasetFact</name>
    <message>
        <source>The metadata file {file} does not exist; choose another one.</source>
        <translation>Le fichier de métadonnées {file} n’existe pas&#x202f;; choisissez-en un autre.</translation>
    </message>
    <message>
        <source>{file} names no image: it needs the column isic_id, or the columns file and label, in its first line.</source>
        <translation>{file} ne nomme aucune image&#xa0;: il lui faut la colonne isic_id, ou les colonnes file et label, dans sa première ligne.</translation>
    </message>
    <message>
        <source>{folder} is not a folder; choose a folder of images.</source>
        <translation>{folder} n’est pas un dossier&#x202f;; choisissez un dossier d’images.</translation>
    </message>
    <message>
        <source>The folder {folder} cannot be read ({why}); see that you may read it.</source>
        <translation>Le dossier {folder} est illisible ({why})&#x202f;; vérifiez que vous avez le droit de le lire.</translation>
    </message>
    <message>
        <source>Images that lie in the folder of one class and have the other in the metadata: {count} ({files}); correct one of the two.</source>
        <translation>Images placées dans le dossier d’une classe et ayant l’autre dans les métadonnées&#xa0;: {count} ({files})&#x202f;; corrigez l’un des deux.</translation>
    </message>
    <message>
        <source>and more: {count}</source>
        <translation>et d’autres&#xa0;: {count}</translation>
    </message>
    <message>
        <source>There are no labelled images in {folders}: put them into folders named benign and malignant, or add a CSV with the columns isic_id and benign_malignant.</source>
        <translation>Il n’y a pas d’images étiquetées dans {folders}&#xa0;: placez-les dans des dossiers nommés benign et malignant, ou ajoutez un CSV avec les colonnes isic_id et benign_malignant.</translation>
    </message>
    <message>
        <source>There are no labelled images in {folders}: put them into folders named benign and malignant, or add a CSV with the columns isic_id and benign_malignant. {problems: }</source>
        <translation>Il n’y a pas d’images étiquetées dans {folders}&#xa0;: placez-les dans des dossiers nommés benign et malignant, ou ajoutez un CSV avec les colonnes isic_id et benign_malignant. {problems: }</translation>
    </message>
    <message>
        <source>All images in {folders} are benign; both classes are needed, so add malignant ones.</source>
        <translation>Toutes les images de {folders} sont bénignes&#x202f;; il faut les deux classes&#xa0;: ajoutez-en de malignes.</translation>
    </message>
    <message>
        <source>All images in {folders} are malignant; both classes are needed, so add benign ones.</source>
        <translation>Toutes les images de {folders} sont malignes&#x202f;; il faut les deux classes&#xa0;: ajoutez-en de bénignes.</translation>
    </message>
    <message>
        <source>{file} cannot be read as a CSV table ({why}); save it as CSV in UTF-8 or move it elsewhere.</source>
        <translation>{file} n’est pas lisible comme tableau CSV ({why})&#x202f;; enregistrez-le en CSV UTF-8 ou placez-le ailleurs.</translation>
    </message>
    <message>
        <source>{file} is a workbook of a spreadsheet, which is not read; save its table as CSV.</source>
        <translation>{file} est un classeur d’un tableur, qui n’est pas lu&#xa0;; enregistrez son tableau en CSV.</translation>
    </message>
    <message>
        <source>{file} holds what a model said, which is no label; use a table of diagnoses.</source>
        <translation>{file} contient ce qu&apos;a dit un modèle, ce qui n&apos;est pas une étiquette ; utilisez un tableau de diagnostics.</translation>
    </message>
    <message>
        <source>{file} has no column that names images; call it one of these: {columns}.</source>
        <translation>{file} n&apos;a pas de colonne qui nomme les images ; donnez-lui l&apos;un de ces noms : {columns}.</translation>
    </message>
    <message>
        <source>{file} names images but has no column of labels; call it one of these: {columns}; or have one for each diagnosis.</source>
        <translation>{file} nomme des images mais n&apos;a pas de colonne d&apos;étiquettes ; donnez-lui l&apos;un de ces noms : {columns} ; ou prévoyez-en une par diagnostic.</translation>
    </message>
    <message>
        <source>{file} names none of the images; see that it is their table.</source>
        <translation>{file} ne nomme aucune des images ; vérifiez que c&apos;est bien leur tableau.</translation>
    </message>
    <message>
        <source>{file} has the column &quot;{column}&quot; more than once; leave one of them out.</source>
        <translation>{file} contient plusieurs fois la colonne «&#xa0;{column}&#xa0;»&#xa0;; n&apos;en gardez qu&apos;une.</translation>
    </message>
    <message>
        <source>{file} has the label &quot;{label}&quot;; use benign, malignant or indeterminate.</source>
        <translation>{file} a l’étiquette «&#xa0;{label}&#xa0;»&#x202f;; utilisez benign, malignant ou indeterminate.</translation>
    </message>
    <message>
        <source>{image} is {label} in {file} and {other_label} in {other_file}; correct one of them.</source>
        <translation>{image} est {label} dans {file} et {other_label} dans {other_file}&#x202f;; corrigez l’un des deux.</translation>
    </message>
    <message>
        <source>To split the images {folds} times, at least {folds} different lesions of each class are needed; one class has {fewest}.</source>
        <translation>Pour répartir les images {folds} fois, il faut au moins {folds} lésions différentes de chaque classe&#x202f;; une classe en a {fewest}.</translation>
    </message>
</context>
<context>
    <name>ExportFact</name>
    <message>
        <source>{file} could not be written: it is open in another program such as Excel, or its folder may not be written to; close it or choose another folder.</source>
        <translation>{file} n’a pas pu être écrit&#xa0;: il est ouvert dans un autre programme comme Excel, ou son dossier est protégé en écriture&#x202f;; fermez-le ou choisissez un autre dossier.</translation>
    </message>
    <message>
        <source>{file} could not be written: {folder} may not be written to; choose another folder.</source>
        <translation>{file} n’a pas pu être écrit&#xa0;: {folder} est protégé en écriture&#x202f;; choisissez un autre dossier.</translation>
    </message>
    <message>
        <source>{file} could not be written: the disk is full; free some space or choose another folder.</source>
        <translation>{file} n’a pas pu être écrit&#xa0;: le disque est plein&#x202f;; libérez de la place ou choisissez un autre dossier.</translation>
    </message>
    <message>
        <source>{file} could not be written: the folder {folder} does not exist; choose another folder.</source>
        <translation>{file} n’a pas pu être écrit&#xa0;: le dossier {folder} n’existe pas&#x202f;; choisissez un autre dossier.</translation>
    </message>
    <message>
        <source>{file}... could not be written: the name is too long; choose a shorter one.</source>
        <translation>{file}... n’a pas pu être écrit&#xa0;: le nom est trop long&#x202f;; choisissez-en un plus court.</translation>
    </message>
    <message>
        <source>{file} could not be written ({why}); try it again or choose another folder.</source>
        <translation>{file} n’a pas pu être écrit ({why})&#x202f;; réessayez ou choisissez un autre dossier.</translation>
    </message>
    <message>
        <source>{file} could not be written; choose another folder.</source>
        <translation>{file} n’a pas pu être écrit&#x202f;; choisissez un autre dossier.</translation>
    </message>
    <message>
        <source>{file} could not be written; the disk may be full: free some space and try again.</source>
        <translation>{file} n’a pas pu être écrit&#x202f;; le disque est peut-être plein&#xa0;: libérez de la place et réessayez.</translation>
    </message>
    <message>
        <source>{file} is a folder; choose a file name.</source>
        <translation>{file} est un dossier&#x202f;; choisissez un nom de fichier.</translation>
    </message>
    <message>
        <source>{file} is not an ordinary file; choose another name.</source>
        <translation>{file} n’est pas un fichier ordinaire&#x202f;; choisissez un autre nom.</translation>
    </message>
    <message>
        <source>{file} would lie among the program&apos;s own files; choose another folder.</source>
        <translation>{file} se trouverait parmi les fichiers du programme&#x202f;; choisissez un autre dossier.</translation>
    </message>
    <message>
        <source>{file} is an image or named like one; choose another name, to lose no image.</source>
        <translation>{file} est une image ou en porte le nom&#x202f;; choisissez un autre nom, pour ne perdre aucune image.</translation>
    </message>
    <message>
        <source>{file} is a database and is not overwritten; choose another name.</source>
        <translation>{file} est une base de données et n’est pas écrasé&#x202f;; choisissez un autre nom.</translation>
    </message>
    <message>
        <source>{file} is write-protected and is not overwritten; choose another name.</source>
        <translation>{file} est protégé en écriture et n’est pas écrasé&#x202f;; choisissez un autre nom.</translation>
    </message>
    <message>
        <source>No image has a decision or histology that says benign or malignant yet; decide on some images first.</source>
        <translation>Aucune image n’a encore de décision ni d’histologie qui dise bénin ou malin&#x202f;; décidez d’abord de quelques images.</translation>
    </message>
    <message>
        <source>None of these images has a result of the file as it is now, so nothing was written; classify them again.</source>
        <translation>Aucune de ces images n’a de résultat pour le fichier tel qu’il est maintenant&#xa0;: rien n’a été écrit&#xa0;; classez-les à nouveau.</translation>
    </message>
    <message>
        <source>{folder} is there already; choose a name that is not taken.</source>
        <translation>{folder} existe déjà&#x202f;; choisissez un nom qui n’est pas pris.</translation>
    </message>
    <message>
        <source>{folder} would lie among the program&apos;s own files; choose another folder.</source>
        <translation>{folder} se trouverait parmi les fichiers du programme&#x202f;; choisissez un autre dossier.</translation>
    </message>
    <message>
        <source>None of the reviewed images is where it was; open their folder again.</source>
        <translation>Aucune des images relues n’est là où elle était&#x202f;; rouvrez leur dossier.</translation>
    </message>
    <message>
        <source>{file} is there already and is no mask of this program; choose another name.</source>
        <translation>{file} existe déjà et n’est pas un masque de ce programme&#x202f;; choisissez un autre nom.</translation>
    </message>
    <message>
        <source>{file} is there already and was not made by this program; choose another folder.</source>
        <translation>{file} existe déjà et n’a pas été fait par ce programme&#x202f;; choisissez un autre dossier.</translation>
    </message>
</context>
<context>
    <name>FigureName</name>
    <message>
        <source>Accuracy (ACC)</source>
        <translation>Exactitude (ACC)</translation>
    </message>
    <message>
        <source>Sensitivity (SEN)</source>
        <translation>Sensibilité (SEN)</translation>
    </message>
    <message>
        <source>Specificity (SPE)</source>
        <translation>Spécificité (SPE)</translation>
    </message>
    <message>
        <source>Precision (PRE)</source>
        <translation>Précision (PRE)</translation>
    </message>
    <message>
        <source>F score</source>
        <translation>Score F</translation>
    </message>
    <message>
        <source>AUC</source>
        <translation>AUC</translation>
    </message>
    <message>
        <source>Brier score</source>
        <translation>Score de Brier</translation>
    </message>
    <message>
        <source>ECE</source>
        <translation>ECE</translation>
    </message>
    <message>
        <source>Operating point</source>
        <translation>Point de fonctionnement</translation>
    </message>
</context>
<context>
    <name>FigureNote</name>
    <message>
        <source>{figure} (lower is better)</source>
        <translation>{figure} (plus bas = meilleur)</translation>
    </message>
</context>
<context>
    <name>FileKind</name>
    <message>
        <source>a Photoshop document</source>
        <translation>un document Photoshop</translation>
    </message>
    <message>
        <source>a JPEG XL image</source>
        <translation>une image JPEG XL</translation>
    </message>
    <message>
        <source>a JPEG-LS image</source>
        <translation>une image JPEG-LS</translation>
    </message>
    <message>
        <source>a JPEG XR image</source>
        <translation>une image JPEG XR</translation>
    </message>
    <message>
        <source>a camera raw image</source>
        <translation>une image brute d’appareil photo</translation>
    </message>
    <message>
        <source>an icon</source>
        <translation>une icône</translation>
    </message>
    <message>
        <source>a Netpbm image</source>
        <translation>une image Netpbm</translation>
    </message>
    <message>
        <source>an OpenEXR image</source>
        <translation>une image OpenEXR</translation>
    </message>
    <message>
        <source>a Radiance image</source>
        <translation>une image Radiance</translation>
    </message>
    <message>
        <source>a GIMP document</source>
        <translation>un document GIMP</translation>
    </message>
    <message>
        <source>a QOI image</source>
        <translation>une image QOI</translation>
    </message>
    <message>
        <source>a DirectDraw surface</source>
        <translation>une surface DirectDraw</translation>
    </message>
    <message>
        <source>a FITS image</source>
        <translation>une image FITS</translation>
    </message>
    <message>
        <source>an SVG drawing</source>
        <translation>un dessin SVG</translation>
    </message>
    <message>
        <source>a PDF document</source>
        <translation>un document PDF</translation>
    </message>
    <message>
        <source>a ZIP archive or Office document</source>
        <translation>une archive ZIP ou un document Office</translation>
    </message>
    <message>
        <source>an Office document</source>
        <translation>un document Office</translation>
    </message>
    <message>
        <source>a video</source>
        <translation>une vidéo</translation>
    </message>
</context>
<context>
    <name>FileProperty</name>
    <message>
        <source>width</source>
        <translation>largeur</translation>
    </message>
    <message>
        <source>height</source>
        <translation>hauteur</translation>
    </message>
    <message>
        <source>aspect ratio</source>
        <translation>rapport largeur/hauteur</translation>
    </message>
    <message>
        <source>JPEG quality</source>
        <translation>qualité JPEG</translation>
    </message>
    <message>
        <source>JPEG quantisation</source>
        <translation>quantification JPEG</translation>
    </message>
    <message>
        <source>chroma subsampling</source>
        <translation>sous-échantillonnage de la chrominance</translation>
    </message>
    <message>
        <source>dark corners</source>
        <translation>coins sombres</translation>
    </message>
    <message>
        <source>dark frame</source>
        <translation>cadre sombre</translation>
    </message>
    <message>
        <source>EXIF</source>
        <translation>EXIF</translation>
    </message>
    <message>
        <source>colour profile</source>
        <translation>profil de couleurs</translation>
    </message>
    <message>
        <source>{format} format</source>
        <translation>format {format}</translation>
    </message>
    <message>
        <source>bytes per pixel</source>
        <translation>octets par pixel</translation>
    </message>
    <message>
        <source>ISIC id given</source>
        <translation>présence de l’identifiant ISIC</translation>
    </message>
    <message>
        <source>lesion id given</source>
        <translation>présence de l’identifiant de lésion</translation>
    </message>
    <message>
        <source>patient id given</source>
        <translation>présence de l’identifiant de patient</translation>
    </message>
    <message>
        <source>diagnosis given</source>
        <translation>présence du diagnostic</translation>
    </message>
    <message>
        <source>age given</source>
        <translation>présence de l’âge</translation>
    </message>
    <message>
        <source>sex given</source>
        <translation>présence du sexe</translation>
    </message>
    <message>
        <source>site given</source>
        <translation>présence de la localisation</translation>
    </message>
    <message>
        <source>skin type given</source>
        <translation>présence du phototype</translation>
    </message>
</context>
<context>
    <name>GroupingFact</name>
    <message>
        <source>One lesion in several pictures takes two images at least; select them first.</source>
        <translation>Une lésion en plusieurs photos demande au moins deux images&#x202f;; sélectionnez-les d’abord.</translation>
    </message>
    <message>
        <source>These images are of different patients, so they cannot show one lesion; select others.</source>
        <translation>Ces images sont de patients différents et ne peuvent donc pas montrer une même lésion&#x202f;; sélectionnez-en d’autres.</translation>
    </message>
    <message>
        <source>The key for patients&apos; pseudonyms cannot be read or made ({why}); see that the program&apos;s data folder can be written to.</source>
        <translation>La clé des pseudonymes des patients ne peut être ni lue ni créée ({why})&#x202f;; vérifiez que le dossier de données du programme est accessible en écriture.</translation>
    </message>
    <message>
        <source>The key for patients&apos; pseudonyms is damaged; delete {file} in the program&apos;s data folder and group the images again.</source>
        <translation>La clé des pseudonymes des patients est endommagée&#x202f;; supprimez {file} dans le dossier de données du programme et regroupez de nouveau les images.</translation>
    </message>
    <message>
        <source>The pattern names neither {patient} nor {lesion}; put one of them where it stands.</source>
        <translation>Le motif ne nomme ni {patient} ni {lesion}&#x202f;; mettez l’un d’eux à sa place.</translation>
    </message>
    <message>
        <source>The pattern names {field}, which is not known; use {names}.</source>
        <translation>Le motif nomme {field}, qui n’est pas connu&#x202f;; utilisez {names}.</translation>
    </message>
    <message>
        <source>The pattern names {field} twice; leave one out or write * for it.</source>
        <translation>Le motif nomme {field} deux fois&#x202f;; enlevez-en un ou écrivez * à sa place.</translation>
    </message>
    <message>
        <source>The pattern has a &quot;{sign}&quot; without its other half; write {names}.</source>
        <translation>Le motif a un «&#xa0;{sign}&#xa0;» sans son autre moitié&#x202f;; écrivez {names}.</translation>
    </message>
    <message>
        <source>{file} names no patients or lesions; it needs a column of images ({columns}) and one called patient_id or lesion_id.</source>
        <translation>{file} ne nomme ni patients ni lésions&#x202f;; il lui faut une colonne d’images ({columns}) et une nommée patient_id ou lesion_id.</translation>
    </message>
    <message>
        <source>{file} names none of these {count} images, so nothing was changed; see that it is their table.</source>
        <translation>{file} ne nomme aucune de ces {count} images, rien n’a donc été changé&#x202f;; vérifiez que c’est leur tableau.</translation>
    </message>
    <message>
        <source>None of these {count} images is a DICOM file that names its patient, so nothing was changed; group by folders or by a table.</source>
        <translation>Aucune de ces {count} images n’est un fichier DICOM qui nomme son patient, rien n’a donc été changé&#x202f;; regroupez par dossiers ou par un tableau.</translation>
    </message>
    <message>
        <source>The pattern {pattern} fits none of these {count} images, so nothing was changed; see how their folders are named.</source>
        <translation>Le motif {pattern} ne correspond à aucune de ces {count} images, rien n’a donc été changé&#x202f;; voyez comment leurs dossiers sont nommés.</translation>
    </message>
</context>
<context>
    <name>ImageFact</name>
    <message>
        <source>{name} {reason}</source>
        <translation>{name} {reason}</translation>
    </message>
    <message>
        <source>is truncated or damaged; copy or export it again from where it came</source>
        <translation>est tronqué ou endommagé&#x202f;; copiez-le ou exportez-le de nouveau depuis son origine</translation>
    </message>
    <message>
        <source>needs more memory than is free; close other programs or use a smaller image</source>
        <translation>demande plus de mémoire qu’il n’y en a de libre&#x202f;; fermez d’autres programmes ou prenez une image plus petite</translation>
    </message>
    <message>
        <source>could not be processed: something went wrong that the program did not expect; the log says what</source>
        <translation>n’a pas pu être traité&#xa0;: une erreur que le programme n’avait pas prévue s’est produite&#x202f;; le journal dit laquelle</translation>
    </message>
    <message>
        <source>could not be classified ({why}); try it again</source>
        <translation>n’a pas pu être classé ({why})&#x202f;; réessayez</translation>
    </message>
    <message>
        <source>could not be measured ({why}); try it again</source>
        <translation>n’a pas pu être mesuré ({why})&#x202f;; réessayez</translation>
    </message>
    <message>
        <source>shows no lesion that could be outlined; take a picture with the lesion in its middle</source>
        <translation>ne montre aucune lésion dont le contour puisse être tracé&#x202f;; prenez une photo avec la lésion en son centre</translation>
    </message>
    <message>
        <source>ends every worker of the cluster that tries it; look at it on its own</source>
        <translation>met fin à chaque exécutant de la grappe qui l’essaie&#x202f;; examinez ce fichier à part</translation>
    </message>
    <message>
        <source>is a folder, not an image; choose an image in it</source>
        <translation>est un dossier, pas une image&#x202f;; choisissez une image dedans</translation>
    </message>
    <message>
        <source>is a folder that you are not allowed to open; ask for the right to read it</source>
        <translation>est un dossier que vous n’avez pas le droit d’ouvrir&#x202f;; demandez le droit de le lire</translation>
    </message>
    <message>
        <source>is not a regular file; choose an image file</source>
        <translation>n’est pas un fichier ordinaire&#x202f;; choisissez un fichier d’image</translation>
    </message>
    <message>
        <source>is empty (0 bytes); copy or export it again from where it came</source>
        <translation>est vide (0 octet)&#x202f;; copiez-le ou exportez-le de nouveau depuis son origine</translation>
    </message>
    <message>
        <source>does not exist; it may have been moved, renamed or deleted</source>
        <translation>n’existe pas&#x202f;; il a peut-être été déplacé, renommé ou supprimé</translation>
    </message>
    <message>
        <source>is a link to a file that does not exist; it may have been moved</source>
        <translation>est un lien vers un fichier qui n’existe pas&#x202f;; celui-ci a peut-être été déplacé</translation>
    </message>
    <message>
        <source>may not be read: permission is denied; ask for the right to read it</source>
        <translation>ne peut pas être lu&#xa0;: l’accès est refusé&#x202f;; demandez le droit de le lire</translation>
    </message>
    <message>
        <source>cannot be read ({why}); see that its drive is connected, and try again</source>
        <translation>ne peut pas être lu ({why})&#x202f;; vérifiez que son lecteur est connecté et réessayez</translation>
    </message>
    <message>
        <source>is too large: {size:.1f} GB, the limit is {limit:.0f} GB; export a smaller image</source>
        <translation>est trop grand&#xa0;: {size:.1f} Go, la limite est de {limit:.0f} Go&#x202f;; exportez une image plus petite</translation>
    </message>
    <message>
        <source>is too large: {width} x {height} pixels are {size:,.0f} megapixels, the limit is {limit:,.0f} megapixels; export a smaller image</source>
        <translation>est trop grand&#xa0;: {width} x {height} pixels font {size:,.0f} mégapixels, la limite est de {limit:,.0f} mégapixels&#x202f;; exportez une image plus petite</translation>
    </message>
    <message>
        <source>is too large: {width} x {height} pixels x {frames} frames are {size:,.0f} megapixels, the limit is {limit:,.0f} megapixels; export one frame</source>
        <translation>est trop grand&#xa0;: {width} x {height} pixels x {frames} vues font {size:,.0f} mégapixels, la limite est de {limit:,.0f} mégapixels&#x202f;; exportez une seule vue</translation>
    </message>
    <message>
        <source>is coded in a way (arithmetic coding) in which damage cannot be noticed; export it again</source>
        <translation>est codé d’une façon (codage arithmétique) où un dommage ne se remarque pas&#x202f;; exportez-le de nouveau</translation>
    </message>
    <message>
        <source>looks scrambled, as if its header misled about its pixels; export it again from the program that it came from</source>
        <translation>semble brouillé, comme si son en-tête trompait sur ses pixels ; exportez-le de nouveau depuis le programme d’où il vient</translation>
    </message>
    <message>
        <source>leaves out some of its pixels, as damaged files do; export it again as PNG</source>
        <translation>omet une partie de ses pixels, comme le font les fichiers endommagés&#xa0;; exportez-le de nouveau en PNG</translation>
    </message>
    <message>
        <source>is stored in {passes} passes, which would take too long; export it again</source>
        <translation>est enregistré en {passes} passes, ce qui prendrait trop de temps&#x202f;; exportez-le de nouveau</translation>
    </message>
    <message>
        <source>is too large: it is compressed and unfolds to more than the {limit:,.0f} MB that its image needs; export it uncompressed or as JPEG</source>
        <translation>est trop grand&#xa0;: il est compressé et donne plus que les {limit:,.0f} Mo dont son image a besoin&#x202f;; exportez-le sans compression ou en JPEG</translation>
    </message>
    <message>
        <source>is not an image that can be read; supported are {formats}</source>
        <translation>n’est pas une image lisible&#x202f;; sont pris en charge {formats}</translation>
    </message>
    <message>
        <source>is {kind}, which is not supported; export it as one of {formats}</source>
        <translation>est {kind}, ce qui n’est pas pris en charge&#x202f;; exportez-le dans l’un de ces formats&#xa0;: {formats}</translation>
    </message>
    <message>
        <source>holds a thumbnail and not the image itself, as camera raw files do; export it as JPEG or PNG</source>
        <translation>contient une miniature et non l’image elle-même, comme les fichiers bruts d’appareils photo&#x202f;; exportez-le en JPEG ou PNG</translation>
    </message>
    <message>
        <source>has a colour profile of more than {limit} MiB, the limit; export it as sRGB</source>
        <translation>a un profil de couleurs de plus de {limit} Mio, la limite&#x202f;; exportez-le en sRGB</translation>
    </message>
    <message>
        <source>has colours of a high dynamic range, which are not supported; export it as sRGB</source>
        <translation>a des couleurs à grande gamme dynamique, non prises en charge&#x202f;; exportez-le en sRGB</translation>
    </message>
    <message>
        <source>is damaged or of a kind of its format that is not supported; export it as PNG</source>
        <translation>est endommagé ou d&apos;une variante de son format qui n&apos;est pas prise en charge&#xa0;; exportez-le en PNG</translation>
    </message>
    <message>
        <source>is a damaged TIFF or of a kind that is not supported; export it with 8 or 16 bits</source>
        <translation>est un TIFF endommagé ou d’un type non pris en charge&#x202f;; exportez-le en 8 ou 16 bits</translation>
    </message>
    <message>
        <source>says that its colours are RGB, but they look like YBR; export it again with the colours that it has</source>
        <translation>dit que ses couleurs sont RGB, mais elles ressemblent à YBR&#x202f;; exportez-le de nouveau avec les couleurs qu’il a</translation>
    </message>
    <message>
        <source>says that its colours are YBR, but they look like RGB; export it again with the colours that it has</source>
        <translation>dit que ses couleurs sont YBR, mais elles ressemblent à RGB&#x202f;; exportez-le de nouveau avec les couleurs qu’il a</translation>
    </message>
    <message>
        <source>is a DICOM file without an image; choose one that holds a picture</source>
        <translation>est un fichier DICOM sans image&#x202f;; choisissez-en un qui contient une image</translation>
    </message>
    <message>
        <source>is a DICOM file without an image ({kind}); choose one that holds a picture</source>
        <translation>est un fichier DICOM sans image ({kind})&#x202f;; choisissez-en un qui contient une image</translation>
    </message>
    <message>
        <source>is a picture with its result that this program wrote for an archive; open the image itself</source>
        <translation>est une photo avec son résultat, écrite par ce programme pour une archive ; ouvrez l’image elle-même</translation>
    </message>
    <message>
        <source>is a DICOM file compressed as {compression}, which is not supported; export it uncompressed or as JPEG</source>
        <translation>est un fichier DICOM compressé en {compression}, ce qui n’est pas pris en charge&#x202f;; exportez-le sans compression ou en JPEG</translation>
    </message>
    <message>
        <source>is a DICOM file that does not say how its pixels are compressed; export it again, as a DICOM file</source>
        <translation>est un fichier DICOM qui ne dit pas comment ses pixels sont compressés&#xa0;; exportez-le de nouveau, en fichier DICOM</translation>
    </message>
    <message>
        <source>is a DICOM file with {colours} colours, which are not supported; export it as RGB</source>
        <translation>est un fichier DICOM aux couleurs {colours}, non prises en charge&#x202f;; exportez-le en RGB</translation>
    </message>
    <message>
        <source>is a DICOM file whose pixels are floating-point numbers, which are not supported; export it as RGB</source>
        <translation>est un fichier DICOM dont les pixels sont des nombres à virgule flottante, non pris en charge&#xa0;; exportez-le en RGB</translation>
    </message>
    <message>
        <source>is a DICOM file that does not say what its colours are; export it again as RGB</source>
        <translation>est un fichier DICOM qui ne dit pas quelles sont ses couleurs&#x202f;; exportez-le de nouveau en RGB</translation>
    </message>
    <message>
        <source>is a DICOM file that stores one image in many tiles, which is not supported; export the image as a whole</source>
        <translation>est un fichier DICOM qui enregistre une image en plusieurs tuiles, ce qui n’est pas pris en charge&#x202f;; exportez l’image entière</translation>
    </message>
    <message>
        <source>is a DICOM file that contradicts itself: it has {colours} colours and this many samples a pixel: {samples}; export it again</source>
        <translation>est un fichier DICOM qui se contredit&#xa0;: il a des couleurs {colours} et ce nombre de valeurs par pixel&#xa0;: {samples}&#x202f;; exportez-le de nouveau</translation>
    </message>
    <message>
        <source>is a DICOM file that contradicts itself: it has values of more than {bits} bits; export it again</source>
        <translation>est un fichier DICOM qui se contredit&#xa0;: il a des valeurs de plus de {bits} bits&#x202f;; exportez-le de nouveau</translation>
    </message>
    <message>
        <source>is a DICOM file that contradicts itself about which of its greys is white; export it again</source>
        <translation>est un fichier DICOM qui se contredit sur celui de ses gris qui est le blanc&#xa0;; exportez-le à nouveau</translation>
    </message>
</context>
<context>
    <name>LeftOut</name>
    <message>
        <source>folders of which {table} names no image</source>
        <translation>dossiers dont {table} ne nomme aucune image</translation>
    </message>
    <message>
        <source>images whose label is indeterminate or missing</source>
        <translation>images dont l’étiquette est indéterminée ou absente</translation>
    </message>
    <message>
        <source>images without a class folder or a metadata row</source>
        <translation>images sans dossier de classe ni ligne de métadonnées</translation>
    </message>
    <message>
        <source>metadata rows without an image file</source>
        <translation>lignes de métadonnées sans fichier d’image</translation>
    </message>
    <message>
        <source>images that are gone or have changed since they were reviewed</source>
        <translation>images disparues ou modifiées depuis leur relecture</translation>
    </message>
</context>
<context>
    <name>ModelFact</name>
    <message>
        <source>A model&apos;s name begins with a letter or a digit and does not end with a dot; choose another.</source>
        <translation>Le nom d’un modèle commence par une lettre ou un chiffre et ne finit pas par un point&#x202f;; choisissez-en un autre.</translation>
    </message>
    <message>
        <source>A model&apos;s name has at most {limit} characters; choose a shorter one.</source>
        <translation>Le nom d’un modèle a au plus {limit} caractères&#x202f;; choisissez-en un plus court.</translation>
    </message>
    <message>
        <source>A model&apos;s name has letters, digits, spaces, dots, underscores and hyphens only; choose another.</source>
        <translation>Le nom d’un modèle n’a que des lettres, chiffres, espaces, points, tirets bas et traits d’union&#x202f;; choisissez-en un autre.</translation>
    </message>
    <message>
        <source>{name} is a name that Windows keeps for itself; choose another.</source>
        <translation>{name} est un nom que Windows se réserve&#x202f;; choisissez-en un autre.</translation>
    </message>
    <message>
        <source>There is a model named {name} already; choose another name.</source>
        <translation>Il y a déjà un modèle nommé {name}&#x202f;; choisissez un autre nom.</translation>
    </message>
    <message>
        <source>There is no model named {name}; choose one of those that the list of models shows.</source>
        <translation>Il n’y a pas de modèle nommé {name}&#x202f;; choisissez-en un de la liste des modèles.</translation>
    </message>
    <message>
        <source>There is no earlier model to go back to; activate one of those that the list of models shows.</source>
        <translation>Il n&apos;y a pas de modèle antérieur auquel revenir ; activez l&apos;un de ceux que montre la liste des modèles.</translation>
    </message>
    <message>
        <source>The model that comes with the program cannot be removed.</source>
        <translation>Le modèle fourni avec le programme ne peut pas être supprimé.</translation>
    </message>
    <message>
        <source>The model that comes with the program cannot be renamed.</source>
        <translation>Le modèle fourni avec le programme ne peut pas être renommé.</translation>
    </message>
    <message>
        <source>The model {name} is active; roll back or activate another one first.</source>
        <translation>Le modèle {name} est actif&#x202f;; revenez d’abord au précédent ou activez-en un autre.</translation>
    </message>
    <message>
        <source>The folder of the models cannot be read ({why}); see that it is there and may be read.</source>
        <translation>Le dossier des modèles est illisible ({why})&#x202f;; vérifiez qu’il existe et que vous avez le droit de le lire.</translation>
    </message>
    <message>
        <source>The model could not be stored ({why}); see that there is room on the disk, and try again.</source>
        <translation>Le modèle n’a pas pu être enregistré ({why})&#x202f;; vérifiez qu’il y a de la place sur le disque et réessayez.</translation>
    </message>
    <message>
        <source>The model could not be read ({why}); see that its files are there and may be read.</source>
        <translation>Le modèle n’a pas pu être lu ({why})&#x202f;; vérifiez que ses fichiers existent et que vous avez le droit de les lire.</translation>
    </message>
    <message>
        <source>The model {name} could not be exported ({why}); choose another place.</source>
        <translation>Le modèle {name} n’a pas pu être exporté ({why})&#x202f;; choisissez un autre emplacement.</translation>
    </message>
    <message>
        <source>The model {name} could not be renamed ({why}); try it again.</source>
        <translation>Le modèle {name} n’a pas pu être renommé ({why})&#x202f;; réessayez.</translation>
    </message>
    <message>
        <source>The model {name} could not be removed ({why}); close other programs that use it and try again.</source>
        <translation>Le modèle {name} n’a pas pu être supprimé ({why})&#x202f;; fermez les autres programmes qui s’en servent et réessayez.</translation>
    </message>
    <message>
        <source>The choice of the active model could not be saved ({why}); see that there is room on the disk, and try again.</source>
        <translation>Le choix du modèle actif n’a pas pu être enregistré ({why})&#x202f;; vérifiez qu’il y a de la place sur le disque et réessayez.</translation>
    </message>
    <message>
        <source>The note of the active model cannot be read ({why}), so the model that comes with the program is used; activate yours again.</source>
        <translation>La note du modèle actif est illisible ({why})&#x202f;; le modèle fourni avec le programme est donc utilisé&#xa0;: réactivez le vôtre.</translation>
    </message>
    <message>
        <source>The active model cannot be used, so the model that comes with the program is. {reason}</source>
        <translation>Le modèle actif est inutilisable&#x202f;; le modèle fourni avec le programme le remplace. {reason}</translation>
    </message>
    <message>
        <source>An exported model is a zip file: end the name {name} with .zip.</source>
        <translation>Un modèle exporté est un fichier zip&#xa0;: terminez le nom {name} par .zip.</translation>
    </message>
    <message>
        <source>There is no model in the folder {name}: {file} is missing; choose another folder.</source>
        <translation>Il n’y a pas de modèle dans le dossier {name}&#xa0;: {file} manque&#x202f;; choisissez un autre dossier.</translation>
    </message>
    <message>
        <source>The model {name} cannot be read ({why}); install it again.</source>
        <translation>Le modèle {name} est illisible ({why})&#x202f;; réinstallez-le.</translation>
    </message>
    <message>
        <source>The model {name} lacks its file {file}; install it again.</source>
        <translation>Il manque au modèle {name} son fichier {file}&#x202f;; réinstallez-le.</translation>
    </message>
    <message>
        <source>The file {file} of the model {name} was changed or damaged; install it again.</source>
        <translation>Le fichier {file} du modèle {name} a été modifié ou endommagé&#x202f;; réinstallez-le.</translation>
    </message>
    <message>
        <source>The model {name} cannot be used ({why}); install it again.</source>
        <translation>Le modèle {name} est inutilisable ({why})&#x202f;; réinstallez-le.</translation>
    </message>
    <message>
        <source>The model {name} cannot be loaded ({why}); install it again.</source>
        <translation>Le modèle {name} ne peut pas être chargé ({why})&#x202f;; réinstallez-le.</translation>
    </message>
    <message>
        <source>The model {name} has a network of its own and runs in float32 only; choose float32 or another model.</source>
        <translation>Le modèle {name} a son propre réseau et ne fonctionne qu&apos;en float32&#xa0;; choisissez float32 ou un autre modèle.</translation>
    </message>
    <message>
        <source>The model {name} cannot be loaded; install it again.</source>
        <translation>Le modèle {name} ne peut pas être chargé&#x202f;; réinstallez-le.</translation>
    </message>
    <message>
        <source>The model that comes with the program is missing or damaged; install the program again.</source>
        <translation>Le modèle fourni avec le programme manque ou est endommagé&#x202f;; réinstallez le programme.</translation>
    </message>
    <message>
        <source>The file {file} was changed or damaged; install the program again.</source>
        <translation>Le fichier {file} a été modifié ou endommagé&#x202f;; réinstallez le programme.</translation>
    </message>
    <message>
        <source>The file {file} cannot be read; install the program again.</source>
        <translation>Le fichier {file} est illisible&#x202f;; réinstallez le programme.</translation>
    </message>
    <message>
        <source>The network of the lesion&apos;s outline cannot be loaded ({why}); install the program again.</source>
        <translation>Le réseau du contour de la lésion ne peut pas être chargé ({why})&#x202f;; réinstallez le programme.</translation>
    </message>
</context>
<context>
    <name>ModelFault</name>
    <message>
        <source>&apos;{key}&apos; is missing from {file}</source>
        <translation>«&#xa0;{key}&#xa0;» manque dans {file}</translation>
    </message>
    <message>
        <source>{file} is malformed: {reason}</source>
        <translation>{file} est mal formé&#xa0;: {reason}</translation>
    </message>
    <message>
        <source>{file}: {reason}</source>
        <translation>{file}&#xa0;: {reason}</translation>
    </message>
    <message>
        <source>{file} has no checksum of its own; export the model again with this version</source>
        <translation>{file} n’a pas de somme de contrôle propre&#x202f;; exportez de nouveau le modèle avec cette version</translation>
    </message>
    <message>
        <source>{file} was changed or damaged: its checksum is wrong</source>
        <translation>{file} a été modifié ou endommagé&#xa0;: sa somme de contrôle est fausse</translation>
    </message>
    <message>
        <source>a value is of the wrong kind</source>
        <translation>une valeur est d’un mauvais type</translation>
    </message>
    <message>
        <source>its format is version {found}, this program reads {known:d}</source>
        <translation>son format est de version {found}, ce programme lit la version {known:d}</translation>
    </message>
    <message>
        <source>it is not a benign/malignant VGG16 model</source>
        <translation>ce n’est pas un modèle VGG16 bénin/malin</translation>
    </message>
    <message>
        <source>it expects the preprocessing {name}</source>
        <translation>il attend le prétraitement {name}</translation>
    </message>
    <message>
        <source>its features are unknown</source>
        <translation>ses caractéristiques sont inconnues</translation>
    </message>
    <message>
        <source>its threshold is not between 0 and 1</source>
        <translation>son seuil n’est pas entre 0 et 1</translation>
    </message>
    <message>
        <source>a calibration needs a positive scale and finite numbers, not {scale} and {offset}</source>
        <translation>une calibration demande une échelle positive et des nombres finis, et non {scale} et {offset}</translation>
    </message>
    <message>
        <source>{file} is malformed</source>
        <translation>{file} est mal formé</translation>
    </message>
    <message>
        <source>{file} names something that is not a model&apos;s folder</source>
        <translation>{file} nomme quelque chose qui n’est pas le dossier d’un modèle</translation>
    </message>
    <message>
        <source>not a float16 VGG16 weights file: no tag before {layer}</source>
        <translation>pas un fichier de poids VGG16 en float16&#xa0;: pas de marque avant {layer}</translation>
    </message>
    <message>
        <source>the weights file ends inside {layer}</source>
        <translation>le fichier de poids se termine à l’intérieur de {layer}</translation>
    </message>
    <message>
        <source>the weights file has {count:d} bytes too many</source>
        <translation>octets de trop dans le fichier de poids&#xa0;: {count:d}</translation>
    </message>
    <message>
        <source>the network has no layer {layer}</source>
        <translation>le réseau n’a pas de couche {layer}</translation>
    </message>
    <message>
        <source>it reads {head:d} features, the model has {model:d}</source>
        <translation>elle lit {head:d} caractéristiques, le modèle en a {model:d}</translation>
    </message>
    <message>
        <source>the support vector machine&apos;s arrays do not fit together</source>
        <translation>les tableaux de la machine à vecteurs de support ne vont pas ensemble</translation>
    </message>
    <message>
        <source>the support vector machine&apos;s numbers are not finite</source>
        <translation>les nombres de la machine à vecteurs de support ne sont pas finis</translation>
    </message>
    <message>
        <source>the head&apos;s arrays do not fit together</source>
        <translation>les tableaux de la tête ne vont pas ensemble</translation>
    </message>
    <message>
        <source>the head does not end in a single logit</source>
        <translation>la tête ne se termine pas par un seul logit</translation>
    </message>
    <message>
        <source>the head&apos;s file is damaged or is not a head</source>
        <translation>le fichier de la tête est endommagé ou n’est pas une tête</translation>
    </message>
    <message>
        <source>its distance to the training data does not fit</source>
        <translation>sa distance aux données d’entraînement ne convient pas</translation>
    </message>
    <message>
        <source>it has numbers that are not finite</source>
        <translation>elle a des nombres qui ne sont pas finis</translation>
    </message>
    <message>
        <source>its array {file} is not stored plainly</source>
        <translation>son tableau {file} n’est pas enregistré sans compression</translation>
    </message>
    <message>
        <source>it holds the foreign file {file}</source>
        <translation>elle contient le fichier étranger {file}</translation>
    </message>
</context>
<context>
    <name>ModelImportFact</name>
    <message>
        <source>There is no file {file}; choose another one.</source>
        <translation>Il n’y a pas de fichier {file}&#x202f;; choisissez-en un autre.</translation>
    </message>
    <message>
        <source>{file} cannot be read ({why}); see that you may read it.</source>
        <translation>{file} est illisible ({why})&#x202f;; vérifiez que vous avez le droit de le lire.</translation>
    </message>
    <message>
        <source>{file} is not a zip file or is damaged ({why}); export the model again.</source>
        <translation>{file} n’est pas un fichier zip ou est endommagé ({why})&#x202f;; exportez de nouveau le modèle.</translation>
    </message>
    <message>
        <source>{file} is larger than any model of this program; choose an exported model.</source>
        <translation>{file} est plus grand que tout modèle de ce programme&#x202f;; choisissez un modèle exporté.</translation>
    </message>
    <message>
        <source>The zip holds {file}, which is not a file of a model; export the model again.</source>
        <translation>Le zip contient {file}, qui n’est pas un fichier de modèle&#x202f;; exportez de nouveau le modèle.</translation>
    </message>
    <message>
        <source>The zip holds the file {file} twice; export the model again.</source>
        <translation>Le zip contient deux fois le fichier {file}&#x202f;; exportez de nouveau le modèle.</translation>
    </message>
    <message>
        <source>The zip&apos;s {file} is not a plain file; export the model again.</source>
        <translation>Dans le zip, {file} n’est pas un fichier ordinaire&#x202f;; exportez de nouveau le modèle.</translation>
    </message>
    <message>
        <source>The zip&apos;s {file} is encrypted or packed in an unknown way; export the model again.</source>
        <translation>Dans le zip, {file} est chiffré ou compressé d’une façon inconnue&#x202f;; exportez de nouveau le modèle.</translation>
    </message>
    <message>
        <source>The zip&apos;s {file} is larger than any model of this program; export the model again.</source>
        <translation>Dans le zip, {file} est plus grand que tout modèle de ce programme&#x202f;; exportez de nouveau le modèle.</translation>
    </message>
    <message>
        <source>The zip&apos;s {file} unfolds to more than a model could; export the model again.</source>
        <translation>Dans le zip, {file} donne une fois décompressé plus que ne le pourrait un modèle&#x202f;; exportez de nouveau le modèle.</translation>
    </message>
    <message>
        <source>The zip&apos;s {file} has another size than it claims; export the model again.</source>
        <translation>Dans le zip, {file} n’a pas la taille annoncée&#x202f;; exportez de nouveau le modèle.</translation>
    </message>
    <message>
        <source>{file} is not a file of a model; export the model again.</source>
        <translation>{file} n’est pas un fichier de modèle&#x202f;; exportez de nouveau le modèle.</translation>
    </message>
    <message>
        <source>The model&apos;s file {file} is larger than any model of this program; export the model again.</source>
        <translation>Le fichier {file} du modèle est plus grand que tout modèle de ce programme&#x202f;; exportez de nouveau le modèle.</translation>
    </message>
    <message>
        <source>This is not a model: {file} is missing; choose an exported model.</source>
        <translation>Ceci n’est pas un modèle&#xa0;: {file} manque&#x202f;; choisissez un modèle exporté.</translation>
    </message>
    <message>
        <source>The model&apos;s description cannot be read ({why}); export the model again.</source>
        <translation>La description du modèle est illisible ({why})&#x202f;; exportez de nouveau le modèle.</translation>
    </message>
    <message>
        <source>The model does not run ({why}); export it again.</source>
        <translation>Le modèle ne fonctionne pas ({why})&#x202f;; exportez-le de nouveau.</translation>
    </message>
    <message>
        <source>The model&apos;s file {file} was changed or damaged: its checksum is wrong; export the model again.</source>
        <translation>Le fichier {file} du modèle a été modifié ou endommagé&#xa0;: sa somme de contrôle est fausse&#x202f;; exportez de nouveau le modèle.</translation>
    </message>
    <message>
        <source>The model&apos;s file {file} is missing; export the model again.</source>
        <translation>Le fichier {file} du modèle manque&#x202f;; exportez de nouveau le modèle.</translation>
    </message>
    <message>
        <source>The model needs a base network that neither it nor this version of the program has; install the version of the program that it was made with.</source>
        <translation>Le modèle demande un réseau de base que ni lui ni cette version du programme ne possède&#x202f;; installez la version du programme avec laquelle il a été fait.</translation>
    </message>
    <message>
        <source>The model&apos;s file {file} is not a text; export the model again.</source>
        <translation>Le fichier {file} du modèle n’est pas un texte&#x202f;; exportez de nouveau le modèle.</translation>
    </message>
    <message>
        <source>The model&apos;s file {file} has control characters, which no card needs; export the model again.</source>
        <translation>Le fichier {file} du modèle a des caractères de contrôle, dont aucune fiche n’a besoin&#x202f;; exportez de nouveau le modèle.</translation>
    </message>
    <message>
        <source>The model&apos;s network is not this program&apos;s VGG16; choose a model that this program made.</source>
        <translation>Le réseau du modèle n’est pas le VGG16 de ce programme&#x202f;; choisissez un modèle fait par ce programme.</translation>
    </message>
    <message>
        <source>The model&apos;s weights cannot be read ({why}); export the model again.</source>
        <translation>Les poids du modèle sont illisibles ({why})&#x202f;; exportez de nouveau le modèle.</translation>
    </message>
    <message>
        <source>The model&apos;s head cannot be used ({why}); export the model again.</source>
        <translation>La tête du modèle est inutilisable ({why})&#x202f;; exportez de nouveau le modèle.</translation>
    </message>
</context>
<context>
    <name>NetworkFact</name>
    <message>
        <source>The model files {param} and {weights} cannot be read; install the model again.</source>
        <translation>Les fichiers de modèle {param} et {weights} sont illisibles&#x202f;; réinstallez le modèle.</translation>
    </message>
    <message>
        <source>The model file {file} is missing; install the model again.</source>
        <translation>Le fichier de modèle {file} manque&#x202f;; réinstallez le modèle.</translation>
    </message>
    <message>
        <source>The network failed at {layer} (ncnn status {status:d}).</source>
        <translation>Le réseau a échoué à {layer} (état ncnn {status:d}).</translation>
    </message>
    <message>
        <source>The outline could not be found (ncnn status {status:d}).</source>
        <translation>Le contour n’a pas pu être trouvé (état ncnn {status:d}).</translation>
    </message>
    <message>
        <source>The network gave no finite result for this image.</source>
        <translation>Le réseau n’a donné aucun résultat fini pour cette image.</translation>
    </message>
</context>
<context>
    <name>ProgramFact</name>
    <message>
        <source>Something went wrong that Skin GUI did not expect; try it again, and report it with the log if it comes back.</source>
        <translation>Une erreur inattendue s&apos;est produite dans Skin GUI ; réessayez, et signalez-la avec le journal si elle revient.</translation>
    </message>
    <message>
        <source>The folder {name} is no longer there; open another one.</source>
        <translation>Le dossier {name} n’existe plus&#x202f;; ouvrez-en un autre.</translation>
    </message>
    <message>
        <source>{name} is no folder; open a folder or an image.</source>
        <translation>{name} n’est pas un dossier&#x202f;; ouvrez un dossier ou une image.</translation>
    </message>
    <message>
        <source>You are not allowed to read the folder {name}; ask for the right to read it.</source>
        <translation>Vous n’avez pas le droit de lire le dossier {name}&#x202f;; demandez ce droit.</translation>
    </message>
    <message>
        <source>The folder {name} cannot be read; see that its drive is connected, and open it again.</source>
        <translation>Le dossier {name} est illisible&#x202f;; vérifiez que son lecteur est connecté et rouvrez-le.</translation>
    </message>
    <message>
        <source>{name} cannot be shown; the log says why.</source>
        <translation>{name} ne peut pas être affiché&#x202f;; le journal dit pourquoi.</translation>
    </message>
    <message>
        <source>Nothing is left of the outline that was drawn; draw another one, or take the program&apos;s.</source>
        <translation>Il ne reste rien du contour dessiné&#x202f;; dessinez-en un autre, ou prenez celui du programme.</translation>
    </message>
    <message>
        <source>Not everything could be deleted ({why}); close other programs that use it and try again.</source>
        <translation>Tout n’a pas pu être supprimé ({why})&#x202f;; fermez les autres programmes qui s’en servent et réessayez.</translation>
    </message>
</context>
<context>
    <name>SessionFact</name>
    <message>
        <source>The disk is full, so the review session could not be saved; free some space and try again.</source>
        <translation>Le disque est plein, la séance de relecture n’a pas pu être enregistrée&#x202f;; libérez de la place et réessayez.</translation>
    </message>
    <message>
        <source>The review session is in use by another program; close that one and try again.</source>
        <translation>La séance de relecture est utilisée par un autre programme&#x202f;; fermez-le et réessayez.</translation>
    </message>
    <message>
        <source>The review session cannot be saved: its folder may not be written to; ask for the right to do so.</source>
        <translation>La séance de relecture ne peut pas être enregistrée&#xa0;: son dossier est protégé en écriture&#x202f;; demandez le droit d’y écrire.</translation>
    </message>
    <message>
        <source>The review session cannot be opened: its folder is missing or may not be written to; see that it is there.</source>
        <translation>La séance de relecture ne peut pas être ouverte&#xa0;: son dossier manque ou est protégé en écriture&#x202f;; vérifiez qu’il existe.</translation>
    </message>
    <message>
        <source>The review session cannot be opened: its file may not be read; ask for the right to read it.</source>
        <translation>La séance de relecture ne peut pas être ouverte&#xa0;: son fichier ne peut pas être lu&#x202f;; demandez le droit de le lire.</translation>
    </message>
    <message>
        <source>The disk failed while the review session was being read or written; look at the disk and try again.</source>
        <translation>Le disque a échoué pendant la lecture ou l’écriture de la séance de relecture&#x202f;; vérifiez-le et réessayez.</translation>
    </message>
    <message>
        <source>The review session could not be read or written ({why}); try it again.</source>
        <translation>La séance de relecture n’a pas pu être lue ou écrite ({why})&#x202f;; réessayez.</translation>
    </message>
    <message>
        <source>The saved review session {file} is damaged; open its folder again: decisions that can be read are taken over.</source>
        <translation>La session de relecture enregistrée {file} est endommagée ; ouvrez de nouveau son dossier : les décisions lisibles sont reprises.</translation>
    </message>
    <message>
        <source>{file} is not a review session; open the folder again to begin one.</source>
        <translation>{file} n&apos;est pas une session de relecture ; ouvrez de nouveau le dossier pour en commencer une.</translation>
    </message>
    <message>
        <source>The damaged review session {file} could not be kept aside ({why}), so nothing was changed; see that the program&apos;s data folder can be written to.</source>
        <translation>La session de relecture endommagée {file} n&apos;a pas pu être mise de côté ({why}), rien n&apos;a donc été modifié ; vérifiez que le dossier de données du programme est accessible en écriture.</translation>
    </message>
    <message>
        <source>The review session {file} was saved by a newer version of the program; install that one to open it.</source>
        <translation>La séance de relecture {file} a été enregistrée par une version plus récente du programme&#x202f;; installez celle-ci pour l’ouvrir.</translation>
    </message>
    <message>
        <source>The review session has been closed; open the folder again.</source>
        <translation>La séance de relecture a été fermée&#x202f;; rouvrez le dossier.</translation>
    </message>
    <message>
        <source>A review session is open in another window; close it there and try again. Nothing was deleted.</source>
        <translation>Une séance de relecture est ouverte dans une autre fenêtre&#x202f;; fermez-la là-bas et réessayez. Rien n’a été supprimé.</translation>
    </message>
    <message>
        <source>The review session is damaged and open in another window; close it there and try again. Nothing was changed.</source>
        <translation>La séance de relecture est endommagée et ouverte dans une autre fenêtre&#x202f;; fermez-la là-bas et réessayez. Rien n’a été changé.</translation>
    </message>
    <message>
        <source>The folder for review sessions cannot be made ({why}); see that the program&apos;s data folder can be written to.</source>
        <translation>Le dossier des séances de relecture ne peut pas être créé ({why})&#x202f;; vérifiez que le dossier de données du programme est accessible en écriture.</translation>
    </message>
    <message>
        <source>The review session {file} could not be deleted ({why}); try it again.</source>
        <translation>La séance de relecture {file} n’a pas pu être supprimée ({why})&#x202f;; réessayez.</translation>
    </message>
    <message>
        <source>The saved review session was damaged; it is kept as {aside} and a new one was begun.</source>
        <translation>La séance de relecture enregistrée était endommagée&#x202f;; elle est gardée sous le nom {aside} et une nouvelle a été commencée.</translation>
    </message>
    <message>
        <source>The saved review session was damaged; it is kept as {aside} and a new one was begun. Decisions that could be read and were taken over: {saved}.</source>
        <translation>La séance de relecture enregistrée était endommagée&#x202f;; elle est gardée sous le nom {aside} et une nouvelle a été commencée. Décisions lisibles qui ont été reprises&#xa0;: {saved}.</translation>
    </message>
    <message>
        <source>The saved review session was damaged: {count} of its rows cannot be trusted any more. What was decided about them is kept; classify their images again.</source>
        <translation>La session de relecture enregistrée était endommagée : lignes auxquelles on ne peut plus se fier : {count}. Ce qui a été décidé à leur sujet est conservé ; classez de nouveau leurs images.</translation>
    </message>
    <message>
        <source>The saved session was damaged: classify this image again; what was decided about it is kept.</source>
        <translation>La séance enregistrée était endommagée&#xa0;: classez de nouveau cette image&#x202f;; ce qui a été décidé d’elle est gardé.</translation>
    </message>
</context>
<context>
    <name>SettingsFact</name>
    <message>
        <source>The settings could not be saved ({why}), so nothing was changed; see that there is room on the disk, and try again.</source>
        <translation>Les réglages n&apos;ont pas pu être enregistrés ({why}), rien n&apos;a donc été modifié ; vérifiez qu&apos;il reste de la place sur le disque, puis réessayez.</translation>
    </message>
    <message>
        <source>Settings cannot be kept, since {folder} cannot be written to ({why}): what you change holds until the program ends; see that you may write there.</source>
        <translation>Les réglages ne peuvent pas être conservés, car {folder} ne peut pas être écrit ({why}) : ce que vous modifiez vaut jusqu’à la fin du programme ; vérifiez que vous pouvez y écrire.</translation>
    </message>
    <message>
        <source>The settings cannot be read ({why}), so the defaults are used. {kept}</source>
        <translation>Les réglages sont illisibles ({why})&#x202f;; les valeurs par défaut sont utilisées. {kept}</translation>
    </message>
    <message>
        <source>The settings file is broken, so the defaults are used. {kept}</source>
        <translation>Le fichier des réglages est abîmé&#x202f;; les valeurs par défaut sont utilisées. {kept}</translation>
    </message>
    <message>
        <source>The settings file is of another version of Skin GUI, so the defaults are used. {kept}</source>
        <translation>Le fichier des réglages est d’une autre version de Skin GUI&#x202f;; les valeurs par défaut sont utilisées. {kept}</translation>
    </message>
    <message>
        <source>Some settings cannot be used and have their defaults: {settings}. {kept}</source>
        <translation>Certains réglages sont inutilisables et ont leur valeur par défaut&#xa0;: {settings}. {kept}</translation>
    </message>
    <message>
        <source>The file is kept as {file}.</source>
        <translation>Le fichier est gardé sous le nom {file}.</translation>
    </message>
    <message>
        <source>It stays where it is until settings are changed.</source>
        <translation>Il reste où il est jusqu’à ce que des réglages soient changés.</translation>
    </message>
</context>
<context>
    <name>SystemFact</name>
    <message>
        <source>Operation not permitted</source>
        <translation>opération non permise</translation>
    </message>
    <message>
        <source>No such file or directory</source>
        <translation>fichier ou dossier inexistant</translation>
    </message>
    <message>
        <source>Input/output error</source>
        <translation>erreur d’entrée/sortie</translation>
    </message>
    <message>
        <source>Permission denied</source>
        <translation>permission refusée</translation>
    </message>
    <message>
        <source>Device or resource busy</source>
        <translation>périphérique ou ressource occupé</translation>
    </message>
    <message>
        <source>File exists</source>
        <translation>le fichier existe déjà</translation>
    </message>
    <message>
        <source>Not a directory</source>
        <translation>ce n’est pas un dossier</translation>
    </message>
    <message>
        <source>Is a directory</source>
        <translation>c’est un dossier</translation>
    </message>
    <message>
        <source>Directory not empty</source>
        <translation>le dossier n’est pas vide</translation>
    </message>
    <message>
        <source>Too many open files</source>
        <translation>trop de fichiers ouverts</translation>
    </message>
    <message>
        <source>File too large</source>
        <translation>fichier trop volumineux</translation>
    </message>
    <message>
        <source>No space left on device</source>
        <translation>plus de place sur le disque</translation>
    </message>
    <message>
        <source>Read-only file system</source>
        <translation>disque en lecture seule</translation>
    </message>
    <message>
        <source>File name too long</source>
        <translation>nom de fichier trop long</translation>
    </message>
    <message>
        <source>Stale file handle</source>
        <translation>le fichier a changé sur le serveur</translation>
    </message>
    <message>
        <source>Connection timed out</source>
        <translation>délai de connexion dépassé</translation>
    </message>
    <message>
        <source>no JSON from line {line}, column {column} on</source>
        <translation>pas du JSON à partir de la ligne {line}, colonne {column}</translation>
    </message>
    <message>
        <source>no text in UTF-8</source>
        <translation>pas un texte en UTF-8</translation>
    </message>
    <message>
        <source>{name} is missing</source>
        <translation>{name} manque</translation>
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
        <translation>, </translation>
    </message>
</context>
<context>
    <name>TrainingFact</name>
    <message>
        <source>{what} is not part of this viewer edition of Skin GUI, which comes without {libraries}; install the full edition for it: your models, sessions and settings stay as they are.</source>
        <translation>{what}&#xa0;: absent de cette édition de consultation de Skin GUI, qui est livrée sans {libraries}&#x202f;; installez pour cela l’édition complète&#xa0;: vos modèles, sessions et réglages restent tels quels.</translation>
    </message>
    <message>
        <source>Image files disappeared or changed during the training; start it again.</source>
        <translation>Des fichiers d’image ont disparu ou changé pendant l’entraînement&#x202f;; recommencez-le.</translation>
    </message>
    <message>
        <source>There is no preset {preset}; choose one of {presets}.</source>
        <translation>Il n’y a pas de préréglage {preset}&#x202f;; choisissez parmi {presets}.</translation>
    </message>
    <message>
        <source>A training needs at least one epoch; ask for more.</source>
        <translation>Un entraînement demande au moins une époque&#x202f;; demandez-en davantage.</translation>
    </message>
    <message>
        <source>The sensitivity to aim at must be above 0 and at most 1; choose such a number.</source>
        <translation>La sensibilité visée doit être supérieure à 0 et d’au plus 1&#x202f;; choisissez un tel nombre.</translation>
    </message>
    <message>
        <source>The prevalence must be above 0 and below 1; choose such a number.</source>
        <translation>La prévalence doit être supérieure à 0 et inférieure à 1&#x202f;; choisissez un tel nombre.</translation>
    </message>
    <message>
        <source>Give the calibrated model a name.</source>
        <translation>Donnez un nom au modèle calibré.</translation>
    </message>
    <message>
        <source>The images could not be classified ({why}); try it again.</source>
        <translation>Les images n’ont pas pu être classées ({why})&#x202f;; réessayez.</translation>
    </message>
    <message>
        <source>Nothing was learnt from these images that holds for others: more images, better labels or more epochs are needed.</source>
        <translation>Rien n’a été appris de ces images qui vaille pour d’autres&#xa0;: il faut plus d’images, de meilleures étiquettes ou plus d’époques.</translation>
    </message>
    <message>
        <source>There are too few different lesions or patients of one class to train on some and check on others; add images of others.</source>
        <translation>Il y a trop peu de lésions ou de patients différents d’une classe pour entraîner sur les uns et vérifier sur les autres&#x202f;; ajoutez des images d’autres lésions.</translation>
    </message>
    <message>
        <source>Without the held-out images only one class is left; both classes are needed, so add images of the other one.</source>
        <translation>Sans les images mises à part, il ne reste qu’une classe&#x202f;; il faut les deux&#xa0;: ajoutez des images de l’autre.</translation>
    </message>
    <message>
        <source>A calibration needs images of at least {fewest} different benign lesions; there are {found}, so add more.</source>
        <translation>Un calibrage demande des images d’au moins {fewest} lésions bénignes différentes&#x202f;; il y en a {found}, ajoutez-en.</translation>
    </message>
    <message>
        <source>A calibration needs images of at least {fewest} different malignant lesions; there are {found}, so add more.</source>
        <translation>Un calibrage demande des images d’au moins {fewest} lésions malignes différentes&#x202f;; il y en a {found}, ajoutez-en.</translation>
    </message>
    <message>
        <source>The model tells malignant from benign in these images no better than chance, which no calibration mends; check the labels, or retrain with these images.</source>
        <translation>Sur ces images, le modèle ne distingue pas mieux que le hasard le malin du bénin, ce qu’aucun calibrage ne répare&#x202f;; vérifiez les étiquettes, ou réentraînez avec ces images.</translation>
    </message>
    <message>
        <source>The computer ran out of memory during the training; close other programs or train on fewer images.</source>
        <translation>L’ordinateur a manqué de mémoire pendant l’entraînement&#x202f;; fermez d’autres programmes ou entraînez sur moins d’images.</translation>
    </message>
    <message>
        <source>The disk is full, so the training cannot go on; make room or clear the training cache.</source>
        <translation>Le disque est plein, l’entraînement ne peut pas continuer&#x202f;; faites de la place ou videz le cache d’entraînement.</translation>
    </message>
    <message>
        <source>A file could not be read or written during the training ({why}); look at the disk and try again.</source>
        <translation>Un fichier n’a pas pu être lu ou écrit pendant l’entraînement ({why})&#x202f;; vérifiez le disque et réessayez.</translation>
    </message>
    <message>
        <source>The training failed because of an error in the program; report it with what the log says.</source>
        <translation>L&apos;entraînement a échoué à cause d&apos;une erreur du programme ; signalez-la avec ce que dit le journal.</translation>
    </message>
    <message>
        <source>The training was ended from outside, by someone or by the system for lack of memory, and nothing was kept; close other programs and start it again.</source>
        <translation>L&apos;entraînement a été interrompu de l&apos;extérieur, par quelqu&apos;un ou par le système faute de mémoire, et rien n&apos;a été conservé ; fermez d&apos;autres programmes et relancez-le.</translation>
    </message>
    <message>
        <source>The training ended unexpectedly and nothing was kept; start it again. The log has the details.</source>
        <translation>L&apos;entraînement s&apos;est arrêté de façon inattendue et rien n&apos;a été conservé ; relancez-le. Le journal contient les détails.</translation>
    </message>
    <message>
        <source>The training could not be started ({why}); try it again.</source>
        <translation>L’entraînement n’a pas pu démarrer ({why})&#x202f;; réessayez.</translation>
    </message>
</context>
<context>
    <name>TrainingNote</name>
    <message>
        <source>{count} of the {total} test images show lesions, patients or pictures that are also outside the test split; they are used neither for training nor for the comparison.</source>
        <translation>{count} des {total} images de test montrent des lésions, des patients ou des photos qui se trouvent aussi hors de la partie test&#x202f;; elles ne servent ni à l’entraînement ni à la comparaison.</translation>
    </message>
    <message>
        <source>The folders&apos; test split is too small to compare on, so images are held out of all folders.</source>
        <translation>La partie test des dossiers est trop petite pour comparer&#x202f;; des images de tous les dossiers sont donc mises à part.</translation>
    </message>
    <message>
        <source>The new model is stored, but could not be activated: {reason}</source>
        <translation>Le nouveau modèle est enregistré, mais n’a pas pu être activé&#xa0;: {reason}</translation>
    </message>
    <message>
        <source>Files that could not be read and were left out: {count}.</source>
        <translation>Fichiers illisibles, laissés de côté&#xa0;: {count}.</translation>
    </message>
    <message>
        <source>{known} of these {total} images are known to {model} already, so the figures look too good.</source>
        <translation>{known} de ces {total} images sont déjà connues de {model}&#x202f;; les chiffres paraissent donc trop bons.</translation>
    </message>
    <message>
        <source>With the new operating point {after} of 100 malignant lesions are found, {before} before; it was chosen for {target}. Activate it only if that is enough for you.</source>
        <translation>Avec le nouveau point de fonctionnement, {after} lésions malignes sur 100 sont trouvées, {before} auparavant ; il a été choisi pour {target}. Ne l’activez que si cela vous suffit.</translation>
    </message>
</context>
<context>
    <name>TrainingPart</name>
    <message>
        <source>Retraining</source>
        <translation>Réentraînement</translation>
    </message>
    <message>
        <source>Calibration</source>
        <translation>Calibration</translation>
    </message>
    <message>
        <source>Evaluation</source>
        <translation>Évaluation</translation>
    </message>
    <message>
        <source>The audit</source>
        <translation>Audit</translation>
    </message>
</context>
<context>
    <name>Verdict</name>
    <message>
        <source>The new model is better on these images.</source>
        <translation>Le nouveau modèle est meilleur sur ces images.</translation>
    </message>
    <message>
        <source>The new model is worse on these images.</source>
        <translation>Le nouveau modèle est moins bon sur ces images.</translation>
    </message>
    <message>
        <source>No clear difference between the two models on these images.</source>
        <translation>Pas de différence nette entre les deux modèles sur ces images.</translation>
    </message>
    <message>
        <source>The tests contradict each other: look at the figures.</source>
        <translation>Les tests se contredisent&#xa0;: examinez les chiffres.</translation>
    </message>
    <message>
        <source>The new model finds more malignant lesions, and calls more benign ones malignant.</source>
        <translation>Le nouveau modèle trouve davantage de lésions malignes, et dit malignes davantage de lésions bénignes.</translation>
    </message>
    <message>
        <source>The new model finds fewer malignant lesions, and calls fewer benign ones malignant.</source>
        <translation>Le nouveau modèle trouve moins de lésions malignes, et dit malignes moins de lésions bénignes.</translation>
    </message>
    <message>
        <source>The new model finds more malignant lesions; no clear difference among the benign ones.</source>
        <translation>Le nouveau modèle trouve davantage de lésions malignes&#x202f;; aucune différence nette parmi les bénignes.</translation>
    </message>
    <message>
        <source>The new model finds fewer malignant lesions; no clear difference among the benign ones.</source>
        <translation>Le nouveau modèle trouve moins de lésions malignes&#x202f;; aucune différence nette parmi les bénignes.</translation>
    </message>
    <message>
        <source>The new model calls fewer benign lesions malignant; no clear difference among the malignant ones.</source>
        <translation>Le nouveau modèle dit malignes moins de lésions bénignes&#x202f;; aucune différence nette parmi les malignes.</translation>
    </message>
    <message>
        <source>The new model calls more benign lesions malignant; no clear difference among the malignant ones.</source>
        <translation>Le nouveau modèle dit malignes davantage de lésions bénignes&#x202f;; aucune différence nette parmi les malignes.</translation>
    </message>
</context>
<context>
    <name>WorkerFact</name>
    <message>
        <source>has {name} {own} and not {wanted}; install the same version there</source>
        <translation>a {name} {own} et non {wanted}&#x202f;; installez-y la même version</translation>
    </message>
    <message>
        <source>does not see the images under the same path; put them on a disk that all machines share</source>
        <translation>ne voit pas les images sous le même chemin&#x202f;; placez-les sur un disque que toutes les machines partagent</translation>
    </message>
    <message>
        <source>does not have the model {model}; bring it there with skin-gui models export and import</source>
        <translation>n’a pas le modèle {model}&#x202f;; portez-le là-bas avec skin-gui models export et import</translation>
    </message>
    <message>
        <source>lacks this program; install it there with: pip install &quot;skin-gui[cluster]&quot;</source>
        <translation>n’a pas ce programme&#x202f;; installez-le là-bas avec&#xa0;: pip install &quot;skin-gui[cluster]&quot;</translation>
    </message>
    <message>
        <source>cannot be asked ({why}); look at its log</source>
        <translation>ne peut pas être interrogé ({why})&#x202f;; regardez son journal</translation>
    </message>
</context>
</TS>
