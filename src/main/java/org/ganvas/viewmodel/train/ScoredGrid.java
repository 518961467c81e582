package org.ganvas.viewmodel.train;

import java.util.Arrays;
import org.ganvas.session.inspect.InspectionResult;
import org.ganvas.session.run.SampleGrid;

/**
 * One of the two grids as it stands on the screen: perhaps with verdicts, perhaps sorted by them. Immutable, FX thread.
 *
 * @param images as they stand
 * @param scores how real D thinks each is, 0 to 1; empty without verdicts
 * @param order which picture of the run stands at each place
 */
public record ScoredGrid(SampleGrid images, double[] scores, int[] order) {

    /**
     * @param pictures shown where there are no verdicts
     */
    public static ScoredGrid of(InspectionViewModel inside, SampleGrid pictures, boolean generated) {
        InspectionResult look = inside.resultFor(pictures, generated);
        if (look == null || !inside.scoresProperty().get()) {
            return plain(pictures);
        }
        SampleGrid judged = generated ? look.generated() : look.real();
        float[] logits = generated ? look.generatedLogits() : look.realLogits();
        if (logits.length == 0 || judged.rows() != pictures.rows() || judged.columns() != pictures.columns()) {
            return plain(pictures);
        }
        int[] order = inside.order(logits);
        DiscriminatorScores verdicts = inside.scoresOf(look);
        double[] shares =
                Arrays.stream(order).mapToDouble(i -> verdicts.share(logits[i])).toArray();
        return new ScoredGrid(sorted(judged, order), shares, order);
    }

    private static ScoredGrid plain(SampleGrid pictures) {
        int[] order = new int[pictures.count()];
        Arrays.setAll(order, i -> i);
        return new ScoredGrid(pictures, new double[0], order);
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

    /** The picture of the run at a place; negative where there is none. */
    public int imageAt(int place) {
        return place < 0 || place >= order.length ? -1 : order[place];
    }
}
