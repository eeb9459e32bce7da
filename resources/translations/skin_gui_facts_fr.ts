<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>AuditFact</name>
    <message>
        <source>Files that cannot be read: {count} of {total}.</source>
        <translation>Fichiers illisibles : {count} sur {total}.</translation>
    </message>
    <message>
        <source>Left out, {reason}: {count}.</source>
        <translation>Laissés de côté, {reason} : {count}.</translation>
    </message>
    <message>
        <source>Exact copies: {files} files in groups of copies: {groups}; a split keeps each group together.</source>
        <translation>Copies exactes : {files} fichiers, groupes de copies : {groups} ; une répartition garde chaque groupe ensemble.</translation>
    </message>
    <message>
        <source>Nearly the same picture, re-encoded, resized, turned or taken again: {files} files, groups of them: {groups}; a split keeps each group together.</source>
        <translation>Presque la même photo, réencodée, redimensionnée, tournée ou reprise : {files} fichiers, groupes : {groups} ; une répartition garde chaque groupe ensemble.</translation>
    </message>
    <message>
        <source>Pictures found both as benign and as malignant: {count}; one of the labels of each must be wrong.</source>
        <translation>Photos présentes à la fois comme bénignes et comme malignes : {count} ; pour chacune, l’une des étiquettes est fausse.</translation>
    </message>
    <message>
        <source>Lesions found with benign and with malignant images: {count}; one of the labels of each must be wrong.</source>
        <translation>Lésions ayant des images bénignes et des images malignes : {count} ; pour chacune, l’une des étiquettes est fausse.</translation>
    </message>
    <message>
        <source>Pictures found in more than one of train, val and test: {count}; results will look too good.</source>
        <translation>Photos présentes dans plusieurs des parties train, val et test : {count} ; les résultats paraîtront trop bons.</translation>
    </message>
    <message>
        <source>Lesions found in more than one of train, val and test: {count}; results will look too good.</source>
        <translation>Lésions présentes dans plusieurs des parties train, val et test : {count} ; les résultats paraîtront trop bons.</translation>
    </message>
    <message>
        <source>Patients found in more than one of train, val and test: {count}; results will look too good.</source>
        <translation>Patients présents dans plusieurs des parties train, val et test : {count} ; les résultats paraîtront trop bons.</translation>
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
        <translation>Aucune image n’est lisible ; il faut des images des deux classes.</translation>
    </message>
    <message>
        <source>There are no benign images that can be read; both classes are needed.</source>
        <translation>Aucune image bénigne n’est lisible ; il faut les deux classes.</translation>
    </message>
    <message>
        <source>There are no malignant images that can be read; both classes are needed.</source>
        <translation>Aucune image maligne n’est lisible ; il faut les deux classes.</translation>
    </message>
    <message>
        <source>There are too few different images that can be read: {benign} benign, {malignant} malignant; at least {minimum} of each class are needed.</source>
        <translation>Trop peu d’images différentes sont lisibles : bénignes {benign}, malignes {malignant} ; il en faut au moins {minimum} de chaque classe.</translation>
    </message>
    <message>
        <source>The classes differ in size: {benign} benign, {malignant} malignant; accuracy alone says little here, and training has to weight the classes.</source>
        <translation>Les classes sont de tailles différentes : bénignes {benign}, malignes {malignant} ; l’exactitude seule dit peu de chose ici, et l’entraînement doit pondérer les classes.</translation>
    </message>
    <message>
        <source>In {split} the classes differ in size: {benign} benign, {malignant} malignant; accuracy alone says little here, and training has to weight the classes.</source>
        <translation>Dans {split}, les classes sont de tailles différentes : bénignes {benign}, malignes {malignant} ; l’exactitude seule dit peu de chose ici, et l’entraînement doit pondérer les classes.</translation>
    </message>
    <message>
        <source>All images come from one source, {source}; no figure measured on them can say how a model does in another clinic.</source>
        <translation>Toutes les images viennent d’une seule source, {source} ; aucun chiffre mesuré sur elles ne dit comment un modèle se comporte dans une autre clinique.</translation>
    </message>
    <message>
        <source>The images come from several sources: {count} ({sources:; }).</source>
        <translation>Les images viennent de plusieurs sources : {count} ({sources:; }).</translation>
    </message>
    <message>
        <source>{source}: {benign} benign, {malignant} malignant, {share:.0%}</source>
        <translation>{source} : bénignes {benign}, malignes {malignant}, {share:.0%}</translation>
    </message>
    <message>
        <source>Sources with images of one class only: {count} ({sources:; }); they hold {share:.0%} of all images. There the source alone tells the label, and a model may learn the source instead: add images of the other class from the same source, or leave it out.</source>
        <translation>Sources dont les images sont d’une seule classe : {count} ({sources:; }) ; elles contiennent {share:.0%} de toutes les images. Là, la source seule révèle l’étiquette, et un modèle peut apprendre la source à la place : ajoutez des images de l’autre classe venant de la même source, ou laissez celle-ci de côté.</translation>
    </message>
    <message>
        <source>{source}: only benign</source>
        <translation>{source} : bénignes seulement</translation>
    </message>
    <message>
        <source>{source}: only malignant</source>
        <translation>{source} : malignes seulement</translation>
    </message>
    <message>
        <source>and more: {count}</source>
        <translation>et d’autres : {count}</translation>
    </message>
    <message>
        <source>There are too few lesions to measure whether the label can be told from the source.</source>
        <translation>Il y a trop peu de lésions pour mesurer si l’étiquette se devine d’après la source.</translation>
    </message>
    <message>
        <source>Properties of the files that have nothing to do with the lesion hardly tell the label (AUC {auc:.2f}, 95 % interval {low:.2f} to {high:.2f}).</source>
        <translation>Les propriétés des fichiers sans rapport avec la lésion ne révèlent guère l’étiquette (AUC {auc:.2f}, intervalle à 95 % de {low:.2f} à {high:.2f}).</translation>
    </message>
    <message>
        <source>The label can be told without looking at the lesion (AUC {auc:.2f}, 95 % interval {low:.2f} to {high:.2f}): {signs:; }. Benign and malignant images seem to come from different sources, and a model may learn the source instead.</source>
        <translation>L’étiquette se devine sans regarder la lésion (AUC {auc:.2f}, intervalle à 95 % de {low:.2f} à {high:.2f}) : {signs:; }. Les images bénignes et malignes semblent venir de sources différentes, et un modèle peut apprendre la source à la place.</translation>
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
        <translation>Ces données permettent un entraînement ; lisez d’abord les avertissements.</translation>
    </message>
    <message>
        <source>This data can be trained on.</source>
        <translation>Ces données permettent un entraînement.</translation>
    </message>
    <message>
        <source>This data can be trained on; nothing was found.</source>
        <translation>Ces données permettent un entraînement ; rien n’a été trouvé.</translation>
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
        <translation>Le modèle actif a été ajusté à {seen} des {count} images mises à part ; ses chiffres paraissent donc trop bons.</translation>
    </message>
    <message>
        <source>The model that the training started from was fitted to {seen} of the {count} held-out images, so its figures look too good.</source>
        <translation>Le modèle dont l’entraînement est parti a été ajusté à {seen} des {count} images mises à part ; ses chiffres paraissent donc trop bons.</translation>
    </message>
    <message>
        <source>It cannot be guaranteed that the held-out images are new to both: the active model keeps no list of its training images.</source>
        <translation>On ne peut garantir que les images mises à part soient nouvelles pour les deux : le modèle actif ne garde pas la liste de ses images d’entraînement.</translation>
    </message>
    <message>
        <source>It cannot be guaranteed that the held-out images are new to both: the model that the training started from keeps no list of its training images.</source>
        <translation>On ne peut garantir que les images mises à part soient nouvelles pour les deux : le modèle dont l’entraînement est parti ne garde pas la liste de ses images d’entraînement.</translation>
    </message>
    <message>
        <source>{model}, which the training started from, finds {outside} of these {images} images ({share:.0%}), training and held-out ones, unlike its training data.</source>
        <translation>{model}, dont l’entraînement est parti, juge {outside} de ces {images} images ({share:.0%}), d’entraînement et mises à part, différentes de ses données d’entraînement.</translation>
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
    <name>TrainingNote</name>
    <message>
        <source>{count} of the {total} test images show lesions, patients or pictures that are also outside the test split; they are used neither for training nor for the comparison.</source>
        <translation>{count} des {total} images de test montrent des lésions, des patients ou des photos qui se trouvent aussi hors de la partie test ; elles ne servent ni à l’entraînement ni à la comparaison.</translation>
    </message>
    <message>
        <source>The folders&apos; test split is too small to compare on, so images are held out of all folders.</source>
        <translation>La partie test des dossiers est trop petite pour comparer ; des images de tous les dossiers sont donc mises à part.</translation>
    </message>
    <message>
        <source>The new model is stored, but could not be activated: {reason}</source>
        <translation>Le nouveau modèle est enregistré, mais n’a pas pu être activé : {reason}</translation>
    </message>
    <message>
        <source>Files that could not be read and were left out: {count}.</source>
        <translation>Fichiers illisibles, laissés de côté : {count}.</translation>
    </message>
    <message>
        <source>{known} of these {total} images are known to {model} already, so the figures look too good.</source>
        <translation>{known} de ces {total} images sont déjà connues de {model} ; les chiffres paraissent donc trop bons.</translation>
    </message>
</context>
</TS>
