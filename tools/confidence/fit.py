"""The fit of what tells outlined lesions from outlined skin, and what it makes of other sources."""

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score

from skin_gui.measures.confidence import Judge
from skin_gui.measures.outline import LEAST_CONFIDENCE

WITHOUT_LESION = 0.2
"""Share of the pictures that are taken to show no lesion: what the confidence is calibrated for."""

Rows = NDArray[np.float32]
"""(n, 2): the overlap that is expected of what could be a lesion, 0 where nothing could, and the highest logit."""


def fitted(lesions: list[Rows], skin: list[Rows]) -> Judge:
    """Fit to what could be a lesion; each source counts alike, and pictures without one as `WITHOUT_LESION` says."""
    values, labels, weights = list[float](), list[int](), list[float]()
    for parts, label, share in ((lesions, 1, 1 - WITHOUT_LESION), (skin, 0, WITHOUT_LESION)):
        for part in parts:
            strongest = part[part[:, 0] > 0, 1]
            values += strongest.tolist()
            labels += [label] * len(strongest)
            weights += [share / len(parts) / len(part)] * len(strongest)
    scaled = np.array(weights) * len(weights) / np.sum(weights)
    model = LogisticRegression(max_iter=1000).fit(np.array(values)[:, None], labels, scaled)
    return Judge(float(model.coef_[0, 0]), float(model.intercept_[0]))


def confidences(judge: Judge, part: Rows) -> NDArray[np.float64]:
    """(n,) of each row; 0 where nothing could be a lesion."""
    return np.array([judge.confidence(overlap, strongest) for overlap, strongest in part.tolist()])


def figures(judge: Judge, lesions: Rows, skin: Rows) -> dict[str, float]:
    """What a fit makes of a source that it did not see."""
    parts = (lesions, skin)
    sure = [confidences(judge, part) for part in parts]
    shares = [(1 - WITHOUT_LESION) / len(lesions), WITHOUT_LESION / len(skin)]
    totals = [share * (part[:, 0] > 0).sum() for part, share in zip(parts, shares, strict=True)]
    likely = [sum(judge.lesion(row[1]) for row in part[part[:, 0] > 0].tolist()) for part in parts]
    expected = sum(share * total for share, total in zip(shares, likely, strict=True)) / sum(totals)
    shown = [part[:, 0] > 0 for part in parts]
    labels = np.concatenate([np.ones(shown[0].sum()), np.zeros(shown[1].sum())])

    def auc(values: list[NDArray[np.floating]]) -> float:
        there = np.concatenate([value[inside] for value, inside in zip(values, shown, strict=True)])
        return round(float(roc_auc_score(labels, there)), 3)

    return {
        "lesions": len(lesions),
        "lesions_found": int((sure[0] >= LEAST_CONFIDENCE).sum()),
        "skin": len(skin),
        "skin_found": int((sure[1] >= LEAST_CONFIDENCE).sum()),
        "skin_that_could_be": int(shown[1].sum()),
        "median_confidence_lesions": round(float(np.median(sure[0][shown[0]])), 2),
        "median_confidence_skin": round(float(np.median(sure[1][shown[1]])), 2),
        "auc_confidence": auc([*sure]),
        "auc_overlap": auc([part[:, 0] for part in parts]),
        "share_of_lesions": round(float(totals[0] / sum(totals)), 3),
        "expected_share_of_lesions": round(float(expected), 3),
    }
