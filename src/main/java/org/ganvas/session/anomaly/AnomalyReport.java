package org.ganvas.session.anomaly;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Images that were scored, and what their scores mean. Immutable by convention, any thread.
 *
 * @param scored the highest scores first, of many images only some
 * @param count images that were scored
 * @param unreadable files that hold no readable image
 * @param reference scores of normal images that no network was trained on; null where the data is not at hand
 * @param others scores of images that are known not to be normal; empty where none are
 * @param area under the ROC curve of the reference against the others, 0 to 1; NaN without others
 */
public record AnomalyReport(
        List<ScoredImage> scored,
        int count,
        int unreadable,
        @Nullable AnomalyReference reference,
        double[] others,
        double area) {

    public AnomalyReport {
        scored = List.copyOf(scored);
    }
}
