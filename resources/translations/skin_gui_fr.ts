<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About Skin GUI</source>
        <translation>À propos de Skin GUI</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>Versions</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>Licences</translation>
    </message>
    <message>
        <source>Copy Versions</source>
        <translation>Copier les versions</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Benign or malignant for dermoscopic images, on your own machine.</source>
        <translation>Bénin ou malin&#xa0;: classification d’images dermoscopiques, sur votre propre ordinateur.</translation>
    </message>
    <message>
        <source>not in this edition</source>
        <translation>absent de cette édition</translation>
    </message>
    <message>
        <source>Skin GUI&apos;s code is licensed under the Apache License, Version 2.0.</source>
        <translation>Le code de Skin GUI est distribué sous licence Apache, version 2.0.</translation>
    </message>
    <message>
        <source>The network&apos;s convolutional base is VGG16 by Karen Simonyan and Andrew Zisserman (CC BY 4.0). The model was fitted on images of the ISIC Archive, HAM10000 among them (CC BY-NC 4.0): it is for non-commercial research and education.</source>
        <translation>La base convolutive du réseau est VGG16, de Karen Simonyan et Andrew Zisserman (CC BY 4.0). Le modèle a été ajusté sur des images de l’ISIC Archive, dont HAM10000 (CC BY-NC 4.0)&#xa0;: il est destiné à la recherche et à l’enseignement non commerciaux.</translation>
    </message>
    <message>
        <source>Qt and Qt for Python are used under the GNU Lesser General Public License, version 3. Their libraries are separate files, which you may replace with builds of your own; their source is at code.qt.io.</source>
        <translation>Qt et Qt for Python sont utilisés sous licence publique générale limitée GNU, version 3. Leurs bibliothèques sont des fichiers distincts, que vous pouvez remplacer par vos propres versions&#x202f;; leur code source se trouve sur code.qt.io.</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>&amp;Open Image…</source>
        <translation>&amp;Ouvrir une image…</translation>
    </message>
    <message>
        <source>Open &amp;Folder…</source>
        <translation>Ouvrir un &amp;dossier…</translation>
    </message>
    <message>
        <source>Read Folder &amp;Again</source>
        <translation>Relire le &amp;dossier</translation>
    </message>
    <message>
        <source>Open &amp;Samples</source>
        <translation>Ouvrir les &amp;exemples</translation>
    </message>
    <message>
        <source>&amp;Export Results…</source>
        <translation>Expor&amp;ter les résultats…</translation>
    </message>
    <message>
        <source>&amp;PDF Report…</source>
        <translation>Rapport &amp;PDF…</translation>
    </message>
    <message>
        <source>Classify &amp;Again with This Model</source>
        <translation>Classer à no&amp;uveau avec ce modèle</translation>
    </message>
    <message>
        <source>&amp;Close Image</source>
        <translation>&amp;Fermer l’image</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Quitter</translation>
    </message>
    <message>
        <source>&amp;Copy Result</source>
        <translation>&amp;Copier le résultat</translation>
    </message>
    <message>
        <source>&amp;Find…</source>
        <translation>&amp;Rechercher…</translation>
    </message>
    <message>
        <source>&amp;Previous Image</source>
        <translation>Image &amp;précédente</translation>
    </message>
    <message>
        <source>&amp;Next Image</source>
        <translation>Image &amp;suivante</translation>
    </message>
    <message>
        <source>&amp;First Image</source>
        <translation>P&amp;remière image</translation>
    </message>
    <message>
        <source>&amp;Last Image</source>
        <translation>&amp;Dernière image</translation>
    </message>
    <message>
        <source>Zoom &amp;In</source>
        <translation>Zoom &amp;avant</translation>
    </message>
    <message>
        <source>Zoom &amp;Out</source>
        <translation>Zoom a&amp;rrière</translation>
    </message>
    <message>
        <source>&amp;Fit to Window</source>
        <translation>A&amp;juster à la fenêtre</translation>
    </message>
    <message>
        <source>Original Si&amp;ze</source>
        <translation>Taille &amp;originale</translation>
    </message>
    <message>
        <source>Ca&amp;librate Ruler…</source>
        <translation>Étalonner la règle (&amp;Y)…</translation>
    </message>
    <message>
        <source>&amp;Magnifier</source>
        <translation>Lo&amp;upe</translation>
    </message>
    <message>
        <source>&amp;Ruler</source>
        <translation>Rè&amp;gle</translation>
    </message>
    <message>
        <source>Show &amp;Heatmap</source>
        <translation>Afficher la carte de c&amp;haleur</translation>
    </message>
    <message>
        <source>Re&amp;view Mode</source>
        <translation>&amp;Mode relecture</translation>
    </message>
    <message>
        <source>F&amp;ull Screen</source>
        <translation>&amp;Plein écran</translation>
    </message>
    <message>
        <source>&amp;Settings…</source>
        <translation>&amp;Préférences…</translation>
    </message>
    <message>
        <source>&amp;User Guide</source>
        <translation>&amp;Guide de l’utilisateur</translation>
    </message>
    <message>
        <source>&amp;Keyboard Shortcuts</source>
        <translation>&amp;Raccourcis clavier</translation>
    </message>
    <message>
        <source>&amp;About Skin GUI</source>
        <translation>À &amp;propos de Skin GUI</translation>
    </message>
    <message>
        <source>&amp;System</source>
        <translation>&amp;Système</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Clair</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Sombre</translation>
    </message>
</context>
<context>
    <name>AgreementBox</name>
    <message>
        <source>Agreement</source>
        <translation>Concordance</translation>
    </message>
    <message>
        <source>Counted once you and the model, or histology, have both spoken.</source>
        <translation>Compté dès que vous et le modèle, ou l’histologie, vous êtes prononcés.</translation>
    </message>
    <message>
        <source>You and the model</source>
        <translation>Vous et le modèle</translation>
    </message>
    <message>
        <source>Your first reading and the model</source>
        <translation>Votre première lecture et le modèle</translation>
    </message>
    <message>
        <source>You and histology</source>
        <translation>Vous et l’histologie</translation>
    </message>
    <message>
        <source>Your first reading and histology</source>
        <translation>Votre première lecture et l’histologie</translation>
    </message>
    <message>
        <source>The model and histology</source>
        <translation>Le modèle et l’histologie</translation>
    </message>
    <message>
        <source>{count} of {total}: {share} (95 % interval {low} to {high})</source>
        <translation>{count} sur {total}&#xa0;: {share} (intervalle à 95 % de {low} à {high})</translation>
    </message>
</context>
<context>
    <name>Assessment</name>
    <message>
        <source>Nevus</source>
        <translation>Nævus</translation>
    </message>
    <message>
        <source>Melanoma</source>
        <translation>Mélanome</translation>
    </message>
    <message>
        <source>Basal cell carcinoma</source>
        <translation>Carcinome basocellulaire</translation>
    </message>
    <message>
        <source>Squamous cell carcinoma or actinic keratosis</source>
        <translation>Carcinome épidermoïde ou kératose actinique</translation>
    </message>
    <message>
        <source>Benign keratosis</source>
        <translation>Kératose bénigne</translation>
    </message>
    <message>
        <source>Dermatofibroma</source>
        <translation>Dermatofibrome</translation>
    </message>
    <message>
        <source>Vascular lesion</source>
        <translation>Lésion vasculaire</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Autre</translation>
    </message>
    <message>
        <source>Other, benign</source>
        <translation>Autre, bénin</translation>
    </message>
    <message>
        <source>Other, malignant</source>
        <translation>Autre, malin</translation>
    </message>
    <message>
        <source>Biopsy</source>
        <translation>Biopsie</translation>
    </message>
    <message>
        <source>Excision</source>
        <translation>Exérèse</translation>
    </message>
    <message>
        <source>Follow-up</source>
        <translation>Suivi</translation>
    </message>
    <message>
        <source>Second opinion</source>
        <translation>Second avis</translation>
    </message>
    <message>
        <source>Photograph again</source>
        <translation>Photographier à nouveau</translation>
    </message>
    <message>
        <source>Tell the patient</source>
        <translation>Informer le patient</translation>
    </message>
    <message>
        <source>Teaching</source>
        <translation>Enseignement</translation>
    </message>
    <message>
        <source>Diagnosis</source>
        <translation>Diagnostic</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Marques</translation>
    </message>
    <message>
        <source>Histology</source>
        <translation>Histologie</translation>
    </message>
</context>
<context>
    <name>AuditView</name>
    <message>
        <source>Benign</source>
        <translation>Bénin</translation>
    </message>
    <message>
        <source>Malignant</source>
        <translation>Malin</translation>
    </message>
    <message>
        <source>Together</source>
        <translation>Ensemble</translation>
    </message>
    <message>
        <source>Different lesions, patients or pictures: {count}</source>
        <translation>Lésions, patients ou images différents&#xa0;: {count}</translation>
    </message>
</context>
<context>
    <name>Badges</name>
    <message>
        <source>Synthetic</source>
        <translation>Synthétique</translation>
    </message>
    <message>
        <source>Unreadable</source>
        <translation>Illisible</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Échec</translation>
    </message>
</context>
<context>
    <name>BatchBar</name>
    <message>
        <source>Classify Folder</source>
        <translation>Classer le dossier</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Sub-folders</source>
        <translation>Sous-dossiers</translation>
    </message>
    <message>
        <source>Classify the folders within this folder too</source>
        <translation>Classer aussi les sous-dossiers de ce dossier</translation>
    </message>
    <message>
        <source>Progress of the batch</source>
        <translation>Avancement du lot</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exporter…</translation>
    </message>
    <message>
        <source>Save the results as CSV or as a PDF report (Ctrl+E)</source>
        <translation>Enregistrer les résultats en CSV ou en rapport PDF (Ctrl+E)</translation>
    </message>
    <message>
        <source>Pausing…</source>
        <translation>Mise en pause…</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Continuer</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Reprendre</translation>
    </message>
    <message>
        <source>Cancelling…</source>
        <translation>Annulation…</translation>
    </message>
    <message>
        <source>Retry Failed ({count})</source>
        <translation>Réessayer les échecs ({count})</translation>
    </message>
    <message>
        <source>Open a folder to classify its images.</source>
        <translation>Ouvrez un dossier pour classer ses images.</translation>
    </message>
    <message>
        <source>Opening the folder…</source>
        <translation>Ouverture du dossier…</translation>
    </message>
    <message numerus="yes">
        <source>Cancelled. {rows} of {files} images are classified.</source>
        <translation>
            <numerusform>Annulé. Image classée&#xa0;: {rows} sur {files}.</numerusform>
            <numerusform>Annulé. Images classées&#xa0;: {rows} sur {files}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Stopped. {rows} of {files} images are classified.</source>
        <translation>
            <numerusform>Arrêté. Image classée&#xa0;: {rows} sur {files}.</numerusform>
            <numerusform>Arrêté. Images classées&#xa0;: {rows} sur {files}.</numerusform>
        </translation>
    </message>
    <message>
        <source>This folder cannot be read now.</source>
        <translation>Ce dossier ne peut pas être lu maintenant.</translation>
    </message>
    <message>
        <source>This folder holds no image.</source>
        <translation>Ce dossier ne contient aucune image.</translation>
    </message>
    <message numerus="yes">
        <source>{files} images, none classified yet.</source>
        <translation>
            <numerusform>{files} image, pas encore classée.</numerusform>
            <numerusform>{files} images, aucune classée pour l’instant.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{rows} of {files} images are classified.</source>
        <translation>
            <numerusform>Image classée&#xa0;: {rows} sur {files}.</numerusform>
            <numerusform>Images classées&#xa0;: {rows} sur {files}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} rows are of files that are gone.</source>
        <translation>
            <numerusform>{count} ligne est celle d&apos;un fichier disparu.</numerusform>
            <numerusform>{count} lignes sont celles de fichiers disparus.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} folders cannot be read.</source>
        <translation>
            <numerusform>{count} dossier ne peut pas être lu.</numerusform>
            <numerusform>{count} dossiers ne peuvent pas être lus.</numerusform>
        </translation>
    </message>
    <message>
        <source>Preparing…</source>
        <translation>Préparation…</translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation>{done} sur {total}</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>en pause</translation>
    </message>
    <message>
        <source>{time} left</source>
        <translation>encore {time}</translation>
    </message>
    <message numerus="yes">
        <source>{count} failed</source>
        <translation>
            <numerusform>{count} échec</numerusform>
            <numerusform>{count} échecs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BatchReview</name>
    <message>
        <source>Batch Review</source>
        <translation>Relecture par lot</translation>
    </message>
    <message>
        <source>Batch Review in Its Own &amp;Window</source>
        <translation>Relecture par lot dans sa propre &amp;fenêtre</translation>
    </message>
    <message>
        <source>{name} and {count} more</source>
        <translation>{name} et {count} autres</translation>
    </message>
</context>
<context>
    <name>BeforeAfter</name>
    <message>
        <source>Activate</source>
        <translation>Activer</translation>
    </message>
    <message>
        <source>Keep Without Activating</source>
        <translation>Garder sans activer</translation>
    </message>
    <message>
        <source>Discard…</source>
        <translation>Supprimer…</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Avant</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Après</translation>
    </message>
    <message>
        <source>Measured {measured}. Probabilities, Brier score and ECE are for a prevalence of {prevalence}. Calibration changes no order of images, so the AUC stays.</source>
        <translation>Mesuré {measured}. Les probabilités, le score de Brier et l’ECE valent pour une prévalence de {prevalence}. La calibration ne change pas l’ordre des images, donc l’AUC reste.</translation>
    </message>
</context>
<context>
    <name>BrowserController</name>
    <message>
        <source>Image &amp;Browser</source>
        <translation>&amp;Explorateur d’images</translation>
    </message>
    <message>
        <source>Several files and folders are open. Open one folder to see its images here.</source>
        <translation>Plusieurs fichiers et dossiers sont ouverts. Ouvrez un seul dossier pour voir ses images ici.</translation>
    </message>
</context>
<context>
    <name>BrowserFooter</name>
    <message>
        <source>Size of the thumbnails</source>
        <translation>Taille des vignettes</translation>
    </message>
    <message>
        <source>Size of the thumbnails (Ctrl+wheel)</source>
        <translation>Taille des vignettes (Ctrl+molette)</translation>
    </message>
    <message>
        <source>{shown} of {total} images</source>
        <translation>{shown} sur {total} images</translation>
    </message>
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
            <numerusform>{count} illisible</numerusform>
            <numerusform>{count} illisibles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} folders not readable</source>
        <translation>
            <numerusform>{count} dossier non lisible</numerusform>
            <numerusform>{count} dossiers non lisibles</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BrowserHeader</name>
    <message>
        <source>Recent folders</source>
        <translation>Dossiers récents</translation>
    </message>
    <message>
        <source>Sort by</source>
        <translation>Trier par</translation>
    </message>
    <message>
        <source>Sub-folders</source>
        <translation>Sous-dossiers</translation>
    </message>
    <message>
        <source>Show the images of folders within the folder as well</source>
        <translation>Afficher aussi les images des sous-dossiers</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>Plus récentes d’abord</translation>
    </message>
    <message>
        <source>Oldest first</source>
        <translation>Plus anciennes d’abord</translation>
    </message>
    <message>
        <source>Largest first</source>
        <translation>Plus volumineuses d’abord</translation>
    </message>
    <message>
        <source>Most probably malignant first</source>
        <translation>Malignité la plus probable d’abord</translation>
    </message>
    <message>
        <source>Label: malignant first</source>
        <translation>Étiquette&#xa0;: malin d’abord</translation>
    </message>
    <message>
        <source>Not reviewed first</source>
        <translation>Non relues d’abord</translation>
    </message>
    <message>
        <source>Patient and lesion</source>
        <translation>Patient et lésion</translation>
    </message>
    <message>
        <source>Nothing yet</source>
        <translation>Rien pour l’instant</translation>
    </message>
</context>
<context>
    <name>BrowserModel</name>
    <message>
        <source>{label}, probability of malignancy {probability}</source>
        <translation>{label}, probabilité de malignité {probability}</translation>
    </message>
    <message>
        <source>Reviewed: agreed</source>
        <translation>Relu&#xa0;: d’accord</translation>
    </message>
    <message>
        <source>Reviewed: changed to {label}</source>
        <translation>Relu&#xa0;: changé en {label}</translation>
    </message>
    <message>
        <source>Reviewed: unsure</source>
        <translation>Relu&#xa0;: incertain</translation>
    </message>
    <message>
        <source>Synthetic sample</source>
        <translation>Exemple synthétique</translation>
    </message>
</context>
<context>
    <name>BrushBar</name>
    <message>
        <source>Correct the Outline</source>
        <translation>Corriger le contour</translation>
    </message>
    <message>
        <source>Save Mask…</source>
        <translation>Enregistrer le masque…</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Ajouter</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>Effacer</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Rétablir</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Réinitialiser</translation>
    </message>
    <message>
        <source>The program&apos;s own outline again</source>
        <translation>Revenir au contour du programme</translation>
    </message>
    <message>
        <source>Size of the brush</source>
        <translation>Taille du pinceau</translation>
    </message>
    <message>
        <source>Draw on the image. E changes between adding and erasing, [ and ] the size; Ctrl+Z takes a stroke back; Esc ends. Without a mouse, the arrow keys move the brush; Space draws, and so do the arrows with Shift. With Ctrl held the mouse moves the image. The measures follow; the probability does not.</source>
        <translation>Dessinez sur l’image. E passe de l’ajout à l’effacement, [ et ] changent la taille&#xa0;; Ctrl+Z annule un trait&#xa0;; Échap termine. Sans souris, les flèches déplacent le pinceau&#xa0;; Espace dessine, et les flèches aussi avec Maj. Avec Ctrl enfoncé, la souris déplace l’image. Les mesures suivent&#xa0;; la probabilité ne change pas.</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Taille</translation>
    </message>
</context>
<context>
    <name>BusyBar</name>
    <message>
        <source>Working</source>
        <translation>Travail en cours</translation>
    </message>
</context>
<context>
    <name>CalibratePage</name>
    <message>
        <source>Calibrate</source>
        <translation>Calibrer</translation>
    </message>
    <message>
        <source>A folder</source>
        <translation>Un dossier</translation>
    </message>
    <message>
        <source>The reviewed images</source>
        <translation>Les images relues</translation>
    </message>
    <message>
        <source>Choose Folder…</source>
        <translation>Choisir un dossier…</translation>
    </message>
    <message>
        <source>My clinic</source>
        <translation>Ma clinique</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatique</translation>
    </message>
    <message>
        <source>Cancel Calibration</source>
        <translation>Annuler la calibration</translation>
    </message>
    <message>
        <source>Make the active model&apos;s probabilities and its operating point right for your clinic and camera, with a few dozen of your own labelled images. Nothing else of the model changes, and nothing changes before you decide. No image leaves this computer.</source>
        <translation>Ajustez les probabilités du modèle actif et son point de fonctionnement à votre clinique et à votre appareil, avec quelques dizaines de vos propres images étiquetées. Rien d’autre ne change dans le modèle, et rien ne change avant votre décision. Aucune image ne quitte cet ordinateur.</translation>
    </message>
    <message>
        <source>With folders named benign and malignant; at least 20 different lesions of each.</source>
        <translation>Avec des dossiers nommés benign et malignant&#xa0;; au moins 20 lésions différentes de chaque.</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Dossier</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Images</translation>
    </message>
    <message>
        <source>Results show it, with the words “not validated”. A name that is taken gets a number.</source>
        <translation>Les résultats l’affichent avec la mention «&#xa0;non validé&#xa0;». Un nom déjà pris reçoit un numéro.</translation>
    </message>
    <message>
        <source>Share of malignant lesions where the model will be used. Automatic: that of the images, but the model&apos;s own where about as many are benign as malignant.</source>
        <translation>Part de lésions malignes là où le modèle servira. Automatique&#xa0;: celle des images, mais celle du modèle si les bénignes et les malignes sont à peu près aussi nombreuses.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Prevalence</source>
        <translation>Prévalence</translation>
    </message>
    <message>
        <source>Cancelled. Nothing was stored.</source>
        <translation>Annulé. Rien n’a été enregistré.</translation>
    </message>
    <message>
        <source>Labelled Images</source>
        <translation>Images étiquetées</translation>
    </message>
    <message>
        <source>Classifying your images…</source>
        <translation>Classification de vos images…</translation>
    </message>
    <message>
        <source>{name} is active now.</source>
        <translation>{name} est maintenant actif.</translation>
    </message>
    <message>
        <source>{name} is on the Model page; it is not active.</source>
        <translation>{name} se trouve sur la page Modèle&#xa0;; il n’est pas actif.</translation>
    </message>
    <message>
        <source>Discard Calibration</source>
        <translation>Supprimer la calibration</translation>
    </message>
    <message>
        <source>At least {fewest} of each are needed.</source>
        <translation>Il en faut au moins {fewest} de chaque.</translation>
    </message>
    <message>
        <source>Images in it: benign {benign}, malignant {malignant}.</source>
        <translation>Images trouvées&#xa0;: bénignes {benign}, malignes {malignant}.</translation>
    </message>
    <message>
        <source>Counting its images…</source>
        <translation>Comptage de ses images…</translation>
    </message>
    <message>
        <source>Discard the calibrated model {name}? Your images stay.</source>
        <translation>Supprimer le modèle calibré {name}&#xa0;? Vos images restent.</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>{name} is discarded.</source>
        <translation>{name} est supprimé.</translation>
    </message>
    <message>
        <source>Look at the figures, then decide.</source>
        <translation>Regardez les chiffres, puis décidez.</translation>
    </message>
    <message>
        <source>{benign} benign and {malignant} malignant images of the open session are decided.</source>
        <translation>{benign} images bénignes et {malignant} malignes de la session ouverte ont une décision.</translation>
    </message>
</context>
<context>
    <name>CameraBanner</name>
    <message>
        <source>Dismiss</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>{count} of {total} images are unlike the model’s training data.</source>
        <translation>{count} images sur {total} ne ressemblent pas aux données d’entraînement du modèle.</translation>
    </message>
    <message>
        <source>{count} of {total} images are called malignant.</source>
        <translation>{count} images sur {total} sont dites malignes.</translation>
    </message>
    <message>
        <source>{count} of {total} images are called benign.</source>
        <translation>{count} images sur {total} sont dites bénignes.</translation>
    </message>
    <message>
        <source>The model’s figures do not seem to hold for this camera or clinic. Calibrate it for your own clinic with labelled images: Settings, Calibrate.</source>
        <translation>Les chiffres du modèle ne semblent pas valoir pour cet appareil ou cette clinique. Calibrez-le pour votre clinique avec des images étiquetées&#xa0;: Réglages, Calibrer.</translation>
    </message>
</context>
<context>
    <name>CardView</name>
    <message>
        <source>Model card</source>
        <translation>Fiche du modèle</translation>
    </message>
    <message>
        <source>Choose a model to read its card.</source>
        <translation>Choisissez un modèle pour lire sa fiche.</translation>
    </message>
</context>
<context>
    <name>CentralStack</name>
    <message>
        <source>Classifying…</source>
        <translation>Classification…</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>Démarrage…</translation>
    </message>
    <message>
        <source>What can be seen of it is shown, without a result.</source>
        <translation>Ce qu’on peut en voir est montré, sans résultat.</translation>
    </message>
    <message>
        <source>This image cannot be shown</source>
        <translation>Cette image ne peut pas être affichée</translation>
    </message>
    <message>
        <source>There is no result for this image.</source>
        <translation>Il n’y a pas de résultat pour cette image.</translation>
    </message>
    <message>
        <source>None of these folders holds an image.</source>
        <translation>Aucun de ces dossiers ne contient d&apos;image.</translation>
    </message>
    <message>
        <source>The folder {name} holds no image.</source>
        <translation>Le dossier {name} ne contient aucune image.</translation>
    </message>
    <message>
        <source>The folder {name} itself holds no image. “Sub-folders” shows those of folders within it.</source>
        <translation>Le dossier {name} ne contient lui-même aucune image. «&#xa0;Sous-dossiers&#xa0;» montre celles des dossiers qu’il contient.</translation>
    </message>
    <message>
        <source>No images here</source>
        <translation>Aucune image ici</translation>
    </message>
    <message>
        <source>no model</source>
        <translation>aucun modèle</translation>
    </message>
    <message>
        <source>Images can be looked at, but not classified, until a model is installed.</source>
        <translation>Les images peuvent être regardées, mais pas classées tant qu’aucun modèle n’est installé.</translation>
    </message>
</context>
<context>
    <name>Checklists</name>
    <message>
        <source>Atypical pigment network (2)</source>
        <translation>Réseau pigmentaire atypique (2)</translation>
    </message>
    <message>
        <source>Blue-whitish veil (2)</source>
        <translation>Voile bleuté-blanchâtre (2)</translation>
    </message>
    <message>
        <source>Atypical vascular pattern (2)</source>
        <translation>Aspect vasculaire atypique (2)</translation>
    </message>
    <message>
        <source>Irregular streaks (1)</source>
        <translation>Stries irrégulières (1)</translation>
    </message>
    <message>
        <source>Irregular pigmentation (1)</source>
        <translation>Pigmentation irrégulière (1)</translation>
    </message>
    <message>
        <source>Irregular dots and globules (1)</source>
        <translation>Points et globules irréguliers (1)</translation>
    </message>
    <message>
        <source>Regression structures (1)</source>
        <translation>Structures de régression (1)</translation>
    </message>
    <message>
        <source>Symmetry of pattern (speaks against melanoma)</source>
        <translation>Symétrie du motif (plaide contre un mélanome)</translation>
    </message>
    <message>
        <source>A single colour (speaks against melanoma)</source>
        <translation>Une seule couleur (plaide contre un mélanome)</translation>
    </message>
    <message>
        <source>Blue-white veil</source>
        <translation>Voile bleu-blanc</translation>
    </message>
    <message>
        <source>Multiple brown dots</source>
        <translation>Multiples points bruns</translation>
    </message>
    <message>
        <source>Pseudopods</source>
        <translation>Pseudopodes</translation>
    </message>
    <message>
        <source>Radial streaming</source>
        <translation>Stries radiaires</translation>
    </message>
    <message>
        <source>Scar-like depigmentation</source>
        <translation>Dépigmentation cicatricielle</translation>
    </message>
    <message>
        <source>Peripheral black dots or globules</source>
        <translation>Points ou globules noirs périphériques</translation>
    </message>
    <message>
        <source>Five or six colours</source>
        <translation>Cinq ou six couleurs</translation>
    </message>
    <message>
        <source>Multiple blue or grey dots</source>
        <translation>Multiples points bleus ou gris</translation>
    </message>
    <message>
        <source>Broadened network</source>
        <translation>Réseau élargi</translation>
    </message>
    <message>
        <source>{score} (suspicious from {limit}), revised {revised} (from {low})</source>
        <translation>{score} (suspect à partir de {limit}), révisé {revised} (à partir de {low})</translation>
    </message>
    <message>
        <source>suspicious</source>
        <translation>suspect</translation>
    </message>
    <message>
        <source>not suspicious</source>
        <translation>non suspecte</translation>
    </message>
    <message>
        <source>7-point checklist</source>
        <translation>Liste des 7 points</translation>
    </message>
    <message>
        <source>Menzies&apos; method</source>
        <translation>Méthode de Menzies</translation>
    </message>
</context>
<context>
    <name>ChecklistsDialog</name>
    <message>
        <source>Checklists</source>
        <translation>Listes de critères</translation>
    </message>
    <message>
        <source>7-point checklist</source>
        <translation>Liste des 7 points</translation>
    </message>
    <message>
        <source>Menzies&apos; method</source>
        <translation>Méthode de Menzies</translation>
    </message>
    <message>
        <source>For melanocytic lesions. No part of the probability.</source>
        <translation>Pour les lésions mélanocytaires. Sans effet sur la probabilité.</translation>
    </message>
    <message>
        <source>{criterion} – proposed from the measures</source>
        <translation>{criterion} – proposé d’après les mesures</translation>
    </message>
    <message>
        <source>not filled in</source>
        <translation>non remplie</translation>
    </message>
</context>
<context>
    <name>CompareWindow</name>
    <message>
        <source>Compare</source>
        <translation>Comparer</translation>
    </message>
    <message>
        <source>&amp;Side by Side</source>
        <translation>&amp;Côte à côte</translation>
    </message>
    <message>
        <source>&amp;Image and Heatmap</source>
        <translation>&amp;Image et carte de chaleur</translation>
    </message>
    <message>
        <source>Over &amp;Time</source>
        <translation>Au fil du &amp;temps</translation>
    </message>
</context>
<context>
    <name>ComparisonView</name>
    <message>
        <source>Compare Models</source>
        <translation>Comparer les modèles</translation>
    </message>
    <message>
        <source>ROC curve</source>
        <translation>Courbe ROC</translation>
    </message>
    <message>
        <source>Reliability</source>
        <translation>Fiabilité</translation>
    </message>
    <message>
        <source>New model</source>
        <translation>Nouveau modèle</translation>
    </message>
    <message>
        <source>Active model</source>
        <translation>Modèle actif</translation>
    </message>
    <message>
        <source>The models agree on every image.</source>
        <translation>Les modèles s’accordent sur toutes les images.</translation>
    </message>
    <message numerus="yes">
        <source>The models disagree on {count} images. Click one to see it in the window.</source>
        <translation>
            <numerusform>Les modèles divergent sur {count} image. Cliquez dessus pour la voir dans la fenêtre.</numerusform>
            <numerusform>Les modèles divergent sur {count} images. Cliquez sur l’une d’elles pour la voir dans la fenêtre.</numerusform>
        </translation>
    </message>
    <message>
        <source>Discard…</source>
        <translation>Supprimer…</translation>
    </message>
    <message>
        <source>Remove the new model from the store</source>
        <translation>Supprimer le nouveau modèle</translation>
    </message>
    <message>
        <source>Keep Without Activating</source>
        <translation>Garder sans activer</translation>
    </message>
    <message>
        <source>Leave it on the Model page; the active model stays in use</source>
        <translation>Le laisser dans la page Modèle&#x202f;; le modèle actif reste utilisé</translation>
    </message>
    <message>
        <source>Activate</source>
        <translation>Activer</translation>
    </message>
    <message>
        <source>Use the new model from now on; the Model page can roll it back</source>
        <translation>Utiliser le nouveau modèle désormais&#x202f;; la page Modèle permet de revenir en arrière</translation>
    </message>
</context>
<context>
    <name>ConfusionView</name>
    <message>
        <source>benign</source>
        <translation>bénin</translation>
    </message>
    <message>
        <source>malignant</source>
        <translation>malin</translation>
    </message>
    <message>
        <source>Confusion matrix</source>
        <translation>Matrice de confusion</translation>
    </message>
    <message>
        <source>{tn} of {benign} benign and {tp} of {malignant} malignant images are called so.</source>
        <translation>{tn} images bénignes sur {benign} et {tp} malignes sur {malignant} sont bien classées.</translation>
    </message>
    <message>
        <source>The model says</source>
        <translation>Avis du modèle</translation>
    </message>
    <message>
        <source>Truly</source>
        <translation>En réalité</translation>
    </message>
</context>
<context>
    <name>CrashDialog</name>
    <message>
        <source>Something went wrong</source>
        <translation>Une erreur est survenue</translation>
    </message>
    <message>
        <source>Skin GUI met an error that it did not expect. You can go on, but if it happens again, please restart the program. The report below names neither files nor patients; copy it to tell us.</source>
        <translation>Skin GUI a rencontré une erreur inattendue. Vous pouvez continuer, mais si elle se reproduit, veuillez redémarrer le programme. Le rapport ci-dessous ne nomme ni fichier ni patient&#x202f;; copiez-le pour nous le communiquer.</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Rapport</translation>
    </message>
    <message>
        <source>Copy Report</source>
        <translation>Copier le rapport</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Copié</translation>
    </message>
</context>
<context>
    <name>Curves</name>
    <message>
        <source>Loss</source>
        <translation>Perte</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>Exactitude</translation>
    </message>
    <message>
        <source>AUC</source>
        <translation>AUC</translation>
    </message>
    <message>
        <source>Epoch</source>
        <translation>Époque</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Entraînement</translation>
    </message>
    <message>
        <source>Validation</source>
        <translation>Validation</translation>
    </message>
    <message>
        <source>Epoch {number} of {epochs}. Best so far on the validation images: epoch {best}, AUC {auc}.</source>
        <translation>Époque {number} sur {epochs}. Meilleure sur les images de validation&#xa0;: époque {best}, AUC {auc}.</translation>
    </message>
</context>
<context>
    <name>DecisionKeys</name>
    <message>
        <source>Nothing recorded: the result is hidden. Say benign, malignant or unsure.</source>
        <translation>Rien n’est enregistré&#xa0;: le résultat est masqué. Choisissez bénin, malin ou incertain.</translation>
    </message>
    <message>
        <source>Nothing recorded: a file that could not be classified takes no decision.</source>
        <translation>Rien n’a été noté&#xa0;: un fichier qui n’a pas pu être classé ne reçoit pas de décision.</translation>
    </message>
    <message>
        <source>Nothing recorded: the image was not on the screen yet.</source>
        <translation>Rien n’a été noté&#xa0;: l’image n’était pas encore à l’écran.</translation>
    </message>
    <message>
        <source>Batch review</source>
        <translation>Relecture par lot</translation>
    </message>
    <message numerus="yes">
        <source>Record one decision for {count} images?</source>
        <translation>
            <numerusform>Noter une décision pour {count} image&#xa0;?</numerusform>
            <numerusform>Noter une même décision pour {count} images&#xa0;?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} of them have not been on the screen since the folder was opened.</source>
        <translation>
            <numerusform>{count} d’entre elles n’a pas été à l’écran depuis l’ouverture du dossier.</numerusform>
            <numerusform>{count} d’entre elles n’ont pas été à l’écran depuis l’ouverture du dossier.</numerusform>
        </translation>
    </message>
    <message>
        <source>Record for All</source>
        <translation>Noter pour toutes</translation>
    </message>
    <message>
        <source>Undone: {step}</source>
        <translation>Annulé&#xa0;: {step}</translation>
    </message>
    <message>
        <source>Redone: {step}</source>
        <translation>Rétabli&#xa0;: {step}</translation>
    </message>
    <message numerus="yes">
        <source>{count} images</source>
        <translation>
            <numerusform>{count} image</numerusform>
            <numerusform>{count} images</numerusform>
        </translation>
    </message>
    <message>
        <source>not reviewed</source>
        <translation>non relu</translation>
    </message>
    <message>
        <source>now: {review}</source>
        <translation>à présent&#xa0;: {review}</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Note</translation>
    </message>
    <message numerus="yes">
        <source>Note for {count} images</source>
        <translation>
            <numerusform>Note pour {count} image</numerusform>
            <numerusform>Note pour {count} images</numerusform>
        </translation>
    </message>
    <message>
        <source>Another window has changed {file}: {step}.</source>
        <translation>Une autre fenêtre a modifié {file} : {step}.</translation>
    </message>
    <message>
        <source>Another window has changed rows of this folder: {count}. They are shown as they are now.</source>
        <translation>Une autre fenêtre a modifié des lignes de ce dossier : {count}. Elles sont affichées telles qu’elles sont à présent.</translation>
    </message>
    <message>
        <source>Nothing was changed here; look at it again first.</source>
        <translation>Rien n’a été modifié ici ; regardez d’abord de nouveau.</translation>
    </message>
    <message numerus="yes">
        <source>{count} selected</source>
        <translation>
            <numerusform>{count} sélectionnée</numerusform>
            <numerusform>{count} sélectionnées</numerusform>
        </translation>
    </message>
    <message>
        <source>decision withdrawn</source>
        <translation>décision retirée</translation>
    </message>
</context>
<context>
    <name>Disagreements</name>
    <message>
        <source>Images on which the models disagree</source>
        <translation>Images sur lesquelles les modèles divergent</translation>
    </message>
    <message>
        <source>malignant</source>
        <translation>malin</translation>
    </message>
    <message>
        <source>benign</source>
        <translation>bénin</translation>
    </message>
    <message>
        <source>Truly {truth}
new {new}
active {active}</source>
        <translation>Réalité&#xa0;: {truth}
nouveau&#xa0;: {new}
actif&#xa0;: {active}</translation>
    </message>
</context>
<context>
    <name>ErrorPage</name>
    <message>
        <source>This image cannot be shown</source>
        <translation>Cette image ne peut pas être affichée</translation>
    </message>
    <message>
        <source>The file was not changed.</source>
        <translation>Le fichier n’a pas été modifié.</translation>
    </message>
    <message>
        <source>Open Another Image…</source>
        <translation>Ouvrir une autre image…</translation>
    </message>
    <message>
        <source>Next Image</source>
        <translation>Image suivante</translation>
    </message>
    <message>
        <source>Include Sub-folders</source>
        <translation>Inclure les sous-dossiers</translation>
    </message>
</context>
<context>
    <name>ExpectationBox</name>
    <message>
        <source>Sensitivity</source>
        <translation>Sensibilité</translation>
    </message>
    <message>
        <source>of malignant lesions are found</source>
        <translation>des lésions malignes sont trouvées</translation>
    </message>
    <message>
        <source>Specificity</source>
        <translation>Spécificité</translation>
    </message>
    <message>
        <source>of benign lesions are called benign</source>
        <translation>des lésions bénignes sont dites bénignes</translation>
    </message>
    <message>
        <source>PPV</source>
        <translation>VPP</translation>
    </message>
    <message>
        <source>of those called malignant are malignant</source>
        <translation>de celles dites malignes le sont</translation>
    </message>
    <message>
        <source>NPV</source>
        <translation>VPN</translation>
    </message>
    <message>
        <source>of those called benign are benign</source>
        <translation>de celles dites bénignes le sont</translation>
    </message>
    <message>
        <source>Reading the active model…</source>
        <translation>Lecture du modèle actif…</translation>
    </message>
    <message>
        <source>Malignant from {threshold} on. What to expect there was not measured: only the model&apos;s own operating point is known.</source>
        <translation>Malin à partir de {threshold}. Les performances à ce point n’ont pas été mesurées&#xa0;: seul le point de fonctionnement du modèle est connu.</translation>
    </message>
    <message>
        <source>Malignant from {threshold} on</source>
        <translation>Malin à partir de {threshold}</translation>
    </message>
    <message>
        <source>With 95 % intervals, measured {data}. The intervals of the predictive values span what both rates allow; they hold only if your patients resemble those images.</source>
        <translation>Intervalles à 95&#xa0;%, mesure&#xa0;: {data}. Ceux des valeurs prédictives couvrent ce que permettent les deux taux&#x202f;; ils ne valent que si vos patients ressemblent à ces images.</translation>
    </message>
    <message>
        <source>Of {all} lesions, {malignant} of them malignant: {found} are found, {missed} missed, and {flagged} benign ones wrongly flagged.</source>
        <translation>Sur {all} lésions, dont {malignant} malignes&#xa0;: {found} trouvées, {missed} manquées et {flagged} bénignes signalées à tort.</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Export</source>
        <translation>Exporter</translation>
    </message>
    <message>
        <source>Results (CSV for Excel and others)</source>
        <translation>Résultats (CSV pour Excel et autres)</translation>
    </message>
    <message>
        <source>Scores (CSV of the ISIC challenges)</source>
        <translation>Scores (CSV des défis ISIC)</translation>
    </message>
    <message>
        <source>Report (PDF, a page for each image)</source>
        <translation>Rapport (PDF, une page par image)</translation>
    </message>
    <message>
        <source>Report for an archive (DICOM, encapsulated PDF)</source>
        <translation>Rapport pour une archive (DICOM, PDF encapsulé)</translation>
    </message>
    <message>
        <source>Results for an archive (DICOM, Secondary Capture and SR)</source>
        <translation>Résultats pour une archive (DICOM, Secondary Capture et SR)</translation>
    </message>
    <message>
        <source>Contact sheet (PDF, twelve images a page)</source>
        <translation>Planche-contact (PDF, douze images par page)</translation>
    </message>
    <message>
        <source>Selected ({count})</source>
        <translation>Sélection ({count})</translation>
    </message>
    <message>
        <source>Shown ({count})</source>
        <translation>Affichées ({count})</translation>
    </message>
    <message>
        <source>All ({count})</source>
        <translation>Toutes ({count})</translation>
    </message>
    <message>
        <source>Semicolons and decimal commas, as Excel wants them here</source>
        <translation>Points-virgules et virgules décimales, comme Excel les attend ici</translation>
    </message>
    <message>
        <source>Measures too; they are no part of the probability</source>
        <translation>Les mesures aussi&#xa0;; elles ne font pas partie de la probabilité</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Fichier</translation>
    </message>
    <message>
        <source>Progress of the export</source>
        <translation>Avancement de l’export</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Imprimer…</translation>
    </message>
    <message>
        <source>Show in Folder</source>
        <translation>Afficher dans le dossier</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Lignes</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Rapport</translation>
    </message>
    <message>
        <source>A new folder with two files for each image: its picture with the result, and the result.</source>
        <translation>Un nouveau dossier avec deux fichiers par image&#xa0;: la photo avec le résultat, et le résultat.</translation>
    </message>
    <message>
        <source>These images are of several patients, so the patient reference is not printed.</source>
        <translation>Ces images proviennent de plusieurs patients&#xa0;: la référence du patient n’est donc pas imprimée.</translation>
    </message>
    <message>
        <source>These images may be of several lesions, so each has the site of its group alone.</source>
        <translation>Ces images peuvent montrer plusieurs lésions&#xa0;: chacune porte seulement le site de son groupe.</translation>
    </message>
    <message>
        <source>At most {count} images are printed at once; a report (PDF) holds any number.</source>
        <translation>Au plus {count} images s’impriment à la fois&#xa0;; un rapport (PDF) en contient autant que voulu.</translation>
    </message>
    <message>
        <source>The scores are those of {models}; the file does not say so.</source>
        <translation>Les scores sont ceux de {models}&#xa0;; le fichier ne le dit pas.</translation>
    </message>
    <message>
        <source>DICOM (*.dcm)</source>
        <translation>DICOM (*.dcm)</translation>
    </message>
    <message>
        <source>Written to {file}</source>
        <translation>Écrit dans {file}</translation>
    </message>
    <message>
        <source>Images that could not be classified are left out.</source>
        <translation>Les images qui n’ont pas pu être classées sont omises.</translation>
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
            <numerusform>{count} nom d’image contient son dossier&#xa0;: un autre fichier porte le même nom.</numerusform>
            <numerusform>{count} noms d’image contiennent leur dossier&#xa0;: d’autres fichiers portent le même nom.</numerusform>
        </translation>
    </message>
    <message>
        <source>Left out, as they have no result of the file as it is now: {count}.</source>
        <translation>Omises, faute de résultat pour le fichier tel qu’il est maintenant&#xa0;: {count}.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Cancelled; no file was written.</source>
        <translation>Annulé&#x202f;; aucun fichier n’a été écrit.</translation>
    </message>
</context>
<context>
    <name>ExportTarget</name>
    <message>
        <source>File</source>
        <translation>Fichier</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>Parcourir…</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exporter</translation>
    </message>
    <message>
        <source>{file} exists. Replace it?</source>
        <translation>{file} existe déjà. Le remplacer&#x202f;?</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Remplacer</translation>
    </message>
</context>
<context>
    <name>FiguresTable</name>
    <message>
        <source>New: {name}</source>
        <translation>Nouveau&#xa0;: {name}</translation>
    </message>
    <message>
        <source>Active: {name}</source>
        <translation>Actif&#xa0;: {name}</translation>
    </message>
</context>
<context>
    <name>FileFacts</name>
    <message>
        <source>Image</source>
        <translation>Image</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Fichier</translation>
    </message>
    <message>
        <source>Modified</source>
        <translation>Modifié</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Appareil</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modèle</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Durée</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>Décision</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Diagnosis</source>
        <translation>Diagnostic</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Marques</translation>
    </message>
    <message>
        <source>Histology</source>
        <translation>Histologie</translation>
    </message>
    <message>
        <source>{width} × {height} pixels</source>
        <translation>{width} × {height} pixels</translation>
    </message>
    <message>
        <source>{format}, {size}</source>
        <translation>{format}, {size}</translation>
    </message>
</context>
<context>
    <name>FileOpener</name>
    <message>
        <source>Reading again…</source>
        <translation>Nouvelle lecture…</translation>
    </message>
    <message>
        <source>Looking for images…</source>
        <translation>Recherche d’images…</translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>File or note</source>
        <translation>Chercher</translation>
    </message>
    <message>
        <source>Filter by text</source>
        <translation>Filtrer par texte</translation>
    </message>
    <message>
        <source>Part of the file name, the note or the problem (Ctrl+F)</source>
        <translation>Une partie du nom de fichier, de la note ou du problème (Ctrl+F)</translation>
    </message>
    <message>
        <source>Filter by label</source>
        <translation>Filtrer par étiquette</translation>
    </message>
    <message>
        <source>All labels</source>
        <translation>Toutes étiquettes</translation>
    </message>
    <message>
        <source>Malignant</source>
        <translation>Malin</translation>
    </message>
    <message>
        <source>Benign</source>
        <translation>Bénin</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Échec</translation>
    </message>
    <message>
        <source>Filter by review</source>
        <translation>Filtrer par relecture</translation>
    </message>
    <message>
        <source>All reviews</source>
        <translation>Toutes relectures</translation>
    </message>
    <message>
        <source>Not reviewed</source>
        <translation>Non relu</translation>
    </message>
    <message>
        <source>Reviewed</source>
        <translation>Relu</translation>
    </message>
    <message>
        <source>Agrees with model</source>
        <translation>Suit le modèle</translation>
    </message>
    <message>
        <source>Differs from model</source>
        <translation>Contredit le modèle</translation>
    </message>
    <message>
        <source>Reviewed benign</source>
        <translation>Relu bénin</translation>
    </message>
    <message>
        <source>Reviewed malignant</source>
        <translation>Relu malin</translation>
    </message>
    <message>
        <source>Unsure</source>
        <translation>Incertain</translation>
    </message>
    <message>
        <source>With a note</source>
        <translation>Avec une note</translation>
    </message>
    <message>
        <source>With histology</source>
        <translation>Avec histologie</translation>
    </message>
    <message>
        <source>Any disagreement</source>
        <translation>Tout désaccord</translation>
    </message>
    <message>
        <source>Filter by warnings</source>
        <translation>Filtrer par alertes</translation>
    </message>
    <message>
        <source>All warnings</source>
        <translation>Toutes alertes</translation>
    </message>
    <message>
        <source>With warnings</source>
        <translation>Avec alertes</translation>
    </message>
    <message>
        <source>Without warnings</source>
        <translation>Sans alerte</translation>
    </message>
    <message>
        <source>Lowest probability shown</source>
        <translation>Probabilité minimale affichée</translation>
    </message>
    <message>
        <source>Highest probability shown</source>
        <translation>Probabilité maximale affichée</translation>
    </message>
    <message>
        <source>Show all rows</source>
        <translation>Afficher toutes les lignes</translation>
    </message>
    <message>
        <source>{shown} of {total} shown</source>
        <translation>{shown} sur {total} affichées</translation>
    </message>
</context>
<context>
    <name>FilterField</name>
    <message>
        <source>Filter by name</source>
        <translation>Filtrer par nom</translation>
    </message>
    <message>
        <source>Show only files whose name contains these words (Ctrl+F)</source>
        <translation>N’afficher que les fichiers dont le nom contient ces mots (Ctrl+F)</translation>
    </message>
</context>
<context>
    <name>FindingView</name>
    <message>
        <source>Hide Files</source>
        <translation>Masquer les fichiers</translation>
    </message>
    <message>
        <source>Show Files ({count})</source>
        <translation>Afficher les fichiers ({count})</translation>
    </message>
    <message>
        <source>Double-click an image to see it</source>
        <translation>Double-cliquez sur une image pour la voir</translation>
    </message>
    <message>
        <source>Group {number}</source>
        <translation>Groupe {number}</translation>
    </message>
</context>
<context>
    <name>FirstRunNotice</name>
    <message>
        <source>Notice</source>
        <translation>Avis</translation>
    </message>
    <message>
        <source>Do not diagnose or treat anyone by what it says. Your images never leave this computer.</source>
        <translation>Ne posez aucun diagnostic et ne traitez personne d’après ses réponses. Vos images ne quittent jamais cet ordinateur.</translation>
    </message>
    <message>
        <source>I Understand</source>
        <translation>J’ai compris</translation>
    </message>
</context>
<context>
    <name>FolderDialog</name>
    <message>
        <source>Make Labelled Folder</source>
        <translation>Créer un dossier étiqueté</translation>
    </message>
    <message>
        <source>{benign} benign and {malignant} malignant images. Histology counts before your decision.</source>
        <translation>{benign} images bénignes et {malignant} malignes. L’histologie prime sur votre décision.</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Dossier</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>Parcourir…</translation>
    </message>
    <message>
        <source>Links: they take no room</source>
        <translation>Liens&#xa0;: ils ne prennent pas de place</translation>
    </message>
    <message>
        <source>Copies</source>
        <translation>Copies</translation>
    </message>
    <message>
        <source>The images stay where they are.</source>
        <translation>Les images restent où elles sont.</translation>
    </message>
    <message>
        <source>Make Folder</source>
        <translation>Créer le dossier</translation>
    </message>
    <message>
        <source>Show in Folder</source>
        <translation>Afficher dans le dossier</translation>
    </message>
    <message>
        <source>As</source>
        <translation>Sous forme de</translation>
    </message>
    <message>
        <source>Made {folder}: {benign} benign and {malignant} malignant images.</source>
        <translation>{folder} créé&#xa0;: {benign} images bénignes et {malignant} malignes.</translation>
    </message>
    <message>
        <source>Add it in Settings under Retrain or Calibrate.</source>
        <translation>Ajoutez-le dans les paramètres, sous Réentraîner ou Calibrer.</translation>
    </message>
    <message numerus="yes">
        <source>{count} lie on another drive and were copied.</source>
        <translation>
            <numerusform>{count} se trouve sur un autre disque et a été copiée.</numerusform>
            <numerusform>{count} se trouvent sur un autre disque et ont été copiées.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} are not where they were and were left out.</source>
        <translation>
            <numerusform>{count} n’est plus où elle était et a été laissée de côté.</numerusform>
            <numerusform>{count} ne sont plus où elles étaient et ont été laissées de côté.</numerusform>
        </translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
</context>
<context>
    <name>FolderNotice</name>
    <message>
        <source>Read Again</source>
        <translation>Relire</translation>
    </message>
    <message>
        <source>Look whether the folder is back (F5)</source>
        <translation>Voir si le dossier est de retour (F5)</translation>
    </message>
    <message>
        <source>Hide this notice</source>
        <translation>Masquer cet avis</translation>
    </message>
    <message>
        <source>The folder {name} can no longer be read; what is shown and decided is kept, and Read Again brings the rest once it is back.</source>
        <translation>Le dossier {name} ne peut plus être lu ; ce qui est affiché et décidé est conservé, et Relire apporte le reste dès qu&apos;il est de retour.</translation>
    </message>
    <message numerus="yes">
        <source>{count} more</source>
        <translation>
            <numerusform>{count} autre</numerusform>
            <numerusform>{count} autres</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Left out, because they are no images: {names}.</source>
        <translation>
            <numerusform>Laissé de côté, car ce n&apos;est pas une image : {names}.</numerusform>
            <numerusform>Laissés de côté, car ce ne sont pas des images : {names}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Nothing was opened, because these are no images: {names}.</source>
        <translation>
            <numerusform>Rien n&apos;a été ouvert, car ce n&apos;est pas une image : {names}.</numerusform>
            <numerusform>Rien n&apos;a été ouvert, car ce ne sont pas des images : {names}.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FoldersList</name>
    <message>
        <source>Training folders</source>
        <translation>Dossiers d’entraînement</translation>
    </message>
    <message>
        <source>Drop folders here, or add them. Images lie in folders named benign and malignant, with train, val and test above them if you have splits, or beside a CSV with the ISIC columns. Nothing is changed in them.</source>
        <translation>Déposez des dossiers ici ou ajoutez-les. Les images se trouvent dans des dossiers nommés benign et malignant, eux-mêmes dans train, val et test si vous avez une répartition, ou à côté d’un CSV aux colonnes ISIC. Rien n’y est modifié.</translation>
    </message>
    <message>
        <source>Add Folder…</source>
        <translation>Ajouter un dossier…</translation>
    </message>
    <message>
        <source>Add Training Folder</source>
        <translation>Ajouter un dossier d’entraînement</translation>
    </message>
    <message>
        <source>Only folders can be added.</source>
        <translation>Seuls des dossiers peuvent être ajoutés.</translation>
    </message>
    <message>
        <source>Take this folder out of the list</source>
        <translation>Retirer ce dossier de la liste</translation>
    </message>
    <message>
        <source>Remove {name}</source>
        <translation>Retirer {name}</translation>
    </message>
</context>
<context>
    <name>GeneralPage</name>
    <message>
        <source>General</source>
        <translation>Général</translation>
    </message>
</context>
<context>
    <name>GroupingDialog</name>
    <message>
        <source>Group Images by Patient and Lesion</source>
        <translation>Grouper les images par patient et lésion</translation>
    </message>
    <message>
        <source>By the names of &amp;folders and files</source>
        <translation>D’après les noms des &amp;dossiers et fichiers</translation>
    </message>
    <message>
        <source>By a &amp;table (CSV with the columns of the ISIC archive)</source>
        <translation>D’après un &amp;tableau (CSV avec les colonnes de l’archive ISIC)</translation>
    </message>
    <message>
        <source>By what &amp;DICOM files say of themselves</source>
        <translation>D’après ce que disent les fichiers &amp;DICOM</translation>
    </message>
    <message>
        <source>Pattern</source>
        <translation>Modèle de nom</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tableau</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>Parcourir…</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Grouper</translation>
    </message>
    <message>
        <source>Parts of the path below the opened folder: {names}; * stands for any part of a name, ** for any folders.</source>
        <translation>Parties du chemin sous le dossier ouvert&#xa0;: {names}&#xa0;; * remplace toute partie d’un nom, ** tous dossiers.</translation>
    </message>
    <message>
        <source>Columns: one that names the image, patient_id, lesion_id, and if known acquisition_day and anatom_site_*.</source>
        <translation>Colonnes&#xa0;: celle qui nomme l’image, patient_id, lesion_id et, si connus, acquisition_day et anatom_site_*.</translation>
    </message>
    <message>
        <source>Patient number and lesion are kept as a keyed hash that cannot be turned back, dates as days since the patient’s first picture.</source>
        <translation>Le numéro du patient et la lésion sont conservés sous forme d’empreinte à clé irréversible, les dates en jours depuis la première image du patient.</translation>
    </message>
    <message>
        <source>What you said by hand stays. No file is changed or moved.</source>
        <translation>Ce que vous avez indiqué à la main reste. Aucun fichier n’est modifié ni déplacé.</translation>
    </message>
    <message>
        <source>Tables (*.csv *.tsv *.txt)</source>
        <translation>Tableaux (*.csv *.tsv *.txt)</translation>
    </message>
    <message numerus="yes">
        <source>Fits {fits} of {count} images: {patients}, {lesions}.</source>
        <translation>
            <numerusform>Convient à {fits} image sur {count}&#xa0;: {patients}, {lesions}.</numerusform>
            <numerusform>Convient à {fits} images sur {count}&#xa0;: {patients}, {lesions}.</numerusform>
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
            <numerusform>{count} lésion</numerusform>
            <numerusform>{count} lésions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GuideWindow</name>
    <message>
        <source>User Guide</source>
        <translation>Guide de l’utilisateur</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>Sommaire</translation>
    </message>
    <message>
        <source>Find in the guide</source>
        <translation>Rechercher dans le guide</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>Introuvable</translation>
    </message>
</context>
<context>
    <name>HeaderForm</name>
    <message>
        <source>Patient reference</source>
        <translation>Référence du patient</translation>
    </message>
    <message>
        <source>Site</source>
        <translation>Site</translation>
    </message>
    <message>
        <source>Reviewer</source>
        <translation>Relecteur</translation>
    </message>
    <message>
        <source>Clinic</source>
        <translation>Cabinet ou clinique</translation>
    </message>
    <message>
        <source>Summary first</source>
        <translation>Résumé en tête</translation>
    </message>
</context>
<context>
    <name>HeatmapControls</name>
    <message>
        <source>Show heatmap</source>
        <translation>Afficher la carte de chaleur</translation>
    </message>
    <message>
        <source>Heatmap opacity</source>
        <translation>Opacité de la carte de chaleur</translation>
    </message>
    <message>
        <source>Opacity</source>
        <translation>Opacité</translation>
    </message>
    <message>
        <source>Nothing in this image speaks for malignant in one place.</source>
        <translation>Rien dans cette image ne parle pour malin à un endroit précis.</translation>
    </message>
    <message>
        <source>Where the evidence for malignant lies that has a place, not why. One scale for all images.</source>
        <translation>Où se trouvent les indices de malignité localisables, non pourquoi. Une même échelle pour toutes les images.</translation>
    </message>
</context>
<context>
    <name>HeatmapLegend</name>
    <message>
        <source>Colours of the heatmap, from no evidence to strong evidence</source>
        <translation>Couleurs de la carte, d’aucun indice à un indice fort</translation>
    </message>
    <message>
        <source>The scale ends where evidence like it over a quarter of the image, and as much that has no place, makes 50 % into 95 %.</source>
        <translation>L’échelle s’arrête là où de tels indices sur un quart de l’image, et autant sans emplacement, font passer de 50 % à 95 %.</translation>
    </message>
    <message>
        <source>none</source>
        <translation>aucun</translation>
    </message>
    <message>
        <source>strong</source>
        <translation>fort</translation>
    </message>
</context>
<context>
    <name>Histogram</name>
    <message>
        <source>Histogram of probabilities</source>
        <translation>Histogramme des probabilités</translation>
    </message>
    <message>
        <source>Images that were classified at different operating points: {total}</source>
        <translation>Images classées à des points de fonctionnement différents&#xa0;: {total}</translation>
    </message>
    <message numerus="yes">
        <source>{above} of {total} images at or above {threshold}</source>
        <translation>
            <numerusform>{above} image sur {total} à {threshold} ou plus</numerusform>
            <numerusform>{above} images sur {total} à {threshold} ou plus</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImageBrowser</name>
    <message>
        <source>Image browser</source>
        <translation>Explorateur d’images</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Images</translation>
    </message>
    <message>
        <source>Open a folder to see its images here.</source>
        <translation>Ouvrez un dossier pour voir ses images ici.</translation>
    </message>
    <message>
        <source>Open Folder…</source>
        <translation>Ouvrir un dossier…</translation>
    </message>
    <message>
        <source>Open Another Folder…</source>
        <translation>Ouvrir un autre dossier…</translation>
    </message>
    <message>
        <source>No file name contains “{text}”.</source>
        <translation>Aucun nom de fichier ne contient «&#xa0;{text}&#xa0;».</translation>
    </message>
    <message>
        <source>Show All</source>
        <translation>Tout afficher</translation>
    </message>
    <message>
        <source>Looking for images…</source>
        <translation>Recherche d’images…</translation>
    </message>
    <message>
        <source>There are no images in {name}.</source>
        <translation>Il n’y a aucune image dans {name}.</translation>
    </message>
    <message>
        <source>Include Sub-folders</source>
        <translation>Inclure les sous-dossiers</translation>
    </message>
</context>
<context>
    <name>ImageView</name>
    <message>
        <source>Image</source>
        <translation>Image</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Drop to open</source>
        <translation>Déposer pour ouvrir</translation>
    </message>
</context>
<context>
    <name>MeasuresController</name>
    <message>
        <source>Result</source>
        <translation>Résultat</translation>
    </message>
    <message>
        <source>Measures</source>
        <translation>Mesures</translation>
    </message>
    <message>
        <source>Measuring…</source>
        <translation>Mesure en cours…</translation>
    </message>
</context>
<context>
    <name>MeasuresPanel</name>
    <message>
        <source>Measures</source>
        <translation>Mesures</translation>
    </message>
    <message>
        <source>For melanocytic lesions only. Structures (D) are not measured, so the score is a range. Below {low} benign, to {high} suspicious, above malignant.</source>
        <translation>Pour les lésions mélanocytaires uniquement. Les structures (D) ne sont pas mesurées&#xa0;: le score est un intervalle. En dessous de {low} bénin, jusqu’à {high} suspect, au-dessus malin.</translation>
    </message>
    <message>
        <source>Outline</source>
        <translation>Contour</translation>
    </message>
    <message>
        <source>A · Asymmetry</source>
        <translation>A · Asymétrie</translation>
    </message>
    <message>
        <source>B · Border</source>
        <translation>B · Bord</translation>
    </message>
    <message>
        <source>C · Colours</source>
        <translation>C · Couleurs</translation>
    </message>
    <message>
        <source>Dermoscopy score (ABCD rule)</source>
        <translation>Score dermoscopique (règle ABCD)</translation>
    </message>
    <message>
        <source>Show on the image</source>
        <translation>Montrer sur l’image</translation>
    </message>
    <message>
        <source>After Stolz et al. 1994, measured by the program. It does not change the probability of malignancy.</source>
        <translation>D’après Stolz et al. 1994, mesuré par le programme. Cela ne change pas la probabilité de malignité.</translation>
    </message>
    <message>
        <source>Open a dermoscopic image to see its measures here.</source>
        <translation>Ouvrez une image dermoscopique pour voir ses mesures ici.</translation>
    </message>
    <message>
        <source>No lesion was found that could be outlined with any confidence.</source>
        <translation>Aucune lésion dont le contour soit fiable n’a été trouvée.</translation>
    </message>
    <message>
        <source>Nothing is left of the outline that was drawn.</source>
        <translation>Il ne reste rien du contour tracé.</translation>
    </message>
    <message>
        <source>Within your own outline</source>
        <translation>Dans votre propre contour</translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Fichier</translation>
    </message>
    <message>
        <source>Open &amp;Recent</source>
        <translation>Ouvrir un élément &amp;récent</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>É&amp;dition</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Affichage</translation>
    </message>
    <message>
        <source>&amp;Patients and Lesions</source>
        <translation>Patients et &amp;lésions</translation>
    </message>
    <message>
        <source>This I&amp;mage</source>
        <translation>Cette &amp;image</translation>
    </message>
    <message>
        <source>Th&amp;eme</source>
        <translation>&amp;Thème</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>A&amp;ller</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>Aid&amp;e</translation>
    </message>
    <message>
        <source>Nothing yet</source>
        <translation>Rien pour l’instant</translation>
    </message>
    <message>
        <source>&amp;Clear</source>
        <translation>&amp;Effacer</translation>
    </message>
</context>
<context>
    <name>MessageBox</name>
    <message>
        <source>Warnings</source>
        <translation>Alertes</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Erreur</translation>
    </message>
</context>
<context>
    <name>ModelBanner</name>
    <message>
        <source>Classify the images whose results another model has made; decisions and notes stay</source>
        <translation>Classer les images dont les résultats proviennent d’un autre modèle&#x202f;; les décisions et les notes sont conservées</translation>
    </message>
    <message>
        <source>Classify Again with This Model ({count})</source>
        <translation>Classer à nouveau avec ce modèle ({count})</translation>
    </message>
    <message numerus="yes">
        <source>These results, marked *, are of the model {models}. In use is {own}.</source>
        <translation>
            <numerusform>Ce résultat, marqué *, est du modèle {models}. Le modèle utilisé est {own}.</numerusform>
            <numerusform>Ces résultats, marqués *, sont du modèle {models}. Le modèle utilisé est {own}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} of these results, marked *, are of the model {models}. In use is {own}.</source>
        <translation>
            <numerusform>{count} de ces résultats, marqué *, est du modèle {models}. Le modèle utilisé est {own}.</numerusform>
            <numerusform>{count} de ces résultats, marqués *, sont du modèle {models}. Le modèle utilisé est {own}.</numerusform>
        </translation>
    </message>
    <message>
        <source>{name} (another of that name)</source>
        <translation>{name} (un autre de ce nom)</translation>
    </message>
</context>
<context>
    <name>ModelButtons</name>
    <message>
        <source>Activate</source>
        <translation>Activer</translation>
    </message>
    <message>
        <source>Roll Back</source>
        <translation>Revenir</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Renommer</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exporter…</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importer…</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Supprimer…</translation>
    </message>
    <message>
        <source>Go back to the model that was active before</source>
        <translation>Revenir au modèle qui était actif auparavant</translation>
    </message>
    <message>
        <source>There is no earlier model to go back to.</source>
        <translation>Il n’y a pas de modèle antérieur auquel revenir.</translation>
    </message>
    <message>
        <source>The shipped model stays as it is.</source>
        <translation>Le modèle fourni reste tel quel.</translation>
    </message>
    <message>
        <source>The active model cannot be deleted: activate another one first.</source>
        <translation>Le modèle actif ne peut pas être supprimé&#xa0;: activez-en d’abord un autre.</translation>
    </message>
</context>
<context>
    <name>ModelPage</name>
    <message>
        <source>Model</source>
        <translation>Modèle</translation>
    </message>
    <message>
        <source>What you do here is done at once. Results that are saved keep the model they were made with.</source>
        <translation>Ce que vous faites ici prend effet aussitôt. Les résultats enregistrés gardent le modèle qui les a produits.</translation>
    </message>
    <message>
        <source>The figures of two models are of different images and cannot be compared; a retraining compares the new model with the active one on the same.</source>
        <translation>Les chiffres de deux modèles portent sur des images différentes et ne se comparent pas&#x202f;; un réentraînement compare le nouveau modèle au modèle actif sur les mêmes.</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modèles</translation>
    </message>
    <message>
        <source>Checking the model…</source>
        <translation>Vérification du modèle…</translation>
    </message>
    <message>
        <source>Going back to the earlier model…</source>
        <translation>Retour au modèle précédent…</translation>
    </message>
    <message>
        <source>Export Model</source>
        <translation>Exporter le modèle</translation>
    </message>
    <message>
        <source>Models (*.zip)</source>
        <translation>Modèles (*.zip)</translation>
    </message>
    <message>
        <source>Exported to {file}.</source>
        <translation>Exporté vers {file}.</translation>
    </message>
    <message>
        <source>Writing {file}…</source>
        <translation>Écriture de {file}…</translation>
    </message>
    <message>
        <source>Import Model</source>
        <translation>Importer un modèle</translation>
    </message>
    <message>
        <source>Imported; it is not active yet, and marked as not validated.</source>
        <translation>Importé&#x202f;; il n’est pas encore actif et porte la mention non validé.</translation>
    </message>
    <message>
        <source>Checking {file}…</source>
        <translation>Vérification de {file}…</translation>
    </message>
    <message>
        <source>Delete the model {name}? This cannot be undone; export it first to keep a copy.</source>
        <translation>Supprimer le modèle {name}&#x202f;? Cette action est irréversible&#x202f;; exportez-le d’abord pour en garder une copie.</translation>
    </message>
    <message>
        <source>Delete Model</source>
        <translation>Supprimer le modèle</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>Deleting…</source>
        <translation>Suppression…</translation>
    </message>
    <message>
        <source>The model {name} is deleted.</source>
        <translation>Le modèle {name} est supprimé.</translation>
    </message>
    <message>
        <source>Renaming…</source>
        <translation>Changement de nom…</translation>
    </message>
    <message>
        <source>Active: {name}</source>
        <translation>Actif&#xa0;: {name}</translation>
    </message>
</context>
<context>
    <name>ModelTable</name>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Créé le</translation>
    </message>
    <message>
        <source>AUC</source>
        <translation>AUC</translation>
    </message>
    <message>
        <source>Sensitivity</source>
        <translation>Sensibilité</translation>
    </message>
    <message>
        <source>Specificity</source>
        <translation>Spécificité</translation>
    </message>
    <message>
        <source>Measured on</source>
        <translation>Mesuré sur</translation>
    </message>
    <message>
        <source>Trained on</source>
        <translation>Entraîné sur</translation>
    </message>
    <message>
        <source>{count} (calibration)</source>
        <translation>{count} (calibration)</translation>
    </message>
    <message>
        <source>Images for calibration and operating point: {count}. Made from the model {name}.</source>
        <translation>Images pour la calibration et le point de fonctionnement&#xa0;: {count}. Fait à partir du modèle {name}.</translation>
    </message>
    <message>
        <source>Images that its network and head were trained on: {count}.</source>
        <translation>Images sur lesquelles son réseau et sa tête ont été entraînés&#xa0;: {count}.</translation>
    </message>
    <message>
        <source>Cannot be used</source>
        <translation>Inutilisable</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Actif</translation>
    </message>
    <message>
        <source>Shipped</source>
        <translation>Fourni</translation>
    </message>
    <message>
        <source>Not validated</source>
        <translation>Non validé</translation>
    </message>
    <message>
        <source>Nobody but its maker has checked this model. Its results say so.</source>
        <translation>Personne d’autre que son auteur n’a vérifié ce modèle. Ses résultats l’indiquent.</translation>
    </message>
    <message>
        <source>Measured on the images that were held out of its training</source>
        <translation>Mesuré sur les images tenues à l’écart de son entraînement</translation>
    </message>
    <message>
        <source>At the model&apos;s operating point, measured {data}</source>
        <translation>Au point de fonctionnement du modèle, mesure&#xa0;: {data}</translation>
    </message>
</context>
<context>
    <name>OverTime</name>
    <message>
        <source>Over time</source>
        <translation>Au fil du temps</translation>
    </message>
    <message>
        <source>Earlier picture</source>
        <translation>Image antérieure</translation>
    </message>
    <message>
        <source>Later picture</source>
        <translation>Image ultérieure</translation>
    </message>
    <message>
        <source>&amp;Blend</source>
        <translation>&amp;Fondu</translation>
    </message>
    <message>
        <source>&amp;Difference</source>
        <translation>&amp;Différence</translation>
    </message>
    <message>
        <source>Grey where both pictures are alike; brighter or darker where the later one is</source>
        <translation>Gris là où les deux images se ressemblent&#xa0;; plus clair ou plus foncé là où l’image ultérieure l’est</translation>
    </message>
    <message>
        <source>From the earlier picture to the later one</source>
        <translation>De l’image antérieure à l’image ultérieure</translation>
    </message>
    <message>
        <source>Choose two different pictures.</source>
        <translation>Choisissez deux images différentes.</translation>
    </message>
    <message>
        <source>Laying the pictures over each other…</source>
        <translation>Superposition des images…</translation>
    </message>
    <message>
        <source>Points that agree: {points}. Correlation: {correlation}.</source>
        <translation>Points concordants&#xa0;: {points}. Corrélation&#xa0;: {correlation}.</translation>
    </message>
    <message>
        <source>The pictures could not be aligned reliably: they may show different lesions, or one too differently. Do not read a change from this overlay; compare them side by side.</source>
        <translation>Les images n’ont pas pu être alignées de façon fiable&#xa0;: elles montrent peut-être des lésions différentes, ou la même trop différemment. Ne déduisez aucun changement de cette superposition&#xa0;; comparez-les côte à côte.</translation>
    </message>
</context>
<context>
    <name>Pane</name>
    <message>
        <source>Classifying…</source>
        <translation>Classification…</translation>
    </message>
    <message>
        <source>Take this image out</source>
        <translation>Retirer cette image</translation>
    </message>
    <message>
        <source>The result is hidden until you have decided.</source>
        <translation>Le résultat est masqué jusqu’à votre décision.</translation>
    </message>
    <message>
        <source>{label}, probability of malignancy {probability}</source>
        <translation>{label}, probabilité de malignité {probability}</translation>
    </message>
    <message>
        <source>operating point {threshold}</source>
        <translation>point de fonctionnement {threshold}</translation>
    </message>
    <message>
        <source>Nothing in this image speaks for malignant in one place.</source>
        <translation>Rien dans cette image ne parle pour malin à un endroit précis.</translation>
    </message>
</context>
<context>
    <name>PlaceRow</name>
    <message>
        <source>Open the folder</source>
        <translation>Ouvrir le dossier</translation>
    </message>
    <message>
        <source>Open the folder: {name}</source>
        <translation>Ouvrir le dossier&#xa0;: {name}</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Vider</translation>
    </message>
    <message>
        <source>Clear: {name}</source>
        <translation>Vider&#xa0;: {name}</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>vide</translation>
    </message>
    <message numerus="yes">
        <source>{count} files</source>
        <translation>
            <numerusform>{count} fichier</numerusform>
            <numerusform>{count} fichiers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PlanForm</name>
    <message>
        <source>Retrained model</source>
        <translation>Modèle réentraîné</translation>
    </message>
    <message>
        <source>Recommended</source>
        <translation>Recommandée</translation>
    </message>
    <message>
        <source>As in the paper</source>
        <translation>Comme dans l’article</translation>
    </message>
    <message>
        <source>The shipped model</source>
        <translation>Le modèle fourni</translation>
    </message>
    <message>
        <source>The active model</source>
        <translation>Le modèle actif</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Entraînement</translation>
    </message>
    <message>
        <source>Give the new model a name.</source>
        <translation>Donnez un nom au nouveau modèle.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Results show it, with the words “not validated”. A name that is taken gets a number.</source>
        <translation>Les résultats l’affichent avec la mention «&#xa0;non validé&#xa0;». Un nom déjà pris reçoit un numéro.</translation>
    </message>
    <message>
        <source>Recipe</source>
        <translation>Recette</translation>
    </message>
    <message>
        <source>The recommended one learns from several levels of the network, the paper&apos;s from the last.</source>
        <translation>La recette recommandée apprend de plusieurs niveaux du réseau, celle de l’article du dernier.</translation>
    </message>
    <message>
        <source>Start from</source>
        <translation>Partir de</translation>
    </message>
    <message>
        <source>Its network is kept; its last layers go on learning where they know none of your images.</source>
        <translation>Son réseau est conservé&#x202f;; ses dernières couches continuent d’apprendre si elles ne connaissent aucune de vos images.</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>Époques</translation>
    </message>
    <message>
        <source>Passes through the images at most; the best one is kept.</source>
        <translation>Nombre maximal de passages sur les images&#x202f;; le meilleur est conservé.</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Graine</translation>
    </message>
    <message>
        <source>The same seed and images give the same model.</source>
        <translation>La même graine et les mêmes images donnent le même modèle.</translation>
    </message>
    <message>
        <source>As usual ({count})</source>
        <translation>Par défaut ({count})</translation>
    </message>
</context>
<context>
    <name>PredictionPage</name>
    <message>
        <source>Prediction</source>
        <translation>Prédiction</translation>
    </message>
    <message>
        <source>For the model {name} only its own operating point is known, so no sensitivity can be aimed at.</source>
        <translation>Pour le modèle {name}, seul son propre point de fonctionnement est connu&#xa0;: on ne peut pas viser une sensibilité.</translation>
    </message>
</context>
<context>
    <name>PredictionPanel</name>
    <message>
        <source>Result</source>
        <translation>Résultat</translation>
    </message>
    <message>
        <source>Copy Result</source>
        <translation>Copier le résultat</translation>
    </message>
    <message>
        <source>Copy the result as text</source>
        <translation>Copier le résultat sous forme de texte</translation>
    </message>
    <message>
        <source>Open a dermoscopic image to see its result here.</source>
        <translation>Ouvrez une image dermoscopique pour voir son résultat ici.</translation>
    </message>
    <message>
        <source>The review table says {label} ({probability}), by {model}. “Agree” there means that result.</source>
        <translation>Le tableau de relecture dit&#xa0;: {label} ({probability}), par {model}. «&#xa0;D’accord&#xa0;» y désigne ce résultat-là.</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Copié</translation>
    </message>
</context>
<context>
    <name>PrivacyPage</name>
    <message>
        <source>Privacy</source>
        <translation>Confidentialité</translation>
    </message>
    <message>
        <source>Nothing leaves this machine. Skin GUI opens no network connection: images, results and models stay in the folders below. Only what you export goes where you put it.</source>
        <translation>Rien ne quitte cet ordinateur. Skin GUI n’ouvre aucune connexion réseau&#xa0;: images, résultats et modèles restent dans les dossiers ci-dessous. Seul ce que vous exportez va là où vous le placez.</translation>
    </message>
    <message>
        <source>What is kept</source>
        <translation>Ce qui est conservé</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Préférences</translation>
    </message>
    <message>
        <source>Preferences, window layout, recent files</source>
        <translation>Préférences, disposition des fenêtres, fichiers récents</translation>
    </message>
    <message>
        <source>Review sessions</source>
        <translation>Séances de relecture</translation>
    </message>
    <message>
        <source>Results, decisions and notes, with the files&apos; paths</source>
        <translation>Résultats, décisions et notes, avec les chemins des fichiers</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modèles</translation>
    </message>
    <message>
        <source>Those that you trained or imported</source>
        <translation>Ceux que vous avez entraînés ou importés</translation>
    </message>
    <message>
        <source>Thumbnails</source>
        <translation>Vignettes</translation>
    </message>
    <message>
        <source>Small pictures of your images, made again when needed</source>
        <translation>Petites copies de vos images, recréées au besoin</translation>
    </message>
    <message>
        <source>Training features</source>
        <translation>Caractéristiques d’entraînement</translation>
    </message>
    <message>
        <source>Numbers computed from training images</source>
        <translation>Nombres calculés à partir des images d’entraînement</translation>
    </message>
    <message>
        <source>Logs</source>
        <translation>Journaux</translation>
    </message>
    <message>
        <source>What happened, for finding faults</source>
        <translation>Ce qui s’est passé, pour trouver les pannes</translation>
    </message>
    <message>
        <source>What the menus remember</source>
        <translation>Ce que les menus retiennent</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>Oublier</translation>
    </message>
    <message>
        <source>Forget recent files</source>
        <translation>Oublier les fichiers récents</translation>
    </message>
    <message>
        <source>Forgotten</source>
        <translation>Oubliés</translation>
    </message>
    <message>
        <source>Paths that were opened of late, and the folders that dialogs were used in</source>
        <translation>Chemins ouverts récemment et dossiers utilisés dans les boîtes de dialogue</translation>
    </message>
    <message>
        <source>Recent files</source>
        <translation>Fichiers récents</translation>
    </message>
    <message>
        <source>No file manager answers. The folder is {folder}</source>
        <translation>Aucun gestionnaire de fichiers ne répond. Le dossier est {folder}</translation>
    </message>
    <message>
        <source>Delete all review sessions? Every result, decision and note that was not exported is lost. Your images are not touched.</source>
        <translation>Supprimer toutes les séances de relecture&#x202f;? Tous les résultats, décisions et notes non exportés seront perdus. Vos images ne sont pas touchées.</translation>
    </message>
    <message>
        <source>Delete Review Sessions</source>
        <translation>Supprimer les séances de relecture</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Supprimer</translation>
    </message>
</context>
<context>
    <name>ProbabilityBar</name>
    <message>
        <source>Probability of malignancy</source>
        <translation>Probabilité de malignité</translation>
    </message>
    <message>
        <source>operating point {threshold}</source>
        <translation>point de fonctionnement {threshold}</translation>
    </message>
    <message>
        <source>Malignant from {threshold} on</source>
        <translation>Malin à partir de {threshold}</translation>
    </message>
</context>
<context>
    <name>ReadingMode</name>
    <message>
        <source>Classifying…</source>
        <translation>Classification…</translation>
    </message>
    <message>
        <source>{number} of {count}, {reviewed} reviewed</source>
        <translation>{number} sur {count}, {reviewed} relues</translation>
    </message>
    <message>
        <source>No image is open</source>
        <translation>Aucune image n’est ouverte</translation>
    </message>
</context>
<context>
    <name>ReadingPanel</name>
    <message>
        <source>Review mode</source>
        <translation>Mode relecture</translation>
    </message>
    <message>
        <source>The result is hidden until you have decided.</source>
        <translation>Le résultat est masqué jusqu’à votre décision.</translation>
    </message>
    <message>
        <source>It has been on the screen before: this is no first reading.</source>
        <translation>Il a déjà été à l’écran&#xa0;: ce n’est pas une première lecture.</translation>
    </message>
    <message>
        <source>Classify Folder</source>
        <translation>Classer le dossier</translation>
    </message>
    <message>
        <source>Hide the result until I have decided</source>
        <translation>Masquer le résultat jusqu’à ma décision</translation>
    </message>
    <message>
        <source>To read without being led: what you decide then is kept as first reading</source>
        <translation>Pour lire sans être influencé&#xa0;: ce que vous décidez alors est gardé comme première lecture</translation>
    </message>
    <message>
        <source>Disagreements only</source>
        <translation>Désaccords seulement</translation>
    </message>
    <message>
        <source>Images on which two of you, the model and histology differ</source>
        <translation>Images sur lesquelles deux d’entre vous, le modèle et l’histologie divergent</translation>
    </message>
    <message>
        <source>Make Labelled Folder…</source>
        <translation>Créer un dossier étiqueté…</translation>
    </message>
    <message>
        <source>Put the reviewed images into a folder to train or calibrate with</source>
        <translation>Mettre les images relues dans un dossier pour entraîner ou calibrer</translation>
    </message>
    <message>
        <source>Diagnosis</source>
        <translation>Diagnostic</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Marques</translation>
    </message>
    <message>
        <source>Histology</source>
        <translation>Histologie</translation>
    </message>
    <message>
        <source>Checklists</source>
        <translation>Listes de critères</translation>
    </message>
    <message>
        <source>Not decided</source>
        <translation>Sans décision</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Aucun</translation>
    </message>
</context>
<context>
    <name>ResultBox</name>
    <message>
        <source>Probability of malignancy</source>
        <translation>Probabilité de malignité</translation>
    </message>
    <message>
        <source>Operating point moved: the review table labels this image at {point}, not at {own}.</source>
        <translation>Point de fonctionnement déplacé&#xa0;: le tableau de relecture étiquette cette image à {point}, et non à {own}.</translation>
    </message>
    <message>
        <source>Reset to {own}</source>
        <translation>Revenir à {own}</translation>
    </message>
    <message>
        <source>At or above the operating point of {threshold}, so the image is labelled malignant.</source>
        <translation>Au-dessus du point de fonctionnement de {threshold}, ou égale à celui-ci&#xa0;: l’image est dite maligne.</translation>
    </message>
    <message>
        <source>Below the operating point of {threshold}, so the image is labelled benign.</source>
        <translation>Au-dessous du point de fonctionnement de {threshold}&#xa0;: l’image est dite bénigne.</translation>
    </message>
    <message>
        <source>At this point the model finds {found} of 100 malignant lesions and wrongly flags {flagged} of 100 benign ones (measured {data}).</source>
        <translation>À ce point, le modèle trouve {found} lésions malignes sur 100 et signale à tort {flagged} lésions bénignes sur 100 (mesure&#xa0;: {data}).</translation>
    </message>
    <message>
        <source>This is the review table&apos;s operating point; the one chosen in Settings is {threshold}.</source>
        <translation>C’est le point de fonctionnement du tableau de relecture&#x202f;; celui choisi dans les Préférences est {threshold}.</translation>
    </message>
    <message>
        <source>This is the review table&apos;s operating point; the model&apos;s own is {threshold}.</source>
        <translation>C’est le point de fonctionnement du tableau de relecture&#x202f;; celui du modèle est {threshold}.</translation>
    </message>
</context>
<context>
    <name>ResultColumns</name>
    <message>
        <source>Of the model {model}, which is not in use now</source>
        <translation>Du modèle {model}, qui n’est pas utilisé actuellement</translation>
    </message>
    <message>
        <source>This patient&apos;s lesions by probability: number {rank} of {count}. A lesion counts by its highest picture.</source>
        <translation>Lésions de ce patient par probabilité&#xa0;: numéro {rank} sur {count}. Une lésion compte par son image la plus haute.</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Fichier</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Étiquette</translation>
    </message>
    <message>
        <source>Probability</source>
        <translation>Probabilité</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Relecture</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Warnings</source>
        <translation>Alertes</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Problème</translation>
    </message>
    <message>
        <source>Reviewed</source>
        <translation>Relu</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Taille</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Dossier</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modèle</translation>
    </message>
    <message>
        <source>Classified</source>
        <translation>Classé le</translation>
    </message>
    <message>
        <source>Patient</source>
        <translation>Patient</translation>
    </message>
    <message>
        <source>Lesion</source>
        <translation>Lésion</translation>
    </message>
    <message>
        <source>Rank</source>
        <translation>Rang</translation>
    </message>
    <message>
        <source>Unlike others</source>
        <translation>Différente des autres</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>Prise le</translation>
    </message>
    <message>
        <source>Site</source>
        <translation>Site</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Échec</translation>
    </message>
    <message>
        <source>Unsure</source>
        <translation>Incertain</translation>
    </message>
    <message>
        <source>unlike training data</source>
        <translation>hors domaine</translation>
    </message>
    <message>
        <source>blurred</source>
        <translation>floue</translation>
    </message>
    <message>
        <source>colours uncertain</source>
        <translation>couleurs incertaines</translation>
    </message>
    <message>
        <source>too dark</source>
        <translation>trop sombre</translation>
    </message>
    <message>
        <source>too bright</source>
        <translation>trop claire</translation>
    </message>
    <message>
        <source>model not validated</source>
        <translation>modèle non validé</translation>
    </message>
    <message>
        <source>changed since review</source>
        <translation>modifiée depuis la relecture</translation>
    </message>
</context>
<context>
    <name>ResultsHeader</name>
    <message>
        <source>Default Columns</source>
        <translation>Colonnes par défaut</translation>
    </message>
</context>
<context>
    <name>ResultsView</name>
    <message>
        <source>Results</source>
        <translation>Résultats</translation>
    </message>
</context>
<context>
    <name>ResumeBanner</name>
    <message>
        <source>Continue the last batch</source>
        <translation>Continuer le dernier lot</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Continuer</translation>
    </message>
    <message>
        <source>Not Now</source>
        <translation>Pas maintenant</translation>
    </message>
    <message numerus="yes">
        <source>The batch in “{folder}” was cut short: {done} of {total} images are classified.</source>
        <translation>
            <numerusform>Le lot de «&#xa0;{folder}&#xa0;» a été interrompu&#xa0;: {done} image classée sur {total}.</numerusform>
            <numerusform>Le lot de «&#xa0;{folder}&#xa0;» a été interrompu&#xa0;: {done} images classées sur {total}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} are reviewed.</source>
        <translation>
            <numerusform>{count} est relue.</numerusform>
            <numerusform>{count} sont relues.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RetrainPage</name>
    <message>
        <source>Retrain</source>
        <translation>Réentraîner</translation>
    </message>
    <message>
        <source>Checking the images</source>
        <translation>Contrôle des images</translation>
    </message>
    <message>
        <source>Start Training</source>
        <translation>Lancer l’entraînement</translation>
    </message>
    <message>
        <source>Teach the model with your own labelled images. The result is compared with the active model on images that are held out, and nothing changes before you decide. No image leaves this computer.</source>
        <translation>Entraînez le modèle avec vos propres images étiquetées. Le résultat est comparé au modèle actif sur des images mises à part, et rien ne change avant votre décision. Aucune image ne quitte cet ordinateur.</translation>
    </message>
    <message>
        <source>Drop folders to add them</source>
        <translation>Déposer des dossiers pour les ajouter</translation>
    </message>
    <message>
        <source>Checking the images… {part}</source>
        <translation>Contrôle des images… {part}</translation>
    </message>
    <message>
        <source>Estimating time and disk space…</source>
        <translation>Estimation de la durée et de l’espace disque…</translation>
    </message>
    <message>
        <source>There is too little room on the disk: {size} are needed, {free} are free.</source>
        <translation>Espace disque insuffisant&#xa0;: il faut {size}, il reste {free}.</translation>
    </message>
    <message>
        <source>About {time} and {size} of disk space ({free} are free).</source>
        <translation>Environ {time} et {size} d’espace disque ({free} libres).</translation>
    </message>
    <message>
        <source>{part} of the features are computed already.</source>
        <translation>{part} des caractéristiques sont déjà calculées.</translation>
    </message>
    <message>
        <source>Cancelled. Only the computed features are kept; the next start goes on from them.</source>
        <translation>Annulé. Seules les caractéristiques calculées sont conservées&#x202f;; le prochain lancement les reprendra.</translation>
    </message>
</context>
<context>
    <name>ReviewBar</name>
    <message>
        <source>Agree</source>
        <translation>D’accord</translation>
    </message>
    <message>
        <source>The model is right</source>
        <translation>Le modèle a raison</translation>
    </message>
    <message>
        <source>Benign</source>
        <translation>Bénin</translation>
    </message>
    <message>
        <source>It is benign</source>
        <translation>C’est bénin</translation>
    </message>
    <message>
        <source>Malignant</source>
        <translation>Malin</translation>
    </message>
    <message>
        <source>It is malignant</source>
        <translation>C’est malin</translation>
    </message>
    <message>
        <source>Unsure</source>
        <translation>Incertain</translation>
    </message>
    <message>
        <source>It cannot be told</source>
        <translation>On ne peut pas trancher</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Write a note</source>
        <translation>Écrire une note</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>Retirer</translation>
    </message>
    <message>
        <source>Take the decision back; the note stays</source>
        <translation>Retirer la décision&#x202f;; la note reste</translation>
    </message>
    <message>
        <source>Next Unreviewed</source>
        <translation>À relire</translation>
    </message>
    <message>
        <source>Go to the next image without a decision</source>
        <translation>Aller à l’image suivante sans décision</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Rétablir</translation>
    </message>
    <message>
        <source>Advance</source>
        <translation>Avancer</translation>
    </message>
    <message>
        <source>After a decision, go to the next image without one</source>
        <translation>Après une décision, aller à la prochaine image sans décision</translation>
    </message>
</context>
<context>
    <name>ReviewTable</name>
    <message>
        <source>Batch review</source>
        <translation>Relecture par lot</translation>
    </message>
    <message>
        <source>Another window has changed the patients and lesions of this folder.</source>
        <translation>Une autre fenêtre a modifié les patients et les lésions de ce dossier.</translation>
    </message>
    <message numerus="yes">
        <source>Measuring: {count} images to go. The measures are no part of the probability.</source>
        <translation>
            <numerusform>Mesure en cours&#xa0;: {count} image restante. Les mesures ne font pas partie de la probabilité.</numerusform>
            <numerusform>Mesure en cours&#xa0;: {count} images restantes. Les mesures ne font pas partie de la probabilité.</numerusform>
        </translation>
    </message>
    <message>
        <source>No row passes the filter.</source>
        <translation>Aucune ligne ne correspond au filtre.</translation>
    </message>
    <message>
        <source>Results of a folder appear here.</source>
        <translation>Les résultats d’un dossier s’affichent ici.</translation>
    </message>
    <message>
        <source>Rows appear as they are classified.</source>
        <translation>Les lignes apparaissent au fil de la classification.</translation>
    </message>
    <message>
        <source>Nothing is classified yet.</source>
        <translation>Rien n’est encore classé.</translation>
    </message>
</context>
<context>
    <name>Ruler</name>
    <message>
        <source>{count} pixels</source>
        <translation>{count} pixels</translation>
    </message>
    <message>
        <source>{millimetres} mm</source>
        <translation>{millimetres} mm</translation>
    </message>
    <message>
        <source>{length}. How large a pixel is, this file does not say: calibrate the ruler.</source>
        <translation>{length}. Le fichier n’indique pas la taille d’un pixel&#xa0;: étalonnez la règle.</translation>
    </message>
    <message>
        <source>{length}, by your own calibration of this image.</source>
        <translation>{length}, d’après votre propre étalonnage de cette image.</translation>
    </message>
    <message>
        <source>{length}, by the file&apos;s pixel spacing.</source>
        <translation>{length}, d’après l’espacement des pixels du fichier.</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>Appearance</source>
        <translation>Apparence</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Thème</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Comme le système</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Clair</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Sombre</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>Takes effect when Skin GUI is started again.</source>
        <translation>Prend effet au prochain démarrage de Skin GUI.</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Taille du texte</translation>
    </message>
    <message>
        <source>100 % is the system&apos;s own size.</source>
        <translation>100&#xa0;% est la taille du système.</translation>
    </message>
    <message>
        <source>Folders</source>
        <translation>Dossiers</translation>
    </message>
    <message>
        <source>At the start</source>
        <translation>Au démarrage</translation>
    </message>
    <message>
        <source>Show the start page</source>
        <translation>Afficher la page d’accueil</translation>
    </message>
    <message>
        <source>Open what was open last</source>
        <translation>Rouvrir le dernier contenu</translation>
    </message>
    <message>
        <source>Include sub-folders</source>
        <translation>Inclure les sous-dossiers</translation>
    </message>
    <message>
        <source>A folder that is opened for the first time brings its sub-folders along.</source>
        <translation>Un dossier ouvert pour la première fois l’est avec ses sous-dossiers.</translation>
    </message>
    <message>
        <source>Storage</source>
        <translation>Stockage</translation>
    </message>
    <message>
        <source>Thumbnails take at most</source>
        <translation>Espace maximal des vignettes</translation>
    </message>
    <message>
        <source>Beyond it, those that were not seen for longest are deleted.</source>
        <translation>Au-delà, les moins récemment vues sont supprimées.</translation>
    </message>
    <message>
        <source>MB</source>
        <translation>Mo</translation>
    </message>
    <message>
        <source>Training features take at most</source>
        <translation>Espace maximal des caractéristiques</translation>
    </message>
    <message>
        <source>They make the next training on the same images much faster.</source>
        <translation>Elles accélèrent beaucoup le prochain entraînement sur les mêmes images.</translation>
    </message>
    <message>
        <source>Operating point</source>
        <translation>Point de fonctionnement</translation>
    </message>
    <message>
        <source>Call a lesion malignant</source>
        <translation>Dire une lésion maligne</translation>
    </message>
    <message>
        <source>Applies to what is classified from now on; saved results keep their own.</source>
        <translation>Vaut pour ce qui sera classé désormais&#x202f;; les résultats enregistrés gardent le leur.</translation>
    </message>
    <message>
        <source>As the model proposes</source>
        <translation>Selon le modèle</translation>
    </message>
    <message>
        <source>To find a share of malignant lesions</source>
        <translation>Pour trouver une part des lésions malignes</translation>
    </message>
    <message>
        <source>From a probability on</source>
        <translation>À partir d’une probabilité</translation>
    </message>
    <message>
        <source>Sensitivity to aim at</source>
        <translation>Sensibilité visée</translation>
    </message>
    <message>
        <source>The share of malignant lesions that are to be found.</source>
        <translation>La part des lésions malignes à trouver.</translation>
    </message>
    <message>
        <source>Malignant from</source>
        <translation>Malin à partir de</translation>
    </message>
    <message>
        <source>The probability of malignancy that decides.</source>
        <translation>La probabilité de malignité qui décide.</translation>
    </message>
    <message>
        <source>What to expect</source>
        <translation>Performances attendues</translation>
    </message>
    <message>
        <source>Malignant among your lesions</source>
        <translation>Part maligne parmi vos lésions</translation>
    </message>
    <message>
        <source>Your clinic&apos;s prevalence. It changes what a result means, not the result.</source>
        <translation>La prévalence dans votre cabinet. Elle change le sens d’un résultat, pas le résultat.</translation>
    </message>
    <message>
        <source>Heatmap</source>
        <translation>Carte de chaleur</translation>
    </message>
    <message>
        <source>Show the heatmap</source>
        <translation>Afficher la carte de chaleur</translation>
    </message>
    <message>
        <source>Where the network looked, not why.</source>
        <translation>Où le réseau a regardé, non pourquoi.</translation>
    </message>
    <message>
        <source>Opacity</source>
        <translation>Opacité</translation>
    </message>
    <message>
        <source>Computation</source>
        <translation>Calcul</translation>
    </message>
    <message>
        <source>Average with the mirror image</source>
        <translation>Moyenne avec l’image miroir</translation>
    </message>
    <message>
        <source>Takes twice the time. The model&apos;s figures were measured with the model&apos;s own setting.</source>
        <translation>Double la durée. Les chiffres du modèle ont été mesurés avec son propre réglage.</translation>
    </message>
    <message>
        <source>As the model was made</source>
        <translation>Comme à la création du modèle</translation>
    </message>
    <message>
        <source>Always</source>
        <translation>Toujours</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Jamais</translation>
    </message>
    <message>
        <source>Network precision</source>
        <translation>Précision du réseau</translation>
    </message>
    <message>
        <source>int8 is faster on recent processors, and its probabilities differ in the second or third digit. The model&apos;s figures were measured in float32.</source>
        <translation>int8 est plus rapide sur les processeurs récents&#xa0;; les probabilités diffèrent au deuxième ou au troisième chiffre. Les chiffres du modèle ont été mesurés en float32.</translation>
    </message>
    <message>
        <source>Processor cores</source>
        <translation>Cœurs du processeur</translation>
    </message>
    <message>
        <source>Fewer leave more to other programs.</source>
        <translation>Moins de cœurs en laissent plus aux autres programmes.</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Tous</translation>
    </message>
    <message>
        <source>The notice of the first start was accepted</source>
        <translation>L’avis du premier démarrage a été accepté</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Préférences</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Pages</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Appliquer</translation>
    </message>
    <message>
        <source>Restore Defaults</source>
        <translation>Valeurs par défaut</translation>
    </message>
    <message>
        <source>Show this page&apos;s defaults; nothing changes before you apply them</source>
        <translation>Afficher les valeurs par défaut de cette page&#x202f;; rien ne change avant que vous les appliquiez</translation>
    </message>
    <message>
        <source>The language changes when Skin GUI is started again.</source>
        <translation>La langue changera au prochain démarrage de Skin GUI.</translation>
    </message>
</context>
<context>
    <name>ShortcutsWindow</name>
    <message>
        <source>Keyboard Shortcuts</source>
        <translation>Raccourcis clavier</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
</context>
<context>
    <name>SideBySide</name>
    <message>
        <source>Side by side</source>
        <translation>Côte à côte</translation>
    </message>
    <message>
        <source>heatmap</source>
        <translation>carte de chaleur</translation>
    </message>
    <message>
        <source>&amp;Zoom and move together</source>
        <translation>&amp;Zoomer et déplacer ensemble</translation>
    </message>
    <message>
        <source>Show &amp;heatmaps</source>
        <translation>Afficher les cartes de c&amp;haleur</translation>
    </message>
    <message>
        <source>&amp;Fit</source>
        <translation>&amp;Ajuster</translation>
    </message>
</context>
<context>
    <name>SimilarPanel</name>
    <message>
        <source>Similar cases</source>
        <translation>Cas similaires</translation>
    </message>
    <message>
        <source>Similar cases, the most alike first</source>
        <translation>Cas similaires, les plus proches d’abord</translation>
    </message>
    <message>
        <source>From the images that you have reviewed, or that lie in labelled folders, among those classified here. Alike in what the classifier sees; that proves no diagnosis.</source>
        <translation>Parmi les images classées ici que vous avez relues ou qui se trouvent dans des dossiers étiquetés. Proches pour ce que voit le classifieur&#xa0;; cela ne prouve aucun diagnostic.</translation>
    </message>
    <message>
        <source>Open a dermoscopic image to see similar cases here.</source>
        <translation>Ouvrez une image dermoscopique pour voir des cas similaires ici.</translation>
    </message>
    <message>
        <source>The images whose labels you know were classified with another model, whose view cannot be compared with this one&apos;s. Classify them again in the batch review (F10).</source>
        <translation>Les images dont vous connaissez les étiquettes ont été classées avec un autre modèle, dont la vision ne peut être comparée à celle-ci. Classez-les à nouveau dans la relecture par lot (F10).</translation>
    </message>
    <message>
        <source>There is no case to compare with yet. Classify a folder of images whose labels you know, or review one (F10): they are compared from then on. Nothing leaves this computer.</source>
        <translation>Il n’y a pas encore de cas à comparer. Classez un dossier d’images dont vous connaissez les étiquettes, ou relisez-en un (F10)&#xa0;: elles seront comparées dès lors. Rien ne quitte cet ordinateur.</translation>
    </message>
    <message>
        <source>The only case known is malignant</source>
        <translation>Le seul cas connu est malin</translation>
    </message>
    <message>
        <source>The only case known is benign</source>
        <translation>Le seul cas connu est bénin</translation>
    </message>
    <message>
        <source>{count} of the {all} most alike are malignant</source>
        <translation>{count} des {all} plus proches sont malignes</translation>
    </message>
    <message>
        <source>{label} · {diagnosis}</source>
        <translation>{label} · {diagnosis}</translation>
    </message>
    <message>
        <source>by histology</source>
        <translation>d’après l’histologie</translation>
    </message>
    <message>
        <source>by your review</source>
        <translation>d’après votre relecture</translation>
    </message>
    <message>
        <source>by its folder or table</source>
        <translation>d’après son dossier ou tableau</translation>
    </message>
    <message>
        <source>The file is not there any more.</source>
        <translation>Le fichier n’existe plus.</translation>
    </message>
</context>
<context>
    <name>SimilarSearch</name>
    <message>
        <source>Similar</source>
        <translation>Similaires</translation>
    </message>
    <message>
        <source>Looking for similar cases…</source>
        <translation>Recherche de cas similaires…</translation>
    </message>
    <message>
        <source>The model in use keeps nothing by which images could be compared.</source>
        <translation>Le modèle utilisé ne conserve rien qui permette de comparer des images.</translation>
    </message>
</context>
<context>
    <name>StageList</name>
    <message>
        <source>Done</source>
        <translation>Terminé</translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message>
        <source>Open a dermoscopic image</source>
        <translation>Ouvrez une image dermoscopique</translation>
    </message>
    <message>
        <source>Drop an image or a folder here, or choose one. No image leaves this computer.</source>
        <translation>Déposez ici une image ou un dossier, ou choisissez-en un. Aucune image ne quitte cet ordinateur.</translation>
    </message>
    <message>
        <source>Open Image…</source>
        <translation>Ouvrir une image…</translation>
    </message>
    <message>
        <source>Open Folder…</source>
        <translation>Ouvrir un dossier…</translation>
    </message>
    <message>
        <source>Try the Samples</source>
        <translation>Essayer les exemples</translation>
    </message>
    <message>
        <source>Synthetic images that show how the program works</source>
        <translation>Images synthétiques qui montrent comment fonctionne le programme</translation>
    </message>
    <message>
        <source>Opened recently</source>
        <translation>Ouverts récemment</translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>Place in the folder</source>
        <translation>Position dans le dossier</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>Zoom</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modèle</translation>
    </message>
    <message numerus="yes">
        <source>Not one of the {count} images</source>
        <translation>
            <numerusform>Ne fait pas partie de l&apos;image restante</numerusform>
            <numerusform>Ne fait pas partie des {count} images</numerusform>
        </translation>
    </message>
    <message>
        <source>Image {place} of {count}</source>
        <translation>Image {place} sur {count}</translation>
    </message>
    <message>
        <source>Zoom {zoom} %</source>
        <translation>Zoom {zoom}&#xa0;%</translation>
    </message>
    <message>
        <source>Model: {name}</source>
        <translation>Modèle&#xa0;: {name}</translation>
    </message>
    <message>
        <source>Loading the model…</source>
        <translation>Chargement du modèle…</translation>
    </message>
</context>
<context>
    <name>SummaryStrip</name>
    <message>
        <source>Summary</source>
        <translation>Résumé</translation>
    </message>
    <message>
        <source>Malignant</source>
        <translation>Malin</translation>
    </message>
    <message>
        <source>Benign</source>
        <translation>Bénin</translation>
    </message>
    <message>
        <source>Warnings</source>
        <translation>Alertes</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Échec</translation>
    </message>
    <message>
        <source>Reviewed</source>
        <translation>Relu</translation>
    </message>
    <message>
        <source>To review</source>
        <translation>À relire</translation>
    </message>
    <message>
        <source>Agreement with the model shows after the first decision.</source>
        <translation>L’accord avec le modèle s’affiche après la première décision.</translation>
    </message>
    <message>
        <source>Model and reviewer agree on {agreed} of {compared} ({share}).</source>
        <translation>Modèle et relecteur d’accord sur {agreed} des {compared} images ({share}).</translation>
    </message>
    <message>
        <source>Show only these rows</source>
        <translation>N’afficher que ces lignes</translation>
    </message>
</context>
<context>
    <name>ThresholdControl</name>
    <message>
        <source>Operating point</source>
        <translation>Point de fonctionnement</translation>
    </message>
    <message>
        <source>Operating point in percent</source>
        <translation>Point de fonctionnement en pour cent</translation>
    </message>
    <message>
        <source>chosen here</source>
        <translation>choisi ici</translation>
    </message>
    <message>
        <source>of the model</source>
        <translation>du modèle</translation>
    </message>
    <message>
        <source>from Settings</source>
        <translation>des Préférences</translation>
    </message>
    <message>
        <source>as classified</source>
        <translation>tel que classé</translation>
    </message>
    <message>
        <source>as classified: {low} to {high}</source>
        <translation>tel que classé&#xa0;: {low} à {high}</translation>
    </message>
    <message>
        <source>Use the operating point that each image was classified at</source>
        <translation>Utiliser le point de fonctionnement auquel chaque image a été classée</translation>
    </message>
    <message>
        <source>Use the operating point chosen in Settings</source>
        <translation>Utiliser le point de fonctionnement choisi dans les Préférences</translation>
    </message>
    <message>
        <source>Use the model&apos;s operating point</source>
        <translation>Utiliser le point de fonctionnement du modèle</translation>
    </message>
    <message>
        <source>Each image is labelled at the operating point that it was classified at</source>
        <translation>Chaque image est étiquetée au point de fonctionnement auquel elle a été classée</translation>
    </message>
    <message>
        <source>Malignant from {threshold} on</source>
        <translation>Malin à partir de {threshold}</translation>
    </message>
</context>
<context>
    <name>ThumbnailView</name>
    <message>
        <source>Images</source>
        <translation>Images</translation>
    </message>
</context>
<context>
    <name>TimeLine</name>
    <message>
        <source>Days since the first picture</source>
        <translation>Jours depuis la première image</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Image</translation>
    </message>
    <message>
        <source>%</source>
        <translation>%</translation>
    </message>
    <message>
        <source>Probability over time</source>
        <translation>Probabilité au fil du temps</translation>
    </message>
</context>
<context>
    <name>TrainingButtons</name>
    <message>
        <source>Stop Early and Keep the Best</source>
        <translation>Arrêter et garder la meilleure</translation>
    </message>
    <message>
        <source>End after this epoch; the best epoch so far becomes the new model</source>
        <translation>Terminer après cette époque&#x202f;; la meilleure devient le nouveau modèle</translation>
    </message>
    <message>
        <source>Cancel Training</source>
        <translation>Annuler l’entraînement</translation>
    </message>
    <message>
        <source>End at once and keep nothing but the computed features</source>
        <translation>Terminer aussitôt et ne garder que les caractéristiques calculées</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
    <message>
        <source>Compare and Decide…</source>
        <translation>Comparer et décider…</translation>
    </message>
    <message>
        <source>Cancelling…</source>
        <translation>Annulation…</translation>
    </message>
</context>
<context>
    <name>TrainingController</name>
    <message>
        <source>Discard Model</source>
        <translation>Supprimer le modèle</translation>
    </message>
    <message>
        <source>Delete the new model {name}? This cannot be undone.</source>
        <translation>Supprimer le nouveau modèle {name}&#xa0;? Cette action est irréversible.</translation>
    </message>
    <message>
        <source>“Keep Without Activating” leaves it on the Model page.</source>
        <translation>«&#xa0;Garder sans activer&#xa0;» le laisse sur la page Modèle.</translation>
    </message>
    <message>
        <source>Delete the Model</source>
        <translation>Supprimer le modèle</translation>
    </message>
    <message>
        <source>A training is running. Quit and cancel it?</source>
        <translation>Un entraînement est en cours. Quitter et l’annuler&#x202f;?</translation>
    </message>
    <message>
        <source>The features computed so far are kept, so that the next training on these images is faster.</source>
        <translation>Les caractéristiques déjà calculées sont conservées&#xa0;: le prochain entraînement sur ces images sera plus rapide.</translation>
    </message>
    <message>
        <source>Cancel Training and Quit</source>
        <translation>Annuler l’entraînement et quitter</translation>
    </message>
    <message>
        <source>Keep Running</source>
        <translation>Laisser tourner</translation>
    </message>
</context>
<context>
    <name>TrainingIndicator</name>
    <message>
        <source>Show the training</source>
        <translation>Afficher l’entraînement</translation>
    </message>
    <message>
        <source>Cancelling the training…</source>
        <translation>Annulation de l’entraînement…</translation>
    </message>
    <message>
        <source>The training failed</source>
        <translation>L’entraînement a échoué</translation>
    </message>
    <message>
        <source>New model ready: compare</source>
        <translation>Nouveau modèle prêt&#xa0;: comparer</translation>
    </message>
    <message>
        <source>Training: starting…</source>
        <translation>Entraînement&#xa0;: démarrage…</translation>
    </message>
    <message>
        <source>{stage}: {part}</source>
        <translation>{stage}&#xa0;: {part}</translation>
    </message>
</context>
<context>
    <name>TrainingProgress</name>
    <message>
        <source>Training. You can close this window and go on working.</source>
        <translation>Entraînement. Vous pouvez fermer cette fenêtre et continuer à travailler.</translation>
    </message>
    <message>
        <source>Stopping after this epoch; the best one is kept, calibrated and compared.</source>
        <translation>Arrêt après cette époque&#x202f;; la meilleure est conservée, calibrée et comparée.</translation>
    </message>
    <message>
        <source>Cancelling…</source>
        <translation>Annulation…</translation>
    </message>
    <message>
        <source>The training failed. Nothing was changed.</source>
        <translation>L’entraînement a échoué. Rien n’a été modifié.</translation>
    </message>
    <message>
        <source>The new model is ready. Compare it with the active one before you decide.</source>
        <translation>Le nouveau modèle est prêt. Comparez-le au modèle actif avant de décider.</translation>
    </message>
</context>
<context>
    <name>WindowFiles</name>
    <message>
        <source>Copy &amp;Image</source>
        <translation>Copier l’&amp;image</translation>
    </message>
    <message>
        <source>Copy &amp;Path</source>
        <translation>Copier le &amp;chemin</translation>
    </message>
    <message>
        <source>Show in &amp;Folder</source>
        <translation>Afficher dans le &amp;dossier</translation>
    </message>
    <message>
        <source>&amp;Open With…</source>
        <translation>Ouvrir &amp;avec…</translation>
    </message>
    <message>
        <source>&amp;Export This…</source>
        <translation>&amp;Exporter ceci…</translation>
    </message>
    <message>
        <source>Contact S&amp;heet…</source>
        <translation>Planche-&amp;contact…</translation>
    </message>
    <message>
        <source>None of the selected images has a result: classify the folder.</source>
        <translation>Aucune des images sélectionnées n’a de résultat&#xa0;: classez le dossier.</translation>
    </message>
    <message>
        <source>{name} is not on the screen yet; nothing was copied.</source>
        <translation>{name} n’est pas encore affichée&#xa0;; rien n’a été copié.</translation>
    </message>
    <message>
        <source>No program of this computer opens {name}.</source>
        <translation>Aucun programme de cet ordinateur n’ouvre {name}.</translation>
    </message>
    <message>
        <source>{name} is not named like an image: it might be run, and was not opened.</source>
        <translation>{name} ne porte pas un nom d’image&#xa0;: il pourrait être exécuté et n’a pas été ouvert.</translation>
    </message>
</context>
<context>
    <name>WindowHelp</name>
    <message>
        <source>In the image</source>
        <translation>Dans l’image</translation>
    </message>
    <message>
        <source>In the image browser</source>
        <translation>Dans l’explorateur d’images</translation>
    </message>
    <message>
        <source>In review mode</source>
        <translation>En mode relecture</translation>
    </message>
    <message>
        <source>In the table of the batch review</source>
        <translation>Dans le tableau de la relecture par lot</translation>
    </message>
    <message>
        <source>Go about</source>
        <translation>Se déplacer</translation>
    </message>
    <message>
        <source>First and last image</source>
        <translation>Première et dernière image</translation>
    </message>
    <message>
        <source>Go to the image</source>
        <translation>Aller à l’image</translation>
    </message>
</context>
<context>
    <name>WindowLesions</name>
    <message>
        <source>&amp;Compare Images</source>
        <translation>&amp;Comparer les images</translation>
    </message>
    <message>
        <source>Lesion over &amp;Time</source>
        <translation>Lésio&amp;n au fil du temps</translation>
    </message>
    <message>
        <source>&amp;Group Images…</source>
        <translation>&amp;Grouper les images…</translation>
    </message>
    <message>
        <source>&amp;Sort by Patient</source>
        <translation>&amp;Trier par patient</translation>
    </message>
    <message>
        <source>Selected Images Show the &amp;Same Lesion</source>
        <translation>Les images sélectionnées montrent la &amp;même lésion</translation>
    </message>
    <message>
        <source>Selected Images Show &amp;Different Lesions</source>
        <translation>Les images sélectionnées montrent des lésions &amp;différentes</translation>
    </message>
    <message>
        <source>&amp;Remove All Groups…</source>
        <translation>&amp;Retirer tous les groupes…</translation>
    </message>
    <message>
        <source>Up to four images can be compared side by side; select two to four of them.</source>
        <translation>Jusqu’à quatre images peuvent être comparées côte à côte&#xa0;; sélectionnez-en de deux à quatre.</translation>
    </message>
    <message>
        <source>No other picture of this lesion is known. Group the images of the folder, or select several pictures of one lesion in the table and try again.</source>
        <translation>Aucune autre image de cette lésion n’est connue. Groupez les images du dossier, ou sélectionnez plusieurs images d’une même lésion dans le tableau et réessayez.</translation>
    </message>
    <message>
        <source>Patients and lesions</source>
        <translation>Patients et lésions</translation>
    </message>
    <message>
        <source>Remove all groups of this folder?</source>
        <translation>Retirer tous les groupes de ce dossier&#xa0;?</translation>
    </message>
    <message>
        <source>What you said by hand is removed too. Images, results and decisions stay.</source>
        <translation>Ce que vous avez indiqué à la main est aussi retiré. Images, résultats et décisions restent.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Retirer</translation>
    </message>
</context>
<context>
    <name>WindowReview</name>
    <message>
        <source>Classify the whole folder and review its results (F10)</source>
        <translation>Classer tout le dossier et relire ses résultats (F10)</translation>
    </message>
    <message>
        <source>Batch review</source>
        <translation>Relecture par lot</translation>
    </message>
    <message>
        <source>A folder is being classified. Stop that and open “{name}”?</source>
        <translation>Un dossier est en cours de classement. L’arrêter et ouvrir «&#xa0;{name}&#xa0;»&#x202f;?</translation>
    </message>
    <message>
        <source>What is finished is kept.</source>
        <translation>Ce qui est terminé est conservé.</translation>
    </message>
    <message>
        <source>Stop and Open</source>
        <translation>Arrêter et ouvrir</translation>
    </message>
    <message>
        <source>Keep Classifying</source>
        <translation>Continuer le classement</translation>
    </message>
</context>
<context>
    <name>WindowTools</name>
    <message>
        <source>Calibrate Ruler</source>
        <translation>Étalonner la règle</translation>
    </message>
    <message>
        <source>How long is the line in millimetres? It holds for this image alone.</source>
        <translation>Quelle est la longueur du trait en millimètres&#xa0;? Elle ne vaut que pour cette image.</translation>
    </message>
</context>
<context>
    <name>batch_texts</name>
    <message>
        <source>{number} images/min</source>
        <translation>{number} images/min</translation>
    </message>
    <message>
        <source>{number} images/s</source>
        <translation>{number} images/s</translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation>{seconds} s</translation>
    </message>
    <message>
        <source>{minutes} min {seconds} s</source>
        <translation>{minutes} min {seconds} s</translation>
    </message>
    <message>
        <source>{hours} h {minutes} min</source>
        <translation>{hours} h {minutes} min</translation>
    </message>
</context>
<context>
    <name>comparison</name>
    <message>
        <source>1 − specificity</source>
        <translation>1 − spécificité</translation>
    </message>
    <message>
        <source>Sensitivity</source>
        <translation>Sensibilité</translation>
    </message>
    <message>
        <source>Predicted probability</source>
        <translation>Probabilité prédite</translation>
    </message>
    <message>
        <source>Observed share malignant</source>
        <translation>Part maligne observée</translation>
    </message>
    <message>
        <source>New model</source>
        <translation>Nouveau modèle</translation>
    </message>
    <message>
        <source>Active model</source>
        <translation>Modèle actif</translation>
    </message>
    <message>
        <source>Chance, or perfect calibration</source>
        <translation>Hasard, ou calibration parfaite</translation>
    </message>
    <message>
        <source>not defined</source>
        <translation>non défini</translation>
    </message>
    <message>
        <source>{low} to {high}</source>
        <translation>{low} à {high}</translation>
    </message>
    <message>
        <source>Both models are right and wrong on the same images.</source>
        <translation>Les deux modèles ont raison et tort sur les mêmes images.</translation>
    </message>
    <message>
        <source>Malignant lesions that only the new model finds: {new}; that only the active one finds: {active}.</source>
        <translation>Lésions malignes que seul le nouveau modèle trouve&#xa0;: {new}&#x202f;; que seul le modèle actif trouve&#xa0;: {active}.</translation>
    </message>
    <message>
        <source>Benign lesions that only the new model calls benign: {new}; that only the active one does: {active}.</source>
        <translation>Lésions bénignes que seul le nouveau modèle dit bénignes&#xa0;: {new}&#x202f;; que seul le modèle actif dit bénignes&#xa0;: {active}.</translation>
    </message>
    <message>
        <source>The AUC differs by {difference}.</source>
        <translation>L’AUC diffère de {difference}.</translation>
    </message>
    <message>
        <source>The new model is not validated: nobody has checked it on lesions from elsewhere. Its name says so in every result and every export.</source>
        <translation>Le nouveau modèle n’est pas validé&#xa0;: personne ne l’a vérifié sur des lésions d’une autre origine. Son nom l’indique dans chaque résultat et chaque export.</translation>
    </message>
    <message>
        <source>the folders&apos; own test split</source>
        <translation>le jeu de test des dossiers</translation>
    </message>
    <message>
        <source>images held out of the folders</source>
        <translation>images mises à part dans les dossiers</translation>
    </message>
    <message>
        <source>Compared on {which}: {count} images, {benign} benign and {malignant} malignant.</source>
        <translation>Comparaison sur {which}&#xa0;: {count} images, {benign} bénignes et {malignant} malignes.</translation>
    </message>
    <message>
        <source>Chance alone hardly explains that ({p}, {test}).</source>
        <translation>Le hasard seul ne l’explique guère ({p}, {test}).</translation>
    </message>
    <message>
        <source>Chance alone may explain that ({p}, {test}).</source>
        <translation>Le hasard seul peut l’expliquer ({p}, {test}).</translation>
    </message>
</context>
<context>
    <name>formats</name>
    <message>
        <source>{seconds} s</source>
        <translation>{seconds} s</translation>
    </message>
    <message>
        <source>{number} %</source>
        <translation>{number}&#xa0;%</translation>
    </message>
</context>
<context>
    <name>lesions</name>
    <message>
        <source>day {day}</source>
        <translation>jour {day}</translation>
    </message>
    <message>
        <source>{rank} of {count}</source>
        <translation>{rank} sur {count}</translation>
    </message>
    <message>
        <source>{number} ×</source>
        <translation>{number} ×</translation>
    </message>
    <message>
        <source>{times}, stands out</source>
        <translation>{times}, se distingue</translation>
    </message>
    <message>
        <source>How much it differs from the patient&apos;s other lesions in what the classifier sees, as a multiple of what is usual among them. It says that the lesion looks different, not that it is malignant, and is no part of the probability.</source>
        <translation>Différence avec les autres lésions du patient pour ce que voit le classifieur, en multiple de ce qui est habituel entre elles. Cela dit que la lésion a un autre aspect, non qu’elle est maligne, et n’entre pas dans la probabilité.</translation>
    </message>
</context>
<context>
    <name>measures</name>
    <message>
        <source>white</source>
        <translation>blanc</translation>
    </message>
    <message>
        <source>red</source>
        <translation>rouge</translation>
    </message>
    <message>
        <source>light brown</source>
        <translation>brun clair</translation>
    </message>
    <message>
        <source>dark brown</source>
        <translation>brun foncé</translation>
    </message>
    <message>
        <source>blue-grey</source>
        <translation>bleu-gris</translation>
    </message>
    <message>
        <source>black</source>
        <translation>noir</translation>
    </message>
    <message>
        <source>benign</source>
        <translation>bénin</translation>
    </message>
    <message>
        <source>suspicious</source>
        <translation>suspect</translation>
    </message>
    <message>
        <source>malignant</source>
        <translation>malin</translation>
    </message>
    <message>
        <source>{low} to {high}</source>
        <translation>{low} à {high}</translation>
    </message>
    <message>
        <source>By the rule: {verdict}</source>
        <translation>Selon la règle&#xa0;: {verdict}</translation>
    </message>
    <message>
        <source>By the rule: {low} to {high}</source>
        <translation>Selon la règle&#xa0;: {low} à {high}</translation>
    </message>
    <message>
        <source>Unlike the images that the model learned from: what was outlined may be no lesion. Look at the outline before you use the score.</source>
        <translation>Ne ressemble pas aux images avec lesquelles le modèle a appris : ce qui a été délimité n&apos;est peut-être pas une lésion. Regardez le contour avant d&apos;utiliser le score.</translation>
    </message>
    <message>
        <source>Measures</source>
        <translation>Mesures</translation>
    </message>
    <message>
        <source>{range}. {verdict}, for melanocytic lesions only.</source>
        <translation>{range}. {verdict}, pour les lésions mélanocytaires uniquement.</translation>
    </message>
    <message>
        <source>not measured</source>
        <translation>non mesuré</translation>
    </message>
    <message>
        <source>asymmetry {a}, border {b}, colours {c}, structures {d}</source>
        <translation>asymétrie {a}, bords {b}, couleurs {c}, structures {d}</translation>
    </message>
    <message>
        <source>Criteria</source>
        <translation>Critères</translation>
    </message>
    <message>
        <source>Outline</source>
        <translation>Contour</translation>
    </message>
    <message>
        <source>{part} of the image. Drawn by hand.</source>
        <translation>{part} de l’image. Tracé à la main.</translation>
    </message>
    <message>
        <source>{part} of the image. Expected overlap with an expert&apos;s: {overlap}.</source>
        <translation>{part} de l’image. Recouvrement attendu avec celui d’un expert&#xa0;: {overlap}.</translation>
    </message>
    <message>
        <source>Greatest diameter at least {millimetres} mm, by the file&apos;s pixel spacing.</source>
        <translation>Plus grand diamètre d’au moins {millimetres} mm, d’après l’espacement des pixels du fichier.</translation>
    </message>
    <message>
        <source>Greatest diameter {millimetres} mm, by the file&apos;s pixel spacing.</source>
        <translation>Plus grand diamètre {millimetres} mm, d’après l’espacement des pixels du fichier.</translation>
    </message>
    <message>
        <source>The lesion goes on beyond what the image shows: size, asymmetry and border are of the part in sight.</source>
        <translation>La lésion dépasse ce que montre l’image&#xa0;: taille, asymétrie et bordure sont celles de la partie visible.</translation>
    </message>
    <message>
        <source>shape</source>
        <translation>forme</translation>
    </message>
    <message>
        <source>colour</source>
        <translation>couleur</translation>
    </message>
    <message>
        <source>structure</source>
        <translation>structure</translation>
    </message>
    <message>
        <source>The halves are alike over both axes.</source>
        <translation>Les moitiés se ressemblent selon les deux axes.</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>The halves differ over one axis, in {kinds}.</source>
        <translation>Les moitiés diffèrent selon un axe&#xa0;: {kinds}.</translation>
    </message>
    <message>
        <source>The halves differ over both axes, in {kinds}.</source>
        <translation>Les moitiés diffèrent selon les deux axes&#xa0;: {kinds}.</translation>
    </message>
    <message>
        <source>The pigment ends abruptly in {count} of 8 eighths.</source>
        <translation>Le pigment s’arrête brusquement dans {count} huitièmes sur 8.</translation>
    </message>
    <message>
        <source>{source} {auc} ({low} to {high})</source>
        <translation>{source} {auc} ({low} à {high})</translation>
    </message>
    <message>
        <source>How well the score tells melanomas from nevi (area under the curve, 95 % interval): {figures}.</source>
        <translation>Capacité du score à distinguer mélanomes et nævus (aire sous la courbe, intervalle à 95 %)&#xa0;: {figures}.</translation>
    </message>
    <message>
        <source>{measure} on {sources}</source>
        <translation>{measure} sur {sources}</translation>
    </message>
    <message>
        <source>; </source>
        <translation>&#xa0;; </translation>
    </message>
    <message>
        <source>No better than chance: {list}.</source>
        <translation>Pas mieux que le hasard&#xa0;: {list}.</translation>
    </message>
    <message>
        <source>asymmetry</source>
        <translation>asymétrie</translation>
    </message>
    <message>
        <source>border</source>
        <translation>bord</translation>
    </message>
    <message>
        <source>colours</source>
        <translation>couleurs</translation>
    </message>
    <message>
        <source>the score</source>
        <translation>le score</translation>
    </message>
    <message>
        <source>{points} of {most}</source>
        <translation>{points} sur {most}</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>oui</translation>
    </message>
    <message>
        <source>no</source>
        <translation>non</translation>
    </message>
    <message>
        <source>Asymmetry (A)</source>
        <translation>Asymétrie (A)</translation>
    </message>
    <message>
        <source>Border (B)</source>
        <translation>Bords (B)</translation>
    </message>
    <message>
        <source>Colours (C)</source>
        <translation>Couleurs (C)</translation>
    </message>
    <message>
        <source>Structures (D)</source>
        <translation>Structures (D)</translation>
    </message>
    <message>
        <source>Dermoscopy score</source>
        <translation>Score dermoscopique</translation>
    </message>
    <message>
        <source>Score at least</source>
        <translation>Score minimal</translation>
    </message>
    <message>
        <source>Score at most</source>
        <translation>Score maximal</translation>
    </message>
    <message>
        <source>Lesion&apos;s part</source>
        <translation>Part de la lésion</translation>
    </message>
    <message>
        <source>Outline confidence</source>
        <translation>Confiance du contour</translation>
    </message>
    <message>
        <source>Cut by the image</source>
        <translation>Coupée par l’image</translation>
    </message>
    <message>
        <source>drawn by hand</source>
        <translation>tracé à la main</translation>
    </message>
    <message>
        <source>Dermoscopy score {range}, for melanocytic lesions only.</source>
        <translation>Score dermoscopique {range}, pour les lésions mélanocytaires uniquement.</translation>
    </message>
    <message>
        <source>No part of the probability of malignancy.</source>
        <translation>Ne fait pas partie de la probabilité de malignité.</translation>
    </message>
    <message>
        <source>Measured within an outline drawn by hand.</source>
        <translation>Mesuré dans un contour tracé à la main.</translation>
    </message>
    <message>
        <source>Save Mask</source>
        <translation>Enregistrer le masque</translation>
    </message>
    <message>
        <source>PNG (*.png)</source>
        <translation>PNG (*.png)</translation>
    </message>
    <message>
        <source>Written to {file}</source>
        <translation>Écrit dans {file}</translation>
    </message>
</context>
<context>
    <name>open_dialogs</name>
    <message>
        <source>Images ({patterns})</source>
        <translation>Images ({patterns})</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>Open Image</source>
        <translation>Ouvrir une image</translation>
    </message>
    <message>
        <source>Open Folder</source>
        <translation>Ouvrir un dossier</translation>
    </message>
</context>
<context>
    <name>report</name>
    <message>
        <source>Skin GUI report</source>
        <translation>Rapport Skin GUI</translation>
    </message>
    <message>
        <source>The file has changed since it was classified; the picture is new.</source>
        <translation>Le fichier a changé depuis sa classification&#x202f;; l’image est la nouvelle.</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modèle</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Créé le</translation>
    </message>
    <message>
        <source>Validated</source>
        <translation>Validé</translation>
    </message>
    <message>
        <source>yes: the model that comes with the program</source>
        <translation>oui&#xa0;: le modèle fourni avec le programme</translation>
    </message>
    <message>
        <source>no: a retrained model, its figures are unchecked</source>
        <translation>non&#xa0;: modèle réentraîné, ses chiffres ne sont pas vérifiés</translation>
    </message>
    <message>
        <source>Operating point</source>
        <translation>Point de fonctionnement</translation>
    </message>
    <message>
        <source>Sensitivity there</source>
        <translation>Sensibilité à ce point</translation>
    </message>
    <message>
        <source>Specificity there</source>
        <translation>Spécificité à ce point</translation>
    </message>
    <message>
        <source>Measured</source>
        <translation>Mesure</translation>
    </message>
    <message>
        <source>Clinics</source>
        <translation>Cliniques</translation>
    </message>
    <message>
        <source>AUC</source>
        <translation>AUC</translation>
    </message>
    <message>
        <source>{value} (95 % CI {low} – {high})</source>
        <translation>{value} (IC à 95&#xa0;% {low} – {high})</translation>
    </message>
    <message>
        <source>File and model</source>
        <translation>Fichier et modèle</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Image</translation>
    </message>
    <message>
        <source>Evidence for malignant that has a place, on one scale for all images; no colour: none</source>
        <translation>Indices de malignité localisables, sur une même échelle pour toutes les images&#xa0;; sans couleur&#xa0;: aucun</translation>
    </message>
    <message>
        <source>There is no heatmap: this model did not make the result.</source>
        <translation>Pas de carte de chaleur&#xa0;: ce modèle n’a pas produit le résultat.</translation>
    </message>
    <message>
        <source>none</source>
        <translation>aucun</translation>
    </message>
    <message>
        <source>strong</source>
        <translation>fort</translation>
    </message>
    <message>
        <source>Calibrated probability of malignancy</source>
        <translation>Probabilité calibrée de malignité</translation>
    </message>
    <message>
        <source>operating point {threshold}</source>
        <translation>point de fonctionnement {threshold}</translation>
    </message>
    <message>
        <source>At or above the operating point of {threshold}, so the image is labelled malignant.</source>
        <translation>Au-dessus du point de fonctionnement de {threshold}, ou égale à celui-ci&#xa0;: l’image est dite maligne.</translation>
    </message>
    <message>
        <source>Below the operating point of {threshold}, so the image is labelled benign.</source>
        <translation>Au-dessous du point de fonctionnement de {threshold}&#xa0;: l’image est dite bénigne.</translation>
    </message>
    <message>
        <source>It was chosen in Settings; the model&apos;s own is {threshold}.</source>
        <translation>Il a été choisi dans les Préférences&#x202f;; celui du modèle est {threshold}.</translation>
    </message>
    <message>
        <source>The reviewer has moved it; the model&apos;s own is {threshold}.</source>
        <translation>Le relecteur l’a déplacé&#x202f;; celui du modèle est {threshold}.</translation>
    </message>
    <message>
        <source>At this point the model finds {found} of 100 malignant lesions and wrongly flags {flagged} of 100 benign ones.</source>
        <translation>À ce point, le modèle trouve {found} lésions malignes sur 100 et signale à tort {flagged} lésions bénignes sur 100.</translation>
    </message>
    <message>
        <source>Patient reference</source>
        <translation>Référence du patient</translation>
    </message>
    <message>
        <source>Site</source>
        <translation>Site</translation>
    </message>
    <message>
        <source>Reviewer</source>
        <translation>Relecteur</translation>
    </message>
    <message>
        <source>Clinic</source>
        <translation>Cabinet ou clinique</translation>
    </message>
    <message>
        <source>not reviewed</source>
        <translation>non relu</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>Décision</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>{name} (continued)</source>
        <translation>{name} (suite)</translation>
    </message>
    <message>
        <source>Measures, no part of the probability</source>
        <translation>Mesures, sans effet sur la probabilité</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Fichier</translation>
    </message>
    <message>
        <source>Pixels</source>
        <translation>Pixels</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>Classified</source>
        <translation>Classé le</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programme</translation>
    </message>
    <message>
        <source>Skin GUI contact sheet</source>
        <translation>Planche-contact Skin GUI</translation>
    </message>
    <message>
        <source>Page {page} of {pages}</source>
        <translation>Page {page} sur {pages}</translation>
    </message>
    <message>
        <source>Reviewer: {label}</source>
        <translation>Relecteur&#xa0;: {label}</translation>
    </message>
    <message>
        <source>Histology: {label}</source>
        <translation>Histologie&#xa0;: {label}</translation>
    </message>
    <message>
        <source>Print Report</source>
        <translation>Imprimer le rapport</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Résumé</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Résultat</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Images</translation>
    </message>
    <message>
        <source>Labelled malignant, benign</source>
        <translation>Étiquetées malignes, bénignes</translation>
    </message>
    <message>
        <source>Could not be classified</source>
        <translation>N’a pas pu être classée</translation>
    </message>
    <message>
        <source>Reviewed: malignant, benign, unsure</source>
        <translation>Relues&#xa0;: malignes, bénignes, incertaines</translation>
    </message>
    <message>
        <source>Reviewer and model agree</source>
        <translation>Relecteur et modèle concordent</translation>
    </message>
    <message>
        <source>Reviewer and histology agree</source>
        <translation>Relecteur et histologie concordent</translation>
    </message>
    <message>
        <source>Model and histology agree</source>
        <translation>Modèle et histologie concordent</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Étiquette</translation>
    </message>
    <message>
        <source>Probability</source>
        <translation>Probabilité</translation>
    </message>
</context>
<context>
    <name>texts</name>
    <message>
        <source>Research and education; not a medical device</source>
        <translation>Recherche et enseignement&#x202f;; pas un dispositif médical</translation>
    </message>
    <message>
        <source>Malignant</source>
        <translation>Malin</translation>
    </message>
    <message>
        <source>Benign</source>
        <translation>Bénin</translation>
    </message>
    <message>
        <source>The file has changed since it was classified.</source>
        <translation>Le fichier a changé depuis qu’il a été classé.</translation>
    </message>
    <message>
        <source>Synthetic sample: drawn, not photographed</source>
        <translation>Exemple synthétique&#xa0;: dessiné, non photographié</translation>
    </message>
    <message>
        <source>Unlike the images that the model learned from: do not rely on the number.</source>
        <translation>Différente des images apprises par le modèle&#xa0;: ne vous fiez pas au chiffre.</translation>
    </message>
    <message>
        <source>The file&apos;s colour profile is broken or missing: its colours may be wrong, and the number with them.</source>
        <translation>Le profil de couleurs du fichier est endommagé ou absent&#xa0;: ses couleurs peuvent être fausses, et le chiffre avec elles.</translation>
    </message>
    <message>
        <source>The image is blurred.</source>
        <translation>L’image est floue.</translation>
    </message>
    <message>
        <source>The image is too dark.</source>
        <translation>L’image est trop sombre.</translation>
    </message>
    <message>
        <source>The image is too bright or overexposed.</source>
        <translation>L’image est trop claire ou surexposée.</translation>
    </message>
    <message>
        <source>The file has changed since it was reviewed.</source>
        <translation>Le fichier a changé depuis sa relecture.</translation>
    </message>
    <message>
        <source>By a model that is not validated</source>
        <translation>Par un modèle non validé</translation>
    </message>
    <message>
        <source>In a clinic that is not in its training data it found {found} of 100 malignant lesions and cleared {cleared} of 100 benign ones; in those of its training data {found_home} and {cleared_home}.</source>
        <translation>Dans une clinique absente de ses données d’entraînement, il a trouvé {found} lésions malignes sur 100 et écarté {cleared} lésions bénignes sur 100&#xa0;; dans celles de ses données d’entraînement, {found_home} et {cleared_home}.</translation>
    </message>
    <message>
        <source>Its probabilities are for a clinic where {malignant} of 100 lesions are malignant.</source>
        <translation>Ses probabilités valent pour une clinique où {malignant} lésions sur 100 sont malignes.</translation>
    </message>
    <message>
        <source>sources held out in turn ({sources}), {images} images</source>
        <translation>sources écartées tour à tour ({sources}), {images} images</translation>
    </message>
    <message>
        <source>out of fold, {folds} folds by lesion, {images} images</source>
        <translation>hors pli, {folds} plis par lésion, {images} images</translation>
    </message>
    <message>
        <source>out of fold, {folds} folds by patient, {images} images</source>
        <translation>hors pli, {folds} plis par patient, {images} images</translation>
    </message>
    <message>
        <source>out of fold, {folds} folds by picture, {images} images</source>
        <translation>hors pli, {folds} plis par image, {images} images</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Fichier</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Étiquette</translation>
    </message>
    <message>
        <source>Probability of malignancy</source>
        <translation>Probabilité de malignité</translation>
    </message>
    <message>
        <source>Operating point</source>
        <translation>Point de fonctionnement</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Alerte</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modèle</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Durée</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>Décision</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Note</translation>
    </message>
</context>
<context>
    <name>training</name>
    <message>
        <source>Checking the images</source>
        <translation>Contrôle des images</translation>
    </message>
    <message>
        <source>Computing features</source>
        <translation>Calcul des caractéristiques</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Entraînement</translation>
    </message>
    <message>
        <source>Calibrating the probabilities</source>
        <translation>Calibration des probabilités</translation>
    </message>
    <message>
        <source>Comparing with the active model</source>
        <translation>Comparaison avec le modèle actif</translation>
    </message>
    <message>
        <source>{time} left</source>
        <translation>encore {time}</translation>
    </message>
    <message>
        <source>Validation</source>
        <translation>Validation</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Test</translation>
    </message>
    <message>
        <source>In no split</source>
        <translation>Hors répartition</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Images</translation>
    </message>
</context>
<context>
    <name>window</name>
    <message>
        <source>Tool bar</source>
        <translation>Barre d’outils</translation>
    </message>
    <message>
        <source>More tools</source>
        <translation>Autres outils</translation>
    </message>
</context>
</TS>
