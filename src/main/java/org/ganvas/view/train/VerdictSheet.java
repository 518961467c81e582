package org.ganvas.view.train;

import java.util.Arrays;
import org.ganvas.session.inside.InsideLook;
import org.ganvas.session.run.PictureGrid;
import org.ganvas.viewmodel.InsideViewModel;
import org.ganvas.viewmodel.Verdicts;

/**
 * One of the two grids as it stands on the screen: perhaps with verdicts, perhaps sorted by them. Immutable, FX thread.
 *
 * @param pictures as they stand
 * @param shares how real D thinks each is, 0 to 1; empty without verdicts
 * @param order which picture of the run stands at each place
 */
record VerdictSheet(PictureGrid pictures, double[] shares, int[] order) {

    /**
     * @param pictures shown where there are no verdicts
     */
    static VerdictSheet of(InsideViewModel inside, PictureGrid pictures, boolean generated) {
        InsideLook look = inside.lookOn(pictures, generated);
        if (look == null || !inside.verdictsProperty().get()) {
            return plain(pictures);
        }
        PictureGrid judged = generated ? look.generated() : look.real();
        float[] logits = generated ? look.generatedLogits() : look.realLogits();
        if (logits.length == 0 || judged.rows() != pictures.rows() || judged.columns() != pictures.columns()) {
            return plain(pictures);
        }
        int[] order = inside.order(logits);
        Verdicts verdicts = inside.verdictsOf(look);
        double[] shares =
                Arrays.stream(order).mapToDouble(i -> verdicts.share(logits[i])).toArray();
        return new VerdictSheet(sorted(judged, order), shares, order);
    }

    private static VerdictSheet plain(PictureGrid pictures) {
        int[] order = new int[pictures.count()];
        Arrays.setAll(order, i -> i);
        return new VerdictSheet(pictures, new double[0], order);
    }

    private static PictureGrid sorted(PictureGrid grid, int[] order) {
        int size = grid.shape().size();
        float[] pixels = new float[grid.pixels().length];
        int[] labels = new int[grid.labels().length];
        for (int i = 0; i < order.length; i++) {
            System.arraycopy(grid.pixels(), order[i] * size, pixels, i * size, size);
            if (labels.length > 0) {
                labels[i] = grid.labels()[order[i]];
            }
        }
        return new PictureGrid(grid.shape(), grid.rows(), grid.columns(), pixels, labels, grid.step());
    }

    /** The picture of the run at a place; negative where there is none. */
    int pictureAt(int place) {
        return place < 0 || place >= order.length ? -1 : order[place];
    }
}
