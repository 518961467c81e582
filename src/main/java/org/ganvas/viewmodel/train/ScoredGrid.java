package org.ganvas.viewmodel.train;

import java.util.Arrays;
import org.ganvas.session.inspect.InspectionResult;
import org.ganvas.session.run.SampleGrid;

/**
 * One of the two grids as it is shown: with or without scores, sorted by them or not. Immutable, FX thread.
 *
 * @param images in their shown order
 * @param scores of the images, 0 to 1; empty where none are shown
 * @param order index of the image at each place
 */
public record ScoredGrid(SampleGrid images, double[] scores, int[] order) {

    /**
     * A grid with the scores of the newest inspection.
     *
     * @param images shown where there are no scores
     */
    public static ScoredGrid of(InspectionViewModel inspection, SampleGrid images, boolean generated) {
        InspectionResult result = inspection.resultFor(images, generated);
        if (result == null || !inspection.scoresProperty().get()) {
            return plain(images);
        }
        SampleGrid inspected = generated ? result.generated() : result.real();
        float[] logits = generated ? result.generatedLogits() : result.realLogits();
        if (logits.length == 0 || inspected.rows() != images.rows() || inspected.columns() != images.columns()) {
            return plain(images);
        }
        int[] order = inspection.order(logits);
        DiscriminatorScores scale = inspection.scoresOf(result);
        double[] scores =
                Arrays.stream(order).mapToDouble(i -> scale.share(logits[i])).toArray();
        return new ScoredGrid(sorted(inspected, order), scores, order);
    }

    private static ScoredGrid plain(SampleGrid images) {
        int[] order = new int[images.count()];
        Arrays.setAll(order, i -> i);
        return new ScoredGrid(images, new double[0], order);
    }

    private static SampleGrid sorted(SampleGrid grid, int[] order) {
        int size = grid.shape().size();
        float[] pixels = new float[grid.pixels().length];
        int[] labels = new int[grid.labels().length];
        for (int i = 0; i < order.length; i++) {
            System.arraycopy(grid.pixels(), order[i] * size, pixels, i * size, size);
            if (labels.length > 0) {
                labels[i] = grid.labels()[order[i]];
            }
        }
        return new SampleGrid(grid.shape(), grid.rows(), grid.columns(), pixels, labels, grid.step());
    }

    /** Index of the image at a place; -1 where there is none. */
    public int imageAt(int place) {
        return place < 0 || place >= order.length ? -1 : order[place];
    }
}
