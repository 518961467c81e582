package org.ganvas.session.anomaly;

import java.util.Arrays;
import java.util.concurrent.CancellationException;
import org.ganvas.data.Dataset;
import org.ganvas.data.ProgressListener;
import org.ganvas.engine.probe.AnomalyProbe;

/**
 * Scores of normal images that no network was trained on, in ascending order: what the score of another image means.
 * Immutable by convention, any thread.
 *
 * @param scores at least one
 */
public record AnomalyReference(double[] scores) {

    private static final int CHUNK = 256;

    public AnomalyReference {
        scores = scores.clone();
        Arrays.sort(scores);
    }

    /** The reference of some normal images. */
    public static AnomalyReference of(AnomalyProbe probe, Dataset normal, int most, ProgressListener progress) {
        return new AnomalyReference(scores(probe, normal, most, progress));
    }

    /**
     * Scores of the first images of some data.
     *
     * @param most images at most
     * @throws CancellationException if {@code progress} is cancelled
     */
    public static double[] scores(AnomalyProbe probe, Dataset data, int most, ProgressListener progress) {
        int count = Math.min(most, data.size());
        int size = data.shape().size();
        double[] scores = new double[count];
        for (int start = 0; start < count; start += CHUNK) {
            if (progress.isCancelled()) {
                throw new CancellationException("The scoring of images was cancelled.");
            }
            int rows = Math.min(CHUNK, count - start);
            float[] images = new float[rows * size];
            for (int i = 0; i < rows; i++) {
                data.copyImage(start + i, images, i * size);
            }
            System.arraycopy(probe.residuals(images).scores(), 0, scores, start, rows);
            progress.report((double) (start + rows) / count);
        }
        return scores;
    }

    /** Share of the held-out images whose score is lower, 0 to 1. */
    public double shareBelow(double score) {
        int low = 0;
        int high = scores.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (scores[middle] < score) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return (double) low / scores.length;
    }
}
